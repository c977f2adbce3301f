"""Knows the encodings by which programs misread UTF-8, and finds the characters that may be misread letters.

UTF-8 writes a letter beyond ASCII as two to four bytes, the first from C2 to F4 and the others from 80 to BF. A program
that reads each byte as a character by Windows-1252 leaves `Ã¼` for `ü` and `â€™` for `’`.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

# The encodings of one byte by which UTF-8 is misread, with the range of the first bytes of letters of two bytes; it is
# that of Latin letters where texts in that encoding have the other characters side by side.
_EVERY, _LATIN = (0xC2, 0xDF), (0xC2, 0xC5)
_ENCODINGS = {
    **dict.fromkeys("cp1252 cp1251 cp1250 cp1253 cp1254 cp1255 cp1256 cp1257 iso8859-2 cp437".split(), _EVERY),
    **dict.fromkeys("mac_roman cp850 cp874".split(), _LATIN),
}
_WITH_LATIN_LETTERS = frozenset(("cp1252", "cp1250", "cp1254", "cp1257", "iso8859-2"))
_CONTROLS = range(0x80, 0xA0)
_ASCII = bytes(range(0x80))
_TYPOGRAPHY = frozenset("‐‑–—‘’“”•…\xa0")


class Misreading(NamedTuple):
    """An encoding by which UTF-8 is misread.

    `letter` is the pattern of one misread letter. `bytes` has the byte of each character; bytes that are undefined in
    the encoding are read as controls. `signs` are the first two characters of misread quotation marks, dashes, and
    signs of currencies and trade. `latin` tells that the first characters of misread letters are Latin letters.
    """

    letter: str
    bytes: dict[str, int]
    signs: tuple[str, ...]
    latin: bool


def beyond_ascii(text: str) -> str:
    """Return the characters of a text that are not ASCII, side by side."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def suspects(beyond: str) -> list[Misreading]:
    """Return the encodings by which some characters beyond ASCII may have been misread."""
    if _TYPOGRAPHY.issuperset(beyond):
        return []
    firsts, others = _places()
    found = 0
    for first, other in set(pairwise(beyond)):
        found |= firsts.get(first, 0) & others.get(other, 0)
    return [misreading(encoding) for number, encoding in enumerate(_ENCODINGS) if found >> number & 1]


@lru_cache(maxsize=1)
def _places() -> tuple[dict[str, int], dict[str, int]]:
    """Return the encodings in which a character is the first of a misread letter, or another of it, as bits."""
    firsts: dict[str, int] = {}
    others: dict[str, int] = dict.fromkeys(map(chr, _CONTROLS), -1)
    for number, (encoding, two) in enumerate(_ENCODINGS.items()):
        for byte in (*range(two[0], two[1] + 1), *range(0xE0, 0xF5)):
            firsts[_read(byte, encoding)] = firsts.get(_read(byte, encoding), 0) | 1 << number
        for byte in range(0x80, 0xC0):
            others[_read(byte, encoding)] = others.get(_read(byte, encoding), 0) | 1 << number
    return firsts, others


def _read(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


@lru_cache(maxsize=len(_ENCODINGS))
def misreading(encoding: str) -> Misreading:
    """Return the misreading of UTF-8 by an encoding of one byte."""

    def any_of(first: int, last: int, more: str = "") -> str:
        return f"[{re.escape(''.join(_read(byte, encoding) for byte in range(first, last + 1)) + more)}]"

    other = any_of(0x80, 0xBF, "".join(map(chr, _CONTROLS)))
    two, three, four = any_of(*_ENCODINGS[encoding]), any_of(0xE0, 0xEF), any_of(0xF0, 0xF4)
    return Misreading(
        f"{two}{other}|{three}{other}{{2}}|{four}{other}{{3}}",
        {chr(byte): byte for byte in _CONTROLS} | {_read(byte, encoding): byte for byte in range(0x80, 0x100)},
        tuple(_read(0xE2, encoding) + _read(byte, encoding) for byte in (0x80, 0x82, 0x84)),
        encoding in _WITH_LATIN_LETTERS,
    )
