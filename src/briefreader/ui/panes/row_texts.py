"""Keeps the texts of the rows in sight: a key that moves the cursor draws each row again, and none has changed."""

from collections.abc import Sequence
from functools import lru_cache

from briefreader.library import TitleWords
from briefreader.ui.panes.list_columns import row_text
from briefreader.ui.panes.list_rows import Row
from briefreader.ui.panes.told_apart import told_apart

_KEPT = 512


class RowTexts:
    """Returns the texts of rows for a list of `width` cells, each told apart from its neighbours."""

    def __init__(self, rows: Sequence[Row], width: int, titles: TitleWords) -> None:
        self._made_for = rows, width, titles
        alone = lru_cache(_KEPT)(lambda number: row_text(rows[number], width, titles))
        self.of = lru_cache(_KEPT)(lambda number: told_apart(number, len(rows), alone, width))
        """Returns the text of a row by its number."""

    def are_for(self, rows: Sequence[Row], width: int, titles: TitleWords) -> bool:
        """Tell whether these are the texts of the very same rows for a list of this width."""
        own_rows, own_width, own_titles = self._made_for
        return own_rows is rows and own_width == width and own_titles is titles
