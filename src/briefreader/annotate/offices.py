"""Offices and ranks with their portfolio, as they stand beside a named person."""

from typing import NamedTuple

from briefreader.annotate.dates import MONTHS, WEEKDAYS
from briefreader.annotate.scene import Scene
from briefreader.annotate.tokens import BREAK
from briefreader.annotate.words import FIELD, FUNCTION, HONORIFICS, ORDINALS, head_of

_ABBREVIATED = frozenset(
    "Gen Adm Lt Maj Col Capt Cmdr Sgt Sen Rep Gov Amb Sec "
    "Sens Reps VAdm RAdm Brig GEN ADM LTG MG VADM RADM BG COL".split()
)
# Offices by their letters, where a name follows.
_ACRONYMS = frozenset("PM FM NSA VP DPM DFM VFM SG EAM HRVP SecDef DepSec DepSecDef".split())
# These are offices only with another word before or after.
_NEVER_ALONE = frozenset(
    "Deputy Principal Attorney Chief Assistant Officer Associate Delegate "
    "Fellow Aide Lord Scientist Economist Surgeon Major Official".split()
)
# Before another capitalized word these only open an office.
_PREFIXES = frozenset("Deputy Principal Assistant Associate".split())
# Offices whose field may follow `on`.
_ON = frozenset("Rapporteur Representative Envoy Adviser Advisor Coordinator".split())
# A tail that begins with one of these is a body's name.
_BODIES = frozenset("Bureau Office Department Ministry Committee Council Agency Commission Directorate".split())
_GOVERNMENT = frozenset("countries nationalities".split())


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
    index = 0
    edge = 0
    count = len(tokens)
    while index < count:
        word = tokens.words[index]
        if not word[0].isupper():
            index += 1
            continue
        if word in _ABBREVIATED and tokens.word(index + 1) == "." and tokens.glued(index + 1):
            last = index + 2
            while tokens.word(last) in _ABBREVIATED and tokens.word(last + 1) == ".":
                last += 2
            offices.append(Office(index, last, last))
            index = edge = last
            continue
        if word in _ACRONYMS and scene.names_word(index + 1) and not scene.is_a(index + 1, "PLACE", "NORP", "ORG"):
            offices.append(Office(index, index + 1, index + 1))
            index = edge = index + 1
            continue
        if head_of(word) is None or (
            scene.is_a(index, "PERSON") and scene.over[index].last - scene.over[index].first > 1
        ):
            index += 1
            continue
        if word in _PREFIXES and tokens.word(index + 1)[:1].isupper():
            index += 1
            continue
        office = _around(scene, index, edge)
        if office:
            offices.append(office)
            index = edge = max(office.last, office.tail, index + 1)
        else:
            index += 1
    return offices


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
    if last - first == 1 and tokens.words[index] in _NEVER_ALONE and tokens.word(last) not in ("of", "for"):
        return None
    end, tail = _portfolio(scene, last)
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
        if word in HONORIFICS or not word[0].isalpha():
            break
        found = scene.over.get(first - 1)
        if (
            found
            and found.name.type in ("PLACE", "NORP", "ORG", "PERSON", "EVENT")
            and word not in ("Treasury", "Defense", "Congress")
        ):
            break
        first -= 1
    return first


def _is_joined(scene: Scene, joint: int) -> bool:
    """Whether `and` stands inside an office's own words: `Foreign and Commonwealth Secretary`."""
    before = scene.tokens.word(joint - 1)
    return before in ("Foreign", "Defense", "Defence", "Trade", "Commerce", "Economy", "Finance") and not head_of(
        scene.tokens.word(joint + 1)
    )


def _portfolio(scene: Scene, at: int) -> tuple[int, int]:
    """Return the token after the office with its own portfolio, and the token after a tail that is split off.

    A tail that is wholly the name of a place or body (or a list of them) is split off (`for the DPRK`); one that
    names a field stays (`for Arms Control and International Security`).
    """
    end = tail = at
    tokens = scene.tokens
    while tokens.word(tail) in ("of", "for", "to", "on", "at", "in"):
        if tokens.word(tail) == "on" and tokens.word(at - 1) not in _ON:
            break
        stop, whole = segment(scene, tail + 1)
        if stop == tail + 1:
            break
        if whole or tail > end:
            tail = stop  # once a name is split off, the rest of the tail is outside as well
        elif tokens.word(tail) in ("at", "in"):
            break
        else:
            tail = end = stop
    return end, tail


def segment(scene: Scene, at: int, *, of_office: bool = True) -> tuple[int, bool]:
    """Return the token after the capitalized words of a tail from at, and whether they are wholly places and bodies.

    Lists run on over commas and `and` (`Europe and North America`, `Verification, and Compliance`); they stop before
    an office, a person or a clause. The tail of an office also stops before a word that no field is made of, since a
    person's name follows it.
    """
    tokens = scene.tokens
    start = at
    end = at
    whole = True
    pieces = 0
    body = tokens.word(at + (tokens.word(at) == "the")) in _BODIES
    while True:
        at += tokens.word(at) in ("the", "The")
        stop = at
        pure = False
        found = scene.over.get(at)
        while found and found.first == at and found.name.section in _GOVERNMENT and scene.is_a(found.last, "ORG"):
            at = found.last  # `of the U.S. Joint Chiefs of Staff`
            found = scene.over.get(at)
        if (
            found
            and found.first == at
            and found.name.type in ("PLACE", "ORG")
            and tokens.word(at) not in ("State", "Treasury", "Defense")
        ):
            stop = found.last
            pure = not _in_field(scene, stop, False)
        if not pure:
            while _in_field(scene, stop, stop == at or not of_office):
                stop += 1
        if stop == at:
            break
        whole = whole and pure
        end = stop
        pieces += 1
        joint = tokens.word(stop)
        if joint == ",":
            at = stop + 1
            if tokens.word(at) in ("and", "&"):
                at += 1
            elif not _list_goes_on(scene, at):
                break
        elif joint in ("and", "&"):
            at = stop + 1
            if not of_office and not pure and tokens.word(at) == "the":
                break  # `the Treaty on Outer Space and the ...`: another name
        elif joint in ("of", "for", "in") and not pure and tokens.word(stop + 1)[:1].isupper() and pieces < 4:
            at = stop + 1
            if scene.is_a(at, "PLACE", "ORG"):
                break
        else:
            break
        if not _goes_on(scene, at, pure) or (of_office and not pure and not _is_field(scene, at)):
            break
    return (end, whole or body) if pieces else (start, False)


def _is_field(scene: Scene, at: int) -> bool:
    """Whether a further piece of an office's tail begins with a word that fields are made of."""
    at += scene.tokens.word(at) == "the"
    if scene.is_a(at, "NORP"):
        return scene.tokens.word(scene.over[at].last) in FIELD
    return scene.tokens.word(at) in FIELD or scene.is_a(at, "PLACE", "ORG")


def _in_field(scene: Scene, at: int, opening: bool) -> bool:
    """Whether the token belongs to a field of office: its first word, or one of the words fields are made of."""
    tokens = scene.tokens
    word = tokens.word(at)
    if word == "-" and tokens.glued(at) and tokens.glued(at + 1) and tokens.word(at + 1)[:1].isalpha():
        return not scene.is_a(at - 1, "PERSON")
    if not word[:1].isupper():
        return word.isalpha() and tokens.glued(at) and tokens.word(at - 1) == "-"
    if tokens.word(at - 1) == "-" and tokens.glued(at):
        return True  # `Gender-Based`
    if word in FUNCTION or word in HONORIFICS or word in MONTHS or word in WEEKDAYS or scene.is_a(at, "PERSON"):
        return False
    if head_of(word) and word not in FIELD:
        return opening and tokens.word(at - 1) == "the" and word in ("President", "Minister", "Chief")
    if word in FIELD or scene.is_a(at, "PLACE", "NORP", "ORG"):
        return word != "General" or opening
    return opening or (tokens.word(at - 1) == "-" and tokens.glued(at))


def _list_goes_on(scene: Scene, at: int) -> bool:
    """Whether after a comma a list of a tail goes on: further pieces and then `and`."""
    tokens = scene.tokens
    if not scene.names_word(at) or head_of(tokens.word(at)):
        return False
    ahead = at
    while ahead < at + 6 and tokens.word(ahead) not in (BREAK, ".", ";", ""):
        if tokens.word(ahead) in ("and", "&"):
            return scene.names_word(ahead + 1) and not head_of(tokens.word(ahead + 1))
        if not (tokens.word(ahead)[:1].isupper() or tokens.word(ahead) in (",", "-")):
            return False
        ahead += 1
    return False


def _goes_on(scene: Scene, at: int, pure: bool) -> bool:
    tokens = scene.tokens
    at += tokens.word(at) in ("the",)
    word = tokens.word(at)
    if not scene.names_word(at) or head_of(word) or scene.is_a(at, "PERSON", "NORP" if pure else "PERSON"):
        return False
    if scene.is_a(at, "PLACE", "ORG") and not pure:
        return tokens.word(scene.over[at].last) in FIELD  # `and Pacific Affairs`
    # An office a little further on (`and Defense Minister X`) is another one.
    ahead = at
    while scene.names_word(ahead) and ahead < at + 4:
        if head_of(tokens.word(ahead)):
            return False
        ahead += 1
    return pure == scene.is_a(at, "PLACE", "ORG") or not pure
