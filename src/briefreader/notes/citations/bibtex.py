"""Writes citations as BibTeX for biblatex: UTF-8, with the signs of TeX escaped."""

import hashlib
import re
from collections.abc import Iterator

from briefreader.notes.citations.citation import ARCHIVE, Citation

_ESCAPED = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {sign: f"\\{sign}" for sign in "&%$#_{}"}
# Braces are counted even where they are escaped, and so those without a partner are written by name.
_BY_NAME = {r"\{": r"\textbraceleft{}", r"\}": r"\textbraceright{}"}
_LIGATURE = re.compile(r"([-`'<>,])(?=\1)")  # two of these signs are one letter for TeX
_KEY = re.compile(r"[a-z0-9.-]+")
_UNSAFE_IN_ADDRESS = re.compile(r'[\s{}\\"<>^`|]')
_HASH_DIGITS = 8


def bibtex(citation: Citation, passage: str | None = None) -> str:
    """Return the entry of a citation: `online` if it has an address, else `misc`."""
    lines = [f"  {name} = {{{value}}}," for name, value in _fields(citation, passage)]
    return "\n".join([f"@{'online' if citation.url else 'misc'}{{{key(citation.id)},", *lines, "}"])


def key(id: str) -> str:
    """Return the key of a brief, which is its ID in the letters that every program takes; it differs for each ID."""
    if _KEY.fullmatch(id):
        return id
    plain = re.sub(r"[^a-z0-9.-]+", "-", id.lower()).strip("-.")
    return f"{plain}-{hashlib.sha256(id.encode()).hexdigest()[:_HASH_DIGITS]}".lstrip("-")


def _fields(citation: Citation, passage: str | None) -> Iterator[tuple[str, str]]:
    publisher = _escaped(citation.publisher or "")
    if publisher and not citation.is_site:
        yield "author", f"{{{publisher}}}"  # the inner braces keep the name of a body whole
    yield "title", _escaped(citation.title)
    if publisher:
        yield "publisher", publisher
    if citation.place and citation.issued_there:
        yield "address", _escaped(citation.place)
    if citation.date:
        yield "date", citation.date
    if citation.genre:
        yield "type", _escaped(citation.genre)
    if citation.url:
        yield (
            "url",
            _UNSAFE_IN_ADDRESS.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), citation.url),
        )
    if notes := _notes(citation):
        yield "note", _escaped("; ".join(notes))
    yield "library", _escaped(f"{ARCHIVE}: {citation.id}")
    if passage:
        yield "annote", _escaped(" ".join(passage.split()))


def _notes(citation: Citation) -> list[str]:
    """Return the facts for which an entry has no field that programs keep."""
    notes = []
    if citation.place and not citation.issued_there:
        notes.append(f"Meeting in {citation.place}")
    if citation.status:
        notes.append(f"Text: {citation.status}")
    return notes


def _escaped(text: str) -> str:
    escaped = _LIGATURE.sub(r"\1{}", "".join(_ESCAPED.get(char, char) for char in text))
    return escaped if _has_pairs(text) else re.sub(r"\\[{}]", lambda brace: _BY_NAME[brace[0]], escaped)


def _has_pairs(text: str) -> bool:
    """Return whether each brace of a text has its partner."""
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0
