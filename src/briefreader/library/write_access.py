"""The right to change a library's files, held by one process at a time and by none for the sample."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefreader.library.choice import sample_folder
from briefreader.model import LibraryError
from briefreader.store import State, state_folder


def state_of(root: Path, data: Path) -> State:
    """Return what is kept about the library at root besides its briefs; data is the user's data folder."""
    return State(state_folder(root, data, read_only=_is_sample(root)))


@contextmanager
def writing(root: Path, data: Path, purpose: str, told: Callable[[str], object]) -> Iterator[State]:
    """Hold the right to change the library at root; told hears who else does while it is waited for.

    Raises LibraryError where the library is the sample, is read-only, or cannot be written in between.
    """
    if _is_sample(root):
        raise LibraryError("the sample library is never changed; `briefreader add` makes one of your own")
    if not os.access(root, os.W_OK | os.X_OK):
        raise LibraryError(f"the library {root} is read-only; name another with --library")
    state = state_of(root, data)
    try:
        with state.lock(purpose, told):
            state.discard_partial()
            yield state
    except OSError as error:
        cause = error.strerror or str(error)
        message = f"the library {root} cannot be written ({cause}); free some space or mend its permissions"
        raise LibraryError(message) from error


def is_changeable(root: Path) -> bool:
    """Whether the library at root may be written to at all."""
    return not _is_sample(root) and os.access(root, os.W_OK | os.X_OK)


def _is_sample(root: Path) -> bool:
    return root.resolve() == sample_folder().resolve()
