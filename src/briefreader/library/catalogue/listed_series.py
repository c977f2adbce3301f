"""Keeps in the cache what the lists of names say of the series of a library, for the lists take long to load."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from briefreader.store import load_checked, save_checked

_NAME = "series"


class ListedSeries(NamedTuple):
    """The name that lists show for each spelling of a series, and the names shown that are those of standing bodies."""

    shown: Mapping[str, str]
    standing: frozenset[str]


def listed_series(
    folder: Path, version: str, spellings: Iterable[str], find: Callable[[], ListedSeries]
) -> ListedSeries:
    """Return what the lists of names of a version say of some spellings, from a cache folder if it is there."""
    key = [version, *sorted(spellings)]
    with suppress(ValueError, TypeError):
        saved, shown, standing = json.loads(load_checked(folder / _NAME) or b"")
        if saved == key:
            return ListedSeries(shown, frozenset(standing))
    found = find()
    with suppress(OSError):
        save_checked(folder / _NAME, json.dumps([key, dict(found.shown), sorted(found.standing)]).encode())
    return found
