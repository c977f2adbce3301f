"""Tells tables of data from tables that lay out a page, and the column of each cell."""

from typing import Any

from briefreader.sources.structure.paragraph import MOST_COLUMNS

_LONGEST_CELL = 600  # characters; a longer cell is a part of a page
_BLOCKS_OF_CELL = 8  # paragraphs and items in a cell of data
_LARGEST_SPAN = 100
_NESTED = "descendant::table or descendant::form or descendant::nav or descendant::article or descendant::main"


class OpenTables:
    """The open tables, outermost first, with the cells of their current rows."""

    def __init__(self) -> None:
        self._data: list[bool] = []
        self._columns: list[list[int]] = []
        self._spans: list[dict[int, int]] = []  # of each table: columns that a cell of an upper row takes, rows left

    @property
    def is_data(self) -> bool:
        """Whether the innermost table holds data."""
        return bool(self._data) and self._data[-1]

    @property
    def columns(self) -> list[int]:
        """The columns of the cells of the current row."""
        return self._columns[-1]

    def begin(self, element: Any) -> None:
        """Open a table."""
        self._data.append(not any(self._data) and _holds_data(element))
        self._columns.append([])
        self._spans.append({})

    def end(self) -> None:
        """Close the innermost table."""
        self._data.pop()
        self._columns.pop()
        self._spans.pop()

    def begin_row(self) -> None:
        """Begin a row of the innermost table."""
        if self._columns:
            self._columns[-1] = []
            self._next = 0
            self._above = {column: left for column, left in self._spans[-1].items() if left > 0}
            self._spans[-1] = {column: left - 1 for column, left in self._above.items()}

    def begin_cell(self, element: Any) -> None:
        """Begin a cell of the current row."""
        if not self.is_data:
            return
        while self._next in self._above:
            self._next += 1
        self._columns[-1].append(self._next)
        if self._next >= MOST_COLUMNS:  # a few cells of a hostile page would span millions of columns
            self._next += 1
            return
        for column in range(self._next, self._next + _span(element.get("colspan"))):
            if (rows := _span(element.get("rowspan"))) > 1:
                self._spans[-1][column] = rows - 1
            self._next = column + 1


def _span(raw: str | None) -> int:
    return min(int(raw), _LARGEST_SPAN) or 1 if raw and raw.isascii() and raw.isdigit() and len(raw) < 6 else 1


def _holds_data(table: Any) -> bool:
    """Return whether every cell of a table is short and some row has two cells with text."""
    if table.xpath(_NESTED):
        return False
    widest = 0
    for row in table.iter("tr"):
        filled = 0
        for cell in row.iterchildren("td", "th"):
            text = "".join(cell.itertext()).strip()
            blocks = sum(1 for _ in cell.iter("p", "li", "div", "h1", "h2", "h3", "h4"))
            if len(text) > _LONGEST_CELL or blocks > _BLOCKS_OF_CELL:
                return False
            filled += bool(text)
        widest = max(widest, filled)
    return widest > 1
