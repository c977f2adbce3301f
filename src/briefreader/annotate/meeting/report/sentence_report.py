"""Reads the report of a meeting in one sentence: its verb, the act that it reports, and the people who led."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefreader.annotate.meeting.report import meeting_verbs
from briefreader.annotate.meeting.report.leads import led_by_verb
from briefreader.annotate.meeting.report.meeting_phrases import WHO
from briefreader.annotate.meeting.report.meeting_verb import Act
from briefreader.annotate.meeting.report.meeting_verbs import FoundVerb
from briefreader.annotate.text.masked_sentences import EVENT, PERSON, MaskedSentence, pattern
from briefreader.annotate.text.word_classes import WordClass

# After one of these a word is no verb of the meeting: `their hosts`, `had met`, `will be hosted`.
_NO_VERB = re.compile(
    r"\b(?:his|her|their|its|our|as|of|the|be|been|being|had|to|that|which|who|would|could|should|might|also|each|never|not|"
    r"already)(?: [a-z]+ly)? $"
)
# A relative clause at the head of a text tells its meeting: `A, who on 6 May met B, said`.
_WHO = pattern(WHO)
_PERFECT = re.compile(r"\b(?:have|has)(?: [a-z]+ly)? $")
_CEREMONIES = "ceremony reception function launch signing inauguration exhibition concert funeral wedding".split()
_CEREMONY_WORDS = WordClass.of(_CEREMONIES)
_CEREMONY = re.compile(
    rf"\b(?:{'|'.join(sorted(_CEREMONIES))}) (?:was|were) (?:also )?(?:attended|hosted|graced|held)\b"
)
ALSO = re.compile(r"\b(?<!has )(?<!have )also (?:[a-z]+ly )?$|\balso (?:met|held|called|spoke|paid)\b")
_I_GO = re.compile(r"(?:^|, )(?:I|We) $")
_WHICH_WAS = re.compile(r"\b(?:which|that) (?:was|were|is|will be|has been|had been)(?: [a-z]+ly)? $")
_IN_CUSTODY = re.compile(
    r"\b(?:prisoners|detainees|hostages|those|individuals|people|persons|nationals|citizens|journalists|elections?) "
    r"(?:(?:was|were|is|are|be|being|unjustly|currently|still) )*$"
)
_PAST_OF = re.compile(r"\b(?:who|which|that|since|previously|already|often|repeatedly|times|twice)\b[^,]*$")
NEWS = 2
_WE_HAVE = re.compile(r"\b(?:[Ww]e,? .*|^)\bhave $|\b(?:[Ww]e|We) have $")
# A sentence that begins with one of these reports another meeting.
_BESIDE = re.compile(
    r"^(?:On the same day|On the (?:margins|sidelines|eve)|Following (?:this|the)|After|Later|Separately|Also|In "
    r"conjunction with|In parallel|"
    r"In addition|(?:One|Two|Three|The) (?:day|days|week|weeks) before|Earlier|Before|Last|Previously|The last|"
    r"The previous)\b"
)
_NOT_NOW = re.compile(
    r"\b(?:had|have|has|last|previous|previously|earlier|ago|before|next|since|first established)\b[^.;]*$"
)
_TO_COME = re.compile(r"\bwill\b.*\b(?:where|when)\b")
# A group may be launched at its own meeting: `launched the group at its first meeting in Oslo`.
_OF_MEETING = pattern(r"[^.;]{0,120}?(?:<E>|\b(?:meeting|session|dialogue|talks)\b)[^.;]{0,80}?<LD>")
HELD_IN = pattern(r"\b(?:met|held|convened|gathered|hosted|took place|commenced)\b[^.;]{0,160}? (?:in|at) <L>")
_WILL = pattern(
    r"\b(?:will|shall|is to|are to|scheduled to|expected to|due to)(?: also)?,?(?: (?:on )?<D>,?)? (?:be )?$"
)
_WILL_BE = re.compile(
    r"\b(?:will|shall|is to|are to|scheduled to|expected to|due to) (?:be held|take place|convene|meet|hold)\b|"
    r"\b(?:is|are) (?:scheduled|planned|set) for\b"
)
_SIDE = pattern("<ECO>")
_PRESENT = ("is ", "are ")
# Who travels now meets people later: `travels to Oslo. She will meet B`.
_NOW_TRAVELS = (*_PRESENT, "travels", "visits", "pays")
_ON_DATE = pattern(r"(?: [a-z]+ly)?(?: in <LR>(?:, <LCR>)*)?,?(?: on)? <D>")
MEETS: frozenset[Act] = frozenset(("meeting", "call", "reception", "talks"))
GATHERS: frozenset[Act] = MEETS | {"holding", "visit"}
# The people of these acts lead only where nobody meets, speaks or chairs.
_WEAK: frozenset[Act] = frozenset(("attendance", "company", "visit", "founding"))


@dataclass(frozen=True, slots=True)
class ReportSentence:
    """Holds a sentence that reports the meeting, its verb, and the mentions of the people who led.

    `at` is the place of the verb in the masked sentence, `act` the act that it reports, None without a verb; `rank`
    counts the sentences of the body from 0, without the lines above the text.
    """

    sentence: MaskedSentence
    verb: str
    leads: tuple[int, ...]
    act: Act | None = None
    at: int = 0
    rank: int = 0

    @property
    def is_to_come(self) -> bool:
        """Whether the sentence announces the meeting."""
        if is_future(self.verb):
            return True
        return bool(
            _WILL.search(self.sentence.masked, 0, self.at) if self.verb else _WILL_BE.search(self.sentence.masked)
        )


def is_future(verb: str) -> bool:
    """Return whether a verb tells of a time to come: `will meet`, `are to meet`, `look forward to meeting`."""
    return verb.startswith(("will ", "is to ", "are to ", "look"))


def read(sentence: MaskedSentence, rank: int, before: Sequence[ReportSentence], own: bool) -> ReportSentence | None:
    """Return the report in a sentence by its strongest verb with the most leads, None without a verb of meeting.

    `before` are the reports found in the sentences before it; `own` says whether the title names the meeting and the
    sentence opens the text.
    """
    masked = sentence.masked
    first = not before
    on_visit = bool(before) and before[0].act == "visit"
    to_come = bool(before) and (before[0].is_to_come or (on_visit and before[0].verb.startswith(_NOW_TRAVELS)))
    if not first and _BESIDE.match(masked):
        return None
    if sentence.has(_CEREMONY_WORDS) and _CEREMONY.search(masked):
        return None
    best: ReportSentence | None = None
    heads: tuple[int, ...] = ()
    present: tuple[int, ...] = ()
    trip: ReportSentence | None = None
    for found in meeting_verbs.find(masked):
        clause = masked[max(masked.rfind(";", 0, found.start), 0) : found.start]
        if (
            (
                _NO_VERB.search(clause[-40:])
                and not (on_visit and ALSO.search(clause[-40:]))
                and not (first and rank < NEWS and found.verb.act in MEETS and _WHO.search(clause))
            )
            or _IN_CUSTODY.search(clause[-40:])
            or (found.verb.people == "subjects after" and not on_visit and rank >= NEWS)
            or (before and _is_other_time(clause, found.words, to_come))
        ):
            continue
        if _PERFECT.search(clause[-40:]) and not (first and (_WE_HAVE.search(clause) or _is_news(clause, rank))):
            continue
        leads = led_by_verb(sentence, found)
        if not first and found.verb.act == "holding" and _WHICH_WAS.search(clause[-40:]):
            leads = ()  # `B also took part in the meeting, which was held in Oslo`
        if not (leads or (own and found.verb.act in MEETS) or _reports_without_people(sentence, found, first)):
            continue
        heads = (*heads, *leads) if found.verb.act == "delegation" else heads
        present = leads if found.verb.act == "attendance" and found.verb.people == "before" else present
        report = ReportSentence(sentence, found.words, leads, found.verb.act, found.start, rank)
        trip = report if report.act == "visit" else trip
        if best is None or _strength(report) > _strength(best):
            best = report
    if best and best.act == "delegation" and trip:  # `a delegation led by A visited`
        best = trip
    if best and heads and best.act in GATHERS | {"delegation"}:  # `A met with the delegation led by B`
        return replace(best, leads=tuple(dict.fromkeys((*best.leads, *heads))))
    if best and present and best.act == "chair":  # `A took part in a meeting hosted by B`
        return replace(best, leads=tuple(dict.fromkeys((*present, *best.leads))))
    return best


def _reports_without_people(sentence: MaskedSentence, found: FoundVerb, first: bool) -> bool:
    """Return whether a verb reports a meeting though the sentence names nobody who led it."""
    masked = sentence.masked
    if found.verb.act == "visit" and _I_GO.search(masked, 0, found.start):
        return True
    if found.verb.needs_people and (found.verb.act == "reception" or not _OF_MEETING.match(masked, found.end)):
        return False
    dated = first and (_ON_DATE.match(masked, found.end) or HELD_IN.search(masked))
    sides = _SIDE.search(masked if first else masked[: found.start])
    return bool(dated or found.verb.act == "talks" or EVENT in masked or sides)


def _strength(report: ReportSentence) -> tuple[bool, int]:
    return report.act not in _WEAK and bool(report.leads), len(report.leads)


def _is_news(clause: str, rank: int) -> bool:
    """Return whether a perfect tells the news at the head of a text (`has met with`), not the past of somebody."""
    return rank < NEWS and PERSON in clause and not _PAST_OF.search(clause)


def _is_other_time(clause: str, verb: str, to_come: bool) -> bool:
    """Return whether the words before a verb, or the verb itself, show an earlier or later meeting.

    `to_come` says whether the meeting itself is one to come.
    """
    other = _NOT_NOW.search(clause[-40:]) or (not to_come and _TO_COME.search(clause))
    return bool(other) or (not to_come and (is_future(verb) or verb.startswith(_PRESENT)))
