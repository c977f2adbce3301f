"""Reads files for a parent process, within limits: `python -m briefreader.sources.converter.conversion`.

It answers each request with one message: `read` with `{"document": ...}`; `open`, which begins to take the parts out of
a file, with `{"opened": n}`; `next` with `{"part": [name, document, reason]}` and the bytes of the part, or
`{"end": true}`. Any of them may be answered by `{"error": sentence}` (with `"last": true` where the process ends),
`{"missing": package}` or `{"failed": cause}`. A file may use up the memory and the time of this process, and finds
nothing else here: no network, no program, no file to write.
"""

import os
import resource
import select
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from itertools import islice
from pathlib import Path

from briefreader.model import Document, SourceError
from briefreader.sources import text_files
from briefreader.sources.containers.item import Part
from briefreader.sources.converter.exchange import LostError, Message, plain, receive, send
from briefreader.sources.kinds import ARCHIVES, CONTAINERS, TEXTS, Kind
from briefreader.text import clean_line

MEMORY = 160_000_000
"""Bytes of data of the process; with the parent and the code of both, less than 300 MB are in use."""
_ADDRESSES = 2_000_000_000  # bytes of addresses, for systems that do not limit data
_SWOLLEN = 100_000_000  # bytes of memory above which a process is replaced
_IDLE = 60_000  # milliseconds after which a process that nobody asks ends
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "shutil.")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

_TOO_MUCH = "reading it takes more memory than is allowed; split it or save its text alone"
_TOO_DEEP = "it is nested too deeply to be read; save its text alone"


def main() -> int:
    """Answer requests until standard input ends, and return the exit status."""
    answers = os.dup(1)
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a library that prints must not write into the answers
        os.dup2(nowhere.fileno(), 1)
    _confine()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    opened: dict[int, Iterator[Part]] = {}
    waiting = select.poll()
    waiting.register(0, select.POLLIN)
    with suppress(LostError):
        while waiting.poll(None if opened else _IDLE):
            request, data = receive(0)
            _start_clock(request["seconds"])
            try:
                answer, more = _answer(request, data, opened)
            except MemoryError:
                opened.clear()
                send(answers, {"error": _TOO_MUCH, "last": True})
                return 0  # the memory is in pieces
            if not opened and _used_memory() > _SWOLLEN:
                send(answers, {**answer, "last": True}, more)
                return 0  # much memory would be kept for small files
            send(answers, answer, more)
            signal.setitimer(signal.ITIMER_REAL, 0)
    return 0


def _answer(request: Message, data: bytes, opened: dict[int, Iterator[Part]]) -> tuple[Message, bytes]:
    number = request.get("opened", -1)
    try:
        if request["do"] == "read":
            return {"document": plain(_read(request["kind"], data, request["name"]))}, b""
        if request["do"] == "open":
            number = max(opened, default=0) + 1
            parts = _parts(request["kind"], data, request["name"])
            for _ in islice(parts, request["skip"]):
                pass
            opened[number] = parts
            return {"opened": number}, b""
        if request["do"] == "next" and (part := next(opened[number], None)):
            return {"part": [part.name, part.document and plain(part.document), part.reason]}, part.data
        opened.pop(number, None)
        return {"end": True}, b""
    except MemoryError:
        raise
    except SourceError as error:
        said: Message = {"error": str(error)}
    except ImportError as error:
        said = {"missing": clean_line(error.name or "a package")}
    except RecursionError:
        said = {"error": _TOO_DEEP}
    except Exception as error:  # one file must not stop all others
        said = {"failed": clean_line(f"{type(error).__name__}: {error}")[:300]}
    opened.pop(number, None)
    return said, b""


def _read(kind: Kind, data: bytes, name: str) -> Document:
    if kind in TEXTS.values():
        return text_files.read(kind, data, name)
    room = "briefreader.sources.containers" if kind in CONTAINERS else "briefreader.sources"
    found: Document = import_module(f"{room}.{kind}").read(data, name)
    return found


def _parts(kind: str, data: bytes, name: str) -> Iterator[Part]:
    if kind in ARCHIVES.values():
        from briefreader.sources.containers import archive

        return archive.parts(kind, data, name)
    found: Iterator[Part] = import_module(f"briefreader.sources.containers.{kind}").parts(data, name)
    return found


def _confine() -> None:
    """Limit the memory of this process, and take from it all that no reader of a file needs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent receives it too, and its end is the end of this process
    for limit, bytes in ((resource.RLIMIT_DATA, MEMORY), (resource.RLIMIT_AS, _ADDRESSES), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # some systems know no such limit
            resource.setrlimit(limit, (bytes, bytes))

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError(f"a reader of files may not use {event}")
        is_writing = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        if is_writing and "__pycache__" not in str(arguments[0]):
            raise PermissionError("a reader of files may not write a file")

    sys.addaudithook(watch)


def _start_clock(seconds: int) -> None:
    """End this process where one request takes too long, even inside a library."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + seconds + 1
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _used_memory() -> int:
    """Return the bytes of memory of this process, 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def _end_with_parent() -> None:
    ended = select.poll()
    ended.register(0, 0)  # of a pipe without events its end is told
    ended.poll()
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
