"""The facets of the hits as lines: how many belong to each series, year, person, organization and place."""

from collections.abc import Callable, Mapping, Sequence

from briefreader.fields import FACETS
from briefreader.model import Results
from briefreader.ui.widgets.pick_list import PickLine

REMOVES = "✕"
SHOWN = 12
"""Facets of a kind in sight; one that narrows brings others up."""

Narrow = Callable[[str, str], str]
"""Maps a kind and a name to the query narrowed by them."""


def facet_lines(results: Results, parts: Mapping[str, str], narrow: Narrow) -> tuple[PickLine, ...]:
    """Return the parts of a query, which Enter removes, and the facets of its hits, which Enter adds.

    `parts` maps each part to the query without it. A facet that all hits share narrows nothing and is left out.
    """
    lines: list[PickLine] = []
    if parts:
        lines.append(PickLine("Narrowed by", "heading", "Enter removes"))
        lines += [PickLine(part, "text", REMOVES, query=rest) for part, rest in parts.items()]
    for field in FACETS:
        counts = (results.facets or {}).get(field.name, {})
        useful = [(name, count) for name, count in counts.items() if count < results.total]
        if field.is_date:
            useful.sort(reverse=True)
        if useful:
            lines.append(PickLine(field.plural, "heading"))
        style = f"color {field.name}" if field.entity else "text"
        lines += [PickLine(name, style, f"{count:,}", query=narrow(field.name, name)) for name, count in useful[:SHOWN]]
        if len(useful) > SHOWN:
            lines.append(PickLine("… and more", "quiet"))
    return tuple(lines) or (PickLine("Nothing to narrow by.", "quiet"),)


def first_facet(lines: Sequence[PickLine]) -> int:
    """Return the number of the first line that adds a facet, after those that remove a part of the query."""
    return next((at for at, line in enumerate(lines) if line.query is not None and line.remark != REMOVES), 0)
