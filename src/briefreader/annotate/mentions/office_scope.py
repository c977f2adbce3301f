"""What an office is of: its own field, or the places and bodies that are split off it."""

from briefreader.annotate.mentions.dates import MONTHS, WEEKDAYS
from briefreader.annotate.mentions.head_nouns import HEADS
from briefreader.annotate.names.document_context import Scene
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.words import FIELD, FUNCTION, HONORIFICS, head_of

# Offices whose field may follow `on`.
_ON = frozenset("Rapporteur Representative Envoy Adviser Advisor Coordinator".split())
# A tail that begins with one of these is a body's name.
_BODIES = frozenset("Bureau Office Department Ministry Committee Council Agency Commission Directorate".split())
# What ends the name of a body: a tail that does is one.
_BODY_ENDS = frozenset(
    "Center Centre Council Commission Agency Institute Fund Bank Authority Unit Corporation Foundation Assembly Party "
    "University League Court Coalition Board Organization Organisation Association Academy".split()
)
# Whose advisers and assistants are named after them.
_CHIEFS = frozenset("President Minister Chief Secretary Commissioner Chairman Director Governor King Prime".split())
_LONGEST_BODY = 6
# Departments by one word, as in `Departments of State and Defense`.
_SHORT_DEPARTMENTS = frozenset("State Treasury Defense Energy Commerce Justice Labor".split())
_GOVERNMENT = frozenset("countries nationalities".split())


def portfolio(scene: Scene, at: int) -> tuple[int, int]:
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
        at += tokens.word(at) in ("the", "The") or (
            not of_office
            and tokens.word(at - 1) == "for"
            and tokens.word(at) in ("a", "an")
            and tokens.word(at + 1) not in HEADS
        )
        stop = at
        pure = False
        found = scene.over.get(at)
        while found and found.first == at and found.name.section in _GOVERNMENT and scene.is_a(found.last, "ORG"):
            at = found.last  # `of the U.S. Joint Chiefs of Staff`
            found = scene.over.get(at)
        if (
            found
            and found.first == at
            and (found.name.type in ("PLACE", "ORG") or (of_office and found.name.type in ("AGREEMENT", "EVENT")))
            and tokens.word(at) not in _SHORT_DEPARTMENTS
        ):
            stop = found.last
            pure = not _in_field(scene, stop, False)
        if not pure:
            while _in_field(scene, stop, stop == at or not of_office):
                stop += 1
        if stop == at:
            break
        if of_office and not pure and (ends := _body_end(scene, at)):
            stop = ends
            pure = True
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
        elif joint == "the" and not of_office and not pure and tokens.word(stop - 1).endswith("ing"):
            at = stop  # `Conference on Supporting the Future`
        elif joint in ("of", "for", "in") and not pure and tokens.word(stop + 1)[:1].isupper() and pieces < 4:
            at = stop + 1
            if scene.is_a(at, "PLACE", "ORG"):
                break
        else:
            break
        if not _goes_on(scene, at, pure) or (of_office and not pure and not _is_field(scene, at)):
            break
    return (end, whole or body) if pieces else (start, False)


def _body_end(scene: Scene, at: int) -> int | None:
    """The token after a body's name that begins at a token and ends in a body's head, None where none does."""
    words = scene.tokens.words
    end = at
    while end < at + _LONGEST_BODY and scene.names_word(end) and not scene.is_a(end, "PERSON"):
        if end > at and words[end] in _BODY_ENDS:
            return end + 1
        end += 1
    return None


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
        return opening and tokens.word(at - 1) == "the" and word in _CHIEFS
    if word in FIELD or scene.is_a(at, "PLACE", "NORP", "ORG"):
        return word != "General" or opening
    return opening or (tokens.word(at - 1) == "-" and tokens.glued(at))


def _list_goes_on(scene: Scene, at: int) -> bool:
    """Whether after a comma a list of a tail goes on: further pieces and then `and`."""
    tokens = scene.tokens
    if not scene.names_word(at) or _is_office(tokens.word(at)):
        return False
    ahead = at
    while ahead < at + 6 and tokens.word(ahead) not in (BREAK, ".", ";", ""):
        if tokens.word(ahead) in ("and", "&"):
            return scene.names_word(ahead + 1) and not _is_office(tokens.word(ahead + 1))
        if not (tokens.word(ahead)[:1].isupper() or tokens.word(ahead) in (",", "-")):
            return False
        ahead += 1
    return False


def _is_office(word: str) -> bool:
    """Whether a word heads an office and is no department (`Labor, Justice, and Commerce`)."""
    return head_of(word) is not None and word not in _SHORT_DEPARTMENTS


def _goes_on(scene: Scene, at: int, pure: bool) -> bool:
    tokens = scene.tokens
    at += tokens.word(at) in ("the",)
    word = tokens.word(at)
    if not scene.names_word(at) or _is_office(word) or scene.is_a(at, "PERSON", "NORP" if pure else "PERSON"):
        return False
    if scene.is_a(at, "PLACE", "ORG") and not pure and word not in _SHORT_DEPARTMENTS:
        return tokens.word(scene.over[at].last) in FIELD  # `and Pacific Affairs`
    # An office a little further on (`and Defense Minister X`) is another one.
    ahead = at
    while scene.names_word(ahead) and ahead < at + 4:
        if _is_office(tokens.word(ahead)):
            return False
        ahead += 1
    return pure == scene.is_a(at, "PLACE", "ORG") or not pure
