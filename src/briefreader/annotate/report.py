"""Which sentences of a text report the meeting, and who did what in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefreader.annotate.entities import Entities
from briefreader.annotate.skeleton import PERSON, Sentence, pattern

# What people do at a meeting they lead. Groups: `subject` verbs take the people before them, `both` those after too,
# `passive` only those after `by`.
_VERB = pattern(
    r"\b(?P<both>(?:will |would )?(?:meets?|met|spoke|speaks|hosts?|hosted|received|receives|sat down|sat|talked|"
    r"welcomed|saw|joined|travel(?:s|led|ed)?)\b(?! the need| with the aim))"
    r"|\b(?P<passive>(?:was|were|is|are|be) (?:also )?(?:co-)?(?:led|chaired|hosted|convened|joined|represented|headed|received|welcomed|attended)"
    r"(?: [a-z]+ (?:<CON> )?)??(?: in <LRC>(?:, <LRC>)?)?(?: on <D>)? by\b)"
    r"|\b(?P<subject>(?:will |would )?(?:co-?)?(?:convened|convene|gathered|gather|hosted|held|hold|led|lead|leads|chaired|chairs?|"
    r"headed|represented|opened|launched|concluded|attended|participated|took part|used)\b)"
)
_NOT_NOW = re.compile(
    r"\b(?:had|have|has|last|previous|previously|earlier|ago|before|next|since|first established)\b[^.;]*$"
)
_END = re.compile(
    r"(?:;| to (?:discuss|exchange|review|reaffirm|address|express|advance|mark|launch|share|underscore|consult|coordinate|follow|talk|condemn|press)\b| where | during which | regarding | about | who |\. |, and (?:discussed|reaffirmed|underscored|exchanged)| on the (?:sidelines|margins|edges))"
)
_CALL = re.compile(r"\b(?:by phone|telephone|phone call|call|called|calls|spoke|video|virtual|virtually)\b")
_TITLE_OF_MEETING = pattern(
    r"\b(?:Meetings?|Calls?|Readout|Communiqu[eé]|Participation|Dialogue|Summit|meets?|Meets?|hosts?|Hosts?|Talks|Visit|Consultations|Ministerial|visits?|Travel|meeting|summit|hold|gather|joins?)\b|<E>"
)
_TITLE_OF_NONE = re.compile(
    r"^(?:A )?(?:Proclamation|Letter|Message|Notice|Executive Order|Nominat|Op-Ed|Fact Sheet|FACT SHEET|Remarks)|National Day|Announces|Appoint|Condolence|Independence Day|Sanctions|Press Statement"
)
_OTHERS_WORD = pattern(r"^.*?\b(?:Statement|Readout|Remarks) (?:by|from) (?:[^P]*?)<P> (?:on|about|regarding)")


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence that reports the meeting: its verb, and the mentions of those who led."""

    sentence: Sentence
    verb: str
    leads: tuple[int, ...]


def reports(entities: Entities, sentences: Sequence[Sentence]) -> list[Report]:
    """Return the sentences that report a meeting, the title first where it names one."""
    found: list[Report] = []
    title = next((item for item in sentences if item.title), None)
    body = [item for item in sentences if not item.title]
    none = bool(title and _TITLE_OF_NONE.search(title.bones))
    titled = bool(title and not none and _TITLE_OF_MEETING.search(title.bones))
    if titled and title:
        found.append(Report(title, "", _of_title(title)))
    seen = 0
    for sentence in body:
        report = _report(entities, sentence, seen == 0)
        if report and (seen or ((titled or not none) and sentence.number < 12)):
            if seen == 0 or (
                report.leads
                and re.search(r"led|chair|head|represent|host|receiv|attend|part|conven|met|join|sat", report.verb)
            ):
                found.append(report)
                seen += 1
    if seen == 0 and found:
        # A title alone makes no report, unless the text is the joint statement of a meeting.
        return (
            found if re.search("Dialogue|Summit|Readout|Communiqu|Meeting|Call", title.bones if title else "") else []
        )
    return found


def _of_title(title: Sentence) -> tuple[int, ...]:
    """`Secretary Blinken's Meeting with ... Son`; who only makes the statement does not count."""
    others = _OTHERS_WORD.match(title.bones)
    if not re.search(
        r"\b(?:Meeting|Calls?|meets|Meets|hosts|Hosts|Participation|Discuss|bilateral|meeting)\b", title.bones
    ):
        return ()
    return tuple(title.mentions(PERSON, others.end() if others else 0))


def _report(entities: Entities, sentence: Sentence, first: bool) -> Report | None:
    bones = sentence.bones
    best: Report | None = None
    for match in _VERB.finditer(bones):
        kind = match.lastgroup or ""
        verb = match[0]
        clause = bones[max(bones.rfind(";", 0, match.start()), 0) : match.start()]
        if _NOT_NOW.search(clause[-40:]) and not first:
            continue
        if re.search(r"\b(?:had|have|has|to|that|which|who)\s(?:[a-z]+ )?$", clause):
            continue
        leads = _leads(sentence, match.start(), match.end(), kind)
        anchor = (
            bool(leads)
            or bool(re.search(pattern("<E>|<C>|<O>"), bones[: match.start()]))
            or bool(pattern("<E>").search(bones))
        )
        if not anchor:
            continue
        if (
            verb in ("launched", "opened", "used", "concluded", "welcomed", "saw", "joined", "led", "lead")
            and not leads
        ):
            continue
        if verb == "welcomed" and not sentence.mentions(PERSON, match.end(), match.end() + 30):
            continue
        if best is None or len(leads) > len(best.leads):
            best = Report(sentence, verb, leads)
        if leads and kind != "subject":
            break
    return best


def _leads(sentence: Sentence, start: int, end: int, kind: str) -> tuple[int, ...]:
    bones = sentence.bones
    clause = max(bones.rfind(";", 0, start), bones.rfind(" where ", 0, start), bones.rfind(" when ", 0, start))
    before = [] if kind == "passive" else _active(sentence, max(clause, 0), start)
    if kind == "subject":
        return tuple(before)
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
