"""Watches the library's files: looks for changes, runs the indexer, and tells the reader about new briefs."""

import asyncio
import time
from contextlib import aclosing, suppress
from dataclasses import dataclass
from functools import partial

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import WorkerCancelled, WorkerFailed

from briefreader.counts import counted
from briefreader.library import Library, Overview
from briefreader.meetings import Corrections
from briefreader.model import BriefreaderError, Problem
from briefreader.text import clean_line
from briefreader.ui.background import Notice, errors_noticed, read_in_thread
from briefreader.ui.indexer_client import indexer_reports

LOOK_INTERVAL = 5.0
"""Least seconds between two looks at the files."""

LOOK_SHARE = 50
"""The pause after a look is at least so many times as long as the look: looking takes at most 2 percent of the time."""

PROGRESS_INTERVAL = 0.5
"""Seconds between two reports of progress: each costs bytes on the line."""


class LibraryWatcher(Widget):
    """An invisible widget that owns the indexing process."""

    @dataclass(eq=False, repr=False)
    class OverviewRead(Message):
        """The briefs and their meetings were read or have changed."""

        overview: Overview

    @dataclass(eq=False, repr=False)
    class Progressed(Message):
        """The indexing has advanced; the text is empty at its end."""

        progress: str

    class NamesEdited(Message):
        """Somebody has edited a list of names by hand."""

    class UpToDate(Message):
        """The update of the index that a person asked for is over."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.display = False
        self._library = library
        self._idle = asyncio.Event()  # set while no look and no indexing is going on
        self._idle.set()
        self._has_looked = False
        self._unreadable = 0
        self._corrections: Corrections | None = None
        self._problem: Problem | None = None

    @property
    def is_idle(self) -> bool:
        """Whether no look at the files and no indexing is going on."""
        return self._idle.is_set()

    @property
    def is_complete(self) -> bool:
        """Whether the index was compared with the files, and no update of it is going on."""
        return self._has_looked and self.is_idle

    async def on_unmount(self) -> None:
        """Wait for the end of the indexing process."""
        for worker in [worker for worker in self.workers if worker.node is self]:
            worker.cancel()
            with suppress(WorkerCancelled, WorkerFailed):
                await worker.wait()

    @work(exclusive=True)
    async def start(self) -> None:
        """Show the briefs of the index, then look at the files again and again."""
        with errors_noticed(self):
            await self._show_overview()
        while True:
            seconds = await self._look(asked=False)
            await asyncio.sleep(max(LOOK_INTERVAL, seconds * LOOK_SHARE))

    @work(exclusive=True, group="meetings")
    async def show_meetings(self) -> None:
        """Show the meetings as they were corrected, if they are shown otherwise."""
        with errors_noticed(self):
            await self._show_corrected()

    async def _show_corrected(self) -> None:
        if await read_in_thread(self._library.own_meetings.corrections) is not self._corrections:
            await self._show_overview()

    async def _show_overview(self) -> None:
        """Show the briefs and meetings known so far, and tell the first mistake in a file of corrections."""
        own = self._library.own_meetings
        corrections = await read_in_thread(own.corrections)
        problem = next(iter(await read_in_thread(own.problems)), None)
        if problem and problem != self._problem:
            self.post_message(Notice(f"{problem.where}: {problem.what}; {problem.remedy}"))
        self._problem = problem
        self.post_message(self.OverviewRead(await read_in_thread(self._library.overview)))
        self._corrections = corrections

    @work(exclusive=True, group="asked")
    async def action_look(self) -> None:
        """Look at the files because a person asked."""
        await self._look(asked=True)

    @work(exclusive=True, group="soon")
    async def look_soon(self) -> None:
        """Look once no look is going on: the last one began before the change of which the caller knows."""
        await self._idle.wait()
        await self._look(asked=False)

    async def _look(self, asked: bool) -> float:
        """Compare files and index, update the index, and return the seconds that the comparison took."""
        if not self._idle.is_set():
            return 0.0
        self._idle.clear()
        started = time.monotonic()
        seconds = 0.0
        try:
            names = await read_in_thread(lambda: self._library.names_version)
            changed = await read_in_thread(self._library.changed)
            seconds = time.monotonic() - started
            if names != self._library.names_version:
                self.post_message(self.NamesEdited())
            if changed:
                await self._index()
            else:
                await self._show_corrected()
            self._has_looked = True
            if self._unreadable and (changed or asked):
                files = counted(self._unreadable, "file")
                self.post_message(Notice(f"{files} could not be read: briefreader check says which and why"))
            elif asked:
                self.post_message(self.UpToDate())
        except (BriefreaderError, OSError) as error:
            self.post_message(Notice(clean_line(str(error))))
        finally:
            self._idle.set()
        return seconds

    async def _index(self) -> None:
        reported = 0.0
        async with aclosing(indexer_reports(self._library.indexer_command())) as reports:
            async for report in reports:
                stage = report.get("stage")
                if stage == "previews":
                    await read_in_thread(partial(self._library.add_previews, report))
                    await self._show_overview()
                elif stage == "index" and time.monotonic() - reported > PROGRESS_INTERVAL:
                    reported = time.monotonic()
                    self.post_message(self.Progressed(f"indexing {report['done']:,} of {report['total']:,}"))
                elif stage == "failed":
                    self.post_message(Notice(clean_line(str(report["message"]))))
                elif stage == "done":
                    self._unreadable = int(str(report["unreadable"]))
        await read_in_thread(self._library.reload)
        self.post_message(self.Progressed(""))
        await self._show_overview()
