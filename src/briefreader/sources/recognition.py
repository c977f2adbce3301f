"""Tells the kind of a file by its content, and by the suffix of its name where the content tells nothing."""

import re
import struct
from pathlib import PurePath

from briefreader.model import SourceError
from briefreader.sources.kinds import DOCUMENTS, SEVERAL, SUFFIXES, TEXTS, Archive, Kind

REMEDY = "save the article as a web page, Markdown or text"
_AS_CSV = "save it as CSV"
_AS_DOCX = "save it as DOCX, PDF or text"
_OTHER_PACKING = "unpack it and add its files"
# First bytes of files that are not read, with the sentence about them.
_REFUSED = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        f"files of Word or Outlook before DOCX are not read; {_AS_DOCX} (mail as .eml)",
    ),
    (b"{\\rtf", f"RTF files are not read; {_AS_DOCX}"),
    (b"7z\xbc\xaf\x27\x1c", f"archives of the kind 7z are not read; {_OTHER_PACKING}"),
    (b"Rar!\x1a\x07", f"archives of the kind RAR are not read; {_OTHER_PACKING}"),
    (b"\x28\xb5\x2f\xfd", f"files packed by zstd are not read; {_OTHER_PACKING}"),
    (b"bplist00", f"web archives of Safari are not read; {REMEDY}"),
    *(
        (start, "images are not read; save the text that it shows")
        for start in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")
    ),
)
_NOT_READ = {
    **dict.fromkeys((".doc", ".msg", ".rtf", ".pages"), f"files of this kind are not read; {_AS_DOCX} (mail as .eml)"),
    **dict.fromkeys((".7z", ".rar", ".zst"), f"archives of this kind are not read; {_OTHER_PACKING}"),
    ".webarchive": f"web archives of Safari are not read; {REMEDY}",
}
_PACKED: tuple[tuple[bytes, Archive], ...] = (
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an archive without entries
)
_OFFICE = (
    (b"word/", ""),
    (b"xl/", f"spreadsheets are not read; {_AS_CSV}"),
    (b"ppt/", "presentations are not read; save it as PDF"),
)
_HEAD = 8192  # bytes in which the structure of a text shows
_REMNANT = 64  # bytes; a shorter text under the name of another kind is a remnant of that kind
_PROLOGUE = rb"(?>\s+|<\?[^>]{0,400}>|<!--(?>[^-]+|-(?!->)){0,2000}-->)*+"
_DOCTYPE = rb"(?:<!doctype\s[^>\[]{0,400}(?:\[.{0,7000}?\]\s*)?>)?"
_PAGE = re.compile(_PROLOGUE + rb"<(?:!doctype\s+html|html)\b", re.I)
_FRAGMENT = re.compile(_PROLOGUE + rb"<(?:head|body|div|article|section|main|table|p|h1|h2|title|meta)\b", re.I)
_FEED = re.compile(_PROLOGUE + _DOCTYPE + _PROLOGUE + rb"<(?:\w{1,20}:)?(?:rss|feed|rdf)\b", re.I | re.S)
_JSON = re.compile(rb"\{\s*(?:\"[^\"\n]{0,200}\"\s*:|\})|\[\s*(?:\{\s*\"[^\"\n]{0,200}\"\s*:|\])")
_MBOX = re.compile(rb"From \S{1,200} [^\r\n]{0,60}\d\d:\d\d[^\r\n]{0,60}\d{4}\s*?\r?\n[!-9;-~]{1,80}:")
_FIELD = rb"[!-9;-~]{1,80}:[^\n]*+\n(?>[ \t][^\n]*+\n)*+"
_LETTER = re.compile(
    rb"(?:" + _FIELD + rb"){0,60}?(?:mime-version|message-id|received|return-path|delivered-to)[ \t]*:", re.I
)
_ANY_FIELD = re.compile(rb"(?:from|to|subject|date|content-type|[\w-]+-[\w-]+)[ \t]*:", re.I)
_COLUMNS = frozenset(
    "title headline name subject text body content content_html description summary date published url link id source "
    "publisher author".split()
)


def kind_of(data: bytes, name: str) -> Kind:
    """Return the kind of the bytes of a file. Raises SourceError for a kind that is not read."""
    suffix = PurePath(name).suffix.lower()
    if found := _packed(data, name) or _structured(data, suffix):
        return found
    for start, said in _REFUSED:
        if data.startswith(start):
            raise SourceError(f"{name}: {said}")
    if suffix in TEXTS:
        return TEXTS[suffix]
    if said := _NOT_READ.get(suffix, ""):
        raise SourceError(f"{name}: {said}")
    if suffix in (".csv", ".tsv"):
        return "table"
    if suffix in SUFFIXES or suffix in SEVERAL:
        return _misnamed(data, name, suffix)
    if suffix:
        raise SourceError(f"{name}: files of the kind {suffix} are not read; {REMEDY}")
    return "markdown" if data.startswith((b"---\n", b"---\r\n")) else "plain"


def told_suffix(data: bytes) -> str:
    """Return the suffix of the kind that the content of a file tells, an empty text if it tells none."""
    try:
        kind = _packed(data, "") or _structured(data, "")
    except SourceError:
        return ""
    return next((suffix for suffix, each in (TEXTS | DOCUMENTS | SEVERAL).items() if each == kind), "")


def _packed(data: bytes, name: str) -> Kind | None:
    """Return the kind of a file that is no text."""
    if data.startswith(b"%PDF-") or (not data[:1].isalnum() and data.find(b"%PDF-", 0, 1024) >= 0 and b"\0" in data):
        return "pdf"
    for start, kind in _PACKED:
        if data.startswith(start):
            return _zipped(data, name) if kind == "zip" else kind
    return "tar" if data[257:262] == b"ustar" or _is_old_tar(data) else None


def _zipped(data: bytes, name: str) -> Kind:
    """Return the kind of a zip file, which word processors use for their own files. Raises SourceError."""
    if data[30:38] == b"mimetype":
        if data.startswith(b"application/vnd.oasis.opendocument.text", 38):
            return "odt"
        if data.startswith(b"application/vnd.oasis.opendocument.", 38):
            raise SourceError(f"{name}: OpenDocument files other than texts are not read; save it as PDF")
        return "zip"
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 70_000))
    if end < 0 or end + 22 > len(data):  # it is cut off
        return "docx" if b"[Content_Types].xml" in data[:100] else "zip"
    size, start = struct.unpack_from("<II", data, end + 12)
    listed = data[start : start + size]
    if b"[Content_Types].xml" in listed:
        for folder, said in _OFFICE:
            if folder in listed:
                if said:
                    raise SourceError(f"{name}: {said}")
                return "docx"
    return "zip"


def _is_old_tar(data: bytes) -> bool:
    """Return whether the first block is the header of a tar archive from before the mark `ustar`."""
    if len(data) < 512 or not data[0] or data[100:101] not in (b"0", b" "):
        return False
    try:
        stated = int(data[148:156].strip(b" \0"), 8)
    except ValueError:
        return False
    return stated == sum(data[:148]) + 256 + sum(data[156:512])


def _structured(data: bytes, suffix: str) -> Kind | None:
    """Return the kind of a text whose structure shows in its first bytes."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    first = head[:1]
    if first == b"<":
        if _FEED.match(head):
            return "feed"
        return "html" if _PAGE.match(head) or (suffix not in TEXTS and _FRAGMENT.match(head)) else None
    if first in (b"{", b"[") and (suffix == ".json" or _JSON.match(head)):
        return (
            "json_records" if suffix in (".json", ".jsonl", ".ndjson") or data.rstrip()[-1:] in (b"}", b"]") else None
        )
    if head.startswith(b"From ") and _MBOX.match(head):
        return "mbox"
    if _LETTER.match(head) or (DOCUMENTS.get(suffix) == "mail" and _ANY_FIELD.match(head)):
        return "mail"
    return "table" if suffix in ("", ".txt", ".text") and _is_table(head) else None


def _is_table(head: bytes) -> bool:
    """Return whether the first line holds nothing but the names of columns that a table of texts has."""
    line = head.partition(b"\n")[0].decode("latin-1").strip().lower()
    for separator in ",;\t|":
        names = [name.strip(' "') for name in line.split(separator)]
        if len(names) > 2 and _COLUMNS.issuperset(names):
            return True
    return False


def _misnamed(data: bytes, name: str, suffix: str) -> Kind:
    """Return the kind of a file whose content is not of the kind that its name tells. Raises SourceError."""
    if not data.strip():
        raise SourceError(f"{name}: the file is empty; save the article again")
    if len(data) >= _REMNANT and not data.count(0, 0, _HEAD) and not data.lstrip().startswith(b"<?xml"):
        return "markdown" if data.startswith((b"---\n", b"---\r\n")) else "plain"
    raise SourceError(f"{name}: this is no file of the kind {suffix}, or only a piece of one; save it again")
