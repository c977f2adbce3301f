"""Searches a person has saved: how much each finds now, and what of it is new since the last visit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from briefreader.model import LibraryError, SavedSearch
from briefreader.store import SearchFiles, Seen, State, digests
from briefreader.text import clean_line

Ids = Callable[[str, Callable[[], bool]], tuple[str, ...]]
"""Gives the briefs that a query finds; ends early when its second argument says so."""


def _silent(_: str) -> None:
    """Hear who else is writing, and say nothing."""


def _never() -> bool:
    return False


class SavedSearches:
    """The saved searches of a library. Every method raises LibraryError where their files cannot be read or written."""

    def __init__(self, state: State, ids: Ids) -> None:
        self._state = state
        self._files = SearchFiles(state.folder, state.partial)
        self._ids = ids

    def all(self, cancelled: Callable[[], bool] = _never) -> tuple[SavedSearch, ...]:
        """Return every saved search, as far as it was looked up when cancelled."""
        with self._told("read"):
            queries, seen = self._files.queries(), self._files.seen()
        return tuple(self._looked_up(query, seen.get(query), cancelled) for query in queries if not cancelled())

    def _looked_up(self, query: str, seen: Seen | None, cancelled: Callable[[], bool] = _never) -> SavedSearch:
        found = self._ids(query, cancelled)
        known = seen.digests if seen else frozenset(digests(found))
        new = frozenset(brief_id for digest, brief_id in digests(found).items() if digest not in known)
        return SavedSearch(query, found, new, seen.day if seen else None)

    def save(self, query: str, told: Callable[[str], object] = _silent) -> SavedSearch:
        """Save a query, its briefs taken as seen; one that is saved already stays where it is."""
        line = clean_line(query)
        with self._told("written"), self._state.lock("saving a search", told):
            if line not in self._files.queries():
                self._files.add(line)
        return self.visit(line, told)

    def forget(self, query: str, told: Callable[[str], object] = _silent) -> None:
        """Take a query out of the saved ones."""
        with self._told("written"), self._state.lock("forgetting a search", told):
            self._files.remove(query)
            seen = self._files.seen()
            if seen.pop(query, None):
                self._files.write_seen(seen)

    def visit(self, query: str, told: Callable[[str], object] = _silent) -> SavedSearch:
        """Return a saved search as it is before this visit, and take all it finds as seen."""
        with self._told("written"), self._state.lock("visiting a search", told):
            seen = self._files.seen()
            found = self._looked_up(query, seen.get(query))
            kept = {saved: seen[saved] for saved in self._files.queries() if saved in seen}
            today = date.today().isoformat()
            self._files.write_seen(kept | {query: Seen(today, frozenset(digests(found.found)))})
        return found

    @contextmanager
    def _told(self, done: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            cause = error.strerror or str(error)
            message = f"{self._files.path} cannot be {done} ({cause}); free some space or mend its permissions"
            raise LibraryError(message) from error
