"""Which series a meeting belongs to, and its count there."""

import re

from briefreader.annotate.meeting.report_sentences import AT_ITS, Reading
from briefreader.annotate.mentions.parties import GENERIC
from briefreader.annotate.names.gazetteer import Name
from briefreader.annotate.text.masked_sentences import EVENT, pattern
from briefreader.annotate.text.words import ORDINALS

_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True)) + r"|\d{1,5}(?:st|nd|rd|th)"
_BEFORE = pattern(
    rf"\b(?P<ordinal>{_ORDINAL})\b (?:(?:annual|joint|high-level|principal-level|bilateral|trilateral|in-person|"
    r"virtual|ministerial|plenary|meetings?|sessions?|rounds?|iteration|edition|of|the|for|convening|"
    r"<CN>(?:-<CN>)*|<O>) )*$",
    re.IGNORECASE,
)
_AFTER = pattern(
    rf"^(?:'s)? (?:\([^)]*\) )?(?:was|is|marked|held|holds|convened) (?:its|the|their) (?P<ordinal>{_ORDINAL})\b",
    re.IGNORECASE,
)
# `the first summit since 2016` is no count.
_SINCE = pattern(r"(?: \(<EO>\))? (?:since|in (?:more than |over )?\w+ years|of the (?:year|<PO>))\b")
_TIMES = pattern(
    rf"\b(?:met|meet|gathered|convened|held)\b[^.;]* for the (?P<ordinal>{_ORDINAL}) time\b(?! (?:since|in|that|at))"
    rf"|\b(?:held|hosted|convened|co-hosted|launched|Readout of|Statement (?:on|of|from)) (?:the |their "
    rf"|a )?(?P<held>{_ORDINAL})"
    r" (?:(?!in-person|virtual)[\w-]+ ){0,2}(?:meeting|session|round|summit|dialogue"
    r"|consultations)\b(?!(?: of the <O>)? (?:in person|virtually))"
    rf"|\b(?:it|this) was the (?P<other>{_ORDINAL}) (?:trilateral |such )?(?:meeting|session|gathering)\b",
    re.IGNORECASE,
)
_PARTIES = r"(?:<CNO>(?:\s?[-–—]\s?<CNO>)* )?"
_MEETING_OF = pattern(
    rf"\b(?P<ordinal>{_ORDINAL}) (?:(?!in-person|virtual)[a-z-]+ )?(?:meeting|session|plenary|round) of the "
    rf"{_PARTIES}(?P<body><O>)(?! in person| virtually)"
    rf"|^The (?P<count>{_ORDINAL}) {_PARTIES}(?P<met><O>)(?: \([^)]{{1,30}}\))? (?:met|convened|was held|took place)\b",
    re.IGNORECASE,
)
# Before an event, these say that it is not the meeting itself.
_ASIDE = re.compile(
    r"(?:sidelines|margins?|edges|ahead|advance|upcoming|following|after|before|since|like|including|recent"
    r"|concluded|future|"
    r"next|host of|during|support of|at an|success of|under|work of|progress of|outcomes of|preparations for"
    r"|prepare for|"
    r"preparing for|previewed|preview|hosting|attend|discuss|discussed|looked forward to|forward to) (?:of )?(?:the )?"
    r"(?:[\w-]+ ){0,3}$"
)
_HELD = re.compile(
    r"\b(?:convened|held|hosted|launch|chaired|meeting of the|session of the|occasion of (?:the|today's|their)"
    r"|in the|at the|for the|hold)\W+"
    r"(?:[\w-]+\W+){0,4}$"
)
_IS_HELD = re.compile(
    r"(?: \([^)]{1,20}\))?,? (?:(?:was|will be|is|has) )?(?:held|hosted|convened|met|meets|took place|opened"
    r"|concluded|gathered)\b"
)
# What the sides talk of comes after these, not what they hold.
_TOPIC = re.compile(
    r"\b(?:discuss(?:ed|ing)?|underscored|highlighted|emphasized|welcomed|thanked|congratulated|reviewed|reaffirmed|"
    r"pledge[ds]?|noted|previewed|announced|regarding)\b"
)
# An unlisted name is a series' where a standing kind heads it and something in it tells which.
_STANDING = frozenset(
    "Dialogue Dialogues Group Groups Committee Commission Council Consultations Forum Mechanism Conference Ministerial "
    "Talks Summit Force Initiative Partnership Roundtable Meeting Meetings Session Workshop Symposium Seminar".split()
)
# These stand in series only where they are counted.
_SELDOM = frozenset("Roundtable Meeting Meetings Session Workshop Symposium Seminar Conference Forum".split())
_VENUES = frozenset("White House Oval Office Cabinet Camp Pentagon Capitol Hill Building Room Palace".split())
_FILLERS = frozenset(
    "upcoming virtual inaugural in-person constructive winter spring summer fall autumn anniversary stand we united "
    "private sector president vice prime secretary white house cabinet office oval interagency principals "
    "bipartisan".split()
)
_NEXT_WORDS = re.compile(r"(?:Upcoming|Virtual|Next|Inaugural|In-Person|Annual) ")
# `Nuclear Consultative Group Meeting`: the group's name is the series'.
_ITS_MEETING = re.compile(
    r"(?P<name>.*\b(?:Group|Committee|Council|Dialogue|Force|Commission|Consultations|Forum|Initiative|Mechanism)) "
    r"(?:Plenary )?(?:Meeting|Session)s?"
)
# `U.S. Croatia Strategic Dialogue`: a hyphen lost; what follows is no owned dialogue but a party.
_UNJOINED = re.compile(r"^U\.S\. (?=[A-Z]\w+ (?:Strategic Dialogue|Summit|Dialogue)$)")
_DASH = re.compile(r"(?<=[\w.])(?: ?[-–—] | [-–—])(?=[A-Z])")
_CAPITALS = re.compile(r"[A-Z&]{3,}(?:-[A-Z][a-z]+)?")
_OPENING = 6
_REACH = 160


def event(reading: Reading) -> str | None:
    """Return the canonical name of the event that the meeting is, None for an ad-hoc meeting."""
    best: tuple[int, str] | None = None
    for rank, report in enumerate(reading.found[:3]):
        sentence = report.sentence
        for place, number in sentence.at.items():
            name = reading.entities.mentions[number].canonical
            before = sentence.bones[max(0, place - _REACH) : place]
            if sentence.bones[place] != EVENT or _ASIDE.search(before[-60:]):
                continue
            topic = _TOPIC.search(sentence.bones[:place])
            counted = bool(_BEFORE.search(before))
            now = _HELD.search(before[-80:]) or _IS_HELD.match(sentence.bones, place + 1)
            held = bool(now) and not topic
            if not ((sentence.title and not topic) or counted or held) or not _is_series(reading, number, counted):
                continue  # an event that is only spoken of, or a meeting that belongs to no series
            score = (5 if sentence.title else 4) - 2 * rank + 6 * counted + 3 * held
            if best is None or score > best[0]:
                best = score, name
    return best[1] if best else _of_body(reading)


def _of_body(reading: Reading) -> str | None:
    """The body of `At its 8610th meeting, the Security Council ...` or `second meeting of the U.S.-EU Council`."""
    if alone := _alone(reading):
        return alone
    for sentence in reading.sentences[:_OPENING]:
        match = _MEETING_OF.search(sentence.bones)
        if match:
            place = match.start("body") if match["body"] else match.start("met")
            return reading.entities.mentions[sentence.at[place]].canonical
    return None


def _alone(reading: Reading) -> str | None:
    """The body that met by itself, its own only side."""
    for report in reading.body[:1]:
        match = AT_ITS.match(report.sentence.bones)
        if match:
            return reading.entities.mentions[report.sentence.at[match.start("body")]].canonical
    return None


def _is_series(reading: Reading, number: int, counted: bool) -> bool:
    """Whether an event's name is one that meetings share: listed, with an acronym, or standing in kind and subject."""
    item = reading.entities.candidates[number]
    name = reading.entities.mentions[number].canonical
    if (item.name is not None and item.name.type == "EVENT") or name in reading.entities.acronyms:
        return True
    words = name.replace("'s", "").split()
    over = reading.entities.scene.over
    bodies = sum(index in over for index in range(item.first, item.last))
    if words[0] in _VENUES and not counted:
        return False
    told = [word for word in words if word.lower() not in GENERIC | _FILLERS and word not in _STANDING]
    if not told and not bodies:
        return False
    return any(word in _STANDING and (counted or bodies or word not in _SELDOM) for word in words)


def series(reading: Reading, name: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Return the series by its acronym, if the text gives one, else its name, and who meets in it as far as listed."""
    if name is None:
        return None, ()
    entry = reading.names.events.get(name)
    own = _ITS_MEETING.fullmatch(name)
    if entry is None and own:
        entry = reading.names.events.get(own["name"])
        name = entry.name if entry else own["name"]
    short = reading.entities.acronyms.get(name)
    acronym = _acronym(entry) if entry else None
    if short is None and acronym and re.search(rf"\b{re.escape(acronym)}\b(?![-+])", reading.document.text):
        short = acronym
    if acronym and short and re.fullmatch(r"\d\+\d", short):
        short = acronym  # `Security Consultative Committee ("2+2")`: one of many such
    name = _DASH.sub("-", _UNJOINED.sub("U.S.-", name))
    held = entry.sides if entry else (name,) if name == _alone(reading) else ()
    return short or _NEXT_WORDS.sub("", name), held


def _acronym(entry: Name) -> str | None:
    """A listed acronym, or the other name in capitals that can be none but an acronym."""
    return entry.fact("acronym") or next((other for other in entry.spellings[1:] if _CAPITALS.fullmatch(other)), None)


def ordinal(reading: Reading, name: str | None) -> int | None:
    """Return the count of the meeting, from words beside the event's name, else from `met for the fourth time`."""
    told = [report.sentence for report in reading.found]
    for report in reading.body[:1]:
        if match := AT_ITS.match(report.sentence.bones):
            return _number(match["ordinal"].replace(",", ""))
    for sentence in (*told, *reading.sentences) if name else ():
        for place, number in sentence.at.items():
            if sentence.bones[place] != EVENT or reading.entities.mentions[number].canonical != name:
                continue
            before = sentence.bones[max(0, place - _REACH) : place]
            if _SINCE.match(sentence.bones, place + 1):
                continue
            match = _BEFORE.search(before) or _AFTER.match(sentence.bones[place + 1 : place + _REACH])
            if match and not re.search(r"\bnext\b", before):
                return _number(match["ordinal"])
    for sentence in reading.sentences[:_OPENING]:
        if match := _MEETING_OF.search(sentence.bones):
            return _number(match["ordinal"] or match["count"])
    for sentence in reading.sentences[:8] if name else told:
        match = _TIMES.search(sentence.bones)
        if match:
            return _number(match["ordinal"] or match["held"] or match["other"])
    return None


def _number(word: str) -> int | None:
    plain = word.lower()
    if plain in ORDINALS:
        return ORDINALS[plain]
    digits = re.match(r"\d+", plain)
    return int(digits[0]) if digits else None
