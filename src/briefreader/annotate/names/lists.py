"""Reads the lists of names: YAML files of sections whose mistakes are explained to the user.

A section says the kind of its names, and an entry is `{name, aliases, ...}`; data/names/nationalities.yaml documents
the keys. The section `kill` holds spellings that are no names.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from briefreader.annotate.names import compiled_lists
from briefreader.annotate.names.gazetteer import SECTIONS, Gazetteer, Name, compile_names, with_own
from briefreader.annotate.names.yaml_values import line_of, parse
from briefreader.model import SettingsError, SourceError
from briefreader.text import decode

KILL = "kill"
# The compiled lists depend on this code: an old cache file is not used after a change of it.
_CODE = ("annotate/names/*.py", "annotate/text/tokens.py", "text.py")
_PROGRAM = Path(__file__).parents[2]
_MOST_BYTES = 4_000_000
_KEYS = frozenset("name aliases sides short side country city acronym context office zone domain".split())
_MANY = frozenset("aliases sides short".split())


ListFile = tuple[Path, bytes]
"""The path and the content of a list."""


class NameList(NamedTuple):
    """Holds the names in one file and the spellings that the file excludes."""

    entries: tuple[Name, ...]
    killed: tuple[str, ...]


def load(places: Sequence[Path], cache: Path | None = None) -> Gazetteer:
    """Return the names of all lists: the program's lists in the first place, then the user's, of which later ones win.

    A place is a file or a folder of `*.yaml` files; a missing place holds no names. Raises SettingsError where a list
    cannot be read. `cache` is as in `compiled`.
    """
    return compiled(places[:1], _files(places[1:]), cache)


def _files(places: Iterable[Path]) -> list[ListFile]:
    """Return the lists in some places. Raises SettingsError where one cannot be read."""
    return [(path, _bytes(path)) for place in places for path in _paths(place)]


def compiled(program: Iterable[Path], own: Sequence[ListFile], cache: Path | None = None) -> Gazetteer:
    """Return the names in the program's places and in the lists of the user. Raises SettingsError.

    `cache` is a folder for the compiled lists, all together and those of the program alone; a file there that is
    missing, damaged or older is replaced.
    """
    given = _files(program)
    code = [path.read_bytes() for pattern in _CODE for path in sorted(_PROGRAM.glob(pattern))]
    whole = _digest([*code, b"", *(data for _, data in given), b"", *(data for _, data in own)])
    if cache and own and (known := compiled_lists.cached(cache, "own-names", whole)):
        return known
    key = _digest([*code, b"", *(data for _, data in given)])
    base = compiled_lists.cached(cache, "names", key) if cache else None
    if base is None:
        lists = [read(*each) for each in given]
        base = compile_names(
            (entry for each in lists for entry in each.entries),
            killed=(spelling for each in lists for spelling in each.killed),
        )
        if cache:
            compiled_lists.keep(cache, "names", key, base)
    added = [read(*each) for each in own]
    gazetteer = with_own(
        base,
        (entry for each in added for entry in each.entries),
        (spelling for each in added for spelling in each.killed),
    )
    if cache and own:
        compiled_lists.keep(cache, "own-names", whole, gazetteer)
    return gazetteer


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for data in parts:
        digest.update(f"\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _paths(place: Path) -> list[Path]:
    return sorted(place.glob("*.yaml")) if place.is_dir() else [place] if place.is_file() else []


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}: the list of names cannot be read ({error.strerror}); check the file") from error


def read(path: Path, data: bytes) -> NameList:
    """Return the names of a list. Raises SettingsError with file, line and key."""
    if len(data) > _MOST_BYTES:
        raise SettingsError(f"{path}: the list of names is larger than 4 MB; split it")
    try:
        text = decode(data)
    except SourceError as error:
        raise SettingsError(f"{path}, {error}") from error
    sections = parse(path, text)
    entries: list[Name] = []
    killed: list[str] = []
    if sections is None:
        return NameList((), ())
    if not isinstance(sections, dict):
        raise SettingsError(
            f"{path}, line 1: a list of names holds sections such as `people:`; put the names under one"
        )
    for section, rows in sections.items():
        where = f"{path}, line {line_of(section)}"
        if section not in SECTIONS and section != KILL:
            known = ", ".join((*SECTIONS, KILL))
            raise SettingsError(f"{where}: there is no section `{section}`; use one of {known}")
        if rows is None:
            continue
        if not isinstance(rows, list):
            raise SettingsError(f"{where}: section `{section}` is no list; begin each name with `- `")
        if section == KILL:
            killed += _killed(path, rows, line_of(section))
        else:
            entries += [_entry(path, section, row, line_of(section)) for row in rows]
    return NameList(tuple(entries), tuple(killed))


def _killed(path: Path, rows: list[Any], line: int) -> Iterator[str]:
    for row in rows:
        if not isinstance(row, str) or not row.strip():
            where = f"{path}, line {line_of(row, line)}"
            raise SettingsError(f"{where}: `{KILL}` lists spellings that are no names; write `- spelling`")
        yield row


def _entry(path: Path, section: str, row: Any, line: int) -> Name:
    line = line_of(row, line)
    facts = {"name": row} if isinstance(row, str) else row
    if not isinstance(facts, dict) or not isinstance(facts.get("name"), str) or not facts["name"].strip():
        raise SettingsError(f"{path}, line {line}: an entry of `{section}` has no name; write `- {{name: ...}}`")
    for key, value in facts.items():
        where = f"{path}, line {line_of(key, line)}"
        if key not in _KEYS:
            known = ", ".join(sorted(_KEYS))
            raise SettingsError(f"{where}: `{facts['name']}` in `{section}` has an unknown key `{key}`; use {known}")
        many = key in _MANY
        if isinstance(value, list) != many or not all(isinstance(item, str) for item in (value if many else [value])):
            kind = "a list, such as [one, another]" if many else "one text"
            raise SettingsError(f"{where}: `{key}` of `{facts['name']}` in `{section}` must be {kind}")
    kept = {str(key): [str(item) for item in value] if key in _MANY else str(value) for key, value in facts.items()}
    return Name(str(kept.pop("name")), str(section), kept)
