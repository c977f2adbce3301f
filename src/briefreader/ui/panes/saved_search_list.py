"""The saved searches as lines, each with the number of its hits and of the new ones."""

from collections.abc import Iterable
from datetime import date

from briefreader.long_dates import long_date
from briefreader.model import SavedSearch
from briefreader.ui.key_table import key_of
from briefreader.ui.widgets.pick_list import PickLine


def saved_search_lines(searches: Iterable[SavedSearch]) -> tuple[PickLine, ...]:
    """Return a line for each saved search: its hits, and those that are new since the last visit."""
    lines = []
    for search in searches:
        new = f" · {len(search.new):,} new" if search.new else ""
        style = "title" if new else "text"
        lines.append(PickLine(search.query, style, f"{len(search.found):,}{new}", query=search.query))
    if not lines:
        return (
            PickLine("No saved search yet:", "quiet"),
            PickLine(f"{key_of('save')} saves the one in the bar.", "quiet"),
        )
    return (PickLine("Saved searches", "heading", f"{key_of('kill-name')} deletes"), *lines)


def visit_notice(search: SavedSearch) -> str:
    """Return the sentence about the new hits of a saved search since its last visit."""
    if search.visited is None:
        return f"{len(search.found):,} found; new ones will be marked from now on"
    day = "earlier today" if search.visited == date.today().isoformat() else long_date(search.visited)
    return f"{f'{len(search.new):,}' if search.new else 'nothing'} new since {day}"
