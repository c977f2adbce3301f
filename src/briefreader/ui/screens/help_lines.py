"""Lays out the help: every command with its keys in groups, the essential ones first, and the forms of a query."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from briefreader.ui.key_table import KeyTable
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.text_layout import wrapped

ESSENTIALS = ("quit", "help", "search", "read", "back", "down", "up", "page-down", "page-up", "palette", "undo")
"""The commands that one cannot do without, in this order; they stand before all groups."""

QUERIES = (
    ("deterrence korea", "both words; the last one may be unfinished"),
    ('"extended deterrence"', "this phrase"),
    ("korea OR japan -china", "either word, without the third"),
    ("who:jenkins place:seoul", "also led: org: agreement: weapon:"),
    ("series:ncg title:third", "also source:"),
    ("edscg 5", "a meeting, as the list shows it"),
    ("denucl* korae~1", "a prefix; a typo"),
    ("is:unread -is:noted", "also is:read is:new is:starred"),
    ("note:verify", "a word of your notes"),
    ("date:2023..2024-06", "also after:2023 before:2024-06"),
)
LONGEST_KEYS = 11
"""Cells; the text beside longer keys begins on the next line."""

INDENT = 2


class HelpGroup(NamedTuple):
    """Rows under a heading, each with a left part of at most `left` cells and its meaning."""

    heading: str
    rows: Sequence[tuple[str, str]]
    left: int


class HelpLine(NamedTuple):
    """A line of a column: a heading, or a left part padded to a width and a part of its meaning."""

    heading: str = ""
    left: str = ""
    text: str = ""


def help_groups(table: KeyTable, letters: str = "") -> list[HelpGroup]:
    """Return the groups of the help, of which only the rows stay that have the words among the letters."""
    known = {command.id: command for command in table.commands}
    first = [known[id] for id in ESSENTIALS if id in known]
    rest = [command for command in table.commands if command not in first]
    groups = [("Essentials", first), *((name, [*rows]) for name, rows in groupby(rest, key=lambda each: each.group))]
    merged: dict[str, list[tuple[str, str]]] = {}
    for name, commands in groups:
        merged.setdefault(name, []).extend((command.shown or "-", table.filled(command.label)) for command in commands)
    found = [HelpGroup(name, rows, LONGEST_KEYS) for name, rows in merged.items()]
    found.append(HelpGroup("Queries", QUERIES, max(cells(example) for example, _ in QUERIES)))
    kept = (group._replace(rows=[row for row in group.rows if _has(row, letters)]) for group in found)
    return [group for group in kept if group.rows]


def _has(row: tuple[str, str], letters: str) -> bool:
    """Return whether a row has all words among the letters; a single character is a key, if it is one."""
    if len(letters) == 1 and letters in row[0].split():
        return True
    text = " ".join(row).casefold()
    return all(word in text for word in letters.casefold().split())


def help_columns(groups: Sequence[HelpGroup], width: int, count: int) -> list[list[HelpLine]]:
    """Return the groups as lines at most `width` cells wide, in one column or in two of nearly the same height."""
    blocks = [[*_lines(group, width)] for group in groups]
    if count == 1:
        return [[line for block in blocks for line in block]]
    cuts = range(1, len(blocks)) if len(blocks) > 1 else range(1, 2)
    cut = min(cuts, key=lambda at: max(sum(map(len, blocks[:at])), sum(map(len, blocks[at:]))))
    return [[line for block in part for line in block] for part in (blocks[:cut], blocks[cut:])]


def _lines(group: HelpGroup, width: int) -> Iterator[HelpLine]:
    yield HelpLine(heading=group.heading)
    for left, meaning in group.rows:
        start = INDENT + group.left + 1
        texts = wrapped(meaning, max(8, width - start)) or [""]
        if cells(left) > group.left:
            yield HelpLine(left=" " * INDENT + left)
            left = ""
        for number, text in enumerate(texts):
            shown = left if number == 0 else ""
            yield HelpLine(left=" " * INDENT + shown + " " * (group.left + 1 - cells(shown)), text=text)
    yield HelpLine()
