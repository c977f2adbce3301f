"""Names of people by their shape: given names, particles, initials, suffixes, in either order."""

from briefreader.annotate.names.document_context import Scene
from briefreader.annotate.names.given_names import GIVEN_NAMES
from briefreader.annotate.text.words import FIELD, FUNCTION, HEADLINE, HONORIFICS, PARTICLES, SUFFIXES, head_of

_MOST_WORDS = 6
_MOST_HONORIFICS = 4
# Surnames among the words that head an office.
_SURNAMES = frozenset(
    "Law Power Parks Small King Major Bishop Pope Judge Marshal Earl Duke Baron Cardinal Speaker Fellow Mayor".split()
)
# Names of peoples that people bear.
_ALSO_GIVEN = frozenset("Christian German Roman Norman".split())
# Words of offices, bodies and headings that stand in no name, though an office may stand before them.
_NEVER = frozenset(
    "Vice Prime First Second Part Committee Council Department Departments Agencies Subcommittee Judiciary Court "
    "Ministry Office Members Member Group Bureau Embassy Embassies Consulate Mission Board Authority Commission Task "
    "Association Alliance Federation Caucus Institution University College School Center Centre Valley County "
    "District Circuit Division Section System Service Initiative Initiatives Program Programs Project Fund Grants "
    "Endowment Advisory Interagency Executive Order Orders Provisions Schedule Review Equity Assistance Violence Tool "
    "Screening Extraordinary Emeritus Emerita Tempore Performing Previewing Honoring Working Medal Lady Counsel "
    "Manager Advocate ET EST EDT".split()
)


def skip_honorifics(scene: Scene, index: int) -> int:
    """Return the first token at or after index that is no form of address."""
    tokens = scene.tokens
    if tokens.word(index) == "the" and tokens.word(index + 1).startswith("Hon"):
        index += 1
    for _ in range(_MOST_HONORIFICS):
        if tokens.word(index).rstrip(".") not in HONORIFICS:
            break
        index += 1 + (tokens.word(index + 1) == "." and tokens.glued(index + 1))
    return index


def name_end(scene: Scene, index: int, *, strict: bool = False) -> int:
    """Return the token after the person's name that begins at index, index itself where none does.

    With `strict` the name needs two words or more, none of them a listed place or body: for names that no office or
    form of address announces.
    """
    tokens = scene.tokens
    known = scene.over.get(index)
    if known and known.first == index and known.name.type == "PERSON" and known.last - index > 1:
        if scene.tokens.word(known.last) in PARTICLES and scene.tokens.word(known.last)[0].isupper():
            return _suffixed(scene, max(known.last, _word_end(scene, known.last, first=False, strict=True)))
        return _suffixed(scene, known.last + _has_second_surname(scene, known.last))
    at = index
    count = 0
    while count < _MOST_WORDS:
        after = _word_end(scene, at, first=count == 0, strict=strict)
        if after == at:
            break
        at = after
        count += 1
    while at > index and tokens.word(at - 1) in PARTICLES and not tokens.glued(at - 1):
        at -= 1  # a particle never ends a name
        count -= 1
    if count == 0 or (
        strict and (count < 2 or (tokens.word(at - 1) in FIELD and tokens.word(at - 1) not in _SURNAMES))
    ):
        return index
    return _suffixed(scene, at)


def _has_second_surname(scene: Scene, at: int) -> bool:
    """Whether a listed name goes on in one more word that the sentence closes: `Alicia Bárcena Ibarra, ...`."""
    word = scene.tokens.word(at)
    plain = scene.names_word(at) and at not in scene.over and not head_of(word)
    return plain and word not in HEADLINE and word not in FIELD and scene.tokens.word(at + 1) in (",", ";", ")")


def _word_end(scene: Scene, at: int, *, first: bool, strict: bool) -> int:
    """The token after one word of a name (`Eui-yong`, `J.`, `al-Abadi`, `O'Brien`, `bin`), at itself if it is none."""
    tokens = scene.tokens
    word = tokens.word(at)
    if not word or not (word[0].isalpha()):
        return at
    if word in PARTICLES:
        after = tokens.word(at + 1)
        if after in ("-", "'") and tokens.glued(at + 1):
            return _compound_end(scene, at) if tokens.word(at + 2)[:1].isalpha() else at
        if first and word[0].islower() and not (after[:1].isupper()):
            return at
        if word[0].islower() and not (after[:1].isupper() or after in PARTICLES):
            return at
        if not first or after[:1].isupper():
            return at + 1
        return at
    initial = word in ("A", "I") and not first and tokens.word(at + 1) == "." and tokens.glued(at + 1)
    if (
        not word[0].isupper()
        or (word in FUNCTION and not initial)
        or (not first and word in HEADLINE)
        or word in SUFFIXES
    ):
        return at
    if word in _NEVER or (head_of(word) and (first or word not in _SURNAMES)):
        return at
    found = scene.over.get(at)
    if found is not None and _blocks(scene, at, first=first, strict=strict):
        return at
    if len(word) == 1 or (len(word) <= 4 and "." in word):
        if tokens.word(at + 1) == "." and tokens.glued(at + 1):
            return at + 2
        return at + 1 if "." in word or not first else at
    return _compound_end(scene, at)


def _blocks(scene: Scene, at: int, *, first: bool, strict: bool) -> bool:
    """Whether the listed name at a token shows that no person's name goes on here."""
    found = scene.over[at]
    kind = found.name.type
    if kind == "PERSON":
        return False
    if kind == "NORP" and not first and scene.tokens.word(at) in _ALSO_GIVEN:
        return False
    if kind in ("NORP", "ORG", "EVENT", "AGREEMENT"):
        return True
    if kind == "PLACE" and first and scene.tokens.word(at) in GIVEN_NAMES and found.name.section == "cities":
        return not scene.names_word(at + 1) or at + 1 in scene.over  # `Sofia Marsh`
    if kind == "PLACE":
        if strict or found.last - found.first > 1 or found.name.section == "countries":
            following = scene.tokens.word(found.last)
            return strict or not first or not following[:1].isupper() or following in HEADLINE
        return not first and found.name.section != "cities"
    return False


def _compound_end(scene: Scene, at: int) -> int:
    """The token after a word and the parts glued to it by hyphen or apostrophe."""
    tokens = scene.tokens
    at += 1
    while (
        tokens.word(at) in ("-", "'", "‑", "’")
        and tokens.glued(at)
        and tokens.word(at + 1)[:1].isalpha()
        and tokens.glued(at + 1)
        and tokens.word(at + 1) not in ("designate", "elect", "led", "based")
    ):
        at += 2
    return at


def _suffixed(scene: Scene, at: int) -> int:
    """The token after a suffix (`, Jr.`, `III`), at itself without one."""
    tokens = scene.tokens
    after = at + (tokens.word(at) == ",")
    if tokens.word(after) in SUFFIXES or tokens.word(after) in ("JR", "SR"):
        after += 1
        return after + (tokens.word(after) == "." and tokens.glued(after))
    return at


def surnames(name: str) -> tuple[str, ...]:
    """Return the words by which a text may call a person later, likeliest first: last name, first, the others.

    `Abdullatif bin Rashid Al Zayani` gives `Al Zayani` too.
    """
    words = [word for word in name.replace(",", " ").split() if word.rstrip(".") not in SUFFIXES]
    while len(words) > 2 and words[-1].rstrip(".") in SUFFIXES:
        words.pop()
    plain = [word for word in words if len(word.rstrip(".")) > 1 and word not in PARTICLES]
    if len(plain) < 2:
        return ()
    last = plain[-1]
    found = [last]
    at = words.index(last)
    start = at
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    if start < at:
        found.insert(0, " ".join(words[start:]))
    if len(plain) > 2 and words[-2] == plain[-2]:
        found.insert(0, " ".join(plain[-2:]))
    found.extend(word for word in plain[:-1])
    return tuple(dict.fromkeys(found))
