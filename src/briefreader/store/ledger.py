"""Records additions to a library, so that the same text is not added twice.

The file holds a line of JSON for each addition. The briefs are the truth: a line about a missing brief is ignored, and
without the file only the recognition of repeated additions is weaker.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefreader.store.files import stays_inside


class Addition(NamedTuple):
    """One addition: the digests of the original bytes and of the cleaned text, the path of the brief, the address.

    `place` is the digest of the path of the input. `kept` is the path of an older version that became no brief, since
    the brief at `path` has a newer text.
    """

    original: str
    text: str
    path: str
    url: str | None
    place: str | None = None
    kept: str | None = None


class Ledger:
    """The additions to one library; the last addition of a brief counts, and the former ones are older versions."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._additions: dict[str, Addition] = {}
        self._originals: dict[str, Addition] = {}
        self._texts: dict[str, Addition] = {}
        self._urls: dict[str, Addition] = {}
        for addition in self._read():
            self._enter(addition)

    def _read(self) -> Iterator[Addition]:
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            try:
                addition = Addition(**json.loads(line))
            except (ValueError, TypeError, RecursionError):  # a crash cut the line
                continue
            if stays_inside(addition.path):
                yield addition

    def _enter(self, addition: Addition) -> None:
        self._originals[addition.original] = self._texts[addition.text] = addition
        if not addition.kept:
            self._additions[addition.path] = addition
            if addition.url:
                self._urls[address_key(addition.url)] = addition

    def by_original(self, digest: str) -> Addition | None:
        """Return the addition of exactly these bytes, if they are the last ones of a brief."""
        return self._current(self._originals.get(digest))

    def knows(self, path: str) -> bool:
        """Return whether the brief of a path was added, so that its text is known here."""
        return path in self._additions

    def by_text(self, digest: str) -> Addition | None:
        """Return the addition that has this cleaned text, if it is the last one of a brief."""
        return self._current(self._texts.get(digest))

    def older(self, original: str, text: str | None = None) -> Addition | None:
        """Return the addition of these bytes or this text, if the brief has another text since."""
        found = self._originals.get(original) or (self._texts.get(text) if text else None)
        return None if found is None or self._current(found) else found

    def _current(self, addition: Addition | None) -> Addition | None:
        return addition if addition and self._additions.get(addition.path) is addition else None

    def by_url(self, url: str | None) -> Addition | None:
        """Return the last addition that came from this address, in any of its forms."""
        found = self._urls.get(address_key(url)) if url else None
        return self._additions.get(found.path) if found else None

    def append(self, addition: Addition) -> None:
        """Add an addition and write it to the disk. Raises OSError."""
        line = json.dumps(addition._asdict()).encode()
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        with os.fdopen(os.open(self._path, flags, 0o666), "ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    line = b"\n" + line
            file.write(line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        self._enter(addition)


_TRACKING = ("utm_", "fbclid=", "gclid=", "dclid=", "msclkid=", "mc_cid=", "mc_eid=", "igshid=")


def address_key(url: str) -> str:
    """Return the same text for all forms of an address: with and without `www.`, `https`, a slash at the end, tracking.

    >>> address_key("https://WWW.state.example/a/?utm_source=x&id=2#top")
    'state.example/a?id=2'
    """
    from urllib.parse import urlsplit  # a start of the program needs no addresses

    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url
    if not host:
        return url
    query = "&".join(each for each in parts.query.split("&") if each and not each.lower().startswith(_TRACKING))
    page = parts.fragment if parts.fragment.startswith("!") else ""  # the name of a page made by a script
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    return f"{place}{parts.path.rstrip('/')}" + (f"?{query}" if query else "") + (f"#{page}" if page else "")
