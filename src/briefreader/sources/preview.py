"""Reads from the first 8 KiB of a file the fields that a list of briefs shows."""

from pathlib import Path
from typing import NamedTuple

from briefreader.model import SourceError
from briefreader.sources.brief import frontmatter
from briefreader.sources.brief.facts import DATE_KEYS
from briefreader.sources.dates import document_dates as dates
from briefreader.sources.kinds import TEXTS
from briefreader.sources.letters import encoding
from briefreader.text import clean_line


class Preview(NamedTuple):
    """The fields of a file that a list shows; the title of a file without one is its name."""

    title: str
    date: str | None = None
    series: str | None = None
    ordinal: int | None = None


_SIZE = 8192
_TITLE_PART = 2048  # characters in which the title of a text without front matter is sought
_WANTED = frozenset(("title", "series", "ordinal", *DATE_KEYS))


def read(path: Path) -> Preview:
    """Return the preview of a file; a file that cannot be read has its name for a title."""
    if path.suffix.lower() not in TEXTS:
        return Preview(clean_line(path.stem))  # its first bytes hold no text
    try:
        with path.open("rb") as file:
            data = file.read(_SIZE)
        # A character cut in two at the end would make the whole look badly encoded.
        data = data[: data.rfind(b"\n") + 1] if len(data) == _SIZE and b"\n" in data else data
        # The letters below the front matter help to find the encoding of a text that is not UTF-8.
        end = data.find(b"\n---", 3) if data.startswith(b"---") and encoding.is_utf8(data) else -1
        text = encoding.decode(data[: end + 5] if end > 0 else data).text
    except (OSError, SourceError):
        return Preview(clean_line(path.stem))
    if TEXTS.get(path.suffix.lower()) == "html":
        from briefreader.sources.html import page_metadata  # only libraries of web pages need this

        title, date = page_metadata.quick(text)
        return Preview(title or clean_line(path.stem), date)
    values = dict(frontmatter.pairs(text, _WANTED)) if text.startswith("---") else {}
    ordinal = values.get("ordinal", "")
    title = values.get("title") or _first_line(encoding.decode(data).text if end > 0 else text, path)
    return Preview(
        title,
        next(filter(None, (dates.day(values.get(key, "")) for key in DATE_KEYS)), None),
        values.get("series") or None,
        int(ordinal) if ordinal.isdecimal() and len(ordinal) <= 4 else None,
    )


def _first_line(text: str, path: Path) -> str:
    """Return the title of a text whose front matter has none."""
    from briefreader.sources.markdown import document as markdown
    from briefreader.sources.plain import document as plain

    if TEXTS.get(path.suffix.lower()) == "plain":
        title = plain.content(frontmatter.read(text[:_SIZE]).body[:_TITLE_PART]).title
    else:
        front = markdown.head(text[:_SIZE])
        stated = "" if text.startswith("---") else front.values.get("title")
        body = markdown.content(markdown.shown(front.body[:_TITLE_PART]))
        title = stated if isinstance(stated, str) and stated else markdown.title(body)
    return clean_line(title) or clean_line(path.stem)
