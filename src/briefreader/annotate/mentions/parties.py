"""The parties or the owner before the name of a body, event or agreement: inside the name or outside.

Two parties or more stay outside where the rest names a subject (`U.S.-ROK [Mutual Defense Treaty]`) and inside where
only kind and level are left (`[U.S.-Iraq Strategic Dialogue]`). One country is outside as owner (`U.S. [Nuclear Posture
Review]`) and inside as subject (`[Syria Special Envoy Meeting]`); an organization is inside.
"""

from briefreader.annotate.names.document_context import Scene
from briefreader.model import EntityType

# What says only kind, level or rank: beside it, the parties are needed to name an event or agreement.
GENERIC = frozenset(
    "strategic dialogue summit foreign minister ministers ministerial meeting meetings leaders leader leaders' "
    "comprehensive partnership bilateral trilateral joint special annual high level high-level senior officials "
    "official vice deputy consultations forum council commission committee group working talks conference "
    "statement declaration agreement framework global alliance presidential president presidents defense defence "
    "2+2 2 + quadrilateral mechanism roadmap initiative strategy pact compact plan political security national "
    "advisors advisers directors economic and ' s".split()
)
# Forces keep their country; other bodies stand without it.
_KEEPS_COUNTRY = frozenset(
    "Navy Army Force Forces Command Corps Guard Fleet Police Embassy University Bank Company Institute Mission Party "
    "Association Foundation Federation Union Brigade Consulate Academy School Airlines Airways Motors Regiment "
    "Battalion Steel Industries".split()
)
# With `National` these are whole without their country.
_NATIONAL = frozenset("University Bank Company Institute Association Foundation Federation Academy School".split())
_CONTINENTS = frozenset(
    ("Europe", "Africa", "Asia", "Latin America", "Central America", "North America", "South America", "Southeast Asia",
     "South Asia", "Central Asia", "Arab")
)  # fmt: skip
_BARE = frozenset("Agreement Agreements Accord Accords Declaration Treaty Protocol Pact Process Consensus".split())
_DASHES = frozenset("-–—")


def without(scene: Scene, start: int, index: int, last: int, kind: EntityType) -> int:
    """Return the first token of a name once the parties or the owner before it are taken away.

    The name runs over tokens start to last with its head at index.
    """
    tokens = scene.tokens
    at = start
    parties = 0
    nationality = False
    while at < index:
        found = scene.over.get(at)
        if not found or found.first != at or found.last > index or found.name.type not in ("PLACE", "NORP", "ORG"):
            break
        if found.name.type == "PLACE" and found.name.section != "countries" and parties == 0:
            return at
        if found.name.type == "ORG" and parties == 0 and tokens.word(found.last) not in _DASHES:
            return at
        if found.name.type == "NORP" and parties == 0 and found.name.name in _CONTINENTS and kind != "PLACE":
            return at  # `North American Drug Dialogue`, `European Defence Fund`
        parties += 1
        nationality = nationality or found.name.type == "NORP"
        at = found.last
        if tokens.word(at) in _DASHES or (tokens.word(at) in ("and", "&")):
            at += 1
    if not parties:
        return start
    if parties == 1 and kind == "AGREEMENT" and not nationality and last - at == 1 and tokens.words[at] in _BARE:
        return start  # `Barbados Agreement`: signed there
    rest = [word.lower() for word in tokens.words[at:last] if word[0].isalnum()]
    if kind == "PLACE" and tokens.words[index] in ("Region", "Province"):
        return start
    if kind == "ORG":
        whole = tokens.words[at] == "National" and tokens.words[index] in _NATIONAL
        return start if tokens.words[index] in _KEEPS_COUNTRY and parties == 1 and not whole else at
    if parties >= 2:
        return start if all(word in GENERIC for word in rest) else at
    if nationality:
        return at
    if kind == "EVENT":
        owner = tokens.words[start] in ("U.S.", "US")
        return at if owner else start
    return at
