"""The lists of names on disk: YAML files of sections, read with mistakes explained, and kept compiled.

The section says what kind of name it holds, an entry is `{name, aliases, ...}` (data/names/nationalities.yaml
documents the keys); the section `kill` holds spellings that are no names.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from briefreader.annotate.names.gazetteer import SECTIONS, Name, Names, compile_names
from briefreader.annotate.names.yaml_values import line_of, parse
from briefreader.model import SettingsError
from briefreader.text import clean_line, decode

KILL = "kill"
_FORMAT = "briefreader names 3"
_MOST_BYTES = 4_000_000
_KEYS = frozenset("name aliases sides short side country city acronym context zone".split())
_MANY = frozenset("aliases sides short".split())


class NameList(NamedTuple):
    """What one file says."""

    entries: tuple[Name, ...]
    killed: tuple[str, ...]


def load(places: Sequence[Path], cache: Path | None = None) -> Names:
    """Return the names of lists: the program's in the first of the places, then the user's own, later ones winning.

    A place is a file, or a folder of `*.yaml` files; one that is missing holds none. `cache` is a folder where the
    compiled form is kept: missing, damaged, older or not writable, it is rebuilt or done without, silently. Raises
    SettingsError where a list cannot be read.
    """
    ours = [(path, _bytes(path)) for place in places[:1] for path in _files(place)]
    theirs = [(path, _bytes(path)) for place in places[1:] for path in _files(place)]
    digest = hashlib.sha256(f"{_FORMAT} {len(ours)}".encode())
    for _, data in (*ours, *theirs):
        digest.update(f"\0{len(data)}\0".encode())
        digest.update(data)
    key = digest.hexdigest()
    kept = cache / f"names-{key[:16]}.json" if cache else None
    if kept and (names := _cached(kept, key)):
        return names
    lists = [read(path, data) for path, data in ours]
    added = [read(path, data) for path, data in theirs]
    names = compile_names(
        [entry for each in lists for entry in each.entries],
        [entry for each in added for entry in each.entries],
        [spelling for each in (*lists, *added) for spelling in each.killed],
    )
    if kept:
        _keep(kept, key, names)
    return names


def _files(place: Path) -> list[Path]:
    return sorted(place.glob("*.yaml")) if place.is_dir() else [place] if place.is_file() else []


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}: the list of names cannot be read ({error.strerror}); check the file") from error
    if len(data) > _MOST_BYTES:
        raise SettingsError(f"{path}: the list of names is larger than 4 MB; split it")
    return data


def read(path: Path, data: bytes) -> NameList:
    """Return the names of a list. Raises SettingsError, naming file, line and key."""
    sections = parse(path, decode(data))
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
        yield clean_line(row)


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


def _cached(path: Path, key: str) -> Names | None:
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        if head.decode("ascii", "replace") != f"{key} {hashlib.sha256(body).hexdigest()}":
            return None
        rows, trie, renamed, killed, by_spelling = json.loads(body)
        return Names(tuple(Name(*row) for row in rows), trie, renamed, frozenset(killed), by_spelling)
    except (OSError, ValueError, TypeError):
        return None


def _keep(path: Path, key: str, names: Names) -> None:
    rows = [(entry.name, entry.section, entry.facts, entry.own) for entry in names.entries]
    compiled = (rows, names.trie, names.renamed, sorted(names.killed), names.by_spelling)
    body = json.dumps(compiled, ensure_ascii=False, separators=(",", ":")).encode()
    import tempfile  # 5 ms, and seldom needed

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
