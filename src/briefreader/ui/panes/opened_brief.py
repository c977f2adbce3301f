"""A brief as it is read and laid out for the article pane, in a thread beside the UI."""

from typing import NamedTuple

from briefreader.library import Library, Overview
from briefreader.model import Brief
from briefreader.text import Span
from briefreader.ui.panes.article_lines import ArticleLines


class OpenedBrief(NamedTuple):
    """A brief with the matches of a query in it, its position in its series, and its lines.

    `left_at` is the offset of the text at which a person has left it, None at its beginning.
    """

    brief: Brief
    matches: tuple[Span, ...]
    series_position: tuple[int, int] | None
    lines: ArticleLines
    left_at: int | None

    @classmethod
    def read(cls, library: Library, brief: Brief | str, query: str, overview: Overview, width: int) -> "OpenedBrief":
        """Read a brief, given by its ID if it was not read before, and wrap it to a width.

        Raises BriefreaderError where it cannot be read.
        """
        if isinstance(brief, str):
            from briefreader.meetings import corrected_brief  # after the first paint

            brief = library.brief(brief)
            brief = corrected_brief(brief, overview.meeting(brief.entry.id))
        matches = library.matches(query, brief.text) if query.strip() else ()
        position = overview.position(brief.entry.id)
        lines = ArticleLines.of_brief(brief, position, width)
        return cls(brief, matches, position, lines, library.reading.place(brief.entry.id))
