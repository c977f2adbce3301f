"""Which sentences of a text report the meeting, and who did what in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefreader.annotate.meeting import genre, headline
from briefreader.annotate.meeting import leads as chairs
from briefreader.annotate.meeting.affiliations import Affiliation, affiliations
from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.names.gazetteer import Names
from briefreader.annotate.text.masked_sentences import EVENT, Sentence, pattern, split
from briefreader.model import Document

# What people do at a meeting they lead. Groups: `subject` verbs take the people before them, `both` those after too,
# `passive` only those after `by`.
_VERB = pattern(
    r"\b(?P<both>(?:will )?(?:meets?|met|(?:spoke|speaks|talked)(?! (?:at|about|on|of|out|in favou?r|in support"
    r"|to reporters)\b)|hosts?|hosted|received|receives|looks? forward to (?:welcoming|hosting|meeting)"
    r"|sat down|sat|welcome[sd]?|saw|"
    r"joined(?! by))\b|(?:were|was|are|is) (?:meeting|to meet)\b)"
    r"|\b(?P<passive>(?:was|were|is|are|be) (?:also )?(?:co-)?"
    r"(?:led|chaired|hosted|convened|joined|represented|headed|received|welcomed|attended)"
    r"(?: in <LRC>(?:, <LRC>)?)?(?: on <D>)? by\b"
    r"|(?:[Tt]hose who took part|participants|representatives) (?:were|was)\b)"
    r"|\b(?P<subject>(?:will )?(?:co-?)?(?:convened|convene|gathered|gather|hosted|held|hold|(?:led"
    r"|leads?)(?! (?:an?|the) (?:discussion|panel|presentation|session|conversation)\b)|chaired|"
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
# Where the people whom a verb brings together end.
_END = re.compile(
    r";| to (?:discuss|exchange|review|reaffirm|address|express|advance|mark|launch|share|underscore|consult|"
    r"coordinate|follow|talk|condemn|press)\b| where | during which | regarding | about | who "
    r"|\. (?<! [DMJ]r\. )(?<! Ms\. )(?<! Mrs\. )(?<! Gen\. )(?<! Sen\. )(?<! Lt\. )"
    r"|, and (?:discussed|reaffirmed|underscored|exchanged)| on the (?:sidelines|margins|edges)"
)
# Sentences so far on tell of side events.
_REACH = 14
_LEADING = re.compile(r"led|chair|head|represent|host|receiv|attend|part|conven|met|join|sat|spoke")
# `At its 8,610th meeting on ..., the Security Council extended ...`
AT_ITS = pattern(
    r"^(?:At|In|During) its (?P<ordinal>\d{1,2},?\d{0,3}(?:st|nd|rd|th)|[a-z-]+) (?:[a-z]+ )?(?:meeting"
    r"|session)\b[^.;]*?, the (?P<body><O>)"
)
_WELCOMED = pattern(
    r"\b(?:welcomed|hosted|received|hosts?) (?:the )?(?:[A-Z][\w' -]{2,40}|<T>) (?:of|from) (?:the )?<C>"
)
# `launched the group at its first meeting in Oslo`: what was launched met there and then.
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
_BACKGROUND = re.compile(
    r"(?:(?:(?:Following|Building on|Since) (?:the|their|its) (?:\w+ )?(?:announcement|agreement|decision"
    r"|commitment|establishment|"
    r"discussions|vision|launch|creation)|In line with|Pursuant to|Consistent with|As (?:agreed|announced"
    r"|decided|directed)))"
    r"[^,;.]*,?"
)
_SIGNED = re.compile(r"\b(?:signed|pledge[ds]?|announced|joined|congratulate|welcome[ds]?|endorsed?|commit)\b")
_PARTIES_MET = pattern(
    r"<CONE>(?: \(<COX>\))?(?:,? and|,)(?: the)?(?: [\w' -]{1,60} of)?(?: the)? <CON>.*\b(?:met|held|hosted"
    r"|convened|gathered|came together)\b"
    r"|\b(?:[Mm]inisters|[Ll]eaders|[Oo]fficials|[Dd]elegations|[Rr]epresentatives|[Aa]dvisors)\b[^.;]*<CON>[^.;]*"
    r"\b(?:met|held|hosted|convened|gathered|came together|sat down)\b"
)
_ONLY_OF_PEOPLE = frozenset(
    "launched opened used concluded welcome welcomes welcomed saw joined led lead leads travel travels traveled "
    "visit visits "
    "visited".split()
)
# What those did who brought a group into being; where others are told to have met, it was they who led.
_FOUNDS = frozenset(("launched", "opened"))
_SIDE = pattern("<ECO>")
_OPENING = 6
_MET_ON = pattern(r"\b(?:met|convened?|gathered)\b(?:[^.;,]{0,40} on)? <D>")
_ON_DATE = pattern(r"(?: [a-z]+ly)?(?: in <LR>(?:, <LCR>)*)?,?(?: on)? <D>")
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
    body = [item for item in sentences if not item.title]
    if title is not None and headline.rules_out(title, " ".join(item.bones for item in body[:3])):
        return []
    titled = title is not None and headline.names_meeting(title)
    found = [Report(title, "", headline.leads(title))] if title is not None and titled else []
    told: list[Report] = []
    for sentence in body:
        report = _report(sentence, not told)
        if report and sentence.number < (_REACH if told else 12) and (not told or _adds(report)):
            told.append(report)
    if not told or told[0].sentence.number > 6:
        # `... at the 34th Ministerial Consultations, held in Annapolis on 6 August`: a meeting without a verb of ours.
        anchor = next((i for i in body[:_OPENING] if _is_anchor(i.bones)), None)
        if anchor is not None:
            active = [] if _BACKGROUND.match(anchor.bones) else chairs.in_person(anchor, 0, len(anchor.bones))
            told.insert(0, Report(anchor, "", tuple(active) if len(active) > 1 else ()))
    if any(item.leads and item.verb not in _FOUNDS for item in told):
        told = [replace(item, leads=()) if item.verb in _FOUNDS else item for item in told]
    if told:
        told += [Report(item, "chair", led) for item in body[:5] if (led := chairs.chairs(item))]
    if told and (titled or any(map(_is_meeting, told)) or any(_PARTIES_MET.search(item.bones) for item in body[:4])):
        return [*found, *told]
    # A title alone makes no report, unless a body's first sentence is about its meeting.
    return found if any(_ITSELF.search(item.bones) for item in body[:4]) else []


def _is_anchor(bones: str) -> bool:
    """Whether a sentence names a meeting and its day, place or occasion, not something else done there."""
    bones = _BACKGROUND.sub("", bones, count=1)
    return bool(_OCCASION.search(bones) or (_ANCHOR.search(bones) and not _SIGNED.search(bones)))


def _is_meeting(report: Report) -> bool:
    """Whether a sentence alone shows a meeting, without a title that names one: two people or parties, or an event."""
    bones = report.sentence.bones
    return report.sentence.number <= _OPENING and bool(
        len(report.leads) > 1
        or report.verb.endswith(("talks", "consultations"))
        or (_HOLDS.search(report.verb) and _MET_ON.search(bones))
        or (report.leads and report.sentence.number < 3 and _MEETING_WITH.search(report.verb) and " with " in bones)
        or (report.leads and _WELCOMED.search(bones))
        or (_HOLDS.search(report.verb) and _HELD_IN.search(bones))
        or (not report.verb and _TALKS.search(bones))
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
                or match[0].startswith(("will ", "is ", "are ", "look"))
            )
        ):
            continue
        leads = _leads(sentence, match.start(), match.end(), match.lastgroup or "")
        dated = first and (_ON_DATE.match(bones, match.end()) or _HELD_IN.search(bones))
        talks = match[0].endswith(("talks", "consultations"))
        if not (leads or dated or talks or _SIDE.search(bones if first else bones[: match.start()]) or EVENT in bones):
            continue
        if not leads and match[0] in _ONLY_OF_PEOPLE and not _OF_MEETING.match(bones, match.end()):
            continue
        if best is None or len(leads) > len(best.leads):
            best = Report(sentence, match[0], leads)
    return best


def _leads(sentence: Sentence, start: int, end: int, kind: str) -> tuple[int, ...]:
    bones = sentence.bones
    clause = max(bones.rfind(";", 0, start), bones.rfind(" where ", 0, start), bones.rfind(" when ", 0, start))
    if (agreed := _BACKGROUND.match(bones)) and agreed.end() <= start:
        clause = max(clause, agreed.end())  # who agreed before that they should meet is not who met
    if kind == "passive" and "joined" in bones[start:end]:
        return tuple(
            chairs.in_person(sentence, max(clause, 0), start)
        )  # who joins a meeting takes part without leading
    before = [] if kind == "passive" else chairs.in_person(sentence, max(clause, 0), start)
    if kind == "subject":
        again = _FOR_ANOTHER.match(bones, end)  # `took part for Washington; A and B for Tokyo`
        return (*before, *(chairs.in_person(sentence, end, again.end()) if again else ()))
    stop = _END.search(bones, end)
    after = chairs.in_person(sentence, end, stop.start() if stop else len(bones))
    if kind == "both" and not before and not re.match(r"(?:,| with| in| at|$)", bones[end:]) and not after:
        return ()
    return tuple(dict.fromkeys([*before, *after]))


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
