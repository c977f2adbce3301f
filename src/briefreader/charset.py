"""Fits text to a terminal whose locale is not UTF-8: signs in ASCII, letters without the accents that it lacks."""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
import unicodedata
from functools import partial
from typing import TextIO

UTF_8 = "utf-8"
ASCII = "ascii"
STARTED_IN_C = bool(sys.flags.utf8_mode)
"""Whether the locale was C or POSIX at the start, so that LC_CTYPE is what Python has set since."""

_SIGNS = {
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("‘’‚‛′´ʻʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("•◦■□★☆✓✔", "*"),
    **dict(zip("●○", "x-", strict=True)),
    **dict.fromkeys("→▌›", ">"),
    **dict.fromkeys("←‹", "<"),
    **dict(zip("▁▂▃▄▅▆▇█", "_.:-=+##", strict=True)),
    **dict(zip("·…↑↓▸▾▏×✕€", "-.^v+-|xxE", strict=True)),
    **dict(zip("─━═│┃║▔▕▎▍▊▉▐", "---|||-||||||", strict=True)),
    **dict.fromkeys("╌╍┄┅┈┉", "-"),
    **dict.fromkeys("╎╏┆┇┊┋", "|"),
}
_LETTERS = dict(zip("æÆœŒøØłŁđĐðÐþÞßħĦıŋŊəƏ", "aAoOoOlLdDdDtTshHinNeE", strict=True))
"""Letters that Unicode does not decompose, each with the one that stands for it."""

_DRAWN = range(0x2500, 0x25A0)
"""Lines and blocks, which some encodings have, but not as wide as the reader draws them."""
_LINK = re.compile(r"(?<=\x1b\]8;)[^\x1b\x07]*")
_URL_CHARACTERS = "".join(map(chr, range(0x21, 0x7F)))


class Charset:
    """The characters of an encoding: a table for `str.translate` that fits each to the same number of cells."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        self._known: dict[int, str] = {}

    def __getitem__(self, code: int) -> str:
        """Return the characters of the encoding that stand for a character."""
        if code not in self._known:
            self._known[code] = self._fitted(chr(code))
        return self._known[code]

    def _fitted(self, char: str) -> str:
        from rich.cells import get_character_cell_size  # terminals with UTF-8 need none of this

        cells = get_character_cell_size(char)
        if char.isascii() or (ord(char) not in _DRAWN and self._has(char, cells)):
            return char
        if char in _SIGNS:
            return _SIGNS[char]
        if ord(char) in _DRAWN:
            return "+"
        letters = unicodedata.normalize("NFKD", char)
        base = "".join(_LETTERS.get(letter, letter) for letter in letters if not unicodedata.combining(letter))
        return base.ljust(cells) if base.isascii() and len(base) <= cells else "?" * cells

    def _has(self, char: str, cells: int) -> bool:
        """Tell whether the encoding has a character in as many bytes as it has cells: it is drawn as wide then."""
        try:
            return len(char.encode(self.encoding)) == cells
        except UnicodeEncodeError:
            return False

    def fit(self, output: str) -> str:
        """Return output, with its escape sequences, in characters of the encoding; addresses of links stay right."""
        if output.isascii():
            return output
        from urllib.parse import quote

        return _LINK.sub(lambda link: quote(link[0], safe=_URL_CHARACTERS), output).translate(self)


def charset(stream: TextIO | None) -> Charset | None:
    """Make a stream write the encoding of its terminal, and return the characters of that; None for UTF-8."""
    if isinstance(stream, io.TextIOWrapper):
        encoding = _encoding_of_terminal(stream) if stream.isatty() else _codec(stream.encoding)
        if encoding != UTF_8:
            characters = Charset(encoding)
            name = f"briefreader.{encoding}"
            codecs.register_error(name, partial(_replace, characters))
            stream.reconfigure(encoding=encoding, errors=name)
            return characters
    return None


def typed_encoding(characters: Charset | None) -> str:
    """Return the encoding of typed text; a terminal may send UTF-8 where the locale says no more than ASCII."""
    return characters.encoding if characters and characters.encoding != ASCII else UTF_8


def _encoding_of_terminal(stream: io.TextIOWrapper) -> str:
    """Return the encoding that the locale says, unless variables of Python say another one for the stream.

    Python itself writes UTF-8 in the C locale, and then sets LC_CTYPE to a locale with UTF-8. A locale that is not
    installed on this machine, as that of the near end of an SSH line, still says what the terminal shows.
    """
    if os.environ.get("PYTHONIOENCODING") or os.environ.get("PYTHONUTF8") == "1" or "utf8" in sys._xoptions:
        return _codec(stream.encoding)
    variables = ("LC_ALL", "LANG") if STARTED_IN_C else ("LC_ALL", "LC_CTYPE", "LANG")
    name = next(filter(None, map(os.environ.get, variables)), "")
    if name in ("C", "POSIX"):
        return ASCII
    said = name.partition(".")[2].partition("@")[0]
    if said and (encoding := _codec(said, unknown="")):
        return encoding
    import locale  # takes 2 ms, and UTF-8 is nearly always said by the variables

    return _codec(locale.getencoding())


def _codec(name: str, unknown: str = ASCII) -> str:
    """Return Python's name of an encoding."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return unknown


def _replace(characters: Charset, error: UnicodeError) -> tuple[str, int]:
    """Return the substitute for characters that an encoding lacks, and the offset of the text after them."""
    assert isinstance(error, UnicodeEncodeError)
    return error.object[error.start : error.end].translate(characters), error.end
