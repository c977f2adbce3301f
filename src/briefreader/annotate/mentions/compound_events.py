"""Finds the whole of names with small words or an agreement in them: `Friends of Malta Conference`."""

from collections.abc import Sequence

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.words import HEADLINE_VERBS, HEADLINE_WORDS, ORDINALS, POSSESSIVE, office_head

# A name may have these inside it; those in capitals are also the first words of sentences.
_INNER_CAPITALS = frozenset("We In The For Our To A Your Us Is And Of At With".split())
_INNER_SMALL = frozenset("in for of the to against with".split())
# Before a name with a small word in it one of these stands.
_BEFORE_NAME = frozenset('the The a its annual inaugural “ "'.split())
# After `of` the state or place of one of these follows, and no further part of its name.
_NO_PARTS = frozenset(
    "Government Governments Republic Kingdom State States Province City Region People Peoples Islands Union Day "
    "Parliament Congress Cabinet House County Side Sides Sideline Sidelines Margin Margins Occasion Eve Behalf Outcome "
    "Readout Host Chair Member Members Part".split()
)
_LONGEST_PART = 4
# These words between the name of an agreement and the head noun of a meeting say who meets.
_LEVELS = frozenset(
    "Leaders Leader Ministers Minister Ministerial Foreign Trade Finance Defence Defense Senior Officials Official "
    "High Level High-Level Heads Annual Special Economic Energy Joint Plenary".split()
)
_MEETINGS = frozenset("Summit Ministerial Meeting Conference Forum".split())


def whole_start(context: DocumentContext, first: int, earliest: int) -> int:
    """Return the first token of a name that a small word splits (`United We Stand Summit`), else the token given."""
    tokens = context.tokens
    joint = tokens.word(first - 1)
    small = joint in _INNER_SMALL
    if first - 2 < earliest or not (small or joint in _INNER_CAPITALS):
        return first
    at = first - 1
    if small and joint == "the" and tokens.word(at - 1).islower():
        return first  # the article of the name itself: `in the Summit`
    start = at
    while start > max(earliest, at - _LONGEST_PART) and _is_part(context, start - 1):
        start -= 1
    if start < context.title_end and tokens.words[start].endswith("ing"):
        return first  # a headline says what somebody does: `Advancing a Coral Agreement`
    before = tokens.word(start - 1)
    opens = before in _BEFORE_NAME or before in POSSESSIVE or before.lower() in ORDINALS
    if start == at or not (opens or (not small and before in (BREAK, "", ".", ":"))):
        return first
    return start


def _is_part(context: DocumentContext, at: int) -> bool:
    """Return whether a word before a small word may belong to the same name; an office, a body or a state may not."""
    word = context.tokens.words[at]
    if not context.is_name_word(at) or at in context.listed_at or office_head(word) is not None:
        return False
    if word in HEADLINE_VERBS or (at < context.title_end and word in HEADLINE_WORDS):
        return False
    return word not in HEAD_NOUNS and word not in _NO_PARTS and word.lower() not in ORDINALS


def sitting_of(
    context: DocumentContext, index: int, phrase: Candidate | None, found: Sequence[Candidate]
) -> Candidate | None:
    """Return the meeting that is called after an agreement with a tail: `Pact for Clean Water Leaders' Summit`.

    The head noun stands at index, `phrase` is the name around it without the agreement, and `found` has the names
    before it.
    """
    words = context.tokens.words
    if words[index] not in _MEETINGS:
        return None
    start = index
    while start and (words[start - 1] in _LEVELS or (words[start - 1] in POSSESSIVE and words[start - 2] in _LEVELS)):
        start -= 1
    if start == index and words[index] == "Meeting":
        return None
    listed = context.listed_at.get(start - 1)
    if listed is not None and listed.type == "AGREEMENT" and listed.last == start and listed.last - listed.first > 2:
        first = listed.first
    elif found and found[-1].last == start and found[-1].type == "AGREEMENT":
        first = found[-1].first
    else:
        return None
    tail = any(word.islower() for word in words[first:start])
    return Candidate(first, phrase.last if phrase else index + 1, "EVENT", 1) if tail else None


def ends_in_meeting(context: DocumentContext, index: int, last: int) -> bool:
    """Return whether the tail of an agreement with its head noun at index ends with the meeting called after it."""
    words = context.tokens.words
    return last > index + 2 and words[last - 1] in _MEETINGS and words[last - 2] in _LEVELS | POSSESSIVE


def is_adjective(context: DocumentContext, index: int) -> bool:
    """Return whether `Ministerial` describes a body after it: `Ministerial Economic Joint Committee`."""
    words = context.tokens.words
    if words[index] != "Ministerial":
        return False
    ahead = index + 1
    while ahead < index + _LONGEST_PART and context.is_name_word(ahead):
        if words[ahead] in HEAD_NOUNS:
            return True
        ahead += 1
    return False
