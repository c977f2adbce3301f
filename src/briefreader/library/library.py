"""Offers all that a person can ask of a library of briefs and do with it."""

from __future__ import annotations

import os
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from briefreader.config import Place, Places, Settings
from briefreader.indexing import (
    IndexReport,
    KnownNames,
    LibraryIndex,
    Progress,
    annotated,
    brief_of,
    entry_of,
    is_sample,
    library_state,
    preview_entries,
    read_item,
    silent,
)
from briefreader.library import lookup
from briefreader.library.catalogue import Catalogue
from briefreader.library.choice import sample_folder
from briefreader.library.index_session import IndexSession, never
from briefreader.library.inputs import Added, Input
from briefreader.library.overview import Overview
from briefreader.library.own_meetings import OwnMeetings
from briefreader.library.remembered import NAME as READER_FILE
from briefreader.library.remembered import Remembered
from briefreader.library.series import Series
from briefreader.library.write_access import write_access
from briefreader.meetings import HeldMeeting
from briefreader.model import (
    Brief,
    Completion,
    Dossier,
    EntityType,
    Entry,
    NameUses,
    NotFoundError,
    Problem,
    Results,
    Sort,
    SourceError,
)
from briefreader.store import File, folder_key
from briefreader.text import Span, clean_line

if TYPE_CHECKING:
    from briefreader.library.saved_searches import SavedSearches
    from briefreader.search import Snippet


class Library:
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
        self._only = only
        self._cache = cache or self._places.cache / folder_key(root / only if only else root)
        self._known_names = KnownNames(root, self._places)
        self._index = self._index_in(self._cache)
        self._session = IndexSession(self._index.index)
        self._own_meetings = OwnMeetings(root, self._places, self.meetings, lambda ids: self._catalogue.ids_now(ids))
        self._catalogue = Catalogue(self._session, self._known_names, self._own_meetings, lambda: self._index)

    @property
    def name(self) -> str:
        """The name of the folder, `sample library` for the sample, or the name of the one file that is read."""
        if is_sample(self.root):
            return "sample library"
        root = os.path.abspath(self.root)  # noqa: PTH100 - a link keeps the name that the person gave it
        return clean_line(self._only or os.path.basename(root) or root)  # noqa: PTH119

    def _index_in(self, cache: Path) -> LibraryIndex:
        return LibraryIndex(self.root, cache, self._known_names, self._only)

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries in the index, newest first, undated last; the first call reads them."""
        return tuple(self._session.by_id().values())

    def changed(self) -> bool:
        """Return whether files or lists of names are new, changed or gone since the last update of the index."""
        return self._index.is_outdated()

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

    @property
    def saved_searches(self) -> SavedSearches:
        """The saved searches of the library."""
        from briefreader.library.saved_searches import SavedSearches

        def ids(query: str, cancelled: Callable[[], bool]) -> tuple[str, ...]:
            found = self.search(query, limit=None, quick=True, cancelled=cancelled, titles=False)
            return tuple(hit.id for hit in found.hits)

        def former(ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
            paths = {id: entry.path for id in ids if (entry := self._session.by_id().get(id))}
            found = self._index.kept_ids().former([*paths.values()])
            return {id: found[path] for id, path in paths.items()}

        return SavedSearches(library_state(self.root, self._places.data), ids, former)

    @property
    def remembered(self) -> Remembered:
        """The setup of the reader that its last session has left."""
        folder = self.root / self._only if self._only else self.root
        return Remembered(self._places.data / READER_FILE, folder_key(folder))

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

    def dossier(self, name: str, cancelled: Callable[[], bool] = never) -> Dossier:
        """Return the dossier of a name, from the briefs read so far if cancelled. Raises NotFoundError."""
        from briefreader.library.dossiers import Inquiry

        entries = self._session.by_id()
        files_in = lru_cache(None)(partial(_files_in, self.root))

        def entry_of(id: str) -> Entry | None:
            entry = entries.get(id)
            folder, _, file = entry.path.rpartition("/") if entry else ("", "", "")
            return entry if file in files_in(folder) else None

        annotator = self._known_names.annotator()
        found = self._session.ask(lambda searcher: Inquiry(annotator, searcher, entry_of, cancelled).about(name))
        if found is None:
            raise NotFoundError(f"no brief names {name!r}; the library has no briefs: `briefreader add` takes files in")
        return found

    def name_as(self, surface: str, canonical: str, type: EntityType, notify: Callable[[str], object] = silent) -> Path:
        """Make a spelling an alias of a name in a list of own names, and return the path of the list.

        If the spelling is the name of something else, that is merged too. Raises LibraryError, SettingsError.
        """
        from briefreader.library import own_names

        change = own_names.named_as(self._known_names.annotator(), surface, canonical, type)
        return self._named(change, f"{surface} is now {canonical}", notify)

    def kill_name(self, surface: str, notify: Callable[[str], object] = silent) -> Path:
        """Remove a spelling or a name with all its spellings from the names. Raises LibraryError, SettingsError."""
        from briefreader.library import own_names

        return self._named(own_names.killed(surface), f"{surface} is no longer a name", notify)

    def _named(self, change: Callable[[Path, str], str], what: str, notify: Callable[[str], object]) -> Path:
        from briefreader.library import own_files, own_names

        path = own_files.edit(self.root, self._places, own_names.file(self._places), change, what, notify)
        self._known_names.reload()
        return path

    def undo(self, notify: Callable[[str], object] = silent) -> str | None:
        """Undo the last change that a person made to names or meetings, and return what it was, None without one.

        Raises LibraryError, SettingsError where it cannot be undone.
        """
        from briefreader.annotate import list_edits
        from briefreader.library import meeting_rows, own_files, own_meetings, own_names

        checks = {
            own_names.file(self._places): list_edits.check,
            own_meetings.file(self._places): meeting_rows.check,
        }
        undone = own_files.undo(self.root, self._places, checks, notify)
        self._known_names.reload()
        return undone

    def name_uses(self, spelling: str, type: EntityType, cancelled: Callable[[], bool] = never) -> NameUses:
        """Return the briefs that hold a name of a type, those found so far if cancelled. Raises IndexLostError."""
        from briefreader.library.name_uses import uses_of

        by_id = self._session.by_id()
        found = self._session.ask(lambda searcher: uses_of(spelling, type, searcher, by_id.get, cancelled))
        return found or NameUses()

    def resolve(self, word: str) -> Entry:
        """Return the entry of an ID, of an unambiguous beginning of an ID, or of a path. Raises NotFoundError."""
        return lookup.resolve(word, self.entries(), self.root, self._index.kept_ids)

    def resolve_words(self, sought: str) -> Entry:
        """Return the entry of an ID or path, or of the one meeting that words name. Raises NotFoundError."""
        return lookup.resolve_words(sought, self.entries(), self.root, self._index.kept_ids)

    def annotate(self, given: Input) -> Iterator[tuple[str | None, Brief | SourceError]]:
        """Yield the briefs that an input would give, or the errors in their place, each with its name in the input."""
        from briefreader.sources import items

        try:
            data = given.read()
        except SourceError as error:
            yield None, error
            return
        for item in items(data, given.file_name(data)):
            try:
                read = read_item(item)
            except SourceError as error:
                yield item.name, error
                continue
            document, annotation = annotated(read, self._known_names.annotator())
            yield item.name, brief_of(entry_of(document, annotation, item.name or given.name), document, annotation)

    def add(self, given: Iterable[Input], notify: Callable[[str], object] = silent) -> Iterator[Added]:
        """Yield the result of each input once its brief is safely on disk. Raises LibraryError if a write fails."""
        from briefreader.library.id_registry import IdRegistry
        from briefreader.library.importer import Importer

        with write_access(self.root, self._places.data, "adding", notify) as state:
            registry, kept = IdRegistry.of(self._index.index), self._index.kept_ids()
            yield from Importer(self.root, state, registry, kept, self._known_names.annotator).add(given)

    def watch(
        self, folders: Sequence[str], notify: Callable[[str], object], wait: Callable[[float], object]
    ) -> Iterator[Added]:
        """Add the files in folders as they come, without an end, and yield the result of each.

        The library is locked only while files are added; in between `wait` is called with a number of seconds. Raises
        UsageError, LibraryError.
        """
        from briefreader.library.watch import Watch

        for inputs in Watch(folders, self.root, notify, wait=wait).inputs():
            yield from self.add(inputs, notify)

    def remove(self, id: str, notify: Callable[[str], object] = silent) -> tuple[Entry, Path]:
        """Remove a brief, and return its entry and the new path of its file. Raises NotFoundError, LibraryError."""
        with write_access(self.root, self._places.data, "removing", notify) as state:
            entry = self.resolve(id)
            path = self.root / entry.path
            if not os.path.lexists(path):
                raise NotFoundError(f"{entry.id}: its file is gone already; `briefreader index` updates the index")
            return entry, state.set_aside(path, entry.path)

    def meetings(self) -> tuple[HeldMeeting, ...]:
        """Return the meetings that were held, newest first, each with its briefs. Raises IndexLostError."""
        return self._catalogue.meetings()

    def overview(self) -> Overview:
        """Return the briefs, their meetings and the sections of the library; briefs alone while there is no index."""
        return self._catalogue.overview(self.settings.home)

    @property
    def own_meetings(self) -> OwnMeetings:
        """What a person corrected about meetings and series, and the ways to correct more."""
        return self._own_meetings

    def inferred_meeting(self, id: str) -> HeldMeeting | None:
        """Return the meeting of a brief with the facts that are inferred; None where it tells of none.

        Raises IndexLostError.
        """
        return self._catalogue.inferred_meeting(id)

    def series(self) -> tuple[Series, ...]:
        """Return all series by name, each with its meetings, gaps and next date. Raises IndexLostError."""
        return self._catalogue.series()

    def series_named(self, name: str) -> Series:
        """Return the series of a name or of an unambiguous beginning of a name.

        Raises NotFoundError, IndexLostError.
        """
        return self._catalogue.series_named(name)

    def check(self, progress: Progress = silent) -> tuple[Problem, ...]:
        """Return the problems of library, index, settings and locale, each with its remedy."""
        from briefreader.library import checkup

        return (
            *checkup.settings_problems(self._places.settings, self._known_names.annotator),
            *self._own_meetings.problems(),
            *checkup.file_problems(self.root, self._index.scan, progress),
            *checkup.unopened_problems(self.root, self._only),
            *checkup.index_problems(self._index.index),
            *checkup.quarantine_problems(library_state(self.root, self._places.data)),
            *checkup.locale_problems(),
        )

    def places(self) -> tuple[Place, ...]:
        """Return the places of all files, which need not exist."""
        state = library_state(self.root, self._places.data)
        places = {
            "library": self.root,
            "originals": state.originals,
            "quarantine": state.quarantined,
            "removed": state.removed,
            "index": self._index.index.folder,
            "settings": self._places.settings,
            "names": self._places.names,
            "reader": self.remembered.path,
            "sample": sample_folder(),
        }
        return tuple(Place(label, Path(os.path.abspath(path))) for label, path in places.items())  # noqa: PTH100


def _files_in(root: Path, folder: str) -> frozenset[str]:
    """Return the names of the files in a folder of a library; thousands of files are not looked at one by one."""
    with suppress(OSError):
        return frozenset(os.listdir(root / folder))  # noqa: PTH208
    return frozenset()
