"""Compares the words that a person sees in a file with those that were kept of it.

The reading here is greedy: it knows no paragraphs, titles or menus. A word that is neither kept nor told to be removed
was lost by a mistake of the program or by a form of file that it does not know.
"""

import html
import re
from collections import Counter
from typing import Any

from briefreader.sources.page_frame import is_hidden
from briefreader.text import clean, clean_line

_TAG = re.compile(r"</?[A-Za-z][^<>]*+>")
_ADDRESS = (
    r"\(\s*+(?:<[^<>]*+>|(?:[^()\[\]\s]|\([^()\[\]\s]*+\)|\()*)"
    r"(?:\s++(?:\"[^\"\n]*+\"|'[^'\n]*+'))?\s*+\)(?:\{[^{}]*+\})?"
)
_IMAGE = re.compile(rf"!\[[^\[\]]*+\]{_ADDRESS}")
_DESTINATION = re.compile(rf"\]{_ADDRESS}")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]^][^\[\]]*\]:.*$", re.MULTILINE)
_REFERENCE = re.compile(r"\]\[[^\[\]]*+\]")
_TASK = re.compile(r"^[ >]*+[-*+] \[[xX]\]", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = frozenset(
    "script style noscript template svg iframe embed select textarea canvas audio video map datalist title input "
    "button label".split()
)
_SIGNS = b" \n*_#-|[]\\>`=~+^"
_NOISE = 1.3  # times the letters in excess: as many as words that were lost have, if no other word was changed
_SHOWN, _LONGEST = 6, 80  # words and characters of the lost words that are shown


def of_markdown(body: str) -> str:
    """Return what a person sees of a Markdown text without comments: all but addresses, images and tags."""
    if "<" in body:
        body = _TAG.sub(" ", body)
    if "](" in body:
        body = _DESTINATION.sub("] ", _IMAGE.sub(" ", body))
    if "]:" in body:
        body = _REFERENCE.sub("]", _DEFINITION.sub(" ", body))
    return _TASK.sub("", body) if "[x]" in body or "[X]" in body else body


def of_page(root: Any) -> str:
    """Return the texts of a parsed page that are not hidden, with those of its frame and without controls."""
    from lxml import etree

    texts: list[str] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            if element.tail:
                texts.append(element.tail)
        elif element.tag in _UNSEEN or (element.attrib and is_hidden(element)):
            walker.skip_subtree()
        elif element.text:
            texts.append(element.text)
    return clean(" ".join(texts))


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
