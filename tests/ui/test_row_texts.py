"""The text of a row is made once for a list of some width, and anew for other rows or another width."""

from collections.abc import Iterator, Sequence
from typing import overload

from briefreader.library import TitleWords
from briefreader.model import Entry
from briefreader.ui.panes.row_texts import RowTexts

TITLES = TitleWords()


class Counted(Sequence[Entry]):
    """Rows that count how often one of them is read."""

    def __init__(self, *titles: str) -> None:
        self.read = 0
        self._rows = [Entry(title, title, "2024-04-04", None, None, None, None, f"{title}.md") for title in titles]

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Entry: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...

    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        self.read += 1
        return self._rows[at]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._rows)


def test_each_row_is_read_once_though_its_neighbours_are_compared_with_it() -> None:
    rows = Counted("One", "Two", "Three", "Four")
    texts = RowTexts(rows, 40, TITLES)
    first = [texts.of(number).shown(40) for number in range(4)]
    assert [texts.of(number).shown(40) for number in range(4)] == first
    assert rows.read == 4


def test_neighbours_that_look_the_same_are_told_apart() -> None:
    long = "A statement of the ministers of many countries on"
    texts = RowTexts(Counted(f"{long} fish", f"{long} grain"), 40, TITLES)
    assert [texts.of(number).caption_shown(40).split()[-1] for number in range(2)] == ["…fish", "…grain"]


def test_texts_are_for_the_very_same_rows_and_one_width() -> None:
    rows, other = Counted("One"), Counted("One")
    texts = RowTexts(rows, 40, TITLES)
    assert texts.are_for(rows, 40, TITLES)
    assert not texts.are_for(other, 40, TITLES)
    assert not texts.are_for(rows, 41, TITLES)
    assert not texts.are_for(rows, 40, TitleWords())
