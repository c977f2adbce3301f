"""The panel in place of the list: annotations or outline of the open brief, facets, saved searches or notes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal

from textual import events, work
from textual.message import Message
from textual.reactive import var

from briefreader.library import Library
from briefreader.model import Brief, BriefreaderError, KeptNote
from briefreader.sentences import sentence_at
from briefreader.text import Span
from briefreader.ui.background import errors_noticed, run_in_thread
from briefreader.ui.key_table import key_of
from briefreader.ui.panes.annotation_lists import (
    DOUBTED,
    attendance_lines,
    commitment_lines,
    evidence_lines,
    name_lines,
)
from briefreader.ui.panes.changes import LibraryChanged
from briefreader.ui.panes.facet_panel import FacetFilter, all_counted, first_counted, settled_query
from briefreader.ui.panes.outline import outline_lines
from briefreader.ui.panes.saved_search_list import saved_search_lines
from briefreader.ui.widgets.pick_list import PickLine, PickList

if TYPE_CHECKING:
    from briefreader.ui.panes.note_list import Draft
    from briefreader.ui.panes.note_panel import NotePanel

BRIEF_LISTS: Mapping[str, Callable[[Brief, int], tuple[PickLine, ...]]] = {
    "names": name_lines,
    "evidence": evidence_lines,
    "attendance": attendance_lines,
    "commitments": commitment_lines,
    "outline": outline_lines,
}
EVIDENCE = "evidence"
OF_SENTENCES = ("attendance", EVIDENCE)
OUTLINE = "outline"
FACETS = "facets"
SAVED = "saved searches"
NOTES = "notes"
LONGEST_WAIT = 0.1
"""Seconds for which an empty panel is not painted while its lines are looked up."""


class SidePanel(PickList):
    """A list to pick from; `kind` tells which one, and is empty while the panel is closed."""

    kind: var[str] = var("")

    class NoteWished(Message):
        """The note under the cursor is to be copied or removed."""

        def __init__(self, wish: Literal["copy", "remove"], kept: KeptNote) -> None:
            super().__init__()
            self.wish = wish
            self.kept = kept

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library = library
        self._brief: Brief | None = None
        self._listed = ("", "")
        self._has_lines = asyncio.Event()
        self.facets = FacetFilter(self)

    @cached_property
    def noted(self) -> NotePanel:
        """The notes."""
        from briefreader.ui.panes.note_panel import NotePanel  # the first paint needs none

        return NotePanel(self)

    def watch_kind(self) -> None:
        """Forget the letters that filtered another list, and its cursor."""
        self.facets.letters = ""
        if "noted" in self.__dict__:
            self.noted.letters = ""
        if self.kind and self.kind not in BRIEF_LISTS:
            self.lines = ()  # the lines of another list are not painted while these are looked up
            self._has_lines.clear()
        self._listed = ("", "")

    def clear(self) -> bool:
        """Forget the letters that filter the list, and return whether there were any."""
        return self.noted.clear() if self.kind == NOTES else self.facets.clear()

    def on_key(self, event: events.Key) -> None:
        """Filter the facets or the notes by the typed letters."""
        if (self.kind == FACETS and self.facets.take(event)) or (self.kind == NOTES and self.noted.take(event)):
            event.stop()
            event.prevent_default()

    def show_brief(self, brief: Brief, width: int, start: int = 0, meeting_name: str | None = None) -> None:
        """List the annotations or headings of a brief in lines of `width` cells, with the cursor on line `start`.

        In the facts of the meeting it stands on the first that the text only suggests; where the list was shown before,
        it stays. `meeting_name` is one that a person gave.
        """
        self._brief = brief
        before, self._listed = self._listed, (self.kind, brief.entry.id)
        lines = BRIEF_LISTS[self.kind](brief, width)
        if self.kind == EVIDENCE:
            named = (PickLine("Name", "heading", "stated"), PickLine(meeting_name, "text")) if meeting_name else ()
            lines = (*named, *lines)
            start = next((number for number, line in enumerate(lines) if line.remark == DOUBTED), start)
        self.show_lines(lines, self.cursor if before == self._listed else start)

    async def until_listed(self) -> None:
        """Wait until lines are listed, but not longer than a person notices."""
        if self.kind not in BRIEF_LISTS:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._has_lines.wait(), LONGEST_WAIT)

    def show_lines(self, lines: Sequence[PickLine], start: int = 0) -> None:
        """Show new lines, and tell whoever waits for them."""
        super().show_lines(lines, start)
        self._has_lines.set()

    @work(exclusive=True, group="panel")
    async def show_search(self, kind: str, query: str, typing: bool = False) -> None:
        """List the facets of a query, the saved searches or the notes, which are looked up in a thread.

        `typing` says that the last word of the query may go on.
        """
        try:
            if kind == FACETS:
                await self._show_facets(query, typing)
                return
            if kind == NOTES:
                notes, drafts = await run_in_thread(self._notes_and_drafts)
                if self.kind == NOTES:
                    self.noted.show(notes, drafts)
                return
            lines = await run_in_thread(self._saved_searches)
        except BriefreaderError as error:
            lines = (PickLine(str(error), "notice"),)
        if self.kind == kind:
            self.show_lines(lines)

    async def _show_facets(self, query: str, typing: bool) -> None:
        """List the first facets of each kind, and all of them once they are counted."""
        settled = await run_in_thread(partial(settled_query, self._library, query, typing))
        for count, show in ((first_counted, self.facets.show), (all_counted, self.facets.show_rest)):
            counted = await run_in_thread(partial(count, self._library, settled))
            if self.kind != FACETS:
                return
            show(counted)

    def _notes_and_drafts(self, cancelled: Callable[[], bool]) -> tuple[Sequence[KeptNote], Sequence[Draft]]:
        from briefreader.ui.panes.note_list import Draft, place_of_draft

        notes = self._library.notes
        kept, keys = notes.all(cancelled), notes.drafts()
        titles = {entry.id: entry.title for entry in self._library.entries()} if keys else {}
        texts = ((key, notes.draft(key)) for key in keys)
        return kept, [Draft(key, text, place_of_draft(key, titles, kept)) for key, text in texts if text]

    def _saved_searches(self, cancelled: Callable[[], bool]) -> tuple[PickLine, ...]:
        return saved_search_lines(self._library.saved_searches.all(cancelled))

    @property
    def evidence(self) -> Span | None:
        """The place in the brief of the line under the cursor: a name, or the whole sentence about attendee or fact."""
        return self.passage if self.kind in OF_SENTENCES else self.picked.span if self.picked else None

    @property
    def passage(self) -> Span | None:
        """The commitment under the cursor, or the sentence that holds the name, the attendee or the fact there."""
        span = self.picked.span if self.picked else None
        if span is None or self._brief is None or self.kind not in (*OF_SENTENCES, "names"):
            return span
        return sentence_at(self._brief.text, span.start) or span

    @property
    def note(self) -> KeptNote | None:
        """The note under the cursor while the notes are listed."""
        return self.noted.picked if self.kind == NOTES else None

    @property
    def draft(self) -> Draft | None:
        """The draft of a note under the cursor while the notes are listed."""
        return self.noted.draft if self.kind == NOTES else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Delete only a saved search or a note that was picked; other things are removed elsewhere, and copied."""
        if action == "copy":
            return self.note is not None
        return action != "remove" or bool(self.kind in (SAVED, NOTES) and self.picked)

    def action_copy(self) -> None:
        """Ask for a copy of the note under the cursor."""
        if self.note is not None:
            self.post_message(self.NoteWished("copy", self.note))

    def action_remove(self) -> None:
        """Delete the saved search under the cursor, or ask that the note there is removed."""
        if self.note is not None:
            self.post_message(self.NoteWished("remove", self.note))
        elif self.picked is not None and self.picked.query is not None:
            self._delete(self.picked.query)

    @work(exclusive=True, group="saved")
    async def _delete(self, query: str) -> None:
        with errors_noticed(self):
            await asyncio.to_thread(self._library.saved_searches.forget, query)
            told = f"deleted from the saved searches: {query}; {key_of('undo')} undoes it"
            self.post_message(LibraryChanged(told, "searches"))
