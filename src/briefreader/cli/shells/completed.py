"""Finds the parts of a command line that a shell can complete: options, and words of some kinds."""

import re
from collections.abc import Mapping
from typing import Literal

from briefreader.cli.arguments import GLOBAL_OPTIONS, Command, Option

SHELL_NAMES = ("bash", "zsh", "fish")

Kind = Literal["ids", "series", "files", "folders", "shells"]

_KINDS: Mapping[str, Kind] = {"ID": "ids", "FILE": "files", "PATH": "files", "SHELL": "shells", "DIR": "folders"}


def kinds(command: Command) -> tuple[Kind, ...]:
    """Return the kinds of words that a command takes, as far as they can be completed."""
    if command.name == "series":
        return ("series",)
    return tuple(dict.fromkeys(_KINDS[word] for word in re.findall(r"[A-Z]+", command.words) if word in _KINDS))


def options(command: Command) -> tuple[Option, ...]:
    """Return the options of a command, with the general ones that it understands."""
    general = [option for option in GLOBAL_OPTIONS if command.json or option.name != "--json"]
    return (*command.options, *general)


def kind_of_value(option: Option) -> Kind | None:
    """Return the kind of the value of an option, None where it has none or one that cannot be completed."""
    if option.value == "NAME" and option.name == "--series":
        return "series"
    return _KINDS.get(option.value or "")


def with_values(commands: Mapping[str, Command]) -> tuple[str, ...]:
    """Return the names of all options that take a value."""
    known = (*GLOBAL_OPTIONS, *(option for command in commands.values() for option in command.options))
    return tuple(dict.fromkeys(option.name for option in known if option.value))
