"""Reads the themes that a person has written: the colours that differ from those of a theme of the program."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from textual.app import App

from briefreader.config import THEMES, SettingLine, theme_lines
from briefreader.model import Problem, SettingsError
from briefreader.text import clean_line
from briefreader.ui.palette import palette
from briefreader.ui.themes import ANSI_COLORS, COLORS, theme_of

_COLOR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.I)
_NAME = re.compile(r"[\w][\w .-]*")


class OwnTheme(NamedTuple):
    """A theme with all its colours by name; `base` is the theme of the program that it changes."""

    name: str
    base: str
    colors: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def read_theme(path: Path) -> OwnTheme:
    """Return the theme in a file; a line with a mistake changes no colour and is a problem of the theme."""
    try:
        lines = theme_lines(path)
    except SettingsError as error:
        at, _, flaw = str(error).removeprefix(str(path)).partition(": ")
        return OwnTheme(path.stem, THEMES[0], COLORS[THEMES[0]], (_problem(f"{path}{at}", flaw),))
    problems = [*_problems_of_name(path)]
    base = THEMES[0]
    for line in lines:
        if line.name == "base" and line.values[:1] and line.values[0] in THEMES and len(line.values) == 1:
            base = line.values[0]
    colors = dict(COLORS[base])
    for line in lines:
        flaw = _flaw(line, base)
        if flaw:
            problems.append(_problem(line.where, flaw))
        elif line.name != "base":
            colors[line.name] = line.values[0].lower()
    return OwnTheme(path.stem, base, colors, tuple(problems))


def _problems_of_name(path: Path) -> tuple[Problem, ...]:
    if path.stem in THEMES:
        return (Problem(str(path), f"{path.stem} is a theme of the program", "give the file another name"),)
    if not _NAME.fullmatch(path.stem):
        what = f"{clean_line(path.stem)!r} is no name for a theme"
        return (Problem(clean_line(str(path)), what, "name the file by letters, digits and dashes"),)
    return ()


def _problem(where: str, sentence: str) -> Problem:
    what, _, remedy = sentence.rpartition("; ")
    return Problem(where, what, remedy)


def _flaw(line: SettingLine, base: str) -> str:
    """Return a sentence about the mistake in a line with a remedy, empty where there is none."""
    if line.flaw:
        return line.flaw
    value = line.values[0].lower()
    if line.name != "base" and line.name not in COLORS[base]:
        near = get_close_matches(line.name, ["base", *COLORS[base]], n=1)
        remedy = f"did you mean {near[0]}?" if near else f"the colours are {', '.join(COLORS[base])}"
        return f"there is no colour {line.name!r}; {remedy}"
    if len(line.values) > 1:
        return f"{line.name} has several values; keep one of them"
    if line.name == "base":
        near = get_close_matches(value, THEMES, n=1)
        remedy = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(THEMES)}"
        return "" if value in THEMES else f"there is no theme {value!r} to begin with; {remedy}"
    if _COLOR.fullmatch(value) or (base == "ansi" and value in ANSI_COLORS):
        return ""
    near = get_close_matches(value, ANSI_COLORS, n=1) if base == "ansi" else []
    remedy = f"did you mean {near[0]}?" if near else "write it as '#6cb6c9'"
    return f"{line.name} cannot be {value!r}; {remedy}"


def register(app: App[Any], theme: OwnTheme) -> None:
    """Make a theme known under its name, in place of one that had the name before."""
    COLORS[theme.name] = dict(theme.colors)
    palette.cache_clear()
    app.register_theme(theme_of(theme.name, dark=theme.base != "light", ansi=theme.base == "ansi"))
