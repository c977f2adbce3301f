"""Holds the entries of an index and its open searcher between the calls of a library."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

from briefreader.fields import FACETS
from briefreader.indexing import merged
from briefreader.model import Completion, Entry, IndexLostError, LibraryError, Results, Sort
from briefreader.search import Index
from briefreader.text import Span, without_surrogates

if TYPE_CHECKING:
    from briefreader.search import MarkTerm, Query, Searcher, Snippet, TitleSearcher

T = TypeVar("T")


def never() -> bool:
    """Return that a search is not cancelled."""
    return False


MarkedIds = Callable[["MarkTerm"], frozenset[str]]
"""Returns the IDs of the briefs that a person has given a mark."""


class IndexSession:
    """The entries and the searcher of an index until it changes; may be used from several threads."""

    def __init__(self, index: Index, marked: MarkedIds) -> None:
        self.index = index
        self._marked = marked
        self._entries_lock = threading.RLock()  # held for moments
        self._search_lock = threading.RLock()  # held during a search
        self._entries: dict[str, Entry] | None = None
        self._searcher: Searcher | None = None
        self._titles: TitleSearcher | None = None
        self.changes = 0
        """The number of times that another state of the index was taken into use."""

    def by_id(self) -> dict[str, Entry]:
        """Return the entries by ID, newest first, undated last; the first call reads them."""
        with self._entries_lock:
            if self._entries is None:
                self._entries = {entry.id: entry for entry in self.index.entries()}
            return self._entries

    def add(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Add entries of briefs that the index lacks, and return all entries."""
        with self._entries_lock:
            self._entries = merged(self.by_id().values(), entries)
            return tuple(self._entries.values())

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Prevent searches while the index is changed, and forget the former index at the end."""
        with self._search_lock:
            yield
            if self._searcher and not self.index.in_memory:
                self._searcher.close()
            self._searcher = None
            with self._entries_lock:
                self._entries = None
                self.changes += 1

    def reload(self) -> bool:
        """Use the index that another process has written, and return whether the entries have changed."""
        before = self._entries
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
        """Return the results of a query, from titles while there is no index; returns early or raises if cancelled.

        A damaged index is set aside until the next update rebuilds it. Raises IndexLostError if `titles` are not wanted
        and there is no index.
        """
        from briefreader.search import parse

        query = without_surrogates(query)
        parsed = parse(query, typing=typing)
        return self._answer(parsed, limit, sort, quick, cancelled, titles)._replace(query=query)

    def ids_of(self, query: Query, cancelled: Callable[[], bool]) -> frozenset[str]:
        """Return the briefs that a query finds, from titles while there is no index; may raise if cancelled."""
        return frozenset(hit.id for hit in self._answer(query, None, "date", True, cancelled, True).hits)

    def _answer(
        self,
        parsed: Query,
        limit: int | None,
        sort: Sort,
        quick: bool,
        cancelled: Callable[[], bool],
        titles: bool,
    ) -> Results:
        marked = self._marked_in(parsed)
        with suppress(*((IndexLostError,) if titles else ())), self._search_lock, self._damage_set_aside():
            if self._searcher is None:
                self._searcher = self._opened()
            if self._searcher:
                return self._searcher.search(
                    parsed, limit=limit, sort=sort, quick=quick, cancelled=cancelled, marked=marked
                )
        if not titles:
            if self.by_id():
                raise IndexLostError("there is no search index yet; search again once it is built")
            none: Mapping[str, Mapping[str, int]] = {field.name: {} for field in FACETS}
            return Results(parsed.text, parsed.understood, 0, (), facets=None if quick else none)
        return self._known_titles().search(parsed, limit, cancelled, marked)

    def _marked_in(self, query: Query) -> Mapping[MarkTerm, frozenset[str]]:
        """Return the briefs for each mark that a query asks for, as they are marked at this moment.

        Raises LibraryError where a record of a person cannot be read: the index is not damaged then.
        """
        return {term: self._marked(term) for term in query.marks}

    @contextmanager
    def _damage_set_aside(self) -> Iterator[None]:
        """Set the index aside if it turns out to be damaged, until the next update, and raise IndexLostError."""
        try:
            yield
        except LibraryError as error:
            with self._search_lock:
                with suppress(LibraryError):
                    self.by_id()  # titles are found without an index, but not without the entries
                self._searcher = None
                self.index.set_aside()
            raise IndexLostError(f"{error}") from error

    def _opened(self) -> Searcher | None:
        from briefreader.search import Searcher

        snapshot = self.index.open()
        return Searcher(snapshot) if snapshot else None

    def facets(self, query: str, cancelled: Callable[[], bool]) -> Mapping[str, Mapping[str, int]]:
        """Return all facets of a query by kind, none while there is no index."""
        from briefreader.search import parse

        parsed = parse(without_surrogates(query))
        if not self.index.state() and not self.index.in_memory:
            return {}
        marked = self._marked_in(parsed)
        return self.ask(lambda searcher: searcher.facets(parsed, cancelled, marked)) or {}

    def query_errors(self, query: str) -> tuple[str, ...]:
        """Return what in a query cannot be right, such as a date that is no date."""
        from briefreader.search import parse

        return parse(query).errors

    def completion(self, query: str) -> Completion | None:
        """Return a completion of the last word of a query to a name in the index, None if there is none."""
        return self._ask(lambda searcher: searcher.completion(query))

    def snippets(
        self, query: str, ids: Sequence[str], typing: bool, cancelled: Callable[[], bool]
    ) -> Mapping[str, Snippet]:
        """Return snippets by ID; none before the first search, and none of briefs that the index lacks."""
        from briefreader.search import parse

        parsed = parse(without_surrogates(query), typing=typing)
        return self._ask(lambda searcher: searcher.snippets(parsed, ids, cancelled)) or {}

    def matches(self, query: str, text: str) -> tuple[Span, ...]:
        """Return the matches of a query in a text, in order and not overlapping, those of other names included."""
        from briefreader.search import find, parse

        parsed = parse(query)
        expanded = self._ask(lambda searcher: searcher.expanded(parsed))
        return find(expanded or parsed, text)

    def ask(self, question: Callable[[Searcher], T]) -> T | None:
        """Return the answer to a question that takes long, None if the library has no briefs.

        It has a searcher of its own, so that no search waits for it. A damaged index is set aside until the next update
        rebuilds it. Raises IndexLostError if there is no index.
        """
        with self._damage_set_aside():
            searcher = self._opened()
            if searcher:
                try:
                    return question(searcher)
                finally:
                    if not self.index.in_memory:
                        searcher.close()
        if self.by_id():
            raise IndexLostError("there is no search index yet; ask again once it is built")
        return None

    def _ask(self, question: Callable[[Searcher], T]) -> T | None:
        """Return the answer of the open searcher, None if there is none or the index is damaged."""
        with suppress(IndexLostError), self._search_lock, self._damage_set_aside():
            return question(self._searcher) if self._searcher else None
        return None

    def _known_titles(self) -> TitleSearcher:
        from briefreader.search import TitleSearcher

        with self._entries_lock:
            entries = tuple(self.by_id().values())
            if self._titles is None or self._titles.entries != entries:
                self._titles = TitleSearcher(entries)
            return self._titles
