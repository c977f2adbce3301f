"""Names told by their head noun: agreements, events, bodies and places that stand in no list.

A head such as `Treaty` takes the capitalized words before it and its tail (`on the Non-Proliferation of ...`). The
parties before a name stay outside where the rest names a subject (`U.S.-ROK [Mutual Defense Treaty]`) and inside
where only kind and level are left (`[U.S.-Iraq Strategic Dialogue]`).
"""

import re
from typing import NamedTuple

from briefreader.annotate import parties
from briefreader.annotate.dates import MONTHS
from briefreader.annotate.heads import HEADS, kind_of
from briefreader.annotate.portfolios import segment
from briefreader.annotate.scene import Scene
from briefreader.annotate.tokens import BREAK
from briefreader.annotate.words import FIELD, FUNCTION, HEADLINE_VERBS, ORDINALS, head_of
from briefreader.model import EntityType


class Phrase(NamedTuple):
    """A name over tokens first up to, not including, last."""

    first: int
    last: int
    type: EntityType


_TAIL_WORDS: dict[EntityType, frozenset[str]] = {
    "AGREEMENT": frozenset("of on for to against concerning regarding in".split()),
    "EVENT": frozenset("of on for against".split()),
    "ORG": frozenset("of for on against to".split()),
    "PLACE": frozenset("of".split()),
    "PERSON": frozenset(),
}
_NUMBER = re.compile(r"\d{1,4}")
_DASHES = frozenset("-–—")


def find(scene: Scene, people: frozenset[int]) -> list[Phrase]:
    """Return the phrases of a text in order, never overlapping; none goes on over the first token of a person."""
    found: list[Phrase] = []
    edge = 0
    tokens = scene.tokens
    index = 0
    count = len(tokens)
    while index < count:
        word = tokens.words[index]
        phrase = None
        if word[0].isupper():
            kind = HEADS.get(word)
            if word in ("Resolution", "Resolutions", "UNSCR", "UNSCRs"):
                phrase = _resolution(scene, index, edge)
            elif word in ("Exercise", "Operation") and scene.names_word(index + 1):
                phrase = _named(scene, index)
            elif kind:
                phrase = _around(scene, index, kind, edge)
        elif word == "resolutions" or word == "resolution":
            phrase = _resolution(scene, index, edge)
        elif word in ("exercise", "exercises"):
            phrase = _exercise(scene, index, edge)
        if phrase:
            phrase = phrase._replace(
                last=next((at for at in range(index + 1, phrase.last) if at in people), phrase.last)
            )
            found.append(phrase)
            index = edge = max(phrase.last, index + 1)
        else:
            index += 1
    return found


def _resolution(scene: Scene, index: int, edge: int) -> Phrase | None:
    """`UN Security Council Resolutions 2371 and 2375`, `UNSCR 2254`, `Resolution 1701 (2006)`."""
    tokens = scene.tokens
    last = index + 1
    if not _NUMBER.fullmatch(tokens.word(last)):
        return None
    last += 1
    while True:
        if tokens.word(last) == "(" and _NUMBER.fullmatch(tokens.word(last + 1)) and tokens.word(last + 2) == ")":
            last += 3
            continue
        at = last
        while tokens.word(at) in (",", "and", "&"):
            at += 1
        if at > last and _NUMBER.fullmatch(tokens.word(at)):
            last = at + 1
        elif tokens.word(last) == "/" and tokens.word(last + 1).isdigit():
            last += 2
        else:
            break
    first = index
    found = scene.over.get(index - 1)
    if found and found.name.type == "ORG" and found.first >= edge:
        first = found.first
    return Phrase(first, last, "AGREEMENT")


def _exercise(scene: Scene, index: int, edge: int) -> Phrase | None:
    """`exercise Autonomous Warrior 2024`, `the Freedom Edge exercise`: the name without the word."""
    after = _named(scene, index)
    if after and after.last > index + 2:
        return Phrase(index + 1, after.last, "EVENT")
    first = index
    while first > edge and scene.names_word(first - 1) and first > index - 4:
        first -= 1
    if index - first < 2 or any(scene.is_a(at, "PLACE", "ORG", "NORP", "PERSON") for at in range(first, index)):
        return None
    return Phrase(first, index, "EVENT")


def _named(scene: Scene, index: int) -> Phrase | None:
    """`Exercise Eager Lion 16`, `Operation Inherent Resolve`."""
    tokens = scene.tokens
    last = index + 1
    while scene.names_word(last) and not scene.is_a(last, "PLACE", "NORP") and last < index + 5:
        last += 1
    if _NUMBER.fullmatch(tokens.word(last)) and len(tokens.word(last)) in (2, 4):
        last += 1
    return Phrase(index, last, "EVENT") if last > index + 1 else None


def _around(scene: Scene, index: int, kind: EntityType, edge: int) -> Phrase | None:
    tokens = scene.tokens
    head = tokens.words[index]
    covering = scene.over.get(index)
    if covering and covering.last - covering.first > 1 and covering.last > index + 1:
        return _led(scene, index, edge) if covering.first == index else None
    sits = tokens.word(index + 1) in _SITTINGS and head in _SITTING
    if tokens.word(index + 1) in HEADS and not tokens.glued(index + 1) and not sits:
        return None  # the last head of a run decides: `Partnerships Fund`
    if head == "Administration" and not scene.names_word(index - 2) and tokens.words[index - 1] not in FIELD:
        return None  # `the Castro Administration`
    if tokens.slice(index - 1, index + 1) in _DOMESTIC:
        return None
    if head == "Conference" and tokens.words[index - 1] in ("Press", "News"):
        return None
    if index < scene.title_end and head in ("Statement", "Readout"):
        return None  # `Joint Statement on` in a document's own title
    if head in _SEVERAL and index not in scene.over and scene.in_heading(index):
        return None  # `Announces Global Initiatives`
    if index < scene.title_end and head.startswith("Communiqu") and tokens.word(index + 1) in ("of", "on"):
        return None
    if head_of(tokens.word(index + 1)) and kind == "ORG" and head not in ("Ministry", "Department"):
        return None  # `Office Director`: the word belongs to an office
    start = _left(scene, index, edge)
    if tokens.word(start - 1) in _DASHES and scene.is_a(start - 2, "PERSON"):
        return None  # `the Biden-Harris Administration`
    last = _right(scene, index, kind)
    kind = kind_of(head, tokens.words[start:index]) or kind
    if head in ("Statement", "Commitment", "Commitments") and last == index + 1 and not _of_town(scene, start, index):
        return None
    first = parties.without(scene, start, index, last, kind)
    if covering and covering.last - covering.first > 1 and first >= covering.first and last == index + 1:
        return None  # the listed name is as long
    if not _tells(scene, first, index, last, kind) or tokens.slice(first, last) in _COMMON:
        return None
    if head == "Framework" and tokens.words[last : last + 2] in (["for", "an"], ["for", "a"]) and first < index:
        return None  # `U.S.-Vietnam Framework for an Agreement`: a step towards the name that follows
    if kind == "EVENT" and _YEAR.fullmatch(tokens.word(last)) and tokens.word(last - 1) in _DATED:
        last += 1
    return Phrase(first, last, kind)


def _led(scene: Scene, index: int, edge: int) -> Phrase | None:
    """`International Code of Conduct`: a listed name that begins with its head, and the word before it."""
    found = scene.over[index]
    if index < scene.title_end or scene.tokens.word(index - 1) not in _WIDTHS or index - 1 < edge:
        return None
    return Phrase(index - 1, found.last, found.name.type)


def _of_town(scene: Scene, start: int, index: int) -> bool:
    """Whether a statement goes by where it was issued: `Geneva Joint Statement`."""
    found = scene.over.get(start)
    town = found is not None and found.first == start and found.name.section in ("cities", "sites", "regions")
    return town and scene.tokens.words[start + 1 : index] in ([], ["Joint"])


def _tells(scene: Scene, first: int, index: int, last: int, kind: EntityType) -> bool:
    """Whether a phrase says more than its head: a subject, its parties, or enough words; bare generic words do not."""
    words = scene.tokens.words
    own = [word for word in words[first:last] if word[0].isalnum()]
    if last - first == 1 or (first == index and own[1:2] == ["of"] and len(own) == 3 and own[2] in _UNTOLD):
        return False
    if first == index and kind in ("PLACE", "EVENT") and len(own) < 3 and words[index] not in _HEADS_FIRST:
        return False
    owned = first < index and scene.is_a(first, "PLACE", "ORG", "NORP")
    if kind == "EVENT" and not owned and all(word.lower() in _RANKS for word in own):
        return False  # `Trilateral Leaders' Summit`: of whom?
    subject = any(word.lower() not in parties.GENERIC and word != words[index] for word in own)
    return subject or owned or len(own) >= 3 or (kind == "EVENT" and own == ["Strategic", "Dialogue"])


# Programmes of domestic law, which is out.
_DOMESTIC = frozenset(
    ("Rescue Plan", "Jobs Plan", "Families Plan", "Tax Plan", "Budget Plan", "Care Plan", "Presidential Memorandum",
     "Security Memorandum")
)  # fmt: skip
# What is capitalized as a term and names no body.
_COMMON = frozenset(
    ("State Party", "Third Party", "Civil Society", "Public Service", "Community College", "Focal Group",
     "Foreign Service", "Civil Service", "Point Group", "Task Force", "First Party", "Ruling Party", "Opposition Party")
)  # fmt: skip
# Verbs that say what a coalition, fund or initiative is for.
_PURPOSES = frozenset(
    "Combat Counter Defeat Address Fight End Support Promote Prevent Protect Advance Strengthen Eliminate Eradicate "
    "Reduce Stop Improve Build Accelerate Expand Monitor Investigate Implement Tackle Achieve Empower Enhance Ensure "
    "Save Restore Secure Bolster Halt Stem Degrade Disrupt Deter Suppress Conserve Preserve Feed Mobilize Close "
    "Transform Respond Assist Help Study Review Create Develop Facilitate Harmonize Cut Phase Decarbonize Resist "
    "Safeguard Defend Deliver Finance".split()
)
# `Steering Committee Meeting`: the meeting of a series or body stands outside its name.
_SITTINGS = frozenset("Meeting Meetings Session Summit".split())
_SITTING = frozenset(
    "Group Committee Dialogue Council Commission Consultations Talks Assembly Conference Board Parliament Union "
    "Force Forum".split()
)
# `“United We Stand” Summit`: a quoted name goes on in its head.
_OPENING = frozenset('“"')
_CLOSING = frozenset('”"')
# How far an agreement reaches, before its head.
_WIDTHS = frozenset("International Regional Global African European Voluntary Draft Bilateral Joint National".split())
_BEFORE_LINES = frozenset((BREAK, "", ":", ".", "•", ")"))
_NOT_DOING = frozenset("Beijing Nanjing Chongqing Sterling Wyoming Standing Working Steering Planning Founding".split())
# What a text says of a meeting or agreement before its name.
_DESCRIBING = frozenset(
    "Upcoming Historic Strong Ambitious Latest Recent Successful Ongoing Landmark Proposed Previous Next Last "
    "Ever Groundbreaking Renewed Robust Unprecedented".split()
)
# What says only who sits, not about what.
_RANKS = frozenset(
    "trilateral bilateral quadrilateral leaders leader leaders' foreign minister ministers ministerial presidents "
    "presidential president official officials virtual joint summit meeting conference talks dialogue".split()
)
# Plurals that a headline counts rather than names.
_SEVERAL = frozenset("Initiatives Commitments Programs Partnerships Agreements Arrangements Principles".split())
# `Memorandum of Understanding`, `Plan of Action`: forms of which a text speaks without a name.
_UNTOLD = frozenset("Transformation Understanding Cooperation Action Intent Agreement".split())
_DATED = frozenset("Summit Conference Meeting Games Dialogue".split())
_HEADS_FIRST = frozenset("Conference Summit Strait Sea".split())
_YEAR = re.compile(r"(?:19|20)\d\d")


def _left(scene: Scene, index: int, edge: int) -> int:
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


def _right(scene: Scene, index: int, kind: EntityType) -> int:
    """The token after a head's own tail; a tail that is wholly a place or body is left out."""
    tokens = scene.tokens
    last = index + 1
    joints = _TAIL_WORDS.get(kind, frozenset())
    rounds = 0
    if tokens.words[index] in ("Meeting", "Meetings", "Ministerial"):
        return last  # `Ministerial Meeting of the [Small Group]`
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
        if joint in ("in", "to") and rounds == 0 and kind != "AGREEMENT":
            break
        if joint == "in" and whole:
            break
        last = stop
        rounds += 1
    return last
