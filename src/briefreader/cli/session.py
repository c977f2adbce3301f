"""One run of the program: which library is meant, and where answers and messages go."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from briefreader.cli.arguments import Request, UsageError
from briefreader.cli.printing import Output
from briefreader.config import Places, Settings, load
from briefreader.indexing.garbage import collect_seldom
from briefreader.library import IndexReport, Library
from briefreader.library.choice import choose, choose_for_adding
from briefreader.model import IndexLostError, Problem, SettingsError

DONE, NOTHING_FOUND, WRONG_USAGE, UNREADABLE, NO_LIBRARY = range(5)
_MOST_PROBLEMS = 20

T = TypeVar("T")


class Session:
    """What the commands work with."""

    def __init__(self, request: Request, out: Output) -> None:
        self.request = request
        self.out = out
        self.places = Places.of_user()

    @cached_property
    def settings(self) -> Settings:
        """The user's settings; `check` and `paths` work with the defaults where these cannot be read."""
        command = self.request.command
        try:
            return load(self.places.settings)
        except SettingsError:
            if command and command.name in ("check", "paths"):
                return Settings()
            raise

    @property
    def _named(self) -> Path | None:
        name = self.request.options.get("--library")
        return Path(name) if name else None

    @cached_property
    def library(self) -> Library:
        """The library that is read. Raises LibraryError where it is missing."""
        root = choose(self.places, self.settings, named=self._named, sample=self.request.has("--sample"))
        return Library(root, self.places, self.settings)

    def library_for_adding(self) -> Library:
        """Return the library that is added to, made if it is missing. Raises LibraryError."""
        root = choose_for_adding(self.places, self.settings, named=self._named, sample=self.request.has("--sample"))
        return Library(root, self.places, self.settings)

    def update(self, library: Library, *, rebuild: bool = False, explain: bool = False) -> IndexReport:
        """Bring the index up to date and tell of files that cannot be read, each where `explain`."""
        collect_seldom()
        report = library.update(self.out.progress, self.out.message, rebuild=rebuild)
        self.out.end_progress()
        if explain:
            self.tell(report.problems)
        elif report.problems:
            count = len(report.problems)
            files = "1 file" if count == 1 else f"{count:,} files"
            self.out.message(f"{files} of the library cannot be read; `briefreader check` tells why")
        return report

    def mending(self, library: Library, act: Callable[[], T]) -> T:
        """Return what an act does; once more, where that needs an index which turns out to be damaged."""
        try:
            return act()
        except IndexLostError:
            self.mend(library)
            return act()

    def mend(self, library: Library) -> None:
        """Make a damaged index anew."""
        self.out.message("the search index is damaged; it is made anew from the briefs")
        self.update(library)

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """Tell problems on standard error, the first ones where there are many."""
        for problem in problems[:_MOST_PROBLEMS]:
            self.out.message(str(problem))
        if len(problems) > _MOST_PROBLEMS:
            self.out.message(f"{len(problems) - _MOST_PROBLEMS:,} more files; `briefreader check` lists all")

    def standard_input(self) -> bytes:
        """Return all of standard input. Raises UsageError where there is none."""
        if sys.stdin is None:
            raise UsageError("standard input is closed; pipe a text into it")
        return sys.stdin.buffer.read()
