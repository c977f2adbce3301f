"""Converts values of the library to the JSON that the command line promises."""

from __future__ import annotations

from briefreader.library import Added, IndexReport, Series
from briefreader.meetings import HeldMeeting
from briefreader.model import Dossier, Entry, Problem, Results

Record = dict[str, object]


def entry_record(entry: Entry) -> Record:
    """Return a line of `list`."""
    return entry._asdict()


def results_record(results: Results) -> Record:
    """Return the answer of `search`."""
    facets = results.facets
    return {
        "query": results.query,
        "understood": results.understood,
        "total": results.total,
        "suggestion": results.suggestion,
        "took_ms": round(results.took_ms, 3),
        "hits": [hit._asdict() for hit in results.hits],
        "facets": None if facets is None else {kind: dict(counts) for kind, counts in facets.items()},
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
        "others": [{"name": each.name, "count": each.briefs} for each in dossier.others],
        "truncated": dossier.truncated,
        "briefs": len(dossier.mentions),
        "first": dossier.first,
        "last": dossier.last,
        "holders": [holder._asdict() for holder in dossier.holders],
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


def meeting_record(meeting: HeldMeeting) -> Record:
    """Return a line of `meetings`."""
    return {**meeting._asdict(), "briefs": [brief._asdict() for brief in meeting.briefs]}


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
