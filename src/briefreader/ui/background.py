"""Work done in threads beside the UI, and the sentences that tell a person about it."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from textual.message import Message
from textual.message_pump import MessagePump

from briefreader.model import BriefreaderError

Result = TypeVar("Result")


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
        sender.post_message(Notice(str(error)))


async def run_in_thread(function: Callable[[Callable[[], bool]], Result]) -> Result:
    """Run a function in a thread; its argument tells whether the worker that waits for the result was cancelled."""
    abandoned = threading.Event()
    try:
        return await asyncio.to_thread(function, abandoned.is_set)
    finally:
        abandoned.set()
