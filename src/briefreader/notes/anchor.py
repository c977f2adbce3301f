"""Finds a quoted passage again in a text that was imported anew or edited: by its words and by the words around it.

The passage is sought with the same letters first, then with other words among them; it must be surrounded as before
where it is short, was edited, or was one of several like it. In doubt it counts as lost.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from briefreader.model import Elsewhere, Note
from briefreader.notes.passage_candidates import Candidate, aligned, candidates, windows
from briefreader.notes.passage_words import PassageWords
from briefreader.text import Span, fold_typography

_CONTEXT: Final = 120
"""Characters that are kept before and after a passage."""

_LONGEST_CONTEXT: Final = 8_000
"""Characters that are kept where a text repeats itself."""

_TELLING: Final = 6
"""Words of a passage that is known by its words alone."""

_SEVERAL: Final = 5
"""Words of a passage that its neighbours cannot have without being taken for other words."""

_LIKE: Final = 0.5
"""The share of the words that a passage has in common with another one like it."""

_LITTLE: Final = 0.3
"""The least difference between the scores of the passage and of any other place."""

_LONG: Final = 300
"""Words of a passage that is sought by its beginning and its end."""

_END: Final = 100
"""Words of a beginning or an end."""

_KEPT: Final = 1_000_000
"""Characters of the longest text whose words are kept until those of another one are asked for."""


class Quotation(NamedTuple):
    """A passage with the text around it; `elsewhere` tells how the text has its words elsewhere too."""

    quote: str
    before: str
    after: str
    elsewhere: Elsewhere = ""


def quotation(text: str, span: tuple[int, int]) -> Quotation:
    """Return the quotation of a passage by which `place` finds it again."""
    start, end = span
    quote = text[start:end]
    length = _CONTEXT
    before, after = _around(text, start, end, length)
    while length < _LONGEST_CONTEXT and _is_repeated(before + quote + after, text):
        length *= 2
        before, after = _around(text, start, end, length)
    quoted = Quotation(quote, before, after, _elsewhere(text, start, end))
    if quoted.elsewhere and _place(text[:start] + text[end:], quoted):
        return quoted._replace(elsewhere="alike")  # without the passage, another one would be taken for it
    return quoted


def _around(text: str, start: int, end: int, length: int) -> tuple[str, str]:
    """Return the text before and after a passage, cut between words."""
    first, last = max(0, start - length), min(len(text), end + length)
    while 0 < first < start and text[first - 1].isalnum():
        first += 1
    while end < last < len(text) and text[last].isalnum():
        last -= 1
    return text[first:start], text[end:last]


def _is_repeated(part: str, text: str) -> bool:
    return text.find(part, text.find(part) + 1) >= 0


def _elsewhere(text: str, start: int, end: int) -> Elsewhere:
    """Return how a text has the words of the passage at a range elsewhere too."""
    found = PassageWords(text)
    first, last = found.within(start, end)
    needle = found.keys[first:last]
    if len(found.spelled("".join(needle))) > 1:
        return "same"
    others = found.keys[:first] + [""] * len(needle) + found.keys[last:]
    needle = needle[:_LONG]
    similar = windows(needle, found, len(others), without=range(first, last))
    like = (aligned(needle, 0, len(needle), others, *window) for window in similar)
    return "similar" if any(each and each.likeness >= _LIKE for each in like) else ""


def place(text: str, note: Note) -> Span | None:
    """Return the passage of a note in a text, None where it is not certain."""
    return _place(text, Quotation(note.quote, note.before, note.after, note.elsewhere)) if note.quote else None


def _place(text: str, quoted: Quotation) -> Span | None:
    whole = quoted.before + quoted.quote + quoted.after
    begin, end = len(quoted.before), len(quoted.before) + len(quoted.quote)
    at = text.find(whole)
    if at >= 0 and text.find(whole, at + 1) < 0:
        return Span(at + begin, at + end)
    passage = PassageWords(whole)
    first, last = passage.within(begin, end)
    if first >= last:
        return None
    there = _words_of(text) if len(text) <= _KEPT else PassageWords(text)
    if quoted.elsewhere == "alike":
        found = _as_it_was(passage, first, last, there)
    else:
        found = _found(passage.keys, first, last, there, quoted.elsewhere)
    return _span(text, there, found, passage, (begin, end), whole) if found else None


@lru_cache(maxsize=1)
def _words_of(text: str) -> PassageWords:
    """Return the words of a text, on which there may be several notes."""
    return PassageWords(text)


def _as_it_was(passage: PassageWords, first: int, last: int, there: PassageWords) -> Candidate | None:
    """Return the words of a text that are those of a passage, with the same letters before and after it, once."""
    surrounded = there.spelled(passage.letters)
    if len(surrounded) != 1:
        return None
    before = len("".join(passage.keys[:first]))
    length = len("".join(passage.keys[first:last]))
    at = len("".join(there.keys[: surrounded[0][0]])) + before
    return next((Candidate(*each, 1.0) for each in there.words_at(at, length)), None)


def _found(passage: list[str], first: int, last: int, there: PassageWords, elsewhere: str) -> Candidate | None:
    """Return the words of a text that are those of a passage, a long one by its beginning and its end."""
    length = last - first
    if length <= _LONG:
        return _best(candidates(passage, first, last, there), length, elsewhere)
    begin = _best(candidates(passage, first, first + _END, there), _END, elsewhere)
    end = _best(candidates(passage, last - _END, last, there), _END, elsewhere)
    if begin is None or end is None or not length / 2 < end.last - begin.first < length * 2:
        return None
    return Candidate(begin.first, end.last, min(begin.likeness, end.likeness))


def _best(candidates: Sequence[Candidate], length: int, elsewhere: str) -> Candidate | None:
    """Return the candidate that is the passage for certain, None where there is none or several may be."""
    sure = [each for each in candidates if _is_sure(each, length, elsewhere)]
    sure.sort(key=lambda each: each.score, reverse=True)
    for other in sure[1:]:
        # Where the words stand to the letter elsewhere, nobody knows which place is meant.
        if sure[0].score - other.score < _LITTLE or sure[0].likeness < other.likeness == 1:
            return None
    return sure[0] if sure else None


def _is_sure(found: Candidate, length: int, elsewhere: str) -> bool:
    if found.likeness == 1:
        if elsewhere == "same":
            return found.is_surrounded(0.6) and found.before.share + found.after.share >= 1.4
        return length >= _TELLING or found.is_beside(0.5)
    if elsewhere or length < _TELLING:
        # A place with fewer words may have taken them from a neighbour that is like the passage.
        if found.last - found.first >= length and found.likeness >= _LIKE and found.is_surrounded(0.6):
            return True
        return length >= _SEVERAL and found.likeness >= 0.8 and found.is_among(0.75)
    return found.likeness >= 0.8 or (found.likeness >= 0.6 and found.is_beside(0.6))


def _span(
    text: str, there: PassageWords, found: Candidate, passage: PassageWords, range_: tuple[int, int], whole: str
) -> Span:
    """Return the characters of the words found, with the signs around them and without the parts of words cut off."""
    begin, end = range_
    first, last = passage.within(begin, end)
    start, stop = there.starts[found.first], there.ends[found.last - 1]
    cut = begin - passage.starts[first]
    if cut > 0 and there.keys[found.first] == passage.keys[first]:
        start += cut
    cut = passage.ends[last - 1] - end
    if cut > 0 and there.keys[found.last - 1] == passage.keys[last - 1]:
        stop -= cut
    for sign in reversed(_signs(whole[begin : max(begin, passage.starts[first])])):
        start -= start > 0 and fold_typography(text[start - 1]) == sign
    for sign in _signs(whole[min(end, passage.ends[last - 1]) : end]):
        stop += stop < len(text) and fold_typography(text[stop]) == sign
    return Span(start, stop)


def _signs(part: str) -> str:
    return "".join(fold_typography(part).split())
