"""Holds the names of all lists in one gazetteer: entries, spellings, and the changes that the user's lists make."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from briefreader.annotate.names import trie
from briefreader.annotate.names.trie import Openings
from briefreader.annotate.text.tokens import Tokens, tokenize
from briefreader.model import EntityType
from briefreader.roman_numerals import roman
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

NUMERALS = frozenset(roman(number).upper() for number in range(1, 24))
"""The numbers of monarchs and popes."""

_FATHERS = frozenset("al bin ibn ibni bint of".split())
_FAMILY_NAME_FIRST = frozenset(("South Korea", "North Korea", "China", "Taiwan", "Vietnam", "Cambodia"))


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """Holds one entry of a list: its canonical name, its section and its further keys.

    `own` marks an entry of the user, which overrides the text's own evidence.
    """

    name: str
    section: str
    facts: Mapping[str, Any]
    own: bool = False

    @property
    def type(self) -> EntityType:
        return SECTIONS[self.section]

    def fact(self, key: str) -> str | None:
        """Return the value of a further key that holds one text."""
        value = self.facts.get(key)
        return value if isinstance(value, str) else None

    @property
    def sides(self) -> tuple[str, ...]:
        """Lists the sides that meet in a series."""
        return tuple(self.facts.get("sides", ()))

    @property
    def full_names(self) -> tuple[str, ...]:
        """Lists the name and its aliases, without acronym and short forms."""
        return (self.name, *self.facts.get("aliases", ()))

    @property
    def spellings(self) -> tuple[str, ...]:
        """Lists all spellings, the name first; the name of a nationality is its country and no spelling."""
        acronym = self.fact("acronym")
        full = self.full_names[1:] if self.type == "NORP" else self.full_names
        return (*full, *((acronym,) if acronym else ()), *self.facts.get("short", ()))


def _given_names(name: str) -> Iterator[str]:
    """Yield the words of a ruler's name by which texts call the ruler, without number, father and house."""
    words = [word for word in name.split() if word not in NUMERALS]
    yield words[0]
    if not any(word.lower() in _FATHERS or word.lower().startswith("al-") for word in words[1:]):
        yield words[-1]


def rulers_names(entry: Name) -> Iterable[str]:
    """Return the folded names by which texts call a ruler (`King Abdullah`), none of anybody else."""
    given = (each for name in entry.full_names for each in _given_names(name)) if entry.fact("office") else ()
    return dict.fromkeys(map(folded, given))


def surnames(entry: Name) -> Iterable[str]:
    """Return the surnames of a person, none of a ruler or of anything else."""
    if entry.type != "PERSON" or entry.fact("office"):
        return ()
    found = {spelling.rsplit(" ", 1)[-1] for spelling in entry.full_names}
    if entry.fact("side") in _FAMILY_NAME_FIRST:
        found.add(entry.name.split(" ")[0])
    return found


class NameSpan(NamedTuple):
    """Holds a listed name from token first to the token before last."""

    first: int
    last: int
    name: Name
    type: EntityType


@dataclass(frozen=True)
class Gazetteer:
    """Holds all entries and a trie of their spellings.

    `renamed` maps, by type, canonical names to the names that the user wants; `killed` holds the folded spellings that
    the user excludes; `by_spelling` maps a folded spelling to the numbers of its entries.
    """

    entries: tuple[Name, ...]
    trie: Mapping[str, Any]
    renamed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    killed: frozenset[str] = frozenset()
    by_spelling: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def find(self, tokens: Tokens) -> Iterator[NameSpan]:
        """Yield the listed names of a text in order; they do not overlap."""
        for first, last, entry in trie.longest_matches(self._openings, tokens):
            name = self.entries[entry]
            yield NameSpan(first, last, name, name.type)

    @cached_property
    def _openings(self) -> Openings:
        return Openings(self.trie)

    def is_killed(self, spelling: str) -> bool:
        """Return whether the user excludes a spelling."""
        return bool(self.killed) and folded(spelling) in self.killed

    def called(self, type: EntityType, canonical: str) -> str:
        """Return the name that the user wants for a canonical name; a nationality is renamed with its country."""
        renamed = self.renamed.get("PLACE" if type == "NORP" else type)
        return renamed.get(canonical, canonical) if renamed else canonical

    @cached_property
    def people(self) -> Mapping[str, Name]:
        """Maps each full name to the listed person."""
        return {spelling: entry for entry in self.of("people") for spelling in entry.full_names}

    @cached_property
    def people_by_folded_name(self) -> Mapping[str, Name]:
        """Maps each full name without accents, dots and hyphens to the listed person."""
        return {folded(spelling): entry for spelling, entry in self.people.items()}

    def side_of_person(self, name: str) -> str | None:
        """Return the side of the listed person with a full name, None for anybody else and for people without a side.

        Accents, dots, hyphens and capitals of the name do not count.
        """
        entry = self.people_by_folded_name.get(folded(name))
        return entry.fact("side") if entry else None

    @cached_property
    def rulers(self) -> Mapping[str, Sequence[Name]]:
        """Maps each folded name by which an office calls someone (`King Abdullah`) to the listed people."""
        return self._people_by(rulers_names)

    @cached_property
    def people_by_surname(self) -> Mapping[str, Sequence[Name]]:
        """Maps each surname to the listed people; rulers are left out, whom no surname calls."""
        return self._people_by(surnames)

    def _people_by(self, words_of: Callable[[Name], Iterable[str]]) -> Mapping[str, Sequence[Name]]:
        found: dict[str, list[Name]] = {}
        for entry in self.of("people"):
            for word in words_of(entry):
                found.setdefault(word, []).append(entry)
        return found

    def spelled(self, folded_spelling: str) -> tuple[Name, ...]:
        """Return the entries with a folded spelling."""
        return tuple(self.entries[index] for index in self.by_spelling.get(folded_spelling, ()))

    @cached_property
    def countries(self) -> Mapping[str, Name]:
        """Maps each name to the listed country."""
        return self._first_by_name("countries")

    @cached_property
    def country_of_domain(self) -> Mapping[str, str]:
        """Maps the end of the web addresses of a country, such as `mt`, to the name of the country."""
        domains = ((entry.fact("domain"), name) for name, entry in reversed([*self.countries.items()]))
        return {domain: name for domain, name in domains if domain}

    @cached_property
    def cities(self) -> Mapping[str, Name]:
        """Maps each name to the listed city."""
        return self._first_by_name("cities")

    def _first_by_name(self, section: str) -> Mapping[str, Name]:
        return {entry.name: entry for entry in reversed([*self.of(section)])}

    @cached_property
    def events(self) -> Mapping[str, Name]:
        """Maps each name to the listed event or series; a series replaces an event of the same name."""
        return {entry.name: entry for section in ("events", "series") for entry in self.of(section)}

    @cached_property
    def series(self) -> Mapping[str, str]:
        """Maps each folded spelling to the name of the listed series."""
        return {folded(spelling): entry.name for entry in self.of("series") for spelling in entry.spellings}

    def of(self, *sections: str) -> Iterator[Name]:
        """Return the entries of these sections in the order of the lists."""
        return (entry for entry in self.entries if entry.section in sections)


@lru_cache(maxsize=32_768)
def folded(spelling: str) -> str:
    """Return a spelling in lower case without accents, dots and hyphens, the form in which spellings are compared."""
    return " ".join(fold(word.text).replace("-", " ") for word in words(spelling))


def compile_names(entries: Iterable[Name], own: Iterable[Name] = (), killed: Iterable[str] = ()) -> Gazetteer:
    """Return the gazetteer of these entries; where two entries of one type share a spelling, the later one keeps it."""
    kept = list(entries)
    nodes: dict[str, Any] = {}
    by_spelling: dict[str, list[int]] = {}
    for index, entry in enumerate(kept):
        for spelling in entry.spellings:
            _insert(nodes, tokenize(spelling).words, index, kept)
        _add_spellings(by_spelling, index, entry)
    return with_own(Gazetteer(tuple(kept), nodes, by_spelling=by_spelling), own, killed)


def with_own(gazetteer: Gazetteer, own: Iterable[Name], killed: Iterable[str]) -> Gazetteer:
    """Return a gazetteer with the entries of the user too and without the killed spellings.

    An own entry absorbs each entry of its type that has its name or one of its spellings as name. The new gazetteer
    takes over the trie of the given one, which must not be used any more.
    """
    kept = list(gazetteer.entries)
    by_type: dict[EntityType, list[Name]] = {}
    for entry in kept:
        by_type.setdefault(entry.type, []).append(entry)
    nodes: Any = gazetteer.trie
    by_spelling: Any = gazetteer.by_spelling
    renamed: dict[str, dict[str, str]] = {}
    for entry in own:
        _add_own(entry, kept, by_type.setdefault(entry.type, []), nodes, renamed.setdefault(entry.type, {}))
        _add_spellings(by_spelling, len(kept) - 1, kept[-1])
    all_killed = gazetteer.killed.union(map(folded, killed))
    return Gazetteer(tuple(kept), nodes, renamed, all_killed, by_spelling)


def _add_spellings(by_spelling: dict[str, list[int]], index: int, entry: Name) -> None:
    for folded_spelling in dict.fromkeys(map(folded, entry.spellings)):
        by_spelling.setdefault(folded_spelling, []).append(index)


def _add_own(entry: Name, kept: list[Name], of_type: list[Name], nodes: dict[str, Any], called: dict[str, str]) -> None:
    """Add an entry of the user and merge the entries that it absorbs; `of_type` are the kept entries of its type."""
    meant = {entry.name, *entry.spellings}
    merged = [each for each in of_type if each.name in meant or called.get(each.name) in meant]
    facts = {key: value for each in merged for key, value in each.facts.items() if key not in ("aliases", "short")}
    # The merged entry keeps the name that rules and other lists use; `renamed` holds the name to show.
    inner = merged[0] if merged else entry
    kept.append(Name(inner.name, inner.section, {**facts, **entry.facts}, own=True))
    of_type.append(kept[-1])
    for spelling in entry.spellings:
        tokens = tokenize(spelling).words
        held = trie.entry_of(nodes, tokens)
        if held is None or kept[held].type != entry.type or kept[held].own or kept[held] not in merged:
            _insert(nodes, tokens, len(kept) - 1, kept)
    for spelling in (*entry.spellings, *(spelling for each in merged for spelling in (each.name, *each.spellings))):
        called[spelling] = entry.name


def _insert(nodes: dict[str, Any], tokens: list[str], index: int, entries: Sequence[Name]) -> None:
    if not tokens:
        return
    node = trie.add_node(nodes, tokens)
    held = node.get("")
    # The first type keeps a shared spelling: `Georgia` stays a country although a city has that name.
    if held is None or entries[index].own or entries[held].type == entries[index].type:
        node[""] = index
