"""The passages under the hits of a search: read for the hits in sight once typing pauses, and cut to the list."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.style import Style

from briefreader.library import Library
from briefreader.model import BriefreaderError
from briefreader.text import Span
from briefreader.ui.background import run_in_thread
from briefreader.ui.palette import Palette
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.line_view import LineView
from briefreader.ui.widgets.text_layout import fit

if TYPE_CHECKING:
    from briefreader.search import Snippet

PAUSE = 0.4
"""Seconds without new hits before passages are read."""

MOST_KEPT = 400
INDENT = "   "
LEAD_SHARE = 3
"""The words before the match take one part in so many of the room that it leaves."""

LATEST_END = (2, 3)
"""The part of a cut line before which the first match ends."""


class HitSnippets:
    """The passages of the hits of one query; those of the query before stay until new ones are read."""

    def __init__(self, library: Library, view: LineView) -> None:
        self._library = library
        self._view = view
        self._query = ("", False)
        self._known: dict[str, Snippet] = {}
        self._asked: set[str] = set()

    def ask(self, query: str, typing: bool) -> None:
        """Take a query; with `typing` its last word may be unfinished. An empty one forgets all passages."""
        if (query, typing) != self._query:
            self._query = (query, typing)
            self._asked.clear()
            self._view.workers.cancel_group(self._view, "snippets")
            if not query:
                self._known.clear()

    def read(self, ids: Sequence[str]) -> None:
        """Read the passages of some hits in a thread, unless they are known."""
        missing = [id for id in ids if id not in self._asked]
        if missing:
            self._asked.update(missing)
            read: Callable[[], Awaitable[None]] = partial(self._read, missing)
            self._view.run_worker(read, group="snippets")

    async def _read(self, ids: Sequence[str]) -> None:
        query, typing = self._query
        await asyncio.sleep(PAUSE)
        try:
            found = await run_in_thread(
                lambda cancelled: self._library.snippets(query, ids, typing=typing, cancelled=cancelled)
            )
        except BriefreaderError:
            return  # the search itself says what is wrong
        if len(self._known) > MOST_KEPT:
            self._known = {id: self._known[id] for id in self._asked if id in self._known}
        self._known |= found
        self._asked.difference_update(id for id in ids if id not in found)  # the index may have them later
        self._view.repaint()

    def line(self, id: str, width: int, styles: Palette) -> list[tuple[str, Style]]:
        """Return the passage of a hit in pieces, none while it is not known."""
        snippet = self._known.get(id)
        if snippet is None:
            return []
        return [(INDENT, styles["quiet"]), *_pieces(snippet, max(0, width - len(INDENT) - 1), styles)]


def _pieces(snippet: Snippet, width: int, styles: Palette) -> list[tuple[str, Style]]:
    """Return a passage in exactly `width` cells, its matches marked."""
    text, matches = cut(snippet, width)
    pieces: list[tuple[str, Style]] = []
    at = 0
    for match in matches:
        pieces += [(text[at : match.start], styles["quiet"]), (text[match.start : match.end], styles["passage match"])]
        at = match.end
    return [*pieces, (text[at:], styles["quiet"])]


def cut(snippet: Snippet, width: int) -> tuple[str, list[Span]]:
    """Return a passage cut so that its first match is in sight, in exactly `width` cells, and the matches in it."""
    text, matches = snippet
    if matches and cells(text[: matches[0].end]) * LATEST_END[1] > width * LATEST_END[0] and cells(text) > width:
        start = _beginning(text, matches[0], width)
        text = "…" + text[start:]
        matches = tuple(Span(match.start - start + 1, match.end - start + 1) for match in matches)
    line = fit(text, width)
    end = len(line) if line == text[: len(line)] else len(line.rstrip(" ")) - 1
    shown = [Span(match.start, min(match.end, end)) for match in matches if match.start < end]
    return line, shown


def _beginning(text: str, match: Span, width: int) -> int:
    """Return the offset of the first word of a cut line, some words before a match where there is room."""
    room = max(0, width - cells(text[match.start : match.end])) // LEAD_SHARE
    start = match.start
    while start > 0 and cells(text[start - 1 : match.start]) < room:
        start -= 1
    word = text.find(" ", max(0, start - 1), match.start) + 1
    return word or match.start
