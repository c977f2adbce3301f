"""Recognizes the name of a person by its form: given names, particles, initials and suffixes."""

from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.given_names import GIVEN_NAMES
from briefreader.annotate.text.words import (
    FIELD_WORDS,
    FUNCTION_WORDS,
    HEADLINE_WORDS,
    HONORIFICS,
    PARTICLES,
    SUFFIXES,
    office_head,
)

_MOST_WORDS = 6
_MOST_HONORIFICS = 4
# These head nouns of offices are also surnames.
_SURNAMES = frozenset(
    "Law Power Parks Small King Major Bishop Pope Judge Marshal Earl Duke Baron Cardinal Speaker Fellow Mayor".split()
)
# These names of peoples are also given names.
_ALSO_GIVEN = frozenset("Christian German Roman Norman".split())
# These words of offices, bodies and headings are part of no person's name.
_NEVER = frozenset(
    "Vice Prime First Second Part Committee Council Department Departments Agencies Subcommittee Judiciary Court "
    "Ministry Office Members Member Group Bureau Embassy Embassies Consulate Mission Board Authority Commission Task "
    "Association Alliance Federation Caucus Institution University College School Center Centre Valley County "
    "District Circuit Division Section System Service Initiative Initiatives Program Programs Project Fund Grants "
    "Endowment Advisory Interagency Executive Order Orders Provisions Schedule Review Equity Assistance Violence Tool "
    "Screening Extraordinary Emeritus Emerita Tempore Performing Previewing Honoring Working Medal Lady Counsel "
    "Manager Advocate ET EST EDT".split()
)


def skip_honorifics(context: DocumentContext, index: int) -> int:
    """Return the first token from index on that is no form of address."""
    tokens = context.tokens
    if tokens.word(index) == "the" and tokens.word(index + 1).startswith("Hon"):
        index += 1
    for _ in range(_MOST_HONORIFICS):
        if tokens.word(index).rstrip(".") not in HONORIFICS:
            break
        index += 1 + (tokens.word(index + 1) == "." and tokens.glued(index + 1))
    return index


def name_end(context: DocumentContext, index: int, *, strict: bool = False) -> int:
    """Return the token after the name of a person that begins at index, index itself where no name begins.

    With `strict` a name has two words or more and no listed place or body; a name without an office or a form of
    address before it needs this.
    """
    tokens = context.tokens
    known = context.listed_at.get(index)
    if known and known.first == index and known.type == "PERSON" and known.last - index > 1:
        if tokens.word(known.last) in PARTICLES and tokens.word(known.last)[0].isupper():
            return _suffixed(context, max(known.last, _word_end(context, known.last, first=False, strict=True)))
        return _suffixed(context, known.last + _has_second_surname(context, known.last))
    at = index
    count = 0
    while count < _MOST_WORDS:
        after = _word_end(context, at, first=count == 0, strict=strict)
        if after == at:
            break
        at = after
        count += 1
    while at > index and tokens.word(at - 1) in PARTICLES and not tokens.glued(at - 1):
        at -= 1  # a particle is not the end of a name
        count -= 1
    ends_in_field = tokens.word(at - 1) in FIELD_WORDS and tokens.word(at - 1) not in _SURNAMES
    if count == 0 or (strict and (count < 2 or ends_in_field)):
        return index
    return _suffixed(context, at)


def _has_second_surname(context: DocumentContext, at: int) -> bool:
    """Return whether one more surname follows a listed name: `Alicia Bárcena Ibarra, ...`."""
    word = context.tokens.word(at)
    if not context.is_name_word(at) or at in context.listed_at or context.tokens.word(at + 1) not in (",", ";", ")"):
        return False
    return not (office_head(word) or word in HEADLINE_WORDS or word in FIELD_WORDS)


def _word_end(context: DocumentContext, at: int, *, first: bool, strict: bool) -> int:
    """Return the token after one word of a name: `Eui-yong`, `J.`, `al-Abadi`, `bin`; else the token itself."""
    tokens = context.tokens
    word = tokens.word(at)
    if not word or not (word[0].isalpha()):
        return at
    if word in PARTICLES:
        after = tokens.word(at + 1)
        if after in ("-", "'") and tokens.glued(at + 1):
            return _compound_end(context, at) if tokens.word(at + 2)[:1].isalpha() else at
        follows = after[:1].isupper() or (not first and (word[0].isupper() or after in PARTICLES))
        return at + 1 if follows else at
    initial = word in ("A", "I") and not first and tokens.word(at + 1) == "." and tokens.glued(at + 1)
    if not word[0].isupper() or (word in FUNCTION_WORDS and not initial) or (not first and word in HEADLINE_WORDS):
        return at
    if word in SUFFIXES or word in _NEVER or (office_head(word) and (first or word not in _SURNAMES)):
        return at
    if at in context.listed_at and _blocks(context, at, first=first, strict=strict):
        return at
    if len(word) == 1 or (len(word) <= 4 and "." in word):
        if tokens.word(at + 1) == "." and tokens.glued(at + 1):
            return at + 2
        return at + 1 if "." in word or not first else at
    return _compound_end(context, at)


def _blocks(context: DocumentContext, at: int, *, first: bool, strict: bool) -> bool:
    """Return whether the listed name at a token shows that the token belongs to no person's name."""
    found = context.listed_at[at]
    kind = found.type
    word = context.tokens.word(at)
    if kind in ("PERSON", "WEAPON") or (kind == "NORP" and not first and word in _ALSO_GIVEN):
        return False
    if kind != "PLACE":
        return True
    if first and word in GIVEN_NAMES and found.name.section == "cities":
        return not context.is_name_word(at + 1) or at + 1 in context.listed_at  # `Sofia Marsh`
    if strict or found.last - found.first > 1 or found.name.section == "countries":
        following = context.tokens.word(found.last)
        return strict or not first or not following[:1].isupper() or following in HEADLINE_WORDS
    return not first and found.name.section != "cities"


def _compound_end(context: DocumentContext, at: int) -> int:
    """Return the token after a word and the parts that a hyphen or apostrophe joins to it."""
    tokens = context.tokens
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


def _suffixed(context: DocumentContext, at: int) -> int:
    """Return the token after a suffix (`, Jr.`, `III`), the token itself without one."""
    tokens = context.tokens
    after = at + (tokens.word(at) == ",")
    if tokens.word(after) in SUFFIXES or tokens.word(after) in ("JR", "SR"):
        after += 1
        return after + (tokens.word(after) == "." and tokens.glued(after))
    return at


def surnames(name: str) -> tuple[str, ...]:
    """Return the short forms of a full name, the likeliest first: last name, first name, other names.

    A short form may have a particle: `Al Zayani` for `Abdullatif bin Rashid Al Zayani`.
    """
    words = [word for word in name.replace(",", " ").split() if word.rstrip(".") not in SUFFIXES]
    plain = [word for word in words if len(word.rstrip(".")) > 1 and word not in PARTICLES]
    if len(plain) < 2:
        return ()
    last = plain[-1]
    start = at = words.index(last)
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    two = [" ".join(plain[-2:])] if len(plain) > 2 and words[-2] == plain[-2] else []
    with_particles = [" ".join(words[start:])] if start < at else []
    return tuple(dict.fromkeys([*two, *with_particles, last, *plain[:-1]]))
