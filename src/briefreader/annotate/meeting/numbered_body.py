"""Reads the body whose session a text counts: `the 14th round of political consultations`, `Third Session of JMC`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.mentions.parties import GENERIC
from briefreader.annotate.text.masked_sentences import EVENT, NORP, ORG, PLACE, TITLE, MaskedSentence, pattern
from briefreader.annotate.text.words import FUNCTION_WORDS, ORDINALS
from briefreader.text import Span

ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True)) + r"|\d{1,5}(?:st|nd|rd|th)"
_COUNT = re.compile(rf"(?<![\w-])(?P<ordinal>{ORDINAL})(?![\w-])(?:\s\([^)]{{1,12}}\))?\s", re.IGNORECASE)
# After one of these a counted body is not the one that meets: an earlier, later or other meeting.
_BESIDE = re.compile(
    r"\b(?:(?:sidelines|side-lines|margins?|fringes|edges|eve|occasion of the visit|outcomes?|results|decisions?|"
    r"agenda|implementation|preparations?|conclusions|follow-up|minutes|success|framework|since|after|before|following|"
    r"ahead|recalled|recalling|during the visit|previous|last|next|upcoming|future|host|hosting|attend|attended|"
    r"addressed|address|looked forward|look forward|looking forward|agreed to (?:hold|convene))\b[^.;:]{0,70})$",
    re.IGNORECASE,
)
# A counted body meets where one of these stands before it, or behind it.
_HOLDS = re.compile(
    r"\b(?:held|holds?|hosted|hosts|conven\w+|co-?chair\w*|chair\w*|led|leads|opened|launched|conclud\w+|conduct\w+|"
    r"organi[sz]ed|inaugurated|attended|participat\w+|part in|joined|met|meets?|gathered|kicked off|completed|talks|"
    r"meeting|occasion of (?:the|their|its|this)|(?:was|is|marks|marked) (?:the|their|its))\b[^.;:]{0,80}$|"
    r"^\W*(?:On [^.;]{1,20}, )?"
    r"(?:the |this (?:was|is) (?:the |their )?|it (?:was|is) (?:the |their )?)?$",
    re.IGNORECASE,
)
_IS_HELD = re.compile(
    r"[^.;]{0,160}?\b(?:held|took place|takes place|convened|concluded|opened|co-?chaired|chaired|hosted|organi[sz]ed|"
    r"conducted|met|gathered|kicked off)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\W*(?:On [^.;]{1,20}, )?(?:the |this (?:was|is) (?:the |their )?|it (?:was|is) (?:the |their )?)?$", re.IGNORECASE
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
# These words after an ordinal show that it counts something else.
_OTHER_COUNT = re.compile(
    r"(?:anniversary|birthday|lady|gentleman|vice|deputy|secretary|session of the (?:United Nations|UN|\ue006)|time|"
    r"day|"
    r"year|phase|tranche|term|century|generation|world war|of its kind)\b",
    re.IGNORECASE,
)
_ATOM = re.compile(r"(?P<sign>[\ue000-\ue009])|(?P<word>[\w'&+/.-]*[\w+'])|(?P<mark>\S)")
_SITTINGS = frozenset("round session meeting edition iteration sitting plenary cycle".split())
_OF = frozenset("of for".split())
_ARTICLES = frozenset("the their its our this a".split())
# These words before a sitting or a body say how it meets.
_MANNERS = frozenset(
    "annual regular formal informal virtual online in-person plenary biannual biennial bi-annual official inaugural "
    "ordinary extraordinary successful political-level".split()
)
# A body ends with one of these kinds.
_KINDS = frozenset(
    "dialogue dialogues consultation consultations commission committee council group force taskforce forum mechanism "
    "talks summit ministerial conference meeting meetings 2+2 3+3 exchange exchanges board partnership "
    "conclave roundtable conversations negotiations".split()
)
# A kind of sitting makes a body only with a word that says who sits.
_SITTING_KINDS = frozenset("meeting meetings summit conference roundtable negotiations".split())
# A body in small letters consists of these words.
_PLAIN = frozenset(
    "strategic political policy foreign office diplomatic bilateral trilateral quadrilateral joint high-level high "
    "level security defence defense military political-military politico-military economic trade investment commercial "
    "consular human rights energy climate cyber digital maritime border boundary ministerial ministerial-level "
    "minister-level inter-ministerial interministerial intergovernmental inter-governmental governmental technical "
    "mixed permanent standing general special senior official officials officials' minister ministers ministers' "
    "minister's deputy vice vice-ministerial vice-minister vice-minister's leaders leaders' presidential prime "
    "parliamentary cooperation co-operation migration mobility counter-terrorism counterterrorism science scientific "
    "technology technological cultural culture financial finance development nuclear space health agriculture "
    "agricultural education water working steering task business partnership planning staff navy army air talks "
    "advisor advisors advisors' adviser advisers advisers' national coordination contact consultative advisory "
    "director-general director-generals under-secretary secretary-level and affairs environment environmental "
    "labour labor industrial logistics disarmament non-proliferation arms control".split()
)
_TAIL = frozenset("on for of".split())
_TOPICS = frozenset(("on",))
_JOINTS = frozenset("of and on for the &".split())
_LOWER = frozenset("of and on for the to in with".split())
_DASHES = frozenset("-–—/")
_PARTY = pattern("<CNO>")
_PAIR = pattern(r"<CO>(?:\s?[-–—]\s?<CON>)+ (?=[A-Z]|<O>)")
# A title that speaks of a body reports no meeting of it.
_ABOUT = re.compile(r"\b(?:[Aa]nnounc|[Oo]n the|[Ss]upport|[Ll]aunch|[Rr]emarks|[Aa]head)")
_LONGEST = 24
_REACH = 220
_OPENING = 5
_UNSPECIFIC = frozenset(
    "trilateral bilateral quadrilateral joint national ministerial high-level high level senior official plenary "
    "comprehensive working leaders leaders' annual general regional".split()
)
_WORDS_OF_RANK = GENERIC | frozenset(
    "minister-level ministerial-level vice-ministerial vice-minister vice-minister's intergovernmental "
    "inter-governmental governmental regular political-military consultation talks group dialogue".split()
)


@dataclass(frozen=True, slots=True)
class NumberedBody:
    """Holds a body that met, its ordinal, and the ranges of the text that both were read from.

    `mention` is the number of the entity that is the whole name, None for a name of plain words. The name is empty
    where the words say only who sits (`the third trilateral meeting`); `plain` is False for that and for a name of
    small letters.
    """

    name: str
    ordinal: int
    words: Span
    ordinal_words: Span
    mention: int | None
    plain: bool = True

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
        for count in _COUNT.finditer(sentence.masked):
            if not meets(sentence, count.start(), count.end(), certain):
                continue
            found = _body(evidence, sentence, count)
            if found and (best is None or found.outranks(best)):
                best = found
    return best


def of_parties(evidence: MeetingEvidence) -> Fact[str] | None:
    """Return the body with capitals after its parties in the first report or a title: `U.S.-EU Task Force on Gas`."""
    title = [item for item in evidence.sentences[:1] if item.is_title and not _ABOUT.search(item.masked)]
    for sentence in (*(report.sentence for report in evidence.in_body[:1]), *title):
        for pair in _PAIR.finditer(sentence.masked):
            found = _name_after(evidence, sentence, pair.start())
            if found is None or _is_unspecific(found[0]) or _BESIDE.search(sentence.masked[: pair.start()]):
                continue
            name, first, last, mention = found
            words = re.findall(r"\w+", sentence.masked[max(first, pair.end()) : last])
            if mention is None and any(word[0].islower() and word not in _LOWER for word in words):
                continue
            is_held = _IS_HELD.match(sentence.masked, last) or _HOLDS.search(sentence.masked[: pair.start()])
            if sentence.is_title or is_held:
                return Fact(name, evidence.words(sentence, first, last))
    return None


def meets(sentence: MaskedSentence, first: int, last: int, certain: bool) -> bool:
    """Return whether a body counted in a range of a sentence meets; an uncertain sentence must begin with it."""
    before = sentence.masked[:first]
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
    found = _name_after(evidence, sentence, count.end()) if ordinal is not None else None
    if ordinal is None or found is None:
        return None
    name, first, last, mention = found
    if OF_A_KIND.match(sentence.masked, last):
        return None
    unspecific = _is_unspecific(name)
    said = sentence.masked[first:last]
    return NumberedBody(
        name="" if unspecific else name,
        ordinal=ordinal,
        words=evidence.words(sentence, first, last),
        ordinal_words=evidence.words(sentence, *count.span("ordinal")),
        mention=mention,
        plain=mention is not None or (not unspecific and any(map(str.isupper, re.findall(r"\b\w", said)))),
    )


def _is_unspecific(name: str) -> bool:
    """Return whether a name says only how often or how high: `Trilateral Meeting`, `National Meeting`."""
    words = [word.lower() for word in name.split()]
    return words[-1] in _SITTING_KINDS | _SITTINGS and all(word in _UNSPECIFIC for word in words[:-1])


def _name_after(
    evidence: MeetingEvidence, sentence: MaskedSentence, start: int
) -> tuple[str, int, int, int | None] | None:
    """Return the name of a body that begins at a place of a masked sentence or after words that say how it meets.

    The name comes with its first and last place and the number of the mention that it is.
    """
    masked = sentence.masked
    atoms = list(_ATOM.finditer(masked, start, min(len(masked), start + _REACH)))[:_LONGEST]
    return _name_from(evidence, sentence, atoms, _skip_sitting(atoms)) or _name_from(evidence, sentence, atoms, 0)


def _name_from(
    evidence: MeetingEvidence, sentence: MaskedSentence, atoms: list[re.Match[str]], at: int
) -> tuple[str, int, int, int | None] | None:
    """Return the name that begins at an atom, with its parties where no other word than its kind is left."""
    parties = at
    while at < len(atoms) and _is_party(atoms, at):
        at += 1
        while at < len(atoms) and (atoms[at][0] in _DASHES or atoms[at][0] in ("and", ",", "the", "&")):
            at += 1
    if at < len(atoms) and atoms[at][0].lower() in _MANNERS:
        at += 1
    first = at
    last = _last_of_name(evidence, sentence, atoms, at)
    if last is None:
        return None
    span = atoms[first].start(), atoms[last].end()
    if first == last and atoms[first]["sign"]:
        number = sentence.mention_at[span[0]]
        return evidence.canonical(number), *span, number
    said = evidence.words(sentence, *span)
    name = _titled(evidence.document.text[said.start : said.end])
    if parties < first and all(word.lower() in _WORDS_OF_RANK for word in re.findall(r"[\w'+-]+", name)):
        span = atoms[parties].start(), span[1]
        said = evidence.words(sentence, *span)
        name = _titled(evidence.document.text[said.start : said.end])
    return name, *span, None


def _skip_sitting(atoms: list[re.Match[str]]) -> int:
    """Return the number of the first atom after words such as `annual meeting of the`."""
    at = 0
    while at < len(atoms) and atoms[at][0].lower() in _MANNERS:
        at += 1
    for sitting in range(at, min(at + 3, len(atoms) - 1)):
        if atoms[sitting][0].lower() in _SITTINGS and atoms[sitting + 1][0].lower() in _OF:
            at = sitting + 2
            while at < len(atoms) and (atoms[at][0].lower() in _ARTICLES or atoms[at][0].lower() in _MANNERS):
                at += 1
            break
        if not atoms[sitting]["word"]:
            break
    return at


def _is_party(atoms: list[re.Match[str]], at: int) -> bool:
    """Return whether an atom is a party before the name: a country, or a body joined to a party."""
    if not _PARTY.fullmatch(atoms[at][0]):
        return False
    after = atoms[at + 1][0] if at + 1 < len(atoms) else ""
    before = atoms[at - 1][0] if at else ""
    return atoms[at][0] != ORG or after in _DASHES or before in _DASHES


def _last_of_name(
    evidence: MeetingEvidence, sentence: MaskedSentence, atoms: list[re.Match[str]], first: int
) -> int | None:
    """Return the number of the last atom of a name that begins at an atom, None where the words are no body."""
    last: int | None = None
    for at in range(first, len(atoms)):
        atom = atoms[at]
        word = atom[0]
        if atom["sign"]:
            if word == EVENT or (word == ORG and is_group(evidence, sentence.mention_at[atom.start()])):
                return at
            if word not in (ORG, TITLE) or last is not None:
                break
            continue
        lower = word.lower()
        if atom["mark"] and lower != "&":
            break
        if lower in _KINDS:
            if at > first or lower not in _SITTING_KINDS:
                last = at if at > first or word[0].isupper() or lower in ("2+2", "3+3") else last
            continue
        if last is not None:
            if (
                lower in (_TAIL if atoms[last][0].lower() not in _SITTING_KINDS else _TOPICS)
                and at + 1 < len(atoms)
                and atoms[at + 1]["word"]
                and atoms[at + 1][0][0].isupper()
            ):
                last = _end_of_tail(atoms, at)
            break
        if not (word[0].isupper() or lower in _PLAIN or lower in _JOINTS):
            break
    return last


def _end_of_tail(atoms: list[re.Match[str]], at: int) -> int:
    """Return the number of the last capitalized atom of a tail such as `on Cyber and Digital Issues`."""
    last = at
    for number in range(at + 1, len(atoms)):
        word = atoms[number][0]
        if word in (NORP, PLACE) or (word[0].isupper() and atoms[number]["word"] and word not in FUNCTION_WORDS):
            last = number
        elif word.lower() not in _JOINTS:
            break
    return last


def is_group(evidence: MeetingEvidence, number: int) -> bool:
    """Return whether a body is a group of officials or of countries that exists in its meetings."""
    item = evidence.entities.candidates[number]
    if item.name is not None and item.name.sides:
        return True
    name = evidence.canonical(number)
    return bool(set(name.lower().split()) & _KINDS) or name in ("United Nations Security Council",)


def _titled(words: str) -> str:
    """Return a name with capitals; names that have them stay as they are."""
    plain = " ".join(words.replace("’", "'").split())
    return " ".join(
        word if word.lower() in _LOWER and number else word[:1].upper() + word[1:]
        for number, word in enumerate(plain.split(" "))
    )


def number_of(word: str) -> int | None:
    """Return the number of an ordinal in words or digits, None for another word."""
    lower = word.lower()
    if lower in ORDINALS:
        return ORDINALS[lower]
    digits = re.match(r"\d+", lower.replace(",", ""))
    return int(digits[0]) if digits else None
