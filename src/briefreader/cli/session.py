"""Holds the library, the settings and the streams of one run of the program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from briefreader.cli.printing import Output
from briefreader.config import Places, Settings, load
from briefreader.counts import counted
from briefreader.indexing import collect_garbage_seldom
from briefreader.library import IndexReport, Library, choose, choose_for_adding, falls_back_to_sample
from briefreader.model import IndexLostError, Problem, SettingsError, UsageError

DONE, NOTHING_FOUND, UNREADABLE = 0, 1, 3
_MOST_PROBLEMS = 20

T = TypeVar("T")


class Session:
    """The library that a command uses and the streams to which it writes.

    `named` is the folder of the library if a person named one. If `lenient`, unreadable settings count as the defaults.
    If `read_only`, nothing but the cache is written, whatever the settings say.
    """

    def __init__(
        self,
        out: Output,
        named: Path | None = None,
        *,
        sample: bool = False,
        lenient: bool = False,
        read_only: bool = False,
    ) -> None:
        self.out = out
        self.places = Places.of_user()
        self._named = named
        self._sample = sample
        self._lenient = lenient
        self._read_only = read_only

    @cached_property
    def settings(self) -> Settings:
        """The user's settings. Raises SettingsError."""
        try:
            found = load(self.places.settings)
        except SettingsError:
            if not self._lenient:
                raise
            found = Settings()
        return found._replace(read_only=True) if self._read_only else found

    @cached_property
    def library(self) -> Library:
        """The library that a printed command reads; a message says if it is the sample for want of another one.

        Raises LibraryError if the library is missing.
        """
        if not self._sample and falls_back_to_sample(self.places, self.settings, named=self._named):
            missing = self.places.library
            self.out.message(
                f"there is no library in {missing}, so the sample is read; `briefreader add` makes your own"
            )
        return self.library_of_reader

    @cached_property
    def library_of_reader(self) -> Library:
        """The library that the reader shows, whose first row names it. Raises LibraryError if it is missing."""
        root = choose(self.places, self.settings, named=self._named, sample=self._sample)
        return Library(root, self.places, self.settings)

    def library_for_adding(self) -> Library:
        """Return the library to add briefs to, and make it if it is missing. Raises LibraryError."""
        root = choose_for_adding(self.places, self.settings, named=self._named, sample=self._sample)
        return Library(root, self.places, self.settings)

    def update(self, library: Library, *, rebuild: bool = False, explain: bool = False) -> IndexReport:
        """Update the index and count the unreadable files; with `explain`, name them and mistakes in corrections."""
        collect_garbage_seldom()
        report = library.update(self.out.progress, self.out.message, rebuild=rebuild)
        self.out.end_progress()
        if explain:
            self.tell((*report.problems, *library.own_meetings.problems()))
        elif report.problems:
            files = counted(len(report.problems), "file")
            self.out.message(f"{files} of the library cannot be read; `briefreader check` lists the reasons")
        return report

    def mending(self, act: Callable[[], T]) -> T:
        """Return the result of an act, which runs again after a rebuild if the index is damaged."""
        try:
            return act()
        except IndexLostError:
            self.out.message("the search index is damaged; it is rebuilt from the briefs")
            self.update(self.library)
            return act()

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """Write problems to standard error, only the first ones if there are many."""
        for problem in problems[:_MOST_PROBLEMS]:
            self.out.message(str(problem))
        if len(problems) > _MOST_PROBLEMS:
            self.out.message(f"{len(problems) - _MOST_PROBLEMS:,} more files; `briefreader check` lists all")

    def standard_input(self) -> bytes:
        """Return all bytes of standard input. Raises UsageError if it is closed."""
        if sys.stdin is None:
            raise UsageError("standard input is closed; pipe a text into it")
        return sys.stdin.buffer.read()
