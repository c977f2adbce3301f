"""The one analyzer: turns words into the terms by which the index, queries and highlighting find them.

A word takes one position, or as many positions as it has parts: `F-16` is found as `f`, as `16` and, joined, as `f16`.
Each Chinese or Japanese character takes one position, and pairs of characters are found. A Korean word is also found
without its particle.
"""

import re
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, Literal, NamedTuple

from briefreader.search.analysis.stemming import stem
from briefreader.text import fold, words

Kind = Literal["word", "stem", "prefix", "pattern", "one typo", "two typos"]

LONGEST_TERM = 64
SHORT_PREFIX: Final = 2
"""Letters that begin too many terms to look where each stands: 20,000 terms of 14,000 briefs."""
_MOST_PARTS = 6
_KANA = r"\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_CHINESE = rf"{_KANA}\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HANGUL = r"\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_SIGNS = r"\-‐‑+&'’"
# These two take 4 ms to compile, which is left to the first word that needs them.
_RUNS = f"(?P<chinese>[{_CHINESE}]+)|(?P<hangul>[{_HANGUL}]+)|[^{_CHINESE}{_HANGUL}{_SIGNS}]+"
_PAIR = f"[{_CHINESE}]{{2}}"
_HYPHENS = re.compile("[-‐‑'’]")
# A designation and its variant: `F-35A`, `Su-30MKI`, `C-130J-30`, `Tu-22M3`; without a hyphen `F35A` and `M1A2`, but
# not `B2B` and `H1N1`.
_VARIANT = re.compile(
    r"(?P<letters>[A-Z][A-Za-z]{0,11})(?:[-‐‑](?P<number>\d{1,4})|(?P<joined>\d{2,4}|\d(?=A\d)))"
    r"[A-Z]{1,3}\d{0,2}[A-Z]?(?P<more>[-‐‑].*)?"
)
# The plural of a designation; `mid-90s` is a decade.
_PLURAL = re.compile(
    r"(?!(?i:mid|late|early|pre|post)[-‐‑])(?:[A-Z][A-Za-z]{0,11}|[a-z]{1,2})[-‐‑](?P<number>\d{1,4}(?:[A-Z]{1,3}\d{0,2}[A-Z]?)?)s"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_LATER_LETTERS = re.compile(r"(?<=\.)[A-Za-z](?![A-Za-z])")
# The particles of written Korean, longest first; what is left must be two syllables.
_PARTICLES = re.compile(
    "(?<=..)(?:에게서|으로서|으로써|이라는|이라고|에서는|에서도|으로는|에게|께서|에서|으로|로서|로써|라는|라고|까지|부터|보다|처럼|만큼|"
    "조차|마저|이나|이며|이고|와의|과의|에는|에도|로는|와는|과는|은|는|이|가|을|를|의|에|와|과|로|도|만|나|며)$"
)


class Part(NamedTuple):
    """A term by which a word is found, the characters of the word that it covers, and its position within the word.

    Kinds: `plain` is a whole word or a part of a compound, `joined` a compound without its signs, `form` a Korean word
    without its particle or a designation without its plural `s`. `pair` is two Chinese or Japanese characters, `last`
    the last character of several, with which no pair begins, `lone` a character by itself. `spelled` is a word as it is
    written where folding changes it, so that it is found while it is typed. `letter` is a later letter of an
    abbreviation. `model` is a designation without its variant, or its number, so that `F-35` finds `F-35A`.
    """

    start: int
    end: int
    offset: int
    term: str
    kind: Literal["plain", "joined", "form", "pair", "last", "lone", "spelled", "letter", "model"]


class AnalyzedWord(NamedTuple):
    """The parts of a word, and the number of positions that it takes."""

    parts: tuple[Part, ...]
    length: int


@lru_cache(maxsize=131_072)
def analyzed(word: str) -> AnalyzedWord:
    """Return the parts by which a word, as `text.words` yields it, is found."""
    if word.isascii() and word.isalpha():
        term, written = fold(word)[:LONGEST_TERM], word.lower()[:LONGEST_TERM]
        whole = Part(0, len(word), 0, term, "plain")
        return AnalyzedWord((whole,) if term == written else (whole, Part(0, len(word), 0, written, "spelled")), 1)
    if "." in word or "," in word:
        plain = word.replace(",", "") if _THOUSANDS.fullmatch(word) else word
        whole = Part(0, len(word), 0, fold(plain)[:LONGEST_TERM], "plain")
        letters = [
            Part(match.start(), match.end(), 0, match[0].lower(), "letter") for match in _LATER_LETTERS.finditer(word)
        ]
        return AnalyzedWord((whole, *letters), 1)
    parts: list[Part] = []
    offset = 0
    for run in re.finditer(_RUNS, word):
        found = _pairs(run, offset) if run["chinese"] else _forms(run, offset)
        parts += found
        offset = found[-1].offset + 1 if found else offset
    if 1 < offset <= _MOST_PARTS and re.sub(_RUNS, "", word):
        parts.append(Part(0, len(word), 0, _folded(_HYPHENS.sub("", word)), "joined"))
    return AnalyzedWord((*parts, *_designations(word)), offset)


def _designations(word: str) -> Iterator[Part]:
    """Yield the terms by which a designation is found without its plural `s` and without its variant."""
    if plural := _PLURAL.fullmatch(word):
        yield Part(0, len(word), 0, _folded(_HYPHENS.sub("", word[:-1])), "form")
        yield Part(plural.start("number"), len(word), 1, _folded(plural["number"]), "form")
    if variant := _VARIANT.fullmatch(word[:-1] if plural else word):
        end = variant.start("more") if variant["more"] else len(word)
        yield Part(0, end, 0, _folded(variant["letters"] + (variant["number"] or variant["joined"])), "model")
        if variant["number"]:
            yield Part(variant.start("number"), end, 1, variant["number"], "model")


def _folded(word: str) -> str:
    """Return the term of a word; a letter that stands for several words makes one term."""
    return fold(word).replace(" ", "")[:LONGEST_TERM]


def _pairs(run: re.Match[str], offset: int) -> list[Part]:
    start, end = run.span()
    text = run.string
    pairs = [Part(at, at + 2, offset + at - start, fold(text[at : at + 2]), "pair") for at in range(start, end - 1)]
    return [*pairs, Part(end - 1, end, offset + end - 1 - start, fold(text[end - 1]), "last" if pairs else "lone")]


def is_pair(term: str) -> bool:
    """Whether a term is a pair of Chinese or Japanese characters, of which the second begins the next pair."""
    return not term.isascii() and re.fullmatch(_PAIR, term) is not None


def _forms(run: re.Match[str], offset: int) -> list[Part]:
    start, end = run.span()
    term = _folded(run[0])
    if not term:
        return []
    parts = [Part(start, end, offset, term, "plain")]
    bare = _PARTICLES.sub("", run[0]) if run["hangul"] else run[0]
    if bare != run[0]:
        parts.append(Part(start, start + len(bare), offset, _folded(bare), "form"))
    return parts


class TermPattern(NamedTuple):
    """One word of a phrase, `offset` positions after its first, which any of `keys` may match.

    By `kind`, a key is a term, a stem, the beginning of a term, a term with `*` for any letters, or a term with typos.
    With a `window` other than 0, all words of the phrase stand within so many positions, in any order.
    """

    offset: int
    kind: Kind
    keys: tuple[str, ...]
    window: int = 0


Phrase = tuple[TermPattern, ...]
"""The words of a phrase from left to right; a single word is a phrase of one."""


def phrases(text: str, *, exact: bool, prefix: bool, stemmed: bool = True) -> tuple[Phrase, ...]:
    """Return the phrases any of which matches the words of a query.

    Several words, and `exact` ones, stand next to each other as they are spelled. A single word that is not exact also
    matches by its stem (where `stemmed`), and a compound also joined or taken apart. With `prefix`, the last word may
    go on; while it has only one or two letters after other words, it is left out.
    """
    analyzed_words = [found for found in (analyzed(word.text) for word in words(text)) if found.parts]
    words_in_a_row = _in_a_row(analyzed_words)
    is_short_prefix = (
        prefix
        and len(words_in_a_row) > 1
        and len(words_in_a_row[-1].keys[0]) <= SHORT_PREFIX
        and words_in_a_row[-1].keys[0].isascii()
    )
    if is_short_prefix:
        words_in_a_row = words_in_a_row[:-1]
    elif prefix and words_in_a_row:
        words_in_a_row = (*words_in_a_row[:-1], words_in_a_row[-1]._replace(kind="prefix"))
    if exact or len(analyzed_words) != 1:
        return (words_in_a_row,) if words_in_a_row else ()
    parts = analyzed_words[0].parts
    joined = [part[:2] for part in parts if part.kind == "joined"]
    whole = [part.term for part in parts if part.kind in ("joined", "form") and part[:2] in joined]
    if analyzed_words[0].length == 1:
        whole = [part.term for part in parts if part.kind in ("plain", "form")]
    ways: list[Phrase] = []
    if whole:
        kind: Kind = "stem" if stemmed else "word"
        keys = tuple(dict.fromkeys(stem(term) if stemmed else term for term in whole))
        ways.append((TermPattern(0, kind, keys),))
        if prefix:
            ways.append((TermPattern(0, "prefix", (whole[0],)),))
    # `2+2` and `AT&T` mean what they join; `US-ROK` may as well be written apart.
    if not whole or (analyzed_words[0].length > 1 and not is_short_prefix and not set("+&") & set(whole[0])):
        ways.append(words_in_a_row)
    return tuple(ways)


def _in_a_row(analyzed_words: list[AnalyzedWord]) -> Phrase:
    patterns: list[TermPattern] = []
    offset = 0
    for found in analyzed_words:
        for part in found.parts:
            if part.kind in ("plain", "pair"):
                patterns.append(TermPattern(offset + part.offset, "word", (part.term,)))
            elif part.kind == "lone":  # every pair that begins with it
                patterns.append(TermPattern(offset + part.offset, "prefix", (part.term,)))
        offset += found.length
    return tuple(patterns)


def near(positions: Collection[Iterable[int]], window: int) -> Iterator[tuple[int, ...]]:
    """Yield positions that lie within a window, one of each word, given the positions of the words.

    For each last position the nearest ones before it are taken. A word that is given twice needs two positions.
    """
    words = Counter(tuple(sorted(each)) for each in positions)
    last = {word: deque[int](maxlen=count) for word, count in enumerate(words.values())}
    every = sorted((position, word) for word, each in enumerate(words) for position in each)
    missing = len(positions)
    for position, word in every:
        missing -= len(last[word]) < (last[word].maxlen or 0)
        last[word].append(position)
        if not missing and position - min(each[0] for each in last.values()) <= window:
            yield tuple(chain.from_iterable(last.values()))
