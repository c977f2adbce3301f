"""The state of line mode: the numbered list that is open, and the brief that is read in pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from briefreader.cli.line_mode.listing import Listing
from briefreader.cli.line_mode.open_text import OpenText
from briefreader.cli.line_mode.paging import pages
from briefreader.cli.session import Session
from briefreader.counts import counted
from briefreader.library import Library
from briefreader.model import Brief, Entry, Hit, LibraryError, NotFoundError

BRIEFS = "brief", "briefs"
NO_BRIEF = "no brief is open; write its number, or read and its ID"


class Conversation:
    """The list and the brief that are open in a library, with the query of the last search."""

    def __init__(self, session: Session, library: Library) -> None:
        self.session = session
        self.out = session.out
        self.library = library
        self.query = ""
        self._listing: Listing[Any] = Listing("", (), str, lambda at: None, BRIEFS)
        self._text: OpenText | None = None
        self._row: int | None = None
        self._reads = False
        self._rest: list[list[str]] = []

    def say(self, text: str) -> None:
        """Print a sentence."""
        self.out.paragraph(text)

    def say_error(self, message: str) -> None:
        """Print the message of an error as a sentence."""
        self.say(f"{message[:1].upper()}{message[1:]}.")

    def answer(self, told: Iterable[tuple[str, str]]) -> None:
        """Print the first page of an answer, which is given as beginnings and texts of lines."""
        lines = [line for start, text in told for line in self.out.paragraph_lines(text, start)]
        self._rest = pages(lines)
        self._print_answer()

    def _print_answer(self) -> None:
        for line in self._rest.pop(0):
            self.out.line(line)
        if self._rest:
            self.say(f"{counted(len(self._rest), 'more page')}; next for more.")

    def end_answer(self) -> None:
        """Forget the pages of an answer that were not asked for."""
        self._rest = []

    def show(self, listing: Listing[Any]) -> None:
        """Make a list the open one and print its first page."""
        self._listing, self._row, self._reads = listing, None, False
        listing.print(self.out)

    def show_briefs(self, heading: str, rows: Sequence[Entry | Hit]) -> None:
        """Make a list of briefs the open one and print its first page."""
        self.show(Listing(heading, rows, told, lambda at: self.open(rows[at].id), BRIEFS))

    def show_all(self) -> None:
        """List all briefs, the newest first."""
        self.list_silently()
        self._listing.print(self.out)

    def list_silently(self) -> None:
        """Make the list of all briefs the open one without printing it."""
        self.query, self._row, self._reads = "", None, False
        entries = self.library.entries()
        heading = f"{self.library.name}, {counted(len(entries), *BRIEFS)}, newest first:"
        self._listing = Listing(heading, entries, told, lambda at: self.open(entries[at].id), BRIEFS)

    def search_or_all(self, query: str) -> None:
        """List the briefs that a query finds, all with an empty one."""
        if query:
            self.search(query)
        else:
            self.show_all()

    def search(self, query: str) -> bool:
        """List the briefs that a query finds, and return whether there are any."""
        if errors := self.library.query_errors(query):
            self.say_error("; ".join(errors))
            return True
        found = self.session.mending(lambda: self.library.search(query, limit=None, quick=True, titles=False))
        if not found.total:
            hint = f"; did you mean {found.suggestion}?" if found.suggestion else "."
            self.say(f"No brief matches {found.understood}{hint}")
            return False
        self.query = query
        self.show_briefs(f"{counted(found.total, *BRIEFS)} found ({found.understood}), newest first:", found.hits)
        return True

    def show_list(self) -> None:
        """Print the page of the open list that holds the open brief, or at which the reading stood."""
        self._reads = False
        if self._row is not None:
            self._listing.show(self._row)
        self._listing.print(self.out)

    def choose(self, number: int) -> None:
        """Open a row of the list by its number."""
        self._row = self._row_numbered(number)
        self._listing.opened(self._row)

    def _row_numbered(self, number: int) -> int:
        """Return the row of the list that has a number. Raises NotFoundError where there is none."""
        if not 1 <= number <= len(self._listing.rows):
            count = counted(len(self._listing.rows), *self._listing.unit)
            raise NotFoundError(f"there is no number {number}; the list has {count}")
        return number - 1

    def open(self, id: str) -> None:
        """Open a brief and print its first page."""
        self._text = self._read(id)
        self.print_page()

    def _read(self, id: str) -> OpenText:
        return OpenText(self.library.corrected(self.library.brief(id)), self.out)

    def open_alone(self, id: str) -> None:
        """Open a brief that was not chosen from the list, and print its first page."""
        rows = self._listing.rows
        self._row = next((at for at, row in enumerate(rows) if getattr(row, "id", None) == id), None)
        self.open(id)

    @property
    def is_reading(self) -> bool:
        """Whether a brief was shown last, and not a list."""
        return self._reads

    def brief_of_row(self, number: int) -> Brief:
        """Return the brief of a row of the list by its number, and make it the open one without printing it."""
        row = self._row_numbered(number)
        id = getattr(self._listing.rows[row], "id", None)
        if id is None:
            raise NotFoundError(f"number {number} is no brief; write the number alone to open it")
        self._row = row
        self._text = self._read(id)
        return self.brief()

    def brief(self) -> Brief:
        """Return the open brief, and name it if a list was shown since. Raises NotFoundError where none is open."""
        if self._text is None:
            raise NotFoundError(NO_BRIEF)
        if not self._reads:
            self.say(f"Of “{self._text.brief.entry.title}”:")
        return self._text.brief

    def print_page(self) -> None:
        """Print the page at which the reading of the open brief stands. Raises NotFoundError where none is open."""
        if self._text is None:
            raise NotFoundError(NO_BRIEF)
        self._reads = True
        self._text.print(self.out, f"End of the text{self._place()}.")
        if self._text.is_at_end:
            self._mark_read(self._text.brief.entry.id)

    def _mark_read(self, id: str) -> None:
        """Mark a brief as read, unless it is already or nothing may be written."""
        if not self.library.reading.is_read(id):
            with suppress(LibraryError):
                self.library.reading.mark_read([id], True)

    def _place(self) -> str:
        """Return in words at which row of the list the open brief stands."""
        if self._row is None:
            return ""
        following = "; next reads the next one" if self._row + 1 < len(self._listing.rows) else ""
        return f", {self._listing.unit[0]} {self._row + 1} of {len(self._listing.rows):,}{following}"

    def turn(self, step: int) -> None:
        """Print the next page of an answer, text or list, with -1 the one before; after the last page the next text."""
        if self._rest:
            self._print_answer()
        elif not self._reads:
            if self._listing.turn(step, self.out):
                self._listing.print(self.out)
            else:
                self.say("This is the last page of the list." if step > 0 else "This is the first page of the list.")
        elif self._text is not None and self._text.turn(step):
            self.print_page()
        else:
            self.turn_brief(step)

    def turn_brief(self, step: int) -> None:
        """Open the next row of the list, with -1 the one before."""
        row = (self._row if self._row is not None else -1) + step
        if self._row is None and self._reads:
            self.say("The brief stands in no list; list goes back to the list.")
        elif 0 <= row < len(self._listing.rows):
            self.choose(row + 1)
        else:
            end = "last" if step > 0 else "first"
            self.say(f"This is the {end} {self._listing.unit[0]} of the list; list goes back to it.")


def told(row: Entry | Hit) -> str:
    """Return a brief as a line of a list."""
    meeting = " ".join(map(str, filter(None, (row.series, row.ordinal))))
    return f"{row.date or 'undated'} {row.title}{f' ({meeting})' if meeting else ''}"


Act = Callable[[Conversation, str], None]
"""What a command does with the words behind its name."""
