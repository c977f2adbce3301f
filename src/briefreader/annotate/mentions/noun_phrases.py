"""Names told by their head noun: agreements, events, bodies and places that stand in no list.

A head such as `Treaty` takes the capitalized words before it and its tail (`on the Non-Proliferation of ...`). The
parties before a name stay outside where the rest names a subject (`U.S.-ROK [Mutual Defense Treaty]`) and inside
where only kind and level are left (`[U.S.-Iraq Strategic Dialogue]`).
"""

import re
from typing import NamedTuple

from briefreader.annotate.mentions import parties
from briefreader.annotate.mentions.head_nouns import HEADS, kind_of
from briefreader.annotate.mentions.span_boundaries import left, right
from briefreader.annotate.names.document_context import Scene
from briefreader.annotate.text.words import FIELD, head_of
from briefreader.model import EntityType


class Phrase(NamedTuple):
    """A name over tokens first up to, not including, last."""

    first: int
    last: int
    type: EntityType


# Heads in small letters, before which a programme's name stands.
_PROGRAMMES = frozenset("program programme initiative project scheme".split())
_EXERCISES = frozenset(("exercise", "exercises"))
_RESOLUTIONS = frozenset("Resolution Resolutions UNSCR UNSCRs resolution resolutions".split())
_SOUGHT = frozenset(HEADS) | _PROGRAMMES | _EXERCISES | _RESOLUTIONS | {"Exercise", "Operation"}
_NUMBER = re.compile(r"\d{1,4}")
_DASHES = frozenset("-–—")


def find(scene: Scene, people: frozenset[int]) -> list[Phrase]:
    """Return the phrases of a text in order, never overlapping; none goes on over the first token of a person."""
    found: list[Phrase] = []
    edge = 0
    for index in scene.tokens.among(_SOUGHT):
        phrase = _at(scene, index, edge) if index >= edge else None
        if phrase:
            phrase = phrase._replace(
                last=next((at for at in range(index + 1, phrase.last) if at in people), phrase.last)
            )
            found.append(phrase)
            edge = max(phrase.last, index + 1)
    return found


def _at(scene: Scene, index: int, edge: int) -> Phrase | None:
    """The phrase that a word may head; it begins no earlier than at the edge."""
    word = scene.tokens.words[index]
    if word in _RESOLUTIONS:
        return _resolution(scene, index, edge)
    if word in _PROGRAMMES:
        return _programme(scene, index, edge)
    if word in _EXERCISES:
        return _exercise(scene, index, edge)
    if word in ("Exercise", "Operation") and scene.names_word(index + 1):
        return _named(scene, index)
    return _around(scene, index, HEADS[word], edge) if word in HEADS else None


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


def _programme(scene: Scene, index: int, edge: int) -> Phrase | None:
    """`the Sports Visitor program`: the name without the word."""
    first = index
    while (
        first > edge and scene.names_word(first - 1) and not scene.is_a(first - 1, "ORG", "PERSON", "WEAPON", "EVENT")
    ):
        first -= 1
    while first < index and scene.is_a(first, "PLACE", "NORP"):
        first = scene.over[first].last
    words = scene.tokens.words[first:index]
    if len(words) < 2 or any(word in HEADS or head_of(word) for word in words):
        return None
    return Phrase(first, index, "AGREEMENT")


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
    if covering and covering.name.type == "ORG" and covering.last - covering.first > 1 and covering.first < index:
        return None  # `Senior State Department`, `European Commission on`: the listed name is whole
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
    start = left(scene, index, edge)
    if head == "War" and start == index:
        return None  # `War of Aggression`: what kind of war, not which
    if tokens.word(start - 1) in _DASHES and scene.is_a(start - 2, "PERSON"):
        return None  # `the Biden-Harris Administration`
    last = right(scene, index, kind)
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
    if last - first == 1:
        return False
    if first == index and own[1:2] == ["of"] and len(own) == 3 and own[2] in _UNTOLD:
        return any(bracket.last == last for bracket in scene.brackets)
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
     "Foreign Service", "Civil Service", "Point Group", "Task Force",
     "International Conference", "Emerging Technologies", "Critical Technologies",
     "First Party", "Ruling Party", "Opposition Party")
)  # fmt: skip
# `Steering Committee Meeting`: the meeting of a series or body stands outside its name.
_SITTINGS = frozenset("Meeting Meetings Session Summit".split())
_SITTING = frozenset(
    "Group Committee Dialogue Council Commission Consultations Talks Assembly Conference Board Parliament Union "
    "Force Forum".split()
)
# How far an agreement reaches, before its head.
_WIDTHS = frozenset("International Regional Global African European Voluntary Draft Bilateral Joint National".split())
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
