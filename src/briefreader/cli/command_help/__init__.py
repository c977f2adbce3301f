"""Describes every command: its words, its options and its help, in the order in which they are listed."""

from collections.abc import Mapping

from briefreader.cli.arguments import Command
from briefreader.cli.command_help import comparing, finding, library, reader, taking

_ORDER = (
    "read open add remove search show annotate list series meetings who cite notes export completion compare trace "
    "next index check paths"
).split()

_ALL = (*reader.COMMANDS, *library.COMMANDS, *finding.COMMANDS, *taking.COMMANDS, *comparing.COMMANDS)

COMMANDS: Mapping[str, Command] = {
    command.name: command for command in sorted(_ALL, key=lambda command: _ORDER.index(command.name))
}
"""The commands by name."""
