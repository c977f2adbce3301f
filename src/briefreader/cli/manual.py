"""Writes the manual page of the program in the language of man(7), from the tables of commands and keys."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefreader import __version__
from briefreader.cli.arguments import GLOBAL_OPTIONS, Command, Option
from briefreader.ui.key_table import KeyTable

_DATE = "2026-11-29"

_DESCRIPTION = (
    "briefreader shows a folder of diplomatic readouts in the terminal and searches it as you type. A library is any "
    "folder of Markdown files, text files, saved web pages, PDF files, word processor files and mail, read to any "
    "depth; nothing needs importing first.",
    "Without a command it opens the reader on your library, or on the sample library if you have none. Options stand "
    "before or after the command. A word that begins with a single dash and is no option belongs to a query; -- ends "
    "the options.",
)
_KEYS = (
    "These are the keys of the reader. The word in parentheses is the name of the command, by which keys: in "
    "config.yaml changes its keys, as in",
    "keys: {undo: [u, Ctrl+Z], suspend: none, help: F1}",
    "Keys are written as Ctrl+F, Alt+Left, PgDn, Space or F5, or as the character itself; none takes a key away. "
    "Ctrl+Q always quits, and text fields keep their letters.",
)
_FILES = (
    (
        "~/.config/briefreader/config.yaml",
        "Settings, a line each: library, theme, home, read_only, mouse, text_width and keys.",
    ),
    ("~/.config/briefreader/themes/NAME.yaml", "A theme of your own: base and the colours that differ from it."),
    ("~/.config/briefreader/names/*.yaml", "Lists of names that add to those of the program or correct them."),
    ("~/.local/share/briefreader/library", "The default library, which the first add makes."),
    (
        "~/.local/share/briefreader",
        "Also what the reader remembers, and the state of libraries that are read-only.",
    ),
    ("~/.cache/briefreader", "The search index, a cache that may be deleted at any time."),
    ("LIBRARY/.briefreader", "Originals, quarantine, removed briefs, notes, saved searches and the records of IDs."),
    ("LIBRARY/names.yaml", "Names of this library."),
    ("LIBRARY/meetings.yaml", "What a person corrected about meetings and series."),
)
_ENVIRONMENT = (
    ("BRIEFREADER_LIBRARY", "The folder of the library, where --library names none."),
    ("NO_COLOR", "If set, nothing is coloured: names differ by text style, and matches are shown in reverse."),
    ("TERM", "The reader needs a terminal; with dumb, or without TERM, only line mode (--plain) works."),
    ("LANG, LC_ALL, LC_CTYPE", "A locale with UTF-8 shows every letter; elsewhere others are shown as ?."),
    ("SSH_CONNECTION", "If set, the reader sends as few bytes as possible, as with --slow."),
    ("EDITOR, PAGER", "The programs in which the reader opens briefs and notes."),
    (
        "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME",
        "Folders that take the place of ~/.config, ~/.local/share and ~/.cache.",
    ),
)
_EXIT_STATUS = (
    ("0", "Done."),
    ("1", "Nothing was found; no such ID, name or series, or several; check found problems."),
    ("2", "Wrong usage, an unknown command, a mistake in the settings, or no terminal to draw on."),
    ("3", "Done, but some input could not be read."),
    ("4", "The library cannot be read or written."),
    ("130", "Interrupted."),
    ("128+N", "Ended by signal N."),
)
_EXAMPLES = (
    ("briefreader --library ~/readouts", "Read any folder."),
    ("briefreader add statement.html", "Take a file into your library."),
    ('briefreader search "washington declaration" after:2023', "Search, one hit a line."),
    ("briefreader open edscg 5", "Open the reader at one meeting."),
    ("briefreader --read-only --library /srv/readouts", "Read without writing anything but the cache."),
)
ARROWS = {"↑": "Up", "↓": "Down", "←": "Left", "→": "Right"}


def page(commands: Mapping[str, Command], table: KeyTable) -> str:
    """Return the manual page of the program with its commands and the keys of the reader."""
    return "\n".join(_lines(commands, table)) + "\n"


def _lines(commands: Mapping[str, Command], table: KeyTable) -> Iterator[str]:
    yield f'.TH BRIEFREADER 1 {_DATE} "briefreader {__version__}" "User Commands"'
    yield from (".nh", ".ad l")
    yield from (".SH NAME", "briefreader \\- read and search diplomatic readouts in the terminal")
    yield ".SH SYNOPSIS"
    yield "\\fBbriefreader\\fR [\\fIOPTIONS\\fR] [\\fICOMMAND\\fR] [\\fIWORDS\\fR]"
    yield from _paragraphs(".SH DESCRIPTION", _DESCRIPTION)
    yield ".SH COMMANDS"
    for command in commands.values():
        yield from _command(command)
    yield from (".SH OPTIONS", *_list(map(_option, GLOBAL_OPTIONS)))
    first, example, last = _KEYS
    yield from _paragraphs(".SH KEYS", (first,))
    yield from (".PP", ".RS", ".nf", _text(example), ".fi", ".RE", ".PP", _text(last))
    for group in dict.fromkeys(each.group for each in table.commands):
        keys = (each for each in table.commands if each.group == group)
        yield f".SS {_text(group)}"
        yield from _list((f"{each.shown}  ({each.id})", table.filled(each.label)) for each in keys)
    for heading, rows in (
        ("FILES", _FILES),
        ("ENVIRONMENT", _ENVIRONMENT),
        ('"EXIT STATUS"', _EXIT_STATUS),
        ("EXAMPLES", _EXAMPLES),
    ):
        yield from (f".SH {heading}", *_list(rows))


def _command(command: Command) -> Iterator[str]:
    yield f".SS {_text(f'briefreader {command.name} {command.words}'.rstrip())}"
    yield _text(command.description)
    yield from _list(map(_option, command.options))
    for example, told in command.examples:
        yield from (".PP", ".RS", ".nf", _text(f"{example}"), ".fi", f"({_text(told)})", ".RE")


def _option(option: Option) -> tuple[str, str]:
    choices = f" ({' or '.join(option.choices)})" if option.choices else ""
    return (f"{option.name} {option.value}" if option.value else option.name), f"{option.help}{choices}."


def _paragraphs(heading: str, paragraphs: Sequence[str]) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs):
        yield from (".PP" if number else heading, _text(paragraph))


def _list(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a list of terms, each with its meaning."""
    for term, told in rows:
        yield from (".TP", f"\\fB{_text(term)}\\fR", _text(told))


def _text(text: str) -> str:
    """Return text as roff shows it: no sign in it is a command, and every hyphen can be copied.

    Arrows are written as words, since not every terminal of `man` has them.
    """
    for arrow, word in ARROWS.items():
        text = text.replace(arrow, word)
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    plain = plain.replace("^", "\\(ha").replace("~", "\\(ti").replace('"', "\\(dq")
    plain = re.sub(r"[^\x00-\x7f]", lambda sign: f"\\[u{ord(sign[0]):04X}]", plain)
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
