"""Adds files to a library: each becomes a brief, is recognized as known, or goes into quarantine."""

import errno
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

from briefreader.annotate import Annotator
from briefreader.indexing import RequestedId, annotated, assign, entry_of, parse_and_annotate, read_document
from briefreader.library.id_registry import IdRegistry
from briefreader.library.inputs import Added, Input, Status
from briefreader.library.lookup import relative
from briefreader.model import Annotation, Document, Entry, LibraryError, SourceError
from briefreader.sources import SUFFIXES, Item, items, render
from briefreader.store import Addition, Ledger, State, write

# The facts of the meeting in a text, which a person may correct in the brief.
_FACTS = ("date", "series", "ordinal", "city", "country", "format", "sides", "leads", "next")
_SUFFIX = re.compile(r"(?:-[0-9a-f]{4,64})?\.md")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class Importer:
    """Adds inputs to the library at root, one by one, while the caller holds the lock of the library."""

    def __init__(self, root: Path, state: State, id_registry: IdRegistry, annotator: Callable[[], Annotator]) -> None:
        self._root = root
        self._state = state
        self._id_registry = id_registry
        self._annotator = annotator
        self._ledger: Ledger = state.ledger()
        self._kept: tuple[bytes, Path] | None = None
        self._refused: tuple[bytes, Path] | None = None

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
        for item in items(data, given.file_name(data)):
            yield self._add_item(given, item)._replace(item=item.name)

    def _add_item(self, given: Input, item: Item) -> Added:
        if item.reason is not None:
            return self._refuse(given, item, item.reason)
        digest = item.digest
        if known := self._known(self._ledger.by_original(digest), self._id_registry.path_of(digest)):
            if item.is_part:
                return _found(given, "unchanged", known, "the same item was added before")
            return _found(given, "duplicate", known, "the same file was added before")
        try:
            read = item.document or read_document(item.data, item.file_name)
        except SourceError as error:
            return self._refuse(given, item, str(error))
        document, annotation = annotated(read, self._annotator())
        text = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        same_text = self._known(self._ledger.by_text(text), self._same_text(document, annotation))
        earlier = self._known(self._ledger.by_url(document.url), None)
        if same_text:
            same = earlier is not None and earlier.path == same_text.path
            reason = "the text at its address is the same" if same else "the library has a brief with the same text"
            return _found(given, "unchanged" if same else "duplicate", same_text, reason)
        stated = _stated(document, annotation, self._keep_original(item))
        new = self._replace(earlier, stated, annotation) if earlier else self._create(stated, annotation)
        self._ledger.append(Addition(digest, text, new.path, document.url))
        return Added(
            given.name,
            "updated" if earlier else "added",
            id=new.id,
            title=new.title,
            date=new.date,
            removed=document.removed,
            unsure=_unsure(document, new),
        )

    def _refuse(self, given: Input, item: Item, reason: str) -> Added:
        """Put the bytes of an item into quarantine; a file that holds several such items is put there once."""
        if self._kept_for_all(item, self._refused) is None:
            said = f"{item.name}: {reason}" if item.is_part and item.name else reason
            self._refused = item.data, self._state.quarantine(item.data, item.file_name, said)
        return Added(given.name, "quarantined", reason=reason)

    def _keep_original(self, item: Item) -> str:
        """Keep the file of an item, and return its name, with the name of the item if the file holds several."""
        path = self._kept_for_all(item, self._kept)
        if path is None:
            path = self._state.keep_original(item.data, PurePosixPath(item.file_name).suffix)
            self._kept = item.data, path
        return f"{path.name}#{item.name}" if item.is_part and item.name else path.name

    @staticmethod
    def _kept_for_all(item: Item, kept: tuple[bytes, Path] | None) -> Path | None:
        """Return the path of the file that was kept last if it holds the item, as it holds others."""
        return kept[1] if kept and item.is_part and kept[0] is item.data else None

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
        for candidate in (addition.path if addition else None, path):
            if candidate and (self._root / candidate).is_file():
                return self._entry(candidate)
        return None

    def _read(self, path: str) -> Entry:
        """Read and register a brief that the index lacks, and return its entry."""
        data = (self._root / path).read_bytes()
        found = entry_of(*parse_and_annotate(data, PurePosixPath(path).name, self._annotator()), path)
        self._id_registry.register(found, RequestedId(found.id, hashlib.sha256(data).hexdigest()))
        return found

    def _same_text(self, document: Document, annotation: Annotation) -> str | None:
        """Return the path of a brief with the same requested ID and text that the ledger lacks.

        A person copied it into the library, or `add` was killed before it wrote into the ledger.
        """
        id = entry_of(document, annotation, "").id
        known = [path for path, requested in self._similar(id).items() if requested.base == id]
        found = (name for name in self._names if name.startswith(id) and _SUFFIX.fullmatch(name, len(id)))
        for path in dict.fromkeys((*known, *found)):
            if (self._root / path).is_file():
                data = (self._root / path).read_bytes()
                if read_document(data, PurePosixPath(path).name).text == document.text:
                    return path
        return None

    def _create(self, document: Document, annotation: Annotation) -> Entry:
        """Write a new brief under a free name."""
        draft = entry_of(document, annotation, "")
        data = render(document, draft.id).encode()
        digest = hashlib.sha256(data).hexdigest()
        requested = RequestedId(draft.id, digest)
        assigned = assign({**self._similar(draft.id), "": requested})[""]
        names = [assigned, *(f"{draft.id}-{digest[:length]}" for length in (8, 64))]
        for name in names:
            path = f"{name}.md"
            try:
                write(self._root / path, data, self._state.partial)
            except FileExistsError:
                continue
            new = draft._replace(id=name, path=path)
            self._id_registry.register(new, requested)
            return new
        raise FileExistsError(errno.EEXIST, "a file of this name exists", str(self._root / path))

    def _replace(self, earlier: Entry, document: Document, annotation: Annotation) -> Entry:
        """Write a brief over the one from the same address, which is copied to the removed briefs."""
        requested = self._id_registry.requested(earlier.path)
        data = render(document, requested.base).encode()
        path = self._root / earlier.path
        self._state.set_aside(path, earlier.path, copy=True)
        write(path, data, self._state.partial, replace=True)
        new = entry_of(document, annotation, earlier.path)._replace(id=earlier.id)
        self._id_registry.register(new, RequestedId(requested.base, hashlib.sha256(data).hexdigest()))
        return new


def _stated(document: Document, annotation: Annotation, original: str) -> Document:
    """Return the document with the facts of the meeting in its text and the name of its original file."""
    meeting = annotation.meeting
    said = {key: value for key in _FACTS if meeting and (value := getattr(meeting, key))}
    return document._replace(facts={**said, **document.facts, "original": original})


def _unsure(document: Document, new: Entry) -> tuple[str, ...]:
    if new.date is None:
        return (*document.unsure, "date: the text states none; write `date:` into the brief")
    return document.unsure


def _found(given: Input, status: Status, known: Entry, reason: str) -> Added:
    return Added(given.name, status, id=known.id, title=known.title, date=known.date, reason=reason)


def _unwritable(given: Input, root: Path, error: OSError) -> LibraryError:
    if error.errno in _FULL:
        return LibraryError(f"{given.name} was not added: the disk of {root} is full; free some space and add it again")
    cause = error.strerror or str(error)
    return LibraryError(f"{given.name} was not added: {root} cannot be written ({cause}); check its permissions")
