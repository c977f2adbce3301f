"""Reads the ordinal of a meeting in its series: `third`, `8610th`."""

import re

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.report.meeting_signs import AT_ITS
from briefreader.annotate.meeting.series.numbered_body import (
    OF_A_KIND,
    ORDINAL,
    NumberedBody,
    has_ordinal,
    meets,
    number_of,
)
from briefreader.annotate.text.masked_sentences import EVENT, ORG, MaskedSentence, pattern

BEFORE_EVENT = pattern(
    rf"\b(?P<ordinal>{ORDINAL})\b (?:(?:annual|joint|high-level|principal-level|bilateral|trilateral|"
    r"ministerial|plenary|meetings?|sessions?|rounds?|iteration|edition|of|the|for|convening|"
    r"<CN>(?:-<CN>)*|<O>) )*$",
    re.IGNORECASE,
)
_AFTER = pattern(
    rf"(?:'s)? (?:\([^)]*\) )?(?:was|is|marked|held|holds|convened) (?:its|the|their) (?P<ordinal>{ORDINAL})\b",
    re.IGNORECASE,
)
# `the first summit since 2016` has no ordinal.
_SINCE = pattern(r"(?: \(<EO>\))? (?:since|in (?:more than |over )?\w+ years|of the (?:year|<PO>))\b")
_TIMES = pattern(
    rf"\b(?:met|meet|gathered|convened|held)\b(?:(?! in person|"
    rf" virtually)[^.;])* for the (?P<ordinal>{ORDINAL}) time\b(?! (?:since|in|that|at))"
    rf"|\b(?:held|hosted|convened|co-hosted|launched|Readout of|Statement (?:on|of|from)) (?:the |their "
    rf"|a )?(?P<held>{ORDINAL})"
    r" (?:(?!in-person|virtual)[\w-]+ ){0,2}(?:meeting|session|round|summit|dialogue"
    r"|consultations)\b(?!(?: of the <O>)? (?:in person|virtually))"
    rf"|\b(?:met|meet|convened?|gather(?:ed)?) [^.;]{{0,40}}?\bfor (?:our|their) (?P<ours>{ORDINAL}) (?!in[- ]person|"
    rf"virtual)"
    r"(?:[a-z]+ )?(?:meeting|summit|session)\b"
    rf"|\b(?:it|this) was the (?P<other>{ORDINAL}) (?:trilateral |such )?(?:meeting|session|gathering)\b",
    re.IGNORECASE,
)
_PARTIES = r"(?:<CNO>(?:\s?[-–—]\s?<CNO>)* )?"
_MEETING_OF_BODY = pattern(
    rf"\b(?P<ordinal>{ORDINAL}) (?:(?!in-person|virtual)[a-z-]+ )?(?:meeting|session|plenary|round|summit|talks|"
    rf"negotiations|ministerial) (?:of|in the format of) the "
    rf"{_PARTIES}(?P<body><O>)(?! in person| virtually)"
    rf"|^The (?P<count>{ORDINAL}) {_PARTIES}(?P<met><O>)(?: \([^)]{{1,30}}\))? (?:met|convened|was held|took place)\b",
    re.IGNORECASE,
)
# `the President's first NATO Summit` counts the summits of the President.
_OF_PERSON = pattern(r"(?:\b(?:[Hh]is|[Hh]er|[Mm]y)|(?:<TP>|\b(?:President|Minister|Secretary|Chancellor))'s) $")
_NEXT = re.compile(r"\bnext\b")
_AGO = re.compile(r"\bago\b")
OPENING = 6
REACH = 160
_FIRST_SENTENCES = 8


def ordinal(evidence: MeetingEvidence, event: Fact[str] | None, numbered: NumberedBody | None) -> Fact[int] | None:
    """Return the ordinal beside the name of a body or event, else of `met for the fourth time`, else None."""
    if numbered:
        return Fact(numbered.ordinal, numbered.ordinal_words) if numbered.counts else None
    for report in evidence.in_body[:1]:
        if match := AT_ITS.match(report.sentence.masked):
            return _fact(evidence, report.sentence, match, "ordinal")
    named = event.value if event else None
    reported = [report.sentence for report in evidence.report_sentences]
    for sentence in filter(has_ordinal, (*reported, *evidence.sentences) if event else ()):
        for at, number in sentence.mention_at.items():
            if sentence.masked[at] != EVENT or evidence.canonical(number) != named:
                continue
            before = sentence.masked[max(0, at - REACH) : at]
            if _SINCE.match(sentence.masked, at + 1):
                continue
            if _NEXT.search(before):
                continue
            match = BEFORE_EVENT.search(sentence.masked, max(0, at - REACH), at)
            if match and not _OF_PERSON.search(sentence.masked, 0, match.start()):
                return _fact(evidence, sentence, match, "ordinal")
            if match := _AFTER.match(sentence.masked, at + 1):
                return _fact(evidence, sentence, match, "ordinal")
    for sentence in evidence.sentences[:OPENING]:
        match = meeting_of_body(sentence)
        if match and named and _name_of(evidence, sentence, match) != named:
            continue  # the session of another body is no more than the occasion
        if match and meets(sentence, match.start(), match.end(), sentence in reported):
            return _fact(evidence, sentence, match, "ordinal", "count")
    for sentence in evidence.sentences[:_FIRST_SENTENCES] if event else reported:
        match = _TIMES.search(sentence.masked) if has_ordinal(sentence) else None
        if (
            match
            and not _AGO.search(sentence.masked, 0, match.end())
            and not OF_A_KIND.match(sentence.masked, match.end())
        ):
            return _fact(evidence, sentence, match, "ordinal", "held", "ours", "other")
    return None


def _name_of(evidence: MeetingEvidence, sentence: MaskedSentence, match: re.Match[str]) -> str:
    """Return the canonical name of the body whose counted meeting was found."""
    return evidence.canonical(sentence.mention_at[match.start("body" if match["body"] else "met")])


def meeting_of_body(sentence: MaskedSentence) -> re.Match[str] | None:
    """Return the match of a counted meeting of a body: `the second session of the Council`, None without one."""
    if ORG not in sentence.masked or not has_ordinal(sentence):
        return None
    small = sentence.masked.lower()
    if not small.startswith("the ") and " of the " not in small:
        return None
    return _MEETING_OF_BODY.search(sentence.masked)


def _fact(evidence: MeetingEvidence, sentence: MaskedSentence, match: re.Match[str], *groups: str) -> Fact[int] | None:
    """Return the ordinal in the first of these groups that matched."""
    group = next(group for group in groups if match[group])
    number = number_of(match[group])
    return Fact(number, evidence.words(sentence, *match.span(group))) if number is not None else None
