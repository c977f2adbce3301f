"""Finds the side that a library is written from, and the people who lead for it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from briefreader.meetings.account import Account
from briefreader.meetings.held_meeting import HeldMeeting

_LEAST_SHARE = 0.6  # of the meetings of several sides
_MOST_OF_NEXT = 0.75  # of the meetings of the side found, for any other side
_LEAST_COUNTERPARTS = 3


def home_of(meetings: Iterable[HeldMeeting | Account]) -> str | None:
    """Return the side that takes part in most meetings of several sides, None if it is not clearly one side.

    The meetings are those held, or those that accounts tell of.
    """
    counts: Counter[str] = Counter()
    several = 0
    for meeting in meetings:
        if len(meeting.sides) > 1:
            several += 1
            counts.update(dict.fromkeys(meeting.sides, 1))
    first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    clear = several and first[1] >= _LEAST_SHARE * several and second[1] <= _MOST_OF_NEXT * first[1]
    return first[0] if clear else None


def others_than(home: str | None, meeting: HeldMeeting) -> tuple[str, ...]:
    """Return the sides of a meeting without the side of the library."""
    return tuple(side for side in meeting.sides if side != home)


class HomePeople:
    """Tells who leads for the side of the library: whoever meets several counterparts, one at a time."""

    def __init__(self, meetings: Iterable[HeldMeeting], home: str | None) -> None:
        self._home = home
        met: dict[str, set[str]] = {}
        for meeting in meetings if home else ():
            others = others_than(home, meeting)
            if len(others) == 1 and len(meeting.sides) > 1:
                for lead in meeting.leads:
                    met.setdefault(lead, set()).update(others)
        self._found = {lead for lead, counterparts in met.items() if len(counterparts) >= _LEAST_COUNTERPARTS}

    def parted(self, meeting: HeldMeeting) -> tuple[Sequence[str], Sequence[str]]:
        """Return the leads of a meeting who lead for the side of the library, and the others."""
        leads = meeting.leads
        if self._home is None or self._home not in meeting.sides:
            return (), leads
        ours = [lead for lead in leads if lead in self._found]
        if not ours and len(leads) > 1 and len(leads) == len(meeting.sides):
            ours = [leads[meeting.sides.index(self._home)]]  # texts name people and countries in one order
        return ours, [lead for lead in leads if lead not in ours]
