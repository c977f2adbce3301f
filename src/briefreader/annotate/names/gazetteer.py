"""What is known by name: the entries of all lists, compiled; the user's own win over the program's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from briefreader.annotate.text.tokens import tokenize
from briefreader.model import EntityType
from briefreader.text import fold, words

SECTIONS: Mapping[str, EntityType] = {
    "people": "PERSON",
    "organizations": "ORG",
    "countries": "PLACE",
    "cities": "PLACE",
    "regions": "PLACE",
    "sites": "PLACE",
    "nationalities": "NORP",
    "peoples": "NORP",
    "agreements": "AGREEMENT",
    "weapons": "WEAPON",
    "events": "EVENT",
    "series": "EVENT",
}

_FAMILY_NAME_FIRST = frozenset(("South Korea", "North Korea", "China", "Taiwan", "Vietnam", "Cambodia"))


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """One entry of a list: its canonical name, the section it stands in, and the further keys.

    `own` marks what the user has added: it wins over what the text seems to say.
    """

    name: str
    section: str
    facts: Mapping[str, Any]
    own: bool = False

    @property
    def type(self) -> EntityType:
        return SECTIONS[self.section]

    def fact(self, key: str) -> str | None:
        """A further key that holds one string."""
        value = self.facts.get(key)
        return value if isinstance(value, str) else None

    @property
    def sides(self) -> tuple[str, ...]:
        """Who meets in a series."""
        return tuple(self.facts.get("sides", ()))

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way a text may spell the name, the name itself first; a nationality's name is its country."""
        acronym = self.fact("acronym")
        own = () if self.type == "NORP" else (self.name,)
        return (*own, *self.facts.get("aliases", ()), *((acronym,) if acronym else ()), *self.facts.get("short", ()))


@dataclass(frozen=True)
class Names:
    """All names, and a trie of their spellings by tokens: a node maps a token to a node and `""` to an entry.

    `renamed` holds, by type, the canonical names that go by another at the user's wish; `killed` the spellings,
    folded, that the user wants to be no names; `by_spelling` the entries of every spelling, folded.
    """

    entries: tuple[Name, ...]
    trie: Mapping[str, Any]
    renamed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    killed: frozenset[str] = frozenset()
    by_spelling: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def is_killed(self, spelling: str) -> bool:
        """Whether the user wants a spelling to be no name."""
        return bool(self.killed) and folded(spelling) in self.killed

    def called(self, type: EntityType, canonical: str) -> str:
        """The name that the user wants for a canonical name; a nationality goes by its country's."""
        renamed = self.renamed.get("PLACE" if type == "NORP" else type)
        return renamed.get(canonical, canonical) if renamed else canonical

    @cached_property
    def sides(self) -> Mapping[str, str]:
        """Whom listed people speak for, by each spelling of their full names."""
        return {
            spelling: side
            for entry in self.of("people")
            if (side := entry.fact("side"))
            for spelling in (entry.name, *entry.facts.get("aliases", ()))
        }

    @cached_property
    def by_full_name(self) -> Mapping[str, Name]:
        """Listed people by each spelling of their full names."""
        return {
            spelling: entry for entry in self.of("people") for spelling in (entry.name, *entry.facts.get("aliases", ()))
        }

    @cached_property
    def by_surname(self) -> Mapping[str, Name]:
        """Listed people whose surname no other listed person has."""
        found: dict[str, Name | None] = {}
        for entry in self.of("people"):
            for surname in {spelling.rsplit(" ", 1)[-1] for spelling in (entry.name, *entry.facts.get("aliases", ()))}:
                found[surname] = None if surname in found and found[surname] is not entry else entry
            family = entry.name.split(" ")[0]
            if entry.fact("side") in _FAMILY_NAME_FIRST:
                found[family] = None if family in found and found[family] is not entry else entry
        return {surname: entry for surname, entry in found.items() if entry is not None}

    def spelled(self, folded_spelling: str) -> tuple[Name, ...]:
        """The entries of a spelling, folded: case, accents, hyphens and dots do not count."""
        return tuple(self.entries[index] for index in self.by_spelling.get(folded_spelling, ()))

    @cached_property
    def events(self) -> Mapping[str, Name]:
        """The series and other events by name; of two entries of one name the series."""
        return {entry.name: entry for section in ("events", "series") for entry in self.of(section)}

    @cached_property
    def series(self) -> Mapping[str, str]:
        """The name of the series that each listed spelling, folded, means."""
        return {folded(spelling): entry.name for entry in self.of("series") for spelling in entry.spellings}

    def of(self, *sections: str) -> Iterator[Name]:
        """The entries of some sections, in the order of the lists."""
        return (entry for entry in self.entries if entry.section in sections)


@lru_cache(maxsize=32_768)
def folded(spelling: str) -> str:
    """Return a spelling as it is compared: words in small letters without accents, dots and hyphens."""
    return " ".join(fold(word.text).replace("-", " ") for word in words(spelling))


def compile_names(entries: Iterable[Name], own: Iterable[Name] = (), killed: Iterable[str] = ()) -> Names:
    """Return the trie of entries; where two share a spelling in one type, the later wins.

    An own entry that bears the name of another, or has it among its aliases, takes that one in with all its spellings.
    """
    kept = list(entries)
    trie: dict[str, Any] = {}
    for index, entry in enumerate(kept):
        for spelling in entry.spellings:
            _insert(trie, tokenize(spelling).words, index, kept)
    renamed: dict[str, dict[str, str]] = {}
    for entry in own:
        _take_in(entry, kept, trie, renamed)
    by_spelling: dict[str, list[int]] = {}
    for index, entry in enumerate(kept):
        for folded_spelling in dict.fromkeys(map(folded, entry.spellings)):
            by_spelling.setdefault(folded_spelling, []).append(index)
    return Names(tuple(kept), trie, renamed, frozenset(map(folded, killed)), by_spelling)


def _take_in(entry: Name, kept: list[Name], trie: dict[str, Any], renamed: dict[str, dict[str, str]]) -> None:
    called = renamed.setdefault(entry.type, {})
    meant = {entry.name, *entry.spellings}
    merged = [each for each in kept if each.type == entry.type and {each.name, called.get(each.name)} & meant]
    facts = {key: value for each in merged for key, value in each.facts.items() if key not in ("aliases", "short")}
    # Inside, an entry keeps the name by which rules and other lists know it; `renamed` says what is shown.
    inner = merged[0] if merged else entry
    kept.append(Name(inner.name, inner.section, {**facts, **entry.facts}, own=True))
    for spelling in entry.spellings:
        tokens = tokenize(spelling).words
        held = _held(trie, tokens)
        if held is None or kept[held].type != entry.type or kept[held].own or kept[held] not in merged:
            _insert(trie, tokens, len(kept) - 1, kept)
    for spelling in (*entry.spellings, *(spelling for each in merged for spelling in (each.name, *each.spellings))):
        called[spelling] = entry.name


def _held(trie: Mapping[str, Any], tokens: Sequence[str]) -> int | None:
    node: Any = trie
    for word in tokens:
        node = node.get(word)
        if node is None:
            return None
    held: int | None = node.get("")
    return held


def _insert(trie: dict[str, Any], tokens: list[str], index: int, entries: Sequence[Name]) -> None:
    if not tokens:
        return
    node = trie
    for word in tokens:
        node = node.setdefault(word, {})
    held = node.get("")
    # A nationality and a people share spellings with nothing else; a city gives way to what came before it (Georgia).
    if held is None or entries[index].own or entries[held].type == entries[index].type:
        node[""] = index
