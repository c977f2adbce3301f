"""People and the offices beside them, each told by the other."""

from collections.abc import Iterator, Sequence

from briefreader.annotate.mentions import offices
from briefreader.annotate.mentions import person_names as people
from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.head_nouns import HEADS
from briefreader.annotate.mentions.offices import Office
from briefreader.annotate.names.document_context import Scene
from briefreader.annotate.names.given_names import GIVEN_NAMES
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.words import FIELD, HEADLINE, HONORIFICS, PARTICLES, head_of

_TITLE_RANK = 3
_ANNOUNCED_RANK = 4


def find(scene: Scene) -> list[Candidate]:
    """Return people and offices: announced by an office or a form of address, listed, or set off after the name."""
    finder = _Finder(scene)
    finder.run()
    return finder.candidates


class _Finder:
    """Collects candidates; a token belongs to one person only."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.candidates: list[Candidate] = []
        self._offices = offices.find(scene)
        self._starts = {office.first for office in self._offices}
        self._inside = {index for office in self._offices for index in range(office.first, office.last)}
        self._ending: dict[int, list[Office]] = {}
        for office in self._offices:
            self._ending.setdefault(office.last, []).append(office)
        self._titled: set[int] = set()
        self._title_ends: set[int] = set()
        self._person_ends: dict[int, int] = {}
        self._taken: set[int] = set()

    def run(self) -> None:
        """Go from the surest evidence to the least."""
        for office in self._offices:
            self._announced(office)
        for found in self.scene.listed:
            if found.name.type == "PERSON":
                full = found.last - found.first > 1
                self._add(found.first, people.name_end(self.scene, found.first) if full else found.last, 0)
        self._addressed()
        self._of_administrations()
        for office in self._offices:
            self._set_off(office)
        for office in self._offices:
            self._before_a_title(office)
        self._by_given_name()
        self._by_role()

    def _add(self, first: int, last: int, rank: int) -> None:
        if not any(index in self._taken for index in range(first, last)):
            self._taken.update(range(first, last))
            self._person_ends[last] = first
            self.candidates.append(Candidate(first, last, "PERSON", rank))

    def _title(self, office: Office) -> None:
        if office.first not in self._titled:
            self._titled.add(office.first)
            self._title_ends.add(office.last)
            self.candidates.append(Candidate(office.first, office.last, "TITLE", _TITLE_RANK))

    def _announced(self, office: Office) -> None:
        """`Secretary of State Blinken`, `Special Representative for the DPRK Kim`, `Presidents Biden and Yoon`."""
        scene, tokens = self.scene, self.scene.tokens
        start = people.skip_honorifics(scene, office.tail)
        last = self._name(start)
        if last == start and tokens.word(start) == ",":
            start, last = self._after_comma(office, start)
        if last == start:
            return
        self._title(office)
        self._joined(office)
        self._add(start, last, _ANNOUNCED_RANK)
        plural = any(head_of(word) not in (None, word) for word in tokens.words[office.first : office.last])
        while plural and tokens.word(last) in ("and", ","):
            start = people.skip_honorifics(scene, last + 1 + (tokens.word(last + 1) == "and"))
            last = self._name(start)
            if last == start:
                break
            self._add(start, last, _ANNOUNCED_RANK)

    def _joined(self, office: Office) -> None:
        """`Alternate Prime Minister and Foreign Minister Yair Lapid`: two offices of one person."""
        words = self.scene.tokens.words
        if words[office.first - 1 : office.first] == ["and"]:
            for other in self._ending.get(office.first - 1, ()):
                owned = self.scene.is_a(other.first - 1, "NORP", "PLACE", "ORG") or words[other.first - 1] == "'s"
                owned = owned or "Assistant" in words[other.first : other.last - 1]
                if owned and other.last == other.tail:
                    self._title(other)

    def _name(self, start: int) -> int:
        """The token after the name at start, start itself where none or an office stands there."""
        last = people.name_end(self.scene, start)
        first_word = self.scene.tokens.word(start)
        is_verb = first_word in HEADLINE - _ALSO_NAMES and not self.scene.is_a(start, "PERSON")
        return start if is_verb or head_of(first_word) or (last == start + 1 and first_word in FIELD) else last

    def _after_comma(self, office: Office, comma: int) -> tuple[int, int]:
        """The name in `the Iraqi Foreign Minister, Ibrahim al-Jaafari, ...`, an empty range where none stands there."""
        scene, tokens = self.scene, self.scene.tokens
        start = people.skip_honorifics(scene, comma + 1)
        last = people.name_end(scene, start, strict=True)
        owner = office.first - 1
        owned = tokens.word(owner) in ("the", "The", "'s", "-", ";", BREAK) or scene.is_a(owner, "NORP", "PLACE", "ORG")
        closed = tokens.word(last) in (",", ";", "(", BREAK, "", "to", "in", "for", "and", ".", "at", "on")
        if last == start or not closed or head_of(tokens.words[last - 1]) or head_of(tokens.words[start]):
            return comma, comma
        addressed = start > comma + 1
        if (owned or addressed or scene.is_a(start, "PERSON") or tokens.words[start] in GIVEN_NAMES) and not scene.is_a(
            start, "PLACE", "ORG"
        ):
            return start, last
        return comma, comma

    def _addressed(self) -> None:
        """`Mr. Sullivan`, `Sheikh Mohamed bin Zayed`."""
        for index in self.scene.tokens.among(_ADDRESSES):
            if index not in self._taken:
                start = people.skip_honorifics(self.scene, index)
                last = people.name_end(self.scene, start)
                if last > start and not head_of(self.scene.tokens.words[start]) and not self._in_office(start):
                    self._add(start, last, _ANNOUNCED_RANK)

    def _by_given_name(self) -> None:
        """`Paul Whelan`: a given name and capitalized words after it, where no other name is known to stand."""
        scene, tokens = self.scene, self.scene.tokens
        for index in tokens.among(GIVEN_NAMES):
            if index in self._taken or index in scene.over or self._in_office(index):
                continue
            if index and (scene.names_word(index - 1) or tokens.words[index - 1] in ("-", "&")):
                continue
            last = people.name_end(scene, index, strict=True)
            words = tokens.words[index:last]
            if last - index < 2 or any(each in HEADS or each in FIELD or self._in_office(index) for each in words[1:]):
                continue
            if tokens.word(last) not in HEADS and not scene.names_word(last):
                self._add(index, last, 0)

    def _by_role(self) -> None:
        """`journalist Ada Lund`, `his companion, Ada Lund`: what somebody is, in small letters, before the name."""
        scene, tokens = self.scene, self.scene.tokens
        for index in tokens.among(_ROLES):
            first = index + 1 + (tokens.word(index + 1) == ",")
            last = people.name_end(scene, first, strict=True)
            words = tokens.words[first:last]
            if not any(each in HEADS or each in FIELD for each in words) and not self._in_office(first):
                self._add(first, last, 0)

    def _in_office(self, index: int) -> bool:
        return index in self._inside

    def _of_administrations(self) -> None:
        """`the Biden-Harris administration`: the second of two names."""
        words = self.scene.tokens.words
        for index in self.scene.tokens.such(lambda word: word.lower() == "administration"):
            joined = index > 2 and words[index - 2] in ("-", "–")
            if joined and index - 3 in self._taken and words[index - 1][0].isupper():
                self._add(index - 1, index, _ANNOUNCED_RANK)

    def _set_off(self, office: Office) -> None:
        """`Emmanuel Bonne, National Security Advisor`; `Tajani, Italy's Deputy Prime Minister and Minister of ...`."""
        scene, tokens = self.scene, self.scene.tokens
        at = office.first - 1
        # Back over what owns the office: a country, a body, an article.
        while at > 0 and (scene.is_a(at, "PLACE", "NORP", "ORG") or tokens.words[at] in _OWNING):
            at -= 1
        if at < 1:
            return
        joined = at - (tokens.words[at - 1] == ",")
        if tokens.words[at] == "and" and joined in self._title_ends:
            if tokens.word(office.tail) in (",", ".", BREAK, ";", "of", "in", ""):
                self._title(office)
            return
        if tokens.words[at] not in (",", "(", "–", "—", "|") or tokens.words[at - 1] == BREAK:
            return
        if tokens.words[office.first - 1] == "the" and office.tail == office.last and self._goes_on(office.last):
            return  # `On behalf of President Biden, the Secretary delivered`
        first = self._name_before(at)
        if first is not None:
            self._title(office)
            self._add(first, at, _ANNOUNCED_RANK)

    def _goes_on(self, at: int) -> bool:
        """Whether a sentence goes on with its verb after an office, which then is nobody's apposition."""
        word = self.scene.tokens.word(at)
        return word.isalpha() and word.islower() and word not in _AFTER_OFFICES

    def _before_a_title(self, office: Office) -> None:
        """`the Chairman of the Joint Chiefs of Staff, General Brown`: an office set off before another one."""
        tokens = self.scene.tokens
        follows = office.tail + (tokens.word(office.tail) == ",")
        apart = follows > office.tail or office.tail > office.last
        if apart and follows in self._titled and tokens.word(office.first - 1) != ",":
            self._title(office)

    def _name_before(self, last: int) -> int | None:
        """The first token of the person's name that ends before last, None where no name stands there."""
        scene, tokens = self.scene, self.scene.tokens
        for first in range(max(0, last - 12), last):
            previous = tokens.word(first - 1)
            if first and (previous == "-" or (scene.names_word(first - 1) and not head_of(previous))):
                continue
            if people.name_end(scene, first, strict=True) == last and not head_of(tokens.words[last - 1]):
                return first
        found = scene.over.get(last - 1)
        if found and found.name.type == "PERSON" and found.last == last:
            return found.first
        return self._person_ends.get(last)


_AFTER_OFFICES = frozenset("of for to in at and who on or with as whose from".split())
# What people are that is no office.
_ROLES = frozenset(
    "journalist journalists activist activists citizen citizens national nationals dissident lawyer politician "
    "reporter blogger scientist author professor companion wife husband daughter brother sister colleague "
    "businessman pastor veteran student philanthropist actor singer athlete cardinal bishop hostage hostages "
    "detainee prisoner Americans defender laureate dictator candidate cleric warlord whistleblower poet".split()
)
# Forms of address that are words as well; they count only beside another one.
_ALSO_WORDS = frozenset(("His", "Her", "Royal", "Father"))
_ADDRESSES = HONORIFICS - _ALSO_WORDS
# Words of headlines that are names as well.
_ALSO_NAMES = frozenset("Bill Will Grant Mark Names Lead Team Center Ahead".split())
_OWNING = frozenset(("'s", "the", "The", "'", "its", "his", "her"))

# Surnames that are words: alone they need an office or a form of address.
_WORDS = frozenset(
    "Price Power Park Brown Bell Rice Young May Son Long Bush Rose Hill Field Waters Baker Carter Bishop Major King "
    "Prince White Black Green Gray Grey Day Early Best Good Strong West North South East Marshall Law Mission Case "
    "Read Stone Wood Woods Lane Street Cook Hunter Shepherd Judge Noble Moon Summer Winter Peace Joy Faith Hope "
    "General States United National Chad Jordan Israel Will Mark Bill Grant Chase Page Wells Banks Church Hall".split()
)


def short_forms(scene: Scene, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the surnames by which a text calls people whom it has named in full."""
    tokens = scene.tokens
    single: set[str] = set()
    several: dict[str, dict[tuple[str, ...], None]] = {}
    for item in kept:
        if item.type != "PERSON" or item.last - item.first < 2:
            continue
        name = tokens.slice(item.first, item.last)
        if item.name is None:
            parts = tuple(tokens.words[item.first : item.last])
            several.setdefault(parts[0], {})[parts] = None
        for position, short in enumerate(people.surnames(name)):
            if " " in short:
                parts = tuple(short.replace("-", " - ").split())
                several.setdefault(parts[0], {})[parts] = None
            elif position < 2 or name.split()[0] == short:
                single.add(short)
    single -= PARTICLES | _WORDS
    for index in tokens.among(single | several.keys()):
        word = tokens.words[index]
        if word in single and _stands_alone(scene, index):
            yield Candidate(index, index + 1, "PERSON", -1)
        for parts in several.get(word, ()):
            if tuple(tokens.words[index : index + len(parts)]) == parts:
                yield Candidate(index, index + len(parts), "PERSON", -1)


def _stands_alone(scene: Scene, index: int) -> bool:
    """Whether a word is no part of a longer capitalized name."""
    tokens = scene.tokens
    after, before = tokens.word(index + 1), tokens.word(index - 1)
    if after == "-" or before == "-" or (scene.names_word(index + 1) and after not in HEADLINE):
        return False
    return index == 0 or not scene.names_word(index - 1)
