"""Tells whose a body is that many countries have: the `Ministry of Foreign Affairs` of India or of Fiji."""

from collections import defaultdict

from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.words import POSSESSIVE
from briefreader.model import Mention

# Many countries have bodies whose names begin with one of these words.
_FIRST = frozenset("Ministry Embassy Consulate Parliament Cabinet".split())
_SHARED = frozenset(
    ("National Assembly", "National Parliament", "National Congress", "Federal Assembly", "Federal Parliament",
     "Federal Council", "Chamber of Deputies", "Council of Ministers", "Cabinet of Ministers", "Council of State",
     "State Council", "Supreme Court", "Constitutional Court", "High Court", "Central Bank", "High Commission",
     "Permanent Mission", "Presidency", "Presidential Office", "Presidential Administration", "President's Office",
     "Prime Minister's Office", "Office of the President", "Office of the Prime Minister", "Legislative Assembly",
     "Legislative Council", "Attorney General's Office", "Prosecutor General's Office", "Armed Forces", "Coast Guard",
     "National Treasury", "Foreign Ministry", "Defence Ministry", "Defense Ministry", "Finance Ministry",
     "Interior Ministry", "Royal Court", "National Police")
)  # fmt: skip
# Bodies with these names are American where no other country is told.
_AMERICAN = frozenset(("National Security Council", "Senate", "House of Representatives", "Congress", "Treasury"))
# Without a country these are most often the issuer's own; the United States have none of them.
_OF_THE_ISSUER = ("Ministry", "Cabinet", "Presiden", "Prime Minister's")
# One country alone has these.
_SINGLE = frozenset(("Ministry of External Affairs", "Ministry of Unification"))


def with_owners(entities: Entities, issuer: str | None) -> tuple[Mention, ...]:
    """Return the mentions, those of shared bodies with the country that the text or its issuer tells.

    A country told beside one mention holds for the others of the same name, unless the text tells several.
    """
    told: dict[int, str] = {}
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    shared: list[int] = []
    for number, mention in enumerate(entities.mentions):
        if mention.type != "ORG" or not _may_be_shared(mention.canonical):
            continue
        shared.append(number)
        item = entities.candidates[number]
        if country := _country_beside(entities.context, item.first, item.last):
            told[number] = country
            by_name[mention.canonical].add(country)
    if not shared:
        return entities.mentions
    mentions = list(entities.mentions)
    for number in shared:
        name = mentions[number].canonical
        countries = by_name[name]
        owner = told.get(number) or (next(iter(countries)) if len(countries) == 1 else None)
        if owner is None and not countries and issuer != "United States" and name.startswith(_OF_THE_ISSUER):
            owner = issuer
        if owner and not (owner == "United States" and _is_american(name)):
            mentions[number] = mentions[number]._replace(owner=owner)
    return tuple(mentions)


def _may_be_shared(name: str) -> bool:
    return name not in _SINGLE and (name.split(" ", 1)[0] in _FIRST or name in _SHARED or _is_american(name))


def _is_american(name: str) -> bool:
    return name in _AMERICAN or name.startswith(("Department of ", "Departments of "))


def _country_beside(context: DocumentContext, first: int, last: int) -> str | None:
    """Return the country before a body (`Japan's`, `Indian`) or after it (`of Kenya`), None where none is told."""
    tokens = context.tokens
    before = first - 1 - (tokens.word(first - 1) in POSSESSIVE)
    if tokens.word(last) == "of" and (found := _country(context, last + 1 + (tokens.word(last + 1) == "the"))):
        return found
    return _country(context, before)


def _country(context: DocumentContext, at: int) -> str | None:
    name = context.name_at(at)
    return name.name if name is not None and name.section in ("countries", "nationalities") else None
