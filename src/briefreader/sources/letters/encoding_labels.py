"""Knows the names of encodings, those that files state and those that people read."""

import re

# The decoders of Python that hold more letters than the one of the same name: https://encoding.spec.whatwg.org
_CODECS = {
    "big5": ("big5hkscs", "cp950"),
    "euc-jp": ("euc_jp", "euc_jis_2004"),
    "gbk": ("gb18030",),
    "iso-2022-jp": ("iso2022_jp_ext", "iso2022_jp_2004"),
}
# Names that the Web does not know, and encodings that it refuses.
_OTHER_LABELS = {
    "hz-gb-2312": "hz",
    "hz": "hz",
    "iso-2022-kr": "iso2022_kr",
    "cp437": "cp437",
    "ibm437": "cp437",
    "cp850": "cp850",
    "ibm850": "cp850",
    "cp852": "cp852",
    "ibm852": "cp852",
    "cp949": "cp949",
    "cp950": "cp950",
    "cp932": "cp932",
    "cp936": "gb18030",
    "big5-hkscs-2004": "big5hkscs",
}
_DISPLAYED = {
    "big5hkscs": "Big5",
    "cp437": "DOS code page 437",
    "cp850": "DOS code page 850",
    "cp852": "DOS code page 852",
    "cp866": "DOS code page 866",
    "cp932": "Shift_JIS",
    "cp949": "EUC-KR",
    "cp950": "Big5",
    "euc_jis_2004": "EUC-JP",
    "euc_jp": "EUC-JP",
    "gb18030": "GB18030",
    "iso2022_jp_ext": "ISO-2022-JP",
    "koi8-r": "KOI8-R",
    "koi8-u": "KOI8-U",
    "mac-cyrillic": "Mac Cyrillic",
    "mac-roman": "Mac Roman",
}

_HEAD = 4096  # bytes in which a page states its encoding and its language
# The patterns are compiled when a page first needs them, which few do.
# Comments and scripts; one that does not end reaches to the end of the page.
HIDDEN = rb"(?is)<!--(?:.*?-->|.*)|<(script|style)\b(?:.*?</\1\s*>|.*)"
_CHARSET = (
    rb"(?i)<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:+-]{1,40})"
    rb"|<\?xml\b[^>]{0,80}?\bencoding\s*=\s*[\"']([\w.:+-]{1,40})"
)
_LANGUAGE = (
    rb"(?i)<html\b[^>]{0,300}?\blang\s*=\s*[\"']?([a-z]{2,3})\b"
    rb"|<meta\b[^>]{0,40}?\bcontent-language[\"']?\s+content\s*=\s*[\"']?([a-z]{2,3})\b"
)


def stated(data: bytes) -> str | None:
    """Return the name of the encoding that a page states."""
    found = re.search(_CHARSET, re.sub(HIDDEN, b" ", data[:_HEAD]))
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def language(data: bytes) -> str | None:
    """Return the tag of the language that a page states."""
    found = re.search(_LANGUAGE, data[:_HEAD])
    return (found[1] or found[2]).decode().lower() if found else None


def codecs_of(label: str) -> tuple[str, ...]:
    """Return the names of Python's decoders for an encoding's label as browsers read it; none for an unknown label."""
    from webencodings import lookup  # few files are not UTF-8

    found = lookup(label)
    if found is not None and found.name not in ("replacement", "x-user-defined", "utf-16le", "utf-16be"):
        return _CODECS.get(found.name, (found.codec_info.name,))
    other = _OTHER_LABELS.get(label.strip().lower().replace("_", "-"))
    return (other,) if other else ()


def name(codec: str) -> str:
    """Return the name of an encoding for people to read."""
    return _DISPLAYED.get(codec) or codec.replace("iso8859", "iso-8859").replace("cp", "windows-")
