"""Recognizes listed names with the words that extend them, and the seats of bodies as places."""

from collections.abc import Iterator
from dataclasses import replace

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.dates import YEAR
from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS
from briefreader.annotate.mentions.parties import GENERIC
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.gazetteer import NameSpan
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import DASHES, is_body_acronym

_DIRECTIONS = frozenset(
    "Northern Southern Eastern Western Northeastern Northwestern Southeastern Southwestern Northeast Northwest "
    "Southeast Southwest Central Upper Lower".split()
)
_QUARTERS = _DIRECTIONS | frozenset("North South East West Inner Outer".split())
# A body with one of these in its name may be that of an organization: `IGAD Council of Ministers`.
_RULES = frozenset("Union Federal Royal".split())
_BODIES = frozenset(
    "Council Commission Committee Assembly Secretariat Parliament Court Board Troika Organ Presidency Chancellery "
    "Office Bureau".split()
)
# An organization with such a name may stand before its body: `Coral Treaty Organisation Security Council`.
_UNIONS = frozenset("Quad Organization Organisation Union Community League Nations Forum".split())
_AREAS = frozenset("region regions area areas".split())
# The form of a company belongs to its name.
_FIRMS = frozenset("Limited Ltd Plc PLC Inc LLC GmbH AG Berhad Bhd".split())
_OPEN = frozenset("Open open O".split())
_PREPOSITIONS = frozenset("in In at At to from From near of for across around between".split())
# The offices of these are also buildings.
_SEATS = ("Presidential", "President's Office", "Prime Minister's Office", "Office of the Pres", "Office of the Prime")
_HEADQUARTERS = WordClass.of(("headquarters", "Headquarters"))
_TOWARDS = frozenset("at to outside in visited visit".split())


def find(context: DocumentContext) -> Iterator[Candidate]:
    """Yield the listed names; a name with the key `context` needs the context of a place."""
    tokens = context.tokens
    for found in context.listed:
        first, last, name, kind = found
        if kind == "PERSON" or (name.fact("context") and not _is_place(context, first, last)):
            continue
        before, after = tokens.word(first - 1), tokens.word(last)
        if kind == "ORG" and tokens.word(first - 1 - _has_hyphen(context, first)) in _OPEN:
            continue  # `Open-RAN` is a technology
        if name.section == "peoples" and last - first > 1 and after in _AREAS:
            yield Candidate(first, last, "PLACE", 1)  # `the Southern African region`
        if kind == "NORP" and after == "Republic":
            continue  # `the Islamic Republic` is a state
        yield Candidate(first, last, kind, 0, name)
        if name.section in ("countries", "regions") and before in _DIRECTIONS:
            # `Southwest Pacific Dialogue` is a longer name.
            yield Candidate(first - 1, last, "PLACE", after not in HEAD_NOUNS)
        if kind in ("PLACE", "NORP") and (start := _pair_start(context, first)) is not None:
            yield Candidate(start, last, kind, 1)
        if kind == "ORG" and before in _RULES and first - 1 not in context.listed_at:
            yield Candidate(first - 1, last, "ORG", 1)  # `Union Attorney General's Office`
        if kind == "ORG" and after in _FIRMS:
            yield Candidate(first, last + 1, "ORG", 1)
        body = kind == "ORG" and last - first > 1 and not _BODIES.isdisjoint(tokens.words[first:last])
        if (body or kind in ("EVENT", "AGREEMENT")) and (start := _body_before(context, first)) is not None:
            yield Candidate(start, last, kind, 1)
        if kind == "EVENT" and (start := _party_before(context, found)) is not None:
            yield Candidate(start, last, "EVENT", 1)
        hyphen = after == "-" and tokens.glued(last)
        if kind == "EVENT" and YEAR.fullmatch(tokens.word(last + hyphen)):
            yield Candidate(first, last + hyphen + 1, "EVENT", 1, name)


def venues(context: DocumentContext) -> Iterator[Candidate]:
    """Yield bodies that are places because something happens there: `at NATO headquarters`, `at the White House`."""
    tokens = context.tokens
    for first, last, name, kind in context.listed:
        if kind != "ORG":
            continue
        article = tokens.word(first - 1) == "the"
        before = tokens.word(first - 1 - article)
        seat = name.name.startswith(_SEATS) or name.name.endswith("Secretariat")
        towards = before == "at" or (before in _TOWARDS and not seat)
        if (name.fact("country") or seat) and article and towards and tokens.word(last) not in ("-", "'s"):
            yield Candidate(first, last, "PLACE", 1, replace(name, section="sites"))
        if before in ("at", "in", "to") and tokens.word(last).lower() == "headquarters":
            yield Candidate(first, last + 1, "PLACE", 1)
    for index in tokens.indexes_in(_HEADQUARTERS):
        if is_body_acronym(tokens.word(index - 1)) and tokens.word(index - 2) in ("at", "in", "to"):
            yield Candidate(index - 1, index + 1, "PLACE", 1)


def _body_before(context: DocumentContext, at: int) -> int | None:
    """Return the first token of the body before an event or agreement: `WTO Agreement on Fisheries Subsidies`."""
    found = context.listed_at.get(at - 1)
    if found is None or found.type != "ORG" or found.last != at or found.name.fact("country"):
        return None
    if context.tokens.word(found.first - 1) in DASHES and context.is_a(found.first - 2, "PLACE", "ORG"):
        return None  # the second of two parties
    last = context.tokens.words[found.last - 1]
    return found.first if last.isupper() or last in _UNIONS else None


def _party_before(context: DocumentContext, found: NameSpan) -> int | None:
    """Return the first token of the party before a listed event of which the name has only a body and generic words.

    `U.S.-ASEAN Foreign Ministers' Meeting` is one name, although the lists have only its second part.
    """
    words = context.tokens.words
    joined = context.tokens.word(found.first - 1) in ("-", "–") and context.is_a(found.first - 2, "PLACE", "ORG")
    if not joined or not words[found.first].isupper():
        return None
    rest = (word.lower() for word in words[found.first + 1 : found.last])
    return context.listed_at[found.first - 2].first if all(word in GENERIC for word in rest) else None


def _pair_start(context: DocumentContext, at: int) -> int | None:
    """Return the first token of `North and South Atlantic`, of which the list has `South Atlantic` or `Atlantic`."""
    words = context.tokens.words
    if words[at] not in _QUARTERS and words[at - 1] not in _QUARTERS:
        return None
    at -= words[at] not in _QUARTERS and at > 0 and words[at - 1] in _QUARTERS
    pair = at > 1 and words[at] in _QUARTERS and words[at - 1] in ("and", "&") and words[at - 2] in _QUARTERS
    pair = pair and at - 2 not in context.listed_at  # `the Middle East and North Africa`
    return at - 2 if pair else None


def _has_hyphen(context: DocumentContext, at: int) -> bool:
    return context.tokens.word(at - 1) == "-" and context.tokens.glued(at) and context.tokens.glued(at - 1)


def _is_place(context: DocumentContext, first: int, last: int) -> bool:
    """Return whether a preposition stands before a name, or a comma and a place after it."""
    tokens = context.tokens
    if tokens.word(last)[:1].isupper():
        return False
    if tokens.word(last) == "," and context.is_a(last + 1, "PLACE"):
        return True
    return tokens.word(first - 1) in _PREPOSITIONS
