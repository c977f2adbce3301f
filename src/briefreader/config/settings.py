"""Reads the settings in `config.yaml` and the lines of the user's own themes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefreader.config.setting_lines import SettingLine, lines, pairs, place
from briefreader.model import Problem, SettingsError, SourceError
from briefreader.text import clean_line, decode

if TYPE_CHECKING:
    import yaml

THEMES = ("dark", "light", "ansi")
"""The names of the program's own themes."""

KEYS_FORM = "`keys: {undo: u, down: [j, Ctrl+N]}`"
THEME_FORM = "`accent: '#6cb6c9'`"

SHORTEST_TEXT, LONGEST_TEXT = 40, 1_000
"""Cells of the line of an article, which `text_width` may name."""

_LONGEST_NUMBER = 9  # digits


class Settings(NamedTuple):
    """The settings in `config.yaml`, with their defaults; `home` is the side that the library is written from.

    `read_only` forbids to write anything but the cache of the index, and without `mouse` the terminal keeps the mouse.
    `text_width` is the longest line of an article in cells. `keys` are the keys of the reader that a person has
    changed, as written. `themes` are the files of the user's own themes. `flaws` are the mistakes in how the reader
    looks, in place of which it takes another value.
    """

    library: Path | None = None
    theme: str = "dark"
    home: str | None = None
    read_only: bool = False
    mouse: bool = True
    text_width: int | None = None
    keys: tuple[SettingLine, ...] = ()
    themes: tuple[Path, ...] = ()
    flaws: tuple[Problem, ...] = ()

    @property
    def theme_names(self) -> tuple[str, ...]:
        """The names of the themes of the program and of the user's own."""
        return (*THEMES, *(file.stem for file in self.themes))


class _LookError(SettingsError):
    """A mistake in how the reader looks, in place of which it takes another value."""

    def __init__(self, message: str, instead: object) -> None:
        super().__init__(message)
        self.instead = instead


def load(path: Path) -> Settings:
    """Return the settings in a file, the defaults if there is no file. Raises SettingsError with file, line and key.

    A mistake in how the reader looks is one of the flaws and raises no error.
    """
    themes = _theme_files(path)
    text = _text(path)
    if text is None:
        return Settings(themes=themes)
    values: dict[str, object] = {}
    flaws: list[Problem] = []
    for key, value in pairs(text, path):
        where = place(path, key)
        if key.value not in _READERS:
            raise SettingsError(f"{where}: there is no setting {key.value!r}; {_guess(key.value, _READERS)}")
        if key.value in values:
            raise SettingsError(f"{where}: {key.value} is set twice; keep one of the lines")
        try:
            values[key.value] = _READERS[key.value](value, f"{where}: {key.value}", path)
        except _LookError as error:
            what, _, remedy = str(error).removeprefix(f"{where}: ").rpartition("; ")
            values[key.value] = error.instead
            flaws.append(Problem(where, what, remedy))
    return Settings(**values, themes=themes, flaws=tuple(flaws))  # type: ignore[arg-type]  # each reader returns the type of its field


def theme_lines(path: Path) -> tuple[SettingLine, ...]:
    """Return the lines of a file of a theme. Raises SettingsError where it cannot be read or is no YAML."""
    text = _text(path)
    if text is None:
        raise SettingsError(f"{path}: there is no such file; write the theme into it or choose another")
    return lines(pairs(text, path), path, THEME_FORM)


def _text(path: Path) -> str | None:
    try:
        return decode(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SettingsError(f"{path} cannot be read ({error.strerror}); mend its permissions or remove it") from error
    except SourceError as error:
        raise SettingsError(f"{path}: {error}") from error


def _theme_files(path: Path) -> tuple[Path, ...]:
    """Return the files in the folder of themes beside the file of settings."""
    return tuple(sorted(file for file in (path.parent / "themes").glob("*.yaml") if not file.name.startswith(".")))


def _word(node: yaml.Node, where: str) -> str:
    import yaml

    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        raise SettingsError(f"{where} needs one value on its line; give it or remove the line")
    return str(node.value).strip()


def _folder(node: yaml.Node, where: str, path: Path) -> Path:
    word = _word(node, where)
    try:
        return path.parent / Path(word).expanduser()
    except RuntimeError as error:
        raise SettingsError(f"{where}: there is no such home folder as {word!r}; write the whole path") from error


def _theme(node: yaml.Node, where: str, path: Path) -> str:
    first = Settings().theme
    word = _look_word(node, where, first)
    known = (*THEMES, *(file.stem for file in _theme_files(path)))
    if word not in known:
        raise _LookError(f"{where}: there is no theme {word!r}; {_near(word, known, 'choose one of')}", first)
    return word


def _text_width(node: yaml.Node, where: str, path: Path) -> int | None:
    word = _look_word(node, where, None)
    if not (word.isascii() and word.removeprefix("-").isdecimal()) or len(word) > _LONGEST_NUMBER:
        message = f"{where} cannot be {word!r}; write a number from {SHORTEST_TEXT} to {LONGEST_TEXT}"
        raise _LookError(message, None)
    width = min(max(int(word), SHORTEST_TEXT), LONGEST_TEXT)
    if width != int(word):
        end = "least" if width == SHORTEST_TEXT else "most"
        raise _LookError(f"{where} cannot be {word}, and is {width}; write {width}, which is the {end}", width)
    return width


def _look_word(node: yaml.Node, where: str, instead: object) -> str:
    """Return the value of a setting of how the reader looks."""
    try:
        return _word(node, where)
    except SettingsError as error:
        raise _LookError(str(error), instead) from error


def _name(node: yaml.Node, where: str, path: Path) -> str:
    return clean_line(_word(node, where))


def _switch(node: yaml.Node, where: str, path: Path) -> bool:
    word = _word(node, where)
    if word.lower() not in _SWITCHES:
        raise SettingsError(f"{where} cannot be {word!r}; write true or false")
    return _SWITCHES[word.lower()]


def _keys(node: yaml.Node, where: str, path: Path) -> tuple[SettingLine, ...]:
    import yaml

    if isinstance(node, yaml.MappingNode):
        return lines(node.value, path, KEYS_FORM)
    if isinstance(node, yaml.ScalarNode) and not node.value:
        return ()
    return (SettingLine("", (), place(path, node), f"keys are names of commands with keys; write {KEYS_FORM}"),)


_SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_READERS: dict[str, Callable[[yaml.Node, str, Path], object]] = {
    "library": _folder,
    "theme": _theme,
    "home": _name,
    "read_only": _switch,
    "mouse": _switch,
    "text_width": _text_width,
    "keys": _keys,
}


def _guess(word: str, known: dict[str, Callable[[yaml.Node, str, Path], object]]) -> str:
    return _near(word, tuple(known), "the settings are")


def _near(word: str, known: Sequence[str], else_: str) -> str:
    """Return a guess at the word that was meant, or all words after a beginning of a sentence."""
    import difflib  # only a mistake needs it

    near = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {near[0]}?" if near else f"{else_} {', '.join(known)}"
