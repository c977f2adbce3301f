"""Offers the briefs of a folder as its index has them: their entries and texts, and the answers to queries."""

from __future__ import annotations

import os
import weakref
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from briefreader.config import Places, Settings
from briefreader.indexing import (
    IndexReport,
    KnownNames,
    LibraryIndex,
    Progress,
    brief_of,
    is_sample,
    preview_entries,
    silent,
)
from briefreader.library import lookup
from briefreader.library.index_session import IndexSession, never
from briefreader.model import Brief, Completion, Entry, Results, Sort, SourceError
from briefreader.store import File, folder_key
from briefreader.text import Span, clean_line

if TYPE_CHECKING:
    from briefreader.search import MarkTerm, Snippet


class IndexedFolder:
    """The briefs in a folder, which are first read when needed; it may be used from several threads.

    All results are immutable. `only` names the one file of the folder that is read, if not all are. `cache` is the
    folder of the index, by default in the user's cache. Methods that take `notify` pass it a sentence about the process
    that they wait for.
    """

    def __init__(
        self,
        root: Path,
        places: Places | None = None,
        settings: Settings | None = None,
        *,
        only: str | None = None,
        cache: Path | None = None,
    ) -> None:
        self.root = root
        self.settings = settings or Settings()
        self._places = places or Places.of_user()
        if self.settings.read_only:
            self._places = self._places._replace(read_only=True)
        self._only = only
        self._cache = cache or self._places.cache / folder_key(root / only if only else root)
        self._known_names = KnownNames(root, self._places)
        self._index = self._index_in(self._cache)
        self._session = IndexSession(self._index.index, self._marked)

    @property
    def read_only(self) -> bool:
        """Whether the person has forbidden to write anything but the cache of the index."""
        return self._places.read_only

    @property
    def name(self) -> str:
        """The name of the folder, `sample library` for the sample, or the name of the one file that is read."""
        if is_sample(self.root):
            return "sample library"
        root = os.path.abspath(self.root)  # noqa: PTH100 - a link keeps the name that the person gave it
        return clean_line(self._only or os.path.basename(root) or root)  # noqa: PTH119

    def _index_in(self, cache: Path) -> LibraryIndex:
        return LibraryIndex(self.root, cache, self._known_names, self._only)

    def _marked(self, term: MarkTerm) -> frozenset[str]:
        """Return the briefs that a person has given a mark: none in a folder without records of a person."""
        return frozenset()

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries in the index, newest first, undated last; the first call reads them."""
        return tuple(self._session.by_id().values())

    def changed(self) -> bool:
        """Return whether files or lists of names are new, changed or gone since the last update of the index."""
        return self._index.files.is_outdated()

    @property
    def names_version(self) -> str:
        """A text that differs between any two states of the lists of names, as they were last read."""
        return self._known_names.version

    def reload(self) -> bool:
        """Use the index that another process has written, and return whether the entries have changed."""
        return self._session.reload()

    def update(
        self, progress: Progress = silent, notify: Callable[[str], object] = silent, *, rebuild: bool = False
    ) -> IndexReport:
        """Update the index to match the files, or rebuild it, and return a report.

        Raises LibraryError if the library cannot be read.
        """
        with self._session.changing():
            return self._index.update(progress, notify, rebuild=rebuild)

    def indexer_command(self) -> list[str]:
        """Return the command that updates the index in a process of its own.

        If the cache cannot be written, the index is in a temporary folder that is deleted with this object.
        """
        if not self._index.index.is_writable():
            import shutil
            import tempfile

            self._cache = Path(tempfile.mkdtemp(prefix="briefreader-"))
            weakref.finalize(self, shutil.rmtree, self._cache, ignore_errors=True)
            self._index = self._index_in(self._cache)
            self._session.index = self._index.index
        return self._index.indexer_command()

    def add_previews(self, message: Mapping[str, object]) -> tuple[Entry, ...]:
        """Add a batch of previews from a message of the indexer, and return all entries."""
        return self._session.add(preview_entries(cast(list[list[object]], message["entries"])))

    def search(
        self,
        query: str,
        *,
        limit: int | None = 50,
        sort: Sort = "date",
        typing: bool = False,
        quick: bool = False,
        cancelled: Callable[[], bool] = never,
        titles: bool = True,
    ) -> Results:
        """Return the results of a query, from titles while there is no index; returns early or raises if cancelled.

        A damaged index is set aside until the next update rebuilds it. Raises IndexLostError if `titles` are not wanted
        and there is no index.
        """
        return self._session.search(query, limit, sort, typing, quick, cancelled, titles)

    def snippets(
        self, query: str, ids: Sequence[str], *, typing: bool = False, cancelled: Callable[[], bool] = never
    ) -> Mapping[str, Snippet]:
        """Return for some hits of a query, by ID, the passage that shows best why each was found.

        It is quick for a screen of hits; a brief that the index lacks has none. Raises BriefreaderError if cancelled.
        """
        return self._session.snippets(query, ids, typing, cancelled)

    def query_errors(self, query: str) -> tuple[str, ...]:
        """Return what in a query cannot be right, such as a date that is no date; a search leaves it out."""
        return self._session.query_errors(query)

    def completion(self, query: str) -> Completion | None:
        """Return a completion of the last word of a query to a name in the index, None if there is none."""
        return self._session.completion(query)

    def pieces(self, query: str) -> Mapping[str, str]:
        """Return the pieces of a query, each with the query without it."""
        from briefreader.search import pieces, without

        return {query[piece.start : piece.end]: without(query, piece) for piece in pieces(query)}

    def narrowed(self, query: str, kind: str, name: str) -> str:
        """Return a query with one of its facets added; `kind` is a key of `Results.facets`."""
        from briefreader.search import narrowed

        return narrowed(query, kind, name)

    def settled(self, query: str, *, typing: bool = False) -> str:
        """Return a query that asks for the same and to which facets can be added."""
        from briefreader.search import settled

        return settled(query, typing=typing)

    def facets(self, query: str, cancelled: Callable[[], bool] = never) -> Mapping[str, Mapping[str, int]]:
        """Return all facets of a query by kind, the most frequent first; `search` returns the first twenty of each."""
        return self._session.facets(query, cancelled)

    def matches(self, query: str, text: str) -> tuple[Span, ...]:
        """Return the matches of a query in a text, in order and not overlapping."""
        return self._session.matches(query, text)

    def brief(self, id: str) -> Brief:
        """Read and annotate the brief of an ID. Raises NotFoundError, SourceError."""
        entry = self._session.by_id().get(id) or self.resolve(id)
        try:
            read = self._index.read(File(entry.path, 0, 0))
        except SourceError as error:
            raise SourceError(f"{self.root / entry.path}: {error}") from error
        return brief_of(read.row.entry._replace(id=entry.id), read.document, read.annotation)

    def resolve(self, word: str) -> Entry:
        """Return the entry of an ID, of an unambiguous beginning of an ID, or of a path. Raises NotFoundError."""
        return lookup.resolve(word, self.entries(), self.root, self._index.kept_ids)

    def resolve_words(self, sought: str) -> Entry:
        """Return the entry of an ID or path, or of the one meeting that words name. Raises NotFoundError."""
        return lookup.resolve_words(sought, self.entries(), self.root, self._index.kept_ids)
