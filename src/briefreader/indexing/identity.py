"""The ID of a brief: short, readable, made from what the brief says and never from the order of files."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

_TITLE_LENGTH = 60  # characters of a title that are worth typing
_NAME_BYTES = 180  # a file name holds 255 bytes, and date, suffix and `.md` need some
_VALID = re.compile(r"[^\W_](?:[\w.-]{0,118}[\w-])?")
_SUFFIX_DIGITS = range(4, 9)
_SUFFIXED = re.compile(r"-(?:[0-9a-f]{4,8}|[0-9a-f]{64})$")


class Claim(NamedTuple):
    """The ID that a file asks for, and the SHA-256 of its content that tells it from others asking for the same."""

    base: str
    digest: str


def slug(text: str) -> str:
    """Return text in small letters and digits of any script, hyphens between its words, accents dropped.

    >>> slug("Extended Deterrence: U.S.–Korea, São Paulo")
    'extended-deterrence-us-korea-sao-paulo'
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    plain = re.sub(r"['’‘]|(?<=\b\w)\.", "", unicodedata.normalize("NFC", plain))
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def base_id(
    path: str, title: str, date: str | None = None, series: str | None = None, ordinal: int | None = None
) -> str:
    """Return the ID that a brief asks for: series, ordinal and date, else date and title, else the title.

    path is the file's, whose name serves where the title holds no letter.
    """
    if series and ordinal and date and slug(series):
        return f"{_cut(slug(series))}-{ordinal}-{date}"
    name = _cut(slug(title)) or _cut(slug(PurePosixPath(path).stem)) or "untitled"
    return f"{date}-{name}" if date else name


def stated_id(value: object) -> str | None:
    """Return the ID that front matter states, None where it states none or none that is usable as a file's name."""
    return value if isinstance(value, str) and _VALID.fullmatch(value) and len(value.encode()) <= _NAME_BYTES else None


def assign(claims: Mapping[str, Claim], others: Iterable[str] = ()) -> dict[str, str]:
    """Return the ID of each path: what it asks for, with a suffix from its content where others ask for the same.

    None is one of `others`, the IDs of briefs that these can have no part in: see `concerned`.
    """
    rivals = Counter(claim.base for claim in claims.values())
    taken = {base for base, count in rivals.items() if count == 1}.union(others)
    ids = {path: claim.base for path, claim in claims.items() if rivals[claim.base] == 1}
    groups: dict[str, dict[str, str]] = {}
    for path, claim in claims.items():
        if rivals[claim.base] > 1:
            groups.setdefault(claim.base, {})[path] = claim.digest
    for base, digests in groups.items():
        ids.update(_suffixed(base, digests, taken))
    return {path: ids[path] for path in claims}


def _suffixed(base: str, digests: Mapping[str, str], taken: set[str]) -> dict[str, str]:
    """Return distinct IDs for the paths that ask for the same one, as short as they can be."""
    copies = Counter(digests.values())
    marks = {path: digest if copies[digest] == 1 else _copy_digest(digest, path) for path, digest in digests.items()}
    for digits in (*_SUFFIX_DIGITS, 64):
        ids = {path: f"{base}-{mark[:digits]}" for path, mark in marks.items()}
        if len(set(ids.values())) == len(ids) and taken.isdisjoint(ids.values()):
            break
    return ids


def _copy_digest(digest: str, path: str) -> str:
    """Return a digest for one of several files of the same content, which only their paths tell apart."""
    return hashlib.sha256(f"{digest} {path}".encode("utf-8", "surrogateescape")).hexdigest()


def claim(id: str, digest: str, path: str) -> Claim:
    """Return what a file with a known ID asked for: the ID without the suffix that `assign` gave it."""
    base, _, suffix = id.rpartition("-")
    given = len(suffix) in (*_SUFFIX_DIGITS, 64) and (
        digest.startswith(suffix) or _copy_digest(digest, path).startswith(suffix)
    )
    return Claim(base if given else id, digest)


def concerned(ids: Mapping[str, str], bases: Iterable[str], asked: Callable[[str], str]) -> set[str]:
    """Return the paths, among those of the IDs, whose ID may be another when files come or go that ask for the bases.

    asked tells what the file of a path asked for.
    """
    reach: set[str] = set()
    wider = set(bases)
    found: set[str] = set()
    while wider - reach:
        reach |= wider
        # What looks like another's suffixed ID makes that one's suffix grow.
        reach |= {base.rpartition("-")[0] for base in wider if _SUFFIXED.search(base)}
        found = {path for path, id in ids.items() if id in reach or id.rpartition("-")[0] in reach}
        wider = set(map(asked, found))
    return found


def _cut(words: str) -> str:
    """Return as many of the hyphenated words as an ID should hold, at least one."""
    kept = words
    if len(words) > _TITLE_LENGTH:
        kept = words[: _TITLE_LENGTH + 1].rpartition("-")[0] or words[:_TITLE_LENGTH]
    return kept.encode()[:_NAME_BYTES].decode("utf-8", "ignore").strip("-")
