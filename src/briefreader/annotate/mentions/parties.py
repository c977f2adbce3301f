"""Decides whether the parties or the owner before a body, event or agreement belong to its name.

Two or more parties belong to a name without a subject (`[U.S.-Iraq Strategic Dialogue]`) and to no other (`U.S.-ROK
[Mutual Defense Treaty]`). One country belongs to a name as its subject (`[Syria Special Envoy Meeting]`) and not as its
owner (`U.S. [Nuclear Posture Review]`). An organization belongs to the name.
"""

from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.words import DASHES
from briefreader.model import EntityType

# A name of these words alone, which say only kind, level or rank, needs its parties.
GENERIC = frozenset(
    "strategic dialogue summit foreign minister ministers ministerial meeting meetings leaders leader leaders' "
    "comprehensive partnership bilateral trilateral joint special annual high level high-level senior officials "
    "official vice deputy consultation consultations forum council commission committee group working talks conference "
    "statement declaration agreement framework global alliance presidential president presidents defense defence "
    "2+2 2 + quadrilateral mechanism roadmap initiative strategy pact compact plan political security national "
    "advisors advisers directors economic and ' s".split()
)
# The country belongs to the names of these bodies and to no others.
_KEEPS_COUNTRY = frozenset(
    "Navy Army Force Forces Command Corps Guard Fleet Police College University Bank Company Institute Mission Party "
    "Association Foundation Federation Union Brigade Academy School Airlines Airways Motors Regiment "
    "Battalion Steel Industries Chamber Corporation Society Rangers Airline Petroleum Telecom Exchange Chambers "
    "Limited Ltd Plc PLC Berhad Bhd".split()
)
# The name of a country or people, but no acronym, also belongs to these: `Kenya Revenue Authority`.
_KEEPS_NOUN = frozenset(
    "Commission Group Front Authority Board Agency Bureau Centre Center Service Services Trust Fund Network".split()
)
# It belongs to `Kenya Police Service` and `Fiji Trade Council`.
_KEEPS_COUNTRY_BEFORE = frozenset("Police Guard Business Chamber".split())
# With `National` these need no country.
_NATIONAL = frozenset("University Bank Company Institute Association Foundation Federation Academy School".split())
# With only these besides, a body of two or more parties is not named without them: `UK-Ghana Joint Commission`.
_KINDS = GENERIC | frozenset(
    "supreme higher permanent mixed intergovernmental inter governmental interministerial binational bi biennial "
    "business roundtable agenda programme program charter vision treaty convention compact institute centre center "
    "association society foundation fund union chamber board friendship annual regular office coordination cooperation "
    "retreat vice-ministerial action ceo ceos of on for the".split()
)
_CONTINENTS = frozenset(
    ("Europe", "Africa", "Asia", "Latin America", "Central America", "North America", "South America", "Southeast Asia",
     "South Asia", "Central Asia", "Arab", "Eurasia", "Oceania", "Middle East", "East Asia", "Northeast Asia",
     "West Asia", "West Africa", "East Africa", "Southern Africa", "North Africa", "Caribbean", "Pacific Islands",
     "Balkans", "Scandinavia", "Central Europe", "Eastern Europe", "Ibero-American", "Pan-African", "Turkic", "Sahel")
)  # fmt: skip
# After `on` and `for` these alone name no subject: `UK-Ghana Joint Commission on Bilateral Cooperation`.
_SUBJECTS = frozenset("on for bilateral mutual cooperation and".split())
_TRADE = (["free", "trade", "agreement"], ["free", "trade", "area"], ["preferential", "trade", "agreement"])
_JOINTS = DASHES | {"and", "&", "/"}
_BARE = frozenset("Agreement Agreements Accord Accords Declaration Treaty Protocol Pact Process Consensus".split())


def _has_acronym(context: DocumentContext, first: int, last: int) -> bool:
    """Return whether the text defines an acronym of these words alone: `Foreign Office Consultations (FOC)`."""
    words = context.tokens.words[first:last]
    return any(context.tokens.words[each.first : each.last] == words for each in context.definitions)


def without_parties(context: DocumentContext, start: int, index: int, last: int, kind: EntityType) -> int:
    """Return the first token of a name without the parties or the owner that do not belong to it.

    The name runs from token start to the token before last and has its head noun at index.
    """
    tokens = context.tokens
    at = start
    parties = 0
    nationality = False
    while at < index:
        found = context.listed_at.get(at)
        if not found or found.first != at or found.last > index or found.type not in ("PLACE", "NORP", "ORG"):
            break
        if parties and found.type == "ORG" and tokens.words[at - 1] not in _JOINTS:
            break  # `Fiji-India Foreign Office Consultations`
        if found.type == "PLACE" and found.name.section != "countries" and parties == 0:
            return at
        if found.type == "ORG" and parties == 0 and tokens.word(found.last) not in DASHES:
            return at
        if found.type == "NORP" and parties == 0 and found.name.name in _CONTINENTS and kind != "PLACE":
            return at  # `North American Drug Dialogue`, `European Defence Fund`
        parties += 1
        nationality = nationality or found.type == "NORP"
        at = found.last
        if tokens.word(at) in _JOINTS:
            at += 1
    if not parties:
        return start
    if parties == 1 and kind == "AGREEMENT" and not nationality and last - at == 1 and tokens.words[at] in _BARE:
        return start  # `Barbados Agreement` is named after the place of signature
    rest = [word.lower() for word in tokens.words[at:last] if word[0].isalpha()]
    if _has_acronym(context, start, last):
        return start  # the acronym counts the parties
    if _has_acronym(context, at, last):
        return at
    if kind == "PLACE" and tokens.words[index] in ("Region", "Province"):
        return start
    if parties >= 2 and rest in _TRADE:
        return start
    if kind == "ORG" and parties >= 2 and all(word in _KINDS for word in rest):
        return start
    if kind == "ORG":
        whole = tokens.words[at] == "National" and tokens.words[index] in _NATIONAL
        keeps = tokens.words[index] in _KEEPS_COUNTRY or tokens.words[index - 1] in _KEEPS_COUNTRY_BEFORE
        noun = tokens.words[index] in _KEEPS_NOUN and tokens.words[start][1:].islower()
        return start if (keeps or noun) and parties == 1 and not whole else at
    if parties >= 2:
        subject = rest[rest.index("for") :] if "for" in rest else rest[rest.index("on") :] if "on" in rest else []
        return start if all(word in _KINDS for word in rest) and _SUBJECTS.issuperset(subject) else at
    if nationality:
        return at
    if kind == "EVENT":
        owner = tokens.words[start] in ("U.S.", "US")
        return at if owner else start
    return at
