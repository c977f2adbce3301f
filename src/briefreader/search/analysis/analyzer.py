"""The one analyzer: what a word of a text is found by, for the index, for queries and for highlighting alike.

A word takes one position, or as many as it has parts: `F-16` is found as `f`, `16` and, joined, `f16`. Chinese and
Japanese take a position a character and are found by pairs of characters, Korean words also without their particle.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from briefreader.search.analysis.stemming import stem
from briefreader.text import fold, words

Kind = Literal["word", "stem", "prefix", "pattern", "one slip", "two slips"]

LONGEST_TERM = 64
EARLY: Final = 2  # letters that begin 20,000 terms of 14,000 briefs
_MOST_PARTS = 6
_KANA = r"\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_CHINESE = rf"{_KANA}\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HANGUL = r"\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_SIGNS = r"\-‐‑+&'’"
# These two take 4 ms to compile, which is left to the first word that needs them.
_RUNS = f"(?P<chinese>[{_CHINESE}]+)|(?P<hangul>[{_HANGUL}]+)|[^{_CHINESE}{_HANGUL}{_SIGNS}]+"
_PAIR = f"[{_CHINESE}]{{2}}"
_HYPHENS = re.compile("[-‐‑'’]")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_LATER_LETTERS = re.compile(r"(?<=\.)[A-Za-z](?![A-Za-z])")
# The particles of written Korean, longest first; what is left must be two syllables.
_PARTICLES = re.compile(
    "(?<=..)(?:에게서|으로서|으로써|이라는|이라고|에서는|에서도|으로는|에게|께서|에서|으로|로서|로써|라는|라고|까지|부터|보다|처럼|만큼|"
    "조차|마저|이나|이며|이고|와의|과의|에는|에도|로는|와는|과는|은|는|이|가|을|를|의|에|와|과|로|도|만|나|며)$"
)


class Part(NamedTuple):
    """What a word is found by: the term, the characters of the word it covers, and its position in the word.

    `joined` covers a whole compound, `form` is a Korean word without its particle; of Chinese or Japanese, `last` is
    the last character, which no pair begins with, and `lone` one that stands by itself. `spelled` is a word as it is
    written where that is folded, so that it is found letter by letter, `letter` one of an abbreviation.
    """

    start: int
    end: int
    step: int
    term: str
    kind: Literal["plain", "joined", "form", "pair", "last", "lone", "spelled", "letter"]


class Shape(NamedTuple):
    """The parts of a word and the number of positions it takes."""

    parts: tuple[Part, ...]
    length: int


@lru_cache(maxsize=131_072)
def shape(word: str) -> Shape:
    """Return how a word, as `text.words` gives it, is indexed."""
    if word.isascii() and word.isalpha():
        term, written = fold(word)[:LONGEST_TERM], word.lower()[:LONGEST_TERM]
        whole = Part(0, len(word), 0, term, "plain")
        return Shape((whole,) if term == written else (whole, Part(0, len(word), 0, written, "spelled")), 1)
    if "." in word or "," in word:
        plain = word.replace(",", "") if _THOUSANDS.fullmatch(word) else word
        whole = Part(0, len(word), 0, fold(plain)[:LONGEST_TERM], "plain")
        letters = [
            Part(match.start(), match.end(), 0, match[0].lower(), "letter") for match in _LATER_LETTERS.finditer(word)
        ]
        return Shape((whole, *letters), 1)
    parts: list[Part] = []
    step = 0
    for run in re.finditer(_RUNS, word):
        found = _pairs(run, step) if run["chinese"] else _forms(run, step)
        parts += found
        step = found[-1].step + 1 if found else step
    if 1 < step <= _MOST_PARTS and re.sub(_RUNS, "", word):
        parts.append(Part(0, len(word), 0, _folded(_HYPHENS.sub("", word)), "joined"))
    return Shape(tuple(parts), step)


def _folded(word: str) -> str:
    """Return the term of a word; a letter that stands for several words makes one term."""
    return fold(word).replace(" ", "")[:LONGEST_TERM]


def _pairs(run: re.Match[str], step: int) -> list[Part]:
    start, end = run.span()
    text = run.string
    pairs = [Part(at, at + 2, step + at - start, fold(text[at : at + 2]), "pair") for at in range(start, end - 1)]
    return [*pairs, Part(end - 1, end, step + end - 1 - start, fold(text[end - 1]), "last" if pairs else "lone")]


def is_pair(term: str) -> bool:
    """Whether a term is a pair of Chinese or Japanese characters, of which the second begins the next pair."""
    return not term.isascii() and re.fullmatch(_PAIR, term) is not None


def _forms(run: re.Match[str], step: int) -> list[Part]:
    start, end = run.span()
    term = _folded(run[0])
    if not term:
        return []
    parts = [Part(start, end, step, term, "plain")]
    bare = _PARTICLES.sub("", run[0]) if run["hangul"] else run[0]
    if bare != run[0]:
        parts.append(Part(start, start + len(bare), step, _folded(bare), "form"))
    return parts


class TermPattern(NamedTuple):
    """One place of a sequence: any of `keys`, each a term, a stem, a beginning, an outline or a likeness of it."""

    offset: int
    kind: Kind
    keys: tuple[str, ...]
    reach: int = 0
    """Where it is not 0 all places of the sequence lie within so many positions, in any order."""


Phrase = tuple[TermPattern, ...]


def phrases(text: str, *, exact: bool, prefix: bool, stemmed: bool = True) -> tuple[Phrase, ...]:
    """Return the ways in which the words of a query may stand in a text, any of them good.

    Words in a row and `exact` ones stand next to each other as they are spelled; a single word that is not exact
    also matches by its stem (where `stemmed`), a compound also joined up or taken apart. `prefix` lets the last go on;
    one or two letters of it after other words say nothing yet.
    """
    shapes = [found for found in (shape(word.text) for word in words(text)) if found.parts]
    words_in_a_row = _row(shapes)
    # So few letters begin so many words that to look where each stands takes seconds.
    early = (
        prefix
        and len(words_in_a_row) > 1
        and len(words_in_a_row[-1].keys[0]) <= EARLY
        and words_in_a_row[-1].keys[0].isascii()
    )
    if early:
        words_in_a_row = words_in_a_row[:-1]
    elif prefix and words_in_a_row:
        words_in_a_row = (*words_in_a_row[:-1], words_in_a_row[-1]._replace(kind="prefix"))
    if exact or len(shapes) != 1:
        return (words_in_a_row,) if words_in_a_row else ()
    parts = shapes[0].parts
    whole = [part.term for part in parts if part.kind == "joined"]
    if shapes[0].length == 1:
        whole = [part.term for part in parts if part.kind in ("plain", "form")]
    ways: list[Phrase] = []
    if whole:
        kind: Kind = "stem" if stemmed else "word"
        keys = tuple(dict.fromkeys(stem(term) if stemmed else term for term in whole))
        ways.append((TermPattern(0, kind, keys),))
        if prefix:
            ways.append((TermPattern(0, "prefix", (whole[0],)),))
    # `2+2` and `AT&T` mean what they join; `US-ROK` may as well be written apart.
    if not whole or (shapes[0].length > 1 and not early and not set("+&") & set(whole[0])):
        ways.append(words_in_a_row)
    return tuple(ways)


def _row(shapes: list[Shape]) -> Phrase:
    patterns: list[TermPattern] = []
    offset = 0
    for found in shapes:
        for part in found.parts:
            if part.kind in ("plain", "pair"):
                patterns.append(TermPattern(offset + part.step, "word", (part.term,)))
            elif part.kind == "lone":  # every pair that begins with it
                patterns.append(TermPattern(offset + part.step, "prefix", (part.term,)))
        offset += found.length
    return tuple(patterns)


def near(places: Collection[Iterable[int]], reach: int) -> Iterator[tuple[int, ...]]:
    """Yield a position of each of the places, all within reach: for each last position the nearest before it."""
    last: dict[int, int] = {}
    every = sorted((position, pattern) for pattern, each in enumerate(places) for position in each)
    for position, pattern in every:
        last[pattern] = position
        if len(last) == len(places) and position - min(last.values()) <= reach:
            yield tuple(last.values())


def stems(found: Mapping[str, int]) -> dict[str, int]:
    """Return how often each stem occurs, given how often each term does."""
    counts: dict[str, int] = {}
    for term, count in found.items():
        stemmed = stem(term)
        counts[stemmed] = counts.get(stemmed, 0) + count
    return counts
