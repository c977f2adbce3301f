"""Makes pairs of texts with known edits, and counts how many of the edited words a comparison finds."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefreader.compare import Change
from briefreader.sentences import sentences
from briefreader.text import Span, paragraphs, words

KINDS = ("replace", "insert", "delete", "new", "gone", "move", "move and edit", "routine")
OTHER_WORDS = (
    "harbour lantern orchard velvet copper meadow saddle thunder marble whistle pepper granite feather".split()
)
FEWEST_WORDS = 12
"""Words of a sentence that is edited or moved."""

_OTHER_ROUTINE = {
    **dict.fromkeys(("first", "second", "third", "fourth", "fifth", "inaugural"), "seventh"),
    **dict.fromkeys(("January", "February", "March", "April", "June", "July", "September", "October"), "August"),
    **{str(year): "2031" for year in range(2019, 2027)},
}
# `third countries` are not counted.
_ROUTINE = re.compile(rf"(?<![-‐‑])\b(?:{'|'.join(_OTHER_ROUTINE)})\b(?![-‐‑'’]| (?:countr|part))")
_PARTED, _JOINED, _REWRAPPED = 0.05, 0.05, 0.15
"""How often a paragraph is parted between two sentences, joined with the next, or a sentence is set otherwise."""

_ENDED = re.compile(r"[a-z]{4}[.!?]\s*$")
_LOWER_CASE = re.compile(r"(?<![-‐‑])\b[a-z]{4,}\b(?![-‐‑'’])")

Places = Mapping[str, set[tuple[str, int]]]
"""For each kind of change, the text (`a` or `b`) and the beginning of each changed word."""


@dataclass(eq=False)
class Piece:
    """A sentence before and after; None where a text does not have it."""

    a: str | None
    b: str | None
    is_moved: bool = False
    edits: list[tuple[str, Span | None, Span | None]] = field(default_factory=list)
    """The kind of each edit inside the sentence, with its place before and after."""


class Pair(NamedTuple):
    """Two texts and the changes from one to the other."""

    a: str
    b: str
    changed: Places


def pieces_of(text: str) -> list[list[Piece]]:
    """Return the sentences of a text by paragraph."""
    found = []
    for paragraph in paragraphs(text):
        inside = text[paragraph.start : paragraph.end]
        found.append([Piece(inside[s.start : s.end], inside[s.start : s.end]) for s in sentences(inside)])
    return found


def edited_pair(text: str, other: str, rng: random.Random, edits: int) -> Pair:
    """Return a text and its edited form with a number of random edits; new sentences come from another text."""
    body = pieces_of(text)
    new = [piece.a for paragraph in pieces_of(other)[1:] for piece in paragraph if len((piece.a or "").split()) >= 10]
    free = [piece for paragraph in body[1:] for piece in paragraph if len((piece.a or "").split()) >= FEWEST_WORDS]
    rng.shuffle(free)
    for kind in rng.choices(KINDS, k=edits):
        if not free:
            break
        piece = free.pop()
        if kind == "gone":
            piece.b = None
        elif kind == "new" and new:
            paragraph = next(each for each in body if piece in each)
            paragraph.insert(paragraph.index(piece) + 1, Piece(None, new.pop(rng.randrange(len(new)))))
        elif kind.startswith("move"):
            piece.is_moved = True
        elif kind == "routine":
            _change_date(piece)
        if kind in ("replace", "insert", "delete", "move and edit"):
            _edit(piece, "replace" if kind == "move and edit" else kind, rng)
    return _laid_out(body, rng)


def _change_date(piece: Piece) -> None:
    """Change the first ordinal, month or year of a sentence, if it has one."""
    text = piece.b or ""
    if found := _ROUTINE.search(text):
        other = _OTHER_ROUTINE[found[0]]
        piece.b = text[: found.start()] + other + text[found.end() :]
        piece.edits.append(("routine", Span(*found.span()), Span(found.start(), found.start() + len(other))))


def _set_otherwise(text: str) -> str:
    """Return a sentence with other quotation marks and a line break; no offset changes."""
    middle = re.compile(r"(?<=\S) (?=\S)").search(text, len(text) // 2)
    wrapped = f"{text[: middle.start()]}\n{text[middle.end() :]}" if middle else text
    return wrapped.translate(str.maketrans("’'“”", '\'’""'))


def _edit(piece: Piece, kind: str, rng: random.Random) -> None:
    """Change one word of a sentence."""
    text = piece.b or ""
    found = [match for match in _LOWER_CASE.finditer(text) if match[0] not in _OTHER_ROUTINE]
    inside = [Span(*match.span()) for match in found][2:-2]
    if not inside:
        return
    start, end = rng.choice(inside)
    if kind == "delete":
        start = len(text[:start].rstrip())
        piece.b = text[:start] + text[end:]
        piece.edits.append((kind, Span(start + 1, end), None))
    elif kind == "insert":
        added = " ".join(rng.sample(OTHER_WORDS, 2))
        piece.b = f"{text[:start]}{added} {text[start:]}"
        piece.edits.append((kind, None, Span(start, start + len(added))))
    else:
        added = rng.choice(OTHER_WORDS)
        piece.b = text[:start] + added + text[end:]
        piece.edits.append((kind, Span(start, end), Span(start, start + len(added))))


def _laid_out(body: Sequence[Sequence[Piece]], rng: random.Random) -> Pair:
    before = [[piece for piece in paragraph if piece.a] for paragraph in body]
    after = [[piece for piece in paragraph if piece.b and not piece.is_moved] for paragraph in body]
    for number, paragraph in enumerate(body):
        for piece in paragraph:
            if piece.is_moved:
                _move(piece, paragraph, number, after, rng)
    a, places_a = _joined(before, "a")
    for piece in (piece for paragraph in after for piece in paragraph):
        if piece.b and rng.random() < _REWRAPPED:
            piece.b = _set_otherwise(piece.b)
    b, places_b = _joined(after, "b", rng)
    changed: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for piece in (piece for paragraph in body for piece in paragraph):
        whole = {kind for kind, is_so in (("delete", piece.b is None), ("insert", piece.a is None)) if is_so}
        for kind in whole | ({"move"} if piece.is_moved else set()):
            changed[kind] |= {("a", places_a[id(piece)] + word.start) for word in words(piece.a or "")}
            changed[kind] |= {("b", places_b[id(piece)] + word.start) for word in words(piece.b or "")}
        for kind, old, now in piece.edits:
            kind = f"{kind} in move" if piece.is_moved else kind
            for side, span, text, places in (("a", old, piece.a, places_a), ("b", now, piece.b, places_b)):
                if span is not None and text is not None:
                    inside = text[span.start : span.end]
                    changed[kind] |= {(side, places[id(piece)] + span.start + word.start) for word in words(inside)}
    return Pair(a, b, changed)


def _move(piece: Piece, paragraph: Sequence[Piece], number: int, after: list[list[Piece]], rng: random.Random) -> None:
    """Put a sentence to the end of a paragraph far away, or leave it where there is none."""
    ended = [at for at, each in enumerate(after) if at and each and (each[-1].b or "").rstrip()[-1:] in ".!?"]
    far = [at for at in ended if abs(at - number) >= max(2, len(after) // 3)]
    if far:
        after[rng.choice(far)].append(piece)
    else:
        piece.is_moved = False
        later = [other for other in paragraph[paragraph.index(piece) :] if other in after[number]]
        at = after[number].index(later[0]) if later else len(after[number])
        after[number].insert(at, piece)


def _joined(
    paragraphs_: Iterable[Sequence[Piece]], side: str, rng: random.Random | None = None
) -> tuple[str, dict[int, int]]:
    """Return a text and the place of each sentence; with random numbers some paragraphs are parted or joined."""
    text, places = "", {}
    for paragraph in (each for each in paragraphs_ if each):
        goes_on = _ENDED.search(text) and (getattr(paragraph[0], side) or "")[:1].isupper()
        is_joined = rng is not None and goes_on and rng.random() < _JOINED
        text += (" " if is_joined else "\n\n") if text else ""
        for number, piece in enumerate(paragraph):
            is_parted = rng is not None and _ENDED.search(text) and rng.random() < _PARTED
            text += ("\n\n" if is_parted else " ") if number else ""
            places[id(piece)] = len(text)
            text += getattr(piece, side)
    return text, places


def told(changes: Iterable[Change], a: str, b: str) -> Places:
    """Return the words that a comparison tells as changed, those inside moves as kinds of their own."""
    changes = [*changes]
    moves = [change for change in changes if change.kind == "move"]
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for change in changes:
        for side, text, span in (("a", a, change.a), ("b", b, change.b)):
            if span is not None:
                around = [move.a if side == "a" else move.b for move in moves if change.kind != "move"]
                inside = any(each and each.start <= span.start and span.end <= each.end for each in around)
                kind = f"{change.kind} in move" if inside else change.kind
                found[kind] |= {(side, span.start + word.start) for word in words(text[span.start : span.end])}
    return found


class Score:
    """Counts of words by kind of change, over many pairs."""

    def __init__(self) -> None:
        self.right, self.false, self.missed = Counter[str](), Counter[str](), Counter[str]()
        self.pairs_with_false_moves = 0

    def add(self, changed: Places, found: Places) -> None:
        """Count the words of a pair."""
        for kind in changed.keys() | found.keys():
            expected, seen = changed.get(kind, set()), found.get(kind, set())
            self.right[kind] += len(expected & seen)
            self.false[kind] += len(seen - expected)
            self.missed[kind] += len(expected - seen)
        self.pairs_with_false_moves += bool(found.get("move", set()) - changed.get("move", set()))

    def f1(self, kind: str) -> float:
        """Return the harmonic mean of precision and recall of a kind, 1.0 where it never occurs."""
        all_ = 2 * self.right[kind] + self.false[kind] + self.missed[kind]
        return 2 * self.right[kind] / all_ if all_ else 1.0

    def recall(self, kind: str) -> float:
        """Return the part of the words of a kind that was found."""
        all_ = self.right[kind] + self.missed[kind]
        return self.right[kind] / all_ if all_ else 1.0


def edited_pairs(texts: Sequence[str], count: int, seed: int) -> Iterator[Pair]:
    """Yield pairs made from texts, always the same for a seed."""
    rng = random.Random(seed)
    for _ in range(count):
        text, other = rng.sample(texts, 2)
        yield edited_pair(text, other, rng, rng.randrange(2, 9))
