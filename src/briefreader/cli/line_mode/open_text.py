"""The text of a brief that is read in pages: title, date, place and kind first."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.cli.line_mode.paging import pages
from briefreader.cli.printing import Output
from briefreader.cli.showing import body_lines
from briefreader.long_dates import long_date
from briefreader.model import TEXT_STATUS_WORDS, Brief


class OpenText:
    """A brief whose printed lines are parted into pages."""

    def __init__(self, brief: Brief, out: Output) -> None:
        self.brief = brief
        self._pages = pages([*_head(out, brief), "", *body_lines(out, brief)])
        self._at = 0

    @property
    def is_at_end(self) -> bool:
        """Whether the reading stands at the last page."""
        return self._at == len(self._pages) - 1

    def print(self, out: Output, ended: str) -> None:
        """Print the page at which the reading stands; the last one ends with a sentence."""
        for line in self._pages[self._at]:
            out.line(line)
        out.line()
        out.paragraph(ended if self.is_at_end else f"Page {self._at + 1} of {len(self._pages)}; next for more.")

    def turn(self, pages: int) -> bool:
        """Go some pages on, or back; return whether there was one."""
        if not 0 <= self._at + pages < len(self._pages):
            return False
        self._at += pages
        return True


def _head(out: Output, brief: Brief) -> Iterator[str]:
    """Yield the lines of the title and of the facts by which a reader knows the brief; `facts` tells the others."""
    entry, meeting = brief.entry, brief.annotation.meeting
    place = entry.place
    number = " ".join(map(str, filter(None, (entry.series, entry.ordinal))))
    doubts = {place: ("city", "country"), number: ("series", "ordinal")}
    told = [
        f"{fact} ?" if meeting and meeting.is_unsure(*doubts.get(fact, ())) else fact
        for fact in (
            long_date(entry.date) if entry.date else "Undated",
            place,
            number,
            brief.annotation.kind or "",
            TEXT_STATUS_WORDS[brief.text_status],
            brief.source or "",
        )
        if fact
    ]
    yield from out.paragraph_lines(brief.text[: brief.body_start].rstrip())
    yield from out.paragraph_lines(f"{', '.join(told)}.")
