"""Recognizes bodies of a state that only their country makes a name: `the Fijian Cabinet`, `Embassy of Japan`."""

from collections.abc import Iterator

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import office_head

_OWNED = frozenset("Cabinet Parliament".split())
_MISSIONS = frozenset("Embassy Embassies Commission Commissions Consulate Consulates".split())
_PRESIDENCY = "Presidency"
_COMMONWEALTH = "Commonwealth"
_SOUGHT = WordClass.of(_OWNED | _MISSIONS | {_PRESIDENCY, _COMMONWEALTH})
_SIGNED = frozenset((BREAK, ":", "by"))
_ENDS = frozenset((BREAK, "", ".", ","))


def find(context: DocumentContext) -> Iterator[Candidate]:
    """Yield the bodies of states in order."""
    for index in context.tokens.indexes_in(_SOUGHT):
        word = context.tokens.words[index]
        if word in _OWNED:
            found = _owned(context, index)
        elif word == _COMMONWEALTH:
            found = _commonwealth(context, index)
        elif word == _PRESIDENCY:
            found = _presidency(context, index)
        else:
            found = _mission(context, index)
        if found:
            yield found


def _owned(context: DocumentContext, index: int) -> Candidate | None:
    """Return a cabinet or parliament with its country beside it, None before an office: `Cabinet Secretary`."""
    tokens = context.tokens
    before = index - 1 - (tokens.word(index - 1) == "'s")
    is_owned = context.is_a(before, "PLACE", "NORP") or _is_of_country(context, index + 1)
    if not is_owned or context.is_name_word(index + 1) or index in context.listed_at:
        return None
    return Candidate(index, index + 1, "ORG")


def _presidency(context: DocumentContext, index: int) -> Candidate | None:
    """Return the office of a president that signs the text: `Issued by: The Presidency`."""
    tokens = context.tokens
    article = tokens.word(index - 1) in ("The", "the")
    signed = tokens.word(index - 1 - article) in _SIGNED and tokens.word(index + 1) in _ENDS
    return Candidate(index, index + 1, "ORG") if signed else None


def _mission(context: DocumentContext, index: int) -> Candidate | None:
    """Return `Embassy` in `Embassy of Japan`, `High Commission` in `British High Commission`."""
    tokens = context.tokens
    first = index
    if tokens.words[index].startswith("Commission"):
        if tokens.word(index - 1) != "High":
            return None
        first -= 1
    last = index + 1 + (tokens.word(index + 1) == "General")
    owned = _is_of_country(context, last) or context.is_a(first - 1, "PLACE", "NORP")
    if not owned or office_head(tokens.word(first - 1)) or context.is_name_word(last):
        return None
    return Candidate(first, last, "ORG")


def _commonwealth(context: DocumentContext, index: int) -> Candidate | None:
    """Return the Commonwealth of Nations, but no `Commonwealth of Australia`."""
    tokens = context.tokens
    british = tokens.word(index - 1) == "British"
    whole = tokens.word(index + 1) not in ("of", "-", "'s") and not context.is_name_word(index + 1)
    if index in context.listed_at or not whole or not (british or tokens.word(index - 1) in ("the", "The")):
        return None
    return Candidate(index - british, index + 1, "ORG")


def _is_of_country(context: DocumentContext, at: int) -> bool:
    """Return whether `of` or `of the` and a country follow at a token."""
    tokens = context.tokens
    if tokens.word(at) != "of":
        return False
    at += 1 + (tokens.word(at + 1) == "the")
    return context.is_a(at, "PLACE", "NORP") or tokens.word(at) in ("Republic", "Kingdom", "State")
