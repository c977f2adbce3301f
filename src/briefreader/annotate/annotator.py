"""The door of this room: an Annotator knows the lists and says what a text says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from briefreader.annotate.meeting import meeting
from briefreader.annotate.meeting.attendance import attendance
from briefreader.annotate.meeting.commitments import commitments
from briefreader.annotate.meeting.report_sentences import Reading
from briefreader.annotate.mentions import entities
from briefreader.annotate.names import lists
from briefreader.annotate.names.gazetteer import Name, Names, folded
from briefreader.annotate.names.renaming import renamed
from briefreader.model import Annotation, Document, EntityType


class Annotator:
    """Says what texts say. Immutable, and safe to share between threads."""

    __slots__ = ("_names",)

    def __init__(self, known: Names) -> None:
        self._names = known

    @classmethod
    def load(cls, places: Sequence[Path], cache: Path | None = None) -> "Annotator":
        """Return an annotator that knows the program's lists, in the first of the places, and the user's own.

        A place is a file or a folder of `*.yaml` files; later ones win. `cache` is a folder of ours where a compiled
        form is kept, checked before use. Raises SettingsError where a list cannot be read.
        """
        return cls(lists.load(places, cache))

    def listed(self, spelling: str) -> tuple[Name, ...]:
        """Return the entries that a spelling may mean, whatever its case, accents and hyphens, as they are called."""
        found = self._names.spelled(folded(spelling))
        return tuple(replace(entry, name=self._names.called(entry.type, entry.name)) for entry in found)

    def called(self, type: EntityType, name: str) -> str:
        """Return the name by which the lists call what a text calls so, itself where they know none or several."""
        entries = self._names.spelled(folded(name))
        known = {self._names.called(type, entry.name) for entry in entries if entry.type == type}
        return known.pop() if len(known) == 1 else name

    def series_called(self, spelling: str) -> str:
        """Return the listed name of the series so spelled, with `Meeting` at its end or not, else the spelling."""
        known = self._names.series
        short = spelling.removesuffix(" Meeting")
        return known.get(folded(spelling)) or known.get(folded(short)) or spelling

    def spellings(self) -> Iterator[tuple[str, ...]]:
        """Yield the spellings of each listed name that has several, but for those the user wants to be no names."""
        for entry in self._names.entries:
            found = tuple(each for each in entry.spellings if not self._names.is_killed(each))
            if len(found) > 1 and entry.type != "NORP":
                yield found

    def similar(self, spelling: str, count: int) -> tuple[str, ...]:
        """Return at most count listed names whose spelling is close to this one, the closest first."""
        import difflib  # 3 ms, and seldom needed

        close = difflib.get_close_matches(folded(spelling), self._names.by_spelling, n=count)
        return tuple(dict.fromkeys(entry.name for each in close for entry in self._names.spelled(each)))

    def annotate(self, document: Document) -> Annotation:
        """Return what the text of a document says; facts the document states win over the text."""
        found = entities.recognize(document.text, self._names)
        reading = Reading.of(document, found, self._names)
        held = meeting.read(reading)
        said = Annotation(
            mentions=found.mentions,
            meeting=held,
            attendance=attendance(reading, held),
            commitments=commitments(reading, held),
        )
        return renamed(said, self._names)
