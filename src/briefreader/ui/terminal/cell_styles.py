"""Numbers the styles of cells, so that they are compared fast."""

from typing import NamedTuple

from briefreader.ui.terminal.sgr import Graphics

CellStyle = tuple[Graphics, str]
"""A rendition and the address of a link, empty for none."""


class Numbers(NamedTuple):
    """The number of a style, and of the style in which a blank looks the same, -1 where blanks show the whole style."""

    style: int
    blank: int


class CellStyles:
    """The styles in use, by number."""

    def __init__(self) -> None:
        self._styles: list[CellStyle] = []
        self._blanks: list[int] = []
        self._numbers: dict[CellStyle, Numbers] = {}

    def __getitem__(self, number: int) -> CellStyle:
        return self._styles[number]

    def numbers(self, style: CellStyle) -> Numbers:
        """Return the numbers of a style, which it keeps."""
        return self._numbers.get(style) or self._add(style)

    def blank_of(self, number: int) -> int:
        """Return the number of the style in which blanks look as in a style, -1 where they show it all."""
        return self._blanks[number]

    @property
    def has_links(self) -> bool:
        """Whether a style has a link."""
        return any(link for _, link in self._styles)

    def _add(self, style: CellStyle) -> Numbers:
        graphics, link = style
        blank = None if link else graphics.of_blank
        number = len(self._styles)
        self._styles.append(style)
        self._blanks.append(-1)
        self._numbers[style] = Numbers(number, -1)
        if blank is not None:
            of_blank = number if blank == graphics else self.numbers((blank, "")).style
            self._blanks[number] = of_blank
            self._numbers[style] = Numbers(number, of_blank)
        return self._numbers[style]
