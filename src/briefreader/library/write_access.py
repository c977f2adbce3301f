"""Gives one process at a time write access to the files of a library, and none to the sample library."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefreader.config import Places
from briefreader.indexing import is_sample, library_state
from briefreader.model import LibraryError
from briefreader.store import State


@contextmanager
def write_access(root: Path, places: Places, purpose: str, notify: Callable[[str], object]) -> Iterator[State]:
    """Hold the lock of the library at root; `notify` is called with a sentence about the process that holds it already.

    Raises LibraryError if nothing may be written, the library is the sample or read-only, or a write fails.
    """
    places.require_writing()
    if is_sample(root):
        raise LibraryError("the sample library is never changed; `briefreader add` makes one of your own")
    if not os.access(root, os.W_OK | os.X_OK):
        raise LibraryError(f"the library {root} is read-only; name another with --library")
    state = library_state(root, places)
    try:
        with state.lock(purpose, notify):
            state.discard_partial()
            yield state
    except OSError as error:
        cause = error.strerror or str(error)
        message = f"the library {root} cannot be written ({cause}); free some space or mend its permissions"
        raise LibraryError(message) from error


def is_writable(root: Path) -> bool:
    """Return whether files of the library at root may be written."""
    return not is_sample(root) and os.access(root, os.W_OK | os.X_OK)
