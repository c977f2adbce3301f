"""Recognizes people without an office or a form of address by their given and family names and by their sentence."""

from briefreader.annotate.mentions import person_names
from briefreader.annotate.mentions.forms_of_address import skip_honorifics, skip_post_nominals
from briefreader.annotate.mentions.found_people import FoundPeople
from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS
from briefreader.annotate.mentions.name_forms import PATRONYMICS
from briefreader.annotate.mentions.name_words import (
    BEFORE_SENTENCES,
    PLACE_WORDS,
    POSITIONS,
    SITES,
    is_initial,
    is_own_word,
)
from briefreader.annotate.mentions.person_names import SHORTENED
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.family_names import FAMILY_FIRST, has_family_ending
from briefreader.annotate.names.given_names import GIVEN_NAMES, WORDS_AS_GIVEN_NAMES
from briefreader.annotate.text.common_words import is_common
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import (
    FIELD_WORDS,
    FUNCTION_WORDS,
    HEADLINE_WORDS,
    PARTICLES,
    office_head,
)

_GIVEN_NAMES = WordClass.of(GIVEN_NAMES)
_WORDS_AS_GIVEN_NAMES = WordClass.of(WORDS_AS_GIVEN_NAMES)
_FAMILY_NAMES_FIRST = WordClass.of(FAMILY_FIRST)
_FAMILY_NAMES_BY_ENDING = WordClass(has_family_ending)
_POSITIONS = WordClass.of(POSITIONS)
_PATRONYMICS = WordClass.of(PATRONYMICS)
_INITIALS = WordClass(is_initial)
# These nouns say what a person is and are no offices.
_ROLES = WordClass.of(
    "journalist journalists activist activists citizen citizens national nationals dissident lawyer politician "
    "reporter blogger scientist author professor companion wife husband daughter brother sister colleague "
    "businessman pastor veteran student philanthropist actor singer athlete cardinal bishop hostage hostages "
    "counterpart counterparts successor predecessor interlocutor "
    "detainee prisoner Americans defender laureate dictator candidate cleric warlord whistleblower poet".split()
)
# These verbs stand before people, with these words between.
_BEFORE_NAMES = {
    **dict.fromkeys("met meets meet meeting".split(), frozenset(("", "with"))),
    **dict.fromkeys("received receives thanked congratulated".split(), frozenset(("",))),
    **dict.fromkeys(
        "led headed chaired represented accompanied signed attended presided joined succeeded welcomed hosted".split(),
        frozenset(("by",)),
    ),
    **dict.fromkeys("spoke spoken talked talks conversation call".split(), frozenset(("to", "with"))),
}
_VERBS_BEFORE_NAMES = WordClass.of(_BEFORE_NAMES)
_SAID = WordClass.of(
    "said says told noted stressed emphasized emphasised thanked expressed congratulated briefed replied highlighted "
    "underlined underscored explained stated reiterated reaffirmed welcomed recalled conveyed attended visited".split()
)
_CLOSERS = frozenset((",", ".", ";", ":", ")", "(", "and", "", BREAK, "–", "—", "'s", "'"))
_MOST_AHEAD = 4
_JOINED = PARTICLES | {"&"}
_MOST_BEFORE = 3
_MOST_IN_LIST = 40


class BareNames:
    """Adds the people of a text without an office; no name begins in the tokens of `inside`, which are of offices."""

    def __init__(self, context: DocumentContext, people: FoundPeople, inside: set[int]) -> None:
        self._context = context
        self._people = people
        self._inside = inside

    def find(self) -> None:
        """Apply the rules from the strongest sign to the weakest."""
        self._by_given_name()
        self._by_form()
        self._by_word_and_surname()
        self._by_role()
        self._by_verb()
        self._beside_people()

    def add_around(self, index: int) -> bool:
        """Add the name that a token with the words before and after it makes; return whether there is one."""
        return self._add_run(self._run_start(index), index + 1)

    def _by_given_name(self) -> None:
        """Add a person by a given name and the capitalized words after it: `Paul Whelan`."""
        context, tokens = self._context, self._context.tokens
        in_capitals = [at for at in context.capitals if tokens.words[at].capitalize() in GIVEN_NAMES]
        for index in [*tokens.indexes_in(_GIVEN_NAMES), *sorted(in_capitals)]:
            if index in self._people or index in context.listed_at or index in self._inside:
                continue
            before = index - 1
            hyphen = tokens.word(before) == "-" and tokens.glued(index)
            if index and (
                hyphen or context.is_name_word(before) or tokens.words[before] in _JOINED or self._is_short_form(before)
            ):
                self.add_around(index)
                continue
            last = person_names.name_end(context, index, strict=True)
            ends = tokens.words[last - 1]
            if last - index < 2 or _has_common_word(tokens.words[index + 1 : last]) or ends in SITES:
                continue
            if tokens.word(last) not in HEAD_NOUNS and not self._goes_on(last):
                self._people.add(index, last, 0)

    def _by_word_and_surname(self) -> None:
        """Add a person by a given name that is also a word or a place, and an unknown surname: `Israel Katz`."""
        context, tokens = self._context, self._context.tokens
        for index in tokens.indexes_in(_WORDS_AS_GIVEN_NAMES):
            opens = tokens.word(index - 1) in BEFORE_SENTENCES or context.is_name_word(index - 1)
            if index in self._people or index in self._inside or opens or not is_own_word(context, index + 1):
                continue
            surname = tokens.words[index + 1]
            if (len(surname) > 1 and surname.isupper()) or (context.is_a(index, "PLACE") and surname.endswith("s")):
                continue  # `the Dallas Zorks` are a team
            last = person_names.name_end(context, index + 1)
            if self.run_end(index + 1) in (last, index + 1) and not self._goes_on(last) and last > index + 1:
                self._people.add(index, last, 0)

    def _by_form(self) -> None:
        """Add a person by a family name, a patronymic or initials: `Guo Jiakun`, `Siti binti Ahmad`, `W.G. Perera`."""
        tokens = self._context.tokens
        for index in tokens.indexes_in(_FAMILY_NAMES_FIRST):
            after = index + 1
            korean = tokens.words[after + 1 : after + 2] == ["-"] and tokens.word(after + 2)[:1].islower()
            if (korean or not is_common(tokens.words[index])) and not self._add_run(index, after):
                self._add_syllables(index)
        for index in tokens.indexes_in(_POSITIONS):
            self._add_run(index + 1, index + 1)
        for index in tokens.indexes_in(_PATRONYMICS):
            self._add_run(self._run_start(index), index + 1)
        for index in tokens.indexes_in(_INITIALS):
            if tokens.word(index + 1) == "." or "." in tokens.words[index]:
                self._by_initials(index)
        for index in tokens.indexes_in(_FAMILY_NAMES_BY_ENDING):
            if index not in self._people and not is_common(tokens.words[index]):
                self._add_run(self._run_start(index), index + 1, is_last=True)

    def _add_syllables(self, index: int) -> None:
        """Add a Vietnamese or Chinese name whose syllables are also English words: `Le Thi Thu Hang`."""
        context, words = self._context, self._context.tokens.words
        last = person_names.name_end(context, index, strict=True)
        parts = words[index:last]
        if len(parts) < 3 or index in self._people or index in self._inside or index in context.headings:
            return
        syllables = all(len(part) < 7 and part.isalpha() and part not in HEAD_NOUNS for part in parts)
        starts = index == 0 or not context.is_name_word(index - 1)
        if starts and syllables and is_own_word(context, index + 1) and not self._goes_on(last):
            self._people.add(index, last, 0)

    def _by_initials(self, index: int) -> None:
        """Add a person by initials written close to the surname, by two of them or by one inside the name."""
        tokens = self._context.tokens
        dot = index + 1
        if tokens.words[index] in FUNCTION_WORDS and not is_initial(tokens.word(dot + 1)):
            return
        if index in self._people or self._context.is_a(index, "PLACE", "ORG"):
            return
        if tokens.words[index].startswith(("A.M", "P.M")) and tokens.word(index - 1)[-1:].isdigit():
            return
        glued = tokens.word(dot) == "." and tokens.glued(dot) and tokens.glued(dot + 1)
        several = "." in tokens.words[index] or is_initial(tokens.word(dot + 1))
        start = self._run_start(index)
        opens = tokens.word(index - 1) in ("", BREAK, ".", ":", ")")
        if tokens.word(index - 1) in WORDS_AS_GIVEN_NAMES and not self._context.is_name_word(index - 2):
            last = person_names.name_end(self._context, index)
            if last > dot + 1 and tokens.word(dot) == "." and is_own_word(self._context, last - 1):
                self._people.add(index - 1, last, 0)  # `Georgia N. Marsh`, `Mark G. Eske`
        elif glued or several or start < index or not opens:
            self._add_run(start, index + 1)

    def _by_role(self) -> None:
        """Add a person after a common noun: `journalist Ada Lund`, `his companion, Ada Lund`."""
        context, tokens = self._context, self._context.tokens
        for index in tokens.indexes_in(_ROLES):
            after = index + 1
            if tokens.word(after) in ("from", "of") and context.is_a(
                of := after + 1 + self._is_article(after + 1), "PLACE"
            ):
                after = context.listed_at[of].last  # `her counterpart from Malta, Ada Lund, ...`
            first = skip_honorifics(context, after + (tokens.word(after) == ","))
            last = person_names.name_end(context, first, strict=True)
            if first not in self._inside and not _has_common_word(tokens.words[first:last]):
                self._people.add(first, last, 0)

    def _is_article(self, at: int) -> bool:
        return self._context.tokens.word(at) == "the"

    def _by_verb(self) -> None:
        """Add a person before or after a verb of speech or meeting: `met Nyesom Wike`, `led by Nyesom Wike`."""
        tokens = self._context.tokens
        for index in tokens.indexes_in(_VERBS_BEFORE_NAMES):
            after = _BEFORE_NAMES[tokens.words[index]]
            first = index + 1 + (tokens.word(index + 1) in after)
            if first > index + 1 or "" in after:
                self._add_run(skip_honorifics(self._context, first), first)
        for index in tokens.indexes_in(_SAID):
            start = self._run_start(index)
            if start < index:
                self._add_run(start, index)

    def _beside_people(self) -> None:
        """Add the further people of a list: `Minister Ada Lund, Nyesom Wike and Bem Ode`."""
        tokens = self._context.tokens
        for end in sorted(self._people.ends):
            for _ in range(_MOST_IN_LIST):
                at = skip_post_nominals(self._context, end)
                joint = tokens.word(at)
                if joint not in (",", "and", ";"):
                    break
                at += 1 + (joint != "and" and tokens.word(at + 1) == "and")
                first = skip_honorifics(self._context, at)
                last = self.run_end(first)
                closed = tokens.word(last) in _CLOSERS or (joint == "and" and tokens.word(last)[:1].islower())
                if first in self._people or not closed:
                    break
                if not self._add_run(first, last):
                    break
                end = last
        for start in sorted(self._people.ends.values()):
            self._before_person(start)

    def _before_person(self, start: int) -> None:
        """Add the person before `and` and another: `met Oyela Wike and Ada Lund`."""
        tokens = self._context.tokens
        joint = start - 1
        if joint > 1 and tokens.words[joint] == "and":
            first = self._run_start(joint)
            if first < joint and self.run_end(first) == joint:
                self._add_run(first, joint, is_last=True)

    def _run_start(self, index: int) -> int:
        """Return the first of the words before a token that may belong to the same name."""
        tokens = self._context.tokens
        start = index
        while start > max(0, index - 2 * _MOST_BEFORE) and start - 1 not in self._people:
            word = tokens.words[start - 1]
            if self._is_short_form(start - 1):
                start -= 2
                continue
            joint = word in ("-", "'") and tokens.glued(start) and tokens.glued(start - 1)
            if not (joint or word in PARTICLES or is_own_word(self._context, start - 1)):
                break
            start -= 1
        while start < index and not tokens.words[start][0].isalpha():
            start += 1
        while start < index and tokens.words[start] in PARTICLES and tokens.words[start].islower():
            start += 1
        return start

    def _is_short_form(self, dot: int) -> bool:
        """Return whether a token is the dot of an initial or of a shortened given name: `A. Lund`, `Md. Touhid`."""
        tokens = self._context.tokens
        before = tokens.word(dot - 1)
        return tokens.word(dot) == "." and tokens.glued(dot) and (is_initial(before) or before in SHORTENED)

    def run_end(self, first: int) -> int:
        """Return the token after the words of a name that no list and no dictionary knows, the token itself if none."""
        tokens = self._context.tokens
        last = person_names.name_end(self._context, first, strict=True)
        whole = all(
            is_own_word(self._context, at) or tokens.words[at] in PARTICLES
            for at in range(first, last)
            if tokens.words[at][0].isupper() and len(tokens.words[at]) > 1
        )
        return last if whole else first

    def _add_run(self, first: int, through: int, *, is_last: bool = False) -> bool:
        """Add the name from token first that includes the token before `through`; return whether it is a name.

        With `is_last` the name ends there.
        """
        context, tokens = self._context, self._context.tokens
        if first >= len(tokens) or first in self._people or first in self._inside:
            return False
        previous = tokens.word(first - 1)
        hyphen = previous == "-" and tokens.glued(first)
        if first and (hyphen or previous == "&" or (context.is_name_word(first - 1) and not self._precedes(first))):
            return False
        last = self.run_end(first)
        if (
            last < through
            or last == first
            or (is_last and last != through)
            or self._goes_on(last)
            or tokens.word(last) in HEAD_NOUNS
        ):
            return False
        opens = tokens.words[first]
        if tokens.words[last - 1] in GIVEN_NAMES and last - first == 2:
            known = opens in GIVEN_NAMES or opens in FAMILY_FIRST or opens.isupper() or context.is_a(first, "PERSON")
            if not known:
                return False  # `Monte Carlo`
        self._people.add(first, last, 0)
        return True

    def _precedes(self, first: int) -> bool:
        """Return whether the word before a name is a form of address, a rank, the end of an office or a common word."""
        tokens = self._context.tokens
        word = tokens.words[first - 1]
        opens = tokens.words[first].capitalize() if first in self._context.capitals else tokens.words[first]
        has_initials = any(is_initial(each) for each in tokens.words[first : first + _MOST_BEFORE])
        if (opens in GIVEN_NAMES or has_initials) and (is_common(word) or word in FIELD_WORDS):
            return word not in PLACE_WORDS
        if self._context.is_a(first - 1, "PLACE", "NORP", "ORG"):
            return not is_initial(tokens.words[first])  # `the Embassy of Malta Ada Lund`
        return word in POSITIONS or office_head(word) is not None or skip_honorifics(self._context, first - 1) == first

    def _goes_on(self, last: int) -> bool:
        """Return whether a capitalized word follows that would belong to the same name."""
        context = self._context
        if not context.is_name_word(last) or skip_post_nominals(context, last) > last:
            return False
        ahead = context.tokens.words[last : last + _MOST_AHEAD]
        if any(word in SITES for word in ahead):
            return True  # `James S. Brady Press Briefing Room`
        return last not in context.headings or context.tokens.words[last] not in HEADLINE_WORDS


def _has_common_word(words: list[str]) -> bool:
    return any(word in HEAD_NOUNS or word in FIELD_WORDS for word in words)
