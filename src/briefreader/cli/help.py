"""Writes the help of the program and of each command as plain text of at most 80 columns."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from briefreader.cli.arguments import GLOBAL_OPTIONS, Command, Option

_WIDTH = 79
_EXAMPLES = (
    ("briefreader", "read your library, or the sample if you have none"),
    ("briefreader --library ~/readouts", "read any folder of Markdown, text and web pages"),
    ("briefreader add statement.html", "take a file into your library"),
    ('briefreader search "washington declaration"', "search, one hit a line"),
    ("briefreader open edscg 5", "open the reader at one meeting"),
)
_EXITS = (
    "Exit status: 0 done; 1 nothing found, or problems found; 2 wrong usage or no terminal; 3 done, but some input "
    "could not be read; 4 the library cannot be read or written; 130 interrupted."
)


def program_help(commands: Mapping[str, Command]) -> str:
    """Return the help of the program."""
    return "\n".join(
        [
            "Usage: briefreader [OPTIONS] [COMMAND] [WORDS]",
            "",
            *textwrap.wrap("A terminal reader for people who follow diplomacy by its readouts.", _WIDTH),
            "",
            *textwrap.wrap(
                "Without a command it opens the reader on your library, or on the sample library if you have none. "
                "A library is any folder of Markdown files, text files, web pages, PDF files, word processor files "
                "and mail.",
                _WIDTH,
            ),
            "",
            "Commands:",
            *_table((f"{command.name} {command.words}".rstrip(), command.summary) for command in commands.values()),
            "",
            "Options, before or after the command:",
            *_table(map(_option, GLOBAL_OPTIONS)),
            "",
            "Examples:",
            *_table(_EXAMPLES),
            "",
            *textwrap.wrap(_EXITS, _WIDTH),
            "`briefreader COMMAND --help` says more about a command.",
        ]
    )


def command_help(command: Command) -> str:
    """Return the help of one command."""
    general = [option for option in GLOBAL_OPTIONS if command.json or option.name != "--json"]
    own = ["", "Options:", *_table(map(_option, command.options))] if command.options else []
    return "\n".join(
        [
            f"Usage: briefreader {command.name} [OPTIONS] {command.words}".rstrip(),
            "",
            *textwrap.wrap(command.description, _WIDTH),
            *own,
            "",
            "General options, before or after the command:",
            *_table(map(_option, general)),
            "",
            "Examples:",
            *_table(command.examples),
        ]
    )


def _option(option: Option) -> tuple[str, str]:
    choices = f" ({' or '.join(option.choices)})" if option.choices else ""
    return (f"{option.name} {option.value}" if option.value else option.name), f"{option.help}{choices}"


def _table(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield lines of two columns; text too wide for the first column is on a line of its own."""
    pairs = list(rows)
    column = min(max(len(left) for left, _ in pairs), 34) + 4
    for left, right in pairs:
        lines = textwrap.wrap(right, _WIDTH - column) or [""]
        if len(left) + 3 > column:
            yield f"  {left}"
        else:
            yield f"  {left:<{column - 2}}{lines.pop(0)}"
        for line in lines:
            yield f"{'':{column}}{line}"
