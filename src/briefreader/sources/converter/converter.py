"""Has files read by a process of its own, which hostile files may end, fill or occupy without harm to this one."""

from __future__ import annotations

import atexit
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from briefreader.model import Document, SourceError
from briefreader.sources.containers.item import Part
from briefreader.sources.converter.exchange import LostError, Message, document_of, receive, send

SECONDS = 30
"""Seconds of the clock, and of the processor, that one request may take; the process ends itself after them."""

_GRACE = 10  # seconds after which a process that has not ended itself is ended
_MOMENT = 0.2  # seconds in which a process ends that has begun to
_LOST = "reading it takes too long or ends the program that reads it; save its text alone"
_COMMAND = (sys.executable, "-P", "-m", "briefreader.sources.converter.conversion")


class Converter:
    """The process that reads files for this one: started when first needed, replaced when a file ends it.

    It may be used from several threads, one of which it serves at a time.
    """

    def __init__(self, seconds: int = SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._starts = 0

    def read(self, kind: str, data: bytes, name: str) -> Document:
        """Return the document of the bytes of a file. Raises SourceError."""
        answer, _ = self._ask(name, {"do": "read", "kind": kind, "name": name}, data)
        return _document(answer.get("document"), name)

    def parts(self, kind: str, data: bytes, name: str) -> Iterator[Part]:
        """Yield the parts of the bytes of a file, while other files may be read. Raises SourceError."""
        taken, start, number = 0, -1, 0
        while True:
            with self._lock:
                if start != self._starts or not self._is_running():
                    request: Message = {"do": "open", "kind": kind, "name": name, "skip": taken}
                    number = self._ask(name, request, data)[0].get("opened", 0)
                    start = self._starts
                answer, more = self._ask(name, {"do": "next", "opened": number})
            if "part" not in answer:
                return
            taken += 1
            try:
                part_name, document, reason = answer["part"]
            except (TypeError, ValueError) as error:
                raise SourceError(f"{name}: {_LOST}") from error
            yield Part(part_name, _document(document, name) if document else None, more, reason)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process:
            process.kill()
            with suppress(OSError), process:  # closes its pipes and waits
                pass

    def _is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _ask(self, name: str, request: Message, data: bytes = b"") -> tuple[Message, bytes]:
        """Return the answer to a request about the file of a name. Raises SourceError."""
        with self._lock:
            if not self._is_running():
                self._start(name)
            process = self._process
            assert process and process.stdin and process.stdout
            try:
                send(process.stdin.fileno(), {**request, "seconds": self._seconds}, data)
                answer, more = receive(process.stdout.fileno(), self._seconds + _GRACE)
            except LostError as error:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_MOMENT)
                self.close()
                if process.returncode == 0 and request["do"] != "next":  # it ended by itself, as nobody asked it
                    return self._ask(name, request, data)
                raise SourceError(f"{name}: {_LOST}") from error
            if answer.get("last"):
                self.close()
        if "error" in answer:
            raise SourceError(f"{name}: {str(answer['error']).removeprefix(f'{name}: ')}")
        if "missing" in answer:
            raise ImportError(name=str(answer["missing"]))
        if "failed" in answer:
            raise SourceError(f"{name}: briefreader cannot read it ({answer['failed']}); report it, with the file")
        return answer, more

    def _start(self, name: str) -> None:
        self.close()
        try:
            self._process = subprocess.Popen(
                _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
            )
        except OSError as error:
            raise SourceError(f"{name}: no program to read it can be started ({error.strerror}); try again") from error
        self._starts += 1


def _document(values: Any, name: str) -> Document:
    try:
        return document_of(values)
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise SourceError(f"{name}: {_LOST}") from error


converter = Converter()
"""The converter of this process."""
atexit.register(converter.close)
