"""The command that writes a note: on the passage, on the open brief, or on each of the marked briefs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events, work
from textual.widget import Widget

from briefreader.counts import counted
from briefreader.library import Library
from briefreader.model import Brief, BriefreaderError, KeptNote, Note, ReadOnlyError
from briefreader.text import Span, clean_line
from briefreader.ui.background import READERS, Notice, errors_noticed, read_in_thread
from briefreader.ui.key_table import with_keys
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.changes import LibraryChanged
from briefreader.ui.panes.marked_briefs import MarkedBriefs
from briefreader.ui.panes.note_labels import can_be_typed, joined, parted
from briefreader.ui.panes.note_marks import NoteMarks
from briefreader.ui.panes.note_target import NoteTarget
from briefreader.ui.panes.side_panel import SidePanel

if TYPE_CHECKING:
    from briefreader.ui.panes.note_editor import NoteEditor, Wish
    from briefreader.ui.panes.note_list import Draft

NO_BRIEF = "choose a brief to write a note on"
EMPTY = "write something first, or Esc closes"
NO_PLACE = "the brief of this draft is no longer in the library; bring it back, or copy the draft by hand"
OF_NOTE_KEPT = "not saved; the draft is kept with its note, and {note} on that offers it"
OTHER_NOTE = "another note is being written: Tab goes there, Ctrl+S saves it"
UNDOES = "{undo} undoes it"
DRAFT_KEPT = "not saved; a draft is kept, and {note} offers it here again"


class NoteActions(Widget):
    """An invisible widget that opens the editor of a note and saves it."""

    def __init__(
        self,
        library: Library,
        article: ArticleView,
        panel: SidePanel,
        marked: MarkedBriefs,
        marks: NoteMarks,
    ) -> None:
        super().__init__()
        self.display = False
        self._library = library
        self._article = article
        self._marked = marked
        self._panel = panel
        self._marks = marks
        self._editor: NoteEditor | None = None
        self._last: Note | None = None
        self._came_from: Widget | None = None

    @property
    def has_focus_in_text(self) -> bool:
        """Whether keys are typed into a note."""
        return self._editor is not None and self.is_attached and self.app.focused is self._editor.field

    def takes(self, event: events.Event) -> bool:
        """Hand a key to the editor that was pressed before it had the focus, and return whether it is one.

        The editor itself lets none of its keys go further.
        """
        field = self._editor.field if self._editor is not None and self.has_focus_in_text else None
        if field is None or field.is_left or not (isinstance(event, events.Key) and event.is_forwarded):
            return False
        if not field.understands(event):
            return False
        field.post_message(events.Key(event.key, event.character))
        return True

    async def action_note(self) -> None:
        """Write a note, or put the selected passage into the one that is being written."""
        if self._library.read_only:
            self.post_message(Notice(str(ReadOnlyError())))
        elif self._editor is not None:
            self._go_on(self._editor)
        elif self._panel.has_focus and self._panel.draft:
            self._resume(self._panel.draft)
        elif target := self._target():
            await self.edit(target)
        else:
            self.post_message(Notice(NO_BRIEF))

    @property
    def _passage(self) -> Span | None:
        """The passage picked in the panel or selected in the article, None while the list has the focus."""
        if self._panel.has_focus:
            return self._panel.passage
        return self._article.passage if self._marked.read_brief() else None

    def _target(self) -> NoteTarget | None:
        """Return the thing that a note is written on: a note that is there, a passage, or briefs."""
        brief, passage = self._article.brief, self._passage
        if self._panel.has_focus and (picked := self._panel.note):
            return NoteTarget((picked.brief or picked.note.brief_id,), picked.title, note=picked.note)
        if brief is not None and passage is not None:
            if there := self._marks.at(passage):
                return NoteTarget((brief.entry.id,), there.title, note=there.note)
            return NoteTarget((brief.entry.id,), brief.entry.title, brief, passage)
        if brief is not None and self._marked.read_brief() and (here := self._marks.here):
            return NoteTarget((brief.entry.id,), here.title, note=here.note)
        ids = self._marked.faces()
        if not ids:
            return None
        return NoteTarget(ids, brief.entry.title if brief and ids == (brief.entry.id,) else ids[0])

    async def edit(self, target: NoteTarget, typed: str | None = None) -> None:
        """Open the editor of a note, with the draft of it if there is one."""
        from briefreader.ui.panes.note_editor import NoteEditor  # the first paint needs none

        note = target.note
        text = typed if typed is not None else joined(note.text, note.labels) if note else ""
        self._came_from = self.screen.focused
        offers_last = note is None and self._last is not None and len(target.ids) == 1
        editor = NoteEditor(target, text, self._carry_out, self._keep_draft, offers_last=offers_last)
        self._editor = editor
        await self.screen.mount(editor, before="#status")
        editor.focus_text()
        # After the layout the article is told its new size, after which it keeps the line at its top.
        self.call_after_refresh(self.call_after_refresh, self._show_place, target)
        if typed is None:
            self._offer_draft(editor)

    def _show_place(self, target: NoteTarget) -> None:
        """Keep the passage in sight in the article, which has become lower."""
        brief = self._article.brief
        if brief is not None and brief.entry.id == target.ids[0]:
            spans = [target.span, *(each.span for each in self._marks.kept if each.note == target.note)]
            if span := next(filter(None, spans), None):
                self._article.show_place(span)
                if not self._article.shows(span.end - 1):
                    self._article.show_place(span, upwards=True)

    @work(exclusive=True, group="draft")
    async def _resume(self, draft: Draft) -> None:
        """Open the editor on a draft that was picked in the panel."""
        from briefreader.ui.panes.note_drafts import target_of

        with errors_noticed(self):
            target = await read_in_thread(lambda: target_of(self._library, draft))
            if target is None:
                self.post_message(Notice(NO_PLACE))
            elif self._editor is None:
                await self.edit(target)

    @work(exclusive=True, group="draft")
    async def _offer_draft(self, editor: NoteEditor) -> None:
        with errors_noticed(self):
            draft = await read_in_thread(lambda: self._library.notes.draft(editor.target.draft_key))
            if draft is not None and self._editor is editor and editor.offer(draft):
                self.post_message(Notice("this is the draft that was kept; without its text Esc forgets it"))

    def _go_on(self, editor: NoteEditor) -> None:
        """Put the selected passage into the note that is being written, with its citation, and go there."""
        if self._panel.has_focus and self._panel.note:
            self.post_message(Notice(OTHER_NOTE))
            return
        brief, passage = self._article.brief, self._passage
        target = editor.target
        if brief and passage and (brief.entry.id, passage) != (target.ids[0], target.span):
            editor.field.add_paragraph(self._quotation(brief, passage))
        editor.focus_text()

    def _quotation(self, brief: Brief, passage: Span) -> str:
        """Return a passage with its citation as Markdown."""
        from briefreader.library import cited

        return cited(self._library.citation(brief), "markdown", brief.text[slice(*passage)])

    def _carry_out(self, wish: Wish) -> None:
        """Carry out a command of the editor."""
        editor = self._editor
        if editor is None:
            return
        if wish == "save":
            self._save(editor)
        elif wish == "close":
            self._close_with_draft(editor)
        elif wish == "to last":
            self._add_to_last(editor)
        elif wish == "edit":
            self._edit_elsewhere(editor)
        elif wish == "leave":
            self._go_back()
        else:
            self._article.action_page(1 if wish == "page down" else -1)

    def _edit_elsewhere(self, editor: NoteEditor) -> None:
        """Have the text changed in the person's own editor."""
        from briefreader.ui.panes.note_in_editor import edited

        editor.keep_draft(at_once=True)  # the reader waits for the other editor, and the terminal may hang up meanwhile
        with errors_noticed(self):
            editor.put(edited(self.app, editor.typed))

    def _add_to_last(self, editor: NoteEditor) -> None:
        """Add the passage and the typed text to the last note of the session."""
        target, note = editor.target, self._last
        if not editor.offers_last or note is None:
            return
        self._keep_draft(target.draft_key, "")
        added = [self._quotation(target.brief, target.span)] if target.brief and target.span else []
        parts = [note.text, *added, editor.typed.strip()]
        text = joined("\n\n".join(filter(None, parts)), note.labels)
        editor.retarget(NoteTarget((note.brief_id,), target.title, note=note), f"{text}\n\n")

    def _save(self, editor: NoteEditor) -> None:
        """Close the editor and write the note; if that fails, the editor opens again."""
        text, labels = parted(editor.typed)
        target = editor.target
        if not (text or labels or target.quote):
            editor.say(EMPTY)
            return
        if target.note is not None and not editor.is_changed:
            self._close(editor)
            return
        if target.note is not None:
            labels = (*labels, *(label for label in target.note.labels if not can_be_typed(label)))
        self._close(editor)
        self._write(target, editor.typed, text, labels)

    @work(group="notes")
    async def _write(self, target: NoteTarget, typed: str, text: str, labels: Sequence[str]) -> None:
        try:
            notes = await asyncio.to_thread(target.write, self._library, text, labels)
        except BriefreaderError as error:
            self._keep_draft(target.draft_key, typed)
            if self._editor is None:
                await self.edit(target, typed)
            self.post_message(Notice(f"not saved, a draft is kept: {clean_line(str(error))}"))
            return
        self._last = notes[-1]
        self._keep_draft(target.draft_key, "")
        labelled = f" with {' '.join(f'#{label}' for label in labels)}" if labels else ""
        where = f" on {counted(len(notes), 'brief')}" if len(notes) > 1 else ""
        self.post_message(LibraryChanged(f"the note{where} is saved{labelled}; {with_keys(UNDOES)}", "notes"))

    @work(group="notes")
    async def remove_note(self, kept: KeptNote) -> None:
        """Remove a note in a thread."""
        with errors_noticed(self):
            await asyncio.to_thread(self._library.notes.remove, kept.note)
            if self._last is not None and self._last.id == kept.note.id:
                self._last = None
            self.post_message(LibraryChanged(f"the note is removed; {with_keys(UNDOES)}", "notes"))

    @work(exclusive=True, group="copied note")
    async def copy_note(self, kept: KeptNote, copy: Callable[[str], object]) -> None:
        """Have the passage and the text of a note copied, with the citation of the brief if that is still there."""
        from briefreader.ui.panes.note_quotations import with_citation

        with errors_noticed(self):
            copy(await read_in_thread(lambda: with_citation(self._library, kept)))

    def _close_with_draft(self, editor: NoteEditor) -> None:
        """Close the editor and tell whether a draft is kept."""
        kept = editor.keep_draft(at_once=True)
        self._close(editor)
        if kept:
            told = with_keys(OF_NOTE_KEPT if editor.target.note else DRAFT_KEPT)
            self.post_message(LibraryChanged(told, "notes"))

    def _close(self, editor: NoteEditor) -> None:
        self._editor = None
        self._go_back()
        editor.is_over = True
        editor.remove()

    def _go_back(self) -> None:
        """Give the focus back to the pane from which the editor was opened."""
        before = self._came_from
        self.screen.set_focus(before if before is not None and before.display else self._article)

    def _keep_draft(self, key: str, text: str, at_once: bool = False) -> None:
        """Save a draft, or drop it if it is empty, in a thread unless it must be done at once."""
        if at_once:
            self._write_draft(key, text)
        else:
            READERS.run(partial(self._write_draft, key, text))

    def _write_draft(self, key: str, text: str) -> None:
        try:
            if text:
                self._library.notes.save_draft(key, text)
            else:
                self._library.notes.drop_draft(key)
        except BriefreaderError as error:
            self.post_message(Notice(f"the draft cannot be saved: {clean_line(str(error))}"))
