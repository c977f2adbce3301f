"""Reads the next meeting that a text announces: its date, else the words for its place and time."""

import re
from collections.abc import Iterator
from itertools import islice

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.series.numbered_body import has_ordinal
from briefreader.annotate.mentions.dates import DateSpan, iso
from briefreader.annotate.text.masked_sentences import (
    EVENT,
    ORG,
    PERSON,
    HintedPattern,
    MaskedSentence,
    hinted,
    pattern,
)
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import ORDINALS
from briefreader.text import Span

# The first of a series is the next one only where the text says so.
_LATER = [word for word, number in ORDINALS.items() if number > 1 and not word[0].isdigit()]
_ORDINAL = "|".join((*sorted(_LATER, key=len, reverse=True), r"\d{0,3}(?:1st|2nd|3rd|\dth)"))
_NOUN = (
    r"(?:<E>|(?:meeting|talks|consultations?|dialogue|session|summit|round|conference|ministerial|plenary|gathering|"
    r"one|"
    r"edition|Meeting|Talks|Consultations?|Dialogue|Session|Summit|Round|Conference|Commission|Committee|Council|Forum|"
    r"[A-Z]{3,8}s?)\b)"
)
_WORDS = r"(?:(?!to\b|and\b|that\b|which\b)[\w+'-]+ |<CNOX>(?:[-–]<CN>)*(?:'s)? |\+ ){0,7}?"
_NEXT = rf"(?:next|follow-on|follow-up|subsequent|forthcoming|{_ORDINAL})"
_OF = r"(?: \([^)]{0,30}\))?(?: (?:meetings?|session|round|dialogue))?(?: (?:of|between|for|with) [^;.]{1,80}?)?,?"
_FUTURE = (
    r"(?:(?:(?:will|would|shall|should|could)(?: also| be| next)*|is|are|to be|(?:has|have) been|was|were) "
    r"(?:to (?:be )?)?(?:tentatively |provisionally )?(?:held|hosted|convened?d?|due|planned|expected|scheduled|slated|"
    r"set|agreed|proposed|take place|meet|occur|organi[sz]ed|chaired)\b|(?:is|are|will be|to be)(?= (?:in|on|at) ))"
)
_HOLD = r"(?:hold|convene|host|organi[sz]e|schedule|conduct)"
_HOLD_HINTS = (" hold", " conven", " host", " organi", " schedul", " conduct")
_HOLDING = r"(?:holding|convening|hosting|organi[sz]ing|conducting)"
_PROMISE_WORDS = (
    "agree agreed decide decided plan plans planned intend intends intended expect expects expected commit commits "
    "committed mean means concurred resolved pledged proposed offered undertook confirmed hope hopes hoped wish wishes "
    "wished desire desires desired ready"
).split()
_PROMISED = rf"\b(?:{'|'.join(_PROMISE_WORDS)}|invited [^;.]{{1,60}}?)"
_PROMISES = WordClass.of((*_PROMISE_WORDS, "invited"))
# The expressions of a meeting that is the next by its own words, with pieces of which each match has one.
_ANNOUNCED = (
    hinted(
        rf"(?<!was )(?<!is )(?<!were )\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]n?) (?:{_NEXT}|first|"
        rf"inaugural) {_WORDS}{_NOUN}{_OF} "
        rf"{_FUTURE}(?! (?:elsewhere|outside)\b)(?P<rest>[^;]*)",
        " ",
    ),
    hinted(
        rf"{_PROMISED} (?:to|on|that) (?:[a-z]+ly )?(?:{_HOLD}|{_HOLDING}) (?:the |its |their |a |an )?"
        rf"{_NEXT} {_WORDS}{_NOUN}(?P<rest>[^;]*)",
        *_HOLD_HINTS,
    ),
    hinted(rf"{_PROMISED} (?:that|on) (?:the|its|their) {_NEXT} {_WORDS}{_NOUN}(?P<rest>[^;]*)", " that ", " on "),
    hinted(
        rf"\b(?<!I )[Ll]ook(?:s|ed|ing)? forward to (?:[a-z]+ing (?:of )?)?(?:the |"
        rf"its |their |our )?{_NEXT} {_WORDS}{_NOUN}(?P<rest>[^;]*)",
        "forward to",
    ),
    hinted(
        rf"\b(?:will|would|to|and) (?:also |next )?{_HOLD} (?:the |its |their )?{_NEXT} {_WORDS}"
        rf"{_NOUN}(?P<rest>[^;]*)",
        *_HOLD_HINTS,
    ),
    hinted(
        r"\b(?:reconvene|(?:meet|convene|gather)(?: in person| virtually)? again|meet next|next meet|"
        r"meeting again|reconvening)\b(?P<rest>[^;]*)",
        "reconven",
        " again",
        "meet next",
        "next meet",
    ),
    hinted(rf"\bat (?:the|our|their|its) next {_WORDS}{_NOUN}(?P<rest>[^;]*)", " next "),
    hinted(r"\bcontinue (?:their|our) (?:close )?consultation (?P<rest>when [^;.]*)", "consultation when"),
    hinted(
        rf"\bin (?:readiness|preparation) for (?:the|its|their) {_NEXT} {_WORDS}{_NOUN}(?P<rest>[^;]*)",
        "readiness for",
        "preparation for",
    ),
)
# A further meeting of the same people, or of the same kind, without `next` or `again`.
_FURTHER = (
    hinted(rf"{_PROMISED} to (?:[a-z]+ly )?meet(?! (?:the|its|their|these|all|our)\b)(?P<rest>[^;]*)", " meet"),
    hinted(
        r"\b(?<!I )[Ll]ook(?:s|ed|ing)? forward to (?:meeting|seeing (?:each other|one another|him|her|them)|"
        r"(?:hosting|welcoming|receiving) "
        r"(?:him|her|them|the (?:Foreign |Prime |Defen[cs]e )?(?:Minister|Secretary|President|Chancellor)|<T>|"
        r"<P>)+)(?P<rest>[^;]*)",
        "forward to",
    ),
    hinted(
        rf"{_PROMISED} to (?:[a-z]+ly )?{_HOLD} (?:a |an |the |their |another |further |regular )*"
        rf"(?:[a-z-]+ )?(?:meetings?|consultations|talks|session|round|summit)\b(?P<rest>[^;]*)",
        *_HOLD_HINTS,
    ),
)
_OF_NEXT = frozenset(each for each in _ANNOUNCED if _NEXT in each.expression.pattern)
_NEXT_WORDS = ("next", "follow-", "subsequent", "forthcoming")
_OF_PROMISES = frozenset(each for each in (*_ANNOUNCED, *_FURTHER) if each.expression.pattern.startswith(_PROMISED))
# A sentence without one of these, the verb below and an ordinal announces no meeting; `in` saves most searches.
_HINTS = (
    "next", "again", "reconven", "subsequent", "forthcoming", "follow-", "forward to", "to be held",
    "consultation when",
)  # fmt: skip
_TO_HOLD = re.compile(r"to (?:meet|hold|host|convene)\b")
# A body meets by itself; a text whose own meeting has no name may be about it.
_WILL_MEET = re.compile(r"\bwill (?:next )?meet$")
# Others are asked to meet, or have met.
_ASKED = re.compile(r"\b(?:instruct|direct|call(?:ed|s)? (?:for|on)|urg|encourag)\w*\b[^;]{0,60}$")
_WILL = re.compile(r"\b(?:will|is to|are to|to be held)\b")
_HELD = re.compile(r"\b(?:met|held|spoke|hosted|convened|received|welcomed|gathered|chaired|concluded|took place)\b")
_PAST = re.compile(r"\b(?:had been|was held|were held|took place|have been held|thanked|congratulated|of last year)\b")
_UNITS = (
    r"<D>|convenient|suitable|agreed (?:dates?|time)|dates?|time|future|weeks?|months?|years?|quarter|half|spring|"
    r"summer|autumn|fall|winter|earliest"
)
_DETAILS = (
    r"(?:an? |the |their |its |mutually |first |second |third |last |end of |beginning of |early |late |mid |next |"
    r"coming |upcoming |near |following |two |three |six |few |same |<N> |margins of |sidelines of |occasion of )*"
)
_TIME = (
    r"(?:as (?:early|soon) as possible|(?:later|early|earlier|late|mid|soon|shortly|tomorrow)\b|"
    r"(?:next|this) (?:year|month|week|spring|summer|autumn|fall|winter|quarter)|"
    rf"(?:at|on|in|within|before|by|during|over|around|for) {_DETAILS}(?:{_UNITS})|"
    rf"(?:at|on|in|during) {_DETAILS}(?:<LCRE>|<O> headquarters|venue|capital|margins|sidelines|occasion)|<D>)"
)
_PLACE_OR_TIME = pattern(rf"(?<![\w-]){_TIME}")
_TAIL = re.compile(
    r",? with the aim\b|, (?:with|and (?!(?:in|at|on|early|later)\b)|to|which|where|who|during|co-chaired|as )|"
    r" to (?:discuss|review|further|conclude|continue|assess|take|address|consider|advance|follow|finali[sz]e|ensure|"
    r"strengthen|build|exchange|mark)\b| and (?!(?:in|at|on|early|later|\d)\b)[a-z]+ |, (?:the|they|both) | that |"
    r" aimed | for (?:the purpose|further) |\. |[.”\"]$|\.$"
)
_CAPITALIZED = re.compile(
    r"\b(?!(?:Foreign|Prime|Defen[cs]e|Ministers?|Ministerial|Leaders?|Secretary|President|Meeting|Session|Round|"
    r"Consultations?|"
    r"Dialogue|Summit|The|Both)\b)[A-Z][a-z]{3,}|\b[A-Z]{3,8}\b"
)
# Words for a meeting of other people or for other talks, unless the text's own meeting has them.
_OTHERS = re.compile(r"\b(?:youth|student|business|parliamentar|scientific|academic|negotiation)")
_ABBREVIATED = re.compile(r"\.[A-Z]\.$")
_MOST_WORDS = 18
_MOST_BEFORE = 90


def read(evidence: MeetingEvidence) -> Fact[str] | None:
    """Return the next meeting of the series or of the same parties, None without one.

    A date is returned as ISO 8601, its year counted from the release where the text leaves it out; anything else in the
    words of the text.
    """
    own = _own_names(evidence)
    events = frozenset(item.canonical for item in evidence.entities.mentions if item.type == "EVENT")
    announced = {report.sentence.number for report in evidence.report_sentences if report.is_to_come}
    first = next((item for item in evidence.sentences if not item.is_title), None)
    if first and _WILL.search(first.masked) and not _HELD.search(first.masked):
        announced.add(first.number)  # the meeting announced is not its own next one
    found = [
        item
        for item in reversed(evidence.sentences)
        if not item.is_title and item.number not in announced and _may_announce(item)
    ]
    for plain, expressions in ((True, _ANNOUNCED), (False, _FURTHER)):
        for sentence in found:
            for fact in _announced(evidence, sentence, expressions, own, events, plain):
                return fact
    return None


def _may_announce(sentence: MaskedSentence) -> bool:
    """Return whether a sentence has a word with which a next meeting is announced, and is not about the past."""
    masked = sentence.masked
    hinted = any(map(masked.__contains__, _HINTS)) or _TO_HOLD.search(masked) or has_ordinal(sentence)
    return bool(hinted) and not _PAST.search(masked)


def _own_names(evidence: MeetingEvidence) -> frozenset[str]:
    """Return the events, bodies and telling words in the title and the sentences that report the meeting."""
    sentences = [item for item in evidence.sentences if item.is_title]
    sentences += [report.sentence for report in evidence.report_sentences]
    numbers = (number for sentence in sentences for number in sentence.mentions(EVENT + ORG))
    words = (word for sentence in sentences for word in _telling_words(sentence, 0, len(sentence.masked)))
    return frozenset((*(evidence.canonical(number) for number in numbers), *words))


def _telling_words(sentence: MaskedSentence, start: int, end: int) -> list[str]:
    """Return the words in a range of a sentence that tell of which meeting it speaks."""
    of_others = _OTHERS.findall(sentence.masked.lower(), start, end)
    return [*_CAPITALIZED.findall(sentence.masked, start, end), *of_others]


def _is_own(name: str, own: frozenset[str]) -> bool:
    """Return whether a name is one of a text's own, begins with one, or begins with the initials of one."""
    first = name.split(" ")[0].removesuffix("s")
    return (
        name in own
        or any(" " in known and (name.startswith(f"{known} ") or name in known.split()) for known in own)
        or (first.isupper() and len(first) > 2 and any(_initials(known).startswith(first) for known in own))
    )


def _initials(name: str) -> str:
    return "".join(letter for letter in name if letter.isupper())


def _announced(
    evidence: MeetingEvidence,
    sentence: MaskedSentence,
    expressions: tuple[HintedPattern, ...],
    own: frozenset[str],
    events: frozenset[str],
    plain: bool,
) -> Iterator[Fact[str]]:
    """Yield the next meetings that a sentence announces by some expressions."""
    promised = sentence.has(_PROMISES)
    counted = has_ordinal(sentence) or any(map(sentence.masked.__contains__, _NEXT_WORDS))
    for expression in expressions:
        if (not promised and expression in _OF_PROMISES) or (not counted and expression in _OF_NEXT):
            continue
        match = expression.search(sentence.masked)
        if match is None:
            continue
        if _ASKED.search(sentence.masked, 0, match.start()):
            continue
        start, end = match.span("rest")
        when = _PLACE_OR_TIME.search(sentence.masked, start, end)
        if when is None or when.start() - start > _MOST_BEFORE:
            continue
        names = [evidence.canonical(number) for number in sentence.mentions(EVENT + ORG, match.start(), when.start())]
        words = _telling_words(sentence, match.start() + 1, when.start())
        of_text = all(_is_own(name, own) for name in (*names, *words))
        if not of_text and not (_WILL_MEET.search(sentence.masked, match.start(), start) and own.isdisjoint(events)):
            continue  # the meeting of another body
        if not plain and sentence.mentions(PERSON, start, when.start()):
            continue
        tail = _TAIL.search(sentence.masked, when.end(), end)
        last = tail.start() if tail else end
        span = evidence.words(sentence, match.start(), last)
        day = _date(evidence, span)
        if day and day < (evidence.document.date or "")[: len(day)]:
            continue  # the date of an earlier meeting
        if value := day or _phrase(evidence, sentence, when.start(), last):
            yield Fact(value, span, plain)


def _date(evidence: MeetingEvidence, words: Span) -> str | None:
    """Return the first date with a month or year in a range of the text."""
    release = evidence.document.date or ""
    within = islice(evidence.dates_in(words), _MOST_WORDS)
    return next((day for item in within if (day := _with_year(item, release))), None)


def _with_year(item: DateSpan, release: str) -> str | None:
    """Return a date with its year, else with the year of the release or the next one."""
    if item.year is not None or item.month is None:
        return item.iso
    if len(release) < len("2021-01"):
        return None
    later = item.month < int(release[5:7])
    return iso(int(release[:4]) + later, item.month, item.day)


def _phrase(evidence: MeetingEvidence, sentence: MaskedSentence, first: int, last: int) -> str | None:
    """Return the words for the place and time of a meeting, None for a run of words that is no such phrase."""
    span = evidence.words(sentence, first, last)
    text = " ".join(evidence.document.text[span.start : span.end].split()).strip(" ,;")
    text = text if _ABBREVIATED.search(text) else text.rstrip(".")
    return text if text and len(text.split()) <= _MOST_WORDS else None
