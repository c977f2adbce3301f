"""Recognizes offices in small letters before the full name of a person."""

from typing import NamedTuple

from briefreader.annotate.mentions.forms_of_address import skip_honorifics
from briefreader.annotate.mentions.person_names import name_end
from briefreader.annotate.names.document_context import DocumentContext

# An office in small letters consists of these and ends in one of the heads.
_MODIFIERS = frozenset(
    "- prime foreign deputy vice first defence defense finance interior home trade permanent external affairs chief "
    "state high special general health energy economy justice federal assistant senior".split()
)
SMALL_HEADS = frozenset(
    "minister president ambassador chancellor secretary envoy spokesperson spokesman spokeswoman commissioner governor "
    "mayor representative premier".split()
)
_SMALL_FIELDS = frozenset(
    "of for foreign external internal affairs defence defense state finance trade health energy and the interior "
    "economy justice security home".split()
)


class Office(NamedTuple):
    """Holds an office from token first to the token before last; `tail` is the token after its places or bodies.

    In `Special Representative for the DPRK Kim` the office ends before `for` and the tail after `DPRK`.
    """

    first: int
    last: int
    tail: int


def in_small_letters(context: DocumentContext, index: int) -> Office | None:
    """Return an office in small letters directly before the full name of a person: `foreign minister Ada Lund`."""
    tokens = context.tokens
    last = index + 1
    if tokens.word(last) in ("of", "for") and tokens.word(last + 1) in _SMALL_FIELDS:
        while tokens.word(last) in _SMALL_FIELDS:
            last += 1
        while tokens.word(last - 1) in ("of", "the", "for", "and"):
            last -= 1
    elif tokens.word(last) == "-" and tokens.word(last + 1) == "general":
        last += 2
    end, tail = last, last
    if tokens.word(last) == "of":
        place = last + 1 + (tokens.word(last + 1) == "the")
        if not context.is_a(place, "PLACE", "ORG"):
            return None
        tail = context.listed_at[place].last
    name = skip_honorifics(context, tail + (tokens.word(tail) == ","))
    if name_end(context, name, strict=True) - name < 2:
        return None
    first = index
    while first and tokens.words[first - 1] in _MODIFIERS:
        first -= 1
    return Office(first + (tokens.words[first] == "-"), end, tail)
