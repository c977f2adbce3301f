"""Defines the documents in a file that holds several, and the parts of such a file as its reader finds them."""

import hashlib
from typing import NamedTuple

from briefreader.model import Document


class Item(NamedTuple):
    """A document in a file; `name` is its name within the file, None if it is the file itself.

    `data` are the bytes of the file of the item, called `file_name`; if it `is_part`, they hold other items too. The
    item is `document` if it has been read, or cannot be read for a `reason`.
    """

    name: str | None
    file_name: str
    data: bytes
    is_part: bool = False
    document: Document | None = None
    reason: str | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes of the item, or of its document if it is a part of them."""
        read = repr((self.name, self.document)).encode("utf-8", "surrogatepass")
        return hashlib.sha256(read if self.is_part else self.data).hexdigest()


class Part(NamedTuple):
    """A part of a file: a document that was read, the bytes of a file inside it, or the reason why it is not read.

    `name` is the name of the part within the file, None for the file's own text. `data` of a part that is not read are
    the bytes to keep.
    """

    name: str | None
    document: Document | None = None
    data: bytes = b""
    reason: str | None = None

    def doubted(self, unsure: tuple[str, ...]) -> "Part":
        """Return the part with doubts about the file that holds it."""
        if self.document is None or not unsure:
            return self
        return self._replace(document=self.document._replace(unsure=(*unsure, *self.document.unsure)))
