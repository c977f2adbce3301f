"""Collects the lines of a Markdown text into headings, paragraphs, list items, quotations and table rows."""

import re
from typing import NamedTuple

from briefreader.model import BlockKind

CELL_MARK = "\x02"
"""The sign between the cells of a row; cleaned text never contains it."""

_HEADING = re.compile(r"(#{1,6})(?:\s+|$)(.*)")
_CLOSING = re.compile(r"(?:(?<=\s)|^)#+\s*$")
_BULLET = re.compile(r"(?:[-*+•](?:\s+|$)(?:\[[ xX]\]\s+)?)+")
_NUMBER = re.compile(r"(\d{1,4})[.)](?=\s)")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}|\*\*|-{2,}|=+|~~")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_HARD_BREAK = re.compile(r"(?<!\\)\\\s*$")
_QUOTE = re.compile(r"(?:>\s?)+")
_DEFINITION = re.compile(r"\[(?P<label>\^?[^\[\]\\]{1,200})\]:\s*(?P<rest>.*)")
_TABLE_RULE = re.compile(r"\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?\|?")
_SHORT_TABLE_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")  # only below a row with as many cells
_ATTRIBUTES = re.compile(r"\s\{:?\s*(?:[#.][\w-]+|-)(?:\s+(?:[#.][\w-]+|[\w-]+=[^\s{}]+))*\s*\}\s*$")
_CELL = re.compile(r"(?<!\\)\|")
_NESTED = 8


class RawBlock(NamedTuple):
    """A block of Markdown with its kind and level, as in `model.Block`; a verbatim block has no inline marks."""

    raw: str
    kind: BlockKind = "paragraph"
    level: int | None = None
    verbatim: bool = False


class MarkdownBlocks:
    """Collects lines into blocks, and the addresses of the links that the text defines, by their labels."""

    def __init__(self) -> None:
        self.found: list[RawBlock] = []
        self.addresses: dict[str, str] = {}
        self._lines: list[str] = []
        self._kind: BlockKind = "paragraph"
        self._level: int | None = None
        self._numbers: list[int] | None = None  # numbers of the open list items, None outside lists
        self._last = 0  # number of the last item
        self._last_at: dict[int, int] = {}  # number of the last item whose mark stands in a column
        self._columns: list[int] = []  # columns of the marks of the open list items, outermost first
        self._item = False  # the next text belongs to an item that has none yet
        self._quoted = 0
        self._fence = ""
        self._table = False  # a table whose rows need no sign at their ends is open

    def take(self, raw: str) -> None:
        """Take the next line."""
        line = raw.strip()
        if self._fence:
            if line.startswith(self._fence) and not line.strip(self._fence[0]):
                self._fence = ""
            elif line:
                self.found.append(RawBlock(line, verbatim=True))
            return
        if self._table and "|" not in line:
            self._table = False
        if self._table:
            self._row(line)
        elif not line:
            self.end()
        elif line[0].isalpha() or line[0] in "“‘’\"'(\\":
            self._add(raw)
        else:
            self._marked(line, raw)

    def end(self, heading: int = 0) -> None:
        """End the current block, which is a heading if it has a heading's level."""
        if self._lines:
            joined = " ".join(self._lines)
            if "\\ " in joined:
                *wrapped, last = self._lines
                joined = " ".join((*(_HARD_BREAK.sub("", line) for line in wrapped), last))
            if heading:
                self._columns.clear()
                if "{" in joined:
                    joined = _ATTRIBUTES.sub("", joined)
                self.found.append(RawBlock(joined, "heading", heading))
            else:
                self.found.append(RawBlock(joined, self._kind, self._level))
            self._lines = []
        self._numbers = None
        self._item = False

    def _add(self, raw: str, quoted: int = 0) -> None:
        """Add a line of text to the current block; the first line decides its kind."""
        if not self._lines:
            self._begin(raw, quoted)
        self._lines.append(raw)

    def _begin(self, raw: str, quoted: int) -> None:
        if quoted != self._quoted:
            self._quoted = quoted
            if not self._item:
                self._columns.clear()
        if self._columns and not self._item:
            self._leave(len(raw) - len(raw.lstrip()))
        if self._item:
            self._kind, self._level = "item", len(self._columns)
        elif self._columns:
            self._kind, self._level = "paragraph", len(self._columns)
        elif quoted:
            self._kind, self._level = "quote", quoted
        else:
            self._kind, self._level = "paragraph", None
        self._item = False

    def _leave(self, column: int) -> None:
        """Leave the list items whose mark does not stand before a column."""
        while self._columns and self._columns[-1] >= column:
            self._columns.pop()

    def _begin_item(self, raw: str, quoted: int) -> None:
        if self._item:
            return
        if quoted != self._quoted:
            self._columns.clear()
            self._quoted = quoted
        column = len(raw) - len(raw.lstrip())
        self._leave(column)
        self._columns.append(column)
        self._item = True

    def _marked(self, line: str, raw: str) -> None:
        """Take a line whose first character may be a mark."""
        quoted = 0
        if quote := _QUOTE.match(line):
            quoted = quote[0].count(">")
            raw = line[quote.end() :]
            line = raw.lstrip()
        sign = line[:1]
        if not sign:
            self.end()
        elif sign == "#" and (heading := _HEADING.match(line)):
            self.end()
            self._lines = [_CLOSING.sub("", heading[2])]
            self.end(len(heading[1]))
        elif sign in "-*_=~" and _RULE.fullmatch(line):
            self._rule(line)
        elif sign in "`~" and (fence := _FENCE.match(line)):
            self.end()
            self._fence = fence[1]
        elif sign in "-:|" and self._is_table_rule(line):
            self.end()
        elif sign == "|" and line[-1] == "|" and len(line) > 1:
            self._row(line)
        elif sign in "-*+•" and (bullet := _BULLET.match(line)):
            self.end()
            self._begin_item(raw, quoted)
            self._numbers = []
            if item := line[bullet.end() :]:
                self._numbered(item, item, quoted)
        elif sign == "[" and not self._lines and (definition := _DEFINITION.match(line)):
            self._define(definition)
        else:
            self._numbered(line, raw, quoted)

    def _row(self, line: str) -> None:
        self.end()
        self._columns.clear()
        self.found.append(RawBlock(CELL_MARK.join(_cells(line)), "row"))

    def _is_table_rule(self, line: str) -> bool:
        """Tell whether a line is the rule below the head of a table; a head without signs at its ends becomes a row."""
        if not _SHORT_TABLE_RULE.fullmatch(line):
            return False
        if self._lines and "|" in self._lines[-1]:
            head = self._lines[-1].strip()
            if len(_cells(head)) == len(_cells(line)):
                self._lines.pop()
                self._row(head)
                self._table = True
                return True
        elif not self._lines and self.found and self.found[-1].kind == "row":
            first = len(self.found) == 1 or self.found[-2].kind != "row"
            if first and self.found[-1].raw.count(CELL_MARK) + 1 == len(_cells(line)):
                return True
        return bool(_TABLE_RULE.fullmatch(line))

    def _rule(self, line: str) -> None:
        # Under a paragraph a line of `=` or `-` makes it a heading; elsewhere such a line is a rule or a stray mark.
        underlined = bool(self._lines) and len(set(line)) == 1 and line[0] in "=-"
        self.end((1 if line[0] == "=" else 2) if underlined else 0)

    def _define(self, definition: re.Match[str]) -> None:
        label = definition["label"]
        if label.startswith("^"):
            self._add(f"\\[{label[1:]}\\] {definition['rest']}")
        else:
            self.addresses[label.casefold()] = definition["rest"].partition(" ")[0].strip("<>")

    def _numbered(self, line: str, raw: str, quoted: int) -> None:
        # A number opens a list item after a blank line, and in a list if it is 1 or follows an open item, also one with
        # paragraphs of its own; 1 does so after a line break as well. Elsewhere it ends a sentence that was wrapped
        # ("in\n2014. The ...").
        match = _NUMBER.match(line)
        number = int(match[1]) if match else -1
        numbers = self._numbers
        follows = numbers is not None and (number == 1 or number - 1 in numbers)
        broken = number == 1 and bool(self._lines) and self._lines[-1].endswith("  ")
        column = len(raw) - len(raw.lstrip())
        if self._columns and number - 1 in (self._last, self._last_at.get(column)):
            follows = True
        if match and (not self._lines or follows or broken):
            self._last = number
            self._last_at = {at: last for at, last in self._last_at.items() if at < column and self._columns}
            self._last_at[column] = number
            bulleted = self._item
            self.end()
            self._item = bulleted
            self._begin_item(raw, quoted)
            self._numbers = [*(numbers or ())[-_NESTED:], number]
        self._add(raw, quoted)


def _cells(line: str) -> list[str]:
    """Return the cells of a row of a table, with or without signs at its ends."""
    cells = _CELL.split(line)
    return cells[line.startswith("|") : len(cells) - (line.endswith("|") and len(cells) > 1 and not cells[-1])]
