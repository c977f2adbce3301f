"""Reads and writes the file of a note: YAML front matter about the brief and the passage, then the text of the note.

A person may edit such a file. What cannot be understood of it is told and left out, and the rest counts.
"""

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any, Final, NamedTuple, get_args
from urllib.parse import urlsplit

from briefreader.model import Elsewhere, Note, SourceError
from briefreader.text import clean, clean_line, decode

LARGEST: Final = 4 << 20
"""Bytes of the largest file that is read as a note."""

_FENCE = re.compile(r"^--- *$", re.M)
_LINE = re.compile(r"([a-z]+): (\".*\"|\[.*\])")
_ENTRY = re.compile(r"^([\w-]+) *:", re.M)
_ENTRIES = re.compile(r"(?:[A-Za-z_-]+ *:.*(?:\n[ \t-].*)*(?:\n|\Z))*")
_LARGEST_YAML: Final = 1 << 17
"""Characters of front matter that are given to the YAML parser at once: it needs seconds for a million."""

_KEYS: Final = frozenset("brief file title date address quote before after elsewhere labels made changed from".split())
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z")
_SCHEMES: Final = ("http", "https", "mailto")
_LABELS: Final = re.compile(r"[,\n]")


class NoteFile(NamedTuple):
    """The content of the file of a note.

    `title`, `date` and `url` are those of the brief, by which the note is of use without the program. `faults` tell
    what in the file could not be understood.
    """

    note: Note
    title: str = ""
    date: str | None = None
    url: str | None = None
    faults: tuple[str, ...] = ()


def render(file: NoteFile) -> bytes:
    """Return the bytes of the file of a note."""
    note = file.note
    said: dict[str, object] = {
        "brief": note.brief_id,
        "file": note.path,
        "title": file.title,
        "date": file.date,
        "address": file.url,
        "quote": note.quote,
        "before": note.before,
        "after": note.after,
        "elsewhere": note.elsewhere,
        "labels": list(note.labels),
        "made": note.made,
        "changed": note.changed,
        "from": note.origin,
    }
    lines = [f"{key}: {_value(value)}" for key, value in said.items() if value]
    return "\n".join(["---", *lines, "---", "", note.text, ""]).encode("utf-8", "replace")


def with_text(data: bytes, note: Note) -> bytes:
    """Return the bytes of the file of a note with the text, the labels and the time of change of `note`.

    All other lines stay as a person may have written them.
    """
    head, body = _parts(data.decode("utf-8-sig", "replace").replace("\r\n", "\n"))
    if head is None or body is None:
        return render(read(data, note.id)._replace(note=note))
    for key, value in {"labels": list(note.labels), "changed": note.changed}.items():
        head = _with_line(head, key, f"{key}: {_value(value)}\n" if value else "")
    return f"---\n{head}---\n\n{note.text}\n".encode("utf-8", "replace")


def _with_line(head: str, key: str, line: str) -> str:
    """Return front matter with another line for a key, in place of the lines of the key that it has."""
    found = re.search(rf"^{key} *:.*\n(?:(?:[ \t-].*)?\n)*", head, re.M)
    return f"{head[: found.start()]}{line}{head[found.end() :]}" if found else head + line


def _value(value: object) -> str:
    """Return a value as JSON, which is YAML too."""
    return json.dumps(value, ensure_ascii=False)


def read(data: bytes, id: str) -> NoteFile:
    """Return the content of the file of a note with an ID; it raises nothing, whatever the bytes are."""
    faults: list[str] = []
    try:
        text = decode(data)
    except SourceError as error:
        faults.append(str(error).partition("; ")[0])
        text = clean(data.decode("utf-8-sig", "replace"))
    head, body = _parts(text)
    if head is None:
        faults.append("the front matter is missing")
    elif body is None:
        faults.append("the line --- that ends the front matter is missing")
        lines = _ENTRIES.match(head)
        end = lines.end() if lines else 0
        head, body = head[:end], head[end:]
    values = _values(head or "", faults)
    if not _line(values, "brief"):
        faults.append("it does not say on which brief it is")
    made = _time(values, "made", faults)
    note = Note(
        id=id,
        brief_id=_line(values, "brief"),
        path=_line(values, "file"),
        quote=_text(values, "quote"),
        before=_text(values, "before"),
        after=_text(values, "after"),
        text=text_of_note(body if body is not None else text),
        labels=_labels(values),
        made=made,
        changed=_time(values, "changed", faults) or made,
        elsewhere=_elsewhere(values),
        origin=_line(values, "from"),
    )
    date, url = _date(values, faults), _address(values, faults)
    return NoteFile(note, _line(values, "title"), date, url, tuple(faults))


def text_of_note(text: str) -> str:
    """Return the cleaned text of a note as its file keeps it, without blank lines around it."""
    return clean(text).rstrip().strip("\n")


def labels_of(labels: Sequence[str]) -> tuple[str, ...]:
    """Return cleaned labels, each once; a comma separates two labels."""
    parts = (clean_line(part) for label in labels for part in _LABELS.split(label))
    return tuple(dict.fromkeys(part for part in parts if part))


def _parts(text: str) -> tuple[str | None, str | None]:
    """Return the front matter and the text of a file; None for front matter, or an end of it, that is missing."""
    opening = _FENCE.match(text)
    if opening is None:
        return None, None
    start = min(opening.end() + 1, len(text))
    closing = _FENCE.search(text, start)
    if closing is None:
        return text[start:], None
    return text[start : closing.start()], text[closing.end() :].removeprefix("\n")


def _values(head: str, faults: list[str]) -> Mapping[str, Any]:
    """Return the values of front matter; lines of this program need no YAML parser."""
    values: dict[str, Any] = {}
    for line in head.split("\n"):
        found = _LINE.fullmatch(line.rstrip())
        if not found:
            if line.strip():
                return _parsed(head, faults)
        elif (value := _loaded(found[2])) is None:
            return _parsed(head, faults)
        else:
            values.setdefault(found[1], value)
    return values


def _loaded(value: str) -> object:
    """Return a value of JSON, None where it is none."""
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None


def _parsed(head: str, faults: list[str]) -> Mapping[str, Any]:
    """Return the values of front matter that a person has edited; of a broken one, those that can be read alone."""
    if len(head) <= _LARGEST_YAML:
        try:
            return _mapping(head)
        except SourceError as error:
            faults.append(str(error))
    values: dict[str, Any] = {}
    for key, entry in _entries(head).items():
        found = _LINE.fullmatch(entry.rstrip())
        value = _loaded(found[2]) if found else None
        if value is not None:
            values[key] = value
        elif len(entry) > _LARGEST_YAML:
            faults.append(f"`{key}` is too long, and is left out")
        else:
            with suppress(SourceError):
                values[key] = _mapping(entry).get(key)
    return values


def _entries(head: str) -> Mapping[str, str]:
    """Return the lines of each key that a note has, the first ones where it has the key several times."""
    starts = [(each.start(), each[1].lower()) for each in _ENTRY.finditer(head)]
    entries: dict[str, str] = {}
    for (start, key), (end, _) in pairwise([*starts, (len(head), "")]):
        if key in _KEYS:
            entries.setdefault(key, head[start:end])
    return entries


def _mapping(text: str) -> dict[str, Any]:
    """Return the mapping of a YAML text with texts, lists and mappings. Raises SourceError where it is none."""
    import yaml

    try:
        found = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # it makes text of all scalars
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 2}" if mark else ""
        raise SourceError(f"the front matter is not YAML{where}") from error
    except (RecursionError, ValueError, TypeError) as error:
        raise SourceError("the front matter is not YAML") from error
    if found is None or found == "":
        return {}
    if not isinstance(found, dict):
        raise SourceError("the front matter has no keys and values")
    return {key.lower(): value for key, value in found.items() if isinstance(key, str)}


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return clean(value) if isinstance(value, str) else ""


def _line(values: Mapping[str, Any], key: str) -> str:
    return clean_line(_text(values, key))


def _labels(values: Mapping[str, Any]) -> tuple[str, ...]:
    value = values.get("labels")
    listed = value if isinstance(value, list) else [value]
    return labels_of([each for each in listed if isinstance(each, str)])


def _elsewhere(values: Mapping[str, Any]) -> Elsewhere:
    value = _line(values, "elsewhere")
    return next((known for known in get_args(Elsewhere) if known == value), "")


def _date(values: Mapping[str, Any], faults: list[str]) -> str | None:
    value = _line(values, "date")
    if value and not _DATE.fullmatch(value):
        faults.append("`date` is no date such as 2026-11-29")
        return None
    return value or None


def _address(values: Mapping[str, Any], faults: list[str]) -> str | None:
    """Return the address of the brief, if it is one that other programs may follow."""
    value = _line(values, "address")
    if value and not _is_address(value):
        faults.append("`address` is no address of a web page")
        return None
    return value or None


def _is_address(value: str) -> bool:
    try:
        return urlsplit(value).scheme in _SCHEMES
    except ValueError:  # brackets that are no IPv6 address
        return False


def _time(values: Mapping[str, Any], key: str, faults: list[str]) -> str:
    value = _line(values, key)
    if value and not _TIME.fullmatch(value):
        faults.append(f"`{key}` is no time such as 2026-11-29T14:22:33Z")
        return ""
    return value
