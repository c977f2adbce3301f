"""Recognizes people and their offices; an office shows a person and a person shows an office."""

from briefreader.annotate.mentions import name_words, offices, person_names
from briefreader.annotate.mentions.bare_names import BareNames
from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.forms_of_address import skip_honorifics, skip_post_nominals
from briefreader.annotate.mentions.found_people import FoundPeople
from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS
from briefreader.annotate.mentions.joined_offices import is_of_one_person, ministry_end
from briefreader.annotate.mentions.small_offices import Office
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.family_names import WORDS_AS_FAMILY_NAMES
from briefreader.annotate.names.gazetteer import NameSpan
from briefreader.annotate.names.given_names import ANY_GIVEN_NAMES, GIVEN_NAMES
from briefreader.annotate.text.common_words import COMMON_WORDS, is_common
from briefreader.annotate.text.honorifics import ADDRESSES, ALSO_SURNAMES
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import FIELD_WORDS, FUNCTION_WORDS, HEADLINE_WORDS, PARTICLES, office_head

_LONGEST_NAME = 16
_TITLE_RANK = 3
_ANNOUNCED_RANK = 4
_BEFORE_OFFICE = frozenset(("the", "The", "'s", "-", ";", BREAK))
_AFTER_NAME = frozenset((",", ";", "(", BREAK, "", "to", "in", "for", "and", ".", "at", "on", "as"))
_AFTER_OFFICES = frozenset("of for to in at and who on or with as whose from".split())
# These words of headlines are also names.
_ALSO_NAMES = frozenset("Bill Will Grant Mark Names Lead Team Center Ahead".split())
_ADDRESSES = WordClass.of(ADDRESSES | {"U", "W"})
_ADMINISTRATIONS = WordClass.of(("administration", "Administration", "ADMINISTRATION"))
_BARE_INITIALS = frozenset("BCDEFGHJKLMNOPRSTVWXYZ")
_BEFORE_ONE_NAME = frozenset("met received thanked congratulated by with welcomed appointed".split())
_ALSO_MIDDLE = frozenset("Sultan Amir Emir Malik Prince King Duke Earl Judge Major".split())
_HYPHENS = frozenset(("-", "‐", "‑"))
# Before one of these two surnames are those of two people: `Obama-Castro talks`.
_BETWEEN_TWO = frozenset(
    "administration government summit meeting call talks deal pact agreement plan era ticket camp doctrine alliance "
    "conversation dialogue relationship axis duo partnership proposal statement declaration".split()
)
_VERBS = HEADLINE_WORDS - _ALSO_NAMES - FUNCTION_WORDS
_BARE_OFFICE = 2
# One person has at most so many offices beside the one before the name.
_MOST_OFFICES = 6
_OWNING = frozenset(("'s", "the", "The", "'", "its", "his", "her", ")"))
_ACTING = frozenset("Acting acting Interim interim".split())


def find(context: DocumentContext) -> list[Candidate]:
    """Return the people and the offices of a text; an office without a person beside it is left out."""
    return _Finder(context).run()


class _Finder:
    """Collects candidates; each token belongs to one person at most."""

    def __init__(self, context: DocumentContext) -> None:
        self._context = context
        self._people = FoundPeople(context)
        self._titles: list[Candidate] = []
        self._offices = [office for office in offices.find(context) if not self._is_in_name(office)]
        self._inside = {index for office in self._offices for index in range(office.first, office.last)}
        self._ending: dict[int, list[Office]] = {}
        for office in self._offices:
            for end in {office.last, office.tail}:
                self._ending.setdefault(end, []).append(office)
        self._bare_names = BareNames(context, self._people, self._inside)
        self._titled: set[int] = set()
        self._title_ends: set[int] = set()

    def run(self) -> list[Candidate]:
        """Apply the rules from the strongest evidence to the weakest and return the candidates."""
        for office in self._offices:
            self._announced(office)
        for found in self._context.listed:
            if found.type == "PERSON":
                self._listed(found)
        self._addressed()
        self._of_administrations()
        for office in self._offices:
            self._set_off(office)
        for office in self._offices:
            self._before_a_title(office)
        self._bare_names.find()
        return [*self._people.candidates, *self._titles]

    def _title(self, office: Office) -> None:
        if office.first not in self._titled:
            self._titled.add(office.first)
            self._title_ends.update((office.last, office.tail))
            self._titles.append(Candidate(office.first, office.last, "TITLE", _TITLE_RANK))

    def _announced(self, office: Office) -> None:
        """Add a person after an office: `Secretary of State Blinken`, `Presidents Biden and Yoon`."""
        context, tokens = self._context, self._context.tokens
        start = skip_honorifics(context, office.tail)
        last = self._name(start)
        while tokens.word(start) in FIELD_WORDS and tokens.word(start + 1) in GIVEN_NAMES and last > start + 1:
            start += 1  # the field of an office that no rule reads whole
        if last == start > office.tail and tokens.words[start - 1] in ALSO_SURNAMES:
            start -= 1  # `Minister Pak spoke`
        if last == start and tokens.word(start) == ",":
            ministry = ministry_end(context, start + 1)
            start, last = self._after_comma(office, start)
            if last == start and ministry:  # `Permanent Secretary, Ministry of Trade, Ada Lund`
                start, last = self._after_comma(office, ministry - 1)
        if last == start:
            return
        self._title(office)
        self._joined(office)
        self._people.add(start, last, _ANNOUNCED_RANK)
        plural = any(office_head(word) not in (None, word) for word in tokens.words[office.first : office.last])
        while plural and tokens.word(last) in ("and", ","):
            start = skip_honorifics(context, last + 1 + (tokens.word(last + 1) == "and"))
            last = self._name(start)
            if last == start:
                break
            self._people.add(start, last, _ANNOUNCED_RANK)

    def _is_in_name(self, office: Office) -> bool:
        """Return whether a word that is an office and a name goes on a name: `Mohammed Sultan Saif Al Suwaidi`."""
        words = self._context.tokens.words
        last = office.last - 1
        return last > 0 and words[last] in _ALSO_MIDDLE and words[last - 1] in GIVEN_NAMES

    def _joined(self, office: Office, further: int = _MOST_OFFICES) -> None:
        """Add the other offices of one person: `Alternate Prime Minister and Foreign Minister Yair Lapid`."""
        words = self._context.tokens.words
        joint = words[office.first - 1] if office.first else ""
        if joint not in ("and", "&", ",", "–", "—") or not further:
            return
        before = office.first - 1 - (words[office.first - 2] == "," and joint != ",")
        for other in self._ending.get(before, ()):
            if before == other.tail and is_of_one_person(self._context, other, office, joint):
                self._title(other)
                self._joined(other, further - 1)

    def _name(self, start: int, *, addressed: bool = False) -> int:
        """Return the token after the name at start, start itself where no name or an office begins there.

        After a form of address a common word in a heading is a name.
        """
        last = person_names.name_end(self._context, start)
        first_word = self._context.tokens.word(start)
        is_verb = first_word in _VERBS and not self._context.is_a(start, "PERSON")
        is_field = last == start + 1 and first_word in FIELD_WORDS
        if is_verb or is_field or office_head(first_word) or last == start:
            return start
        is_site = last - start > 1 and self._context.tokens.words[last - 1] in name_words.SITES
        is_site = is_site and first_word not in GIVEN_NAMES  # `Prime Minister Robert Hall`
        is_common_word = (not addressed and self._is_heading(start)) or self._is_common(start, last)
        return start if is_site or is_common_word else last

    def _is_common(self, start: int, last: int) -> bool:
        """Return whether common words follow an office and no name: `Director of the Queens Museum`."""
        words = [word for word in self._context.tokens.words[start:last] if len(word) > 1]
        if self._context.is_a(start, "PERSON") or not all(word.lower() in COMMON_WORDS for word in words):
            return False
        if any(_plain(word) in GIVEN_NAMES or _plain(word) in WORDS_AS_FAMILY_NAMES for word in words):
            return False
        return not any(
            self._context.tokens.word(at - 1) in GIVEN_NAMES for at in self._context.tokens.positions[words[-1]]
        )

    def _is_heading(self, start: int) -> bool:
        """Return whether a word after an office in a heading is a common word: `Prime Minister Completes`."""
        context, tokens = self._context, self._context.tokens
        word = tokens.word(start)
        if not is_common(word) or word in GIVEN_NAMES or start not in context.headings or context.is_a(start, "PERSON"):
            return False
        return all(at in context.headings for at in tokens.positions[word])

    def _after_comma(self, office: Office, comma: int) -> tuple[int, int]:
        """Return the name in `the Iraqi Foreign Minister, Ibrahim al-Jaafari, ...`, else an empty range."""
        context, tokens = self._context, self._context.tokens
        start = skip_honorifics(context, comma + 1)
        last = person_names.name_end(context, start, strict=True)
        owner = office.first - 1
        owned = tokens.word(owner) in _BEFORE_OFFICE or context.is_a(owner, "NORP", "PLACE", "ORG")
        after = tokens.word(skip_post_nominals(context, last))
        addressed = start > comma + 1
        closed = after in _AFTER_NAME or ((addressed or context.is_a(owner, "ORG")) and after.islower())
        if last == start or not closed or office_head(tokens.words[last - 1]) or start in self._inside:
            return comma, comma
        # A portfolio shows an office as well as its owner does: `Minister of State for Law, Ada Lund, ...`.
        owned = owned or (after == "," and office.last - office.first > _BARE_OFFICE)
        person = owned or addressed or context.is_a(start, "PERSON") or tokens.words[start] in GIVEN_NAMES
        person = person or (office.last - office.first > 1 and self._bare_names.run_end(start) == last)
        return (start, last) if person and not context.is_a(start, "PLACE", "ORG") else (comma, comma)

    def _listed(self, found: NameSpan) -> None:
        """Add a listed person; beside other words of a name a listed surname is that of another: `Jean Obama`."""
        context, tokens = self._context, self._context.tokens
        if found.last - found.first > 1:
            self._people.add(found.first, person_names.name_end(context, found.first), 0)
            return
        first = found.first
        while first > 1 and tokens.word(first - 1) == "." and name_words.is_initial(tokens.words[first - 2]):
            first -= 2  # `D.Trump`
        if first == found.first and len(tokens.word(first - 1)) == 1 and tokens.word(first - 1) in _BARE_INITIALS:
            first -= 1  # `S Jaishankar`
        while first < found.first and _plain(tokens.word(first - 1)) in ANY_GIVEN_NAMES:
            first -= 1
        before, after = found.first - 1, found.last
        of_another = name_words.is_own_word(context, before) and before not in self._inside
        of_another = of_another and (before not in context.headings or tokens.words[before] in GIVEN_NAMES)
        if first == found.first and self._joined_surname(found):
            return
        if tokens.word(after) in GIVEN_NAMES and name_words.is_own_word(context, after) and after not in self._inside:
            of_another = True
        if not of_another and first == found.first and self._before_unknown_name(found):
            return
        if first < found.first or not of_another:
            self._people.add(first, found.last, 0)
        else:
            self._bare_names.add_around(found.first)

    def _joined_surname(self, found: NameSpan) -> bool:
        """Add another person whose surname a hyphen joins to a listed one, `Dr. Obama-Lund`; return whether one is.

        `the Obama-Lund call` and `Obama-Castro talks` name two people.
        """
        context, tokens = self._context, self._context.tokens
        last = person_names.name_end(context, found.first)
        parts = tokens.words[found.last : last]
        if (
            len(parts) < 2
            or parts[0] not in _HYPHENS
            or not parts[1][:1].isupper()
            or found.last + 1 in context.listed_at
        ):
            return False
        after = tokens.word(last)
        if tokens.word(found.first - 1) in ("the", "The", "a", "A") or after in _BETWEEN_TWO or after in HEAD_NOUNS:
            return False
        self._people.add(found.first, last, 0)
        return True

    def _before_unknown_name(self, found: NameSpan) -> bool:
        """Add another person with a listed surname before an unlisted given name; return whether one is there."""
        context, after = self._context, found.last
        if after in context.headings or after in context.listed_at or after in self._inside:
            return False
        return name_words.is_own_word(context, after) and self._bare_names.add_around(found.first)

    def _addressed(self) -> None:
        """Add a person after a form of address: `Mr. Sullivan`, `Sheikh Mohamed bin Zayed`."""
        for index in self._context.tokens.indexes_in(_ADDRESSES):
            start = skip_honorifics(self._context, index)
            if index not in self._people and start > index:
                last = self._name(start, addressed=True)
                if last > start and start not in self._inside:
                    self._people.add(start, last, _ANNOUNCED_RANK)

    def _of_administrations(self) -> None:
        """Add the second of two names before the word: `the Biden-Harris administration`."""
        words = self._context.tokens.words
        for index in self._context.tokens.indexes_in(_ADMINISTRATIONS):
            joined = index > 2 and words[index - 2] in ("-", "–")
            if joined and index - 3 in self._people and words[index - 1][0].isupper():
                self._people.add(index - 1, index, _ANNOUNCED_RANK)

    def _set_off(self, office: Office) -> None:
        """Add a person before an office in apposition: `Tajani, Italy's Deputy Prime Minister and Minister of ...`."""
        context, tokens = self._context, self._context.tokens
        at = office.first - 1
        # The country, the body and the article before the office belong to it: `the Acting U.S. Secretary of Defense`.
        while at > 0 and (
            context.is_a(at, "PLACE", "NORP", "ORG")
            or tokens.words[at] in _OWNING
            or (tokens.words[at] in _ACTING and at + 1 < office.first)
        ):
            at -= 3 if tokens.words[at] == ")" and tokens.word(at - 2) == "(" else 1
        if at < 1 or self._context.is_a(office.first, "ORG"):
            return
        joined = at - (tokens.words[at - 1] == ",")
        if tokens.words[at] == "and" and joined in self._title_ends:
            if tokens.word(office.tail) in (",", ".", BREAK, ";", "of", "in", ""):
                self._title(office)
            return
        if tokens.words[at] in (",", "–") and at in self._title_ends:
            if tokens.word(office.tail) in (",", ".", BREAK, ";", ""):
                self._title(office)  # `Ada Lund, Ambassador, Deputy Permanent Representative`
            return
        dash = tokens.words[at] == "-" and not tokens.glued(at)
        if tokens.words[at] not in (",", "(", "–", "—", "|", BREAK) and not dash:
            return
        if tokens.words[at - 1] == BREAK or (
            tokens.words[at] == BREAK and tokens.word(office.tail) not in (",", BREAK, "", ".")
        ):
            return
        if tokens.words[office.first - 1] == "the" and office.tail == office.last and self._goes_on(office.last):
            return  # the office is a subject: `On behalf of President Biden, the Secretary delivered`
        name = self._name_before(at)
        if name is not None and (tokens.words[at] != BREAK or at in self._people.ends):
            self._title(office)
            self._people.add(*name, _ANNOUNCED_RANK)

    def _goes_on(self, at: int) -> bool:
        """Return whether a verb follows an office; such an office is a subject and no apposition."""
        word = self._context.tokens.word(at)
        return word.isalpha() and word.islower() and word not in _AFTER_OFFICES

    def _before_a_title(self, office: Office) -> None:
        """Add an office before another office: `the Chairman of the Joint Chiefs of Staff, General Brown`."""
        tokens = self._context.tokens
        follows = office.tail + (tokens.word(office.tail) == ",")
        if follows > office.tail and (ministry := ministry_end(self._context, follows)):
            follows = ministry  # `the Permanent Secretary, Ministry of Trade, Ambassador Lund`
        follows = skip_honorifics(self._context, follows)
        if follows in self._titled and tokens.word(office.first - 1) != ",":
            self._title(office)
            self._joined(office)

    def _name_before(self, at: int) -> tuple[int, int] | None:
        """Return the person's name that ends before a token, letters after it left out; None where no name does."""
        context, tokens = self._context, self._context.tokens
        for first in range(max(0, at - _LONGEST_NAME), at):
            word, previous = tokens.words[first], tokens.word(first - 1)
            if not word[0].isupper() and word not in PARTICLES:
                continue
            hyphenated = previous == "-" and tokens.glued(first)
            if first and (hyphenated or (context.is_name_word(first - 1) and not self._may_precede(first))):
                continue
            last = person_names.name_end(context, first, strict=True)
            if last > first and skip_post_nominals(context, last) == at and not office_head(tokens.words[last - 1]):
                return None if self._is_of_common_words(first, last) else (first, last)
        found = context.listed_at.get(at - 1)
        if found and found.type == "PERSON" and found.last == at:
            return found.first, at
        first_of_known = self._people.ends.get(at)
        if first_of_known is not None:
            return first_of_known, at
        # One word is a name after a verb of people: `received Sugiono, Minister of Foreign Affairs`.
        alone = tokens.word(at - 2) in _BEFORE_ONE_NAME and name_words.is_own_word(context, at - 1)
        return (at - 1, at) if alone else None

    def _may_precede(self, first: int) -> bool:
        """Return whether the word before a name is the end of an office or a form of address."""
        is_office = office_head(self._context.tokens.words[first - 1]) is not None
        return is_office or skip_honorifics(self._context, first - 1) == first

    def _is_of_common_words(self, first: int, last: int) -> bool:
        words = [word for word in self._context.tokens.words[first:last] if word[0].isalpha()]
        return words[0] not in GIVEN_NAMES and all(map(is_common, words))


def _plain(word: str) -> str:
    """Return a word in capitals with small letters: `VICTORIA`."""
    return word.capitalize() if word.isupper() else word
