"""Reads the title and the side that stand beside the name of a person."""

from collections.abc import Iterator
from typing import NamedTuple

from briefreader.annotate.meeting.affiliations.office_sides import (
    ADDRESS,
    FURTHEST,
    NAMES,
    PEERS,
    POSSESSIVE,
    PREPOSITIONS,
    OfficeSides,
    has_only,
)
from briefreader.annotate.text.honorifics import COUNTRIES_OF_ADDRESS, POST_NOMINALS, RETIRED
from briefreader.annotate.text.tokens import BREAK

# A longer word before a full stop ends a sentence and is no abbreviated rank.
_LONGEST_RANK = 5
_POST_NOMINALS = POST_NOMINALS | RETIRED | frozenset(", ( ) .".split())
_TO_TITLE = frozenset("'s ' the its , and & of visiting acting Acting interim Interim".split())
_AND = ADDRESS | {"and", "its"}
_AND_OF = _AND | {"of"}
_APPOSED = _POST_NOMINALS | _TO_TITLE
_BEFORE_APPOSITION = _APPOSED | {"-", "–", "—", "(", BREAK}
_BETWEEN_TITLES = PREPOSITIONS | _TO_TITLE | {"("}
_BETWEEN_OFFICE_AND_NAME = PREPOSITIONS | POSSESSIVE | {"former"}
_ADDRESS_AFTER_TITLE = ADDRESS - {","}
_ADDRESS_AFTER_COUNTRY = _ADDRESS_AFTER_TITLE - {"the", "The"}
_AND_OF_NEXT = ([",", "of"], ["and", "of"], [",", "and", "of"], [",", "of", "the"], ["and", "of", "the"])
_PLACES = (*NAMES, "EVENT", "AGREEMENT")
_OFFICES = ("TITLE", *NAMES)
_OF = (["of"], ["of", "the"], ["from"], ["from", "the"])
_CLOSED = frozenset((";", ".", ")", ",", "and", "", BREAK))
_SENTENCE_ENDS = frozenset((".", ";", BREAK))
_HOST_STATE = frozenset(("Kingdom", "State", "Sultanate", "Republic", "country", "Emirates", "Emirate"))
_GOVERNMENT = frozenset(
    "Ministry MFA MoFA Department Office Cabinet Council Parliament Assembly Senate House Navy Army Force "
    "Forces Police Secretariat Commission Committee Directorate Bureau Presidency Government Command Division "
    "Mission Embassy Staff Guard Chancellery Court Bank Treasury Administration Delegation Security Service "
    "Congress Authority".split()
)


# A verb in the plural behind an office shows two subjects: `Lund, Foreign Minister of Malta discuss ties`.
_PLURAL_VERBS = frozenset(
    "discuss meet review explore hold witness sign exchange agree talk confer co-chair chair attend tour launch "
    "inaugurate express affirm reaffirm speak address mark open underline stress call".split()
)


class Beside(NamedTuple):
    """Holds what stands beside a name: the title, the side, and the person whom the holder of the title serves.

    `of_body` says that the title is of a body that is no part of a government, such as a company, `owned` that
    the side stands before the title, where it may hold for the next title too.
    """

    title: str | None = None
    side: str | None = None
    chief: str | None = None
    of_body: bool = False
    owned: bool = False


class Appositions(OfficeSides):
    """Reads the mentions beside a person; an index counts the mentions of the text."""

    def beside(self, person: int) -> Beside:
        """Return the title before or after a person and the side stated with it."""
        found = self._before(person)
        if found.side is None and (side := self._named_after(person)):
            found = found._replace(side=side)
        if found.side is None or found.title is None:
            after = self._after(person, titled=found.title is not None)
            if found.title is None:
                found = found._replace(title=after.title, chief=after.chief)
            if found.side is None:
                found = found._replace(side=after.side)
        return found

    def countries_of_address(self, person: int) -> frozenset[str]:
        """Return the countries in whose languages the form of address before a name is used, none without one."""
        at = self._items[person].first - 1
        for word in reversed(self._words[max(0, at - FURTHEST) : at + 1]):
            if countries := COUNTRIES_OF_ADDRESS.get(word):
                return countries
            if word not in ADDRESS or word == ",":
                break
        return frozenset()

    def shares_title(self, person: int) -> bool:
        """Return whether a title in the plural before the person before holds for this one too: `Ministers A and B`."""
        at = person
        while at > 0 and self._type(at) in ("PERSON", "PLACE") and has_only(self._gap(at - 1), _AND_OF):
            at = self._list_starts.get(at - 1, at - 1)  # no long list is walked again for each of its people
        self._list_starts[person] = at
        mention = self._mentions[at]
        return mention.type == "TITLE" and mention.text != mention.canonical and mention.text.endswith("s")

    def is_joined(self, person: int) -> bool:
        """Return whether only `and`, titles and bodies stand between a person and the person before."""
        at = person - 1
        while at >= 0 and has_only(self._gap(at), _AND):
            if self._type(at) == "PERSON":
                return True
            if self._type(at) not in ("TITLE", "ORG"):
                return False
            at -= 1
        return False

    def _before(self, person: int) -> Beside:
        """Return the title before a name, with places and bodies between them, and its side."""
        at = person - 1
        if at < 0 or self._ends_sentence(at):
            return Beside()
        gap = [word for word in self._gap(at) if word not in PEERS]
        if gap[:2] == ["to", "the"] and gap[2:3] and gap[2] in _HOST_STATE and self._type(at) in NAMES:
            gap = gap[3:]  # `Ambassador of Malta to the Kingdom Lund`
        if not has_only(gap, ADDRESS):
            return Beside()
        if len(gap) < len(self._gap(at)) and self._type(at) in NAMES:
            return Beside(side=self.side(at))  # `his Polish counterpart Lund`
        while self._type(at) in _PLACES:
            if at == 0 or person - at > FURTHEST or not has_only(self._gap(at - 1), PREPOSITIONS):
                return Beside()
            at -= 1
        if at < person - 1 and (chief := self._served(at)):
            return Beside(side=self._named_after(at), chief=chief)
        if self._type(at) == "PERSON" and at == person - 2 and self._gap(at) in _AND_OF_NEXT and not gap:
            return Beside(side=self.side(person - 1))  # `the Ambassadors of Malta Lund and of Peru Marsh`
        if self._type(at) != "TITLE":
            return Beside()
        if "," in gap and self._is_apposition(at):
            return Beside()
        owner = self._owner_before(at)
        side = owner or self._side_behind(at, person)
        if side is None and not self._follows_apposition(at):
            side = self._side_of_joined(at, FURTHEST)
        of_body = side is None and self._is_of_body(at)
        return Beside(self._mentions[at].canonical, side, of_body=of_body, owned=owner is not None)

    def _named_after(self, person: int) -> str | None:
        """Return the side that is named after a name: `Lund of Malta`, `Lund (Malta)`, `Lund, Malta;`."""
        after = person + 1
        if after >= len(self._items):
            return None
        gap = self._gap(person)
        while gap and gap[0] in _POST_NOMINALS and gap[0] not in (",", "("):
            gap = gap[1:]
        following = self._words[self._items[after].last : self._items[after].last + 1] or [""]
        if (gap in _OF and following != ["'s"]) or (gap == ["("] and following == [")"]):
            return self.side(after)
        gap = [word for word in gap if word not in ("the", "Government", "of")] if "Government" in gap else gap
        if gap == ["for"] and following[0] in _CLOSED and self._type(after) == "PLACE":
            return self.side(after)
        listed = gap == [","] and following[0] in (";", ")", BREAK, "") and self._type(after) == "PLACE"
        return self.side(after) if listed else None

    def _after(self, person: int, titled: bool) -> Beside:
        """Return the titles in apposition to a name (`, South Korea's Minister of National Defense`) and their side.

        `titled` says that a title stands before the name; one between two commas then belongs to the next person.
        """
        if person + 1 >= len(self._items):
            return Beside()
        gap = self._gap(person)
        opening = next((word for word in gap if word in (",", "(", "-", "–", "—", BREAK)), None)
        if opening is None or "and" in gap or not has_only(gap, _BEFORE_APPOSITION):
            return Beside()
        title: str | None = None
        side: str | None = None
        for at in range(person + 1, min(person + 1 + FURTHEST, len(self._items))):
            if at > person + 1 and not _SENTENCE_ENDS.isdisjoint(self._gap(at - 1)):
                break
            if at > person + 1 and not has_only(self._gap(at - 1), _BETWEEN_TITLES):
                break
            kind = self._type(at)
            if kind == "TITLE":
                chief = self._chief(at)
                if chief is None and self._is_of_next(at, titled):
                    break
                title = title or self._mentions[at].canonical
                side = side or self._side_of_title(at)
                if chief is not None:
                    return Beside(title, side, chief)
            elif kind not in NAMES or (title is None and self._is_of_next(at, over_commas=False)):
                break
            elif side is None:
                side = self._side_in_list(at, titled=title is not None)
            if self._words[self._items[at].last : self._items[at].last + 1] and (
                self._words[self._items[at].last] in _PLURAL_VERBS
            ):
                return Beside()
        of_body = (
            side is None and title is not None and self._type(person + 1) == "TITLE" and self._is_of_body(person + 1)
        )
        return Beside(title, side, of_body=of_body)

    def _side_in_list(self, at: int, titled: bool) -> str | None:
        """Return the side of a body or country behind a name: `Lund, Maltese Ministry of Trade`, `..., Malta;`."""
        is_body = self._type(at) == "ORG"
        if self._words[self._items[at].last : self._items[at].last + 1] == ["'s"]:
            return None  # another clause begins: `Lund, the Maltese MFA's press service reports`
        if not titled:
            return (self._owner_before(at) or self.side(at)) if is_body else None
        return self.side(at) if self._stands_apart(at) or (is_body and "," in self._gap(at - 1)) else None

    def _is_of_body(self, title: int) -> bool:
        """Return whether a company, a university or another body outside a government stands beside a title."""
        before, after = title - 1, title + 1
        found = []
        if before >= 0 and self._type(before) == "ORG" and has_only(self._gap(before), POSSESSIVE):
            found.append(before)
        if (
            after < len(self._items)
            and self._type(after) == "ORG"
            and self._gap(title) in (["of"], ["of", "the"], ["at"])
        ):
            found.append(after)
        return any(_GOVERNMENT.isdisjoint(self._mentions[at].canonical.split()) for at in found)

    def _stands_apart(self, at: int) -> bool:
        """Return whether a place or body stands between commas, as in `Lund, Minister of Trade, Malta;`."""
        following = self._words[self._items[at].last : self._items[at].last + 1] or [""]
        apart = self._gap(at - 1) in ([","], [",", "the"]) and following[0] in (";", ".", ")", BREAK, "", ",")
        return apart and self._type(at) == "PLACE"

    def _is_of_next(self, at: int, over_commas: bool) -> bool:
        """Return whether a title or country belongs to the next person: `Lund, Maltese Foreign Minister Marsh`."""
        while at + 1 < len(self._items):
            gap = self._gap(at)
            kind = self._type(at + 1)
            if over_commas and gap == [",", "and"]:
                return False  # `Lund, Envoy of Malta, and Minister Marsh`
            if kind == "PERSON":
                is_beside = has_only(gap, ADDRESS if over_commas else _ADDRESS_AFTER_COUNTRY)
                return is_beside and not self._ends_sentence(at)
            if kind not in _OFFICES or ("," in gap and not over_commas) or not has_only(gap, _BETWEEN_OFFICE_AND_NAME):
                return False
            at += 1
        return False

    def _chief(self, title: int) -> str | None:
        """Return the person in `Advisor to President Lund`, None where the title names nobody."""
        at = title + 1
        if at >= len(self._items) or self._gap(title) not in (["to"], ["to", "the"], ["of"], ["of", "the"]):
            return None
        served = (
            self._type(at) == "TITLE" and at + 1 < len(self._items) and has_only(self._gap(at), _ADDRESS_AFTER_TITLE)
        )
        at += served
        named = self._type(at) == "PERSON" and (served or "to" in self._gap(title))
        return self._mentions[at].canonical if named else None

    def _served(self, chief: int) -> str | None:
        """Return the person in `Advisor to President Lund of Malta`, None where nobody serves the person."""
        title = chief - 1
        if title < 0 or self._type(chief) != "PERSON" or self._type(title) != "TITLE":
            return None
        first = self._items[title].first
        before = [word for word in self._words[max(0, first - 2) : first] if word not in ("the", "The")]
        if before[-1:] != ["to"] or not has_only(self._gap(title), _ADDRESS_AFTER_TITLE):
            return None
        return self._mentions[chief].canonical

    def _ends_sentence(self, title: int) -> bool:
        """Return whether a sentence ends after a title; the dot of `Gen.` ends none."""
        item = self._items[title]
        scope = self._words[item.last - 2] if item.last - item.first > 1 else ""
        is_rank = len(self._words[item.last - 1]) <= _LONGEST_RANK and scope not in ("of", "for", "and", "the")
        return self._words[item.last] == "." and not is_rank

    def _is_apposition(self, title: int) -> bool:
        """Return whether a title belongs to the person before it: `Blinken, the U.S. Secretary of State, ...`."""
        at = title
        while at > 0 and self._type(at) != "PERSON":
            if not has_only(self._gap(at - 1), _APPOSED):
                return False
            at -= 1
        return self._type(at) == "PERSON" and at < title and "," in self._gap(at) and "and" not in self._gap(at)

    def _follows_apposition(self, title: int) -> bool:
        """Return whether a title stands behind that of another person: `Lund, Envoy of Malta, and Minister Marsh`."""
        at = title - 1
        while at >= 0 and self._type(at) in NAMES and has_only(self._gap(at), PREPOSITIONS):
            at -= 1
        return at >= 0 and self._type(at) == "TITLE" and self._is_apposition(at)

    def counterparts(self) -> Iterator[tuple[int, str]]:
        """Yield people introduced by `his counterpart from Malta, ...` with the side."""
        for at in range(1, len(self._items)):
            if self._type(at) == "PERSON" and self._type(at - 1) == "PLACE":
                place = self._items[at - 1].first
                before = self._words[max(0, place - 3) : place]
                if (
                    not PEERS.isdisjoint(before)
                    and has_only(self._gap(at - 1), ADDRESS)
                    and (side := self.side(at - 1))
                ):
                    yield at, side
