"""Reads the claims of a text that a meeting, a visit or an act is the first of its kind."""

import re
from collections.abc import Iterator, Sequence

from briefreader.annotate.meeting.claims.claim_sentence import ClaimSentence
from briefreader.annotate.meeting.claims.elliptical_firsts import elliptical_firsts
from briefreader.annotate.meeting.claims.named_firsts import named_firsts
from briefreader.annotate.meeting.claims.timed_firsts import timed_firsts
from briefreader.model import FirstClaim, Mention, Span
from briefreader.sentences import sentences

_NOWHERE = Span(0, 0)
_LONGEST = 1500
"""Characters of a sentence that are read; a longer one is no prose but a run of words."""

_SIGNS = re.compile(r"\b(?:first|inaugural|maiden)\b", re.IGNORECASE)


def first_claims(text: str, mentions: Sequence[Mention]) -> tuple[FirstClaim, ...]:
    """Return the claims of a text, the title first, in order; the same claim made again is not told again.

    `First Lady`, a first part or step, `not the first time`, the first of a person (`his first visit`) and words that
    only refer to an earlier meeting (`since our first meeting`) are no claims.
    """
    found: dict[FirstClaim, FirstClaim] = {}
    for claim in _all(text, mentions):
        found.setdefault(_meaning(claim), claim)
    return tuple(found.values())


def _all(text: str, mentions: Sequence[Mention]) -> Iterator[FirstClaim]:
    for span in sentences(text):
        span = Span(span.start, min(span.end, span.start + _LONGEST))
        if _SIGNS.search(text, *span):
            sentence = ClaimSentence(text, span, mentions)
            found = (*named_firsts(sentence), *timed_firsts(sentence), *elliptical_firsts(sentence))
            yield from sorted(found, key=lambda claim: claim.span.start)


def _meaning(claim: FirstClaim) -> FirstClaim:
    """Return a claim of a meeting without its place in the text; two acts or visits seldom are one."""
    if claim.event != "meeting":
        return claim
    return claim._replace(span=_NOWHERE, sentence=_NOWHERE)
