"""Whom a person speaks for: title and side, from what stands beside the name and from the lists."""

from dataclasses import dataclass

from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.names.gazetteer import Name, Names

# Offices that in a readout without a country are those of the United States.
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
    "European Parliament": "European Union",
    "European External Action Service": "European Union", "United Nations Security Council": "United Nations",
    "Department of State": "United States", "Department of Defense": "United States", "Pentagon": "United States",
    "White House": "United States", "U.S. Agency for International Development": "United States",
}  # fmt: skip
_BODIES_THAT_ARE_SIDES = frozenset(
    ("European Union", "NATO", "United Nations", "ASEAN", "African Union", "Arab League", "Gulf Cooperation Council")
)


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A person's title as first given in full beside the name, and the side spoken for."""

    title: str | None
    side: str | None


def affiliations(entities: Entities, names: Names) -> dict[str, Affiliation]:
    """Return title and side of each person of a text by canonical name."""
    listed = names.sides
    found: dict[str, Affiliation] = {}
    joined: dict[str, str | None] = {}
    previous: str | None = None
    for index, item in enumerate(entities.candidates):
        if item.type != "PERSON":
            continue
        name = entities.mentions[index].canonical
        title, stated = _beside(entities, index)
        held = found.get(name, Affiliation(None, None))
        side = held.side or stated or listed.get(name)
        if side is None and title and _is_american(title):
            side = "United States"
        if side is None and name not in found and _coordinated(entities, index):
            joined[name] = previous
        # A headline's `Secretary` gives way to the whole title in the body.
        whole = title if held.title is None or (title or "").startswith(f"{held.title} ") else held.title
        found[name] = Affiliation(whole, side)
        previous = side or joined.get(name)
    return {
        name: item if item.side or name not in joined else Affiliation(item.title, joined[name])
        for name, item in found.items()
    }


def side_of(name: Name | None) -> str | None:
    """The side that a listed country, nationality or body is or belongs to."""
    if name is None:
        return None
    if name.section in ("countries", "nationalities"):
        return name.name
    if name.section == "organizations":
        return name.name if name.name in _BODIES_THAT_ARE_SIDES else _SIDES_OF_BODIES.get(name.name)
    return None


def _is_american(title: str) -> bool:
    plain = title.removeprefix("Acting ").removeprefix("Principal ")
    return title in _AMERICAN_ALONE or any(word in plain for word in _AMERICAN)


def _beside(entities: Entities, index: int) -> tuple[str | None, str | None]:
    """The title before or after a person and the side stated with it."""
    items, tokens = entities.candidates, entities.scene.tokens
    person = items[index]
    title: str | None = None
    side: str | None = None
    at = index - 1
    # Before the name: `French MFA Secretary General`, `Special Representative for the DPRK`.
    if at >= 0 and _only(tokens.words[items[at].last : person.first], _ADDRESS) and not _ended(entities, at):
        if items[at].type == "TITLE" and not (
            "," in tokens.words[items[at].last : person.first] and _is_set_off(entities, at)
        ):
            title = entities.mentions[at].canonical
            side = _before(entities, at)
        elif (
            items[at].type == "PLACE"
            and at
            and items[at - 1].type == "TITLE"
            and not ("," in tokens.words[items[at].last : person.first] and _is_set_off(entities, at - 1))
        ):
            title = entities.mentions[at - 1].canonical
            side = _before(entities, at - 1)
            if side is None and tokens.words[items[at - 1].last] == "of":
                side = side_of(items[at].name)
    after = index + 1
    if side is None and after < len(items):
        gap = tokens.words[person.last : items[after].first]
        if gap in (["of"], ["of", "the"]):
            side = side_of(items[after].name)
        elif title is None and gap and gap[0] in (",", "("):
            title, side = _after(entities, after)
    return title, side


def _ended(entities: Entities, title: int) -> bool:
    """Whether a sentence ends after a title; `Gen.` and its like are only cut short."""
    words, last = entities.scene.tokens.words, entities.candidates[title].last
    return words[last] == "." and len(words[last - 1]) > _LONGEST_RANK


def _is_set_off(entities: Entities, title: int) -> bool:
    """Whether a title belongs to a person before it: `Blinken, the U.S. Secretary of State, ...`."""
    items, tokens = entities.candidates, entities.scene.tokens
    at = title
    while at > 0 and items[at].type != "PERSON":
        gap = tokens.words[items[at - 1].last : items[at].first]
        if not _only(gap, frozenset(("'s", "'", "the", "its", ",", "and"))):
            return False
        at -= 1
    return items[at].type == "PERSON" and at < title


_LONGEST_RANK = 5
_ADDRESS = frozenset("Dr . Mr Ms Mrs His Her Excellency Sheikh H.E H.E. HE Hon Honorable the , Sir General".split())


def _only(words: list[str], allowed: frozenset[str]) -> bool:
    return all(word in allowed for word in words)


def _before(entities: Entities, title: int) -> str | None:
    """The country or body directly before a title, over other bodies."""
    items, tokens = entities.candidates, entities.scene.tokens
    at = title - 1
    edge = items[title].first
    if at >= 0 and items[at].type == "TITLE" and tokens.words[items[at].last : edge] == ["and"]:
        return _before(entities, at)  # `French Minister for Europe and Foreign Minister X`
    while at >= 0 and _only(tokens.words[items[at].last : edge], frozenset(("'s", "'", "-"))):
        if side := side_of(items[at].name):
            return side
        if items[at].type not in ("ORG", "PLACE", "NORP"):
            break
        edge = items[at].first
        at -= 1
    stop = items[title].last
    if title + 1 < len(items) and tokens.words[stop : items[title + 1].first] in (["of"], ["of", "the"]):
        return side_of(items[title + 1].name)
    return None


def _after(entities: Entities, at: int) -> tuple[str | None, str | None]:
    """The title set off after a name (`, South Korea's Minister of National Defense`) and the side stated with it."""
    items, tokens = entities.candidates, entities.scene.tokens
    for place in range(at, min(at + 4, len(items))):
        if place > at and any(
            word in (".", ";", "\n") for word in tokens.words[items[place - 1].last : items[place].first]
        ):
            break
        if items[place].type == "TITLE":
            return entities.mentions[place].canonical, _before(entities, place)
        if items[place].type not in ("PLACE", "NORP", "ORG"):
            break
    return None, None


def _coordinated(entities: Entities, index: int) -> bool:
    """Whether a person is joined to the one before by `and` alone, titles aside."""
    items, tokens = entities.candidates, entities.scene.tokens
    at = index - 1
    edge = items[index].first
    while at >= 0:
        gap = tokens.words[items[at].last : edge]
        if not _only(gap, _ADDRESS | {"and", "its"}):
            return False
        if items[at].type == "PERSON":
            return True
        if items[at].type not in ("TITLE", "ORG"):
            return False
        edge = items[at].first
        at -= 1
    return False
