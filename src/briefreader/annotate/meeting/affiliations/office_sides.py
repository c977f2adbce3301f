"""Reads the side of an office from the country or body before it, behind it, or beside an office joined to it."""

from collections.abc import Set

from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.names.bodies_as_sides import side_of, side_of_body
from briefreader.annotate.names.gazetteer import Gazetteer
from briefreader.annotate.names.national_offices import government_of
from briefreader.annotate.text.honorifics import HONORIFICS, ORDERS, RETIRED

ADDRESS = HONORIFICS.union(
    *ORDERS.values(), ORDERS, RETIRED, frozenset(". the The , ' H.E. H.H. ( ) Amb U Prince Princess".split())
)
POSSESSIVE = frozenset(("'s", "'", "-", "the", "new", "visiting", "(", ")"))
PREPOSITIONS = frozenset("of for to in at on with the and , & - ' ( )".split())
NAMES = ("PLACE", "NORP", "ORG")
PEERS = frozenset("counterpart counterparts colleague colleagues".split())
_ADDRESS_OF_PEER = ADDRESS | PEERS
_BETWEEN_NAMES = PREPOSITIONS - {",", "and"}
_IN_PORTFOLIO = PREPOSITIONS - {"'"}
FURTHEST = 7
_JOINTS: tuple[list[str], ...] = ([], ["and"], ["&"], [","], [",", "and"], ["and", "former"], ["–"])
# `for` before a country means the country of these offices, and the subject of others (`Envoy for the DPRK`).
_NATIONAL = ("Secretary of State", "Prime Minister", "Foreign Minister", "President", "High Commissioner", "Ambassador")
_SENT = frozenset("Delegation delegation Mission mission".split())
_BEFORE_OWNER = PREPOSITIONS | {"'s"} | _SENT
_NATIONAL_TOO = frozenset(("Security Council", "General Assembly", "Secretariat"))


class OfficeSides:
    """Reads the mentions beside an office; an index counts the mentions of the text."""

    def __init__(self, entities: Entities, gazetteer: Gazetteer) -> None:
        self._items = entities.candidates
        self._mentions = entities.mentions
        self._words = entities.context.tokens.words
        self._gazetteer = gazetteer
        self._sides: dict[int, str | None] = {}
        self._list_starts: dict[int, int] = {}

    def side(self, index: int) -> str | None:
        """Return the side that a mention names or speaks for."""
        if not 0 <= index < len(self._items) or self._items[index].type not in NAMES:
            return None
        if index not in self._sides:
            item, mention = self._items[index], self._mentions[index]
            # A council without its owner is not that of the United Nations: `Secretary of the Security Council`.
            own = side_of(item.name) == "United Nations" and mention.text in _NATIONAL_TOO
            side = None if own else side_of(item.name)
            if side is None and item.type == "ORG" and not own:
                side = side_of_body(mention.canonical, self._gazetteer)
            self._sides[index] = side
        return self._sides[index]

    def _gap(self, index: int) -> list[str]:
        """Return the words between a mention and the mention after it."""
        return self._words[self._items[index].last : self._items[index + 1].first]

    def _type(self, index: int) -> str | None:
        return self._items[index].type if 0 <= index < len(self._items) else None

    def _side_of_title(self, title: int, further: int = FURTHEST) -> str | None:
        """Return the side of a title behind its holder: of a country before it or after `of`, or of a joined title."""
        return self._owner_before(title) or self._side_behind(title, None) or self._side_of_joined(title, further)

    def _owner_before(self, title: int) -> str | None:
        """Return the side of the country or body directly before a title."""
        at = title - 1
        if at >= 0 and not PEERS.isdisjoint(self._gap(at)) and has_only(self._gap(at), _ADDRESS_OF_PEER):
            return self.side(at)
        while at >= 0 and has_only(self._gap(at), POSSESSIVE):
            if self._mentions[at].text == "European" and "Commissioner" in self._mentions[title].canonical:
                return "European Union"
            if side := self.side(at):
                return side
            if self._type(at) not in NAMES:
                break
            at -= 1
        return None

    def _side_of_joined(self, title: int, further: int) -> str | None:
        """Return the side of another title of the same person: `Prime Minister of Malta and Minister of Trade`."""
        at = title - 1
        if at < 0 or not further or self._gap(at) not in _JOINTS:
            return None
        while at > 0 and self._type(at) in NAMES and has_only(self._gap(at - 1), _BETWEEN_NAMES):
            at -= 1
        if self._type(at) != "TITLE":
            return None
        return self._side_of_title(at, further - 1) or government_of(self._mentions[at].canonical)

    def _side_behind(self, title: int, person: int | None) -> str | None:
        """Return the side behind a title: `Ambassador of India to Nepal`, `Secretary of the Ministry ... of Malta`."""
        stop = min(person if person is not None else len(self._items), title + 5, len(self._items))
        for at in range(title + 1, stop):
            gap = self._gap(at - 1)
            if at == title + 1 and self._is_portfolio(gap):
                gap = ["of"]
            if not has_only(gap, _BEFORE_OWNER) or self._type(at) not in NAMES:
                return None
            preposition = next((word for word in gap if word != "the"), "")
            if preposition in ("of", "from") or (preposition == "'s" and at > title + 1):
                name = self._items[at].name
                if side := self.side(at) or (name.fact("country") if name and self._type(at) == "PLACE" else None):
                    return side  # `Mayor of Valletta` is of Malta
            elif preposition == "for" and at == title + 1:
                held = self._mentions[title].canonical
                if self._items[at].name is not None and held.endswith(_NATIONAL):
                    return self.side(at) if self._items[at].type == "PLACE" else None
            elif preposition == "" or (preposition in ("in", "at") and self._type(at) == "ORG"):
                if side := self.side(at):
                    return side
            elif preposition in ("in", "at") and self._type(at) == "NORP" and self._type(at + 1) == "ORG":
                return self.side(at) if not self._gap(at) else None  # `Director at the Maltese Ministry of Trade`
            else:
                return None
        return None

    @staticmethod
    def _is_portfolio(gap: list[str]) -> bool:
        """Return whether words go on a title and end with `of`: `Secretary for Trade [with Islands of the] ...`."""
        end = gap[:-1] if gap[-1:] == ["the"] else gap
        return end[-1:] == ["of"] and all(word[:1].isupper() or word in _IN_PORTFOLIO for word in end)


def has_only(words: list[str], allowed: Set[str]) -> bool:
    return all(word in allowed for word in words)
