"""Remembers how a person has set up the reader, for the next session: a small JSON file in the user's data folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from briefreader.config import SHORTEST_TEXT
from briefreader.model import ReadOnlyError
from briefreader.store import make_folder, read_json, write

NAME = "reader.json"
_LARGEST = 1 << 20  # bytes
_MOST_FOLDS = 2_000
_MOST_LIBRARIES = 200
_WIDEST = 10_000


class View(NamedTuple):
    """How the reader looks; None where a person has not chosen.

    `theme` is the chosen theme with the one that the settings named then, `share` the part of the columns that the list
    takes. `whole_screen` gives the article the whole screen while it is read, `snippets` shows passages under hits.
    `order` is that of all briefs, `by_name` that of series and counterparts, `sort` that of hits. `folds` has the keys
    of the rows of one library that are not folded or open as at first. `text_width` is the longest line in cells, with
    the one that the settings named then.
    """

    theme: tuple[str, str] | None = None
    share: float | None = None
    whole_screen: bool = False
    snippets: bool = True
    order: str | None = None
    by_name: bool = False
    sort: str | None = None
    folds: frozenset[str] = frozenset()
    text_width: tuple[int, int | None] | None = None


class Remembered:
    """The view of one library in the file of all; `key` names the library. If `read_only`, nothing is written."""

    def __init__(self, path: Path, key: str, *, read_only: bool = False) -> None:
        self.path = path
        self._key = key
        self._read_only = read_only

    def read(self) -> View:
        """Return the view, with its first values wherever the file is missing, damaged or says something unknown."""
        known = self._known()
        values = {name: value for name, read in _READERS.items() if (value := read(known.get(name))) is not None}
        return View(**values, folds=_folds(_mapping(known.get("folds")).get(self._key)))

    def write(self, before: View, after: View) -> None:
        """Write the values that have changed; all others stay as the last session has written them.

        Raises OSError if the file cannot be written, ReadOnlyError if it may not be written.
        """
        if self._read_only:
            raise ReadOnlyError
        known = dict(self._known())
        was, now = before._asdict(), after._asdict()
        known |= {name: value for name, value in now.items() if name != "folds" and value != was[name]}
        if after.folds != before.folds:
            others = {key: folds for key, folds in _mapping(known.get("folds")).items() if key != self._key}
            latest = dict([*others.items()][1 - _MOST_LIBRARIES :])
            known["folds"] = latest | {self._key: sorted(after.folds)[:_MOST_FOLDS]}
        data = _packed(known)
        while len(data) > _LARGEST and (folds := _mapping(known.get("folds"))):
            known["folds"] = dict([*folds.items()][1:])  # those of the library that was folded longest ago
            data = _packed(known)
        make_folder(self.path.parent)
        write(self.path, data, self.path.parent, replace=True)

    def _known(self) -> Mapping[str, Any]:
        return _mapping(read_json(self.path, _LARGEST))


def _packed(known: Mapping[str, Any]) -> bytes:
    return json.dumps(known, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _folds(value: object) -> frozenset[str]:
    return frozenset(key for key in value if isinstance(key, str)) if isinstance(value, list) else frozenset()


def _theme(value: object) -> tuple[str, str] | None:
    return (str(value[0]), str(value[1])) if isinstance(value, list) and len(value) == 2 else None


def _share(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and 0 < value < 1 else None


def _cells(value: object) -> tuple[int, int | None] | None:
    width, setting = value if isinstance(value, list) and len(value) == 2 else (value, None)
    if not isinstance(width, int) or not isinstance(setting, int | None):
        return None
    return (max(width, SHORTEST_TEXT), setting) if 0 < width < _WIDEST else None


def _switch(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None


_READERS: Mapping[str, Callable[[object], Any]] = {
    "theme": _theme,
    "share": _share,
    "text_width": _cells,
    "whole_screen": _switch,
    "snippets": _switch,
    "order": _word,
    "by_name": _switch,
    "sort": _word,
}
