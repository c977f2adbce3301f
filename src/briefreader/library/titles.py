"""Searching by titles alone, as long as there is no index."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter

from briefreader.model import Entry, Hit, Results
from briefreader.search.matches import find
from briefreader.search.query import And, Dated, Node, Not, Query, Term, period

ONLY_TITLES = "titles only until the index is built"


def search(query: Query, entries: Sequence[Entry], limit: int | None, cancelled: Callable[[], bool]) -> Results:
    """Return the entries whose title, series, place and date are what the query asks for, in the order given.

    Names and sources are not known yet: what asks for them finds nothing. Ends early, with what it has, when
    cancelled.
    """
    started = perf_counter()
    found: list[Entry] = []
    for number, entry in enumerate(entries):
        if not number % 256 and cancelled():
            break
        if query.root is None or _matches(query.root, entry):
            found.append(entry)
    hits = tuple(Hit(each.id, each.title, each.date, each.series, each.ordinal) for each in found[:limit])
    took = (perf_counter() - started) * 1_000
    return Results(query.text, f"{query.understood}; {ONLY_TITLES}", len(found), hits, took_ms=took)


def _matches(node: Node, entry: Entry) -> bool:
    if isinstance(node, Term):
        return _shows(node, entry)
    if isinstance(node, Dated):
        days = period(entry.date) if entry.date else None
        return days is not None and (node.first or days[0]) <= days[0] and days[1] <= (node.last or days[1])
    if isinstance(node, Not):
        return not _matches(node.node, entry)
    if isinstance(node, And):
        return all(_matches(child, entry) for child in node.nodes)
    return any(_matches(child, entry) for child in node.nodes)


def _shows(term: Term, entry: Entry) -> bool:
    texts = {
        None: (entry.title, entry.series),
        "title": (entry.title,),
        "series": (entry.series,),
        "place": (entry.city, entry.country),
    }.get(term.field, ())
    plain = Query("", replace(term, field=None), "")
    return any(find(plain, text) for text in texts if text)
