"""What a search tells beside its hits, as lines to pick from: facets, pieces of the query, saved searches."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from briefreader.model import Results, SavedSearch
from briefreader.ui.panes.article_header import long_date
from briefreader.ui.widgets.pick_list import PickLine

KINDS: dict[str, str] = {
    "series": "Series",
    "year": "Years",
    "person": "People",
    "organization": "Organizations",
    "place": "Places",
}
LOOKS = {"person": "hue person", "organization": "hue organization", "place": "hue place"}
TAKES_AWAY = "✕"
SHOWN = 12
"""Facets of a kind in sight; one that narrows brings others up."""

Narrow = Callable[[str, str], str]
"""From a kind and a name to the query that asks for it as well."""


def facet_lines(results: Results, pieces: Mapping[str, str], narrow: Narrow) -> tuple[PickLine, ...]:
    """Return the pieces of a query, each of which can be taken away, and what its hits have in common.

    `pieces` gives what is left of the query without each. A facet that all hits share narrows nothing and is left out.
    """
    lines: list[PickLine] = []
    if pieces:
        lines.append(PickLine("Narrowed by", "heading", "Enter takes away"))
        lines += [PickLine(piece, "text", TAKES_AWAY, query=rest) for piece, rest in pieces.items()]
    for kind, heading in KINDS.items():
        counts = (results.facets or {}).get(kind, {})
        useful = [(name, count) for name, count in counts.items() if count < results.total]
        if kind == "year":
            useful.sort(reverse=True)
        if useful:
            lines.append(PickLine(heading, "heading"))
        for name, count in useful[:SHOWN]:
            lines.append(PickLine(name, LOOKS.get(kind, "text"), f"{count:,}", query=narrow(kind, name)))
        if len(useful) > SHOWN:
            lines.append(PickLine("… and more", "quiet"))
    return tuple(lines) or (PickLine("Nothing to narrow by.", "quiet"),)


def first_facet(lines: Sequence[PickLine]) -> int:
    """Return the number of the line after the pieces of the query, which Enter would take away."""
    return next((at for at, line in enumerate(lines) if line.query is not None and line.remark != TAKES_AWAY), 0)


def saved_lines(searches: Iterable[SavedSearch]) -> tuple[PickLine, ...]:
    """Return the saved searches, each with how much it finds and what of it is new since its last visit."""
    lines = []
    for search in searches:
        new = f" · {len(search.new):,} new" if search.new else ""
        look = "title" if new else "text"
        lines.append(PickLine(search.query, look, f"{len(search.found):,}{new}", query=search.query))
    if not lines:
        return (PickLine("No saved search yet:", "quiet"), PickLine("m saves the one in the bar.", "quiet"))
    return (PickLine("Saved searches", "heading", "x forgets"), *lines)


def visit_told(search: SavedSearch) -> str:
    """Say what is new in a saved search since its last visit."""
    if search.visited is None:
        return f"{len(search.found):,} found; from now on new ones are told"
    day = "earlier today" if search.visited == date.today().isoformat() else long_date(search.visited)
    return f"{f'{len(search.new):,}' if search.new else 'nothing'} new since {day}"
