"""Reads the settings in `config.yaml` and the lines of the user's own themes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefreader.config.setting_lines import SettingLine, lines, pairs, place
from briefreader.model import SettingsError, SourceError
from briefreader.text import clean_line, decode

if TYPE_CHECKING:
    import yaml

THEMES = ("dark", "light", "ansi")
"""The names of the program's own themes."""

KEYS_FORM = "`keys: {undo: u, down: [j, Ctrl+N]}`"
THEME_FORM = "`accent: '#6cb6c9'`"


class Settings(NamedTuple):
    """The settings in `config.yaml`, with their defaults; `home` is the side that the library is written from.

    `read_only` forbids to write anything but the cache of the index, and without `mouse` the terminal keeps the mouse.
    `keys` are the keys of the reader that a person has changed, as written. `themes` are the files of the user's own
    themes.
    """

    library: Path | None = None
    theme: str = "dark"
    home: str | None = None
    read_only: bool = False
    mouse: bool = True
    keys: tuple[SettingLine, ...] = ()
    themes: tuple[Path, ...] = ()

    @property
    def theme_names(self) -> tuple[str, ...]:
        """The names of the themes of the program and of the user's own."""
        return (*THEMES, *(file.stem for file in self.themes))


def load(path: Path) -> Settings:
    """Return the settings in a file, the defaults if there is no file. Raises SettingsError with file, line and key."""
    themes = _theme_files(path)
    text = _text(path)
    if text is None:
        return Settings(themes=themes)
    values: dict[str, object] = {}
    for key, value in pairs(text, path):
        where = place(path, key)
        if key.value not in _READERS:
            raise SettingsError(f"{where}: there is no setting {key.value!r}; {_guess(key.value, _READERS)}")
        if key.value in values:
            raise SettingsError(f"{where}: {key.value} is set twice; keep one of the lines")
        values[key.value] = _READERS[key.value](value, f"{where}: {key.value}", path)
    return Settings(**values, themes=themes)  # type: ignore[arg-type]  # each reader returns the type of its field


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
    word = _word(node, where)
    known = (*THEMES, *(file.stem for file in _theme_files(path)))
    if word not in known:
        raise SettingsError(f"{where}: there is no theme {word!r}; choose one of {', '.join(known)}")
    return word


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
    "keys": _keys,
}


def _guess(word: str, known: dict[str, Callable[[yaml.Node, str, Path], object]]) -> str:
    import difflib  # only a mistake needs it

    near = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {near[0]}?" if near else f"the settings are {', '.join(known)}"
