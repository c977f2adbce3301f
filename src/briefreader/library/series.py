"""Collects series of meetings with their order, missing numbers and next date."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from briefreader.model import Entry, NotFoundError
from briefreader.text import fold, words

_PARTIES = " | "


class Series(NamedTuple):
    """A series and its meetings by date; `gaps` are the missing ordinals between the lowest and the highest.

    `next` is the date of the next meeting according to the newest one.
    """

    name: str
    meetings: tuple[Entry, ...]
    gaps: tuple[int, ...]
    next: str | None


def all_series(
    entries: Sequence[Entry], next_of: Callable[[Entry], str | None], called: Callable[[str], str]
) -> tuple[Series, ...]:
    """Return every series of the entries by name; `next_of` returns the date of the next meeting according to a brief.

    `called` returns what the name of a series means: a body and, after a bar, its parties. Spellings of one meaning
    (`NCG`, `Nuclear Consultative Group`) are one series under the shortest of them.
    """
    members = _members(entries, called)
    found = (_series(_shortest(held), held, next_of) for held in members.values())
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def named(
    name: str, entries: Sequence[Entry], next_of: Callable[[Entry], str | None], called: Callable[[str], str]
) -> Series:
    """Return the series of a name, of a body that meets in one series, or of an unambiguous beginning of a name.

    Raises NotFoundError.
    """
    members = _members(entries, called)
    sought = _key(name)
    meant = called(name)
    spelled = {each: {_key(each), *(_key(entry.series or "") for entry in held)} for each, held in members.items()}
    found = (
        [each for each in members if each == meant or sought in spelled[each]]
        or [each for each in members if each.partition(_PARTIES)[0] == meant]
        or [each for each in members if sought and any(key.startswith(sought) for key in spelled[each])]
    )
    if len(found) != 1:
        names = sorted((_shortest(members[each]) for each in found or members), key=str.casefold)
        meant = ", ".join(names) or "none in this library"
        cause = "can be several series" if found else "is no series here"
        raise NotFoundError(f"{name!r} {cause}; the series: {meant}")
    return _series(_shortest(members[found[0]]), members[found[0]], next_of)


def series_names(entries: Sequence[Entry], called: Callable[[str], str]) -> Mapping[str, str]:
    """Return for each spelling of a series in the entries the name that all its spellings are shown under."""
    members = _members(entries, called)
    return {entry.series: _shortest(held) for held in members.values() for entry in held if entry.series}


def _members(entries: Sequence[Entry], called: Callable[[str], str]) -> dict[str, list[Entry]]:
    members: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.series:
            members.setdefault(called(entry.series), []).append(entry)
    return members


def _shortest(held: Sequence[Entry]) -> str:
    return min((entry.series for entry in held if entry.series), key=lambda name: (len(name), name))


def _key(name: str) -> str:
    return " ".join(fold(word.text) for word in words(name))


def _series(name: str, members: list[Entry], next_of: Callable[[Entry], str | None]) -> Series:
    in_order = sorted(members, key=lambda entry: (entry.date is None, entry.date or "", entry.ordinal or 0, entry.path))
    numbers = {entry.ordinal for entry in members if entry.ordinal}
    gaps = tuple(number for number in range(min(numbers), max(numbers)) if number not in numbers) if numbers else ()
    dated = [entry for entry in in_order if entry.date]
    return Series(name, tuple(in_order), gaps, next_of(dated[-1] if dated else in_order[-1]))
