"""Reads the name of a body at a place of a sentence: of capitals, of an entity, or of the small words of such names."""

import re

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.mentions.parties import GENERIC
from briefreader.annotate.text.masked_sentences import EVENT, NORP, ORG, OTHER, PLACE, TITLE, MaskedSentence, pattern
from briefreader.annotate.text.words import FUNCTION_WORDS

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
_SITTING_NOUNS = _SITTING_KINDS | _SITTINGS
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
SMALL_WORDS = frozenset("of and on for the to in with".split())
_DASHES = frozenset("-–—/")
_PARTY = pattern("<CNO>")
_LONGEST = 24
_REACH = 220
_UNSPECIFIC = frozenset(
    "trilateral bilateral quadrilateral joint national ministerial high-level high level senior official plenary "
    "comprehensive working leaders leaders' annual general regional".split()
)
_WORDS_OF_RANK = GENERIC | frozenset(
    "minister-level ministerial-level vice-ministerial vice-minister vice-minister's intergovernmental "
    "inter-governmental governmental regular political-military consultation talks group dialogue".split()
)


def name_after(
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
            if word == OTHER and evidence.canonical(sentence.mention_at[atom.start()]).endswith(" Mechanism"):
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
                end = _end_of_tail(atoms, at)
                last = end if end > at else last
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
    return not _KINDS.isdisjoint(evidence.canonical(number).lower().split())


def _titled(words: str) -> str:
    """Return a name with capitals; names that have them stay as they are."""
    plain = " ".join(words.replace("’", "'").split())
    return " ".join(
        word if word.lower() in SMALL_WORDS and number else word[:1].upper() + word[1:]
        for number, word in enumerate(plain.split(" "))
    )


def is_unspecific(name: str) -> bool:
    """Return whether a name says only how often or how high: `Trilateral Meeting`, `National Meeting`."""
    words = [word.lower() for word in name.split()]
    return words[-1] in _SITTING_NOUNS and all(word in _UNSPECIFIC for word in words[:-1])
