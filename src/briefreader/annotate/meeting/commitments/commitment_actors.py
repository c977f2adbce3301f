"""Reads who makes a commitment: the subject of its verb, as a side, a body or all sides."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.names.bodies_as_sides import is_side_by_itself, side_of
from briefreader.annotate.text.masked_sentences import MaskedSentence, pattern

# A subject begins after one of these; a name after any other word is an object or a complement.
_OPENS_SUBJECT = re.compile(
    r"(?:^|[,;:–—\"“] |\b(?:and|but|that|while|whereas|where|as well as|said|today|also|how) )"
    r"(?:[Tt]he |[Bb]oth |[Ee]ach |[Aa]ll |[Oo]n behalf of |[Gg]overnments? of |[Pp]eople of |"
    r"(?:[Ll]eaders|[Mm]inisters|[Pp]residents|[Gg]overnments?|[Dd]elegations?|[Ss]ides?|[Mm]embers) of )*"
    r"(?:the )?"
    r"(?:(?:Mr|Ms|Mrs|Dr)\. )?$"
)
_OFFICE = pattern(r"(?:<CNO>(?:'s)? )*<T>(?: and <T>)? (?:of <C> )?$")
_ADDRESS = r"(?:(?:Mr|Ms|Mrs|Dr)\. |(?:<CNO>(?:'s)? )*<T> (?:of <C> )?)?"
_JOINS_SUBJECT = pattern(
    r"(?: \([^)]{1,20}\)| of <C>)?(?:,|,? and|,? as well as|,? together with)(?: the)?(?: [Gg]overnment of)?(?: the)? "
    + _ADDRESS
)
# A name joined to an object is an object too: `thanked Chile and Peru`.
_LISTED_OBJECT = pattern(r"<CNOPE> and (?:the )?$")
_REACH = 60
_SENTENCES_BACK = 4
_COORDINATED = re.compile(r"(?:,|,? and|;) (?:[a-z]+ly |also |further |jointly )*$")
_SUBCLAUSE = re.compile(r" (?:that|which|who|whose) ")
# The first of these stand for all sides, the others for the subject before.
_ALL_SIDES = re.compile(
    r"(?:^|[,;:] |\b(?:and|that|while|where|but) )(?:[Ww]e|[Oo]ur (?:\w+ )?(?:countries|governments|nations)|[Bb]oth|"
    r"[Ee]ach (?:[Pp]arty|[Ss]ide|[Cc]ountry)|"
    r"[Ii]t (?:was|is|has been)\b|[Tt]he (?:Alliance|two|three|four|five|[Ss]ides|[Pp]arties|leaders|countries|"
    r"delegations|participants|co-chairs|(?:[a-z]+ )?[Mm]inisters)|[Ll]eaders|[Mm]inisters|[Pp]residents|"
    r"[Pp]arties|[Pp]articipants|[Cc]o-chairs|[Mm]embers)\b"
)
_ONE_BEFORE = re.compile(r"(?:^|[,;:] |\b(?:and|that|while|but) )(?:[Ii]t|[Hh]e|[Ss]he)\b")
_SOME_BEFORE = re.compile(r"(?:^|[,;:] |\b(?:and|that|while|but) )[Tt]hey\b")


@dataclass(frozen=True)
class Subject:
    """Holds who is the subject of a verb: names of sides, bodies or persons; `all` stands for all sides."""

    names: tuple[str, ...] = ()
    all: bool = False


class Actors:
    """Reads the subjects of verbs in the sentences of one text, in order; a pronoun repeats the subject before it."""

    def __init__(self, evidence: MeetingEvidence, sides: Sequence[str]) -> None:
        self._evidence = evidence
        self._sides = tuple(sides)
        self._read: list[MaskedSentence] = []

    @property
    def knows_one(self) -> bool:
        """Whether the sentence before had one side as its subject."""
        return len(self._before().names) == 1

    def subject(self, sentence: MaskedSentence, verb: int) -> Subject:
        """Return the subject of the verb at an offset of a masked sentence."""
        coordinated = _COORDINATED.search(sentence.masked, max(0, verb - _REACH), verb)
        if coordinated and (clause := _SUBCLAUSE.search(sentence.masked, 0, coordinated.start())):
            verb = clause.start()  # `Norway said that ice is thin and agreed to`: Norway agreed
        found = self._named(sentence, verb)
        before = found[1] if found[0] >= 0 else self._before()
        several = before if len(before.names) > 1 else Subject(all=True)
        at, subject = max(
            found,
            (_last_match(_ALL_SIDES, sentence.masked, verb), Subject(all=True)),
            (_last_match(_ONE_BEFORE, sentence.masked, verb), before),
            (_last_match(_SOME_BEFORE, sentence.masked, verb), several),
            key=lambda item: item[0],
        )
        return subject if at >= 0 else Subject()

    def follow(self, sentence: MaskedSentence) -> None:
        """Remember a sentence for the pronouns of the next ones."""
        self._read.append(sentence)

    def _before(self) -> Subject:
        """Return the subject of the last sentences, the nearest that has one."""
        for sentence in reversed(self._read[-_SENTENCES_BACK:]):
            found = self._named(sentence, len(sentence.masked), first=True)[1]
            if found.names:
                return found
            if _ALL_SIDES.match(sentence.masked):
                return Subject(all=True)
        return Subject()

    def name(self, subject: Subject) -> str | None:
        """Return the sides of a subject joined by `and`, all sides for `both sides`, None for an unknown subject."""
        names = self._sides if subject.all else subject.names
        if not names:
            return None
        *others, last = names
        return f"{', '.join(others)} and {last}" if others else last

    def is_third_party(self, subject: Subject) -> bool:
        """Return whether a subject is a country or body outside the meeting."""
        countries = self._evidence.gazetteer.countries
        return (
            len(self._sides) > 1
            and bool(subject.names)
            and all(
                (name in countries or is_side_by_itself(name)) and name not in self._sides for name in subject.names
            )
        )

    def _named(self, sentence: MaskedSentence, verb: int, *, first: bool = False) -> tuple[int, Subject]:
        """Return where the last (or the first) subject with a name before a verb begins, and the names in it."""
        begin, last_end = -1, -1
        names: list[str] = []
        for at, number in sentence.mention_at.items():
            if at >= verb:
                break
            name = self._side(number)
            if name is None or sentence.masked.startswith("'", at + 1):  # `Russia's aggression` is not Russia
                continue
            if begin >= 0 and _JOINS_SUBJECT.fullmatch(sentence.masked, last_end, at):
                names.append(name)
            elif self._opens(sentence, at) or self._follows_office(sentence, at):
                if first and begin >= 0:
                    break
                begin, names = at, [name]
            else:
                continue
            last_end = at + 1
        return begin, Subject(tuple(dict.fromkeys(names)))

    def _follows_office(self, sentence: MaskedSentence, at: int) -> bool:
        """Return whether a person stands after an office that opens a subject: `and Prime Minister Lund`."""
        office = _OFFICE.search(sentence.masked, max(0, at - _REACH), at)
        return office is not None and self._opens(sentence, office.start())

    def _opens(self, sentence: MaskedSentence, at: int) -> bool:
        """Return whether a subject may begin at an offset of a masked sentence."""
        before = sentence.masked[max(0, at - _REACH) : at]
        return _OPENS_SUBJECT.search(before) is not None and not _LISTED_OBJECT.search(before)

    def _side(self, number: int) -> str | None:
        """Return the side, body or person that a mention names."""
        mention = self._evidence.entities.mentions[number]
        if mention.type == "PERSON":
            person = self._evidence.people.get(mention.canonical)
            return person.side if person and person.side else mention.canonical
        side = side_of(self._evidence.listed(number))
        return side or (mention.canonical if mention.type in ("PLACE", "ORG", "EVENT") else None)


def _last_match(expression: re.Pattern[str], masked: str, stop: int) -> int:
    """Return the offset of the last match that begins before stop, -1 without one."""
    return max((match.start() for match in expression.finditer(masked, 0, stop)), default=-1)
