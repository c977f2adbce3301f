"""Reads the pickles in an index, and refuses everything but plain values and segments of this index.

Whoosh unpickles the files it reads, and a crafted index could run code by that. Nothing of Whoosh is patched: the
files, posting lists and tables of terms that this package opens read their pickles with this module.
"""

import io
import pickle
from collections import defaultdict
from typing import Any

from whoosh.codec import whoosh3
from whoosh.filedb.structfile import StructFile


def _encoded(text: str, _: str) -> bytes:
    return text.encode("latin-1")


allowed: dict[tuple[str, str], Any] = {
    ("whoosh.codec.whoosh3", "W3Segment"): whoosh3.W3Segment,
    ("collections", "defaultdict"): defaultdict,
    ("_codecs", "encode"): _encoded,  # how the protocol of the index writes bytes
    ("builtins", "int"): int,
    ("builtins", "bytes"): bytes,
    ("builtins", "set"): set,
}
"""What a pickle may name, by module and name."""


class _Unpickler(pickle.Unpickler):
    """Unpickles plain values and segments; anything else raises UnpicklingError."""

    def find_class(self, module: str, name: str) -> Any:
        try:
            return allowed[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in an index") from None


def loads(data: bytes) -> Any:
    """Return the plain value that was pickled. Raises UnpicklingError for any other object."""
    return _Unpickler(io.BytesIO(data)).load()


class SafeFile(StructFile):  # type: ignore[misc]
    """A file as Whoosh reads it, which unpickles plain values only."""

    def read_pickle(self) -> Any:
        return _Unpickler(self.file).load()


def term_info(data: bytes) -> Any:
    """Return Whoosh's record of a term. Raises UnpicklingError where it contains pickled postings."""
    if data[0]:
        raise pickle.UnpicklingError("postings inside the table of terms have no place in an index")
    return whoosh3.W3TermInfo.from_bytes(data)
