"""Finds the short forms of people whose full names the text has: `Jenkins` for `Bonnie Jenkins`."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.name_forms import short_forms
from briefreader.annotate.mentions.name_words import BEFORE_SENTENCES, is_own_word
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.common_words import is_common
from briefreader.annotate.text.tokens import tokenize
from briefreader.annotate.text.words import HEADLINE_WORDS, PARTICLES, office_head

# These surnames are also common words; alone they need an office, a form of address or a verb of people after them.
_WORDS = frozenset(
    "Price Power Park Brown Bell Rice Young Son Long Bush Rose Hill Field Waters Baker Carter Bishop Major White Black "
    "Green Gray Grey Early Best Good Strong Read Stone Wood Woods Lane Cook Hunter Shepherd Noble Moon Summer Winter "
    "Joy Faith Hope Page Wells Banks Chase".split()
)
# Alone these never mean a person.
_NEVER = PARTICLES | frozenset(
    "May King Prince Day West North South East Marshall Law Mission Case Street Judge Peace General States United "
    "National Chad Jordan Israel Will Mark Bill Grant Church Hall Georgia Paris Sydney Washington Lincoln Kennedy "
    "Victoria Santiago Florence Sri Haji Maria Santa Saint".split()
)
_ACTS = frozenset("said told met spoke also and was has had will then".split())


class _Forms(NamedTuple):
    """Holds the short forms of one word, those of them that are also common words, and those of several tokens."""

    single: set[str]
    common: set[str]
    several: dict[str, dict[tuple[str, ...], None]]


def find(context: DocumentContext, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the short forms of the people among the candidates."""
    forms = _forms(context, kept)
    tokens = context.tokens
    for index in tokens.indexes_of(forms.single | forms.common | forms.several.keys()):
        word = tokens.words[index]
        if _stands_alone(context, index) and (word in forms.single or (word in forms.common and _acts(context, index))):
            yield Candidate(index, index + 1, "PERSON", -1)
        for parts in forms.several.get(word, ()):
            last = index + len(parts)
            if tuple(tokens.words[index:last]) == parts:
                first = index
                while first and is_own_word(context, first - 1):
                    first -= 1  # `Shireen Abu Akleh` for `Abu Akleh`
                yield Candidate(first, last, "PERSON", -1)


def _forms(context: DocumentContext, kept: Sequence[Candidate]) -> _Forms:
    forms = _Forms(set(), set(), {})
    for item in kept:
        if item.type != "PERSON" or item.last - item.first < 2:
            continue
        if item.name is None:
            _add_parts(tuple(context.tokens.words[item.first : item.last]), forms)
        for form in short_forms(context.tokens.slice(item.first, item.last)):
            parts = _parts(form.text)
            if len(parts) > 1:
                _add_parts(parts, forms)
            elif form.alone and form.text not in _NEVER:
                is_word = form.text in _WORDS or is_common(form.text)
                if not is_word:
                    forms.single.add(form.text)
                elif form.is_family_name:
                    forms.common.add(form.text)
    return forms


@lru_cache(maxsize=4096)
def _parts(form: str) -> tuple[str, ...]:
    return tuple(tokenize(form).words)


def _add_parts(parts: tuple[str, ...], forms: _Forms) -> None:
    """Add a form of several tokens, also with the capital that it has at the beginning of a sentence."""
    forms.several.setdefault(parts[0], {})[parts] = None
    if parts[0].islower():
        capital = parts[0].capitalize()
        forms.several.setdefault(capital, {})[(capital, *parts[1:])] = None


def _stands_alone(context: DocumentContext, index: int) -> bool:
    """Return whether a word is not part of a longer capitalized name."""
    tokens = context.tokens
    after, before = tokens.word(index + 1), tokens.word(index - 1)
    if after == "-" or before == "-" or (context.is_name_word(index + 1) and after not in HEADLINE_WORDS):
        return False
    if index == 0 or not context.is_name_word(index - 1):
        return True
    return (
        is_common(before) and tokens.word(index - 2) in BEFORE_SENTENCES and office_head(before) is None
    )  # `Later Carter flew`


def _acts(context: DocumentContext, index: int) -> bool:
    """Return whether a common word is a name: inside a sentence, or before a verb of people."""
    if index in context.headings:
        return False
    after = context.tokens.word(index + 1)
    acts = after in _ACTS or (after.islower() and after.endswith("ed"))
    return acts or context.tokens.word(index - 1) not in BEFORE_SENTENCES
