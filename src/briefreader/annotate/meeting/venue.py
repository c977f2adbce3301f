"""How and where a meeting was held."""

import re

from briefreader.annotate.meeting.journey import Journey
from briefreader.annotate.meeting.report_sentences import Reading
from briefreader.annotate.text.masked_sentences import CITY, COUNTRY, EVENT, Sentence, pattern
from briefreader.model import MeetingFormat

_IN_PERSON = re.compile(
    r"\b(?:met|meets?|gathered|hosted|hosts?|received|traveled|visited|visits?|in person|welcom(?:e|es"
    r"|ed)(?! the (?:\w+ )?(?:meeting|session|summit))|in-person"
    r"|will travel|came together|sat down)\b"
)
_CALL = pattern(
    r"\bspoke(?! (?:at|about|of)\b)|\bspeaks? |\bby (?:tele)?phone\b|\b(?:tele)?phone|\btalked with\b"
    r"|\b[Cc]alls? (?:[Ww]ith|to <TPN>|between|today|from)\b|'s? (?:[A-Z][\w-]+ )*Calls?\b"
    r"|\b(?:held|hosted|convened|joined|led|in|via|on|during) (?:an? |the |separate )(?:[\w-]+ ){0,3}calls?\b"
    r"|\bcalled (?:<TN>)* ?<P>"
)
_MET = re.compile(r"\b(?:met|meets|hosted) ")
_VIRTUAL = re.compile(r"\b(?:virtual|virtually|video ?conference|video link|by video|secure video|remotely)\b", re.I)
_VIRTUAL_EVENT = pattern(r"\b[Vv]irtual(?: <CN>(?:-<CN>)*)? <E>")
# `held in Washington, which included virtual consultations`: some were there, some were not.
_MIXED = pattern(
    r"\(virtually\)|\bjoined virtually\b|\bin <L>(?:, <LR>)?[^.;]* included virtual |\b[Hh]ybrid\b"
    r"|\bin[- ]person and virtual"
    r"|virtual(?:ly)? and in[- ]person"
)
_VIRTUAL_MEETING = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Aa]|[Tt]heir|[Tt]oday's|[Ii]ts) (?:virtual|video) "
    r"(?:meeting|call|summit|session|dialogue|conference|engagement|discussion|roundtable|event)\b"
)
_AT = re.compile(r"(?:^| |\()(?:[Ii]n|[Aa]t)(?: the| a)?(?: island of| city of| town of)? $")
# What is in a place without the meeting being there.
_ELSEWHERE = re.compile(
    r"\b(?:ambassadors?|situation|war|aggression|violence|stability|peace|security|developments|officials|interests|"
    r"launch|launches|tests?|conflict|elections?|troops|forces|operations|crisis|efforts|ceasefire|invasion|"
    r"progress|presence|partners|allies|countries|events|transition|role|investment)(?: [\ue000-\ue009])?"
    r" (?:in|at)(?: the)? $"
)
_TO = re.compile(r"\b(?:delegation|travel|traveled|travels|visit|welcom(?:e|es|ed|ing))\b.* to (?:the )?$")
_PURPOSE = re.compile(
    r" to (?:discuss|exchange|review|reaffirm|address|express|advance|share|underscore|consult|coordinate|condemn)\b"
    r"| (?:and|which|that) (?:discussed|reaffirmed|underscored|exchanged|condemned)\b| regarding | about "
)
_HOST = pattern(r"<L> (?:hosted|was host)")
_CITY_STATES = frozenset(("Singapore", "Monaco", "Vatican City", "San Marino"))
_TOOK_PLACE = re.compile(
    r"\b(?:meetings?|session|summit|dialogue|consultations|talks|event)\b.* (?:took place|was held|were held|held) "
)
_OPENING = 8
_REACH = 160
Venue = tuple[str | None, str | None]


def meeting_format(reading: Reading) -> MeetingFormat | None:
    """Return how the meeting was held, None where the text only says that it was convened."""
    told = " ".join(report.sentence.bones for report in reading.found[:3])
    opening = next(
        (sentence.bones for sentence in reading.sentences if not sentence.title and EVENT in sentence.bones), ""
    )
    if is_mixed(reading):
        return None
    if _VIRTUAL.search(told) or _VIRTUAL_EVENT.search(opening):
        return "virtual"
    if any(_VIRTUAL_MEETING.search(sentence.bones) for sentence in reading.sentences[:_OPENING]):
        return "virtual"
    if _CALL.search(told) and not _MET.search(told):
        return "call"
    return "in person" if _IN_PERSON.search(told) else None


def is_mixed(reading: Reading) -> bool:
    """Whether some took part in the room and others from afar."""
    return any(_MIXED.search(report.sentence.bones) for report in reading.found[:3])


def place(reading: Reading, trip: Journey | None) -> Venue:
    """Return city and country, from `in Geneva, Switzerland` or `at the Pentagon` beside the meeting's verb."""
    country: str | None = None
    if trip is not None and trip.countries:
        one = len(trip.countries) == 1
        return (trip.cities[0] if one and len(trip.cities) == 1 else None), (trip.countries[0] if one else None)
    held = [item for item in reading.sentences[:_OPENING] if not item.title and _TOOK_PLACE.search(item.bones)]
    for sentence in (*(report.sentence for report in reading.ordered[:5]), *held):
        purpose = _PURPOSE.search(sentence.bones)
        stop = purpose.start() if purpose else len(sentence.bones)
        for at, number in sentence.at.items():
            if sentence.bones[at] not in CITY + COUNTRY or at > stop:
                continue
            before = sentence.bones[max(0, at - _REACH) : at]
            if (_AT.search(before) and not _ELSEWHERE.search(before)) or _TO.search(before):
                city, of = _site(reading, sentence, at, number)
                if city:
                    return city, of
                country = country or of
        if _HOST.match(sentence.bones):
            return _site(reading, sentence, 0, sentence.at[0])
    return None, country


def _site(reading: Reading, sentence: Sentence, at: int, number: int) -> Venue:
    """City and country of a listed place; a country or state named after a comma goes before the list's."""
    name = reading.entities.candidates[number].name
    if name is None:
        return None, None
    if name.section == "countries":
        return (name.name if name.name in _CITY_STATES else None), name.name
    if name.section == "sites":
        return name.fact("city"), name.fact("country")  # a building or base gives no town, but for the White House
    beside = sentence.at.get(at + 3) if sentence.bones[at + 1 : at + 3] == ", " else None
    near = reading.entities.candidates[beside].name if beside is not None else None
    stated = None
    if near is not None:
        stated = near.name if near.section == "countries" else near.fact("country")
    return name.name, stated or name.fact("country")
