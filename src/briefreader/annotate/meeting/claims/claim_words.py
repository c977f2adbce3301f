"""Reads the words of a claim: the form and the level of the meeting, the time since when it is the first, bodies."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefreader.annotate.meeting.claims.claim_sentence import ClaimSentence, ClaimWord
from briefreader.long_dates import MONTH_NAMES
from briefreader.model import MeetingFormat, MeetingLevel
from briefreader.text import Span

_FORMATS: tuple[tuple[re.Pattern[str], MeetingFormat], ...] = (
    (
        re.compile(
            r"\b(?:in[- ]person|face[- ]to[- ]face|"
            r"physical(?:ly)?(?= (?:meet|met|summit|session|gathering|dialogue|format)))\b",
            re.IGNORECASE,
        ),
        "in person",
    ),
    (re.compile(r"\b(?:virtual(?:ly)?|online|(?:by|via) video\w*|videoconference)\b", re.IGNORECASE), "virtual"),
    (re.compile(r"\b(?:(?:tele)?phone|by telephone|calls?)\b", re.IGNORECASE), "call"),
)
_LEVELS: tuple[tuple[re.Pattern[str], MeetingLevel], ...] = (
    (
        re.compile(
            r"\b(?:leaders?\b['’]?|leader[s'’]*[- ]levels?|presidential|heads? of (?:state|government)|"
            r"prime ministers['’]?|prime ministerial)(?!ship)|\bsummits?\b",
            re.IGNORECASE,
        ),
        "leaders",
    ),
    (
        re.compile(r"\b(?:national security )?(?:advis[eo]rs?|NSAs?)\b['’]?|\badvis[eo]r-level\b", re.IGNORECASE),
        "advisors",
    ),
    (
        re.compile(
            r"\b(?:(?<!vice )(?<!deputy )(?<!vice foreign )(?<!deputy foreign )ministers?\b['’]?|ministerials?|"
            r"minister(?:ial)?-level)",
            re.IGNORECASE,
        ),
        "ministers",
    ),
)
_AT_LEVEL = re.compile(
    r"\b(?:leader|minister|ministerial|advis[eo]r)[s'’]*[- ]levels?\b|\blevel of (?:\w+ ){0,3}(?:leaders|ministers|"
    r"advis[eo]rs)\b|\bsummit\b",
    re.IGNORECASE,
)
# A number of years as texts write it; `a decade` and `more than two decades` count from their least.
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        1,
    )
} | {"a": 1, "thirty": 30, "forty": 40, "fifty": 50}
_IN_YEARS = re.compile(
    r"\bin (?:over |more than |nearly |almost |about |some |at least |the (?:last|past) )?"
    r"(?P<number>\d{1,3}|[a-z]+) (?P<unit>years?|decades?|quarter[- ]century|half[- ]century|century|centuries)\b",
    re.IGNORECASE,
)
_YEARS_OF = {"year": 1, "deca": 10, "quar": 25, "half": 50, "cent": 100}
_SINCE = re.compile(r"\bsince (?P<what>(?:(?! that )[^,;:.])+)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_MONTHS = [name.lower() for name in MONTH_NAMES]
_OF_TIME = re.compile(
    r"\b(?:(?:of|in|during|under) (?:the|this|his|her|their|our) (?:(?!this )[\w.’'-]+ ){0,3}(?:administration|"
    r"presidency|government|term|era|year|century|history)\b|this year\b|of (?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(r"\b(?:this year|(?:of|in) (?:the|this) year)\b", re.IGNORECASE)
_EVER = re.compile(r"\bin (?:\w+ ){0,2}history\b|\bever\b", re.IGNORECASE)

_JOINING = frozenset("of between among with for to in at on by since under and the".split())
# Words that name no body by themselves, though they are written with a capital.
_GENERAL = frozenset(
    "the a an first first-ever inaugural maiden ever meeting meetings summit summits dialogue dialogues session "
    "sessions ministerial talks consultations call visit trip conference forum gathering round roundtable trilateral "
    "bilateral multilateral quadrilateral joint leaders leaders' leader leader-level ministers minister ministers' "
    "virtual in-person special annual of and for in at on by foreign defense defence national security advisor "
    "advisors adviser advisers president presidents prime we today yesterday this it historic high-level level "
    "strategic senior officials vice deputy statement readout standalone stand-alone state states united countries "
    "sides governments representatives secretary secretaries partners administration presidential".split()
)


class Scope(NamedTuple):
    """The words that say since when something is the first, and the year or the number of years that they mean."""

    words: str | None = None
    since: str | None = None
    years: int | None = None


def format_in(words: str) -> MeetingFormat | None:
    """Return the form of a meeting that some words name, None for none."""
    return next((form for pattern, form in _FORMATS if pattern.search(words)), None)


def level_in(words: str) -> MeetingLevel | None:
    """Return the level of a meeting that some words name, None for none."""
    return next((level for pattern, level in _LEVELS if pattern.search(words)), None)


def level_of_manner(words: str) -> MeetingLevel | None:
    """Return the level at which people meet according to some words: `at the level of ministers`, not `ministers`."""
    found = _AT_LEVEL.search(words)
    return level_in(found[0]) if found else None


def is_told(word: str) -> bool:
    """Return whether a word says a form or a level."""
    return bool(format_in(word) or level_in(word))


def scope_in(words: str) -> Scope:
    """Return the time since when something is the first, according to the words after it."""
    if found := _SINCE.search(words):
        said = found["what"].strip()
        year = _YEAR.search(said)
        if year is None:
            return Scope(found[0].strip())
        month = said[: year.start()].split()[-1:]
        number = _MONTHS.index(month[0].lower()) + 1 if month and month[0].lower() in _MONTHS else None
        return Scope(found[0].strip(), f"{year[0]}-{number:02}" if number else year[0])
    if found := _IN_YEARS.search(words):
        number_word = found["number"].lower()
        count = int(number_word) if number_word.isdigit() else _NUMBERS.get(number_word)
        if count:
            return Scope(found[0], None, count * _YEARS_OF[found["unit"].lower()[:4]])
        return Scope(found[0])
    if found := _OF_TIME.search(words):
        year = _YEAR.search(found[0])
        if year and words[: found.start()].split()[-1:] and words[: found.start()].split()[-1].lower() in _MONTHS:
            return Scope()  # `in May of 2023` is a date
        if _EVER.search(found[0]):
            return Scope()
        return Scope(found[0], None, 0) if _THIS_YEAR.search(found[0]) else Scope(found[0], _before(year))
    return Scope()


def _before(year: re.Match[str] | None) -> str | None:
    """Return the year before one; the first meeting of 2024 is the first since 2023."""
    return str(int(year[0]) - 1) if year else None


def sides_in(sentence: ClaimSentence, span: Span) -> tuple[str, ...]:
    """Return the countries that the words of a range name, by their common names."""
    found = (each.canonical for each in sentence.names(*span, "PLACE", "NORP"))
    return tuple(dict.fromkeys(found))


def bodies_in(sentence: ClaimSentence, span: Span) -> tuple[str, ...]:
    """Return the words of a range with a capital that name a body: no country, person, office or date."""
    other = [*sentence.names(*sentence.span, "PLACE", "NORP", "PERSON", "TITLE", "DATE")]
    found: list[str] = []
    for word in sentence.words(*span):
        name = word.text.removesuffix("’s").removesuffix("'s").strip("’'*")
        is_name = name[:1].isupper() or any(letter.isupper() for letter in name[1:])
        if word.start == sentence.span.start and not name.isupper() and sentence.mention_at(word.start) is None:
            continue  # the first word of a sentence has a capital as it is
        if is_name and name.lower() not in _GENERAL and not any(each.start <= word.start < each.end for each in other):
            found.append(name)
    return tuple(dict.fromkeys(found))


def narrower_in(modifiers: Sequence[ClaimWord], sentence: ClaimSentence, ignored: Iterable[str]) -> tuple[str, ...]:
    """Return the small words before the noun that make a claim smaller: `stand-alone`, `finance` of ministers."""
    names = [*sentence.names(*sentence.span, "PLACE", "NORP", "ORG", "EVENT")]
    skipped = frozenset(ignored)
    found = []
    for word in modifiers:
        if word.text[:1].isupper() or any(each.start <= word.start < each.end for each in names):
            continue
        if word.small not in skipped and word.small not in _JOINING and not is_told(word.text):
            found.append(word.text)
    return tuple(found)
