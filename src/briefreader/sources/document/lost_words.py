"""Compares the words that a person sees in a file with those that were kept of it.

The reading here is greedy: it knows no paragraphs, titles or menus. A word that is neither kept nor told to be removed
was lost by a mistake of the program or by a form of file that it does not know.
"""

import html
import re
from collections import Counter

from briefreader.text import clean_line

_WORD = re.compile(r"[^\W_]+")
_SIGNS = b" \n*_#-|[]\\>`=~+^"
_NOISE = 1.3  # times the letters in excess: as many as words that were lost have, if no other word was changed
_SHOWN, _LONGEST = 6, 80  # words and characters of the lost words that are shown


def doubt(seen: str, kept: str) -> str | None:
    """Return a sentence about the words of `seen` that `kept` lacks, None where it lacks none."""
    lost = missing(seen, kept)
    if not lost:
        return None
    shown = clean_line(" ".join(lost[:_SHOWN]))[:_LONGEST]
    number = f"{len(lost):,} words of the file are" if len(lost) > 1 else "1 word of the file is"
    return f"text: {number} not in the text, the first: “{shown}”"


def missing(seen: str, kept: str) -> list[str]:
    """Return the words of `seen` that `kept` lacks, in their order.

    The letters are counted first, for few files have more of them than was kept. Where words are joined or split on the
    way, the numbers of letters are the same.
    """
    if "&" in seen:
        seen = html.unescape(seen)
    if _size(seen) <= _size(kept):
        return []
    words, held = _WORD.findall(seen), _WORD.findall(kept)
    excess = len("".join(words)) - len("".join(held))
    lacking = Counter(words) - Counter(held) if excess > 0 else Counter[str]()
    if sum(len(word) * number for word, number in lacking.items()) > _NOISE * excess:
        lacking = Counter({word: number for word, number in lacking.items() if word not in kept})
    lost: list[str] = []
    for word in words:
        if lacking[word] > 0:
            lacking[word] -= 1
            lost.append(word)
    return lost


def _size(text: str) -> int:
    """Return the number of bytes of a text without spaces and the signs that layout and marks have."""
    return len(text.encode().translate(None, _SIGNS))
