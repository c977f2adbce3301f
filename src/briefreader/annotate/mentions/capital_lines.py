"""Shows the lines of a text that are all in capitals as if they were written in title case."""

from dataclasses import replace

from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.words import FUNCTION_WORDS

_LEAST_WORDS = 4
_SMALL = frozenset("of and for the on in to with at by from between against a an".split())


def in_title_case(context: DocumentContext) -> DocumentContext:
    """Return the context with such lines in title case, the context itself where it has none; offsets stay."""
    if not context.capitals:
        return context  # as nearly every text
    words = context.tokens.words
    changed: list[str] | None = None
    start = 0
    for end in (*(at for at, word in enumerate(words) if word == BREAK), len(words)):
        if start in context.capitals and _is_in_capitals(context, start, end):
            changed = changed or list(words)
            changed[start:end] = [_in_title_case(context, at) for at in range(start, end)]
        start = end + 1
    return context if changed is None else DocumentContext(replace(context.tokens, words=changed), context.listed)


def _is_in_capitals(context: DocumentContext, first: int, last: int) -> bool:
    letters = [word for word in context.tokens.words[first:last] if word.isalpha() and len(word) > 1]
    return len(letters) >= _LEAST_WORDS and all(word.isupper() for word in letters)


def _in_title_case(context: DocumentContext, at: int) -> str:
    """Return a word with one capital, a word without meaning in small letters, a listed acronym as it is."""
    word = context.tokens.words[at]
    if not word.isupper() or not word.isalpha() or len(word) == 1:
        return word
    if word.lower() in _SMALL:
        return word.lower()
    if word == "UNDER" and context.tokens.word(at + 1).startswith("SECRETAR"):
        return "Under"  # the office
    name = context.name_at(at)
    if name is not None and any(word in spelling.split() for spelling in name.spellings):
        return word
    return word.lower() if word.capitalize() in FUNCTION_WORDS else word.capitalize()
