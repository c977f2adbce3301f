"""The values of the library as the JSON that CLI users are promised."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from briefreader.cli.printing import json_line, json_values
from briefreader.library import IndexReport, Series
from briefreader.model import Brief, Dossier, Entry, Hit, Problem, Results

if TYPE_CHECKING:
    from briefreader.library.importer import Added

Record = dict[str, object]

_MOST_KEPT = 16_384


def entry_record(entry: Entry) -> Record:
    """Return a line of `list`."""
    return entry._asdict()


def results_line(results: Results) -> str:
    """Return the answer of `search` as a line; a hit that was shown before is not written out again."""
    facets = results.facets
    suggestion = "null" if results.suggestion is None else json_line(results.suggestion)
    hits = ", ".join(_known_hits(results.hits))
    counts = "null" if facets is None else json_line({kind: dict(each) for kind, each in facets.items()})
    return (
        f'{{"query": {json_line(results.query)}, "understood": {json_line(results.understood)}, '
        f'"total": {results.total}, "suggestion": {suggestion}, "took_ms": {round(results.took_ms, 3)}, '
        f'"hits": [{hits}], "facets": {counts}}}'
    )


def _known_hits(hits: Sequence[Hit]) -> list[str]:
    """Return what `_hits` does: while a query is being typed, many of the very same hits stay in the list."""
    new = [hit for hit in hits if (kept := _kept.get(hit.id)) is None or kept[0] is not hit]
    if len(_kept) + len(new) > _MOST_KEPT:
        _kept.clear()
        new = [*hits]
    if new:
        _kept.update((hit.id, (hit, line)) for hit, line in zip(new, _hits(new), strict=True))
    return [_kept[hit.id][1] for hit in hits]


_kept: dict[str, tuple[Hit, str]] = {}


def _hits(hits: Sequence[Hit]) -> list[str]:
    values = json_values(chain.from_iterable(hits))
    return [_HIT % each for each in zip(*[iter(values)] * len(Hit._fields), strict=True)]


_HIT = f"{{{', '.join(f'{json_line(name)}: %s' for name in Hit._fields)}}}"


def brief_record(brief: Brief) -> Record:
    """Return the answer of `show` and of `annotate`."""
    annotation = brief.annotation
    return {
        "id": brief.entry.id,
        "title": brief.entry.title,
        "date": brief.entry.date,
        "source": brief.source,
        "url": brief.url,
        "text_status": brief.text_status,
        "text": brief.text,
        "entities": [mention._asdict() for mention in annotation.mentions],
        "meeting": annotation.meeting._asdict() if annotation.meeting else None,
        "attendance": [attendee._asdict() for attendee in annotation.attendance],
        "commitments": [commitment._asdict() for commitment in annotation.commitments],
    }


def dossier_record(dossier: Dossier) -> Record:
    """Return the answer of `who`."""
    return {
        "name": dossier.name,
        "type": dossier.type,
        "aliases": list(dossier.aliases),
        "titles": [office._asdict() for office in dossier.titles],
        "mentions": [{"id": each.entry.id, "date": each.entry.date, "count": each.times} for each in dossier.mentions],
        "attended": [{"id": each.entry.id, "role": each.role, "side": each.side} for each in dossier.attended],
        "with": [{"name": each.name, "count": each.briefs} for each in dossier.together],
        "truncated": dossier.truncated,
    }


def series_record(series: Series) -> Record:
    """Return a line of `series`."""
    return {
        "series": series.name,
        "meetings": [
            {"id": entry.id, "ordinal": entry.ordinal, "date": entry.date, "city": entry.city}
            for entry in series.meetings
        ],
        "gaps": list(series.gaps),
        "next": series.next,
    }


def added_record(added: Added) -> Record:
    """Return a line of `add`."""
    keys = ("path", "item", "status", "id", "title", "date", "removed", "unsure", "reason")
    return {key: getattr(added, key) for key in keys}


def report_record(report: IndexReport) -> Record:
    """Return the answer of `index`."""
    keys = ("briefs", "added", "updated", "removed", "quarantined", "seconds")
    return {key: getattr(report, key) for key in keys}


def problems_record(problems: tuple[Problem, ...]) -> Record:
    """Return the answer of `check`."""
    return {"ok": not problems, "problems": [problem._asdict() for problem in problems]}
