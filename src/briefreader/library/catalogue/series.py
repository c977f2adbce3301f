"""Collects series of meetings with their order, missing numbers and next date."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from briefreader.model import Entry, NotFoundError
from briefreader.text import fold, words

_PARTIES = " | "


class Member(NamedTuple):
    """A meeting of a series by the entry of its brief, and the date of the next meeting according to it."""

    entry: Entry
    next: str | None = None


class Series(NamedTuple):
    """A series and its meetings by date; `gaps` are the missing ordinals between the lowest and the highest.

    `next` is the date of the next meeting according to the newest one.
    """

    name: str
    meetings: tuple[Entry, ...]
    gaps: tuple[int, ...]
    next: str | None


def all_series(meetings: Iterable[Member], called: Callable[[str], str]) -> tuple[Series, ...]:
    """Return every series of some meetings by name.

    `called` returns what the name of a series means: a body and, after a bar, its parties. Spellings of one meaning
    (`NCG`, `Nuclear Consultative Group`) are one series under the shortest of them.
    """
    found = (_series(_shortest(held), held) for held in _members(meetings, called).values())
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def named(name: str, meetings: Iterable[Member], called: Callable[[str], str]) -> Series:
    """Return the series of a name, of a body that meets in one series, or of an unambiguous beginning of a name.

    Raises NotFoundError.
    """
    members = _members(meetings, called)
    sought = _key(name)
    meant = called(name)
    spelled = {each: {_key(each), *(_key(one.entry.series or "") for one in held)} for each, held in members.items()}
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
    return _series(_shortest(members[found[0]]), members[found[0]])


def series_names(entries: Iterable[Entry], called: Callable[[str], str]) -> Mapping[str, str]:
    """Return for each spelling of a series in the entries the name that all its spellings are shown under."""
    members = _members(map(Member, entries), called)
    return {one.entry.series: _shortest(held) for held in members.values() for one in held if one.entry.series}


def _members(meetings: Iterable[Member], called: Callable[[str], str]) -> dict[str, list[Member]]:
    members: dict[str, list[Member]] = {}
    for each in meetings:
        if each.entry.series:
            members.setdefault(called(each.entry.series), []).append(each)
    return members


def _shortest(held: Sequence[Member]) -> str:
    return min((each.entry.series for each in held if each.entry.series), key=lambda name: (len(name), name))


def _key(name: str) -> str:
    return " ".join(fold(word.text) for word in words(name))


def _series(name: str, members: list[Member]) -> Series:
    in_order = sorted(members, key=_place)
    numbers = {each.entry.ordinal for each in members if each.entry.ordinal}
    gaps = tuple(number for number in range(min(numbers), max(numbers)) if number not in numbers) if numbers else ()
    dated = [each for each in in_order if each.entry.date]
    newest = dated[-1] if dated else in_order[-1]
    return Series(name, tuple(each.entry for each in in_order), gaps, newest.next)


def _place(each: Member) -> tuple[bool, str, int, str]:
    entry = each.entry
    return entry.date is None, entry.date or "", entry.ordinal or 0, entry.path
