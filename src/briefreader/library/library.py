"""Offers all that a person can ask of a library of briefs and do with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.config import Place, data_folder
from briefreader.counts import counted
from briefreader.indexing import Progress, library_state, silent
from briefreader.library.catalogued_folder import CataloguedFolder
from briefreader.library.choice import sample_folder
from briefreader.library.importing.inputs import Added, Input
from briefreader.library.index_session import never
from briefreader.library.remembering.remembered import NAME as READER_FILE
from briefreader.library.remembering.remembered import Remembered
from briefreader.library.write_access import write_access
from briefreader.model import (
    Brief,
    Dossier,
    Entry,
    NotFoundError,
    Problem,
    SourceError,
)
from briefreader.store import folder_key, users_folder

if TYPE_CHECKING:
    from briefreader.library.comparing.comparing import Comparing
    from briefreader.library.corrections.own_names import OwnNames
    from briefreader.library.exporting.documents import Documents
    from briefreader.library.file_to_edit import FileToEdit
    from briefreader.library.notes import Notes
    from briefreader.library.remembering.copied_text import CopiedText
    from briefreader.library.remembering.last_session import LastSession
    from briefreader.library.remembering.reading import Reading
    from briefreader.library.remembering.saved_searches import SavedSearches
    from briefreader.notes import Citation
    from briefreader.search import MarkTerm


class Library(CataloguedFolder):
    """The briefs in a folder with their names and meetings, and all that a person can change about them."""

    @property
    def saved_searches(self) -> SavedSearches:
        """The saved searches of the library."""
        from briefreader.library.remembering.saved_searches import SavedSearches

        def ids(query: str, cancelled: Callable[[], bool]) -> tuple[str, ...]:
            found = self.search(query, limit=None, quick=True, cancelled=cancelled, titles=False)
            return tuple(hit.id for hit in found.hits)

        return SavedSearches(self.root, self._places, ids, self._former_ids)

    def _former_ids(self, ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """Return all IDs that the briefs of some IDs were ever given, by ID."""
        paths = {id: entry.path for id in ids if (entry := self._session.by_id().get(id))}
        found = self._index.kept_ids().former([*paths.values()])
        return {id: found[path] for id, path in paths.items()}

    @cached_property
    def notes(self) -> Notes:
        """The notes on the briefs of the library."""
        from briefreader.library.notes import Notes

        known, ids_now = self._session.by_id, self._catalogue.ids_now
        return Notes(self.root, self._places, known, ids_now, self._session.ids_of)

    @property
    def remembered(self) -> Remembered:
        """The setup of the reader that its last session has left."""
        return Remembered(self._places.data / READER_FILE, folder_key(self._root_or_file), read_only=self.read_only)

    @property
    def last_session(self) -> LastSession:
        """The place where the last session of the reader was left."""
        from briefreader.library.remembering.last_session import NAME, LastSession

        return LastSession(self._users_folder / NAME, read_only=self.read_only)

    @property
    def _users_folder(self) -> Path:
        """The folder for the marks and places that the reader keeps of the library, in the user's data folder."""
        return users_folder(self._places.data, self._root_or_file)

    @property
    def _root_or_file(self) -> Path:
        """The folder of the library, or the one file that is read."""
        return self.root / self._only if self._only else self.root

    @cached_property
    def reading(self) -> Reading:
        """Which briefs were read and starred, which are new, and where each was left."""
        from briefreader.library.remembering.reading import Reading  # after the first paint of the reader

        return Reading(
            self._users_folder, self._session.by_id, self._catalogue.ids_now, self._former_ids, read_only=self.read_only
        )

    @property
    def copied(self) -> CopiedText:
        """The file that holds the text which was copied last."""
        from briefreader.library.remembering.copied_text import CopiedText

        return CopiedText(self._places)

    def file_to_edit(self, brief: Brief) -> FileToEdit:
        """Return the file of a brief for an editor, or a copy of it where it cannot be written. Raises LibraryError."""
        from briefreader.library.file_to_edit import file_to_edit

        return file_to_edit(self.root, self._places, brief.entry)

    def citation(self, brief: Brief) -> Citation:
        """Return the citation of a brief, with what a person states of its meeting."""
        from briefreader.notes import citation_of

        return citation_of(self.corrected(brief))

    @property
    def documents(self) -> Documents:
        """The documents of briefs, notes and comparisons."""
        from briefreader.library.exporting.documents import Documents

        return Documents(self._places, self.brief, self.citation)

    @cached_property
    def comparing(self) -> Comparing:
        """The comparisons of briefs, and the traces of wordings."""
        from briefreader.library.comparing.comparing import Comparing
        from briefreader.library.comparing.said_promises import SaidPromises
        from briefreader.library.comparing.wordings import Wordings

        wordings = Wordings(self._session, self.matches)
        said = SaidPromises(
            self.brief, self._session.by_id, lambda: self._known_names.version, lambda: self._index.index
        )
        return Comparing(self._catalogue, self.brief, wordings, said, self._ladders)

    @property
    def _ladders(self) -> tuple[Path, Path]:
        """The ladders of verbs of the program, and those of the user above them."""
        return data_folder() / "wording" / "strength.yaml", self._places.strength

    def _marked(self, term: MarkTerm) -> frozenset[str]:
        """Return the briefs that a person has given a mark by now. Raises LibraryError."""
        from briefreader.library.mark_terms import marked_briefs

        return marked_briefs(term, self.reading, lambda: self.notes)

    def dossier(self, name: str, cancelled: Callable[[], bool] = never) -> Dossier:
        """Return the dossier of a name, from the briefs read so far if cancelled. Raises NotFoundError."""
        from briefreader.library.dossiers import Inquiry, PresentBriefs

        entry_of = PresentBriefs(self.root, self._session.by_id()).entry
        annotator = self._known_names.annotator()
        found = self._session.ask(lambda searcher: Inquiry(annotator, searcher, entry_of, cancelled).about(name))
        if found is None:
            raise NotFoundError(f"no brief names {name!r}; the library has no briefs: `briefreader add` takes files in")
        return found

    @property
    def own_names(self) -> OwnNames:
        """The ways to add, merge and remove names."""
        from briefreader.library.corrections.own_names import OwnNames

        return OwnNames(self.root, self._places, self._known_names, self._session)

    def star(self, ids: Sequence[str], starred: bool, notify: Callable[[str], object] = silent) -> None:
        """Star briefs, or take their stars away, so that `undo` gives the former ones back. Raises LibraryError."""
        others = [id for id in ids if self.reading.is_starred(id) != starred]
        what = f"{'the star' if starred else 'the removed star'} of {self._called(others)}"
        self._mark(others, partial(self.reading.star, others, starred), what, notify)

    def mark_read(self, ids: Sequence[str], read: bool, notify: Callable[[str], object] = silent) -> None:
        """Mark briefs as read or unread, so that `undo` gives the former marks back. Raises LibraryError."""
        others = [id for id in ids if self.reading.is_read(id) != read]
        what = f"the mark of {self._called(others)} as {'read' if read else 'unread'}"
        self._mark(others, partial(self.reading.mark_read, others, read), what, notify)

    def _mark(self, ids: Sequence[str], change: Callable[[], str], what: str, notify: Callable[[str], object]) -> None:
        from briefreader.library import undoing

        if ids:
            undoing.mark(self.root, self._places, change, self.reading.restore, what, notify)

    def _called(self, ids: Sequence[str]) -> str:
        """Return the title of a brief, or the number of several."""
        entry = self._session.by_id().get(ids[0]) if len(ids) == 1 else None
        return entry.title if entry else counted(len(ids), "brief")

    def undo(self, notify: Callable[[str], object] = silent) -> str | None:
        """Undo the last change that a person made, and return its name, None without one.

        It may be one of names, meetings, notes, saved searches, stars and marks of what was read, or the removal of
        briefs. Raises LibraryError, SettingsError where it cannot be undone.
        """
        from briefreader.library import undoing

        undone = undoing.undo(self.root, self._places, self.reading.restore, notify)
        self._known_names.reload()
        return undone

    def annotate(self, given: Input) -> Iterator[tuple[str | None, Brief | SourceError]]:
        """Yield the briefs that an input would give, or the errors in their place, each with its name in the input."""
        from briefreader.library.importing.annotating import briefs_in

        return briefs_in(given, self._known_names.annotator)

    def add(self, given: Iterable[Input], notify: Callable[[str], object] = silent) -> Iterator[Added]:
        """Yield the result of each input once its brief is safely on disk. Raises LibraryError if a write fails."""
        from briefreader.library.importing.id_registry import IdRegistry
        from briefreader.library.importing.importer import Importer

        with write_access(self.root, self._places, "adding", notify) as state:
            registry, kept = IdRegistry.of(self._index.index), self._index.kept_ids()
            yield from Importer(self.root, state, registry, kept, self._known_names.annotator).add(given)

    def watch(
        self, folders: Sequence[str], notify: Callable[[str], object], wait: Callable[[float], object]
    ) -> Iterator[Added]:
        """Add the files in folders as they come, without an end, and yield the result of each.

        The library is locked only while files are added; in between `wait` is called with a number of seconds. Raises
        UsageError, LibraryError.
        """
        from briefreader.library.importing.watch import Watch

        for inputs in Watch(folders, self.root, notify, wait=wait).inputs():
            yield from self.add(inputs, notify)

    def remove(self, id: str, notify: Callable[[str], object] = silent) -> tuple[Entry, Path]:
        """Remove a brief, and return its entry and the new path of its file. Raises NotFoundError, LibraryError."""
        return self.remove_all([id], notify)[0]

    def remove_all(
        self, ids: Sequence[str], notify: Callable[[str], object] = silent
    ) -> tuple[tuple[Entry, Path], ...]:
        """Remove briefs, which one step of `undo` brings back; return their entries and the new paths of their files.

        Raises NotFoundError, and removes nothing, where one of them is not there; LibraryError.
        """
        from briefreader.library import removal

        return removal.removed(self.root, self._places, ids, self.resolve, notify)

    def check(self, progress: Progress = silent) -> tuple[Problem, ...]:
        """Return the problems of library, index, settings and locale, each with its remedy."""
        from briefreader.compare import read_ladders
        from briefreader.library import checkup

        return (
            *checkup.settings_problems(
                self._places.settings, self._known_names.annotator, lambda: read_ladders(self._ladders)
            ),
            *self.own_meetings.problems(),
            *self.notes.problems(),
            *checkup.file_problems(self.root, self._index.files.scan, progress),
            *checkup.unopened_problems(self.root, self._only),
            *checkup.index_problems(self._index.index),
            *checkup.quarantine_problems(library_state(self.root, self._places)),
            *self.reading.problems(),
            *checkup.locale_problems(),
        )

    def places(self) -> tuple[Place, ...]:
        """Return the places of all files, which need not exist."""
        state = library_state(self.root, self._places)
        places = {
            "library": self.root,
            "originals": state.originals,
            "quarantine": state.quarantined,
            "removed": state.removed,
            "notes": self.notes.folder,
            "index": self._index.index.folder,
            "settings": self._places.settings,
            "themes": self._places.themes,
            "names": self._places.names,
            "strength": self._places.strength,
            "reader": self.remembered.path,
            "reading": self.reading.path,
            "copied": self.copied.path,
            "sample": sample_folder(),
        }
        return tuple(Place(label, Path(os.path.abspath(path))) for label, path in places.items())  # noqa: PTH100
