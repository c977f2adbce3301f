"""Takes the files out of archives (zip, tar) and packed files (gzip, bzip2, xz); no name in them is used as a path."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO, Any

from briefreader.model import SourceError
from briefreader.sources.containers.item import Part
from briefreader.sources.limits import LARGEST, TOO_LARGE

MOST_UNPACKED = 500_000_000
"""The largest number of bytes that are unpacked from one archive."""
MOST_ENTRIES = 200_000
"""The largest number of entries of one archive, folders and hidden files among them."""

_BROKEN = (
    OSError, EOFError, ValueError, NotImplementedError, zlib.error, lzma.LZMAError, tarfile.TarError,
    zipfile.BadZipFile, zipfile.LargeZipFile, IndexError, KeyError, AttributeError, OverflowError,
)  # fmt: skip
_DAMAGED = "the archive is damaged or cut off; get it again"
_LOCKED = "it is locked by a password; unpack it with the password and add its files"
_KINDS_OF_ENTRIES = {tarfile.SYMTYPE: "a link", tarfile.LNKTYPE: "a link", tarfile.FIFOTYPE: "a pipe"}
_TAR_BLOCK = 512


def parts(kind: str, data: bytes, name: str) -> Iterator[Part]:
    """Yield the files of an archive; hidden files and folders are left out. Raises SourceError."""
    if kind == "zip":
        return _zipped(data)
    if kind == "tar":
        return _tarred(io.BytesIO(data))
    packed = io.BytesIO(data)
    stream: Any
    if kind == "gzip":
        stream = gzip.GzipFile(fileobj=packed)
    else:
        stream = bz2.BZ2File(packed) if kind == "bzip2" else lzma.LZMAFile(packed)  # noqa: SIM115
    return _unpacked(io.BufferedReader(_Bounded(stream), 1 << 16), name)


class _Bounded(io.RawIOBase):
    """A stream of unpacked bytes that ends with an error after too many of them."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._left = MOST_UNPACKED

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer and return the number of bytes. Raises SourceError after too many bytes."""
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise SourceError(
                f"more than {MOST_UNPACKED // 1_000_000} MB are packed in it; unpack it and add its files"
            )
        buffer[: len(data)] = data
        return len(data)


def _unpacked(stream: io.BufferedReader, name: str) -> Iterator[Part]:
    """Yield the files of a tar archive that was packed, or the one file."""
    try:
        head = stream.peek(_TAR_BLOCK)
        if head[257:262] == b"ustar":
            yield from _tarred(stream)
            return
        data = stream.read(LARGEST + 1)
    except _BROKEN as error:
        raise SourceError(_DAMAGED) from error
    inner = PurePath(name).stem if PurePath(name).suffix.lower() in (".gz", ".bz2", ".xz") else name
    yield _checked(inner, data)


def _checked(name: str, data: bytes) -> Part:
    """Return a file that was unpacked, or the reason why it is too large."""
    if len(data) > LARGEST:
        return Part(name, reason=f"{TOO_LARGE} (unpacked)")
    return Part(name, data=data)


def _is_hidden(name: str) -> bool:
    steps = name.replace("\\", "/").split("/")
    return any(step == "__MACOSX" or (step.startswith(".") and step not in (".", "..")) for step in steps)


def _tarred(stream: IO[bytes]) -> Iterator[Part]:
    """Yield the files of a tar archive, each of which is read before the next one is sought."""
    try:
        with tarfile.open(fileobj=stream, mode="r|", errorlevel=0) as archive:
            count = 0
            while (entry := archive.next()) is not None:
                archive.members = []  # type: ignore[attr-defined]  # a million of them would fill the memory
                count += 1
                if count > MOST_ENTRIES:
                    raise SourceError(f"it holds more than {MOST_ENTRIES:,} entries; unpack it and add its files")
                if entry.isdir() or _is_hidden(entry.name):
                    continue
                if not entry.isreg():
                    kind = _KINDS_OF_ENTRIES.get(entry.type, "a device")
                    to = f" to {entry.linkname}" if entry.linkname else ""
                    yield Part(entry.name, reason=f"it is {kind}{to}, which is not followed; add the file itself")
                    continue
                file = archive.extractfile(entry)
                yield _checked(entry.name, file.read(LARGEST + 1) if file else b"")
    except _BROKEN as error:
        raise SourceError(_DAMAGED) from error


def _zipped(data: bytes) -> Iterator[Part]:
    left = MOST_UNPACKED
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _BROKEN as error:
        raise SourceError(_DAMAGED) from error
    if len(entries) > MOST_ENTRIES:
        raise SourceError(f"it holds more than {MOST_ENTRIES:,} entries; unpack it and add its files")
    for entry in entries:
        if entry.is_dir() or _is_hidden(entry.filename):
            continue
        if entry.flag_bits & 1:
            yield Part(entry.filename, reason=_LOCKED)
            continue
        if entry.external_attr >> 28 == 0o12:
            yield Part(entry.filename, reason="it is a link, which is not followed; add the file itself")
            continue
        try:
            with archive.open(entry) as file:
                part = _checked(entry.filename, file.read(LARGEST + 1))
        except _BROKEN:
            yield Part(entry.filename, reason="it is damaged, or packed in a way that is not read; unpack the archive")
            continue
        left -= len(part.data)
        if left < 0:
            raise SourceError(
                f"more than {MOST_UNPACKED // 1_000_000} MB are packed in it; unpack it and add its files"
            )
        yield part
