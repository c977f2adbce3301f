"""Reads the title and the side of each person from the words beside the name and from the lists."""

from collections.abc import Set
from dataclasses import dataclass

from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.names.gazetteer import Gazetteer, Name

# These offices without a country are those of the United States.
_AMERICAN = (
    "Secretary of State", "Deputy Secretary", "Under Secretary", "Assistant Secretary", "Secretary of Defense",
    "Secretary of War", "Secretary of the Treasury", "Treasury Secretary", "Special Presidential Envoy",
    "Press Secretary", "Senior Bureau Official", "Homeland Security Advisor", "National Climate Advisor",
    "Domestic Policy Advisor", "National Economic Advisor",
    "Secretary of Homeland Security", "Secretary of Commerce", "Secretary of Energy", "Vice President",
)  # fmt: skip
_AMERICAN_ALONE = frozenset(
    ("Secretary", "Spokesperson", "National Security Advisor", "Deputy National Security Advisor")
)
_SIDES_OF_BODIES = {
    "European Commission": "European Union", "European Council": "European Union",
    "European Parliament": "European Union", "Council of the European Union": "European Union",
    "African Union Commission": "African Union", "ASEAN Secretariat": "ASEAN",
    "European External Action Service": "European Union", "United Nations Security Council": "United Nations",
    "Department of State": "United States", "Department of Defense": "United States", "Pentagon": "United States",
    "White House": "United States", "U.S. Agency for International Development": "United States",
}  # fmt: skip
_BODIES_THAT_ARE_SIDES = frozenset(
    ("European Union", "NATO", "United Nations", "ASEAN", "African Union", "Arab League", "Commonwealth of Nations",
     "Organization of American States", "Organization for Security and Cooperation in Europe", "Council of Europe",
     "Organization for Economic Cooperation and Development", "International Atomic Energy Agency", "World Bank",
     "International Monetary Fund", "World Health Organization", "World Trade Organization", "World Food Program",
     "International Committee of the Red Cross", "International Criminal Court", "European Free Trade Association",
     "Asian Development Bank", "African Development Bank")
)  # fmt: skip
# A longer word before a full stop ends a sentence and is no abbreviated rank.
_LONGEST_RANK = 5
_ADDRESS = frozenset("Dr . Mr Ms Mrs His Her Excellency Sheikh H.E H.E. HE Hon Honorable the , Sir General".split())
_AND = _ADDRESS | {"and", "its"}
_POSSESSIVE = frozenset(("'s", "'", "-"))
_OWNING = frozenset(("'s", "'", "the", "its", ",", "and"))
_OF = (["of"], ["of", "the"])
_SENTENCE_ENDS = frozenset((".", ";", "\n"))


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Holds the title of a person, as first written in full beside the name, and the side."""

    title: str | None
    side: str | None


def affiliations(entities: Entities, gazetteer: Gazetteer) -> dict[str, Affiliation]:
    """Return the title and the side of each person in a text by canonical name."""
    reader = _Reader(entities)
    found: dict[str, Affiliation] = {}
    joined: dict[str, str | None] = {}
    previous: str | None = None
    for index, item in enumerate(entities.candidates):
        if item.type != "PERSON":
            continue
        name = entities.mentions[index].canonical
        title, stated = reader.title_and_side(index)
        known = found.get(name, Affiliation(None, None))
        side = known.side or stated or gazetteer.side_of_person.get(name)
        if side is None and title and _is_american(title):
            side = "United States"
        if side is None and name not in found and reader.is_joined(index):
            joined[name] = previous
        # The full title in the body replaces the short one of the headline (`Secretary`).
        longer = known.title is None or (title or "").startswith(f"{known.title} ")
        found[name] = Affiliation(title if longer else known.title, side)
        previous = side or joined.get(name)
    return {name: Affiliation(item.title, item.side or joined.get(name)) for name, item in found.items()}


def side_of(name: Name | None) -> str | None:
    """Return the side of a listed country, nationality or body, None for any other name."""
    if name is None:
        return None
    if name.section in ("countries", "nationalities"):
        return name.name
    if name.section == "organizations":
        itself = name.name in _BODIES_THAT_ARE_SIDES or name.sides == (name.name,)
        return name.name if itself else _SIDES_OF_BODIES.get(name.name)
    return None


def _is_american(title: str) -> bool:
    plain = title.removeprefix("Acting ").removeprefix("Principal ")
    return title in _AMERICAN_ALONE or any(office in plain for office in _AMERICAN)


class _Reader:
    """Reads the mentions beside a person; an index counts the mentions of the text."""

    def __init__(self, entities: Entities) -> None:
        self._items = entities.candidates
        self._mentions = entities.mentions
        self._words = entities.context.tokens.words

    def _gap(self, index: int) -> list[str]:
        """Return the words between a mention and the mention after it."""
        return self._words[self._items[index].last : self._items[index + 1].first]

    def _type(self, index: int) -> str | None:
        return self._items[index].type if 0 <= index < len(self._items) else None

    def _side(self, index: int) -> str | None:
        return side_of(self._items[index].name)

    def title_and_side(self, person: int) -> tuple[str | None, str | None]:
        """Return the title before or after a person and the side stated with it."""
        title: str | None = None
        side: str | None = None
        before, after = person - 1, person + 1
        # A title before the name may have a country between them: `Special Representative for the DPRK Kim`.
        if before >= 0 and _has_only(self._gap(before), _ADDRESS) and not self._ends_sentence(before):
            office = before - (self._type(before) == "PLACE")
            apposition = "," in self._gap(before) and self._is_apposition(office)
            if self._type(office) == "TITLE" and not apposition:
                title = self._mentions[office].canonical
                side = self._side_before(office)
                if side is None and office < before and self._words[self._items[office].last] == "of":
                    side = self._side(before)
        if side is None and after < len(self._items):
            gap = self._gap(person)
            if gap in _OF:
                side = self._side(after)
            elif title is None and gap and gap[0] in (",", "("):
                title, side = self._title_after(after)
        return title, side

    def is_joined(self, person: int) -> bool:
        """Return whether only `and`, titles and bodies stand between a person and the person before."""
        at = person - 1
        while at >= 0 and _has_only(self._gap(at), _AND):
            if self._type(at) == "PERSON":
                return True
            if self._type(at) not in ("TITLE", "ORG"):
                return False
            at -= 1
        return False

    def _ends_sentence(self, title: int) -> bool:
        """Return whether a sentence ends after a title; the dot of `Gen.` ends none."""
        last = self._items[title].last
        return self._words[last] == "." and len(self._words[last - 1]) > _LONGEST_RANK

    def _is_apposition(self, title: int) -> bool:
        """Return whether a title belongs to the person before it: `Blinken, the U.S. Secretary of State, ...`."""
        at = title
        while at > 0 and self._type(at) != "PERSON":
            if not _has_only(self._gap(at - 1), _OWNING):
                return False
            at -= 1
        return self._type(at) == "PERSON" and at < title

    def _side_before(self, title: int) -> str | None:
        """Return the side of the country or body directly before a title or, after `of`, behind it."""
        at = title - 1
        if self._type(at) == "TITLE" and self._gap(at) == ["and"]:
            return self._side_before(at)  # `French Minister for Europe and Foreign Minister X`
        while at >= 0 and _has_only(self._gap(at), _POSSESSIVE):
            if side := self._side(at):
                return side
            if self._type(at) not in ("ORG", "PLACE", "NORP"):
                break
            at -= 1
        return self._side(title + 1) if title + 1 < len(self._items) and self._gap(title) in _OF else None

    def _title_after(self, first: int) -> tuple[str | None, str | None]:
        """Return the title in apposition to a name (`, South Korea's Minister of National Defense`) and its side."""
        for at in range(first, min(first + 4, len(self._items))):
            if at > first and not _SENTENCE_ENDS.isdisjoint(self._gap(at - 1)):
                break
            if self._type(at) == "TITLE":
                return self._mentions[at].canonical, self._side_before(at)
            if self._type(at) not in ("PLACE", "NORP", "ORG"):
                break
        return None, None


def _has_only(words: list[str], allowed: Set[str]) -> bool:
    return all(word in allowed for word in words)
