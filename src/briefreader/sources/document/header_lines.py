"""Reads the lines of labels and values ("Title: Talks") with which a text without front matter may begin."""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefreader.sources.document.assembly import Draft

_HEADER = re.compile(
    r"(title|subject|headline|date|published|source|publisher|author|url|link|source url)\s*:\s+(\S.*)", re.IGNORECASE
)


def read(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """Return the header lines and the number of the first line below them; a single header line must hold the title."""
    header: dict[str, str] = {}
    at = 0
    while at < len(lines) and not lines[at].strip():
        at += 1
    start = at
    while at < len(lines) and (match := _HEADER.fullmatch(lines[at].strip())):
        header.setdefault(match[1].lower().replace(" ", "_"), match[2])
        at += 1
    titled = not header.keys().isdisjoint(("title", "subject", "headline"))
    return (header, at) if titled or len(header) > 1 else ({}, start)


def unused(header: Mapping[str, object], draft: Draft) -> Iterator[str]:
    """Yield a sentence about each header line whose value no field of the draft has."""
    dated = draft.date or draft.published or draft.stated
    for key, value in header.items():
        if not (dated if key in ("date", "published") else value in (draft.title, draft.source, draft.url)):
            yield f"header line: {key.replace('_', ' ')}: {value}"
