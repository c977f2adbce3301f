"""Writes citations as RIS, the tagged format that EndNote, Zotero, Mendeley and library catalogues read."""

from collections.abc import Iterator

from briefreader.notes.citations.citation import ARCHIVE, Citation


def ris(citation: Citation, passage: str | None = None) -> str:
    """Return the record of a citation: an electronic source if it has an address, else a report.

    The generic type is an article of a journal for Zotero, which would drop publisher and place.
    """
    return "\n".join(
        f"{tag}  - {value}".rstrip() if tag != "ER" else "ER  - " for tag, value in _tags(citation, passage)
    )


def _tags(citation: Citation, passage: str | None) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC" if citation.url else "RPRT"
    yield "TI", citation.title
    if citation.publisher:
        if not citation.is_site and "," not in citation.publisher:  # a comma would part first and last name
            yield "AU", citation.publisher
        yield "PB", citation.publisher
    if citation.place:
        yield "CY", citation.place
    if citation.date:
        yield "PY", citation.date[:4]
        year, month, day = (*citation.date.split("-"), "", "")[:3]
        yield "DA", f"{year}/{month}/{day}/"
    if citation.genre:
        yield "M3", citation.genre
    if citation.url:
        yield "UR", citation.url
    yield "DB", ARCHIVE
    yield "AN", citation.id
    if citation.status:
        yield "N1", f"Text: {citation.status}"
    if passage:
        yield "N1", f"“{' '.join(passage.split())}”"
    yield "ER", ""
