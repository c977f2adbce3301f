"""What is known of a library's briefs at this moment: their catalogue lines, and the index opened for searching."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from briefreader.indexing import preview as previews
from briefreader.model import Completion, Entry, IndexLostError, LibraryError, Results, Sort
from briefreader.search.index.index import Index
from briefreader.text import Span

if TYPE_CHECKING:
    from briefreader.library.titles import Titles
    from briefreader.search.execution.searcher import Searcher

T = TypeVar("T")


class IndexSession:
    """The briefs of an index, kept until they are forgotten; may be used from several threads."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._knowing = threading.RLock()  # held for moments
        self._searching = threading.RLock()  # held as long as a search takes
        self._known: dict[str, Entry] | None = None
        self._searcher: Searcher | None = None
        self._titles: Titles | None = None

    def by_id(self) -> dict[str, Entry]:
        """Return the briefs by ID, newest first, undated last; reads the catalogue once."""
        with self._knowing:
            if self._known is None:
                self._known = {entry.id: entry for entry in self.index.entries()}
            return self._known

    def learn(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Take in briefs that the index does not hold yet, and return all that are known now."""
        with self._knowing:
            self._known = previews.merged(self.by_id().values(), entries)
            return tuple(self._known.values())

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Let nobody search while the index is changed, and forget it at the end."""
        with self._searching:
            yield
            if self._searcher and not self.index.in_memory:
                self._searcher.close()
            self._searcher = None
            with self._knowing:
                self._known = None

    def reload(self) -> bool:
        """Take over the index that another process has made; tell whether the briefs are others than before."""
        before = self._known
        with self.changing():
            pass
        return self.by_id() != before

    def search(
        self,
        query: str,
        limit: int | None,
        sort: Sort,
        typing: bool,
        quick: bool,
        cancelled: Callable[[], bool],
        titles: bool = True,
    ) -> Results:
        """Return what a query finds; by `titles` only while there is no index. Returns early, or raises, if cancelled.

        An index that turns out to be damaged is set aside, and there is none until it is made anew. Raises
        IndexLostError where titles will not do.
        """
        from briefreader.search.query.parser import parse

        asked = parse(query, typing=typing)
        with self._searching:
            try:
                if self._searcher is None:
                    self._searcher = self._opened()
                if self._searcher:
                    found = self._searcher.search(asked, limit=limit, sort=sort, quick=quick, cancelled=cancelled)
                    return found._replace(query=query)
            except LibraryError as error:
                if titles:
                    self._titles_known()  # of what the catalogue says, before it is gone
                self._searcher = None
                self.index.set_aside()
                if not titles:
                    raise IndexLostError(f"{error}") from error
        if not titles:
            if self.by_id():
                raise IndexLostError("the search index is not made yet; ask again once it is there")
            from briefreader.search.execution.facets import KINDS  # an empty library has no index

            return Results(query, asked.understood, 0, (), None, 0.0, None if quick else {kind: {} for kind in KINDS})
        return self._titles_known().search(asked, limit, cancelled)._replace(query=query)

    def _opened(self) -> Searcher | None:
        from briefreader.search.execution.searcher import Searcher

        snapshot = self.index.open()
        return Searcher(snapshot) if snapshot else None

    def completion(self, query: str) -> Completion | None:
        """Return how the last word of a query may be finished by a name the index knows, None where none begins so."""
        return self._asked(lambda searcher: searcher.completion(query))

    def matches(self, query: str, text: str) -> tuple[Span, ...]:
        """Return where a query matches in a text, in order and not overlapping, by other names too."""
        from briefreader.search.analysis import matching as matches
        from briefreader.search.query.parser import parse

        asked = parse(query)
        expanded = self._asked(lambda searcher: searcher.expanded(asked))
        return matches.find(expanded or asked, text)

    def _asked(self, ask: Callable[[Searcher], T]) -> T | None:
        """Return what the index knows that a search has opened; nothing, and no index any more, where it is damaged."""
        with self._searching:
            try:
                return ask(self._searcher) if self._searcher else None
            except LibraryError:
                self._searcher = None
                self.index.set_aside()
                return None

    def _titles_known(self) -> Titles:
        from briefreader.library.titles import Titles

        with self._knowing:
            entries = tuple(self.by_id().values())
            if self._titles is None or self._titles.entries != entries:
                self._titles = Titles(entries)
            return self._titles
