"""Faults as a person reads them, and the errors of the program with a message for a person."""

from typing import NamedTuple

from briefreader.model.brief import Entry


class Problem(NamedTuple):
    """A fault as a person reads it: the place, the fault and the remedy."""

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


class BriefreaderError(Exception):
    """An error whose message is one sentence for a person with the fault, its place and the remedy."""


class SourceError(BriefreaderError):
    """A file cannot be read as a brief."""


class LibraryError(BriefreaderError):
    """A library cannot be read or written."""


class ReadOnlyError(LibraryError):
    """Something would be written although the person has forbidden it."""

    def __init__(self) -> None:
        super().__init__("nothing is written with --read-only or read_only; start without it")


class IndexLostError(LibraryError):
    """The search index is damaged or missing; an update rebuilds it."""


class NotFoundError(BriefreaderError):
    """No brief, name or series is meant, or several are; `candidates` are possible briefs, `names` possible names."""

    def __init__(self, message: str, candidates: tuple[Entry, ...] = (), names: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates
        self.names = names


class SettingsError(BriefreaderError):
    """A setting or a list of names has a mistake; the message names file, line and key."""


class UsageError(BriefreaderError):
    """The command line has a mistake."""
