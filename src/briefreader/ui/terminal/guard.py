"""The last guard before the terminal: nothing that is drawn may hold a control character."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from briefreader.text import clean_line


class ControlGuard(LineFilter):
    """Replaces what slipped past every boundary; text is cleaned where it comes in, so this finds nothing to do."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return segments whose text a terminal only prints, each as wide as before."""
        if all(text.isprintable() for text, _, _ in segments):
            return segments
        return [segment if segment.text.isprintable() else self._harmless(segment) for segment in segments]

    def _harmless(self, segment: Segment) -> Segment:
        safe = "".join(char if char.isprintable() and clean_line(char) else " " for char in segment.text)
        return Segment(safe, segment.style)
