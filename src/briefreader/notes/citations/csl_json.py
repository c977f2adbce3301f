"""Writes citations as CSL-JSON, the exchange format of Zotero, pandoc and other users of CSL styles.

Each variable is one that Zotero has for the type of the item, since it drops others when it imports; the archive of a
web page, which has no variable there, stands in the note as a line that Zotero understands.
"""

from collections.abc import Sequence

from briefreader.notes.citations.citation import ARCHIVE, Citation
from briefreader.text import json_line


def csl_json(cited: Sequence[tuple[Citation, str | None]]) -> str:
    """Return citations with their passages as one array, an item on each line."""
    return "[\n" + ",\n".join(json_line(csl_item(citation, passage)) for citation, passage in cited) + "\n]"


def csl_item(citation: Citation, passage: str | None = None) -> dict[str, object]:
    """Return the item of a citation as plain values: a web page if it has an address, else a document."""
    notes = []
    item: dict[str, object] = {"id": citation.id, "type": "webpage" if citation.url else "document"}
    item["title"] = citation.title
    if citation.publisher:
        item["container-title" if citation.is_site else "author"] = (
            citation.publisher if citation.is_site else [{"literal": citation.publisher}]
        )
        item["publisher"] = citation.publisher
    if citation.date:
        item["issued"] = {"date-parts": [[int(part) for part in citation.date.split("-")]]}
    if citation.place:
        item["publisher-place" if citation.issued_there else "event-place"] = citation.place
    if citation.genre:
        item["genre"] = citation.genre
    if citation.url:
        item["URL"] = citation.url
        notes += [f"Archive: {ARCHIVE}", f"Archive Location: {citation.id}"]
    else:
        item |= {"archive": ARCHIVE, "archive_location": citation.id}
    if citation.status:
        notes.append(f"Text: {citation.status}")
    if passage:
        notes.append(f"“{' '.join(passage.split())}”")
    if notes:
        item["note"] = "\n".join(notes)
    return item
