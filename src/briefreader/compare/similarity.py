"""How much of the wording of two texts is the same, without what every meeting brings, and which words mark a text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt
from typing import NamedTuple

from briefreader.compare.phrases.telling import UNTELLING
from briefreader.compare.redline.change import Change
from briefreader.compare.wording import SMALL_WORDS, Wording
from briefreader.text import Span

LEAST_KEPT = 0.02
"""Texts that share less of their wording than this have hardly a sentence in common."""

_LEAST_COMMON = 0.5
"""The cosine of the frequencies of telling words from which two texts speak of one matter. Fourteen pairs of successive
statements had 0.56 and more; of 300 pairs of statements of different bodies, seven had 0.5 and more."""

_LEAST_MARK, _LEAST_TIMES = 10.83, 3
"""The log-likelihood from which a difference of frequency is no chance (p < 0.001, one degree of freedom), and how
often the text has the word at least: of hundreds of words that are tried, some are rare in one text by chance."""

_UNTELLING_ALONE = UNTELLING | frozenset(
    "achieve achieved achieving additional affected bring bringing build building caused chair chaired comprehensive "
    "contribute contributed contributing continuous different develop developed developing effective facilitate "
    "follow following four five six seven eight nine ten hundred thousand million billion trillion first second third "
    "fourth fifth full give given good great high highlight highlighted highlighting highlights increase increased "
    "increasing key level make made making many maintain maintaining measure particular provide provided providing "
    "pursue pursuing range regard related relevant remain remained remaining remains set seek seeking several "
    "significant special specific strong take taken taking use used using various way whole within "
    "anti bi co counter de ex inter mid multi non post pre pro quasi re semi sub trans tri".split()
)
"""Words and the first parts of compounds (`co-chairs`) that tell nothing of a text unless others stand beside them."""


class MarkingWord(NamedTuple):
    """A word that a text has more often than a series of texts does, with its number in the text."""

    word: str
    times: int
    score: float


def similarity(a: Wording, b: Wording, changes: Iterable[Change]) -> float:
    """Return the part of the words of both texts that is the same, from 0 to 1; routine words do not count."""
    changed_a, changed_b = bytearray(len(a.words)), bytearray(len(b.words))
    for change in changes:
        if change.kind != "move":
            _mark(a, changed_a, change.a)
            _mark(b, changed_b, change.b)
    counted = [sum(1 for flag in wording.routine if not flag) for wording in (a, b)]
    same = sum(
        1
        for wording, changed in ((a, changed_a), (b, changed_b))
        for is_routine, is_changed in zip(wording.routine, changed, strict=True)
        if not is_routine and not is_changed
    )
    return same / sum(counted) if sum(counted) else 1.0


def _mark(wording: Wording, flags: bytearray, span: Span | None) -> None:
    if span is not None:
        first, end = wording.range(span)
        flags[first:end] = b"\1" * (end - first)


def is_of_one_matter(a: Wording, b: Wording) -> bool:
    """Return whether two texts share their vocabulary, whatever became of their sentences."""
    counted = _telling_words(a), _telling_words(b)
    sizes = [sum(count * count for count in each.values()) for each in counted]
    common = sum(count * counted[1][word] for word, count in counted[0].items())
    return common >= _LEAST_COMMON * sqrt(sizes[0] * sizes[1]) > 0


def _telling_words(text: Wording) -> Counter[str]:
    """Return how often a text has each word that tells of its matter."""
    pairs = zip(text.words, text.routine, strict=True)
    return Counter(word for word, is_routine in pairs if not is_routine and _is_telling(word))


def _is_telling(word: str) -> bool:
    """Return whether a word, or its singular, says something of a text by itself."""
    return (
        word not in SMALL_WORDS
        and not any(form in _UNTELLING_ALONE for form in (word, word.removesuffix("s")))
        and any(letter.isalpha() for letter in word)
        and len(word) > 1
    )


def marking_words(text: Wording, others: Sequence[Wording], most: int = 10) -> tuple[MarkingWord, ...]:
    """Return the words that mark a text against others, the most striking first, as the text writes them most often.

    The score is the log-likelihood ratio of Dunning (1993) for two counts.
    """
    own, rest = Counter(text.words), Counter(word for other in others for word in other.words)
    size, size_of_rest = own.total(), rest.total()
    routine = {word for word, flag in zip(text.words, text.routine, strict=True) if flag}
    found = []
    for word, count in own.items():
        if count < _LEAST_TIMES or word in routine or not _is_telling(word):
            continue
        score = _log_likelihood(count, rest[word], size, size_of_rest)
        if score >= _LEAST_MARK and count / size > rest[word] / max(1, size_of_rest):
            found.append(MarkingWord(word, count, round(score, 2)))
    best = sorted(found, key=lambda each: (-each.score, each.word))[:most]
    return tuple(each._replace(word=_as_written(text, each.word)) for each in best)


def _as_written(text: Wording, word: str) -> str:
    """Return the form in which a text writes a folded word most often, that with most small letters among equals."""
    places = (span for each, span in zip(text.words, text.spans, strict=True) if each == word)
    forms = Counter(text.text[span.start : span.end] for span in places)
    return max(forms, key=lambda form: (forms[form], sum(map(str.islower, form)), form))


def _log_likelihood(count: int, other_count: int, size: int, other_size: int) -> float:
    total = count + other_count
    expected = size * total / (size + other_size), other_size * total / (size + other_size)
    pairs = zip((count, other_count), expected, strict=True)
    return 2 * sum(seen * log(seen / average) for seen, average in pairs if seen and average)
