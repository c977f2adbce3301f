"""Writes briefs as one document for other programs, each brief with its citation."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, get_args

from briefreader.library.exporting.brief_json import brief_record
from briefreader.model import Brief, Document, SourceError
from briefreader.notes import Citation, cited, markdown_line
from briefreader.text import json_line

ExportFormat = Literal["markdown", "jsonl", "csv"]
EXPORT_FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)

_COLUMNS = (
    "id", "title", "date", "series", "ordinal", "city", "country", "kind", "source", "url", "text_status", "path",
    "citation",
)  # fmt: skip
_FIRST_HEADING = 2
"""The level of the highest heading in a text; the first one is that of its title."""


def exported(briefs: Iterable[Brief], format: ExportFormat, citation: Callable[[Brief], Citation]) -> Iterator[str]:
    """Yield the document with some briefs in parts, one for each brief; a part has no line break at its end.

    CSV has a part for its columns first. Its cells are exact: a cell that begins with a sign of a formula is no safer.
    """
    if format == "csv":
        yield csv_row(_COLUMNS)
    for brief in briefs:
        yield _PARTS[format](brief, citation(brief))


def readable(ids: Iterable[str], read: Callable[[str], Brief], notify: Callable[[str], object]) -> Iterator[Brief]:
    """Yield the briefs of some IDs, without those whose files cannot be read, of which `notify` gets a sentence."""
    for id in ids:
        try:
            yield read(id)
        except SourceError as error:
            notify(str(error))


def _markdown(brief: Brief, citation: Citation) -> str:
    from briefreader.sources import markdown_body

    blocks = tuple(
        block._replace(level=max(block.level or 1, _FIRST_HEADING)) if block.kind == "heading" else block
        for block in brief.blocks
    )
    body = brief.text[brief.body_start :]
    text = markdown_body(Document(brief.entry.title, body, blocks=blocks, links=brief.links))
    return f"# {markdown_line(brief.entry.title)}\n\n{cited(citation, 'markdown')}\n\n{text}\n"


def _json_line(brief: Brief, citation: Citation) -> str:
    return json_line({**brief_record(brief), "path": brief.entry.path, "citation": cited(citation, "text")})


def _csv_line(brief: Brief, citation: Citation) -> str:
    values: Mapping[str, object] = {
        **brief.entry._asdict(),
        "kind": brief.annotation.kind,
        "source": brief.source,
        "url": brief.url,
        "text_status": brief.text_status,
        "citation": cited(citation, "text"),
    }
    return csv_row(values[column] for column in _COLUMNS)


def csv_row(values: Iterable[object]) -> str:
    """Return a row of CSV; an unknown value is an empty cell."""
    import csv  # no other format needs it

    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(values)
    return line.getvalue()


_PARTS: Mapping[ExportFormat, Callable[[Brief, Citation], str]] = {
    "markdown": _markdown,
    "jsonl": _json_line,
    "csv": _csv_line,
}
