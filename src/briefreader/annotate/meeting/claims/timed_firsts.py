"""Reads claims of time: `the sides met in person for the first time`, `it was the first time that the sides met`."""

import re
from collections.abc import Iterator

from briefreader.annotate.meeting.claims.claim_sentence import ClaimSentence, ClaimWord
from briefreader.annotate.meeting.claims.claim_time import is_denied, is_ones_own, is_uncertain, time_of
from briefreader.annotate.meeting.claims.claim_words import bodies_in, format_in, level_of_manner, scope_in
from briefreader.model import ClaimTime, FirstClaim, FirstEvent, Span

_FOR = re.compile(r"\bfor (?:only )?(?:the|a) (?:very )?first time(?: ever)?\b", re.IGNORECASE)
_IS = re.compile(
    r"(?:\b(?:is|was|were|be|been|being|marks?|marked|marking|represents?|represented|became|"
    r"it['’]s|as)\b|(?<=[—–])|(?<= -)|(?<=,))"
    r"(?: also| only| just| now)? ?(?P<first>the (?:very )?first time(?: ever)?)\b(?!-)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:met|meets?|gather(?:s|ed|ing)?|conven(?:e|es|ed|ing)|assembled?|sat down|c[ao]me together|"
    r"(?:bring|brings|brought|bringing)(?: \w+){0,2} together|got together|"
    r"(?:held|hold|holds|holding|hosts?|hosted|hosting|organi[sz]ed?|launched?|took place|take place|attended?)"
    r"(?=(?:\W+[\w.’'-]+){0,8}\W+(?:meeting|summit|dialogue|talks|consultations|ministerial|conference))|"
    r"(?:meeting|summit|dialogue|talks|consultations|ministerial|conference)s?,? (?:\w+ ){0,3}(?:held|hosted|convened|"
    r"took place))\b",
    re.IGNORECASE,
)
_VISITING = re.compile(r"\b(?:visit(?:s|ed|ing)?|travel(?:s|ed|led|ing)?)\b", re.IGNORECASE)
_NO_PERSON = re.compile(r"^(?: that)? (?:I|he|she|you)\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:I|he|she|you|me|him|her)\b")
_PLACE_AFTER = re.compile(r"^ (?:in|at|to) (?:the )?", re.IGNORECASE)
_REFERENCE = re.compile(r"\b(?:buil[dt]s?|building) (?:up)?on\b|\bsince (?:the|our|their|its)\b", re.IGNORECASE)
_AUXILIARIES = frozenset("will would shall can have has had be been is are was were to not also jointly".split())
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
# An act that somebody may do says nothing of the time: `to apply for the first time`.
_INFINITIVE = re.compile(r"\bto (?:\w+ (?:or|and) )?(?:\w+ )?$")
_VERBS = frozenset(
    "held took began made saw gave brought sent spoke met built won led drew laid set put found sold bought flew fell "
    "became chose went came wrote read shook struck discussed".split()
)
# Words before which the object of a verb ends.
_END_OBJECT = frozenset(
    "since in on at for with by from through during under to as of and or that which while when".split()
)
_OPENING = re.compile(r"[ ,“\"'(]*(?:[^,]{0,40}, *(?:and )?)?$")
# Words of an object by which it is not sought.
_SMALL = frozenset(
    "it them us him her also ever the a an its their our his new first this that these those all both any more most "
    "very".split()
)
_CALLED = re.compile(r"\bcall(?:s|ed|ing)? (?:for|on|upon)\b", re.IGNORECASE)  # not by telephone
_LONGEST, _NEAR_VERB = 160, 45
"""Characters beside a claim in which the verb of a meeting stands, and the verb of a visit."""

_NEAR = 25
"""Characters after a claim in which its date stands."""

_MOST_WORDS = 4
"""Words of an object up to which it is sought; a longer one stands nowhere twice in the same words."""


def timed_firsts(sentence: ClaimSentence) -> Iterator[FirstClaim]:
    """Yield the claims of a sentence that something is done for the first time."""
    text = sentence.text
    for match in _FOR.finditer(text, *sentence.span):
        span, clause = Span(*match.span()), sentence.clause(*match.span())
        before = text[clause.start : span.start]
        if not is_denied(text[sentence.span.start : span.start]) and (
            claim := _claim(sentence, span, clause, before, text[span.end : clause.end])
        ):
            yield claim
    for match in _IS.finditer(text, *sentence.span):
        span = Span(*match.span("first"))
        before, after = text[sentence.span.start : span.start], text[span.end : sentence.clause(*span).end]
        if not is_denied(before) and not _NO_PERSON.search(after):
            claim = _claim(sentence, span, Span(span.start, sentence.clause(*span).end), "", after)
            if claim:
                yield claim


def _claim(sentence: ClaimSentence, span: Span, clause: Span, before: str, after: str) -> FirstClaim | None:
    is_opening = bool(_OPENING.match(before))
    before_scope = _SINCE.split(after)[0]
    act = before_scope if is_opening else before
    if is_uncertain(before) or is_ones_own(sentence, span.start, span.end) or _PERSON.search(act):
        return None
    event = _event(act[:_LONGEST] if is_opening else act[-_LONGEST:], is_opening)
    if event == "act" and not is_opening and _INFINITIVE.search(before):
        return None
    act_span = Span(span.end, span.end + len(before_scope)) if is_opening else Span(clause.start, span.start)
    scope = scope_in(after)
    day = sentence.day(clause.start, span.start, is_apart=True)
    claim = FirstClaim(
        span,
        sentence.span,
        event,
        _time(sentence, clause, span),
        scope=scope.words,
        since=scope.since,
        years=scope.years,
        day=day or sentence.day(span.end, min(clause.end, span.end + _NEAR)),
    )
    if event == "act":
        return claim._replace(words=_object(sentence, act_span, span.end, is_opening))
    if event == "visit":
        return claim
    place = _place(sentence, span)
    return claim._replace(
        format=format_in(_CALLED.sub("", f"{before} {before_scope}")),
        level=level_of_manner(f"{before} {before_scope}"),
        place=place,
        narrower=_people(sentence, act_span),
        bodies=bodies_in(sentence, act_span),
    )


def _time(sentence: ClaimSentence, clause: Span, span: Span) -> ClaimTime:
    before = sentence.text[sentence.span.start : clause.start]
    return "earlier" if _REFERENCE.search(before) else time_of(sentence, clause, span)


def _event(act: str, is_opening: bool) -> FirstEvent:
    if _MEETING.search(act):
        return "meeting"
    near = act[:_NEAR_VERB] if is_opening else act[-_NEAR_VERB:]
    return "visit" if _VISITING.search(near) else "act"


def _people(sentence: ClaimSentence, act: Span) -> tuple[str, ...]:
    """Return the people of the act, who may be the ones that meet for the first time."""
    return tuple(dict.fromkeys(each.canonical for each in sentence.names(*act, "PERSON")))


def _place(sentence: ClaimSentence, span: Span) -> str | None:
    """Return the place right after the claim, or right before it: `met in Oslo for the first time`."""
    found = _PLACE_AFTER.match(sentence.text[span.end : sentence.span.end])
    place = sentence.mention_at(span.end + found.end()) if found else sentence.mention_at(span.start - 2)
    if place is None or place.type != "PLACE":
        return None
    if not found and not re.search(r"\b(?:in|at) (?:the )?$", sentence.text[sentence.span.start : place.start]):
        return None
    return place.canonical


def _object(sentence: ClaimSentence, act: Span, after: int, is_opening: bool) -> tuple[str, ...]:
    """Return the words of the object of the verb, none where they cannot be told apart or are too many.

    The object may come after the claim: `they included for the first time a call for peace`.
    """
    words = [*sentence.words(*act)]
    at = _verb(words, is_opening)
    if at is None:
        return ()
    if at == len(words) - 1 and not is_opening:
        words += (word for word in sentence.words(after, sentence.span.end) if word.text != ",")
    found: list[str] = []
    for word in words[at + 1 :]:
        if word.small in _END_OBJECT:
            break
        if word.small not in _SMALL:
            found.append(word.text)
        if word.ends:
            break
    return tuple(found) if len(found) <= _MOST_WORDS else ()


def _verb(words: list[ClaimWord], is_opening: bool) -> int | None:
    """Return the number of the verb: the first one of a clause, or the last one before the claim."""
    verbs = [
        number
        for number, word in enumerate(words)
        if word.text.islower()
        and (
            word.small in _VERBS
            or (word.small.endswith("ed") and word.small not in ("united", "related", "need"))
            or (number and words[number - 1].small in _AUXILIARIES and word.small not in _AUXILIARIES)
        )
    ]
    return (verbs[0] if is_opening else verbs[-1]) if verbs else None
