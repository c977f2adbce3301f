"""A library of briefs: what a person can ask of it and do with it."""

from __future__ import annotations

import os
import sys
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from briefreader.config import Places, Settings
from briefreader.indexing import preview as previews
from briefreader.indexing import reading
from briefreader.indexing.known_names import KnownNames
from briefreader.indexing.library_index import LibraryIndex
from briefreader.indexing.report import IndexReport
from briefreader.library import lookup
from briefreader.library.choice import sample_folder
from briefreader.library.index_session import IndexSession
from briefreader.library.inputs import Input, inputs, sniffed_name
from briefreader.library.series import Series, all_series, named
from briefreader.library.write_access import state_of, writing
from briefreader.model import (
    Brief,
    Completion,
    Dossier,
    EntityType,
    Entry,
    NotFoundError,
    Place,
    Problem,
    Results,
    Sort,
    SourceError,
)
from briefreader.store import File, folder_key
from briefreader.text import Span

if TYPE_CHECKING:
    from briefreader.indexing.build import Progress
    from briefreader.indexing.reading import Reading
    from briefreader.library.importer import Added
    from briefreader.library.saved_searches import SavedSearches


def _silent(*_: object) -> None:
    """Hear of progress and say nothing."""


def _never() -> bool:
    return False


class Library:
    """The briefs in a folder. What it returns is immutable; it may be used from several threads.

    Making one reads nothing. `only` names the one file of the folder that is read, where not all are. `cache` is the
    folder of the index, the user's own for this library unless given.
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

    def _index_in(self, cache: Path) -> LibraryIndex:
        return LibraryIndex(self.root, cache, self._known_names, self._only)

    def entries(self) -> tuple[Entry, ...]:
        """Return the briefs as the index last saw them, newest first, undated last; reads the catalogue once."""
        return tuple(self._session.by_id().values())

    def changed(self) -> bool:
        """Tell whether files are new, changed or gone since the index was made: a look at each, no reading."""
        return bool(self._index.difference(self._index.scan()))

    def reload(self) -> bool:
        """Take over the index that another process has made; tell whether the briefs are others than before."""
        return self._session.reload()

    def update(
        self, progress: Progress = _silent, told: Callable[[str], object] = _silent, *, rebuild: bool = False
    ) -> IndexReport:
        """Bring the index up to date with the files, from nothing where `rebuild`; told hears what hinders.

        Raises LibraryError where the library cannot be read.
        """
        with self._session.changing():
            return self._index.update(progress, told, rebuild=rebuild)

    def indexer_command(self) -> list[str]:
        """Return the command that brings the index up to date in a process of its own.

        Where the cache cannot be written the index lies in a temporary folder that goes with this library.
        """
        if not self._index.index.is_writable():
            import shutil
            import tempfile

            self._cache = Path(tempfile.mkdtemp(prefix="briefreader-"))
            weakref.finalize(self, shutil.rmtree, self._cache, ignore_errors=True)
            self._index = self._index_in(self._cache)
            self._session.index = self._index.index
        command = [sys.executable, "-P", "-m", "briefreader.indexing.indexer", "--library", str(self.root)]
        return [*command, "--cache", str(self._cache), *(["--only", self._only] if self._only else [])]

    def learn_heads(self, said: Mapping[str, object]) -> tuple[Entry, ...]:
        """Take in a batch of heads as the indexer says it (under `entries`), and return all briefs known now."""
        return self._session.learn(previews.entries(cast(list[list[object]], said["entries"])))

    def search(
        self,
        query: str,
        *,
        limit: int | None = 50,
        sort: Sort = "date",
        typing: bool = False,
        quick: bool = False,
        cancelled: Callable[[], bool] = _never,
        titles: bool = True,
    ) -> Results:
        """Return what a query finds; by `titles` only while there is no index. Returns early, or raises, if cancelled.

        An index that turns out to be damaged is set aside, and the next update makes it anew. Raises IndexLostError
        where titles will not do.
        """
        return self._session.search(query, limit, sort, typing, quick, cancelled, titles)

    def completion(self, query: str) -> Completion | None:
        """Return how the last word of a query may be finished by a name the index knows, None where none begins so."""
        return self._session.completion(query)

    def pieces(self, query: str) -> Mapping[str, str]:
        """Return the pieces of a query, each with what is left of the query without it."""
        from briefreader.search.query.edits import pieces, without

        return {query[piece.start : piece.end]: without(query, piece) for piece in pieces(query)}

    def narrowed(self, query: str, kind: str, name: str) -> str:
        """Return a query that asks for one of its facets as well; kind is a key of `Results.facets`."""
        from briefreader.search.query.edits import narrowed

        return narrowed(query, kind, name)

    @property
    def saved_searches(self) -> SavedSearches:
        """The searches a person has saved, and what is new in them."""
        from briefreader.library.saved_searches import SavedSearches

        def ids(query: str, cancelled: Callable[[], bool]) -> tuple[str, ...]:
            found = self.search(query, limit=None, quick=True, cancelled=cancelled, titles=False)
            return tuple(hit.id for hit in found.hits)

        return SavedSearches(state_of(self.root, self._places.data), ids)

    def matches(self, query: str, text: str) -> tuple[Span, ...]:
        """Return where a query matches in a text, in order and not overlapping."""
        return self._session.matches(query, text)

    def brief(self, id: str) -> Brief:
        """Return a brief, read and annotated now. Raises NotFoundError, SourceError."""
        entry = self._session.by_id().get(id) or self.resolve(id)
        try:
            read = self._index.read(File(entry.path, 0, 0))
        except SourceError as error:
            raise SourceError(f"{self.root / entry.path}: {error}") from error
        return reading.brief(read.row.entry._replace(id=entry.id), read.document, read.annotation)

    def dossier(self, name: str, cancelled: Callable[[], bool] = _never) -> Dossier:
        """Return what the library says about a name; of what was read so far if cancelled. Raises NotFoundError."""
        from briefreader.library.dossier import Inquiry

        def read(id: str) -> tuple[Entry, Reading]:
            entry = self.resolve(id)
            return entry, self._index.read(File(entry.path, 0, 0))

        search = partial(self.search, titles=False)
        return Inquiry(self._known_names.annotator(), search, read, cancelled).about(name)

    def name_as(self, surface: str, canonical: str, type: EntityType, told: Callable[[str], object] = _silent) -> Path:
        """Let a spelling go by a name from now on, and return the file that says so.

        A spelling that is the name of something else merges that into this. Raises LibraryError, SettingsError.
        """
        from briefreader.library import own_names

        return self._named(own_names.named_as(self._known_names.annotator(), surface, canonical, type), told)

    def kill_name(self, surface: str, told: Callable[[str], object] = _silent) -> Path:
        """Let a spelling, or all that goes by a name, be no name. Raises LibraryError, SettingsError."""
        from briefreader.library import own_names

        return self._named(own_names.killed(surface), told)

    def _named(self, change: Callable[[Path, str], str], told: Callable[[str], object]) -> Path:
        from briefreader.library import own_names

        path = own_names.edit(self.root, self._places, change, told)
        self._known_names.reload()
        return path

    def resolve(self, word: str) -> Entry:
        """Return the brief of an ID, of an unambiguous beginning of one, or of a path. Raises NotFoundError."""
        return lookup.resolve(word, self.entries(), self.root)

    def resolve_words(self, sought: str) -> Entry:
        """Return the brief of an ID or path, or the one meeting that words name. Raises NotFoundError."""
        return lookup.resolve_words(sought, self.entries(), self.root)

    def inputs(self, names: Iterable[str], standard_input: Callable[[], bytes], *, walk: bool) -> Iterator[Input]:
        """Yield what a person names: files, `-` for standard input, and the files in folders where `walk`."""
        return inputs(names, standard_input, walk=walk)

    def annotate(self, given: Input) -> Brief:
        """Return what a text contains, without adding it. Raises SourceError."""
        data = given.read()
        name = given.file_name if given.path else sniffed_name("stdin", data)
        document, annotation = reading.understand(data, name, self._known_names.annotator())
        return reading.brief(reading.entry(document, annotation, given.name), document, annotation)

    def add(self, given: Iterable[Input], told: Callable[[str], object] = _silent) -> Iterator[Added]:
        """Yield what became of each input once it is safe on the disk; told hears who else is writing.

        Raises LibraryError where the library cannot be written.
        """
        from briefreader.library.id_registry import IdRegistry
        from briefreader.library.importer import Importer

        with writing(self.root, self._places.data, "adding", told) as state:
            intake = Importer(self.root, state, IdRegistry.of(self._index.index), self._known_names.annotator)
            yield from intake.add(given)

    def remove(self, id: str, told: Callable[[str], object] = _silent) -> tuple[Entry, Path]:
        """Take a brief out; return it and where its file lies now. Raises NotFoundError, LibraryError."""
        with writing(self.root, self._places.data, "removing", told) as state:
            entry = self.resolve(id)
            path = self.root / entry.path
            if not os.path.lexists(path):
                raise NotFoundError(f"{entry.id}: its file is gone already; `briefreader index` takes note of it")
            return entry, state.set_aside(path, entry.path)

    def series(self) -> tuple[Series, ...]:
        """Return every series with its meetings, gaps and next date, by name."""
        return all_series(self.entries(), self._next_of, self._known_names.annotator().series_called)

    def series_named(self, name: str) -> Series:
        """Return one series, by its name or an unambiguous beginning of it. Raises NotFoundError."""
        return named(name, self.entries(), self._next_of, self._known_names.annotator().series_called)

    def _next_of(self, entry: Entry) -> str | None:
        try:
            meeting = self.brief(entry.id).annotation.meeting
        except SourceError:
            return None  # the update has told
        return meeting.next if meeting else None

    def check(self, progress: Progress = _silent) -> tuple[Problem, ...]:
        """Return what is wrong with library, index, settings and locale, and how to mend it."""
        from briefreader.library import checkup

        return (
            *checkup.settings_problems(self._places.settings, self._known_names.annotator),
            *checkup.file_problems(self.root, self._index.scan, progress),
            *checkup.index_problems(self._index.index),
            *checkup.quarantine_problems(state_of(self.root, self._places.data)),
            *checkup.locale_problems(),
        )

    def places(self) -> tuple[Place, ...]:
        """Return where everything is kept, whether or not it is there yet."""
        state = state_of(self.root, self._places.data)
        places = {
            "library": self.root,
            "originals": state.originals,
            "quarantine": state.quarantined,
            "removed": state.removed,
            "index": self._index.index.folder,
            "settings": self._places.settings,
            "names": self._places.names,
            "sample": sample_folder(),
        }
        return tuple(Place(label, Path(os.path.abspath(path))) for label, path in places.items())  # noqa: PTH100
