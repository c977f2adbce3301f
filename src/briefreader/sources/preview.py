"""The head of a file: what a list of briefs needs, read from its first 8 KiB alone."""

from pathlib import Path
from typing import NamedTuple

from briefreader.model import SourceError
from briefreader.sources import dates, frontmatter
from briefreader.text import clean_line, decode


class Head(NamedTuple):
    """What the beginning of a file says about it; the title falls back to the file's name."""

    title: str
    date: str | None = None
    series: str | None = None
    ordinal: int | None = None


_SIZE = 8192
_FIRST_LINES = 2048  # characters in which the title of a text without front matter is sought
_DATES = ("document_date", "date", "published_time", "published")
_WANTED = frozenset(("title", "series", "ordinal", *_DATES))


def head(path: Path) -> Head:
    """Return the head of a file; one that cannot be read or understood is known by its name."""
    try:
        with path.open("rb") as file:
            data = file.read(_SIZE)
        # A character cut in two at the end would make the whole look badly encoded.
        data = data[: data.rfind(b"\n") + 1] if len(data) == _SIZE and b"\n" in data else data
        end = data.find(b"\n---", 3) if data.startswith(b"---") else -1
        text = decode(data[: end + 5] if end > 0 else data)
    except (OSError, SourceError):
        return Head(clean_line(path.stem))
    if path.suffix.lower() in (".html", ".htm"):
        from briefreader.sources import metadata  # like the next two, not needed where all files have front matter

        title, date = metadata.quick(text)
        return Head(title or clean_line(path.stem), date)
    values = dict(frontmatter.pairs(text, _WANTED)) if text.startswith("---") else {}
    ordinal = values.get("ordinal", "")
    title = values.get("title") or _first_line(decode(data) if end > 0 else text, path)
    return Head(
        title,
        next(filter(None, (dates.day(values.get(key, "")) for key in _DATES)), None),
        values.get("series") or None,
        int(ordinal) if ordinal.isdecimal() and len(ordinal) <= 4 else None,
    )


def _first_line(text: str, path: Path) -> str:
    """Return the title of a text whose front matter has none."""
    from briefreader.sources import markdown, plain

    body = frontmatter.read(text[:_SIZE]).body[:_FIRST_LINES]
    if path.suffix.lower() in (".txt", ".text"):
        title = plain.content(body).title
    else:
        title = markdown.title(markdown.content(body))
    return clean_line(title) or clean_line(path.stem)
