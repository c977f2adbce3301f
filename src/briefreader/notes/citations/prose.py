"""Writes citations for people, as plain text and as Markdown."""

import re
from collections.abc import Iterator

from briefreader.long_dates import long_date
from briefreader.notes.citations.citation import Citation

_SIGNS = re.compile(r"[\\`*_\[\]<]|~(?=~)|&(?=#?\w+;)")
_FIRST_SIGN = re.compile(r"^(?:(\d+)([.)])(?=\s)|([-+=#>]))")


def text_citation(citation: Citation, passage: str | None = None) -> str:
    """Return a citation as plain text, below the passage in quotation marks if there is one."""
    line = ", ".join(_parts(citation, f"“{citation.title}”", citation.url)) + "."
    return f"“{passage.strip()}”\n{line}" if passage else line


def markdown_citation(citation: Citation, passage: str | None = None) -> str:
    """Return a citation as Markdown, below the passage as a quotation if there is one."""
    title = markdown_line(citation.title)
    titled = f"[{title}](<{_address(citation.url)}>)" if citation.url else f"“{title}”"
    escaped = citation._replace(
        publisher=markdown_line(citation.publisher or ""), place=markdown_line(citation.place or "")
    )
    line = ", ".join(_parts(escaped, titled, None)) + "."
    if not passage:
        return line
    quoted = "\n".join(f"> {markdown_line(part)}".rstrip() for part in passage.strip().split("\n"))
    return f"{quoted}\n\n{line}"


def _parts(citation: Citation, title: str, address: str | None) -> Iterator[str]:
    if citation.publisher:
        yield citation.publisher
    yield title
    if citation.genre:
        yield citation.genre.lower()
    if citation.place:
        yield citation.place
    yield long_date(citation.date) if citation.date else "undated"
    if address:
        yield address
    if citation.status:
        yield f"[{citation.status}]"


def markdown_line(text: str) -> str:
    """Return a line of text that Markdown shows as it is."""
    return _FIRST_SIGN.sub(r"\1\\\2\3", _SIGNS.sub(r"\\\g<0>", text))


def _address(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C").replace(" ", "%20")
