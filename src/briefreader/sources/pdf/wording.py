"""Turns the lines of a paragraph into its text: joins words parted at a line's end, and marks numbers of notes."""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefreader.model import Link
from briefreader.sources.pdf.lines import Piece
from briefreader.sources.plain import hyphenation
from briefreader.sources.structure.paragraph import Piece as Text
from briefreader.sources.structure.paragraph import joined

_ADDRESS = re.compile(r"https?(?:://\S*)?$")
_CUT_ADDRESS = re.compile(r"://\S+[/?&=_-]$")
_REST_OF_ADDRESS = re.compile(r"s?://|[\w%~]*[-/_=?&.%][\w%~/-]+")
_KOREAN = re.compile(r"[\uac00-\ud7a3]")  # its lines break inside words, without a hyphen
_UNITS = frozenset("m km cm mm ft".split())
_RAISED = 0.12  # sizes of the type; the least rise of the number of a note
_SMALL = 0.85  # part of the size of the line
_AFTER = re.compile(r"[.,;:)”\"’'»\]]\s*$|^\s*$")


class Wording:
    """Makes texts of lines; the words of the whole document tell whether a hyphen at a line's end belongs to a word."""

    def __init__(self, lines: Iterable[Piece]) -> None:
        texts = [line.text.strip() for line in lines]
        self._words = hyphenation.vocabulary(texts)
        self._korean = {word for text in texts for word in text.split()[:-1] if _KOREAN.match(word)}

    def text(self, lines: Sequence[Piece], skip: int = 0) -> tuple[str, tuple[Link, ...]]:
        """Return the text of the lines without their first `skip` characters, and its links."""
        pieces: list[Text] = []
        begun = ""  # the address that the lines before cut off
        for number, line in enumerate(lines):
            found = list(_marked(line))
            if not number and skip:
                found = _cut(found, skip)
            found = _stripped(found)
            following = lines[number + 1].text.strip() if number + 1 < len(lines) else ""
            text = begun + "".join(piece for piece, _ in found)
            address = _ADDRESS.search(text)
            cut = _CUT_ADDRESS.search(text) is not None and not following[:1].isupper()
            if address and following and (cut or _REST_OF_ADDRESS.match(following)):
                pieces += found
                begun = address[0]
            else:
                pieces += self._ended(found, following)
                begun = ""
        return joined(pieces)

    def _ended(self, found: list[Text], following: str) -> Iterator[Text]:
        """Yield the pieces of a line as it stands before the next one: with a space or not, with its hyphen or not."""
        if not found:
            return
        *before, (end, url) = found
        text = "".join(piece for piece, _ in before) + end
        yield from before
        if not following or not text:
            yield end, url
            return
        last, first = text.split()[-1], following.split()[0]
        whole = hyphenation.joined([last, first], self._words)
        if len(whole) < len(last) + len(first):
            yield end[:-1], url
        else:
            yield end, url
            if len(whole) > len(last) + len(first) and last + first not in self._korean:
                yield " ", None


def _stripped(found: list[Text]) -> list[Text]:
    kept = list(found)
    while kept and not kept[-1][0].strip():
        kept.pop()
    return [*kept[:-1], (kept[-1][0].rstrip(), kept[-1][1])] if kept else []


def _cut(found: list[Text], skip: int) -> list[Text]:
    kept: list[Text] = []
    for text, url in found:
        kept.append((text[skip:], url))
        skip = max(0, skip - len(text))
    return kept


def _marked(line: Piece) -> Iterator[Text]:
    """Yield the pieces of a line with the addresses that they lead to; the raised number of a note is `[1]`."""
    text, url = "", None
    glyphs = line.glyphs
    number = 0
    while number < len(glyphs):
        end = number
        while end < len(glyphs) and glyphs[end].text.isdigit() and is_raised(line, end):
            end += 1
        value = "".join(glyph.text for glyph in glyphs[number:end])
        if end > number and _is_note(text):
            value = f"[{value}]"
        if end == number:
            end, value = number + 1, glyphs[number].text
        if glyphs[number].url != url and text:
            yield text, url
            text = ""
        url = glyphs[number].url
        text += value
        number = end
    if text:
        yield text, url


def is_raised(line: Piece, number: int) -> bool:
    """Tell whether a glyph of a line is smaller and higher than the line."""
    glyph = line.glyphs[number]
    return glyph.font.size <= _SMALL * line.size and glyph.base - line.base >= _RAISED * line.size


def _is_note(before: str) -> bool:
    """Tell whether a raised number after a text is that of a note, not an exponent."""
    last = re.search(r"([^\W\d_]+)$", before)
    return bool(last and last[1] not in _UNITS) or _AFTER.search(before) is not None
