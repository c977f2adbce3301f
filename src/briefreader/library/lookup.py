"""Finds the one brief that a person means by an ID, a path or words."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.indexing import requested_id
from briefreader.model import Entry, NotFoundError
from briefreader.store import file_digest
from briefreader.text import fold, words

if TYPE_CHECKING:
    from briefreader.indexing import KeptIds

MOST_CANDIDATES = 20


def resolve(word: str, entries: Sequence[Entry], root: Path, kept: Callable[[], KeptIds]) -> Entry:
    """Return the brief of an ID, of an unambiguous beginning of an ID, or of a path, the user's or within the library.

    A brief is found by every ID that it was ever given. `kept` returns the records of these IDs. Raises NotFoundError
    with the candidates.
    """
    word = word.removesuffix("…")  # as `list` cuts an ID to the terminal
    by_path = {entry.path: entry for entry in entries}
    found = [entry for entry in entries if entry.id == word]
    if not found and (path := relative(word, root)) in by_path:
        found = [by_path[path]]
    found = found or [by_path[path] for path in (word,) if path in by_path]
    found = found or [by_path[path] for path in kept().paths(word) if path in by_path]
    found = found or [by_path[path] for path in (f"{word}.md",) if path in by_path]
    found = found or [entry for entry in entries if word and entry.id.startswith(word)]
    found = found or [entry for entry in entries if _had_suffix(entry, word, root)]
    folded = word.casefold()
    found = found or [entry for entry in entries if word and entry.id.casefold().startswith(folded)]
    found = found or [by_path[path] for path in (kept().paths(word, beginning=True) if word else ()) if path in by_path]
    return _only(found, word)


def _had_suffix(entry: Entry, word: str, root: Path) -> bool:
    """Return whether a word is the ID of a brief with a suffix made from the content of its file."""
    if not word.startswith(f"{entry.id}-"):
        return False
    with suppress(OSError):
        return requested_id(word, file_digest(root / entry.path), entry.path).base == entry.id
    return False


def resolve_words(sought: str, entries: Sequence[Entry], root: Path, kept: Callable[[], KeptIds]) -> Entry:
    """Return the brief of an ID or path, else of the one meeting that all words name: `edscg 5`, `ncg 2024 seoul`.

    Words of titles count only if series, numbers, dates and places name none. Raises NotFoundError with the candidates.
    """
    try:
        return resolve(sought, entries, root, kept)
    except NotFoundError as error:
        if error.candidates or not sought.split():
            raise
    for facts in (_facts, _facts_and_title):
        if found := [entry for entry in entries if all(_names(word, facts(entry), entry) for word in sought.split())]:
            return _only(found, sought)
    return _only([], sought)


def _only(found: Sequence[Entry], sought: str) -> Entry:
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"there is no brief {sought!r}; `briefreader list` shows the IDs")
    shown = f", the first {MOST_CANDIDATES} are shown" if len(found) > MOST_CANDIDATES else ""
    message = f"{sought!r} can be any of {len(found)} briefs{shown}; write more of the ID"
    raise NotFoundError(message, tuple(found[:MOST_CANDIDATES]))


def relative(word: str, root: Path) -> str | None:
    """Return the path within the library of a file that the user names, None if it is elsewhere."""
    if "\0" in word:
        return None
    path = os.path.realpath(word)
    base = os.path.realpath(root)
    return os.path.relpath(path, base) if path.startswith(base + os.sep) else None


def _facts(entry: Entry) -> str:
    return " ".join(part for part in (entry.series, entry.city, entry.country) if part)


def _facts_and_title(entry: Entry) -> str:
    return f"{_facts(entry)} {entry.title}"


def _names(word: str, facts: str, entry: Entry) -> bool:
    number = word.casefold().removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    if number.isdecimal() and len(number) < 4:
        return entry.ordinal == int(number)
    if entry.date and word[:1].isdecimal() and entry.date.startswith(word):
        return True
    return all(any(fold(part.text).startswith(sought) for part in words(facts)) for sought in _folded(word))


def _folded(word: str) -> list[str]:
    return [fold(part.text) for part in words(word)] or ["\0"]
