"""Finds the sentences that report a meeting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefreader.annotate.meeting import headline
from briefreader.annotate.meeting.leads import BACKGROUND, in_person, in_the_chair, led_by_verb
from briefreader.annotate.text.masked_sentences import EVENT, MaskedSentence, pattern

# People who lead a meeting do this. The groups of the expression are the kinds of verbs in `leads.led_by_verb`.
_VERB = pattern(
    r"\b(?P<both>(?:will )?(?:meets?|met|(?:spoke|speaks|talked)(?! (?:at|about|on|of|out|in favou?r|in support|to "
    r"reporters)\b)|hosts?|hosted|received|receives|looks? forward to (?:welcoming|hosting|meeting)|sat down|sat|"
    r"welcome[sd]?|saw|joined(?! by))\b|(?:were|was|are|is) (?:meeting|to meet)\b)|\b(?P<passive>(?:was|were|is|are|"
    r"be) (?:also )?(?:co-)?(?:led|chaired|hosted|convened|joined|represented|headed|received|welcomed|attended)(?: in "
    r"<LRC>(?:, <LRC>)?)?(?: on <D>)? by\b|(?:[Tt]hose who took part|participants|representatives) (?:were|was)\b)|"
    r"\b(?P<subject>(?:will )?(?:co-?)?(?:convened|convene|gathered|gather|hosted|held|hold|(?:led|leads?)(?! (?:an?|"
    r"the) (?:discussion|panel|presentation|session|conversation)\b)|chaired|came together|(?:have )?(?:engaged in|"
    r"had) (?:[a-z]+ ){0,3}(?:talks|consultations)|chairs?|headed|represented|opened|launched|concluded|attended|"
    r"participated|took part|used|travel(?:s|led|ed)?|visits?|visited)\b)"
)
# After one of these a word is no verb of the meeting: `their hosts`, `had met`, `will be hosted`.
_NO_VERB = re.compile(
    r"\b(?:their|its|our|as|of|the|be|been|being|had|have|has|to|that|which|who|would|also|each)(?: [a-z]+ly)? $"
)
# A sentence that begins with one of these reports another meeting.
_BESIDE = re.compile(
    r"^(?:On the same day|On the (?:margins|sidelines|eve)|Following (?:this|the)|After|Later|Separately|Also|"
    r"In addition|(?:One|Two|Three|The) (?:day|days|week|weeks) before|Earlier|Before|Last|Previously|"
    r"The last|The previous)\b"
)
_NOT_NOW = re.compile(
    r"\b(?:had|have|has|last|previous|previously|earlier|ago|before|next|since|first established)\b[^.;]*$"
)
_TO_COME = re.compile(r"\bwill\b.*\b(?:where|when)\b")
# Sentences after this number report side events.
_REACH = 14
_LEADING = re.compile(r"led|chair|head|represent|host|receiv|attend|part|conven|met|join|sat|spoke")
# A body met alone: `At its 8,610th meeting on ..., the Security Council extended ...`.
AT_ITS = pattern(
    r"^(?:At|In|During) its (?P<ordinal>\d{1,2},?\d{0,3}(?:st|nd|rd|th)|[a-z-]+) (?:[a-z]+ )?(?:meeting"
    r"|session)\b[^.;]*?, the (?P<body><O>)"
)
_WELCOMED = pattern(
    r"\b(?:welcomed|hosted|received|hosts?) (?:the )?(?:[A-Z][\w' -]{2,40}|<T>) (?:of|from) (?:the )?<C>"
)
# A group may be launched at its own meeting: `launched the group at its first meeting in Oslo`.
_OF_MEETING = pattern(r"[^.;]{0,120}?(?:<E>|\b(?:meeting|session|dialogue|talks)\b)[^.;]{0,80}?<LD>")
_HELD_IN = pattern(r"\b(?:met|held|convened|gathered|hosted)\b[^.;]{0,160}? in <L>")
_TALKS = re.compile(r"\b(?:talks|consultations)\b")
_HOLDS = re.compile(r"^$|held|hold|conven|met|meet|gather|host|chair|conclud|attend|participat|part|open")
_MEETING_WITH = re.compile(r"\b(?:met|meets?|spoke|received)\b")
_MEETING = r"(?:<E>|\b(?:meeting|summit|talks|consultations|dialogue|ministerial|session)\b)"
_ANCHOR = pattern(
    rf"{_MEETING}.*<D>|<D>.*{_MEETING}|\b(?:meeting|session"
    rf"|round) of the (?:[\w-]+ )?<E>(?: \(<E>\))?,? (?:held )?in <L>"
)
_ITSELF = pattern(
    r"\b(?:[Dd]uring|[Aa]t|[Ff]ollowing|[Tt]his|[Tt]he) (?:the |this |our |today's )?(?:<E>|meeting|summit"
    r"|session|call|dialogue)\b"
)
_OCCASION = pattern(r"[Oo]n the occasion of (?:the|today's|their|its) (?:<DN> )?<E>")
_SIGNED = re.compile(r"\b(?:signed|pledge[ds]?|announced|joined|congratulate|welcome[ds]?|endorsed?|commit)\b")
_PARTIES_MET = pattern(
    r"<CONE>(?: \(<COX>\))?(?:,? and|,)(?: the)?(?: [\w' -]{1,60} of)?(?: the)? <CON>.*\b(?:met|held|hosted|convened|"
    r"gathered|came together)\b|\b(?:[Mm]inisters|[Ll]eaders|[Oo]fficials|[Dd]elegations|[Rr]epresentatives|"
    r"[Aa]dvisors)\b[^.;]*<CON>[^.;]*\b(?:met|held|hosted|convened|gathered|came together|sat down)\b"
)
_ONLY_OF_PEOPLE = frozenset(
    "launched opened used concluded welcome welcomes welcomed saw joined led lead leads travel travels traveled visit "
    "visits visited".split()
)
# People who founded a group lead its meeting only where no other people met.
_FOUNDS = frozenset(("launched", "opened"))
_SIDE = pattern("<ECO>")
_OPENING = 6
_MET_ON = pattern(r"\b(?:met|convened?|gathered)\b(?:[^.;,]{0,40} on)? <D>")
_ON_DATE = pattern(r"(?: [a-z]+ly)?(?: in <LR>(?:, <LCR>)*)?,?(?: on)? <D>")
_LAST_FIRST_REPORT = 12


@dataclass(frozen=True, slots=True)
class ReportSentence:
    """Holds a sentence that reports the meeting, its verb, and the mentions of the people who led."""

    sentence: MaskedSentence
    verb: str
    leads: tuple[int, ...]


def find(sentences: Sequence[MaskedSentence]) -> list[ReportSentence]:
    """Return the sentences that report a meeting; a title that names a meeting comes first."""
    title = next((item for item in sentences if item.is_title), None)
    body = [item for item in sentences if not item.is_title]
    if title is not None and headline.rules_out(title, " ".join(item.masked for item in body[:3])):
        return []
    in_title = [ReportSentence(title, "", headline.leads(title))] if title and headline.names_meeting(title) else []
    in_body = _in_body(body)
    if in_body:
        parties_met = any(_PARTIES_MET.search(item.masked) for item in body[:4])
        if in_title or parties_met or any(map(_shows_meeting, in_body)):
            return [*in_title, *in_body]
    # A title without a report sentence counts only where the body begins with its meeting.
    return in_title if any(_ITSELF.search(item.masked) for item in body[:4]) else []


def _in_body(body: Sequence[MaskedSentence]) -> list[ReportSentence]:
    found: list[ReportSentence] = []
    for sentence in body:
        report = _report(sentence, not found)
        reach = _REACH if found else _LAST_FIRST_REPORT
        if report and sentence.number < reach and (not found or _adds_leads(report)):
            found.append(report)
    if not found or found[0].sentence.number > _OPENING:
        # A meeting may be reported without a verb: `at the 34th Ministerial Consultations, held in Annapolis`.
        anchor = next((item for item in body[:_OPENING] if _is_anchor(item.masked)), None)
        if anchor is not None:
            active = [] if BACKGROUND.match(anchor.masked) else in_person(anchor, 0, len(anchor.masked))
            found.insert(0, ReportSentence(anchor, "", tuple(active) if len(active) > 1 else ()))
    if any(item.leads and item.verb not in _FOUNDS for item in found):
        found = [replace(item, leads=()) if item.verb in _FOUNDS else item for item in found]
    if found:
        found += [ReportSentence(item, "chair", led) for item in body[:5] if (led := in_the_chair(item))]
    return found


def _is_anchor(masked: str) -> bool:
    """Return whether a sentence names a meeting with its day, place or occasion and nothing else done there."""
    masked = BACKGROUND.sub("", masked, count=1)
    return bool(_OCCASION.search(masked) or (_ANCHOR.search(masked) and not _SIGNED.search(masked)))


def _shows_meeting(report: ReportSentence) -> bool:
    """Return whether a sentence shows a meeting even without a title that names one."""
    masked = report.sentence.masked
    return report.sentence.number <= _OPENING and bool(
        len(report.leads) > 1
        or report.verb.endswith(("talks", "consultations"))
        or (_HOLDS.search(report.verb) and _MET_ON.search(masked))
        or (report.leads and report.sentence.number < 3 and _MEETING_WITH.search(report.verb) and " with " in masked)
        or (report.leads and _WELCOMED.search(masked))
        or (_HOLDS.search(report.verb) and _HELD_IN.search(masked))
        or (not report.verb and _TALKS.search(masked))
        or AT_ITS.match(masked)
        or _PARTIES_MET.search(masked)
        or (EVENT in masked and _HOLDS.search(report.verb))
    )


def _adds_leads(report: ReportSentence) -> bool:
    """Return whether a later sentence names more leads of the meeting, not of a visit or talk beside it."""
    if not report.leads or not _LEADING.search(report.verb):
        return False
    verb = report.sentence.masked.find(report.verb)
    return not _MEETING_WITH.search(report.verb) or any(
        at < verb and number in report.leads for at, number in report.sentence.mention_at.items()
    )


def _report(sentence: MaskedSentence, first: bool) -> ReportSentence | None:
    """Return the report in a sentence by its verb with the most leads, None without a verb of the meeting."""
    masked = sentence.masked
    if not first and _BESIDE.match(masked):
        return None
    best: ReportSentence | None = None
    for match in _VERB.finditer(masked):
        start, end, verb = match.start(), match.end(), match[0]
        clause = masked[max(masked.rfind(";", 0, start), 0) : start]
        if _NO_VERB.search(clause[-40:]) or (not first and _is_other_time(clause, verb)):
            continue
        leads = led_by_verb(sentence, start, end, match.lastgroup or "")
        dated = first and (_ON_DATE.match(masked, end) or _HELD_IN.search(masked))
        talks = verb.endswith(("talks", "consultations"))
        if not (leads or dated or talks or EVENT in masked or _SIDE.search(masked if first else masked[:start])):
            continue
        if not leads and verb in _ONLY_OF_PEOPLE and not _OF_MEETING.match(masked, end):
            continue
        if best is None or len(leads) > len(best.leads):
            best = ReportSentence(sentence, verb, leads)
    return best


def _is_other_time(clause: str, verb: str) -> bool:
    """Return whether the words before a verb, or the verb itself, show an earlier or later meeting."""
    other = _NOT_NOW.search(clause[-40:]) or _TO_COME.search(clause)
    return bool(other) or verb.startswith(("will ", "is ", "are ", "look"))
