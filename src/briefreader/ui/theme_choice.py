"""The themes that a person can choose: those of the program and the user's own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.app import App

from briefreader.model import Problem
from briefreader.ui.themes import THEMES, set_first_theme


class ThemeChoice:
    """Sets the theme of an app; a file of an own theme is read when that is chosen, and read again each time."""

    def __init__(self, app: App[Any], files: Sequence[Path]) -> None:
        self._app = app
        self._first = [theme.name for theme in THEMES]
        self._files = {file.stem: file for file in files if file.stem not in self._first}

    @property
    def names(self) -> Sequence[str]:
        """The names of all themes."""
        return [*self._first, *self._files]

    def begin(self, name: str) -> Sequence[Problem]:
        """Set the first theme before the style sheets are read, and return the mistakes in its file."""
        problems = self._read(name)
        set_first_theme(self._app, name if name in self.names else self._first[0])
        return problems

    def choose(self, name: str) -> Sequence[Problem]:
        """Set a theme, also where it is set already and its file has changed; return the mistakes in the file."""
        problems = self._read(name)
        if self._app.theme == name in self._files:
            self._app.theme = self._first[0]
        self._app.theme = name
        return problems

    def _read(self, name: str) -> Sequence[Problem]:
        if name not in self._files:
            return ()
        from briefreader.ui.own_themes import read_theme, register  # only an own theme needs it

        theme = read_theme(self._files[name])
        register(self._app, theme)
        return theme.problems
