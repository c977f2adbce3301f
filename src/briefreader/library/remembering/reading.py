"""Remembers the briefs that a person has read and starred, the new ones, and the place at which each was left."""

from __future__ import annotations

import threading
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

from briefreader.library.brief_ids import FormerIds, IdsNow
from briefreader.model import LibraryError, Problem, ReadOnlyError
from briefreader.store import ReadingLog, ReadingMarks, Visits, digests

NAME = "reading.jsonl"
_VISIT = "last-visit.json"

Ids = Callable[[], Mapping[str, object]]
"""Returns the briefs in the index by ID; the same object until the index changes."""


Mark = TypeVar("Mark")


class _Sets(NamedTuple):
    """The briefs of an index, given by ID in `among`, by their marks."""

    among: object
    read: frozenset[str]
    unread: frozenset[str]
    new: frozenset[str]
    starred: frozenset[str]


class Reading:
    """The marks of the briefs in a library; several sessions share them, and several threads.

    A brief is named by its ID or by one that it had before. The files are in `folder`, and are first read when needed.
    Every method but `place`, `is_read`, `is_new` and `is_starred` raises LibraryError where a file cannot be read or
    written; for these four, such a file is as good as none. If `read_only`, every method that writes is refused.
    """

    def __init__(self, folder: Path, ids: Ids, ids_now: IdsNow, former: FormerIds, *, read_only: bool = False) -> None:
        self.path = folder / NAME
        self._log = ReadingLog(self.path)
        self._visits = Visits(folder / _VISIT)
        self._ids = ids
        self._ids_now = ids_now
        self._former = former
        self._read_only = read_only
        self._lock = threading.RLock()
        self._is_loaded = False
        self._names: Mapping[str, str] = {}  # the present IDs of briefs that were marked under another one
        self._names_before: Mapping[str, Sequence[str]] = {}
        self._gone: set[str] = set()
        self._names_among: object = None  # the briefs of the index when the names were found
        self._sets: _Sets | None = None
        self._looked_for_visit = False
        self._before: frozenset[str] | None = None  # the digests of the briefs at the end of the last visit
        self._new: set[str] = set()
        self._looked_at: set[str] = set()  # the briefs of which it is known whether they are new
        self._looked_among: object = None

    def load(self) -> None:
        """Read the marks that the sessions have written, and find the briefs that are new."""
        with self._lock, self._library_errors("read"):
            self._refresh()
            self._find_new()

    def is_read(self, id: str) -> bool:
        """Return whether a brief was read."""
        return bool(self._mark(self._loaded.read, id))

    def is_starred(self, id: str) -> bool:
        """Return whether a brief is starred."""
        return bool(self._mark(self._loaded.starred, id))

    def is_new(self, id: str) -> bool:
        """Return whether `load` found that a brief came after the last visit, and it was not read since."""
        loaded = self._loaded
        return self._now(id) in self._new and not self._mark(loaded.read, id)

    def place(self, id: str) -> int | None:
        """Return the character offset of the line at which a brief was left, None at its beginning."""
        return self._mark(self._loaded.places, id)

    def read_briefs(self) -> frozenset[str]:
        """Return the briefs that were read, as all sessions have marked them by now."""
        return self._sets_now().read

    def unread_briefs(self) -> frozenset[str]:
        """Return the briefs that were not read."""
        return self._sets_now().unread

    def new_briefs(self) -> frozenset[str]:
        """Return the briefs that came into the index after the last visit and were not read since."""
        return self._sets_now().new

    def starred_briefs(self) -> frozenset[str]:
        """Return the briefs that are starred, as all sessions have marked them by now."""
        return self._sets_now().starred

    def _sets_now(self) -> _Sets:
        """Return the sets of briefs by their marks: the same object until a mark or the index changes."""
        with self._lock:
            self.load()
            known = self._ids()
            if self._sets is None or self._sets.among is not known:
                read, starred = (
                    self._marked(marks, known) for marks in (self._log.marks.read, self._log.marks.starred)
                )
                self._sets = _Sets(
                    known, read, frozenset(known) - read, frozenset(self._new & known.keys()) - read, starred
                )
            return self._sets

    def _marked(self, marks: Mapping[str, bool], known: Container[str]) -> frozenset[str]:
        former = {now for id, now in self._names.items() if marks.get(id) and now not in marks}
        return frozenset(former.union(id for id, marked in marks.items() if marked and id in known))

    def mark_read(self, ids: Iterable[str], read: bool) -> str:
        """Mark briefs as read or unread; return the line for `restore` that undoes it."""
        return self._add(ReadingMarks(dict.fromkeys(self._all_now(ids).values(), read), {}, {}))

    def star(self, ids: Iterable[str], starred: bool) -> str:
        """Star briefs, or take their stars away; return the line for `restore` that undoes it."""
        return self._add(ReadingMarks({}, dict.fromkeys(self._all_now(ids).values(), starred), {}))

    def keep_place(self, id: str, offset: int) -> None:
        """Keep the place at which a brief is left: the character offset of the line at the top."""
        self._add(ReadingMarks({}, {}, {self._now(id): offset if offset > 0 else None}))

    def restore(self, line: str) -> None:
        """Give briefs the marks that they had before `mark_read` or `star`, which has returned the line."""
        try:
            marks = ReadingMarks.of_line(line)
        except ValueError as error:
            raise LibraryError(f"{self.path}: the change cannot be undone ({error})") from error
        self._add(marks)

    def end_visit(self, *, complete: bool) -> None:
        """Note the briefs that are there at the end of a session; unless `complete`, not all are listed yet."""
        self._require_writing()
        with self._lock, self._library_errors("written"):
            before = self._visits.briefs()
            if complete or before is not None:
                self._visits.end(self._ids(), () if complete else before or ())

    def problems(self) -> Iterator[Problem]:
        """Yield the damage of the files, and the files that were set aside because of it."""
        try:
            with self._lock, self._library_errors("read"):
                self._log.refresh()
        except LibraryError as error:
            what, _, remedy = str(error).removeprefix(f"{self.path} ").partition("; ")
            yield Problem(str(self.path), what, remedy)
            return
        if self._log.is_damaged:
            what = "some lines of the record of what was read are damaged and left out"
            yield Problem(str(self.path), what, "the reader keeps them in a file of their own once it writes the next")
        for kept in self._log.kept_aside():
            what = "a damaged record of what was read was set aside; its whole lines are still used"
            yield Problem(str(kept), what, "look whether you miss anything in it, then delete it")

    def _require_writing(self) -> None:
        if self._read_only:
            raise ReadOnlyError

    def _add(self, marks: ReadingMarks) -> str:
        """Give briefs marks, unless they have these already, and return the line with their marks before."""
        self._require_writing()
        with self._lock, self._library_errors("written"):
            self._refresh()
            now = self._all_now(id for kind in marks for id in kind)
            before = ReadingMarks(
                {id: bool(self._mark_of(self._log.marks.read, now[id])) for id in marks.read},
                {id: bool(self._mark_of(self._log.marks.starred, now[id])) for id in marks.starred},
                {id: self._mark_of(self._log.marks.places, now[id]) for id in marks.places},
            )
            if marks != before:
                self._log.add(marks)
                self._sets = None
                self._refresh()
            return before.line()

    @property
    def _loaded(self) -> ReadingMarks:
        if not self._is_loaded:
            with suppress(LibraryError), self._lock, self._library_errors("read"):
                self._refresh()
            self._is_loaded = True
        return self._log.marks

    def _mark(self, marks: Mapping[str, Mark], id: str) -> Mark | None:
        """Return the mark of a brief, which may have been made when it had another ID."""
        return self._mark_of(marks, self._now(id))

    def _mark_of(self, marks: Mapping[str, Mark], now: str) -> Mark | None:
        """Return the mark of a brief by its present ID."""
        if now in marks or now not in self._names_before:
            return marks.get(now)
        return next((marks[before] for before in self._names_before[now] if before in marks), None)

    def _now(self, id: str) -> str:
        """Return the present ID of a brief; the ID itself while the index cannot be read."""
        try:
            return id if id in self._ids() else self._all_now((id,))[id]
        except LibraryError:
            return id

    def _all_now(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the present IDs of briefs; unknown ones are asked for at once, since that reads the records of IDs."""
        found = {id: id for id in ids}
        try:
            known = self._ids()
            gone = [id for id in found if id not in known]
            return {**found, **self._ids_now(gone)} if gone else found
        except LibraryError:
            return found

    def _refresh(self) -> None:
        """Read the lines that were written since, and find the present IDs of briefs. Raises OSError."""
        known = self._ids()
        changed = self._log.refresh()
        self._is_loaded = True
        if changed:
            self._sets = None
        if changed or self._names_among is not known:
            gone = {id for marks in self._log.marks for id in marks if id not in known}
            if gone != self._gone or self._names_among is not known:
                names: Mapping[str, str] = self._ids_now(gone) if gone else {}
                before: dict[str, list[str]] = {}
                for id, now in names.items():
                    before.setdefault(now, []).append(id)
                self._names, self._names_before, self._gone, self._names_among = names, before, gone, known

    def _find_new(self) -> None:
        """Find the briefs that came into the index after the last visit. Raises OSError."""
        known = self._ids()
        if not self._looked_for_visit:
            self._looked_for_visit, self._before = True, self._visits.briefs()
        if self._before is None or self._looked_among is known:
            return
        found = digests(id for id in known if id not in self._looked_at)
        new = {id for digest, id in found.items() if digest not in self._before}
        if new:  # a brief may have had another ID at the last visit
            former = self._former(new).items()
            new -= {id for id, before in former if not self._before.isdisjoint(digests(before))}
        self._new |= new
        self._looked_at.update(known)
        self._looked_among = known

    @contextmanager
    def _library_errors(self, done: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            cause = error.strerror or str(error)
            message = f"{self.path} cannot be {done} ({cause}); free some space or mend its permissions"
            raise LibraryError(message) from error
