"""Keeps the lists of names that an index was made with, from which the briefs concerned by a change are found.

An index that is being changed from one state of the lists to another was made with both: until the change is done, any
of its briefs may have been read with either.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefreader.indexing.known_names import OwnList
from briefreader.store import load_checked, save_checked

_NAME = "made-with"
_AND = "+"


class MadeWith(NamedTuple):
    """The lists of the user by the version of program and lists, and the version of the program that they belong to.

    `stating` are the paths of the files that state facts of a meeting, in which names may stand that the text lacks.
    """

    program: str = ""
    lists: Mapping[str, tuple[OwnList, ...]] = MappingProxyType({})
    stating: frozenset[str] = frozenset()

    def of(self, versions: str) -> list[tuple[OwnList, ...]] | None:
        """Return the lists of the versions that `joined` has joined, None if one is unknown."""
        names = versions.split(_AND)
        return [self.lists[name] for name in names] if self.lists.keys() >= {*names} else None


def joined(versions: str, version: str) -> str:
    """Return the versions with which an index was made once some of its briefs are of one more version.

    >>> joined("a+b", "c"), joined("a+b", "b")
    ('a+b+c', 'a+b')
    """
    return _AND.join(dict.fromkeys((*versions.split(_AND), version)))


def load(folder: Path) -> MadeWith:
    """Return the record in a cache folder, an empty one if it is missing or damaged."""
    try:
        program, lists, stating = json.loads(load_checked(folder / _NAME) or b"")
        known = {
            version: tuple((Path(path), text.encode("utf-8", "surrogateescape")) for path, text in each)
            for version, each in lists.items()
        }
        return MadeWith(program, known, frozenset(stating))
    except (ValueError, TypeError, AttributeError):
        return MadeWith()


def save(record: MadeWith, folder: Path) -> None:
    """Write the record into a cache folder. Raises OSError."""
    lists = {
        version: [(str(path), data.decode("utf-8", "surrogateescape")) for path, data in each]
        for version, each in record.lists.items()
    }
    body = json.dumps([record.program, lists, sorted(record.stating)]).encode()
    save_checked(folder / _NAME, body)
