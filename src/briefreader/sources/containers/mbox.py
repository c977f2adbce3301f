"""Reads files of many messages (mbox): a document for each message, and the files attached to it."""

import email
import re
from collections.abc import Iterator

from briefreader.model import SourceError
from briefreader.sources.containers import mail
from briefreader.sources.containers.item import Part

_FROM = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S{1,200} [^\n]{0,120}\d{4}[^\n]{0,20}\r?\n")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.M)


def parts(data: bytes, name: str) -> Iterator[Part]:
    """Yield the messages of a mailbox, named by their identifier or number."""
    number = 0
    start: int | None = None
    for match in _FROM.finditer(data):
        if start is not None:
            number += 1
            yield from _message(data[start : match.start()], name, number)
        start = match.end()
    yield from _message(data[start or 0 :], name, number + 1)


def _message(data: bytes, name: str, number: int) -> Iterator[Part]:
    data = _QUOTED_FROM.sub(rb"\1", data)
    identifier = str(number)
    try:
        message = email.message_from_bytes(data)
        identifier = mail.identifier(message) or identifier
        yield from mail.message_parts(message, name, identifier)
    except SourceError as error:
        yield Part(identifier, data=data, reason=str(error).removeprefix(f"{name}: "))
    except RecursionError:
        yield Part(identifier, data=data, reason="it is nested too deeply to be read; save its text alone")
