"""Reads claims that leave out their noun: `they met in Oslo for a meeting, the first since 2019`."""

import re
from collections.abc import Iterator

from briefreader.annotate.meeting.claims.claim_sentence import ClaimSentence
from briefreader.annotate.meeting.claims.claim_time import is_denied, is_ones_own, time_of
from briefreader.annotate.meeting.claims.claim_words import format_in, scope_in
from briefreader.model import FirstClaim, FirstEvent, Span

_FIRST = re.compile(
    r"(?:[,—–-] ?|\b(?:is|was|marks?|marked) )(?P<first>(?:the|its|their|our) (?:very )?first(?:[- ]ever)?"
    r"(?: to be (?:held|hosted|convened)| (?:held|hosted|convened)| of its kind|"
    r"(?= since | in (?:\w+ ){0,3}(?:years?|decades?)\b)))",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(?:(?P<meeting>meeting|summit|dialogue|ministerial|talks|consultations|call|session|conference|forum)|"
    r"(?P<visit>visit|trip))s?\b",
    re.IGNORECASE,
)
_AT_PLACE = re.compile(r" (?:in|at) (?:the )?")
_LONGEST = 120
"""Characters before a claim in which its noun stands."""


def elliptical_firsts(sentence: ClaimSentence) -> Iterator[FirstClaim]:
    """Yield the claims of a sentence whose noun stands before them."""
    for match in _FIRST.finditer(sentence.text, *sentence.span):
        span = Span(*match.span("first"))
        start = max(sentence.span.start, span.start - _LONGEST)
        nouns = [*_NOUN.finditer(sentence.text, start, span.start)]
        is_other = is_denied(sentence.text[start : span.start]) or is_ones_own(sentence, span.start, span.end)
        if not nouns or is_other:
            continue
        event: FirstEvent = "meeting" if nouns[-1]["meeting"] else "visit"
        clause = Span(start, sentence.clause(*span).end)
        scope = scope_in(sentence.text[span.end : clause.end])
        at = _AT_PLACE.match(sentence.text, span.end)
        place = sentence.mention_at(at.end()) if at else None
        yield FirstClaim(
            span,
            sentence.span,
            event,
            time_of(sentence, clause, span),
            format_in(sentence.text[start : span.start]) if event == "meeting" else None,
            place=place.canonical if place and place.type == "PLACE" else None,
            scope=scope.words,
            since=scope.since,
            years=scope.years,
            day=sentence.day(start, span.start, is_apart=True),
        )
