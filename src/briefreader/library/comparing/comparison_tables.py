"""Writes promised meetings, traces and what is known of a series as tables: Markdown, CSV or a line of JSON a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefreader.compare import AttendanceMatrix, Comparison, FollowedCommitment, Seat, Trace, words_at
from briefreader.library.catalogue.series import Series
from briefreader.library.comparing.agenda import PromisedMeeting
from briefreader.library.exporting.exporting import ExportFormat, csv_row
from briefreader.meetings import HeldMeeting
from briefreader.model import Entry
from briefreader.notes import markdown_line
from briefreader.text import json_line


class Table(NamedTuple):
    """Rows of values under the names of columns; None is an unknown value."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]

    def lines(self, format: ExportFormat) -> Sequence[str]:
        """Return the table in a format, without the line breaks."""
        if format == "csv":
            return [csv_row(self.columns), *map(csv_row, self.rows)]
        if format == "jsonl":
            return [json_line(dict(zip(self.columns, row, strict=True))) for row in self.rows]
        rule = "| --- " * len(self.columns) + "|"
        heading = f"# {markdown_line(self.title)}"
        return [heading, "", _markdown_row(self.columns), rule, *map(_markdown_row, self.rows)]

    def document(self, format: ExportFormat) -> str:
        """Return the table as a document, which ends with a line break."""
        return "".join(f"{line}\n" for line in self.lines(format))


def _markdown_row(values: Iterable[object]) -> str:
    """Return a row of a table in Markdown, where a bar ends a cell unless a backslash stands before it."""
    cells = ("" if value is None else markdown_line(" ".join(str(value).split())) for value in values)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def meeting_labels(meetings: Iterable[Entry]) -> Mapping[str, str]:
    """Return for the ID of each meeting of a series its number and date, the parts that are known; all differ."""
    labels: dict[str, str] = {}
    for entry in meetings:
        label = f"{entry.ordinal or ''} {entry.date or ''}".strip() or "undated"
        number = sum(each.partition(" (")[0] == label for each in labels.values())
        labels[entry.id] = f"{label} ({number + 1})" if number else label
    return labels


def agenda_table(promised: Iterable[PromisedMeeting]) -> Table:
    """Return promised meetings as a table."""
    columns = ("promised", "series", "ordinal", "state", "promised_in", "kept_by", "evidence")
    rows = [
        (
            each.promise.promised,
            each.promise.series,
            each.promise.ordinal,
            each.outcome,
            each.promise.promised_in,
            each.promise.kept_by,
            each.evidence,
        )
        for each in promised
    ]
    return Table("Promised meetings", columns, rows)


def trace_table(trace: Trace, entries: Mapping[str, Entry]) -> Table:
    """Return a trace as a table; `entries` are those of its rows, by ID."""
    remarks = {**dict.fromkeys(trace.dropped, "dropped"), **dict.fromkeys(trace.returned, "returned")}
    rows = []
    for row in trace.rows:
        entry = entries.get(row.id)
        named = (entry.series, entry.ordinal, entry.title) if entry else (None, None, None)
        rows.append((row.date, row.id, *named[:2], row.times, remarks.get(row.id), named[2]))
    columns = ("date", "id", "series", "ordinal", "count", "remark", "title")
    return Table(f"“{trace.phrase}” in {trace.series or 'all briefs'}", columns, rows)


def meetings_table(series: Series, held: Sequence[HeldMeeting | None]) -> Table:
    """Return the meetings of a series as a table."""
    rows = [
        (
            entry.ordinal,
            entry.date,
            entry.city,
            entry.country,
            meeting.format if meeting else None,
            "; ".join(meeting.leads) if meeting else None,
            entry.id,
            entry.title,
        )
        for entry, meeting in zip(series.meetings, held, strict=True)
    ]
    return Table(series.name, ("ordinal", "date", "city", "country", "format", "leads", "id", "title"), rows)


def phrases_table(found: Comparison) -> Table:
    """Return the phrases that are gone and those that are new as a table; `meetings` are earlier ones that have it."""
    rows = [
        (state, each.words, each.times, each.meetings, brief.entry.id, words_at(brief, each.sentence))
        for state, brief, phrases in (("gone", found.a, found.gone_phrases), ("new", found.b, found.new_phrases))
        for each in phrases
    ]
    title = f"Phrases gone and new from {found.a.entry.id} to {found.b.entry.id}"
    return Table(title, ("state", "phrase", "count", "meetings", "brief", "sentence"), rows)


def attendance_table(series: Series, matrix: AttendanceMatrix) -> Table:
    """Return the attendance matrix of a series as a table: a row for a person, a column for a meeting."""
    labels = meeting_labels(series.meetings)
    rows = [
        (row.side, row.name, *(seat_words(row.seats[id]) if id in row.seats else None for id in matrix.meetings))
        for row in matrix.rows
    ]
    return Table(f"{series.name}: attendance", ("side", "name", *(labels[id] for id in matrix.meetings)), rows)


def seat_words(seat: Seat) -> str:
    """Return the part that a person had at a meeting, in words."""
    part = "led" if seat.attendee.role == "lead" else "took part"
    words = (part, seat.attendee.title, "new" if seat.is_new else "", "acting" if seat.is_acting else "")
    return ", ".join(word for word in words if word)


def commitments_table(series: Series, followed: Iterable[FollowedCommitment]) -> Table:
    """Return the commitments of a series as a table."""
    labels = meeting_labels(series.meetings)
    rows = [
        (
            labels[each.meeting],
            each.state,
            each.commitment.actor,
            each.commitment.verb,
            each.commitment.text,
            each.before.text if each.before else None,
            each.brief,
        )
        for each in followed
    ]
    columns = ("meeting", "state", "actor", "verb", "commitment", "before", "brief")
    return Table(f"{series.name}: commitments", columns, rows)
