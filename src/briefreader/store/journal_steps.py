"""The changes that the journal keeps, and their form in its file."""

import os
from typing import NamedTuple, TypeAlias

from briefreader.text import clean_line


class Change(NamedTuple):
    """A change of a file: `new` stands at the byte `at` in place of `old`; both begin with an unchanged line.

    `what` says in a few words what was changed. `path` is relative to the library if the file is inside. `before` and
    `after` are the digests of the whole file, `before` None if there was no file.
    """

    what: str
    path: str
    before: str | None
    after: str
    at: int
    old: str
    new: str


class Moves(NamedTuple):
    """Files that were moved, each from one path to another; both are relative to the library if they are inside."""

    what: str
    moves: tuple[tuple[str, str], ...]


class Marks(NamedTuple):
    """Marks of briefs that were changed; `line` says how they were before, as the record of the marks writes it.

    Each user has a record of their own, and `owner` names the one whose record was changed.
    """

    what: str
    line: str
    owner: str


class NewFiles(NamedTuple):
    """Files that were written at once, each with the digest of its content; paths are as those of a change."""

    what: str
    files: tuple[tuple[str, str], ...]


Step: TypeAlias = Change | Moves | Marks | NewFiles
"""Something that a person changed, and that is undone as one."""


def step_of(values: object) -> Step:
    """Return a change from its values in the journal. Raises ValueError where they are of another kind."""
    match values:
        case [what, path, before, after, at, old, new]:
            return _change(what, path, before, after, at, old, new)
        case {"what": str(what), "moves": [*moves]}:
            return Moves(clean_line(what), tuple(map(_two_texts, moves)))
        case {"what": str(what), "line": str(line), "owner": str(owned)}:
            return Marks(clean_line(what), line, owned)
        case {"what": str(what), "files": [*files]}:
            return NewFiles(clean_line(what), tuple(map(_two_texts, files)))
    raise ValueError("this is no change")


def _two_texts(values: object) -> tuple[str, str]:
    """Return a path and another one, or a path and a digest."""
    match values:
        case [str(path), str(other)]:
            os.fsencode(path + other)  # raises an error for characters that stand for no bytes
            return path, other
    raise ValueError("this is no path with another text")


def _change(what: object, path: object, before: object, after: object, at: object, old: object, new: object) -> Change:
    """Return a change from its values in the journal. Raises ValueError where they are of another kind."""
    match what, path, before, after, at, old, new:
        case str(), str(), str() | None, str(), int(), str(), str():
            bytes_of(old + new)  # raises an error for characters that stand for no bytes
            return Change(clean_line(what), path, before, after, at, old, new)
    raise ValueError("this is no change of a file")


def text_of(data: bytes) -> str:
    """Return the text that stands for bytes of a file in the journal, also for bytes that are no UTF-8."""
    return data.decode("utf-8", "surrogateescape")


def bytes_of(text: str) -> bytes:
    """Return the bytes for which a text of the journal stands. Raises ValueError where it stands for none."""
    return text.encode("utf-8", "surrogateescape")
