"""Reads the body whose session a text counts: `the 14th round of political consultations`, `Third Session of JMC`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.series.body_name import SMALL_WORDS, is_unspecific, name_after
from briefreader.annotate.text.masked_sentences import MaskedSentence, pattern
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import ORDINALS, ROMAN_NUMERALS
from briefreader.text import Span

# Roman figures count a sitting at the head of a line or after an article, and not in `Article IV` or `World War II`.
_ROMAN = (
    r"(?-i:(?=[IVXL]{2}|[VX] )(?:^|(?<=[Tt]he )|(?<=[Tt]heir )|(?<= its )|(?<=[a-z]ed )|(?<=[Hh]old )|"
    r"(?<=[Hh]olds )|(?<=[Hh]eld )|(?<=[Hh]ost )|(?<=[Hh]osts ))(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\w-]))"
)
ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True)) + rf"|\d{{1,5}}(?:st|nd|rd|th)|{_ROMAN}"
_COUNT = re.compile(rf"(?<![\w-])(?P<ordinal>{ORDINAL})(?![\w-])(?:\s\([^)]{{1,12}}\))?\s", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")
# A third meeting in person can be the fifth in all.
_OF_A_FORMAT = re.compile(r"(?:in[- ]person|virtual|face-to-face) ", re.IGNORECASE)
_ORDINAL_WORDS = frozenset((*ORDINALS, *map(str.lower, ROMAN_NUMERALS)))
_NUMBER = re.compile(r"\d(?:st|nd|rd|th)", re.IGNORECASE)
_COUNTING = WordClass(lambda word: word.lower() in _ORDINAL_WORDS or _NUMBER.search(word))
# After one of these a counted body is not the one that meets: an earlier, later or other meeting.
_BESIDE = re.compile(
    r"\b(?:(?:sidelines|side-lines|margins?|fringes|edges|eve|occasion of the visit|outcomes?|results|decisions?|"
    r"agenda|implementation|preparations?|conclusions|follow-up|minutes|success|framework|since|after|before|following|"
    r"held during|on the heels of|"
    r"ahead|recalled|recalling|during the visit|previous|last|next|upcoming|future|host|hosting|attend|attended|"
    r"addressed|address|looked forward|look forward|looking forward|agreed to (?:hold|convene))\b[^.;:]{0,70})$",
    re.IGNORECASE,
)
# The words between the beginning of a sentence and a count: `On Monday, this was the`.
_LEADING = r"\W*(?:On [^.;]{1,20}, )?(?:the |this (?:was|is) (?:the |their )?|it (?:was|is) (?:the |their )?)?$"
# A counted body meets where one of these stands before it, or behind it.
_HOLDS = re.compile(
    r"\b(?:held|holds?|hosted|hosts|conven\w+|co-?chair\w*|chair\w*|led|leads|opened|launched|conclud\w+|conduct\w+|"
    r"organi[sz]ed|inaugurated|attended|participat\w+|part in|joined|met|meets?|gathered|kicked off|completed|talks|"
    r"meeting|occasion of (?:the|their|its|this)|(?:was|is|marks|marked) (?:the|their|its))\b[^.;:]{0,80}$|"
    rf"^{_LEADING}",
    re.IGNORECASE,
)
_IS_HELD = re.compile(
    r"[^.;]{0,160}?\b(?:held|took place|takes place|convened|concluded|opened|co-?chaired|chaired|hosted|organi[sz]ed|"
    r"conducted|met|gathered|kicked off)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(_LEADING, re.IGNORECASE)
# A joint statement following a meeting is a text on it.
_OUTCOME = re.compile(
    r"^(?:[\w'’-]+ ){0,3}(?:Statement|Readout|Communiqu[eé]|Declaration|Summary|Release)\b[^.;:]*(?<!,) "
    r"(?:[Ff]ollowing|[Aa]fter) (?:[Tt]he |[Tt]heir |[Oo]ur )?(?:[Cc]onclusion of (?:the )?)?$"
)
# With one of these the first meeting is the first of a kind or since a time, and no number in the series.
OF_A_KIND = pattern(
    r"(?:'s)?(?: \([^)]*\))? (?:since|in (?:more than |over |nearly |almost )?(?:[\w-]+ )?(?:years|months|decades|"
    r"person)\b|"
    r"of its kind|of the (?:year|<PO>|[^.;,]{0,20}(?:[Aa]dministration|[Gg]overnment|[Tt]erm|[Yy]ear))|under (?:the|"
    r"this|his|her)|"
    r"to be (?:held|convened|hosted)|in (?:the|his|her) [^.;]{0,30}(?:[Aa]dministration|[Tt]erm)|held (?:in|outside|"
    r"elsewhere)[^.;]{0,30}$|at (?:the )?(?:level|this level)|"
    r"in person|virtually)"
)
_ITS_SITTING = re.compile(r" (?:[Mm]eeting|[Ss]ession|[Rr]ound)(?= )")
# These words after an ordinal show that it counts something else.
_OTHER_COUNT = re.compile(
    r"(?:anniversary|birthday|lady|gentleman|vice|deputy|secretary|session of the (?:United Nations|UN|\ue006)|time|"
    r"day|"
    r"year|phase|tranche|term|century|generation|world war|of its kind)\b",
    re.IGNORECASE,
)
_PAIR = pattern(r"<CO>(?:\s?[-–—]\s?<CON>)+ (?=[A-Z]|<O>)")
# A title that speaks of a body reports no meeting of it.
_ABOUT = re.compile(r"\b(?:[Aa]nnounc|[Oo]n the|[Ss]upport|[Ll]aunch|[Rr]emarks|[Aa]head)")
_OPENING = 5


@dataclass(frozen=True, slots=True)
class NumberedBody:
    """Holds a body that met, its ordinal, and the ranges of the text that both were read from.

    `mention` is the number of the entity that is the whole name, None for a name of plain words. The name is empty
    where the words say only who sits (`the third trilateral meeting`); `plain` is False for that and for a name of
    small letters; `counts` is False where the ordinal is that of a term of office or the like (`the first meeting
    under the new Government`).
    """

    name: str
    ordinal: int
    words: Span
    ordinal_words: Span
    mention: int | None
    plain: bool = True
    counts: bool = True

    def outranks(self, other: "NumberedBody") -> bool:
        """Return whether this body has a name and the other none, or the same number and a longer name."""
        if self.ordinal == other.ordinal and other.plain:
            mine, theirs = ({word.lower()[:6] for word in re.findall(r"\w+", each.name)} for each in (self, other))
            return theirs < mine and self.plain
        return self.plain and not other.plain


def find(evidence: MeetingEvidence) -> NumberedBody | None:
    """Return the body whose counted session a text reports, a name with capitals before plain words, else None."""
    best: NumberedBody | None = None
    for sentence, certain in _sentences(evidence):
        for count in _counts(sentence.masked) if has_ordinal(sentence) else ():
            if not meets(sentence, count.start(), count.end(), certain):
                continue
            found = _body(evidence, sentence, count)
            if found and (best is None or found.outranks(best)):
                best = found
    return best


def _counts(masked: str) -> Iterator[re.Match[str]]:
    """Yield the ordinals of a masked sentence before a space."""
    last = 0
    for word in _WORD.finditer(masked):
        counts = word.start() >= last and (word[0].lower() in _ORDINAL_WORDS or word[0][0].isdigit())
        count = _COUNT.match(masked, word.start()) if counts else None
        if count and not _OF_A_FORMAT.match(masked, count.end()):
            last = count.end()
            yield count


def of_parties(evidence: MeetingEvidence) -> Fact[str] | None:
    """Return the body with capitals after its parties in the first report or a title: `U.S.-EU Task Force on Gas`."""
    title = [item for item in evidence.sentences[:1] if item.is_title and not _ABOUT.search(item.masked)]
    for sentence in (*(report.sentence for report in evidence.in_body[:1]), *title):
        for pair in _PAIR.finditer(sentence.masked):
            found = name_after(evidence, sentence, pair.start())
            if sentence.masked[: pair.start()].endswith(("“", '"')):
                continue  # a motto
            if found is None or is_unspecific(found[0]) or _BESIDE.search(sentence.masked[: pair.start()]):
                continue
            name, first, last, mention = found
            words = re.findall(r"\w+", sentence.masked[max(first, pair.end()) : last])
            if mention is None and any(word[0].islower() and word not in SMALL_WORDS for word in words):
                continue
            is_held = _IS_HELD.match(sentence.masked, last) or _HOLDS.search(sentence.masked[: pair.start()])
            if sentence.is_title or is_held:
                return Fact(name, evidence.words(sentence, first, last))
    return None


def has_ordinal(sentence: MaskedSentence) -> bool:
    """Return whether an ordinal in words, digits or Roman figures may stand in a sentence."""
    return sentence.has(_COUNTING)


def meets(sentence: MaskedSentence, first: int, last: int, certain: bool) -> bool:
    """Return whether a body counted in a range of a sentence meets; an uncertain sentence must begin with it."""
    before = sentence.masked[:first]
    if sentence.is_title and _OUTCOME.search(before):
        return True
    if _BESIDE.search(before) or _OTHER_COUNT.match(sentence.masked, last):
        return False
    if not (certain or sentence.is_title or _BEGINS.match(before) or before.endswith("occasion of the ")):
        return False
    return bool(sentence.is_title or _HOLDS.search(before) or _IS_HELD.match(sentence.masked, last))


def _sentences(evidence: MeetingEvidence) -> Iterator[tuple[MaskedSentence, bool]]:
    """Yield title, report sentences and opening; in the first two and the first report every counted body meets."""
    first = evidence.in_body[0].sentence if evidence.in_body else None
    for sentence in evidence.sentences[:1]:
        if sentence.is_title:
            yield sentence, True
    if first is not None:
        yield first, True
    later = [report.sentence for report in evidence.in_body[1:3]]
    opening = [item for item in evidence.sentences[: _OPENING + 1] if not item.is_title and item not in later]
    for sentence in (*later, *opening):
        if sentence is not first:
            yield sentence, False


def _body(evidence: MeetingEvidence, sentence: MaskedSentence, count: re.Match[str]) -> NumberedBody | None:
    """Return the body after an ordinal."""
    ordinal = number_of(count["ordinal"])
    found = name_after(evidence, sentence, count.end()) if ordinal is not None else None
    if ordinal is None or found is None:
        return None
    name, first, last, mention = found
    if OF_A_KIND.match(sentence.masked, last):
        return None
    sitting = _ITS_SITTING.match(sentence.masked, last)
    unspecific = is_unspecific(name)
    said = sentence.masked[first:last]
    return NumberedBody(
        name="" if unspecific else name,
        ordinal=ordinal,
        words=evidence.words(sentence, first, last),
        ordinal_words=evidence.words(sentence, *count.span("ordinal")),
        mention=mention,
        counts=not (sitting and OF_A_KIND.match(sentence.masked, sitting.end())),
        plain=mention is not None or (not unspecific and any(map(str.isupper, re.findall(r"\b\w", said)))),
    )


def number_of(word: str) -> int | None:
    """Return the number of an ordinal in words or digits, None for another word."""
    lower = word.lower()
    if lower in ORDINALS:
        return ORDINALS[lower]
    if word in ROMAN_NUMERALS:
        return ROMAN_NUMERALS[word]
    digits = re.match(r"\d+", lower.replace(",", ""))
    return int(digits[0]) if digits else None
