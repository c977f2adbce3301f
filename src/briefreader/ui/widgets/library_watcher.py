"""Keeps the reader in step with the library's files: looks, has them indexed, and says what is new."""

import asyncio
import time
from contextlib import aclosing, suppress

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import WorkerCancelled, WorkerFailed

from briefreader.library import Library
from briefreader.model import BriefreaderError, Entry
from briefreader.ui.indexer_client import follow

LOOK_EVERY = 5.0
"""Seconds between two looks at the files, at least."""

LOOK_SHARE = 50
"""A look that took long is repeated only after so many times as long: at most 2 percent of the time goes to looking."""

PROGRESS_EVERY = 0.5
"""Seconds between two reports of progress: each costs bytes on the line."""


class LibraryWatch(Widget):
    """An unseen widget that owns the indexing process."""

    class EntriesRead(Message):
        """The briefs of the library are known, or known better than before."""

        def __init__(self, entries: tuple[Entry, ...]) -> None:
            super().__init__()
            self.entries = entries

    class Progressed(Message):
        """The index is so far; an empty string when there is nothing to do."""

        def __init__(self, progress: str) -> None:
            super().__init__()
            self.progress = progress

    class Failed(Message):
        """Something a person should know went wrong."""

        def __init__(self, message: str) -> None:
            super().__init__()
            self.message = message

    class Settled(Message):
        """A look at the files is over and the index is up to date; `asked` if a person asked for it."""

        def __init__(self, asked: bool, unreadable: int) -> None:
            super().__init__()
            self.asked = asked
            self.unreadable = unreadable

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.display = False
        self._library = library
        self._indexing = False
        self._unreadable = 0

    async def on_unmount(self) -> None:
        """Wait until the indexing process has ended with us."""
        for worker in [worker for worker in self.workers if worker.node is self]:
            worker.cancel()
            with suppress(WorkerCancelled, WorkerFailed):
                await worker.wait()

    @work(exclusive=True)
    async def start(self) -> None:
        """Show what the catalogue knows, then look at the files, now and again."""
        try:
            entries = await asyncio.to_thread(self._library.entries)
        except BriefreaderError as error:
            self.post_message(self.Failed(str(error)))
        else:
            self.post_message(self.EntriesRead(entries))
        while True:
            seconds = await self._look(asked=False)
            await asyncio.sleep(max(LOOK_EVERY, seconds * LOOK_SHARE))

    @work(exclusive=True, group="asked")
    async def look_again(self) -> None:
        """Look at the files because a person asked."""
        await self._look(asked=True)

    async def _look(self, asked: bool) -> float:
        """Compare files and index, bring the index up to date, and return how many seconds the comparison took."""
        if self._indexing:
            return 0.0
        self._indexing = True
        started = time.monotonic()
        seconds = 0.0
        try:
            changed = await asyncio.to_thread(self._library.changed)
            seconds = time.monotonic() - started
            if changed:
                await self._index()
            if changed or asked:
                self.post_message(self.Settled(asked, self._unreadable))
        except (BriefreaderError, OSError) as error:
            self.post_message(self.Failed(str(error)))
        finally:
            self._indexing = False
        return seconds

    async def _index(self) -> None:
        shown = 0.0
        async with aclosing(follow(self._library.indexer_command())) as reports:
            async for said in reports:
                stage = said.get("stage")
                if stage == "heads":
                    entries = await asyncio.to_thread(self._library.learn_heads, said)
                    self.post_message(self.EntriesRead(entries))
                elif stage == "index" and time.monotonic() - shown > PROGRESS_EVERY:
                    shown = time.monotonic()
                    self.post_message(self.Progressed(f"indexing {said['done']:,} of {said['total']:,}"))
                elif stage == "failed":
                    self.post_message(self.Failed(str(said["message"])))
                elif stage == "done":
                    self._unreadable = int(str(said["unreadable"]))
        await asyncio.to_thread(self._library.reload)
        self.post_message(self.Progressed(""))
        self.post_message(self.EntriesRead(await asyncio.to_thread(self._library.entries)))
