"""Edits texts lightly, as a publisher or another import does, and says where a passage is then."""

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

_ADDED = ("also", "fully", "jointly", "once again", "in this regard", "as noted earlier", "together with partners")
_CORRECTED = ("amended", "partners", "2031", "Geneva", "stability", "committee")
_TYPED = {"'": "’", '"': "”", "-": "–", "’": "'", "“": '"', "”": '"', "–": "-", "—": " - "}


class Edited(NamedTuple):
    """A text and the place of the passage in it; None after the passage was deleted."""

    text: str
    span: tuple[int, int] | None


Edit = Callable[[Edited, Random], Edited]


def replaced(edited: Edited, start: int, end: int, new: str) -> Edited:
    """Replace a range of characters; a range at an edge of the passage stays outside of it if the passage has none."""
    text, span = edited
    assert span
    shift = len(new) - (end - start)
    first, last = span
    if end <= first:
        first, last = first + shift, last + shift
    elif start < last:
        last += shift
    return Edited(text[:start] + new + text[end:], (first, last))


def _each(edited: Edited, pattern: str, new: Callable[[re.Match[str]], str | None]) -> Edited:
    for match in reversed([*re.finditer(pattern, edited.text)]):
        word = new(match)
        if word is not None:
            edited = replaced(edited, *match.span(), word)
    return edited


def words_added(edited: Edited, random: Random) -> Edited:
    """Add words at some places, also inside of the passage."""
    return _each(edited, r"(?<=\w) (?=\w)", lambda _: f" {random.choice(_ADDED)} " if random.random() < 0.03 else None)


def typography(edited: Edited, random: Random) -> Edited:
    """Write quotation marks and dashes another way."""
    return _each(edited, f"[{re.escape(''.join(_TYPED))}]", lambda match: _TYPED[match[0]])


def hyphens(edited: Edited, random: Random) -> Edited:
    """Write some compounds as one word or as two."""
    return _each(edited, r"(?<=[a-z])[-‐‑](?=[a-z])", lambda _: random.choice(("", " ")))


def white_space(edited: Edited, random: Random) -> Edited:
    """Break some lines and paragraphs elsewhere, and double some spaces."""
    breaks = ("\n", "  ", "\n\n")
    edited = _each(edited, r"(?<=\S) (?=\S)", lambda _: random.choice(breaks) if random.random() < 0.02 else None)
    return _each(edited, r"\n\n", lambda _: " " if random.random() < 0.1 else None)


def word_corrected(edited: Edited, random: Random) -> Edited:
    """Replace a word of the passage, the first and the last one too, and some words around it."""
    assert edited.span
    inside = [*re.finditer(r"\w+", edited.text[slice(*edited.span)])]
    if len(inside) > 3:
        match = random.choice(inside)
        start = edited.span[0]
        edited = replaced(edited, start + match.start(), start + match.end(), random.choice(_CORRECTED))
    return _each(edited, r"\b\w{4,}\b", lambda _: random.choice(_CORRECTED) if random.random() < 0.01 else None)


def paragraphs_moved(edited: Edited, random: Random) -> Edited:
    """Move the paragraphs with the passage, and some others, to other places below the title."""
    assert edited.span
    pieces = re.split(r"(?<=\S)(\n\n)(?=\S)", edited.text)
    paragraphs, at = [], 0
    for piece in pieces:
        if piece != "\n\n":
            paragraphs.append((at, at + len(piece)))
        at += len(piece)
    start, end = edited.span
    mine = [each for each in paragraphs if each[0] < end and start < each[1]]
    title, *others = [each for each in paragraphs if each not in mine]
    if not others or mine[0][0] == 0:
        return edited
    block = edited.text[mine[0][0] : mine[-1][1]]
    texts = [edited.text[slice(*each)] for each in others]
    if len(texts) > 2:
        texts.insert(random.randrange(len(texts)), texts.pop(random.randrange(len(texts))))
    texts.insert(0, edited.text[slice(*title)])
    before = random.randrange(1, len(texts) + 1)
    text = "\n\n".join([*texts[:before], block, *texts[before:]])
    offset = sum(len(each) + 2 for each in texts[:before])
    return Edited(text, (offset + start - mine[0][0], offset + end - mine[0][0]))


def all_at_once(edited: Edited, random: Random) -> Edited:
    """Edit a text in several ways."""
    for edit in (words_added, hyphens, typography, white_space):
        edited = edit(edited, random)
    return edited


def deleted(edited: Edited, random: Random) -> Edited:
    """Delete the passage, and edit the rest."""
    assert edited.span
    start, end = edited.span
    cut = Edited(edited.text[:start] + edited.text[end:], (start, start))
    return Edited(random.choice((all_at_once, typography, white_space))(cut, random).text, None)


EDITS: tuple[Edit, ...] = (
    words_added,
    typography,
    hyphens,
    white_space,
    word_corrected,
    paragraphs_moved,
    all_at_once,
)


def passages(text: str) -> list[tuple[int, int]]:
    """Return the sentences and paragraphs of a text that a person may keep."""
    found: list[tuple[int, int]] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        found += [
            (paragraph.start() + sentence.start(), paragraph.start() + sentence.end())
            for sentence in re.finditer(r"\S.*?(?:[.!?](?=\s)|$)", paragraph[0])
        ]
        found.append(paragraph.span())
    return list(dict.fromkeys(found))
