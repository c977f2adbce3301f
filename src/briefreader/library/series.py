"""The series that meetings belong to: their order, what is missing between them, what comes next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefreader.model import Entry, NotFoundError
from briefreader.text import fold, words


@dataclass(frozen=True, slots=True)
class Series:
    """A series and its meetings by date; `gaps` are ordinals missing between the lowest and the highest known.

    `next` is when the newest meeting says that the following one will be.
    """

    name: str
    meetings: tuple[Entry, ...]
    gaps: tuple[int, ...]
    next: str | None


def all_series(entries: Sequence[Entry], next_of: Callable[[Entry], str | None]) -> tuple[Series, ...]:
    """Return every series of the entries by name; next_of reads what a brief says of the next meeting."""
    members: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.series:
            members.setdefault(entry.series, []).append(entry)
    return tuple(_series(name, members[name], next_of) for name in sorted(members, key=str.casefold))


def named(name: str, entries: Sequence[Entry], next_of: Callable[[Entry], str | None]) -> Series:
    """Return the series of a name or of an unambiguous beginning of one. Raises NotFoundError."""
    known = sorted({entry.series for entry in entries if entry.series}, key=str.casefold)
    sought = _key(name)
    found = [each for each in known if _key(each) == sought] or [
        each for each in known if sought and _key(each).startswith(sought)
    ]
    if len(found) != 1:
        meant = ", ".join(found or known) or "none in this library"
        cause = "can be several series" if found else "is no series here"
        raise NotFoundError(f"{name!r} {cause}; the series: {meant}")
    return _series(found[0], [entry for entry in entries if entry.series == found[0]], next_of)


def _key(name: str) -> str:
    return " ".join(fold(word.text) for word in words(name))


def _series(name: str, members: list[Entry], next_of: Callable[[Entry], str | None]) -> Series:
    in_order = sorted(members, key=lambda entry: (entry.date is None, entry.date or "", entry.ordinal or 0, entry.path))
    numbers = {entry.ordinal for entry in members if entry.ordinal}
    gaps = tuple(number for number in range(min(numbers), max(numbers)) if number not in numbers) if numbers else ()
    dated = [entry for entry in in_order if entry.date]
    return Series(name, tuple(in_order), gaps, next_of(dated[-1] if dated else in_order[-1]))
