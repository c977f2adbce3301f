"""Compares new output with the cells that the terminal shows and keeps only the cells that change.

Textual paints whole regions of widgets and repeats the style for each; over SSH most of that is on the screen already.
"""

import re
from typing import NamedTuple

from rich.cells import get_character_cell_size

from briefreader.ui.terminal.sgr import PLAIN, Graphics, combine, transition

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
# Characters of one cell on every terminal: Latin letters, typographic marks, box lines.
_NARROW = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2500-\u259f]*")
GAP = 10
"""A shorter run of unchanged cells is written again: a cursor jump costs 6 to 9 bytes."""

CellStyle = tuple[Graphics, str]
"""A rendition and the address of a link, empty for none."""


class Row(NamedTuple):
    """A row of cells: the characters (empty in the second half of a wide one) and the numbers of their styles."""

    chars: list[str]
    styles: list[int]


UNKNOWN = -1


class ScreenDiff:
    """Rewrites the output of a program for a terminal of a given size; the resulting screen is the same."""

    def __init__(self, columns: int, rows: int) -> None:
        self._columns, self._rows = columns, rows
        self._cells: list[Row] = []
        self._numbers: dict[CellStyle, int] = {}
        self._graphics, self._link = PLAIN, ""
        self._sent_graphics, self._sent_link = PLAIN, ""
        self._at = (0, 0)
        self._sent_at: tuple[int, int] | None = None
        self._out: list[str] = []
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
                self._out.append(match[0])
            else:
                self._pass(match[0])
        if moved:
            self._move()
        return "".join(self._out)

    def leave(self) -> str:
        """Return the sequences that reset the terminal's rendition, for when the program leaves it."""
        self._out = []
        self._graphics, self._link = PLAIN, ""
        self._style()
        return "".join(self._out)

    def _pass(self, sequence: str) -> None:
        """Send a sequence unchanged; the screen's content is unknown after it."""
        self._move()
        self._style()
        self._out.append(sequence)
        self.forget()

    def _move(self) -> None:
        if self._sent_at != self._at:
            self._out.append(f"\x1b[{self._at[1] + 1};{self._at[0] + 1}H")
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
        wide = not _NARROW.fullmatch(text)
        chars = _cells(text) if wide else list(text)
        del chars[max(0, self._columns - x) :]
        end = x + len(chars)
        style = self._numbers.setdefault((self._graphics, self._link), len(self._numbers))
        row = self._cells[y]
        old_chars, old_styles = row.chars[x:end], row.styles[x:end]
        self._at = (min(end, self._columns), y)
        if old_chars == chars and old_styles.count(style) == len(chars):
            return
        row.chars[x:end] = chars
        row.styles[x:end] = [style] * len(chars)
        if (wide and "" in chars) or "" in old_chars:
            # The content is unknown, or a wide character is or was there: terminals disagree on their width.
            self._send(x, y, chars)
        else:
            for start, stop in _changed(old_chars, old_styles, chars, style):
                self._send(x + start, y, chars[start:stop])

    def _send(self, x: int, y: int, chars: list[str]) -> None:
        after, self._at = self._at, (x, y)
        self._move()
        self._style()
        text = "".join(chars)
        self._out.append(text)
        self._at = after
        end = x + len(chars)
        self._sent_at = (end, y) if end < self._columns and text.isascii() else None


def _cells(text: str) -> list[str]:
    """Return the characters of each cell: an accent with its letter, an empty second half for a wide character."""
    cells: list[str] = []
    last = 0
    for char in text:
        size = 1 if char.isascii() else get_character_cell_size(char)
        if size == 0 and cells:
            cells[last] += char
            continue
        last = len(cells)
        cells += [char, *[""] * (size - 1)]
    return cells


def _changed(old_chars: list[str], old_styles: list[int], chars: list[str], style: int) -> list[tuple[int, int]]:
    """Return the ranges of cells that differ; ranges close together are joined."""
    ranges: list[tuple[int, int]] = []
    for at, (old_char, old_style, char) in enumerate(zip(old_chars, old_styles, chars, strict=True)):
        if old_char == char and old_style == style:
            continue
        if ranges and at - ranges[-1][1] < GAP:
            ranges[-1] = (ranges[-1][0], at + 1)
        else:
            ranges.append((at, at + 1))
    return ranges
