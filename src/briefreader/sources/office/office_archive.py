"""Opens the zip archive that a word processor's file is, with limits, and parses its parts."""

import io
import zipfile
import zlib
from typing import Any

from briefreader.model import SourceError

_MOST_ENTRIES = 5_000
_LARGEST_PART = 24_000_000  # bytes; a book of 1,000 pages has some 10 million
_LARGEST_SUM = 60_000_000  # bytes of all parts that are read
_MOST_PACKED = 200  # times; text is packed to a tenth, the style of a long table to a hundredth
_SMALL = 1_000_000  # bytes; a part up to this size may be packed as it likes
# The namespaces of the strict kind of DOCX, and those that all programs write.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)


class OfficeArchive:
    """The parts of a word processor's file by their names; every method raises SourceError for a harmful part."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._read = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            ValueError,
            NotImplementedError,
            EOFError,
            OverflowError,
        ) as error:
            raise self.refusal("is broken", "open it in its program and save it again") from error
        if len(self._zip.infolist()) > _MOST_ENTRIES:
            raise self.refusal(f"has more than {_MOST_ENTRIES:,} parts", "save its text alone")

    def refusal(self, fault: str, remedy: str) -> SourceError:
        """Return the error of a fault of this file."""
        return SourceError(f"{self._name}: this file {fault}; {remedy}")

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._entries)

    def part(self, path: str) -> bytes | None:
        """Return the bytes of a part, None where there is none."""
        entry = self._entries.get(path)
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise self.refusal("is locked by a password", "save it without one")
        self._read += entry.file_size
        packed = entry.file_size > _SMALL and entry.file_size > _MOST_PACKED * max(1, entry.compress_size)
        if packed or entry.file_size > _LARGEST_PART or self._read > _LARGEST_SUM:
            raise self.refusal(f"would unpack to more than is read (its part {path})", "save its text alone")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(entry.file_size + 1)
        except (
            zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError, OverflowError
        ) as error:  # fmt: skip
            raise self.refusal(f"is broken (its part {path})", "open it in its program and save it again") from error
        if len(data) > entry.file_size:
            raise self.refusal(f"states a wrong size (its part {path})", "open it in its program and save it again")
        return data

    def tree(self, path: str) -> Any:
        """Return the root element of a part, None where there is none; comments are left out."""
        data = self.part(path)
        if data is None:
            return None
        from lxml import etree

        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.LxmlError, ValueError) as error:
            raise self.refusal(f"is broken (its part {path})", "open it in its program and save it again") from error
        if root is None or root.getroottree().docinfo.doctype:
            raise self.refusal(f"has a part with declarations of its own ({path})", "save its text alone")
        return root
