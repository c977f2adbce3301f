"""Offices and ranks with their portfolio, as they stand beside a named person."""

from typing import NamedTuple

from briefreader.annotate.mentions.office_scope import portfolio
from briefreader.annotate.names.document_context import Scene
from briefreader.annotate.text.words import FUNCTION, HONORIFICS, ORDINALS, head_of

_ABBREVIATED = frozenset(
    "Gen Adm Lt Maj Col Capt Cmdr Sgt Sen Rep Gov Amb Sec "
    "Sens Reps VAdm RAdm Brig GEN ADM LTG MG VADM RADM BG COL".split()
)
# Offices by their letters, where a name follows.
_ACRONYMS = frozenset("PM FM NSA VP DPM DFM VFM SG EAM HRVP SecDef DepSec DepSecDef".split())
# These are offices only with another word before or after.
_NEVER_ALONE = frozenset(
    "Deputy Principal Attorney Chief Assistant Officer Associate Delegate "
    "Fellow Aide Lord Head Scientist Economist Surgeon Major Official".split()
)
# Before another capitalized word these only open an office.
_PREFIXES = frozenset("Deputy Principal Assistant Associate".split())


class Office(NamedTuple):
    """An office over tokens first up to, not including, last; `tail` is the token after its split-off tail.

    In `Special Representative for the DPRK Kim` the office ends before `for`, the tail after `DPRK`.
    """

    first: int
    last: int
    tail: int


def find(scene: Scene) -> list[Office]:
    """Return the offices of a text in order, whether or not a person stands beside them."""
    offices: list[Office] = []
    tokens = scene.tokens
    edge = 0
    for index in tokens.such(_heads):
        if index < edge:
            continue
        word = tokens.words[index]
        if word in _ABBREVIATED and tokens.word(index + 1) == "." and tokens.glued(index + 1):
            last = index + 2
            while tokens.word(last) in _ABBREVIATED and tokens.word(last + 1) == ".":
                last += 2
            offices.append(Office(index, last, last))
            edge = last
            continue
        if word in _ACRONYMS and scene.names_word(index + 1) and not scene.is_a(index + 1, "PLACE", "NORP", "ORG"):
            offices.append(Office(index, index + 1, index + 1))
            edge = index + 1
            continue
        if head_of(word) is None or (
            scene.is_a(index, "PERSON") and scene.over[index].last - scene.over[index].first > 1
        ):
            continue
        if word in _PREFIXES and tokens.word(index + 1)[:1].isupper():
            continue
        office = _around(scene, index, edge)
        if office:
            offices.append(office)
            edge = max(office.last, office.tail, index + 1)
    return offices


def _heads(word: str) -> bool:
    """Whether a word may head an office."""
    return word[0].isupper() and (word in _ABBREVIATED or word in _ACRONYMS or head_of(word) is not None)


def _around(scene: Scene, index: int, edge: int) -> Office | None:
    """The office whose head word stands at index: words before it, further heads and slashes, portfolio."""
    tokens = scene.tokens
    first = _left(scene, index, edge)
    last = index + 1
    while True:
        word = tokens.word(last)
        glue = tokens.glued(last)
        if (
            word in ("-", "/")
            and glue
            and (
                head_of(tokens.word(last + 1))
                or tokens.word(last + 1) in ("designate", "elect", "in", "at", "Large", "General")
            )
        ):
            last += 2
        elif word == "/" and tokens.words[last + 1 : last + 4] == ["Vice", "-", "President"]:
            last += 4  # `High Representative/Vice-President`
        elif word == "/" and tokens.word(last + 1)[:1].isupper() and head_of(tokens.word(last + 2)):
            last += 3
        elif (head_of(word) and word not in ("Prince",)) or word in (
            "Sergeant",
            "Master",
            "Marshal",
            "Whip",
            "Leader",
            "Elect",
            "Designate",
        ):
            last += 1
        elif word == "of" and tokens.word(last + 1) in ("Staff", "Mission", "Party"):
            last += 2
        elif word == "d" and tokens.word(last + 1) == "'" and tokens.word(last + 2) == "Affaires":
            last += 3
        elif word == "de" and tokens.word(last + 1) == "Mission":
            last += 2
        else:
            break
    if (
        last - first == 1
        and tokens.words[index] in _NEVER_ALONE
        and (tokens.word(last) not in ("of", "for") and tokens.words[last : last + 2] != ["to", "the"])
    ):
        return None
    end, tail = portfolio(scene, last)
    return Office(first, end, tail)


def _left(scene: Scene, index: int, edge: int) -> int:
    tokens = scene.tokens
    first = index
    while first > edge:
        word = tokens.words[first - 1]
        if word == "-" and tokens.glued(first) and tokens.glued(first - 1) and first - 2 >= edge:
            before = tokens.words[first - 2]
            if not before[0].isupper() or scene.is_a(first - 2, "PLACE", "NORP"):
                break
            first -= 2
            continue
        if word in ("&", "and") and first - 2 >= edge and _is_joined(scene, first - 1):
            first -= 2
            continue
        if word == "Under" and tokens.words[first] == "Secretary":
            first -= 1
            continue
        if not word[0].isupper() or word in FUNCTION or (word.lower() in ORDINALS and word != "First"):
            break
        if word.rstrip(".") in HONORIFICS or not word[0].isalpha():
            break
        found = scene.over.get(first - 1)
        if not found and is_body_by_letters(word) and not tokens.words[first].isupper():
            break
        if (
            found
            and found.name.type in ("PLACE", "NORP", "ORG", "PERSON", "EVENT")
            and word not in ("Treasury", "Defense", "Congress")
        ):
            break
        first -= 1
    return first


def is_body_by_letters(word: str) -> bool:
    """Whether a word before an office is a body's acronym that need stand in no list: `FEMA Administrator`."""
    return len(word) > 2 and word.isalpha() and word.isupper() and word not in _ACRONYMS and word not in _ABBREVIATED


def _is_joined(scene: Scene, joint: int) -> bool:
    """Whether `and` stands inside an office's own words: `Foreign and Commonwealth Secretary`."""
    before = scene.tokens.word(joint - 1)
    return before in (
        "Foreign",
        "Defense",
        "Defence",
        "Trade",
        "Commerce",
        "Economy",
        "Finance",
        "Security",
    ) and not head_of(scene.tokens.word(joint + 1))
