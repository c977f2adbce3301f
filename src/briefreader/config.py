"""Reads the settings, and names the folders of the user and of the program (XDG base directories)."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefreader.model import ReadOnlyError, SettingsError, SourceError
from briefreader.text import clean_line, decode

if TYPE_CHECKING:
    import yaml

THEMES = ("dark", "light", "ansi")


class Settings(NamedTuple):
    """The settings in `config.yaml`, with their defaults; `home` is the side that the library is written from.

    `read_only` forbids to write anything but the cache of the index, and without `mouse` the terminal keeps the mouse.
    """

    library: Path | None = None
    theme: str = "dark"
    home: str | None = None
    read_only: bool = False
    mouse: bool = True


class Place(NamedTuple):
    """A labelled path of files of the program or the user."""

    label: str
    path: Path


class Places(NamedTuple):
    """The user's folders for settings, for data and for caches; if `read_only`, only the cache is written."""

    config: Path
    data: Path
    cache: Path
    read_only: bool = False

    @classmethod
    def of_user(cls) -> Places:
        """Return the folders of the current user, which need not exist."""
        import platformdirs

        name = "briefreader"
        return cls(
            config=platformdirs.user_config_path(name, appauthor=False),
            data=platformdirs.user_data_path(name, appauthor=False),
            cache=platformdirs.user_cache_path(name, appauthor=False),
        )

    def require_writing(self) -> None:
        """Raise ReadOnlyError if only the cache is written; everything that writes other files asks this first."""
        if self.read_only:
            raise ReadOnlyError

    @property
    def settings(self) -> Path:
        """The file of settings."""
        return self.config / "config.yaml"

    @property
    def library(self) -> Path:
        """The folder of the default library."""
        return self.data / "library"

    @property
    def names(self) -> Path:
        """The folder of the user's own lists of names."""
        return self.config / "names"


def load(path: Path) -> Settings:
    """Return the settings in a file, the defaults if there is no file. Raises SettingsError with file, line and key."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"{path} cannot be read ({error.strerror}); mend its permissions or remove it") from error
    try:
        text = decode(raw)
    except SourceError as error:
        raise SettingsError(f"{path}: {error}") from error
    values: dict[str, object] = {}
    for key, value in _pairs(text, path):
        where = _at(path, key)
        if key.value not in _READERS:
            raise SettingsError(f"{where}: there is no setting {key.value!r}; {_guess(key.value)}")
        if key.value in values:
            raise SettingsError(f"{where}: {key.value} is set twice; keep one of the lines")
        values[key.value] = _READERS[key.value](value, f"{where}: {key.value}", path.parent)
    return Settings(**values)  # type: ignore[arg-type]  # each reader returns the type of its field


def _pairs(text: str, path: Path) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """Return the keys and values of a YAML mapping as nodes with line numbers."""
    import yaml

    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise SettingsError(f"{_at(path, event)}: aliases (*name) are not read; write it out")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "too deeply nested"
        raise SettingsError(f"{path}{line}: this is not YAML ({problem}); write lines as `theme: light`") from error
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        return []
    if not isinstance(node, yaml.MappingNode):
        raise SettingsError(f"{path}, line 1: settings are lines such as `theme: light`; write them so")
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise SettingsError(f"{_at(path, key)}: a setting's name is a word; {_guess('')}")
    return list(node.value)


def _at(path: Path, part: yaml.Node | yaml.Event) -> str:
    return f"{path}, line {part.start_mark.line + 1}" if part.start_mark else str(path)


def _word(node: yaml.Node, where: str) -> str:
    import yaml

    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        raise SettingsError(f"{where} needs one value on its line; give it or remove the line")
    return str(node.value).strip()


def _folder(node: yaml.Node, where: str, base: Path) -> Path:
    word = _word(node, where)
    try:
        return base / Path(word).expanduser()
    except RuntimeError as error:
        raise SettingsError(f"{where}: there is no such home folder as {word!r}; write the whole path") from error


def _theme(node: yaml.Node, where: str, base: Path) -> str:
    word = _word(node, where)
    if word not in THEMES:
        raise SettingsError(f"{where}: there is no theme {word!r}; choose one of {', '.join(THEMES)}")
    return word


def _name(node: yaml.Node, where: str, base: Path) -> str:
    return clean_line(_word(node, where))


def _switch(node: yaml.Node, where: str, base: Path) -> bool:
    word = _word(node, where)
    if word.lower() not in _SWITCHES:
        raise SettingsError(f"{where} cannot be {word!r}; write true or false")
    return _SWITCHES[word.lower()]


_SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_READERS: dict[str, Callable[[yaml.Node, str, Path], object]] = {
    "library": _folder,
    "theme": _theme,
    "home": _name,
    "read_only": _switch,
    "mouse": _switch,
}


def _guess(word: str) -> str:
    import difflib  # only a mistake needs it

    near = difflib.get_close_matches(word, Settings._fields, n=1)
    return f"did you mean {near[0]}?" if near else f"the settings are {', '.join(Settings._fields)}"


def data_folder() -> Path:
    """Return the folder of the sample library and the program's lists of names.

    It is inside an installed package, and two folders above it in a checkout.
    """
    package = Path(__file__).resolve().parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parents[1] / "data"


def library_variable() -> Path | None:
    """Return the folder of the library in the variable BRIEFREADER_LIBRARY, None if that is not set."""
    value = os.environ.get("BRIEFREADER_LIBRARY")
    return Path(value) if value else None
