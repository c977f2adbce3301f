"""The tabs of the view of a series, and what is known of the series in all of them."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from briefreader.library import Series
from briefreader.meetings import HeldMeeting
from briefreader.model import Entry

Tab = Literal["meetings", "attendance", "commitments", "claims"]
TABS: Sequence[Tab] = ("meetings", "attendance", "commitments", "claims")


class SeriesContent(NamedTuple):
    """What is known of a series; attendance, commitments and claims are read when their tabs are opened."""

    series: Series
    held: Sequence[HeldMeeting | None]
    labels: Mapping[str, str]
    statements: Sequence[Entry] = ()
    """The joint statements of its body that tell of no meeting."""

    def face(self, brief_id: str) -> str:
        """Return the ID of the brief that stands for the meeting which a brief tells of, its own if of none."""
        held = (each for each in self.held if each is not None)
        return next((each.face for each in held if any(brief.id == brief_id for brief in each.briefs)), brief_id)


def tab_line(tab: Tab, width: int) -> str:
    """Return the names of the tabs with their numbers, the open one in brackets; closer together where they must be."""
    names = [f"{number} {name}" for number, name in enumerate(TABS, 1)]
    at = TABS.index(tab)
    line = " ".join(f"[{name}]" if number == at else f" {name} " for number, name in enumerate(names))
    if len(line) <= width:
        return line
    before, after = " ".join(names[:at]), " ".join(names[at + 1 :])
    return f" {before}[{names[at]}]{after}" if before else f"[{names[at]}]{after}"
