"""Saves searches and finds their briefs, with those that are new since the last visit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from briefreader.config import Places
from briefreader.indexing import library_state, silent
from briefreader.library.brief_ids import FormerIds
from briefreader.library.index_session import never
from briefreader.library.own_files import journal
from briefreader.model import LibraryError, SavedSearch
from briefreader.store import SearchFiles, Seen, digests
from briefreader.text import clean_line

Ids = Callable[[str, Callable[[], bool]], tuple[str, ...]]
"""Returns the IDs of the briefs that a query finds; ends early if its second argument returns True."""


class SavedSearches:
    """The saved searches of the library at root.

    Every method raises LibraryError if their files cannot be read or written. The journal notes a search that is saved
    or deleted, so that this can be undone.
    """

    def __init__(self, root: Path, places: Places, ids: Ids, former: FormerIds) -> None:
        self._root = root
        self._places = places
        state = library_state(root, places)
        self._files = SearchFiles(state.folder, state.unfinished)
        self._ids = ids
        self._former = former

    def all(self, cancelled: Callable[[], bool] = never) -> tuple[SavedSearch, ...]:
        """Return all saved searches, or those done so far if cancelled."""
        try:
            queries, seen = self._files.queries(), self._files.seen()
        except OSError as error:
            cause = error.strerror or str(error)
            message = f"{self._files.path} cannot be read ({cause}); mend its permissions"
            raise LibraryError(message) from error
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
        with journal(self._root, self._places, "saving a search", notify) as changes:
            if line not in self._files.queries():
                changes.write(self._files.path, self._files.with_query(line), f"the saved search {line}")
        return self.visit(line, notify)

    def forget(self, query: str, notify: Callable[[str], object] = silent) -> None:
        """Delete a saved query; the briefs it found are known until the next visit of another, for it may come back."""
        with journal(self._root, self._places, "forgetting a search", notify) as changes:
            changes.write(self._files.path, self._files.without(query), f"the deleted search {query}")

    def visit(self, query: str, notify: Callable[[str], object] = silent) -> SavedSearch:
        """Return a saved search as it is before this visit, and mark its briefs as seen."""
        with journal(self._root, self._places, "visiting a search", notify):
            seen = self._files.seen()
            found = self._search(query, seen.get(query))
            kept = {saved: seen[saved] for saved in self._files.queries() if saved in seen}
            today = date.today().isoformat()
            self._files.write_seen(kept | {query: Seen(today, frozenset(digests(found.found)))})
        return found
