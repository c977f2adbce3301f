"""Connects a process that indexes with its parent: each message is a line of JSON on standard input or output."""

import gc
import json
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

_NEW_OBJECTS = 100_000


def serve(receive: Callable[[Any], object]) -> None:
    """Pass each message of the parent to `receive` in a thread, and end this process when its standard input ends.

    The parent is gone then. Nothing is tidied, since an unfinished index is never used.
    """

    def listen() -> None:
        for message in messages(_lines_of_input()):
            receive(message)
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    collect_garbage_seldom()


def _lines_of_input() -> Iterator[bytes]:
    # A thread that waits inside `sys.stdin` would hold a lock that Python needs at its end.
    rest = b""
    while data := os.read(0, 1 << 16):
        *lines, rest = (rest + data).split(b"\n")
        yield from lines


def say(**message: object) -> None:
    """Send a message to the parent."""
    send(sys.stdout, message)


def send(stream: IO[str], message: object) -> None:
    """Write a message into a stream."""
    stream.write(json.dumps(message) + "\n")
    stream.flush()


def messages(lines: Iterable[str | bytes]) -> Iterator[Any]:
    """Yield the messages of the lines that a process wrote, the last of which may be unfinished."""
    for line in lines:
        try:
            yield json.loads(line)
        except ValueError:
            return


def collect_garbage_seldom() -> None:
    """Run the garbage collector once in 100,000 new objects.

    The rows of 100,000 briefs are no garbage, and to examine them each time takes half a second, a twentieth of the
    time in which they are read.
    """
    gc.set_threshold(_NEW_OBJECTS)
