"""Adds files to a library: each becomes a brief, is recognized as known, or goes into quarantine."""

import errno
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

from briefreader.annotate import Annotator
from briefreader.indexing import (
    KeptIds,
    KnownBrief,
    RequestedId,
    annotated,
    entry_of,
    parse_and_annotate,
    read_item,
)
from briefreader.library.importing.id_registry import IdRegistry
from briefreader.library.importing.inputs import Added, Input, Status
from briefreader.library.importing.kept_files import KeptFiles
from briefreader.library.importing.versions import Versions
from briefreader.library.lookup import relative
from briefreader.model import Annotation, Document, Entry, LibraryError, SourceError
from briefreader.sources import SUFFIXES, Item, items, render
from briefreader.store import Addition, Ledger, State, write

_SUFFIX = re.compile(r"(?:-[0-9a-f]{4,64})?\.md")
_DATE_REMEDY = "write `date:` into the brief"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class Importer:
    """Adds inputs to the library at root, one by one, while the caller holds the lock of the library."""

    def __init__(
        self, root: Path, state: State, id_registry: IdRegistry, ids: KeptIds, annotator: Callable[[], Annotator]
    ) -> None:
        self._root = root
        self._state = state
        self._id_registry = id_registry
        self._ids = ids
        self._annotator = annotator
        self._ledger: Ledger = state.ledger()
        self._versions = Versions(root, state)

    @cached_property
    def _names(self) -> list[str]:
        """The names in the folder of the library at first; nobody else changes them meanwhile."""
        return os.listdir(self._root)  # noqa: PTH208 - 100,000 names

    def _entry(self, path: str) -> Entry:
        """Return the entry of an existing brief."""
        return self._id_registry.entry(path) or self._read(path)

    def _similar(self, id: str) -> dict[str, RequestedId]:
        """Return by path the IDs requested by existing briefs that may conflict with an ID."""
        similar = self._id_registry.similar(id)
        return {path: requested for path, requested in similar.items() if (self._root / path).is_file()}

    def add(self, inputs: Iterable[Input]) -> Iterator[Added]:
        """Yield the result of each input once its brief is safely on disk.

        Raises LibraryError if the library cannot be written.
        """
        for each in inputs:
            try:
                yield from self._add(each)
            except OSError as error:
                raise _unwritable(each, self._root, error) from error

    def _add(self, given: Input) -> Iterator[Added]:
        """Yield the result of each item of an input."""
        try:
            data = given.read()
        except SourceError as error:
            yield Added(given.name, "quarantined", reason=str(error))
            return
        if inside := self._inside(given):
            yield _found(given, "unchanged", inside, "the file is in the library already")
            return
        kept = KeptFiles(self._state, Item(None, given.file_name(data), data))
        for item in items(data, kept.whole.file_name):
            yield self._add_item(given, item, kept)._replace(item=item.name)

    def _add_item(self, given: Input, item: Item, kept: KeptFiles) -> Added:
        if item.reason is not None:
            return _refused(given, item, kept, item.reason)
        digest, place = item.digest, _place(given, item)
        if again := self._again(given, place, item):
            return again
        try:
            read = read_item(item)
        except SourceError as error:
            return _refused(given, item, kept, str(error))
        document, annotation = annotated(read, self._annotator())
        text = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        if same := self._same(given, place, digest, text, document, annotation):
            return same
        earlier = self._known(self._ledger.by_url(document.url), None)
        if earlier and (item.is_part or not document.body) and self._versions.is_excerpt(document, earlier.path):
            return _found(given, "unchanged", earlier, f"{earlier.id} has more of the text from the same address")
        stated = document._replace(facts={**document.facts, "original": kept.keep_original(item)})
        addition = Addition(digest, text, "", document.url, place)
        if earlier and self._versions.is_older(document, earlier.path):
            return self._keep_older(given, stated, earlier, addition)
        reason = None
        if earlier:
            new, reason = self._replace(earlier, stated, annotation)
        else:
            new = self._create(stated, annotation, self._former(digest, text, document))
        self._ledger.append(addition._replace(path=new.path))
        return Added(
            given.name,
            "updated" if earlier else "added",
            id=new.id,
            title=new.title,
            date=new.date,
            removed=document.removed,
            unsure=_unsure(document, new),
            reason=reason,
        )

    def _again(self, given: Input, place: str, item: Item) -> Added | None:
        """Return the result of an item whose bytes the library has already, None if it has not."""
        digest = item.digest
        addition = self._ledger.by_original(digest)
        if known := self._known(addition, None):
            # A text with an address comes from there, wherever its file is.
            if item.is_part or (addition and (addition.url or addition.place in (None, place))):
                what = "item" if item.is_part else "file"
                return _found(given, "unchanged", known, f"the same {what} was added before")
            return _found(given, "duplicate", known, f"a copy of {known.id}, which was added from another file")
        if known := self._known(None, self._id_registry.path_of(digest)):
            return _found(given, "duplicate", known, f"a copy of {known.id}, which is in the library")
        return self._older_version(given, self._ledger.older(digest))

    def _older_version(self, given: Input, addition: Addition | None) -> Added | None:
        known = self._known(addition, None)
        where = f", kept in {addition.kept}" if addition and addition.kept else ""
        return _found(given, "unchanged", known, f"an older version of {known.id}{where}") if known else None

    def _same(
        self, given: Input, place: str, digest: str, text: str, document: Document, annotation: Annotation
    ) -> Added | None:
        """Return the result of an input whose text the library has already, None if it has not."""
        addition = self._ledger.by_text(text)
        known = self._known(addition, self._same_text(document, annotation))
        if known is None:
            return self._older_version(given, self._ledger.older(digest, text))
        here = self._ledger.by_url(document.url)
        if here and here.path == known.path:
            return _found(given, "unchanged", known, "the text at its address is the same")
        if addition and not (addition.url or document.url) and addition.place == place:
            return _found(given, "unchanged", known, "the text in the file is the same")
        elsewhere = f", which came from {addition.url}" if addition and addition.url else ""
        return _found(given, "duplicate", known, f"a copy: the same text as {known.id}{elsewhere}")

    def _inside(self, given: Input) -> Entry | None:
        """Return the brief of an input that is a file of the library."""
        path = relative(str(given.path), self._root) if given.path else None
        if path is None or PurePosixPath(path).suffix.lower() not in SUFFIXES or f"/{path}".count("/."):
            return None
        try:
            return self._entry(path)
        except SourceError:
            return None

    def _known(self, addition: Addition | None, path: str | None) -> Entry | None:
        """Return the brief of an earlier addition or of a path, None if the library no longer has it."""
        moved = None
        if addition and not (self._root / addition.path).is_file():
            moved = self._ids.path_now(addition.path)
        for candidate in (addition.path if addition else None, moved, path):
            if candidate and (self._root / candidate).is_file():
                return self._entry(candidate)
        return None

    def _read(self, path: str) -> Entry:
        """Read and register a brief that the index lacks, and return its entry."""
        data = (self._root / path).read_bytes()
        found = entry_of(*parse_and_annotate(data, PurePosixPath(path).name, self._annotator()), path)
        digest = hashlib.sha256(data).hexdigest()
        named = found._replace(id=self._ids.given(path, digest) or found.id)
        self._id_registry.register(named, RequestedId(found.id, digest))
        return named

    def _same_text(self, document: Document, annotation: Annotation) -> str | None:
        """Return the path of a brief with the same requested ID and text that the ledger lacks.

        A person copied it into the library, or `add` was killed before it wrote into the ledger.
        """
        id = entry_of(document, annotation, "").id
        known = [path for path, requested in self._id_registry.similar(id).items() if requested.base == id]
        found = (name for name in self._names if name.startswith(id) and _SUFFIX.fullmatch(name, len(id)))
        for path in dict.fromkeys((*known, *found)):
            if not self._ledger.knows(path) and (self._root / path).is_file():
                there = self._versions.document(path)
                if there and there.text == document.text:
                    return path
        return None

    def _former(self, digest: str, text: str, document: Document) -> KnownBrief | None:
        """Return the brief that a document was before it was removed from the library, None if it never was one."""
        former = self._ledger.by_original(digest) or self._ledger.by_text(text) or self._ledger.by_url(document.url)
        if former is None:
            return self._ids.with_content(digest)
        id = PurePosixPath(former.path).stem  # an earlier version recorded no IDs
        return self._ids.last_at(former.path) or KnownBrief("", RequestedId(id, digest), former.path)

    def _create(self, document: Document, annotation: Annotation, former: KnownBrief | None) -> Entry:
        """Write a new brief under a free name."""
        draft = entry_of(document, annotation, "")
        base = former.request.base if former and "id" not in document.facts else draft.id
        data = render(document, base).encode()
        digest = hashlib.sha256(data).hexdigest()
        requested = former.request._replace(base=base) if former else RequestedId(base, digest)
        near = self._similar(base)
        known = {path: found for path in near if (found := self._ids.at(path, self._id_registry.digest(path)))}
        requests = {path: known[path].request if path in known else request for path, request in near.items()}
        former = former if former and former.token else None
        assigned = self._ids.assigned({**requests, "": requested}, {**known, **({"": former} if former else {})})[""]
        for name in (assigned, *(f"{base}-{digest[:length]}" for length in (8, 64))):
            path = f"{name}.md"
            try:
                write(self._root / path, data, self._state.partial)
            except FileExistsError:
                continue
            new = draft._replace(id=name, path=path)
            self._register(new, requested, digest, former)
            return new
        raise FileExistsError(errno.EEXIST, "a file of this name exists", str(self._root / path))

    def _register(self, entry: Entry, requested: RequestedId, digest: str, known: KnownBrief | None) -> None:
        self._id_registry.register(entry, RequestedId(requested.base, digest))
        self._ids.note(entry.path, digest, entry.id, requested, known)
        self._ids.save(sync=False)  # the brief states its ID too

    def _keep_older(self, given: Input, document: Document, earlier: Entry, addition: Addition) -> Added:
        """Keep a document that is older than the brief from the same address, which stays as it is."""
        day = document.date or date.today().isoformat()
        kept = self._versions.keep(render(document, earlier.id).encode(), earlier.path, day)
        self._ledger.append(addition._replace(path=earlier.path, kept=kept.path))
        reason = f"{earlier.id} has a newer text from the same address; this one of {day} is kept in {kept.path}"
        return _found(given, "unchanged", earlier, reason)

    def _replace(self, earlier: Entry, document: Document, annotation: Annotation) -> tuple[Entry, str]:
        """Write a brief over the one from the same address, which is kept as an older version; return where, too."""
        path = self._root / earlier.path
        before = path.read_bytes()
        known = self._ids.at(earlier.path, hashlib.sha256(before).hexdigest()) or self._ids.last_at(earlier.path)
        requested = known.request if known else self._id_registry.requested(earlier.path)
        kept = self._versions.keep(before, earlier.path, None)
        data = render(self._versions.succeeding(document, earlier.path), requested.base).encode()
        write(path, data, self._state.partial, replace=True)
        new = entry_of(document, annotation, earlier.path)._replace(id=earlier.id)
        self._register(new, requested, hashlib.sha256(data).hexdigest(), known)
        return new, f"a newer text from the same address; the former one of {kept.day} is kept in {kept.path}"


def _place(given: Input, item: Item) -> str:
    """Return a digest of the absolute path of an item, which tells nobody the path itself."""
    path = os.path.abspath(given.path) if given.path else given.name  # noqa: PTH100
    return hashlib.sha256(f"{path}\0{item.name or ''}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _refused(given: Input, item: Item, kept: KeptFiles, reason: str) -> Added:
    kept.put_into_quarantine(item, reason)
    return Added(given.name, "quarantined", reason=reason)


def _unsure(document: Document, new: Entry) -> tuple[str, ...]:
    if new.date is not None:
        return document.unsure
    doubts = document.unsure
    if not any(doubt.startswith("date:") for doubt in doubts):
        doubts = (*doubts, "date: the text states none")
    return tuple(f"{doubt}; {_DATE_REMEDY}" if doubt.startswith("date:") else doubt for doubt in doubts)


def _found(given: Input, status: Status, known: Entry, reason: str) -> Added:
    return Added(given.name, status, id=known.id, title=known.title, date=known.date, reason=reason)


def _unwritable(given: Input, root: Path, error: OSError) -> LibraryError:
    if error.errno in _FULL:
        return LibraryError(f"{given.name} was not added: the disk of {root} is full; free some space and add it again")
    cause = error.strerror or str(error)
    return LibraryError(f"{given.name} was not added: {root} cannot be written ({cause}); check its permissions")
