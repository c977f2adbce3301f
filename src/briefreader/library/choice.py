"""Chooses the folder of the library: a named one, the user's own, else the sample."""

from pathlib import Path

from briefreader.config import Places, Settings, data_folder, library_variable
from briefreader.model import LibraryError, ReadOnlyError


def sample_folder() -> Path:
    """Return the folder of the sample library, into which nothing is written."""
    return data_folder() / "library"


def choose(places: Places, settings: Settings, *, named: Path | None = None, sample: bool = False) -> Path:
    """Return the folder to read: `named`, that of the environment, of the settings, the default one, or the sample.

    Raises LibraryError if a named folder does not exist.
    """
    if sample:
        return sample_folder()
    wanted = _wanted(settings, named)
    if wanted is None:
        return sample_folder() if falls_back_to_sample(places, settings) else places.library
    if not wanted.is_dir():
        what = "is no folder" if wanted.exists() else "does not exist"
        raise LibraryError(f"the library {wanted} {what}; name another, or make it with `briefreader add`")
    return wanted


def falls_back_to_sample(places: Places, settings: Settings, *, named: Path | None = None) -> bool:
    """Return whether the sample is read because no other library is named and the default one does not exist."""
    return _wanted(settings, named) is None and not places.library.is_dir()


def choose_for_adding(places: Places, settings: Settings, *, named: Path | None = None, sample: bool = False) -> Path:
    """Return the folder to add briefs to, and make it if it is missing. Raises LibraryError."""
    if settings.read_only:
        raise ReadOnlyError
    if sample:
        raise LibraryError("the sample library is never written to; add without --sample, to a library of your own")
    wanted = _wanted(settings, named) or places.library
    try:
        wanted.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = error.strerror or str(error)
        raise LibraryError(f"the library {wanted} cannot be made ({cause}); name another with --library") from error
    return wanted


def _wanted(settings: Settings, named: Path | None) -> Path | None:
    return named or library_variable() or settings.library
