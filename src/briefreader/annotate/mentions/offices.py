"""Recognizes offices and military ranks with their scope."""

from typing import NamedTuple

from briefreader.annotate.mentions.office_scope import office_scope
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.words import FUNCTION_WORDS, HONORIFICS, ORDINALS, office_head

_ABBREVIATED = frozenset(
    "Gen Adm Lt Maj Col Capt Cmdr Sgt Sen Rep Gov Amb Sec Sens Reps VAdm RAdm Brig GEN ADM LTG MG VADM RADM "
    "BG COL".split()
)
# These acronyms are offices where a name follows.
_ACRONYMS = frozenset("PM FM NSA VP DPM DFM VFM SG EAM HRVP SecDef DepSec DepSecDef".split())
# These are offices only together with another word.
_NEVER_ALONE = frozenset(
    "Deputy Principal Attorney Chief Assistant Officer Associate Delegate "
    "Fellow Aide Lord Head Scientist Economist Surgeon Major Official".split()
)
_AFTER_HYPHEN = frozenset("designate elect in at Large General".split())
_FURTHER_HEADS = frozenset("Sergeant Master Marshal Whip Leader Elect Designate".split())
_JOINED_FIELDS = frozenset("Foreign Defense Defence Trade Commerce Economy Finance Security".split())
# Before another capitalized word these only begin an office.
_PREFIXES = frozenset("Deputy Principal Assistant Associate".split())


class Office(NamedTuple):
    """Holds an office from token first to the token before last; `tail` is the token after its places or bodies.

    In `Special Representative for the DPRK Kim` the office ends before `for` and the tail after `DPRK`.
    """

    first: int
    last: int
    tail: int


def find(context: DocumentContext) -> list[Office]:
    """Return the offices of a text in order, with or without a person beside them."""
    offices: list[Office] = []
    tokens = context.tokens
    earliest = 0
    for index in tokens.indexes_where(_may_head_office):
        if index < earliest:
            continue
        word = tokens.words[index]
        if word in _ABBREVIATED and tokens.word(index + 1) == "." and tokens.glued(index + 1):
            last = index + 2
            while tokens.word(last) in _ABBREVIATED and tokens.word(last + 1) == ".":
                last += 2
            offices.append(Office(index, last, last))
            earliest = last
            continue
        is_name = context.is_name_word(index + 1) and not context.is_a(index + 1, "PLACE", "NORP", "ORG")
        if word in _ACRONYMS and is_name:
            offices.append(Office(index, index + 1, index + 1))
            earliest = index + 1
            continue
        if office_head(word) is None or (
            context.is_a(index, "PERSON") and context.listed_at[index].last - context.listed_at[index].first > 1
        ):
            continue
        if word in _PREFIXES and tokens.word(index + 1)[:1].isupper():
            continue
        office = _around(context, index, earliest)
        if office:
            offices.append(office)
            earliest = max(office.last, office.tail, index + 1)
    return offices


def _may_head_office(word: str) -> bool:
    """Return whether a word can be the head noun of an office."""
    return word[0].isupper() and (word in _ABBREVIATED or word in _ACRONYMS or office_head(word) is not None)


def _around(context: DocumentContext, index: int, earliest: int) -> Office | None:
    """Return the office around a head noun: the words before it, further head nouns, and its scope."""
    tokens = context.tokens
    first = _left(context, index, earliest)
    last = index + 1
    while True:
        word = tokens.word(last)
        after = tokens.word(last + 1)
        if word in ("-", "/") and tokens.glued(last) and (office_head(after) or after in _AFTER_HYPHEN):
            last += 2
        elif word == "/" and tokens.words[last + 1 : last + 4] == ["Vice", "-", "President"]:
            last += 4  # `High Representative/Vice-President`
        elif word == "/" and after[:1].isupper() and office_head(tokens.word(last + 2)):
            last += 3
        elif (office_head(word) and word != "Prince") or word in _FURTHER_HEADS:
            last += 1
        elif (word == "of" and after in ("Staff", "Mission", "Party")) or (word == "de" and after == "Mission"):
            last += 2
        elif tokens.words[last : last + 3] == ["d", "'", "Affaires"]:
            last += 3
        else:
            break
    if (
        last - first == 1
        and tokens.words[index] in _NEVER_ALONE
        and (tokens.word(last) not in ("of", "for") and tokens.words[last : last + 2] != ["to", "the"])
    ):
        return None
    end, tail = office_scope(context, last)
    return Office(first, end, tail)


def _left(context: DocumentContext, index: int, earliest: int) -> int:
    """Return the first word of an office before its head noun."""
    tokens = context.tokens
    first = index
    while first > earliest:
        word = tokens.words[first - 1]
        if word == "-" and tokens.glued(first) and tokens.glued(first - 1) and first - 2 >= earliest:
            before = tokens.words[first - 2]
            if not before[0].isupper() or context.is_a(first - 2, "PLACE", "NORP"):
                break
            first -= 2
            continue
        if word in ("&", "and") and first - 2 >= earliest and _is_joined(context, first - 1):
            first -= 2
            continue
        if word == "Under" and tokens.words[first] == "Secretary":
            first -= 1
            continue
        if not word[0].isupper() or word in FUNCTION_WORDS or (word.lower() in ORDINALS and word != "First"):
            break
        if word.rstrip(".") in HONORIFICS or not word[0].isalpha():
            break
        found = context.listed_at.get(first - 1)
        if not found and is_body_acronym(word) and not tokens.words[first].isupper():
            break
        if found and found.type not in ("AGREEMENT", "WEAPON") and word not in ("Treasury", "Defense", "Congress"):
            break
        first -= 1
    return first


def is_body_acronym(word: str) -> bool:
    """Return whether a word has the form of an acronym of a body, listed or not: `FEMA Administrator`."""
    return len(word) > 2 and word.isalpha() and word.isupper() and word not in _ACRONYMS and word not in _ABBREVIATED


def _is_joined(context: DocumentContext, joint: int) -> bool:
    """Return whether `and` joins two words of one office: `Foreign and Commonwealth Secretary`."""
    before = context.tokens.word(joint - 1)
    return before in _JOINED_FIELDS and not office_head(context.tokens.word(joint + 1))
