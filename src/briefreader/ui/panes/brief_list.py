"""The list of meetings and briefs: sections that fold, newest first, or the hits of a search."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual import events
from textual.reactive import var
from textual.strip import Strip

from briefreader.library import Library, Overview
from briefreader.meetings import Group
from briefreader.model import Results
from briefreader.ui.background import Notice
from briefreader.ui.panes.hit_rows import HitRows, briefs_of
from briefreader.ui.panes.list_columns import RowText
from briefreader.ui.panes.list_marks import Mark, mark_of
from briefreader.ui.panes.list_rows import (
    GroupRow,
    MeetingRow,
    Row,
    arranged,
    fold_key,
    is_open,
    item_rows,
    last_below,
    next_section,
    parent,
    path_to,
    tree_rows,
)
from briefreader.ui.panes.reading_signs import NEW, READ, ReadingSigns
from briefreader.ui.panes.row_texts import RowTexts
from briefreader.ui.panes.two_line_rows import TwoLineRows
from briefreader.ui.widgets.line_view import strip_of
from briefreader.ui.widgets.text_layout import fit

EMPTY_LIBRARY = "No briefs here yet.\nbriefreader add FILE\nadds the first one."

_BEYOND = 64
"""Rows out of sight that may be compared with those in sight."""
MARKED = "x"
"""Not `*`, which stands for the star of a brief in a terminal without UTF-8."""

Order = Literal["sections", "meetings", "briefs"]
ORDERS: dict[Order, str] = {
    "sections": "in sections",
    "meetings": "newest meeting first",
    "briefs": "newest brief first",
}
"""The ways to list all briefs, each with the words that tell of it."""


class BriefList(TwoLineRows):
    """The meetings and briefs, or a notice where there are none."""

    REPAINT_ON: ClassVar[tuple[str, ...]] = ("is_away", "marks", "new_ids", "signs", "notice", *TwoLineRows.REPAINT_ON)

    order: Order = "sections"
    notice: var[str] = var("")
    new_ids: var[frozenset[str]] = var(frozenset())
    """The briefs that are new in a saved search."""
    signs: var[ReadingSigns] = var(ReadingSigns())
    """The signs of the briefs that are starred, new or read."""
    is_away: var[bool] = var(False)
    """Whether another brief is open than those of the row under the cursor."""
    marks: var[tuple[Mark, ...]] = var(())
    """The marks of rows, in the order in which they were marked."""

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(library, id=id)
        self.folds: set[str] = set()
        """The keys of the rows that are not folded or open as at first."""
        self._results: Results | None = None
        self._overview = Overview()
        self._sections: tuple[Group, ...] = ()
        self._texts = RowTexts((), 0, self._overview.titles)
        self.by_name = False

    @property
    def overview(self) -> Overview:
        """The briefs of the library, their meetings and sections."""
        return self._overview

    @overview.setter
    def overview(self, overview: Overview) -> None:
        self._overview = overview
        self._arrange()

    def _arrange(self) -> None:
        self._sections = arranged(self._overview.sections, by_name=self.by_name, lines=self.page)

    def on_resize(self, event: events.Resize) -> None:
        """List as many series and counterparts as there are lines for."""
        self._arrange()
        if self.rows and self._results is None:
            self.show(None, self.brief_id)
        super().on_resize(event)

    def action_by_name(self) -> None:
        """List series and counterparts by name, or again by the last meeting and by their number of meetings."""
        self.by_name = not self.by_name
        self._arrange()
        self.show(self._results, self.brief_id)
        self.post_message(Notice("series and counterparts by name" if self.by_name else "newest series first"))

    def action_section(self, step: int) -> None:
        """Move the cursor into the next section, or into the one before."""
        number = next_section(self.rows, self.cursor, step)
        if number is not None:
            self.cursor = number
        elif any(isinstance(row, GroupRow) for row in self.rows[:1]):
            self.post_message(Notice(f"this is the {'last' if step > 0 else 'first'} section"))
        else:
            self.post_message(Notice("the list has no sections in this order"))

    @property
    def line_count(self) -> int:
        """The number of lines of all rows, or of the notice."""
        return len(self.rows) * self.row_height or len(self.notice.splitlines())

    @property
    def brief_id(self) -> str | None:
        """The brief that the row under the cursor stands for."""
        return self._row.id if self._row is not None else None

    def show(self, results: Results | None, brief_id: str | None, typing: bool = False, *, stays: bool = False) -> None:
        """Show the hits of a search, or all briefs without one, the cursor on a brief or else on the first meeting.

        With `typing` the last word of the query may be unfinished. With `stays` the cursor stays on its row where the
        list does not hold the brief.
        """
        before = self.brief_id
        stays = stays or brief_id == before
        group = fold_key(self._row) if isinstance(self._row, GroupRow) and stays else None
        self._results = results
        if results is None:
            self.notice = EMPTY_LIBRARY
        else:
            suggestion = f"\nDid you mean {results.suggestion}?" if results.suggestion else ""
            self.notice = f"No brief matches.{suggestion}\nEsc clears the search."
        self.rows = self._rows()
        self.ask_snippets(results.query if results else "", typing)
        number = self._found(brief_id) if brief_id != before else None
        if number is None:
            number = self._number_of_group(group)
        if number is None and stays:
            number = self._found(before)
        self._look_as_far_as(number or 0)
        self.cursor = self._first_brief() if number is None else number
        if number is None:
            self.top = 0
        self.reveal()
        self.read_snippets()
        self.repaint()
        if self.brief_id != before:
            self.post_message(self.CursorMoved(self))

    def _rows(self) -> Sequence[Row]:
        if self._results is not None:
            hits = self._results.hits
            return HitRows(hits) if self.order == "briefs" else HitRows(hits, self.overview.item, self.folds)
        if self.order == "sections" and self.overview.meetings:
            return tree_rows(self._sections, self.folds)
        if self.order == "meetings" and self.overview.meetings:
            return [*item_rows(self.overview.meetings, 0, self.folds)]
        return self.overview.entries

    def _first_brief(self) -> int:
        """Return the number of the first row that is no open group."""
        rows = enumerate(self.rows)
        return next((number for number, row in rows if not isinstance(row, GroupRow) or not row.is_open), 0)

    def select(self, brief_id: str) -> bool:
        """Move the cursor to a brief, opening the groups that hold it; return False where the list does not hold it."""
        number = self._found(brief_id)
        if number is not None:
            self.repaint()
            self.cursor = number
        return number is not None

    def select_group(self, key: str) -> None:
        """Move the cursor to the group of a key, if the list holds it."""
        number = self._number_of_group(key or None)
        if number is not None:
            self.cursor = number

    def _found(self, brief_id: str | None) -> int | None:
        """Return the number of the row of a brief, opening the groups that hold it."""
        number = self._number_of(brief_id)
        if number is None and brief_id is not None and self._open_groups_of(brief_id):
            self.rows = self._rows()
            number = self._number_of(brief_id)
        return number

    def _number_of_group(self, key: str | None) -> int | None:
        """Return the number of the row of a group, None where the list does not hold it."""
        if key is None or isinstance(self.rows, HitRows):
            return None
        rows = enumerate(self.rows)
        return next((at for at, row in rows if isinstance(row, GroupRow) and fold_key(row) == key), None)

    def _number_of(self, brief_id: str | None) -> int | None:
        """Return the number of the row of a brief, else of its meeting."""
        if brief_id is None:
            return None
        if isinstance(self.rows, HitRows):
            return self.rows.number_of(brief_id)
        held = None
        for number, row in enumerate(self.rows):
            if isinstance(row, GroupRow):
                continue
            if row.id == brief_id:
                return number
            if held is None and isinstance(row, MeetingRow) and any(each.id == brief_id for each in row.item.briefs):
                held = number
        return held

    def _open_groups_of(self, brief_id: str) -> bool:
        """Open the groups that hold a brief, and return whether there are any."""
        if self._results is not None or self.order != "sections":
            return False
        closed = {group.fold_key for group in path_to(self._sections, brief_id) if not is_open(group, self.folds)}
        self.folds ^= closed
        return bool(closed)

    @property
    def _row(self) -> Row | None:
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def selected_row(self) -> Row | None:
        """The row under the cursor."""
        return self._row

    @property
    def takes_turn(self) -> bool:
        """Whether Enter turns the row under the cursor: it is a group, or a folded meeting with several briefs."""
        row = self._row
        return isinstance(row, GroupRow) or (isinstance(row, MeetingRow) and bool(row.further) and not row.is_open)

    def action_unfold(self) -> None:
        """Open the group or the meeting under the cursor; of an open one, go to its first row."""
        row = self._row
        if isinstance(row, GroupRow | MeetingRow) and not row.is_open:
            self.turn()
        elif isinstance(row, GroupRow) or (isinstance(row, MeetingRow) and row.further):
            self.cursor += 1

    def action_fold(self) -> None:
        """Fold the group or the meeting under the cursor, or go to the row above that holds it."""
        row = self._row
        if isinstance(row, GroupRow | MeetingRow) and row.is_open:
            self.turn()
        elif row is not None and (above := parent(self.rows, self.cursor)) is not None:
            self.cursor = above

    def turn(self) -> None:
        """Open or fold the row under the cursor, if it is one that folds."""
        key = fold_key(self.rows[self.cursor])
        if key is not None:
            self.folds ^= {key}
            self.rows = self._rows()
            self.reveal_to(last_below(self.rows, self.cursor))
            self.read_snippets()
            self.repaint()

    def _is_marked(self, row: Row) -> bool:
        return bool(self.marks) and mark_of(row) in self.marks

    def takes_cursor(self, number: int) -> bool:
        """Tell whether there is a row."""
        return number < len(self.rows)

    def nearest(self, at: int, downwards: bool = True) -> int:
        """Return the row nearest to `at`; of many hits all are looked at once one goes beyond the first screens."""
        self._look_as_far_as(at)
        return super().nearest(at, downwards)

    def validate_top(self, top: int) -> int:
        """Keep the window on the rows."""
        self._look_as_far_as(top // self.row_height)
        return super().validate_top(top)

    def _look_as_far_as(self, number: int) -> None:
        """Make sure that the rows in sight, or soon in sight, are hits and no guess."""
        if isinstance(self.rows, HitRows) and self.rows.seems_to_reach(number + 2 * self.page + _BEYOND):
            self.rows.complete()

    def draw(self, number: int, width: int) -> Strip:
        """Return a line: a row, the passage under it, or a line of the notice."""
        if not self.rows:
            return strip_of([(" " + fit(self.notice.splitlines()[number], width - 1), self.palette["quiet"])])
        number, line = divmod(number, self.row_height)
        return self.draw_snippet(number, width) if line else self._row_strip(number, width)

    def _row_strip(self, number: int, width: int) -> Strip:
        """Return a row: facts, caption and tail."""
        style = self.palette
        row = self.rows[number]
        found = self.text(number, width - 1)
        caption = found.caption_shown(width - 1)
        sign = self._sign(row)
        if number == self.cursor:
            here = " " if self.is_away else "▌"
            if sign not in (" ", READ):  # it takes a cell of the indent, or moves the row by one
                facts = found.facts.removeprefix(" ")
                found = found._replace(facts=f"{sign}{facts}")
            return self.cursor_strip(found.shown(width - 1), here, away=self.is_away)
        mark = (sign, style["quiet" if sign in (" ", READ) else "heading"])
        is_section = isinstance(row, GroupRow) and row.depth == 0
        name = style["heading" if is_section else "quiet" if self.signs.is_read(row) else "text"]
        return strip_of([mark, (found.facts, style["quiet"]), (caption, name), (found.right, style["quiet"])])

    def _sign(self, row: Row) -> str:
        """Return the sign at the left of a row."""
        if self._is_marked(row):
            return MARKED
        return NEW if self.new_ids.intersection(briefs_of(row)) else self.signs.of(row)

    def text(self, number: int, width: int) -> RowText:
        """Return the text of a row in some cells, told apart from its neighbours."""
        rows, titles = self.rows, self.overview.titles
        if not self._texts.are_for(rows, width, titles):
            self._texts = RowTexts(rows, width, titles)
        return self._texts.of(number)
