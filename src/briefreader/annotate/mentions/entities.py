"""Recognizes the entities of a text: collects the proposals of all recognizers, keeps the best, and names them."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefreader.annotate.mentions import (
    chief_offices,
    dates,
    events,
    listed_names,
    noun_phrases,
    people,
    places,
    short_forms,
    short_names,
    state_bodies,
    weapons,
)
from briefreader.annotate.mentions.candidates import Candidate, keep_best
from briefreader.annotate.mentions.canonical_names import CanonicalNames
from briefreader.annotate.mentions.capital_lines import in_title_case
from briefreader.annotate.mentions.dates import DateSpan
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.gazetteer import Gazetteer
from briefreader.model import Mention

_OWN_RANK = 9


@dataclass(frozen=True)
class Entities:
    """Holds the entities of a text; `candidates` and `mentions` have the same order and length and never overlap.

    `event_acronyms` maps the canonical name of an event to the acronym that the text defines for it.
    """

    context: DocumentContext
    candidates: tuple[Candidate, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateSpan, ...]
    event_acronyms: dict[str, str]


def recognize(text: str, gazetteer: Gazetteer) -> Entities:
    """Return the entities of a text."""
    context = DocumentContext.of(text, gazetteer)
    count = len(context.tokens)
    found_dates = tuple(dates.find(context.tokens))
    persons = people.find(context)
    certain = frozenset(item.first for item in persons if item.type == "PERSON" and item.rank)
    title_case = in_title_case(context)
    proposals = [
        *_own_names(context),
        *listed_names.find(context),
        *persons,
        *noun_phrases.find(title_case, certain),
        *state_bodies.find(title_case),
        *chief_offices.find(title_case),
        *places.find(context),
        *events.series(context),
        *(Candidate(found.first, found.last, "DATE") for found in found_dates),
        *weapons.find(context),
        *listed_names.venues(context),
    ]
    if gazetteer.killed:
        proposals = [item for item in proposals if not gazetteer.is_killed(context.tokens.slice(item.first, item.last))]
    kept = keep_best(proposals, count)
    long_forms = list(short_forms.long_forms(context, kept))
    if long_forms:
        kept = keep_best([*long_forms, *proposals], count)
    meanings = short_forms.defined(context, kept)
    bodies = list(short_forms.bodies_with_officials(context, kept))
    foreign = short_forms.foreign(context, kept)
    if foreign:
        proposals = [
            item
            for item in proposals
            if not (item.name and item.last == item.first + 1 and context.tokens.word(item.first) in foreign)
        ]
    acronyms = list(short_forms.acronyms(context, meanings))
    if acronyms or bodies or foreign:
        # Acronyms come first, because the text's own definition overrides a listed name of the same length.
        kept = keep_best([*acronyms, *long_forms, *proposals, *bodies], count)
    later = [*short_names.find(context, kept), *short_forms.without_parties(context, kept)]
    if later:
        kept = keep_best([*kept, *later], count)
    canonical_names = CanonicalNames(context, kept, gazetteer)
    candidates: list[Candidate] = []
    mentions: list[Mention] = []
    for item in kept:
        surface = context.tokens.slice(item.first, item.last)
        canonical = gazetteer.called(item.type, canonical_names.of(item))
        if gazetteer.killed and (gazetteer.is_killed(surface) or gazetteer.is_killed(canonical)):
            continue
        start, end = context.tokens.starts[item.first], context.tokens.ends[item.last - 1]
        candidates.append(item)
        mentions.append(Mention(start, end, item.type, surface, canonical))
    event_acronyms = {
        canonical_names.of(long): short for short, long in reversed(meanings.items()) if long.type == "EVENT"
    }
    return Entities(context, tuple(candidates), tuple(mentions), found_dates, event_acronyms)


def _own_names(context: DocumentContext) -> Iterator[Candidate]:
    """Yield the names of the user's lists, which override all other evidence."""
    for found in context.listed:
        if found.name.own:
            yield Candidate(found.first, found.last, found.type, _OWN_RANK, found.name)
