"""Makes one document of briefs, notes or a comparison, and writes it into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.config import Places
from briefreader.model import Brief, KeptNote
from briefreader.notes import Citation

if TYPE_CHECKING:
    from briefreader.compare import Comparison
    from briefreader.library.exporting.exporting import ExportFormat


class Documents:
    """The documents that a person takes out of a library; `brief` reads a brief, and `citation` cites it."""

    def __init__(self, places: Places, brief: Callable[[str], Brief], citation: Callable[[Brief], Citation]) -> None:
        self._places = places
        self._brief = brief
        self._citation = citation

    def of_briefs(self, ids: Iterable[str], format: ExportFormat, notify: Callable[[str], object]) -> Iterator[str]:
        """Yield the briefs of some IDs in parts, each brief with its citation.

        The parts are without the line breaks between them. `notify` gets a sentence of each brief that is unreadable.
        Raises NotFoundError.
        """
        from briefreader.library.exporting.exporting import exported, readable

        return exported(readable(ids, self._brief, notify), format, self._citation)

    def of_notes(self, notes: Iterable[KeptNote], format: ExportFormat) -> Iterator[str]:
        """Yield notes in parts, as `of_briefs` does, each with the citation of its brief."""
        from briefreader.library.exporting.exporting_notes import exported_notes

        return exported_notes(notes, format, self._brief, self._citation)

    def of_comparison(self, found: Comparison, format: ExportFormat) -> str:
        """Return a comparison with the citations of both briefs."""
        from briefreader.library.exporting.exporting_comparison import exported_comparison

        return "".join(f"{part}\n" for part in exported_comparison(found, format, self._citation))

    def write(self, path: Path, text: str, *, replace: bool = False) -> None:
        """Write a document into a file, whole or not at all. Raises LibraryError, also where the file exists already.

        With `replace` it takes the place of such a file.
        """
        from briefreader.library.exporting.document_file import write_document

        self._places.require_writing()
        write_document(path, text, replace=replace)
