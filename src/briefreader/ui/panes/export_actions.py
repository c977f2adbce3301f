"""The command that writes hits, marked briefs or notes into one document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual import work
from textual.widget import Widget

from briefreader.counts import counted
from briefreader.library import Library
from briefreader.model import KeptNote
from briefreader.text import clean_line
from briefreader.ui.background import Notice, errors_noticed, read_in_thread
from briefreader.ui.key_table import with_keys
from briefreader.ui.panes.brief_list import BriefList
from briefreader.ui.panes.marked_briefs import MarkedBriefs
from briefreader.ui.panes.search_bar import SearchBar
from briefreader.ui.panes.side_panel import NOTES, SidePanel

if TYPE_CHECKING:
    from briefreader.library import ExportFormat
    from briefreader.ui.screens.export_form import ExportAnswer, Subject

NOTHING = "there is nothing to export: the library holds no briefs"
_NO_NAME = re.compile(r"[^\w-]+")
_LONGEST_STEM = 40
_LONGEST_QUERY = 30


class Exported(NamedTuple):
    """Something that can be exported: its words, the beginning of a file's name, and the briefs or the notes.

    Without briefs and notes, all notes are read when they are exported.
    """

    words: str
    stem: str
    ids: tuple[str, ...] = ()
    notes: tuple[KeptNote, ...] = ()


class ExportActions(Widget):
    """An invisible widget that asks for a file and writes a document into it."""

    def __init__(
        self,
        library: Library,
        search_bar: SearchBar,
        brief_list: BriefList,
        panel: SidePanel,
        marked: MarkedBriefs,
    ) -> None:
        super().__init__()
        self.display = False
        self._library = library
        self._search_bar = search_bar
        self._list = brief_list
        self._panel = panel
        self._marked = marked

    def action_export(self) -> None:
        """Ask for the subject of the export, the format and the file."""
        from briefreader.ui.screens.export_form import ExportForm, Subject  # the first paint needs none

        found = self._subjects()
        if not found:
            self.post_message(Notice(NOTHING))
            return

        def write(answer: ExportAnswer | None) -> None:
            if answer is not None:
                self._export(found[answer.subject], answer)

        subjects: Sequence[Subject] = [Subject(each.words, each.stem) for each in found]
        self.app.push_screen(ExportForm(subjects, Path.cwd()), write)

    def _subjects(self) -> list[Exported]:
        """Return the subjects of an export, the likeliest first: listed notes, marked briefs, hits, the brief."""
        overview, results = self._list.overview, self._search_bar.results
        found: list[Exported] = []
        if self._panel.kind == NOTES and (notes := self._panel.noted.shown):
            found.append(Exported(counted(len(notes), "note"), "notes", notes=notes))
        if self._marked.are_marked and (ids := self._marked.all()):
            found.append(Exported(counted(len(ids), "marked brief"), "marked", ids))
        if results is not None and results.hits:
            query = clean_line(results.query.strip())
            words = f"{counted(len(results.hits), 'hit')} of {query[:_LONGEST_QUERY]}"
            found.append(Exported(words, file_stem(query) or "hits", tuple(hit.id for hit in results.hits)))
        if not self._marked.are_marked and (ids := self._marked.faces()):
            found.append(Exported("this brief", file_stem(ids[0]), ids))
        if results is None and overview.entries:
            every = tuple(entry.id for entry in overview.entries)
            found.append(Exported(f"all {counted(len(every), 'brief')}", "briefs", every))
        if self._panel.kind != NOTES:
            found.append(Exported("all notes", "notes"))
        return found

    @work(group="export")
    async def _export(self, what: Exported, answer: ExportAnswer) -> None:
        """Write a document in a thread, and tell its file and the number of briefs that it lacks."""
        self.post_message(Notice(f"exporting {what.words} ..."))
        with errors_noticed(self):
            missing: list[str] = []
            text = await read_in_thread(partial(self._document, what, answer.format, missing.append))
            if not text:
                self.post_message(Notice(with_keys("there is no note to export; {note} writes one")))
                return
            await read_in_thread(partial(self._library.documents.write, answer.path, text, replace=answer.replace))
            without = f", without {counted(len(missing), 'brief')} that cannot be read" if missing else ""
            self.post_message(Notice(clean_line(f"exported {what.words} to {answer.path}{without}")))

    def _document(self, what: Exported, format: ExportFormat, notify: Callable[[str], object]) -> str:
        if what.ids:
            parts = self._library.documents.of_briefs(what.ids, format, notify)
        elif notes := what.notes or self._library.notes.all():
            parts = self._library.documents.of_notes(notes, format)
        else:
            return ""
        return "".join(f"{part}\n" for part in parts)


def file_stem(words: str) -> str:
    """Return words as the beginning of the name of a file."""
    return _NO_NAME.sub("-", words.lower())[:_LONGEST_STEM].strip("-")
