"""Recognizes acronyms that the text defines, unlisted acronyms of bodies, and names repeated without their parties."""

from collections.abc import Iterator, Sequence

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.common_phrases import names_nothing
from briefreader.annotate.mentions.dates import YEAR
from briefreader.annotate.mentions.head_nouns import type_of_name
from briefreader.annotate.names.acronyms import has_initials, in_small_letters
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.tokens import tokenize
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import DASHES, is_body_acronym

_BODY_ACRONYMS = WordClass(is_body_acronym)
# Only a body has these.
_NO_BODIES = frozenset("COVID AI HIV AIDS WMD CBRN LGBTQI TV PR IT VIP ISIL CEO".split())
_MEMBERS = frozenset(
    "officials officers members member inspectors peacekeepers fighters secretariat headquarters".split()
)
# A text that repeats a series without its parties begins with one of these words.
_KINDS = frozenset("Strategic Comprehensive High Economic Enhanced Special Defense Defence".split())
_STATES = frozenset("Kingdom Republic State Commonwealth Federation Union Emirate Principality Sultanate".split())


def long_forms(context: DocumentContext, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the long forms that a recognizer cut short: the letters of an acronym show where its long form begins."""
    by_last = {item.last: item for item in kept}
    for definition in context.definitions:
        held = by_last.get(definition.last)
        if held is not None and (held.first <= definition.first or held.type in ("PERSON", "TITLE", "DATE")):
            continue
        words = context.tokens.words[definition.first : definition.last]
        common = not words or words[-1] == "Code" or names_nothing(words, words[-1])
        kind = None if common else type_of_name(words[-1], words)
        if kind is not None:
            yield Candidate(definition.first, definition.last, kind, 1)


def defined(context: DocumentContext, kept: Sequence[Candidate]) -> dict[str, Candidate]:
    """Return the acronyms that a text defines with the candidates of their long forms."""
    by_last = {item.last: item for item in kept}
    meanings: dict[str, Candidate] = {}
    for definition in context.definitions:
        long = by_last.get(definition.last)
        known = context.name_at(definition.short_at)
        if known and context.tokens.slice(definition.first, definition.last) in known.spellings:
            continue  # `Council of the European Union (EU)` defines the end alone
        if long is None or long.type in ("PERSON", "TITLE", "DATE"):
            continue
        before = context.tokens.words[definition.first : long.first]
        if long.type in ("PLACE", "NORP") and any(word[0].isupper() and word not in _STATES for word in before):
            continue  # `Australia-UK-US (AUKUS)` and `Palestine Refugees in the Near East (UNRWA)` name no place
        meanings.setdefault(definition.short, long)
    for short, last, short_at in context.brackets:
        long = by_last.get(last)
        if short in meanings or long is None or long.type not in ("ORG", "EVENT", "AGREEMENT"):
            continue
        known = context.name_at(short_at)
        long_words = context.tokens.words[long.first : long.last]
        if (known is None or known.type != long.type) and has_initials(short, long_words):
            meanings[short] = long
        elif known is None and long.type == "ORG" and len(long_words) > 1 and _is_foreign(short):
            meanings[short] = long  # `Institute of International Affairs (PISM)`
    return {**_implied(context, kept, meanings), **meanings}


def _is_foreign(short: str) -> bool:
    """Return whether a short form in brackets may be an acronym in the language of its body."""
    return short.isupper() and short.isalpha() and 3 <= len(short) <= 8


def _implied(context: DocumentContext, kept: Sequence[Candidate], known: dict[str, Candidate]) -> dict[str, Candidate]:
    """Return acronyms that the text uses without a definition: `BNC` beside `Kenya-Ghana Bi-National Commission`."""
    tokens = context.tokens
    implied: dict[str, Candidate] = {}
    for item in kept:
        if item.type not in ("ORG", "EVENT", "AGREEMENT") or item.last - item.first < 3:
            continue
        first = item.first
        while first < item.last and (context.is_a(first, "PLACE", "NORP") or tokens.words[first] in DASHES):
            first += 1
        for start in {first, item.first}:
            letters = [word[0] for word in tokens.words[start : item.last] if word[0].isupper()]
            short = "".join(letters)
            if len(short) < 3 or short in known or short not in tokens.positions:
                continue
            if all(context.name_at(at) is None and tokens.word(at + 1) != "/" for at in tokens.positions[short]):
                implied.setdefault(short, item)
    return implied


def acronyms(context: DocumentContext, meanings: dict[str, Candidate]) -> Iterator[Candidate]:
    """Yield every occurrence of a defined acronym with the type and name of its long form."""
    tokens = context.tokens
    for short, long in meanings.items():
        meaning = tokens.slice(long.first, long.last)
        for index, last in _occurrences(context, tokenize(short).words):
            dated = long.type == "EVENT" and YEAR.fullmatch(tokens.word(last)) is not None
            yield Candidate(index, last + dated, long.type, 0, long.name, meaning)


def bodies_with_officials(context: DocumentContext, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield unlisted acronyms that occur once before officials: `FEMA Administrator`, `AUC officials`."""
    tokens = context.tokens
    offices = {item.first for item in kept if item.type == "TITLE"}
    named = {index for item in kept for index in range(item.first, item.last)}
    bodies: set[str] = set()
    for index in tokens.indexes_in(_BODY_ACRONYMS):
        if index not in named and tokens.words[index] not in _NO_BODIES:
            after = tokens.word(index + 1)
            if (index + 1 in offices and not after.isupper()) or after in _MEMBERS:
                bodies.add(tokens.words[index])
    for index in tokens.indexes_of(bodies):
        if index not in named and tokens.word(index + 1) != "-":
            yield Candidate(index, index + 1, "ORG")


def without_parties(context: DocumentContext, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield `Strategic Mechanism` in a text that has the name `U.S.-Malta Strategic Mechanism`."""
    tokens = context.tokens
    for item in kept:
        if item.type not in ("EVENT", "AGREEMENT") or item.name is not None or not context.is_a(item.first, "PLACE"):
            continue
        start = next((at for at in range(item.first, item.last) if tokens.words[at] in _KINDS), item.last)
        words = tokens.words[start : item.last]
        if len(words) >= 2 and all(word[0].isupper() or word == "-" for word in words):
            meaning = tokens.slice(item.first, item.last)
            for index, last in _occurrences(context, words):
                yield Candidate(index, last, item.type, -1, None, meaning)


def foreign(context: DocumentContext, kept: Sequence[Candidate]) -> set[str]:
    """Return listed acronyms that the text defines as a common noun: `maritime domain awareness (MDA)`."""
    named = {index for item in kept for index in range(item.first, item.last)}
    return {
        definition.short
        for definition in (*context.definitions, *in_small_letters(context.tokens, context.brackets))
        if named.isdisjoint(range(definition.first, definition.last))
    }


def _occurrences(context: DocumentContext, words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the first token of each occurrence of these words and the token after it."""
    for index in context.tokens.indexes_of({words[0]}):
        if context.tokens.words[index : index + len(words)] == words:
            yield index, index + len(words)
