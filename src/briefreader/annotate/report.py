"""Which sentences of a text report the meeting, and who did what in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefreader.annotate.skeleton import EVENT, PERSON, Sentence, pattern

# What people do at a meeting they lead. Groups: `subject` verbs take the people before them, `both` those after too,
# `passive` only those after `by`.
_VERB = pattern(
    r"\b(?P<both>(?:will )?(?:meets?|met|spoke|speaks|hosts?|hosted|received|receives|sat down|sat|talked|welcomed|saw|"
    r"joined(?! by)|travel(?:s|led|ed)?)\b|(?:were|was|are|is) (?:meeting|to meet)\b)"
    r"|\b(?P<passive>(?:was|were|is|are|be) (?:also )?(?:co-)?"
    r"(?:led|chaired|hosted|convened|joined|represented|headed|received|welcomed|attended)"
    r"(?: in <LRC>(?:, <LRC>)?)?(?: on <D>)? by\b|(?:[Tt]hose who took part|participants|representatives) (?:were|was)\b)"
    r"|\b(?P<subject>(?:will )?(?:co-?)?(?:convened|convene|gathered|gather|hosted|held|hold|led|lead|leads|chaired|"
    r"chairs?|headed|represented|opened|launched|concluded|attended|participated|took part|used)\b)"
)
# What comes right before a word that is then no verb of the meeting's: `their hosts`, `had met`, `will be hosted`.
_NO_VERB = re.compile(
    r"\b(?:their|its|our|as|of|the|be|been|being|had|have|has|to|that|which|who|would|also|each)(?: [a-z]+ly)? $"
)
# Sentences about other meetings.
_BESIDE = re.compile(
    r"^(?:On the same day|On the (?:margins|sidelines|eve)|Following (?:this|the)|After|Later|Separately|Also|In addition|"
    r"(?:One|Two|Three|The) (?:day|days|week|weeks) before|Earlier|Before|Last|Previously|The last|The previous)\b"
)
_NOT_NOW = re.compile(
    r"\b(?:had|have|has|last|previous|previously|earlier|ago|before|next|since|first established)\b[^.;]*$"
)
_END = re.compile(
    r"(?:;| to (?:discuss|exchange|review|reaffirm|address|express|advance|mark|launch|share|underscore|consult|coordinate|follow|talk|condemn|press)\b| where | during which | regarding | about | who |\. |, and (?:discussed|reaffirmed|underscored|exchanged)| on the (?:sidelines|margins|edges))"
)
_CALL = re.compile(r"\b(?:by phone|telephone|phone call|call|called|calls|spoke|video|virtual|virtually)\b")
_LEADING = re.compile(r"led|chair|head|represent|host|receiv|attend|part|conven|met|join|sat|spoke|for")
_MEETING_WITH = re.compile(r"\b(?:met|meets?|spoke|received)\b")
_ANCHOR = pattern(
    r"(?:<E>|\b(?:meeting|summit|talks|consultations|dialogue|ministerial|session)\b).*<D>|<D>.*(?:<E>|\b(?:meeting|summit|talks|ministerial)\b)"
)
_STATEMENT_OF_MEETING = pattern(r"<E>|\b(?:Dialogue|Summit|Readout|Communiqu[eé]|Meeting|Call)\b")
_TITLE_OF_MEETING = pattern(
    r"\b(?:Meetings?|Calls?|Readout|Communiqu[eé]|Participation|Dialogue|Summit|meets?|Meets?|hosts?|Hosts?|Talks|Visit|Consultations|Ministerial|visits?|Travel|meeting|summit|hold|gather|joins?)\b|<E>"
)
_TITLE_OF_NONE = re.compile(
    r"^(?:A )?(?:Proclamation|Letter|Message|Notice|Executive Order|Nominat|Op-Ed|Fact Sheet|FACT SHEET|Remarks)|National Day|Announces|Appoint|Condolence|Independence Day|Sanctions"
)
_OTHERS_WORD = pattern(r"^.*?\b(?:Statement|Readout|Remarks) (?:by|from) (?:[^P]*?)<P> (?:on|about|regarding)")


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence that reports the meeting: its verb, and the mentions of those who led."""

    sentence: Sentence
    verb: str
    leads: tuple[int, ...]


def reports(sentences: Sequence[Sentence]) -> list[Report]:
    """Return the sentences that report a meeting, the title first where it names one."""
    title = next((item for item in sentences if item.title), None)
    if title is not None and _TITLE_OF_NONE.search(title.bones):
        return []
    body = [item for item in sentences if not item.title]
    titled = title is not None and bool(_TITLE_OF_MEETING.search(title.bones))
    found = [Report(title, "", _of_title(title))] if titled and title is not None else []
    told: list[Report] = []
    for sentence in body:
        report = _report(sentence, not told)
        if report and (told or sentence.number < 12) and (not told or _adds(report)):
            told.append(report)
    if not told or told[0].sentence.number > 6:
        # `... at the 34th Ministerial Consultations, held in Annapolis on 6 August`: a meeting without a verb of ours.
        anchor = next((item for item in body[:4] if _ANCHOR.search(item.bones)), None)
        if anchor is not None:
            active = _active(anchor, 0, len(anchor.bones))
            told.insert(0, Report(anchor, "", tuple(active) if len(active) > 1 else ()))
    if told:
        return [*found, *told]
    # A title alone makes no report, unless the text is the joint statement of a meeting.
    return found if title is not None and _STATEMENT_OF_MEETING.search(title.bones) else []


def _adds(report: Report) -> bool:
    """Whether a later sentence tells more of who led, not of a visit or talk beside the meeting."""
    if not report.leads or not _LEADING.search(report.verb):
        return False
    own = report.sentence.at.items()
    verb = report.sentence.bones.find(report.verb)
    return not _MEETING_WITH.search(report.verb) or any(
        place < verb and number in report.leads for place, number in own
    )


def _of_title(title: Sentence) -> tuple[int, ...]:
    """`Secretary Blinken's Meeting with ... Son`; who only makes the statement does not count."""
    others = _OTHERS_WORD.match(title.bones)
    if not re.search(
        r"\b(?:Meeting|Calls?|meets|Meets|hosts|Hosts|Participation|Discuss|bilateral|meeting)\b", title.bones
    ):
        return ()
    return tuple(title.mentions(PERSON, others.end() if others else 0))


def _report(sentence: Sentence, first: bool) -> Report | None:
    bones = sentence.bones
    if not first and _BESIDE.match(bones):
        return None
    best: Report | None = None
    for match in _VERB.finditer(bones):
        clause = bones[max(bones.rfind(";", 0, match.start()), 0) : match.start()]
        if _NO_VERB.search(clause) or (not first and (_NOT_NOW.search(clause[-40:]) or match[0].startswith("will "))):
            continue
        leads = _leads(sentence, match.start(), match.end(), match.lastgroup or "")
        if not (leads or _SIDE.search(bones[: match.start()]) or EVENT in bones):
            continue
        if not leads and match[0] in _ONLY_OF_PEOPLE:
            continue
        if best is None or len(leads) > len(best.leads):
            best = Report(sentence, match[0], leads)
    return best


_ONLY_OF_PEOPLE = frozenset("launched opened used concluded welcomed saw joined led lead leads".split())
_SIDE = pattern("<ECO>")


_FOR_ANOTHER = pattern(r"^ for <LC>; [^.;]* for <LC>")


def _leads(sentence: Sentence, start: int, end: int, kind: str) -> tuple[int, ...]:
    bones = sentence.bones
    clause = max(bones.rfind(";", 0, start), bones.rfind(" where ", 0, start), bones.rfind(" when ", 0, start))
    joined = kind == "passive" and "joined" in bones[start:end]
    before = [] if kind == "passive" and not joined else _active(sentence, max(clause, 0), start)
    if kind == "subject":
        again = _FOR_ANOTHER.match(bones[end:])  # `took part for Washington; A and B for Tokyo`
        return tuple([*before, *(_active(sentence, end, end + again.end()) if again else ())])
    stop = _END.search(bones, end)
    after = _active(sentence, end, stop.start() if stop else len(bones))
    if kind == "both" and not before and not re.match(r"(?:,| with| in| at|$)", bones[end:]) and not after:
        return ()
    return tuple(dict.fromkeys([*before, *after]))


def _active(sentence: Sentence, first: int, last: int) -> list[int]:
    """The people between two places who act themselves: not those whose policy, aim or regime is spoken of."""
    bones = sentence.bones
    return [
        sentence.at[place]
        for place in range(first, last)
        if bones[place] == PERSON
        and not re.match(
            r"'s? (?!meeting|call|visit)|'s |' | (?:administration|regime|government)",
            bones[place + 1 : place + 20],
            re.I,
        )
    ]
