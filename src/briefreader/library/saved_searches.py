"""Saves searches and finds their briefs, with those that are new since the last visit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from briefreader.indexing import silent
from briefreader.library.brief_ids import FormerIds
from briefreader.library.index_session import never
from briefreader.model import LibraryError, SavedSearch
from briefreader.store import SearchFiles, Seen, State, digests
from briefreader.text import clean_line

Ids = Callable[[str, Callable[[], bool]], tuple[str, ...]]
"""Returns the IDs of the briefs that a query finds; ends early if its second argument returns True."""


class SavedSearches:
    """The saved searches of a library; every method raises LibraryError if their files cannot be read or written."""

    def __init__(self, state: State, ids: Ids, former: FormerIds) -> None:
        self._state = state
        self._files = SearchFiles(state.folder, state.partial)
        self._ids = ids
        self._former = former

    def all(self, cancelled: Callable[[], bool] = never) -> tuple[SavedSearch, ...]:
        """Return all saved searches, or those done so far if cancelled."""
        with self._library_errors("read"):
            queries, seen = self._files.queries(), self._files.seen()
        return tuple(self._search(query, seen.get(query), cancelled) for query in queries if not cancelled())

    def _search(self, query: str, seen: Seen | None, cancelled: Callable[[], bool] = never) -> SavedSearch:
        found = self._ids(query, cancelled)
        known = seen.digests if seen else frozenset(digests(found))
        new = frozenset(brief_id for digest, brief_id in digests(found).items() if digest not in known)
        if new:  # a brief may have been seen under another ID
            seen_before = {id for id, former in self._former(new).items() if not known.isdisjoint(digests(former))}
            new -= seen_before
        return SavedSearch(query, found, new, seen.day if seen else None)

    def save(self, query: str, notify: Callable[[str], object] = silent) -> SavedSearch:
        """Save a query and mark its briefs as seen; a query that is already saved keeps its position."""
        line = clean_line(query)
        with self._library_errors("written"), self._state.lock("saving a search", notify):
            if line not in self._files.queries():
                self._files.add(line)
        return self.visit(line, notify)

    def forget(self, query: str, notify: Callable[[str], object] = silent) -> None:
        """Delete a saved query."""
        with self._library_errors("written"), self._state.lock("forgetting a search", notify):
            self._files.remove(query)
            seen = self._files.seen()
            if seen.pop(query, None):
                self._files.write_seen(seen)

    def visit(self, query: str, notify: Callable[[str], object] = silent) -> SavedSearch:
        """Return a saved search as it is before this visit, and mark its briefs as seen."""
        with self._library_errors("written"), self._state.lock("visiting a search", notify):
            seen = self._files.seen()
            found = self._search(query, seen.get(query))
            kept = {saved: seen[saved] for saved in self._files.queries() if saved in seen}
            today = date.today().isoformat()
            self._files.write_seen(kept | {query: Seen(today, frozenset(digests(found.found)))})
        return found

    @contextmanager
    def _library_errors(self, done: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            cause = error.strerror or str(error)
            message = f"{self._files.path} cannot be {done} ({cause}); free some space or mend its permissions"
            raise LibraryError(message) from error
