"""What is known by name: the lists of `data/names` and of a library, read once and kept compiled.

A list is a YAML file of sections; the section says what kind of name it holds, an entry is `{name, aliases, ...}`
(data/names/nationalities.yaml documents the keys). Later folders win over earlier ones.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from briefreader.annotate.tokens import tokenize
from briefreader.model import EntityType, SettingsError
from briefreader.text import decode, fold, words

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

_FORMAT = "briefreader names 1"
_FAMILY_NAME_FIRST = frozenset(("South Korea", "North Korea", "China", "Taiwan", "Vietnam", "Cambodia"))
_MOST_BYTES = 4_000_000
_KEYS = frozenset("name aliases sides short side country city acronym context zone".split())


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """One entry of a list: its canonical name, the section it stands in, and the further keys."""

    name: str
    section: str
    facts: Mapping[str, Any]

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
    """All names, and a trie of their spellings by tokens: a node maps a token to a node and `""` to an entry."""

    entries: tuple[Name, ...]
    trie: Mapping[str, Any]

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

    @cached_property
    def by_spelling(self) -> Mapping[str, tuple[Name, ...]]:
        """The entries of each spelling, folded: case, accents, hyphens and dots do not count."""
        found: dict[str, tuple[Name, ...]] = {}
        for entry in self.entries:
            for spelling in {folded(spelling) for spelling in entry.spellings}:
                found[spelling] = (*found.get(spelling, ()), entry)
        return found

    def of(self, *sections: str) -> Iterator[Name]:
        """The entries of some sections, in the order of the lists."""
        return (entry for entry in self.entries if entry.section in sections)


def folded(spelling: str) -> str:
    """Return a spelling as it is compared: words in small letters without accents, dots and hyphens."""
    return " ".join(fold(word.text).replace("-", " ") for word in words(spelling))


def load(folders: Sequence[Path], cache: Path | None = None) -> Names:
    """Return the names of all `*.yaml` lists in folders; `cache` is a folder where the compiled form is kept.

    Raises SettingsError where a list cannot be read. A cache that is missing, damaged, older or not writable is
    rebuilt or done without, silently.
    """
    sources = [(path, _bytes(path)) for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.yaml"))]
    digest = hashlib.sha256(_FORMAT.encode())
    for path, data in sources:
        digest.update(f"\0{path.name}\0{len(data)}\0".encode())
        digest.update(data)
    key = digest.hexdigest()
    kept = cache / f"names-{key[:16]}.json" if cache else None
    if kept and (names := _cached(kept, key)):
        return names
    names = compile_names(entry for path, data in sources for entry in _entries(path, data))
    if kept:
        _keep(kept, key, names)
    return names


def compile_names(entries: Iterator[Name] | Sequence[Name]) -> Names:
    """Return the trie of entries; where two share a spelling in one type, the later wins."""
    kept = tuple(entries)
    trie: dict[str, Any] = {}
    for index, entry in enumerate(kept):
        for spelling in entry.spellings:
            _insert(trie, tokenize(spelling).words, index, kept)
    return Names(kept, trie)


def _insert(trie: dict[str, Any], words: list[str], index: int, entries: tuple[Name, ...]) -> None:
    node = trie
    for word in words:
        node = node.setdefault(word, {})
    held = node.get("")
    # A nationality and a people share spellings with nothing else; a city gives way to what came before it (Georgia).
    if held is None or entries[held].type == entries[index].type:
        node[""] = index


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}: the list of names cannot be read ({error.strerror}); check the file") from error
    if len(data) > _MOST_BYTES:
        raise SettingsError(f"{path}: the list of names is larger than 4 MB; split it")
    return data


def _entries(path: Path, data: bytes) -> Iterator[Name]:
    sections = _yaml(path, decode(data))
    if sections is None:
        return
    if not isinstance(sections, dict):
        raise SettingsError(f"{path}: a list of names holds sections such as `people:`; put the names under one")
    for section, rows in sections.items():
        if section not in SECTIONS:
            known = ", ".join(SECTIONS)
            raise SettingsError(f"{path}: there is no section `{section}`; use one of {known}")
        if not isinstance(rows, list):
            raise SettingsError(f"{path}: section `{section}` is no list; begin each name with `- `")
        for row in rows:
            yield _entry(path, section, row)


def _entry(path: Path, section: str, row: Any) -> Name:
    facts = {"name": row} if isinstance(row, str) else row
    if not isinstance(facts, dict) or not isinstance(facts.get("name"), str) or not facts["name"].strip():
        raise SettingsError(f"{path}: an entry of `{section}` has no name; write `- {{name: ...}}`")
    for key, value in facts.items():
        if key not in _KEYS:
            known = ", ".join(sorted(_KEYS))
            raise SettingsError(f"{path}: `{facts['name']}` in `{section}` has an unknown key `{key}`; use {known}")
        many = key in ("aliases", "sides", "short")
        if isinstance(value, list) != many or (many and not all(isinstance(item, str) for item in value)):
            kind = "a list" if many else "one text"
            raise SettingsError(f"{path}: `{key}` of `{facts['name']}` in `{section}` must be {kind}")
    return Name(facts["name"], section, {key: value for key, value in facts.items() if key != "name"})


def _yaml(path: Path, text: str) -> Any:
    """Return YAML as dicts, lists and strings; every scalar is a string, so `NO` stays Norway's code.

    Built from parser events: no constructor runs, and aliases, which could grow without bound, are refused.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    stack: list[Any] = []
    keys: list[str | None] = []
    root: Any = None
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.AliasEvent):
                at = event.start_mark.line + 1 if event.start_mark else 0
                raise SettingsError(f"{path}, line {at}: a list of names may not use YAML aliases; write it out")
            if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                stack.pop()
                keys.pop()
                continue
            if isinstance(event, yaml.ScalarEvent):
                value: Any = event.value if event.value or event.style else None
            elif isinstance(event, yaml.MappingStartEvent):
                value = {}
            elif isinstance(event, yaml.SequenceStartEvent):
                value = []
            else:
                continue
            if stack and isinstance(stack[-1], dict) and keys[-1] is None:
                keys[-1] = str(value)
                continue
            if not stack:
                root = value
            elif isinstance(stack[-1], dict):
                stack[-1][keys[-1]] = value
                keys[-1] = None
            else:
                stack[-1].append(value)
            if isinstance(value, (dict, list)):
                stack.append(value)
                keys.append(None)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "it is not YAML"
        raise SettingsError(f"{path}{line}: the list of names cannot be read ({problem}); mend this line") from error
    return root


def _cached(path: Path, key: str) -> Names | None:
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        if head.decode("ascii", "replace") != f"{key} {hashlib.sha256(body).hexdigest()}":
            return None
        rows, trie = json.loads(body)
        return Names(tuple(Name(*row) for row in rows), trie)
    except (OSError, ValueError, TypeError):
        return None


def _keep(path: Path, key: str, names: Names) -> None:
    rows = [(entry.name, entry.section, entry.facts) for entry in names.entries]
    body = json.dumps((rows, names.trie), ensure_ascii=False, separators=(",", ":")).encode()
    written: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, written = tempfile.mkstemp(dir=path.parent, prefix=".names-")
        with os.fdopen(handle, "wb") as file:
            file.write(f"{key} {hashlib.sha256(body).hexdigest()}\n".encode())
            file.write(body)
        Path(written).replace(path)
        written = None
        for old in path.parent.glob("names-*.json"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        pass  # a cache that cannot be written costs time, nothing else
    finally:
        if written:
            Path(written).unlink(missing_ok=True)
