"""Tells the publisher and the status of a text by its web address and its marks."""

import re
from urllib.parse import urlsplit

from briefreader.model import TEXT_STATUSES, TextStatus
from briefreader.text import clean_line

# Hosts of governments and their bodies: reserved domains, and well-known hosts outside them.
_OFFICIAL = re.compile(
    r"(?:^|\.)(?:"
    r"gov|mil|int|(?:gov|gob|gouv|gub|govt|mil|go|gc)\.[a-z]{2}|gc\.ca|admin\.ch|europa\.eu|un\.org|osce\.org|oecd\.org"
    r"|asean\.org|iaea\.org|bund\.de|bundesregierung\.de|auswaertiges-amt\.de|bmvg\.de|elysee\.fr|esteri\.it"
    r"|governo\.it|kremlin\.ru|mid\.ru|formin\.fi|regeringen\.se|um\.dk|regjeringen\.no|government\.nl"
    r"|mofa\.gov\.tw|pmindia\.gov\.in|royal\.uk|parliament\.uk"
    r")$"
)
_WIRES = re.compile(
    r"(?:^|\.)(?:reuters|apnews|afp|upi|kyodonews|yna|yonhapnews|interfax|tass)\.(?:com|net|co\.kr|ru)$"
)


def address(raw: object) -> str | None:
    """Return `raw` if it is a web address (http or https with a host), else None."""
    line = clean_line(raw) if isinstance(raw, str) else ""
    return line if line and " " not in line and host(line) else None


def host(url: str) -> str | None:
    """Return the host of a web address without `www.`, else None."""
    try:
        parts = urlsplit(url)
        name = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not name or not re.fullmatch(r"[\w.-]+", name):
        return None
    return name.removeprefix("www.")


def status(stated: object, url: str | None, aggregator: bool) -> TextStatus:
    """Return the status of a text: the stated one, else told by the marks of an aggregator, else by the host."""
    for known in TEXT_STATUSES:
        if stated == known:
            return known
    if aggregator:
        return "aggregator"
    name = host(url) if url else None
    if name and _OFFICIAL.search(name):
        return "official"
    return "wire" if name and _WIRES.search(name) else "unknown"
