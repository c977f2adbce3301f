"""Which series a meeting belongs to, and its count there."""

import re

from briefreader.annotate.report import Reading
from briefreader.annotate.skeleton import EVENT, pattern
from briefreader.annotate.words import ORDINALS

_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True)) + r"|\d{1,3}(?:st|nd|rd|th)"
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
_TIMES = re.compile(
    rf"\b(?:met|meet|gathered|convened|held)\b[^.;]* for the (?P<ordinal>{_ORDINAL}) time\b(?! (?:since|in|that|at))"
    rf"|\b(?:it|this) was the (?P<other>{_ORDINAL}) (?:trilateral |such )?(?:meeting|session|gathering)\b",
    re.IGNORECASE,
)
# Before an event, these say that it is not the meeting itself.
_ASIDE = re.compile(
    r"(?:sidelines|margins?|edges|ahead|advance|upcoming|following|after|before|since|like|including|recent|concluded|future|"
    r"next|host of|during|support of|at an|success of|under|work of|progress of|outcomes of) (?:of )?(?:the )?"
    r"(?:[\w-]+ ){0,3}$"
)
_HELD = re.compile(
    r"\b(?:convened|held|hosted|launch|chaired|meeting of the|session of the|in the|at the|for the|hold)\W+"
    r"(?:[\w-]+\W+){0,4}$"
)
_NO_MEETING = re.compile(
    r"(?:First|Second|World|Cold|Korean) .*War.*|Operation .*|Exercise .*|.*(?:Games|Olympics|Cup)"
)
_REACH = 160


def event(reading: Reading) -> str | None:
    """Return the canonical name of the event that the meeting is, None for an ad-hoc meeting."""
    best: tuple[int, str] | None = None
    for rank, report in enumerate(reading.found[:3]):
        sentence = report.sentence
        for place, number in sentence.at.items():
            name = reading.entities.mentions[number].canonical
            before = sentence.bones[max(0, place - _REACH) : place]
            if sentence.bones[place] != EVENT or _ASIDE.search(before[-60:]) or _NO_MEETING.fullmatch(name):
                continue
            counted, held = bool(_BEFORE.search(before)), bool(_HELD.search(before[-80:]))
            if not (sentence.title or counted or held):
                continue  # an event that is only spoken of
            score = (5 if sentence.title else 4) - 2 * rank + 6 * counted + 3 * held
            if best is None or score > best[0]:
                best = score, name
    return best[1] if best else None


def series(reading: Reading, name: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Return the series by its acronym, if the text gives one, else its name, and who meets in it as far as listed."""
    if name is None:
        return None, ()
    entry = next((item for item in reading.names.of("series") if item.name == name), None)
    short = reading.entities.acronyms.get(name)
    acronym = entry.fact("acronym") if entry else None
    if short is None and acronym and re.search(rf"\b{re.escape(acronym)}\b", reading.document.text):
        short = acronym
    if acronym and short and re.fullmatch(r"\d\+\d", short):
        short = acronym  # `Security Consultative Committee ("2+2")`: one of many such
    return short or name, entry.sides if entry else ()


def ordinal(reading: Reading, name: str | None) -> int | None:
    """Return the count of the meeting, from words beside the event's name, else from `met for the fourth time`."""
    told = [report.sentence for report in reading.found]
    for sentence in (*told, *reading.sentences) if name else ():
        for place, number in sentence.at.items():
            if sentence.bones[place] != EVENT or reading.entities.mentions[number].canonical != name:
                continue
            before = sentence.bones[max(0, place - _REACH) : place]
            match = _BEFORE.search(before) or _AFTER.match(sentence.bones[place + 1 : place + _REACH])
            if match and not re.search(r"\bnext\b", before):
                return _number(match["ordinal"])
    for sentence in reading.sentences[:8] if name else told:
        match = _TIMES.search(sentence.bones)
        if match:
            return _number(match["ordinal"] or match["other"])
    return None


def _number(word: str) -> int | None:
    plain = word.lower()
    if plain in ORDINALS:
        return ORDINALS[plain]
    digits = re.match(r"\d+", plain)
    return int(digits[0]) if digits else None
