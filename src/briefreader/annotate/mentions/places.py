"""Recognizes places that the lists lack by the words beside them: `Lake Taupo`, `in Swakopmund, Namibia`."""

from collections.abc import Iterator

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.gazetteer import Name
from briefreader.annotate.names.given_names import GIVEN_NAMES
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import FIELD_WORDS, HEADLINE_WORDS, office_head

# These head nouns come before the name.
_NATURAL = frozenset("Lake Mount Mt Cape".split())
# In small letters these follow the name of a place or come before it with `of`.
_UNITS = frozenset(
    "province provinces oblast raion district districts governorate prefecture municipality voivodeship canton county "
    "peninsula archipelago".split()
)
_TOWNS = frozenset("city town village port island province district municipality".split())
_PREPOSITIONS = frozenset("in at near from to of".split())
_WEST = frozenset("West Western".split())
_BEFORE_WEST = frozenset("the The collective".split())
_THE_WEST = Name("West", "regions", {})
_SOUGHT = WordClass.of(_NATURAL | _UNITS | _TOWNS | _WEST)
_LONGEST = 3


def find(context: DocumentContext) -> Iterator[Candidate]:
    """Yield the places."""
    for index in context.tokens.indexes_in(_SOUGHT):
        word = context.tokens.words[index]
        if word in _WEST:
            yield from _west(context, index)
        elif word in _NATURAL:
            yield from _natural(context, index)
        else:
            yield from _of_a_unit(context, index)
    yield from _before_a_country(context)


def _natural(context: DocumentContext, index: int) -> Iterator[Candidate]:
    """Yield `Mount Kenya` or `Lake Taupo`."""
    tokens = context.tokens
    after = index + 1 + (tokens.word(index + 1) == "." and tokens.words[index] == "Mt")
    named = context.is_name_word(after) and not context.is_a(after, "PERSON", "ORG", "EVENT")
    alone = not (context.is_name_word(index - 1) or context.is_name_word(after + 1) or index in context.listed_at)
    if named and alone and tokens.words[after] not in HEAD_NOUNS:
        yield Candidate(index, after + 1, "PLACE")


def _of_a_unit(context: DocumentContext, index: int) -> Iterator[Candidate]:
    """Yield the name in `Zhejiang province` or `the city of Swakopmund`."""
    tokens = context.tokens
    if tokens.words[index] in _UNITS and _is_name(context, index - 1):
        first = index - 1
        while first > index - _LONGEST and (_is_name(context, first - 1) or _is_hyphen(context, first - 1)):
            first -= 1
        first += _is_hyphen(context, first)
        if first and tokens.word(first - 1)[:1].islower():
            yield Candidate(first, index, "PLACE")
    elif tokens.words[index] in _TOWNS and tokens.word(index + 1) == "of" and _is_name(context, index + 2):
        last = index + 3
        while last < index + 2 + _LONGEST and _is_name(context, last):
            last += 1
        yield Candidate(index + 2, last, "PLACE")


def _before_a_country(context: DocumentContext) -> Iterator[Candidate]:
    """Yield the town between a preposition and a comma with its country: `in Swakopmund, Namibia`."""
    tokens = context.tokens
    for found in context.listed:
        if found.name.section not in ("countries", "regions") or tokens.word(found.first - 1) != ",":
            continue
        last = first = found.first - 1
        while first > last - _LONGEST and _is_name(context, first - 1):
            first -= 1
        if first < last and tokens.word(first - 1) in _PREPOSITIONS:
            yield Candidate(first, last, "PLACE")


def _west(context: DocumentContext, index: int) -> Iterator[Candidate]:
    """Yield `the West` and `Western` in `Western partners`."""
    tokens = context.tokens
    after = tokens.word(index + 1)
    if index in context.listed_at:
        return
    if tokens.words[index] == "Western":
        if after.isalpha() and after.islower() and after != "and":
            yield Candidate(index, index + 1, "PLACE", 0, _THE_WEST)
    elif tokens.word(index - 1) in _BEFORE_WEST and not after[:1].isupper() and after not in ("-", "of"):
        yield Candidate(index, index + 1, "PLACE")


def _is_name(context: DocumentContext, index: int) -> bool:
    """Return whether a token is a capitalized word that no list and no class of words explains."""
    word = context.tokens.word(index)
    if not context.is_name_word(index) or index in context.listed_at or not word.isalpha() or word.isupper():
        return False
    known = word in HEAD_NOUNS or word in FIELD_WORDS or word in HEADLINE_WORDS or word in GIVEN_NAMES
    return not known and office_head(word) is None


def _is_hyphen(context: DocumentContext, index: int) -> bool:
    return context.tokens.word(index) == "-" and context.tokens.glued(index) and context.tokens.glued(index + 1)
