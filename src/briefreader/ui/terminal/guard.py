"""The last check before the terminal: no painted text may hold a control character."""

import unicodedata

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from briefreader.text import clean_line


class ControlGuard(LineFilter):
    """Replaces control characters in painted text; text is cleaned where it is read, and the guard finds none then."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with printable text only, each as wide as before."""
        if all(text.isprintable() for text, _, _ in segments):
            return segments
        return [segment if segment.text.isprintable() else self._printable(segment) for segment in segments]

    def _printable(self, segment: Segment) -> Segment:
        kept = (char if _is_harmless(char) else " " * cell_len(char) for char in segment.text)
        return Segment("".join(kept), segment.style)


def _is_harmless(char: str) -> bool:
    """Tell whether a character is printable, or unknown to Python's table, as the latest emoji are, and no control."""
    if char.isprintable():
        return bool(clean_line(char))
    return unicodedata.category(char) == "Cn" and clean_line(char) == char
