"""Where a name told by its head begins and ends."""

from briefreader.annotate.mentions.dates import MONTHS
from briefreader.annotate.mentions.office_scope import segment
from briefreader.annotate.names.document_context import Scene
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.words import FUNCTION, HEADLINE_VERBS, ORDINALS, head_of
from briefreader.model import EntityType

_DASHES = frozenset("-–—")
_TAIL_WORDS: dict[EntityType, frozenset[str]] = {
    "AGREEMENT": frozenset("of on for to against concerning regarding in".split()),
    "EVENT": frozenset("of on for against".split()),
    "ORG": frozenset("of for on against to".split()),
    "PLACE": frozenset("of".split()),
    "PERSON": frozenset(),
}
# Verbs that say what a coalition, fund or initiative is for.
_PURPOSES = frozenset(
    "Combat Counter Defeat Address Fight End Support Promote Prevent Protect Advance Strengthen Eliminate Eradicate "
    "Reduce Stop Improve Build Accelerate Expand Monitor Investigate Implement Tackle Achieve Empower Enhance Ensure "
    "Save Restore Secure Bolster Halt Stem Degrade Disrupt Deter Suppress Conserve Preserve Feed Mobilize Close "
    "Transform Respond Assist Help Study Review Create Develop Facilitate Harmonize Cut Phase Decarbonize Resist "
    "Safeguard Defend Deliver Finance".split()
)
# Bodies that have no name but that of their place: `University of Tulsa`.
_OF_A_PLACE = frozenset("University Bank College Diocese Archdiocese".split())
# `“United We Stand” Summit`: a quoted name goes on in its head.
_OPENING = frozenset('“"')
_CLOSING = frozenset('”"')
_BEFORE_LINES = frozenset((BREAK, "", ":", ".", "•", ")"))
_NOT_DOING = frozenset("Beijing Nanjing Chongqing Sterling Wyoming Standing Working Steering Planning Founding".split())
# What a text says of a meeting or agreement before its name.
_DESCRIBING = frozenset(
    "Upcoming Historic Strong Ambitious Latest Recent Successful Ongoing Landmark Proposed Previous Next Last "
    "Ever Groundbreaking Renewed Robust Unprecedented".split()
)


def left(scene: Scene, index: int, edge: int) -> int:
    """The first token of the capitalized words before a head, joined by hyphens, possessives, `&` and `and`."""
    tokens = scene.tokens
    first = index
    while first > edge:
        word = tokens.words[first - 1]
        found = scene.over.get(first - 1)
        if (
            found
            and found.first >= edge
            and found.last == first > found.first + 1
            and found.name.type in ("PLACE", "ORG")
        ):
            first = found.first  # `Republic of Korea Trilateral ...`
            continue
        if word in _CLOSING and first == index:
            opened = next(
                (at for at in range(first - 2, max(edge, first - 9) - 1, -1) if tokens.words[at] in _OPENING), 0
            )
            return opened if opened and tokens.words[opened + 1][0].isupper() else first
        if word.endswith("ing") and tokens.word(first - 2) in _BEFORE_LINES and word not in _NOT_DOING:
            break  # `Promoting Digital Trade Principles`
        if word in HEADLINE_VERBS or word in _DESCRIBING or word in MONTHS or word in ("Anniversary", "Annual"):
            break
        if (
            word in _DASHES
            and first - 2 >= edge
            and not scene.is_a(first - 2, "PERSON")
            and (tokens.words[first - 2][0].isupper() or tokens.words[first - 2] == ".")
        ):
            first -= 2
            continue
        if word.isdigit() and tokens.glued(first - 1) and tokens.word(first - 2) == "-" and first - 3 >= edge:
            first -= 3  # `COVID-19 Summit`
            continue
        if word in ("'s", "'") and tokens.glued(first - 1) and first - 2 >= edge and scene.names_word(first - 2):
            if scene.is_a(first - 2, "PLACE", "PERSON", "ORG") or (
                word == "'s" and not _owns_meetings(tokens.words[first - 2])
            ):
                break
            first -= 2
            continue
        if word in ("and", "&") and first - 2 >= edge and _joins(scene, first):
            first -= 2
            continue
        if word == "+" and first - 2 >= edge and tokens.words[first - 2].isdigit():
            first -= 2
            continue
        if not (scene.names_word(first - 1) or (word.isdigit() and tokens.word(first - 2) == "+")):
            break
        if (
            (word.lower() in ORDINALS and tokens.words[first] not in ("Country", "Party"))
            or scene.is_a(first - 1, "PERSON")
            or (head_of(word) and word not in _LEVELS)
        ):
            break
        first -= 1
    return first


# Offices that stand in the name of a meeting of their holders.
_LEVELS = frozenset("Ministers Minister Representatives General Advisors Directors Deputy Chiefs".split())


def _owns_meetings(word: str) -> bool:
    return word.lower().startswith(("minister", "leader", "president", "people", "women", "speaker"))


def _joins(scene: Scene, first: int) -> bool:
    """Whether `and` before token first joins words of one name (`Science and Technology Agreement`)."""
    before = scene.tokens.words[first - 2]
    if not before[0].isupper() or before in FUNCTION or head_of(before):
        return False
    over = scene.over.get(first - 2)
    after = scene.over.get(first)
    if over and over.name.type not in ("NORP",):
        return False
    return not (after and after.name.type in ("PLACE", "PERSON", "ORG", "NORP"))


def _are_parties(scene: Scene, index: int) -> bool:
    """Whether two countries or bodies joined by a hyphen begin at a token."""
    found = scene.over.get(index)
    return (
        found is not None
        and found.first == index
        and scene.tokens.word(found.last) in _DASHES
        and scene.is_a(found.last + 1, "PLACE", "ORG")
    )


def right(scene: Scene, index: int, kind: EntityType) -> int:
    """The token after a head's own tail; a tail that is wholly a place or body is left out."""
    tokens = scene.tokens
    last = index + 1
    joints = _TAIL_WORDS.get(kind, frozenset())
    rounds = 0
    if tokens.words[index] in ("Meeting", "Meetings", "Ministerial"):
        return last  # `Ministerial Meeting of the [Small Group]`
    if tokens.words[index] in _OF_A_PLACE and tokens.word(last) == "of" and scene.is_a(last + 1, "PLACE"):
        last = scene.over[last + 1].last
        return last + 2 if tokens.word(last) == "at" and scene.names_word(last + 1) else last
    while tokens.word(last).lower() in joints and rounds < 3:
        joint = tokens.word(last).lower()
        stop, whole = segment(scene, last + 1, of_office=False)
        if stop == last + 1:
            break
        if joint == "for" and kind == "AGREEMENT" and _are_parties(scene, last + 1):
            break  # `Framework for [U.S.]-[Guatemala] [Agreement on ...]`
        if joint == "to" and tokens.word(last + 1) in _PURPOSES:
            if index < scene.title_end and not scene.says_again(index, stop):
                break  # `Announces Initiatives to Bolster`: a headline's verb
            last = stop  # `Coalition to Address ...`, `Initiative to Combat ...`: what it is for
            rounds += 1
            continue
        if whole and joint not in ("on", "concerning", "regarding", "against") and kind != "PLACE":
            break
        if joint == "on" and tokens.words[stop - 1] in ("Day", "Anniversary"):
            break  # `... Partnership on World Press Freedom Day`: when
        if joint in ("in", "to") and kind != "AGREEMENT":
            break
        if joint == "in" and whole:
            break
        last = stop
        rounds += 1
    return last
