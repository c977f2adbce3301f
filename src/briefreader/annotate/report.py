"""Which sentences of a text report the meeting, and who did what in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefreader.annotate import genre
from briefreader.annotate.affiliations import Affiliation, affiliations
from briefreader.annotate.entities import Entities
from briefreader.annotate.names import Names
from briefreader.annotate.skeleton import EVENT, PERSON, Sentence, pattern, split
from briefreader.model import Document

# What people do at a meeting they lead. Groups: `subject` verbs take the people before them, `both` those after too,
# `passive` only those after `by`.
_VERB = pattern(
    r"\b(?P<both>(?:will )?(?:meets?|met|(?:spoke|speaks|talked)(?! (?:at|about|on|of|out|in favou?r|in support"
    r"|to reporters)\b)|hosts?|hosted|received|receives|sat down|sat|welcomed|saw|"
    r"joined(?! by))\b|(?:were|was|are|is) (?:meeting|to meet)\b)"
    r"|\b(?P<passive>(?:was|were|is|are|be) (?:also )?(?:co-)?"
    r"(?:led|chaired|hosted|convened|joined|represented|headed|received|welcomed|attended)"
    r"(?: in <LRC>(?:, <LRC>)?)?(?: on <D>)? by\b"
    r"|(?:[Tt]hose who took part|participants|representatives) (?:were|was)\b)"
    r"|\b(?P<subject>(?:will )?(?:co-?)?(?:convened|convene|gathered|gather|hosted|held|hold|led|lead|leads|chaired|"
    r"came together|(?:have )?(?:engaged in|had) (?:[a-z]+ ){0,3}(?:talks|consultations)|chairs?|headed|represented"
    r"|opened|launched|concluded|attended|participated|took part|used"
    r"|travel(?:s|led|ed)?|visits?|visited)\b)"
)
# What comes right before a word that is then no verb of the meeting's: `their hosts`, `had met`, `will be hosted`.
_NO_VERB = re.compile(
    r"\b(?:their|its|our|as|of|the|be|been|being|had|have|has|to|that|which|who|would|also|each)(?: [a-z]+ly)? $"
)
# Sentences about other meetings.
_BESIDE = re.compile(
    r"^(?:On the same day|On the (?:margins|sidelines|eve)|Following (?:this|the)|After|Later|Separately|Also|"
    r"In addition|(?:One|Two|Three|The) (?:day|days|week|weeks) before|Earlier|Before|Last|Previously|"
    r"The last|The previous)\b"
)
_NOT_NOW = re.compile(
    r"\b(?:had|have|has|last|previous|previously|earlier|ago|before|next|since|first established)\b[^.;]*$"
)
_TO_COME = re.compile(r"\bwill\b.*\b(?:where|when)\b")
# The chair of a meeting, other than by `chaired`. The person stands at its end, or before it in the same clause.
_CHAIR = pattern(
    r"\b(?:(?:under|with) the (?:chairmanship|chair|presidency) of|presided over by) (?:[\w' -]"
    r"|<TCNO>){0,80}?(?P<after><P>)"
    r"|(?P<before><P>)(?:, [^.;<P>]{0,150},)? (?:was |were )?(?:in the chair|(?:the )?co-?hosts?\b|presid(?:ed|ing)\b"
    r"|served as (?:the )?(?:co-)?chair)"
    r"|(?P<council><P>)(?: of <C>)?,? (?:the )?(?:Council|Forum|Committee|Assembly) (?:President|Chair)\b"
)
# Where the people whom a verb brings together end.
_END = re.compile(
    r";| to (?:discuss|exchange|review|reaffirm|address|express|advance|mark|launch|share|underscore|consult|"
    r"coordinate|follow|talk|condemn|press)\b| where | during which | regarding | about | who "
    r"|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bGen)(?<!\bSen)(?<!\bJr)(?<!\bLt)\. "
    r"|, and (?:discussed|reaffirmed|underscored|exchanged)| on the (?:sidelines|margins|edges)"
)
_LEADING = re.compile(r"led|chair|head|represent|host|receiv|attend|part|conven|met|join|sat|spoke")
# `At its 8,610th meeting on ..., the Security Council extended ...`
AT_ITS = pattern(
    r"^(?:At|In|During) its (?P<ordinal>\d{1,2},?\d{0,3}(?:st|nd|rd|th)|[a-z-]+) (?:[a-z]+ )?(?:meeting"
    r"|session)\b[^.;]*?, the (?P<body><O>)"
)
_BETWEEN = re.compile(r"\b(?:meetings?|talks|consultations|discussions|call|dialogue) between ")
_HOLDS = re.compile(r"^$|held|hold|conven|met|meet|gather|host|chair|conclud|attend|participat|part|open")
_MEETING_WITH = re.compile(r"\b(?:met|meets?|spoke|received)\b")
_MEETING = r"(?:<E>|\b(?:meeting|summit|talks|consultations|dialogue|ministerial|session)\b)"
_ANCHOR = pattern(
    rf"{_MEETING}.*<D>|<D>.*{_MEETING}|\b(?:meeting|session"
    rf"|round) of the (?:[\w-]+ )?<E>(?: \(<E>\))?,? (?:held )?in <L>"
    r"|[Oo]n the occasion of (?:the|today's|their|its) (?:<DN> )?<E>"
)
_SIGNED = re.compile(r"\b(?:signed|pledge[ds]?|announced|joined|congratulate|welcome[ds]?)\b")
_STATEMENT_OF_MEETING = pattern(r"<E>|\b(?:Dialogue|Summit|Readout|Communiqu[eé]|Meeting|Call)\b")
_ENTERS = pattern(r"<CN>(?: to| will)? [Jj]oins? <EXO>")
_TITLE_OF_MEETING = pattern(
    r"<E>|\b(?:[Mm]eetings?|Calls?|Readout|Communiqu[eé]|Participation|Dialogue|[Ss]ummit|[Mm]eets?|[Hh]osts?|Talks|"
    r"[Vv]isits?|Consultations|Ministerial|Travel|hold|gather|joins?)\b"
)
_TITLE_NAMES_LEADS = re.compile(r"\b(?:[Mm]eeting|Calls?|[Mm]eets|[Hh]osts|Participation|Discuss|bilateral)\b")
_OTHERS_WORD = pattern(
    r"^.*?\b(?:Statement|Readout|Remarks) (?:by|from|of) .*?(?: on| about| regarding| [Aa]nnouncing|:)\b"
)
_ONE_S_STATEMENT = re.compile(r"^(?:Press )?Statement (?:by|from|of|on behalf)\b")
_ON_A_MEETING = pattern(
    r"\b(?:Meetings?|Calls?|Dialogue|Summit|Visits?|Consultations|Ministerial|Travel|Trip|meetings?|calls?)\b"
)
# Who tells of others' meetings in a statement.
_SPOKESPERSON = re.compile(r"Spokes(?:person|man|woman)|Press Secretary")
_PAST_IT = re.compile(r" (?:[Rr]eached|[Mm]ade|[Ss]igned|[Aa]nnounced) at | [Aa]head of ")
_PARTIES_MET = pattern(
    r"<CONE>(?: \(<COX>\))?(?:,? and|,)(?: the)?(?: [\w' -]{1,60} of)?(?: the)? <CON>.*\b(?:met|held|hosted"
    r"|convened|gathered|came together)\b"
    r"|\b(?:[Mm]inisters|[Ll]eaders|[Oo]fficials|[Dd]elegations|[Rr]epresentatives|[Aa]dvisors)\b[^.;]*<CON>[^.;]*"
    r"\b(?:met|held|hosted|convened|gathered|came together|sat down)\b"
)
# After a name: its bearer's aim, policy or regime is spoken of, not the person.
_NOT_IN_PERSON = re.compile(r"'s? (?!meeting|call|visit)| (?:administration|regime|government)", re.IGNORECASE)
_ONLY_OF_PEOPLE = frozenset(
    "launched opened used concluded welcomed saw joined led lead leads travel travels traveled visit visits "
    "visited".split()
)
_SIDE = pattern("<ECO>")
_OPENING = 6
_MET_ON = pattern(r"\b(?:met|convened|gathered)\b[^.;,]{0,40} on <D>")
_ON_DATE = pattern(r"(?: [a-z]+ly)?(?: in <LR>(?:, <LCR>)*)?,? on <D>")
_FOR_ANOTHER = pattern(r" for <LC>; [^.;]* for <LC>")


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence that reports the meeting: its verb, and the mentions of those who led."""

    sentence: Sentence
    verb: str
    leads: tuple[int, ...]


def reports(sentences: Sequence[Sentence]) -> list[Report]:
    """Return the sentences that report a meeting, the title first where it names one."""
    title = next((item for item in sentences if item.title), None)
    if title is not None and (
        _ENTERS.match(title.bones) or (_ONE_S_STATEMENT.match(title.bones) and not _of_meeting(title))
    ):
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
        anchor = next((i for i in body[:_OPENING] if _ANCHOR.search(i.bones) and not _SIGNED.search(i.bones)), None)
        if anchor is not None:
            active = _active(anchor, 0, len(anchor.bones))
            told.insert(0, Report(anchor, "", tuple(active) if len(active) > 1 else ()))
    if told:
        told += [
            Report(item, "chair", chairs) for item in body[:5] if (chairs := _chairs(item) or _brought_together(item))
        ]
    if told and (titled or any(map(_is_meeting, told)) or any(_PARTIES_MET.search(item.bones) for item in body[:4])):
        return [*found, *told]
    # A title alone makes no report, unless the text is the joint statement of a meeting.
    return found if title is not None and _STATEMENT_OF_MEETING.search(title.bones) else []


def _brought_together(sentence: Sentence) -> tuple[int, ...]:
    """The people of `consultations between A and B`."""
    match = _BETWEEN.search(sentence.bones)
    if match is None or _NOT_NOW.search(sentence.bones, 0, match.start()):
        return ()
    stop = _END.search(sentence.bones, match.end())
    led = _active(sentence, match.end(), stop.start() if stop else len(sentence.bones))
    return tuple(led) if len(led) > 1 else ()


def _chairs(sentence: Sentence) -> tuple[int, ...]:
    """The people in the chair, said otherwise than by a verb of ours."""
    return tuple(
        sentence.at[match.start(match.lastgroup or 0)]
        for match in _CHAIR.finditer(sentence.bones)
        if match.start(match.lastgroup or 0) in sentence.at
    )


def _of_meeting(title: Sentence) -> bool:
    """Whether the statement of one person or spokesperson is about a meeting."""
    said = _OTHERS_WORD.match(title.bones)
    topic = title.bones[said.end() :] if said else title.bones
    if _PAST_IT.search(topic):
        return False
    return bool(_ON_A_MEETING.search(topic) or (EVENT in topic and _SPOKESPERSON.search(title.bones)))


def _is_meeting(report: Report) -> bool:
    """Whether a sentence alone shows a meeting, without a title that names one: two people or parties, or an event."""
    bones = report.sentence.bones
    return report.sentence.number <= _OPENING and bool(
        len(report.leads) > 1
        or report.verb.endswith(("talks", "consultations"))
        or (_HOLDS.search(report.verb) and _MET_ON.search(bones))
        or (report.leads and report.sentence.number < 3 and _MEETING_WITH.search(report.verb) and " with " in bones)
        or AT_ITS.match(bones)
        or _PARTIES_MET.search(bones)
        or (EVENT in bones and _HOLDS.search(report.verb))
    )


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
    if not _TITLE_NAMES_LEADS.search(title.bones):
        return ()
    return tuple(title.mentions(PERSON, others.end() if others else 0))


def _report(sentence: Sentence, first: bool) -> Report | None:
    bones = sentence.bones
    if not first and _BESIDE.match(bones):
        return None
    best: Report | None = None
    for match in _VERB.finditer(bones):
        clause = bones[max(bones.rfind(";", 0, match.start()), 0) : match.start()]
        if _NO_VERB.search(clause[-40:]) or (
            not first
            and (
                _NOT_NOW.search(clause[-40:])
                or _TO_COME.search(clause)
                or match[0].startswith(("will ", "is ", "are "))
            )
        ):
            continue
        leads = _leads(sentence, match.start(), match.end(), match.lastgroup or "")
        dated = first and _ON_DATE.match(bones, match.end())
        talks = match[0].endswith(("talks", "consultations"))
        if not (leads or dated or talks or _SIDE.search(bones if first else bones[: match.start()]) or EVENT in bones):
            continue
        if not leads and match[0] in _ONLY_OF_PEOPLE:
            continue
        if best is None or len(leads) > len(best.leads):
            best = Report(sentence, match[0], leads)
    return best


def _leads(sentence: Sentence, start: int, end: int, kind: str) -> tuple[int, ...]:
    bones = sentence.bones
    clause = max(bones.rfind(";", 0, start), bones.rfind(" where ", 0, start), bones.rfind(" when ", 0, start))
    if kind == "passive" and "joined" in bones[start:end]:
        return tuple(_active(sentence, max(clause, 0), start))  # who joins a meeting takes part without leading
    before = [] if kind == "passive" else _active(sentence, max(clause, 0), start)
    if kind == "subject":
        again = _FOR_ANOTHER.match(bones, end)  # `took part for Washington; A and B for Tokyo`
        return (*before, *(_active(sentence, end, again.end()) if again else ()))
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
        if bones[place] == PERSON and not _NOT_IN_PERSON.match(bones, place + 1)
    ]


@dataclass(frozen=True)
class Reading:
    """What is known when the fields of a meeting are read: the document, its entities, and who reports what."""

    document: Document
    entities: Entities
    names: Names
    sentences: tuple[Sentence, ...]
    found: tuple[Report, ...]
    people: Mapping[str, Affiliation]

    @classmethod
    def of(cls, document: Document, entities: Entities, names: Names) -> "Reading":
        """Read the sentences of a document."""
        sentences = tuple(split(entities))
        found = () if genre.reports_none(document) else tuple(reports(sentences))
        return cls(document, entities, names, sentences, found, affiliations(entities, names))

    @cached_property
    def body(self) -> tuple[Report, ...]:
        """The reports of the body, without the title's."""
        return tuple(report for report in self.found if not report.sentence.title)

    @cached_property
    def ordered(self) -> tuple[Report, ...]:
        """The reports of the body, then the title's."""
        return (*self.body, *(report for report in self.found if report.sentence.title))

    @cached_property
    def leads(self) -> tuple[str, ...]:
        """Who led, in the order of the body; names only in the title come last."""
        names = (self.entities.mentions[number].canonical for report in self.ordered for number in report.leads)
        return tuple(dict.fromkeys(names))
