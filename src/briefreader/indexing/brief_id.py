"""Makes the ID of a brief from its content, short and readable, and never from the order of files."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

_TITLE_LENGTH = 60  # characters of a title in an ID that a person types
_NAME_BYTES = 180  # a file name holds 255 bytes, and date, suffix and `.md` need some
_VALID = re.compile(r"[^\W_](?:[\w.-]{0,118}[\w-])?")
_SUFFIX_DIGITS = range(4, 9)
_SUFFIXED = re.compile(r"-(?:[0-9a-f]{4,8}|[0-9a-f]{64})$")


class RequestedId(NamedTuple):
    """The ID that a file requests, and the SHA-256 of its content, from which a suffix is made if need be."""

    base: str
    digest: str


def slug(text: str) -> str:
    """Return text in small letters and digits of any script, with hyphens between its words and without accents.

    >>> slug("Extended Deterrence: U.S.–Korea, São Paulo")
    'extended-deterrence-us-korea-sao-paulo'
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    plain = re.sub(r"['’‘]|(?<=\b\w)\.", "", unicodedata.normalize("NFC", plain))
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def base_id(
    path: str, title: str, date: str | None = None, series: str | None = None, ordinal: int | None = None
) -> str:
    """Return the ID that a brief requests: series, ordinal and date, else date and title, else the title.

    The name of the file at `path` replaces a title without letters.
    """
    if series and ordinal and date and slug(series):
        return f"{_cut(slug(series))}-{ordinal}-{date}"
    name = _cut(slug(title)) or _cut(slug(PurePosixPath(path).stem)) or "untitled"
    return f"{date}-{name}" if date else name


def stated_id(value: object) -> str | None:
    """Return the ID that front matter states, None if it states none or one that cannot be the name of a file."""
    return value if isinstance(value, str) and _VALID.fullmatch(value) and len(value.encode()) <= _NAME_BYTES else None


def assign(
    requests: Mapping[str, RequestedId],
    others: Iterable[str] = (),
    is_taken: Callable[[str, str], bool] = lambda path, id: False,
) -> dict[str, str]:
    """Return the ID of each path: the requested one, with a suffix from the content if several files request it.

    No ID is one of `others`, the IDs of briefs that are not affected: see `affected_paths`. No ID with a suffix is one
    that `is_taken` for a path.
    """
    counts = Counter(request.base for request in requests.values())
    taken = {base for base, count in counts.items() if count == 1}.union(others)
    ids = {path: request.base for path, request in requests.items() if counts[request.base] == 1}
    groups: dict[str, dict[str, str]] = {}
    for path, request in requests.items():
        if counts[request.base] > 1:
            groups.setdefault(request.base, {})[path] = request.digest
    for base, digests in groups.items():
        ids.update(_suffixed(base, digests, taken, is_taken))
    return {path: ids[path] for path in requests}


def _suffixed(
    base: str, digests: Mapping[str, str], taken: set[str], is_taken: Callable[[str, str], bool]
) -> dict[str, str]:
    """Return different IDs, as short as possible, for the paths that request the same one."""
    copies = Counter(digests.values())
    marks = {path: digest if copies[digest] == 1 else _copy_digest(digest, path) for path, digest in digests.items()}
    for digits in (*_SUFFIX_DIGITS, 64):
        ids = {path: f"{base}-{mark[:digits]}" for path, mark in marks.items()}
        unique = len(set(ids.values())) == len(ids) and taken.isdisjoint(ids.values())
        if unique and not any(is_taken(path, id) for path, id in ids.items()):
            break
    return ids


def _copy_digest(digest: str, path: str) -> str:
    """Return a digest of content and path, for a file with the same content as another."""
    return hashlib.sha256(f"{digest} {path}".encode("utf-8", "surrogateescape")).hexdigest()


def requested_id(id: str, digest: str, path: str) -> RequestedId:
    """Return the ID that a file requested, which is its known ID without the suffix from `assign`."""
    base, _, suffix = id.rpartition("-")
    is_suffixed = len(suffix) in (*_SUFFIX_DIGITS, 64) and (
        digest.startswith(suffix) or _copy_digest(digest, path).startswith(suffix)
    )
    return RequestedId(base if is_suffixed else id, digest)


def affected_paths(ids: Mapping[str, str], bases: Iterable[str], base_of: Callable[[str], str]) -> set[str]:
    """Return the paths of `ids` whose ID may change when files that request the bases are added or removed.

    `base_of` returns the ID that the file at a path requested.
    """
    reached: set[str] = set()
    next_bases = set(bases)
    found: set[str] = set()
    while next_bases - reached:
        reached |= next_bases
        # A requested ID that looks like the suffixed ID of another file makes the suffix of that file longer.
        reached |= {base.rpartition("-")[0] for base in next_bases if _SUFFIXED.search(base)}
        found = {path for path, id in ids.items() if id in reached or id.rpartition("-")[0] in reached}
        next_bases = set(map(base_of, found))
    return found


def _cut(words: str) -> str:
    """Return as many of the hyphenated words as an ID may hold, at least one."""
    kept = words
    if len(words) > _TITLE_LENGTH:
        kept = words[: _TITLE_LENGTH + 1].rpartition("-")[0] or words[:_TITLE_LENGTH]
    return kept.encode()[:_NAME_BYTES].decode("utf-8", "ignore").strip("-")
