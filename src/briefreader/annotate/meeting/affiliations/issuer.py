"""Finds the country or body whose office issued a text, from its address, letterhead, dateline and own officials."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set

from briefreader.annotate.meeting.affiliations.appositions import Appositions
from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.names.bodies_as_sides import side_of
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.gazetteer import Gazetteer
from briefreader.annotate.names.issuing_sites import owner_of
from briefreader.annotate.text.tokens import BREAK, Tokens, tokenize
from briefreader.annotate.text.words import office_head
from briefreader.model import Document

# Points for each kind of evidence. The first kinds decide alone; a country that only recurs does not.
_LETTERHEAD, _DATELINE, _VISITED = 4.0, 2.0, 2.0
_FOREIGN, _FOREIGN_OFFICE = -3.0, -1.5
_FIRST = 1.0
_DASHES = (["-"], ["–"])
_RECURS = 3.0
_ENOUGH, _AHEAD = 1.5, 1.0
_HEAD_TOKENS = 90
_DATELINE_TOKENS = 14
_TAIL_TOKENS = 25
# Officials of all countries write from the seats of international organizations.
_OF_NATIONS = frozenset(
    ("New York", "New York City", "Geneva", "Brussels", "Vienna", "The Hague", "Strasbourg", "Davos", "Addis Ababa")
)
_ISSUED = frozenset("Release From Source by Statement Issued".split())
_TO_HOSTS = frozenset("to in visiting visited".split())
_OFFICE_REACH = 4
_REACH = 10
# A country named so often, and twice as often as the next that is not foreign, is the issuer's.
_LEADS = 4
# Without a foreign country it is named so many times as often as the next.
_ALONE = 4
_MINISTRY = frozenset("Ministry MFA MoFA MOFA Secretariat Palace House Chancellery".split())
_ENDS_CLAUSE = frozenset((".", ";", "with", "met", "and"))
_MINISTRY_REACH = 9
_VISITS = frozenset("visit arrived arrive arrives visiting trip tour".split())
_ENVOY_REACH = 5
_ENVOYS = frozenset("Ambassador Ambassadors Commissioner Commissioners".split())


def issuer(
    document: Document,
    entities: Entities,
    gazetteer: Gazetteer,
    appositions: Appositions,
    foreign: Set[str],
    own: Mapping[str, float],
    first: str | None,
) -> str | None:
    """Return the country or body whose office issued a text, None where the evidence does not tell it.

    `foreign` holds the sides that the text states for people; `own` the points of the sides of people and offices that
    stand without a country; `first` is the side of the person named first.
    """
    if owner := owner_of(document.url, gazetteer.country_of_domain):
        return side_of(gazetteer.countries.get(owner)) or owner
    if document.source and (named := _named(document.source, gazetteer)):
        return named
    points: defaultdict[str, float] = defaultdict(float, own)
    _add_frame(points, entities, appositions)
    for side in foreign:
        points[side] += _FOREIGN
    for side in _foreign_offices(entities, appositions) - foreign:
        points[side] += _FOREIGN_OFFICE
    receiving = _add_mentions(points, entities, foreign)
    host = first if first in receiving and len(foreign) == 2 else None
    ranked = sorted(((side, value) for side, value in points.items() if value > 0), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _ENOUGH:
        return host  # the first one, to whose country an envoy of the other is sent
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _AHEAD:
        return host
    return ranked[0][0]


def _named(source: str, gazetteer: Gazetteer) -> str | None:
    """Return the only side that the name of a source contains: `Ministry of Foreign Affairs of Japan`."""
    found = {side for span in gazetteer.find(tokenize(source)) if (side := side_of(span.name))}
    return found.pop() if len(found) == 1 else None


def _add_frame(points: defaultdict[str, float], entities: Entities, appositions: Appositions) -> None:
    """Add points for bodies of a government at the head and end of a text, and for the town of a dateline."""
    tokens = entities.context.tokens
    body = entities.context.title_end
    last = len(tokens) - _TAIL_TOKENS
    dated = {index for span in entities.dates for index in range(span.first, span.last)}
    for index, item in enumerate(entities.candidates):
        head = item.first < body + _HEAD_TOKENS
        tail = item.first >= last
        if not head and not tail:
            continue
        after = tokens.word(item.last)
        starts = _starts_line(tokens, item.first, dated)
        introduced = tokens.word(item.first - 1) == ":" and not _ISSUED.isdisjoint(
            tokens.words[max(0, item.first - 4) : item.first]
        )
        introduced = introduced or tokens.words[max(0, item.first - 2) : item.first] == ["(", "Source"]
        closes = after in (BREAK, "", ")", ".", ",", ":", "–", "of") or introduced
        if item.type == "ORG" and (starts or introduced) and closes and item.first >= body:
            side = appositions.side(index)
            if side is None and after in ("of", ","):
                side = appositions.side(index + 1)
            if side:
                points[side] += _LETTERHEAD
        if (
            item.type in ("PLACE", "NORP")
            and ((starts and after == ":") or introduced)
            and (side := appositions.side(index))
        ):
            points[side] += _LETTERHEAD  # `Malta: Minister receives ...`, `Press Release: Maltese Government`
        before = tokens.words[max(0, item.first - 3) : item.first]
        if item.first < body and "behalf" in before and (side := appositions.side(index)):
            points[side] += _LETTERHEAD  # `Statement on behalf of Malta`
        country = item.name.fact("country") if item.name and item.name.section == "cities" else None
        if country and _in_own_ministry(tokens, item.first):
            points[country] += _DATELINE  # `at the Foreign Ministry in Valletta`
        if (
            item.type != "PLACE"
            or country is None
            or item.first < body
            or (item.name and item.name.name in _OF_NATIONS)
        ):
            continue
        closed = after in (",", ":", "–", "-", "—", "|", "(", BREAK) or (
            after == "." and tokens.words[item.first].isupper()
        )
        opens = head and item.first < body + _DATELINE_TOKENS and closed
        if (starts and opens) or (tail and after in (BREAK, "", ",") and tokens.word(item.first - 1) in (BREAK, ",")):
            points[country] += _DATELINE


def _in_own_ministry(tokens: Tokens, at: int) -> bool:
    """Return whether a town is that of a ministry which needs no country: `at the MFA headquarters in Valletta`."""
    if tokens.word(at - 1) not in ("in", ","):
        return False
    before = tokens.words[max(0, at - _MINISTRY_REACH) : at - 1]
    ministry = next((index for index in range(len(before) - 1, -1, -1) if before[index] in _MINISTRY), None)
    if ministry is None or not _ENDS_CLAUSE.isdisjoint(before[ministry:]):
        return False
    return any(before[index : index + 2] == ["at", "the"] for index in range(ministry))


def _starts_line(tokens: Tokens, at: int, dated: Set[int]) -> bool:
    """Return whether only the tokens of dates (`dated`) and signs stand between the start of a line and a token."""
    at -= 1
    while at >= 0 and (at in dated or tokens.words[at] in (",", "–", "-", "—", "(", ")", "|")):
        at -= 1
    return at < 0 or tokens.words[at] == BREAK


def _foreign_offices(entities: Entities, appositions: Appositions) -> set[str]:
    """Return the sides whose nationality stands before an office without a name: `the Maltese Foreign Minister`."""
    tokens = entities.context.tokens
    found = set()
    for index, item in enumerate(entities.candidates):
        if item.type not in ("NORP", "PLACE"):
            continue
        ahead = tokens.words[item.last : item.last + _OFFICE_REACH]
        head = next((at for at, word in enumerate(ahead) if office_head(word.capitalize())), None)
        if head is not None and all(word.isalpha() for word in ahead[: head + 1]) and (side := appositions.side(index)):
            found.add(side)
    return found


def _sides_before(context: DocumentContext, at: int) -> set[str]:
    """Return the countries shortly before a place: the one whose ambassador is sent there."""
    names = (context.name_at(index) for index in range(max(0, at - _ENVOY_REACH), at))
    return {
        side for name in names if name and name.section in ("countries", "nationalities") and (side := side_of(name))
    }


def _add_mentions(points: defaultdict[str, float], entities: Entities, foreign: Set[str]) -> set[str]:
    """Add points for countries that recur, and for those that foreign visitors and ambassadors come to.

    A country that recurs is the issuer only beside a foreign one; one that own officials go to is not. Returns the
    countries to which envoys are sent.
    """
    context = entities.context
    words = context.tokens.words
    counts: Counter[str] = Counter()
    hosts: set[str] = set()
    receiving: set[str] = set()
    sent: set[str] = set()
    pairs: set[str] = set()
    for found in entities.context.listed:
        side = side_of(found.name)
        if side is None:
            side = found.name.fact("country") if found.name.section == "cities" else None
            if side is None:
                continue
        else:
            counts[side] += 1
            if words[found.last : found.last + 1] in _DASHES and context.name_at(found.last + 1):
                pairs.add(side)
        before = words[max(0, found.first - _REACH) : found.first]
        preposition = context.tokens.word_before_article(found.first)
        if preposition not in _TO_HOSTS or (preposition == "in" and found.name.section == "cities"):
            continue
        if "accredited" in before or not _ENVOYS.isdisjoint(before):
            receiving.add(side)
            sent |= {other for other in _sides_before(context, found.first) if other not in foreign}
        elif not _VISITS.isdisjoint(before):
            hosts.add(side)
    if len(pairs) == 1:
        points[pairs.pop()] += _FIRST  # an issuer puts itself first: `Malta-Peru consultations`
    for side in hosts:
        points[side] += (_VISITED if foreign - {side} else -2 * _VISITED) / len(hosts)
    if len(sent) == 1 and receiving <= foreign:
        points[sent.pop()] += _VISITED - _FOREIGN_OFFICE  # `the Maltese Ambassador to Peru also attended`
    for side in receiving - foreign:
        points[side] += _VISITED / len(receiving)
    total = sum(counts.values())
    others = foreign | {side for side, value in points.items() if value < 0}
    ranked = Counter({side: count for side, count in counts.items() if side not in others}).most_common(2)
    first, second = ([*ranked, ("", 0), ("", 0)])[:2]
    ahead = first[1] >= 2 * second[1] if others or points[first[0]] > 0 else first[1] >= _ALONE * second[1]
    leads = ahead and first[1] >= _LEADS - bool(others)
    for side, count in counts.items():
        if leads and side == first[0]:
            points[side] += max(_ENOUGH, _RECURS * count / total)
        elif count > 1 and (others - {side} or points[side] > 0):
            points[side] += _RECURS * count / total
    return receiving
