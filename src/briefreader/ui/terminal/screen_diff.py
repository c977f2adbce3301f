"""Compares new output with the cells that the terminal shows and keeps only the cells that change.

Textual paints whole regions of widgets and repeats the style for each; over SSH most of that is on the screen already.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from briefreader.ui.terminal.clusters import is_certain, is_narrow, runs, widest
from briefreader.ui.terminal.patches import CellStyle, Patch, Sent, cheapest, jump
from briefreader.ui.terminal.sgr import PLAIN, combine, transition

_TOKEN = re.compile(
    r"(?P<text>[^\x1b\r\n]+)"
    r"|\x1b\[(?P<sgr>[\d;]*)m"
    r"|\x1b\[(?P<row>\d*)(?:;(?P<column>\d*))?H"
    r"|\x1b\]8;[^;\x1b\x07]*;(?P<link>[^\x1b\x07]*)(?:\x1b\\|\x07)"
    r"|(?P<mode>\x1b\[\?[\d;]+(?:[hl]|\$p)|\x1b\[[<>]\d*u|\x1b\][^\x1b\x07]*(?:\x1b\\|\x07))"
    r"|(?P<newline>\r?\n)"
    r"|(?P<other>\x1b\[[0-?]*[ -/]*[@-~]|\x1b.|.)",
    re.DOTALL,
)
_SCREEN_SWITCH = re.compile(r"\x1b\[\?(?:\d+;)*(?:47|1047|1049)(?:;\d+)*[hl]")
GAP = 10
"""A shorter run of unchanged cells is written again: a cursor jump costs 6 to 9 bytes."""


class Row(NamedTuple):
    """A row of cells: the characters (empty in the further cells of a cluster) and the numbers of their styles."""

    chars: list[str]
    styles: list[int]


UNKNOWN = -1


class ScreenDiff:
    """Rewrites the output of a program for a terminal of a given size; the resulting screen is the same."""

    def __init__(self, columns: int, rows: int) -> None:
        self._columns, self._rows = columns, rows
        self._cells: list[Row] = []
        self._numbers: dict[CellStyle, int] = {}
        self._pairs: dict[CellStyle, tuple[int, int]] = {}
        self._graphics, self._link = PLAIN, ""
        self._sent_graphics, self._sent_link = PLAIN, ""
        self._at = (0, 0)
        self._sent_at: tuple[int, int] | None = None
        self._out: list[str] = []
        self._patches: list[Patch] = []
        self._patched: dict[int, list[tuple[int, int]]] = {}
        self.forget()

    def resize(self, columns: int, rows: int) -> None:
        """Set the terminal's new size; the screen's content is unknown then."""
        self._columns, self._rows = columns, rows
        self.forget()

    def forget(self) -> None:
        """Treat the screen's content as unknown: the next paint is sent completely."""
        self._cells = [Row([""] * self._columns, [UNKNOWN] * self._columns) for _ in range(self._rows)]
        self._sent_at = None

    def rewrite(self, data: str) -> str:
        """Return the bytes to send instead of the data, for the same screen."""
        self._out = []
        moved = False
        for match in _TOKEN.finditer(data):
            kind = match.lastgroup
            moved = moved or kind in ("text", "row", "column", "newline")
            if kind == "text":
                self._write(match[0])
            elif kind == "sgr":
                graphics = combine(self._graphics, match["sgr"])
                if graphics is None:
                    self._pass(match[0])
                else:
                    self._graphics = graphics
            elif kind in ("row", "column"):
                self._at = (int(match["column"] or 1) - 1, int(match["row"] or 1) - 1)
            elif kind == "link":
                self._link = match["link"]
            elif kind == "newline":
                self._at = (0, min(self._at[1] + 1, self._rows - 1))
            elif kind == "mode":
                if _SCREEN_SWITCH.match(match[0]):
                    self.forget()
                self._flush()
                self._out.append(match[0])
            else:
                self._pass(match[0])
        self._flush()
        if moved:
            self._move()
        return "".join(self._out)

    def leave(self) -> str:
        """Return the sequences that reset the terminal's rendition, for when the program leaves it."""
        self._graphics, self._link = PLAIN, ""
        self._sent_graphics, self._sent_link = PLAIN, ""
        return "\x1b[m\x1b]8;;\x1b\\" if any(link for _, link in self._numbers) else "\x1b[m"

    def _pass(self, sequence: str) -> None:
        """Send a sequence unchanged; the screen's content is unknown after it."""
        self._flush()
        self._move()
        self._style()
        self._out.append(sequence)
        self.forget()

    def _move(self) -> None:
        if self._sent_at != self._at:
            self._out.append(jump(*self._at))
            self._sent_at = self._at

    def _style(self) -> None:
        self._out.append(transition(self._sent_graphics, self._graphics))
        self._sent_graphics = self._graphics
        if self._sent_link != self._link:
            self._out.append(f"\x1b]8;;{self._link}\x1b\\")
            self._sent_link = self._link

    def _write(self, text: str) -> None:
        """Write text at the cursor: send those of its cells that the terminal does not show yet."""
        x, y = self._at
        if y >= self._rows:
            return
        chars = list(text) if is_narrow(text) else _cells(text)
        del chars[max(0, self._columns - x) :]
        end = x + len(chars)
        styles = self._style_numbers(chars)
        row = self._cells[y]
        old_chars, old_styles = row.chars[x:end], row.styles[x:end]
        self._at = (min(end, self._columns), y)
        if old_chars == chars and old_styles == styles:
            return
        row.chars[x:end] = chars
        row.styles[x:end] = styles
        if not (_one_cell_each(old_chars) and _one_cell_each(chars)):
            # The content is unknown, or a cluster is or was there that takes several cells on some terminal.
            self._send(x, y, chars)
        else:
            for start, stop in _changed(old_chars, old_styles, chars, styles):
                self._send(x + start, y, chars[start:stop])

    def _style_numbers(self, chars: list[str]) -> list[int]:
        """Return the number of the style of each character; blanks that look the same have the same one."""
        style = self._graphics, self._link
        number, number_of_blank = self._pairs.get(style) or self._pair(style)
        if number == number_of_blank or " " not in chars:
            return [number] * len(chars)
        return [number_of_blank if char == " " else number for char in chars]

    def _pair(self, style: CellStyle) -> tuple[int, int]:
        """Return the numbers of a style, and of a blank in it."""
        number = self._number(style)
        blank = None if style[1] else style[0].of_blank
        self._pairs[style] = number, number if blank is None else self._number((blank, ""))
        return self._pairs[style]

    def _number(self, style: CellStyle) -> int:
        return self._numbers.setdefault(style, len(self._numbers))

    def _send(self, x: int, y: int, chars: list[str]) -> None:
        text = "".join(chars)
        if is_narrow(text):
            end = x + len(text)
            if any(start < end and x < stop for start, stop in self._patched.get(y, ())):
                self._flush()  # the later of two texts stays
            self._patches.append(Patch(x, y, text, (self._graphics, self._link)))
            self._patched.setdefault(y, []).append((x, end))
            return
        self._flush()
        after, self._at = self._at, (x, y)
        self._move()
        self._style()
        end = x + len(chars)
        self._send_clusters(x, y, chars)
        self._at = after
        self._sent_at = (end, y) if end < self._columns and text.isascii() else None

    def _flush(self) -> None:
        """Send the waiting patches."""
        if self._patches:
            before = Sent("", self._sent_at, (self._sent_graphics, self._sent_link))
            sent = cheapest(self._patches, before, self._columns)
            self._sent_at, (self._sent_graphics, self._sent_link) = sent.at, sent.style
            self._out.append(sent.output)
            self._patches, self._patched = [], {}

    def _send_clusters(self, x: int, y: int, chars: list[str]) -> None:
        """Send clusters, and place the cursor after each on whose width terminals disagree.

        Blanks clear the cells of such a cluster first: a terminal may draw it narrower than they are.
        """
        starts = [at for at, char in enumerate(chars) if char]
        for at, stop in zip(starts, [*starts[1:], len(chars)], strict=True):
            char, room = chars[at], stop - at
            if is_certain(char):
                self._out.append(char)
                continue
            if room > 1:
                self._out.append(" " * room + jump(x + at, y))
            self._out.append(_fitting(char, room))
            if stop < len(chars):
                self._out.append(jump(x + stop, y))


def _cells(text: str) -> list[str]:
    """Return the characters of each cell: a cluster in its first cell, nothing in the others.

    Blanks after a cluster that may be wider than Rich measures belong to it (see `clusters.padded`).
    """
    cells: list[str] = []
    taken = 0
    for run in runs(text):
        if not run.is_cluster:
            for char in text[run.start + taken : run.end]:
                cells += (char, *[""] * (run.size - 1))
            taken = 0
            continue
        cluster = text[run.start : run.end]
        size = cell_len(cluster)
        taken = run.size - size if text.startswith(" " * (run.size - size), run.end) else 0
        if size + taken:
            cells += (cluster, *[""] * (size + taken - 1))
    return cells


def _one_cell_each(chars: list[str]) -> bool:
    """Tell whether each cell is known and holds a cluster of one cell on every terminal."""
    return "" not in chars and (is_narrow("".join(chars)) or all(map(_takes_one_cell, chars)))


@lru_cache(maxsize=4096)
def _takes_one_cell(cluster: str) -> bool:
    return widest(cluster) == 1 and is_certain(cluster)


def _fitting(cluster: str, room: int) -> str:
    """Return a cluster without the signs at its end for which some terminal needs more than `room` cells."""
    while len(cluster) > 1 and widest(cluster) > room:
        cluster = cluster[:-1]
    return cluster if widest(cluster) <= room else " " * room


def _changed(old_chars: list[str], old_styles: list[int], chars: list[str], styles: list[int]) -> list[tuple[int, int]]:
    """Return the ranges of cells that differ; ranges close together are joined."""
    ranges: list[tuple[int, int]] = []
    cells = zip(old_chars, chars, old_styles, styles, strict=True)
    for at, (old_char, char, old_style, style) in enumerate(cells):
        if old_char == char and old_style == style:
            continue
        if ranges and at - ranges[-1][1] < GAP:
            ranges[-1] = (ranges[-1][0], at + 1)
        else:
            ranges.append((at, at + 1))
    return ranges
