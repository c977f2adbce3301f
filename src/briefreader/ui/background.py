"""Work done in threads beside the UI, and the sentences that tell a person about it."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import copy_context
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import TypeVar

from textual.message import Message
from textual.message_pump import MessagePump

from briefreader.model import BriefreaderError
from briefreader.text import clean_line

Result = TypeVar("Result")

MOST_THREADS = 6


@dataclass(eq=False, repr=False)  # nobody compares messages, and each class is made 0.2 ms sooner
class Notice(Message):
    """A sentence for the status line."""

    text: str


@contextmanager
def errors_noticed(sender: MessagePump) -> Iterator[None]:
    """Send an error of the library as a notice instead of raising it."""
    try:
        yield
    except BriefreaderError as error:
        sender.post_message(Notice(clean_line(str(error))))  # it may quote a file


class DaemonThreads:
    """Threads that run functions in the order given; the program ends without waiting for them.

    The threads of `asyncio.to_thread` keep a process alive until a large file has been read.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._started = 0
        self._idle = threading.Semaphore(0)
        self._functions: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._running: set[Callable[[], None]] = set()

    @property
    def are_busy(self) -> bool:
        """Whether a function is running."""
        return bool(self._running)

    def run(self, function: Callable[[], None]) -> None:
        """Run a function, which must not raise, as soon as a thread is free."""
        self._functions.put(function)
        if not self._idle.acquire(blocking=False) and self._started < self._most:
            self._started += 1
            threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        while True:
            function = self._functions.get()
            self._running.add(function)
            function()
            self._running.discard(function)
            self._idle.release()


READERS = DaemonThreads(MOST_THREADS)
"""The threads of `read_in_thread`."""


async def read_in_thread(function: Callable[[], Result]) -> Result:
    """Run a function that only reads in a thread, and return its result; at the end of the program it is given up."""
    loop = asyncio.get_running_loop()
    result: asyncio.Future[Result] = loop.create_future()
    in_context = partial(copy_context().run, function)  # the function may ask which reader runs
    READERS.run(partial(_settle, in_context, result, loop))
    return await result


def _settle(function: Callable[[], Result], result: asyncio.Future[Result], loop: asyncio.AbstractEventLoop) -> None:
    """Run a function and give its result or its error to a future, unless nobody waits for it any more."""
    if result.cancelled():
        return
    try:
        settle = partial(_set_result, result, function())
    except BaseException as error:
        settle = partial(_set_error, result, error)
    with suppress(RuntimeError):  # the loop was closed meanwhile
        loop.call_soon_threadsafe(settle)


def _set_result(future: asyncio.Future[Result], result: Result) -> None:
    if not future.done():
        future.set_result(result)


def _set_error(future: asyncio.Future[Result], error: BaseException) -> None:
    if not future.done():
        future.set_exception(error)


async def run_in_thread(function: Callable[[Callable[[], bool]], Result]) -> Result:
    """Run a function in a thread; its argument tells whether the worker that waits for the result was cancelled."""
    abandoned = threading.Event()
    try:
        return await read_in_thread(partial(function, abandoned.is_set))
    finally:
        abandoned.set()
