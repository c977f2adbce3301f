"""The commands that take text out of the reader: copy with the citation, and copy citations in a format.

The screens that a command opens, and the citations, are imported by it: the first paint does not wait for them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.app import App
from textual.widget import Widget

from briefreader.counts import counted
from briefreader.library import Library
from briefreader.model import Brief, BriefreaderError, LibraryError
from briefreader.text import Span, clean_line
from briefreader.ui.background import Notice, errors_noticed, read_in_thread
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.marked_briefs import MarkedBriefs
from briefreader.ui.panes.side_panel import BRIEF_LISTS, SidePanel
from briefreader.ui.terminal.clipboard import Way, copy

if TYPE_CHECKING:
    from briefreader.library import CitationFormat
    from briefreader.ui.panes.taken import Taken

FORMATS: dict[str, tuple[CitationFormat, str]] = {
    "t": ("text", "Text, as it is printed in a note"),
    "m": ("markdown", "Markdown, with the address as a link"),
    "b": ("bibtex", "BibTeX, for LaTeX and JabRef"),
    "c": ("csl-json", "CSL-JSON, for Zotero and Pandoc"),
    "r": ("ris", "RIS, for Zotero, EndNote and Mendeley"),
}
"""The letter, the name and the purpose of each format of citations."""
NOTHING_OPEN = "there is nothing to copy: open a brief first"


class CopyActions(Widget):
    """An invisible widget that copies the passage, the line of the panel, the selected name, or the brief."""

    def __init__(self, library: Library, article: ArticleView, panel: SidePanel, marked: MarkedBriefs) -> None:
        super().__init__()
        self.display = False
        self._library = library
        self._article = article
        self._panel = panel
        self._marked = marked

    def action_copy(self) -> None:
        """Copy the passage, else the line of the panel, else the selected name, each with the citation of the brief.

        Without any of them, copy the citation of the brief or of the marked ones.
        """
        brief = self._article.brief
        picked = self._panel.picked if self._panel.has_focus else None
        if picked is not None and self._panel.kind not in BRIEF_LISTS:
            self.copy_text(picked.query or picked.text, f"copied {picked.query or picked.text}")
        elif brief is not None and (taken := self._taken(brief)):
            self._copy_taken(brief, taken)
        else:
            self.copy_citations("text")

    def _taken(self, brief: Brief) -> Taken | None:
        """Return the selected part of the open brief, None without a selection."""
        from briefreader.ui.panes import taken

        if self._article.passage is not None:
            return taken.taken_passage(brief, self._article.passage)
        if self._panel.has_focus and self._panel.picked is not None:
            return taken.taken_line(brief, self._panel.kind, self._panel.lines, self._panel.cursor)
        name = self._article.selected_name if self._article.has_focus else None
        return taken.taken_name(brief, name) if name is not None else None

    @work(exclusive=True, group="copy")
    async def _copy_taken(self, brief: Brief, taken: Taken) -> None:
        with errors_noticed(self):
            text = await read_in_thread(lambda: taken.with_citation(self._library.citation(brief)))
            await self._copy(text, f"copied {counted(len(text), 'character')} with citation")

    def action_cite(self) -> None:
        """Ask for a format, and copy the citation of the brief or of the marked ones."""
        from briefreader.ui.screens.letter_choice import LetterChoiceScreen

        ids = self._cited_ids()
        if not ids:
            self.post_message(Notice(NOTHING_OPEN))
            return
        what = "the passage and its citation" if self._passage_of(ids) else "the citation"
        heading = f"Copy {what if len(ids) == 1 else counted(len(ids), 'citation')} as"
        ways = {letter: purpose for letter, (_, purpose) in FORMATS.items()}
        self.app.push_screen(LetterChoiceScreen(heading, ways), self._cite_in)

    def _cite_in(self, letter: str | None) -> None:
        if letter is not None:
            self.copy_citations(FORMATS[letter][0])

    def _cited_ids(self) -> tuple[str, ...]:
        return self._marked.all() if self._marked.are_marked else self._marked.faces()

    def _passage_of(self, ids: tuple[str, ...]) -> Span | None:
        """Return the passage if it is one of the only brief of some IDs."""
        brief = self._article.brief
        return self._article.passage if brief is not None and ids == (brief.entry.id,) else None

    @work(exclusive=True, group="copy")
    async def copy_citations(self, format: CitationFormat) -> None:
        """Copy the citations of the brief that is read or under the cursor, or of the marked ones."""
        ids = self._cited_ids()
        if not ids:
            self.post_message(Notice(NOTHING_OPEN))
            return
        passage = self._article.passage_text if self._passage_of(ids) else None
        with errors_noticed(self):
            text = await read_in_thread(partial(self._citations, ids, format, passage))
            what = "the passage with its citation" if passage else "the citation"
            count = counted(len(ids), "citation") if len(ids) > 1 else what
            await self._copy(text, f"copied {count}, {counted(len(text), 'character')}")

    def _citations(self, ids: tuple[str, ...], format: CitationFormat, passage: str | None) -> str:
        """Return the citations of briefs in a format. Raises BriefreaderError where a brief cannot be read."""
        from briefreader.library import cited_all

        briefs = [self._library.brief(id) for id in ids]
        return cited_all([(self._library.citation(brief), passage) for brief in briefs], format)

    @work(exclusive=True, group="copy")
    async def copy_text(self, text: str, what: str) -> None:
        """Copy a text, and tell the way it went; `what` are the words for it."""
        await self._copy(text, what)

    async def _copy(self, text: str, what: str) -> None:
        """Copy a text to the clipboard and to the file, and tell the way that it went."""
        self.post_message(Notice(await copied(self.app, self._library, text, what)))


async def copied(app: App[None], library: Library, text: str, what: str) -> str:
    """Copy a text to the clipboard and to the file, and return a sentence on the way that it went."""
    way = await copy(app, text)
    try:
        kept: Path | BriefreaderError = await asyncio.to_thread(library.copied.keep, text)
    except LibraryError as error:
        kept = error
    return clean_line(told(what, way, kept))


def told(what: str, way: Way, kept: Path | BriefreaderError, home: Callable[[], Path] = Path.home) -> str:
    """Return a sentence on a copied text: `what` it is, the way it went, and its file, or why it is in none."""
    if isinstance(kept, BriefreaderError):
        return f"{what}: {way}; in no file: {kept}"
    path = str(kept)
    own = f"{home()}/"
    shown = f"~/{path.removeprefix(own)}" if path.startswith(own) else path
    if way in ("tmux buffer", "terminal clipboard"):
        return f"{what}: {way} and {shown}"
    return f"{what}: {shown} ({way})"
