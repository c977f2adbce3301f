"""Lists the kinds of files that are read, each with the suffixes of their names."""

from typing import Literal

Text = Literal["markdown", "plain", "html"]
Document = Literal["pdf", "docx", "odt", "mail"]
Collection = Literal["feed", "mbox", "json_records", "table"]
Archive = Literal["gzip", "bzip2", "xz", "zip", "tar"]
Kind = Text | Document | Collection | Archive

TEXTS: dict[str, Text] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain",
    ".text": "plain",
    ".html": "html",
    ".htm": "html",
}
DOCUMENTS: dict[str, Document] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".eml": "mail",
    ".mhtml": "mail",
    ".mht": "mail",
}
COLLECTIONS: dict[str, Collection] = {
    **dict.fromkeys((".rss", ".atom", ".xml", ".rdf"), "feed"),
    ".mbox": "mbox",
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), "json_records"),
    **dict.fromkeys((".csv", ".tsv"), "table"),
}
ARCHIVES: dict[str, Archive] = {
    **dict.fromkeys((".gz", ".tgz"), "gzip"),
    **dict.fromkeys((".bz2", ".tbz", ".tbz2"), "bzip2"),
    **dict.fromkeys((".xz", ".txz"), "xz"),
    ".zip": "zip",
    ".tar": "tar",
}
CONTAINERS: frozenset[str] = frozenset(("mail", *COLLECTIONS.values(), *ARCHIVES.values()))
"""The kinds that hold parts; a module of `containers` reads each of them, all archives the same one."""
SUFFIXES = frozenset((*TEXTS, *DOCUMENTS))
"""The suffixes of the files that hold one document, each of which is a brief where it lies in a library."""
SEVERAL: dict[str, Collection | Archive] = {**COLLECTIONS, **ARCHIVES}
"""The suffixes of the files that may hold several documents, which only `add` takes out of them."""
