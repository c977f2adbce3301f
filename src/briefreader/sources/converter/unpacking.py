"""Takes the documents out of a file, which may be an archive of archives or a feed, within limits."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from briefreader.model import SourceError
from briefreader.sources.containers.item import Item
from briefreader.sources.converter.converter import converter
from briefreader.sources.kinds import DOCUMENTS, TEXTS
from briefreader.sources.recognition import kind_of
from briefreader.text import clean_line, without_surrogates

MOST = 50_000
"""The largest number of documents that are taken out of one file."""
MOST_UNREAD = 1_000
"""The number of parts that cannot be read after which a file is left."""
MOST_BYTES = 500_000_000
"""The largest number of bytes that are unpacked from one file."""
DEEPEST = 3
"""The largest number of archives around a document."""
_NAME = 300  # characters of a name


class _Limits:
    """What may still be taken out of one file."""

    def __init__(self) -> None:
        self.items = self.unread = self.bytes = 0

    def exceeded(self) -> str | None:
        """Return a sentence if the file holds too much, else None."""
        if self.items > MOST:
            return f"it holds more than {MOST:,} documents, the others are not read; split it"
        if self.unread > MOST_UNREAD:
            return (
                f"more than {MOST_UNREAD:,} parts of it cannot be read, the others are not tried; add its files alone"
            )
        if self.bytes > MOST_BYTES:
            return (
                f"it holds more than {MOST_BYTES // 1_000_000} MB, the others are not read; unpack it and add its files"
            )
        return None


def items(data: bytes, name: str) -> Iterator[Item]:
    """Yield the items of the bytes of a file; raises nothing."""
    limits = _Limits()
    for item in _items(data, name, None, 0, limits):
        limits.items += 1
        limits.unread += item.reason is not None
        # A reason may quote a name in the file, which holds any bytes.
        yield item if item.reason is None else item._replace(reason=clean_line(item.reason))
        if reason := limits.exceeded():
            yield Item(None, name, data, reason=reason)
            return


def _items(data: bytes, file_name: str, name: str | None, depth: int, limits: _Limits) -> Iterator[Item]:
    try:
        if not data:
            raise SourceError("the file is empty; save the article again")
        kind = kind_of(data, file_name)
        if kind in TEXTS.values() or (kind in DOCUMENTS.values() and kind != "mail"):
            yield Item(name, file_name, data)
            return
        if depth > DEEPEST:
            raise SourceError(f"more than {DEEPEST} archives are packed into one another; unpack the outer ones")
        found = False
        for part in converter.parts(kind, data, file_name):
            found = True
            inner = _joined(name, part.name)
            if part.document is not None:
                # The text of a mail is the file itself, and what is attached to it stands beside it.
                is_part = kind not in DOCUMENTS.values()
                yield Item(inner, file_name, data, is_part, part.document)
            elif part.reason is not None:
                own = PurePosixPath(file_name)
                named = f"{own.stem}-{_file_name(part.name)}{own.suffix}"
                yield Item(
                    inner, named if part.data else file_name, part.data or data, not part.data, None, part.reason
                )
            else:
                limits.bytes += len(part.data)
                yield from _items(part.data, _file_name(part.name), inner, depth + 1, limits)
            if limits.exceeded():
                return
        if not found:
            raise SourceError("there is no document in it; look whether it is the file that you meant")
    except SourceError as error:
        yield Item(name, file_name, data, reason=str(error).removeprefix(f"{file_name}: "))
    except ImportError as error:
        package = clean_line(error.name or "a package")
        yield Item(name, file_name, data, reason=f"{package} is missing to read this kind; reinstall briefreader")


def _joined(outer: str | None, inner: str | None) -> str | None:
    names = [clean_line(without_surrogates(name))[:_NAME] for name in (outer, inner) if name]
    return "/".join(names) or None


def _file_name(name: str | None) -> str:
    """Return the last part of a name, which then leads nowhere."""
    line = clean_line(without_surrogates(name or "")).replace("\\", "/")[-_NAME:]
    return PurePosixPath(line).name.lstrip(".") or "part"
