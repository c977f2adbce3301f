"""Writes and reads the messages between a process and its converter, and makes documents plain values and back.

A message is the lengths of its two halves (four bytes each, the most significant first), a line of JSON and bytes.
"""

import json
import os
import select
import struct
import time
from collections.abc import Mapping
from typing import Any

from briefreader.model import Block, Document, Link

_LENGTHS = struct.Struct(">II")
MOST_BYTES = 200_000_000
"""The largest half of a message in bytes; a larger one is an error of the other process."""
_PIECE = 1 << 20

Message = dict[str, Any]


class LostError(Exception):
    """The other process has ended, does not answer in time or sends no message."""


def send(descriptor: int, message: Message, data: bytes = b"") -> None:
    """Write a message. Raises LostError where the other process has ended."""
    head = json.dumps(message).encode()
    try:
        for part in (_LENGTHS.pack(len(head), len(data)) + head, data):
            rest = memoryview(part)
            while rest:
                rest = rest[os.write(descriptor, rest[:_PIECE]) :]
    except OSError as error:
        raise LostError(str(error)) from error


def receive(descriptor: int, seconds: float | None = None) -> tuple[Message, bytes]:
    """Read a message within a time, without a limit for None. Raises LostError."""
    ends = None if seconds is None else time.monotonic() + seconds
    lengths = _LENGTHS.unpack(_read(descriptor, _LENGTHS.size, ends))
    if max(lengths) > MOST_BYTES:
        raise LostError("the message is too long")
    head, data = (_read(descriptor, length, ends) for length in lengths)
    try:
        message = json.loads(head)
    except ValueError as error:
        raise LostError("the message is broken") from error
    if not isinstance(message, dict):
        raise LostError("the message is broken")
    return message, data


def _read(descriptor: int, length: int, ends: float | None) -> bytes:
    pieces: list[bytes] = []
    waiting = select.poll()  # `select` knows no descriptors beyond 1023
    waiting.register(descriptor, select.POLLIN)
    while length:
        if ends is not None:
            left = ends - time.monotonic()
            if left <= 0 or not waiting.poll(left * 1_000):
                raise LostError("there is no answer in time")
        try:
            piece = os.read(descriptor, min(length, _PIECE))
        except OSError as error:
            raise LostError(str(error)) from error
        if not piece:
            raise LostError("the other process has ended")
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


def plain(document: Document) -> Message:
    """Return a document as values of JSON."""
    return {**document._asdict(), "facts": dict(document.facts)}


def document_of(values: Mapping[str, Any]) -> Document:
    """Return the document of the values of `plain`. Raises TypeError and KeyError for others."""
    found = {key: _tuples(value) for key, value in values.items()}
    found["facts"] = {str(key): _tuples(value) for key, value in values["facts"].items()}
    found["blocks"] = tuple(Block(*each) for each in found["blocks"])
    found["links"] = tuple(Link(*each) for each in found["links"])
    return Document(**found)


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
