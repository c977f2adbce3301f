"""The door of this room: an Annotator knows the lists and says what a text says."""

from collections.abc import Sequence
from pathlib import Path

from briefreader.annotate import entities, meeting, names
from briefreader.annotate.attendance import attendance
from briefreader.annotate.commitments import commitments
from briefreader.annotate.names import Names
from briefreader.annotate.report import Reading
from briefreader.model import Annotation, Document


class Annotator:
    """Says what texts say. Immutable, and safe to share between threads."""

    __slots__ = ("_names",)

    def __init__(self, known: Names) -> None:
        self._names = known

    @classmethod
    def load(cls, folders: Sequence[Path], cache: Path | None = None) -> "Annotator":
        """Return an annotator that knows the `*.yaml` lists of folders, later ones winning.

        `cache` is a folder of ours where a compiled form is kept, checked before use. Raises SettingsError where a
        list cannot be read.
        """
        return cls(names.load(folders, cache))

    def annotate(self, document: Document) -> Annotation:
        """Return what the text of a document says; facts the document states win over the text."""
        found = entities.recognize(document.text, self._names)
        reading = Reading.of(document, found, self._names)
        held = meeting.read(reading)
        return Annotation(
            mentions=found.mentions,
            meeting=held,
            attendance=attendance(reading, held),
            commitments=commitments(found, reading.sentences, held.sides if held else ()),
        )
