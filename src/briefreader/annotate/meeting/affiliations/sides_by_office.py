"""Gives people whose office stands without a country the side that has it: the issuer or the other party."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from briefreader.annotate.meeting.affiliations.appositions import Appositions
from briefreader.annotate.meeting.affiliations.counterparts import counterparts
from briefreader.annotate.meeting.affiliations.issuer import issuer
from briefreader.annotate.meeting.affiliations.known_person import KnownPerson
from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.names.bodies_as_sides import side_of
from briefreader.annotate.names.gazetteer import Gazetteer
from briefreader.annotate.names.national_offices import american, government_of, governments_of, is_envoy, may_have
from briefreader.annotate.text.masked_sentences import MaskedSentence
from briefreader.model import Document

# The other party of a text is named at least so often, and twice as often as the next.
_OFTEN = 2
_ROUNDS = 2
# Points for the issuer of a text: an office of one government, of a few, of a listed person, and an American one.
_OWN_OFFICE, _SHARED_OFFICE, _LISTED, _BARE_OFFICE, _MOST_BARE = 3.0, 1.5, 3.0, 0.9, 6.0


def add_sides_by_office(
    document: Document,
    entities: Entities,
    gazetteer: Gazetteer,
    appositions: Appositions,
    people: Mapping[str, KnownPerson],
    sentences: Sequence[MaskedSentence],
) -> None:
    """Set the sides of people with an office and no side, by canonical name, where the text tells them."""
    tokens = entities.context.tokens
    listed = [(found.first, side) for found in entities.context.listed if (side := side_of(found.name))]
    # A country in which something happens is no party for that.
    counts = Counter(side for at, side in listed if tokens.word_before_article(at) != "in")
    parties = {side: count for side, count in counts.items() if side in gazetteer.countries}
    foreign: set[str] = set()
    abroad: set[str] = set()
    for known in people.values():
        if side := known.stated or known.member:
            (abroad if known.titles and all(map(is_envoy, known.titles)) else foreign).add(side)
    named = {side for _, side in listed}
    home = issuer(document, entities, gazetteer, appositions, foreign, _own_offices(people, named), _first(people))
    in_title = {side for at, side in listed if at < entities.context.title_end}
    opposed = counterparts(entities, sentences)
    for _ in range(_ROUNDS):
        inferred: set[str] = set()
        for name, known in people.items():
            if known.side is None and len(addressed := known.addressed & named) == 1:
                known.side = min(addressed)
            if known.side is not None or not known.titles or known.of_body:
                continue
            facing = {side for one in opposed.get(name, ()) if (side := people[one].side)}
            this = home if home in facing or not facing else next(iter(facing)) if len(facing) == 1 else None
            other = _other(this, parties, in_title, abroad)
            for side in (
                None if facing or known.joined in opposed.get(name, ()) else _of_joined(known, people),
                None if home in facing else home,
                _of_few(known.titles, named),
                other,
            ):
                if side and all(may_have(side, title, side in gazetteer.countries) for title in known.titles):
                    known.side, known.by_office = side, True
                    inferred.update({side} & {other})
                    break
        # The party that faces the stated one is the issuer of a text that names no other.
        if home is not None or len(inferred) != 1:
            break
        home = inferred.pop()


def _first(people: Mapping[str, KnownPerson]) -> str | None:
    """Return the stated side of the person named first."""
    return next((known.stated for known in people.values()), None)


def _own_offices(people: Mapping[str, KnownPerson], named: Set[str]) -> Mapping[str, float]:
    """Set the sides of offices that only one government has; return the points of the sides of unowned offices."""
    own: defaultdict[str, float] = defaultdict(float)
    stated = {known.stated for known in people.values()}
    for known in people.values():
        if known.stated or not known.titles:
            continue
        if known.side:
            own[known.side] += _LISTED
        elif side := next((side for title in known.titles if (side := government_of(title))), None):
            known.side = side
            own[side] += _OWN_OFFICE
        elif len(addressed := known.addressed & named) == 1:
            own[min(addressed)] += _SHARED_OFFICE
        elif (shared := _of_few(known.titles, named)) and shared not in stated:
            own[shared] += _SHARED_OFFICE
        elif degree := max(map(american, known.titles)):
            own["United States"] = min(_MOST_BARE, own["United States"] + _BARE_OFFICE * degree)
    return own


def _of_joined(known: KnownPerson, people: Mapping[str, KnownPerson]) -> str | None:
    """Return the side of the person before in a list with another office: `Maltese Prime Minister A and Minister B`."""
    joined = people[known.joined] if known.joined else None
    if joined is None or not (joined.owned or joined.by_office) or joined.titles[-1:] == known.titles[:1]:
        return None
    return joined.side


def _of_few(titles: Sequence[str], named: Set[str]) -> str | None:
    """Return the only government named in a text of the few that have an office."""
    for title in titles:
        possible = governments_of(title) & named
        if len(possible) == 1:
            return next(iter(possible))
    return None


def _other(side: str | None, counts: Mapping[str, int], in_title: set[str], abroad: Set[str]) -> str | None:
    """Return the other party of a text about two, None where it is not plain.

    Countries of envoys (`abroad`) are the other party only where no other country is named.
    """
    if side is None:
        return None
    others = in_title - {side} - abroad
    if len(others) == 1:
        return next(iter(others))
    for left_out in (abroad, frozenset[str]()):
        named = {one: count for one, count in counts.items() if one != side and one not in left_out}
        ranked = Counter(named).most_common(2)
        if ranked and ranked[0][1] >= _OFTEN:
            return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else None
    return None
