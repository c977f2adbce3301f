"""Writes a document into a file that a person names."""

from pathlib import Path

from briefreader.model import LibraryError
from briefreader.store import write


def write_document(path: Path, text: str, *, replace: bool) -> None:
    """Write a document whole or not at all. Raises LibraryError, also where the file exists and is not to be replaced.

    A folder is never made: a name with a typo would make one.
    """
    if not path.parent.is_dir():
        raise LibraryError(f"{path.parent} is no folder; make it first, or name another")
    try:
        write(path, text.encode("utf-8", "replace"), path.parent, replace=replace)
    except FileExistsError as error:
        raise LibraryError(f"{path} exists already; name another file") from error
    except OSError as error:
        raise LibraryError(f"{path} cannot be written ({error.strerror or error}); name another file") from error
