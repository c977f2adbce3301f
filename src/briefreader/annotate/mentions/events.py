"""Recognizes some kinds of events: exercises and operations, processes, exhibitions, acronyms of series."""

import re
from collections.abc import Iterator

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import ORDINALS

EXERCISES = frozenset(("exercise", "exercises"))
_NUMBER = re.compile(r"\d\d|\d{4}")
# After the parties these are sessions of joint commissions, committees and working groups: `Kenya-UAE JCC`.
_ACRONYMS = WordClass.of("JCC JCM JMC JEC JTC JWG JBC JPC JMCM JPCC JTEC JETC BNC IGC FOC BPC".split())
_SESSIONS = frozenset("session Session round Round meeting Meeting".split())
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_ORDINALS = WordClass(lambda word: _ORDINAL.fullmatch(word) or word.lower() in ORDINALS)
_OWN_ACRONYM = re.compile(r"[A-Z]{3,6}")
# These follow the name of a sitting, and not a modifier of another name: `the 3rd COVID wave`.
_AFTER_SITTING = frozenset(
    "in at on was is were took takes held will between with to has concluded opened convened meeting Meeting "
    "session Session , . ; ( ) \n".split(" ")
)
_PROCESSES = frozenset(("Process", "process"))
_CALLED = frozenset("codenamed dubbed called named".split())
_CONFERENCES = WordClass.of(("COP",))
_PROCESSES_AND_FORMATS = WordClass.of(("Process", "process", "Format", "format"))
_EXHIBITIONS = WordClass.of(("Expo", "EXPO"))


def series(context: DocumentContext) -> Iterator[Candidate]:
    """Yield `Minsk process`, `Normandy format`, `Expo 2020 Dubai`, `COP-26` and `JCC` in `Kenya-UAE JCC`."""
    tokens = context.tokens
    named = {index for index in tokens.indexes_in(_ACRONYMS) if _follows_parties(context, index)}
    counted = tokens.indexes_in(_ORDINALS)
    named |= {last for index in counted if (last := _counted_acronym(context, index)) is not None}
    for index in tokens.indexes_of({tokens.words[index] for index in named}):
        yield Candidate(index, index + 1, "EVENT")
    for index in tokens.indexes_in(_PROCESSES_AND_FORMATS):
        end = index - (tokens.words[index] == "Process" and tokens.word(index - 1) == "Peace")
        found = context.listed_at.get(end - 1)
        if found and found.last == end and found.name.section in ("cities", "regions") and found.type == "PLACE":
            yield Candidate(found.first, index + 1, "EVENT" if tokens.words[index] in _PROCESSES else "ORG")
    for index in tokens.indexes_in(_CONFERENCES):
        if tokens.word(index + 1) == "-" and tokens.glued(index + 2) and _NUMBER.fullmatch(tokens.word(index + 2)):
            yield Candidate(index, index + 3, "EVENT")
    for index in tokens.indexes_in(_EXHIBITIONS):
        if exhibition := _exhibition(context, index):
            yield exhibition


def _follows_parties(context: DocumentContext, index: int) -> bool:
    """Return whether the parties, or a count of sessions, stand before an acronym that the text does not define."""
    tokens = context.tokens
    before = index - 1 - (tokens.word(index - 1) == "the")
    counted = tokens.word(before) == "of" and tokens.word(before - 1) in _SESSIONS
    return index not in context.listed_at and (counted or context.is_a(index - 1, "PLACE", "NORP"))


def _counted_acronym(context: DocumentContext, index: int) -> int | None:
    """Return the place of an unlisted acronym that an ordinal counts, its parties between: `the 4th Peru-Malta MSD`."""
    tokens = context.tokens
    at = index + 1
    while (found := context.listed_at.get(at)) and found.type in ("PLACE", "NORP") and at < index + 8:
        at = found.last + (tokens.word(found.last) in ("-", "–", "and"))
    known = at in context.listed_at or not _OWN_ACRONYM.fullmatch(tokens.word(at))
    # In capitals throughout every word is one.
    shouted = tokens.word(index).isupper() and not tokens.word(index)[0].isdigit()
    return None if known or shouted or tokens.word(at + 1) not in _AFTER_SITTING else at


def _exhibition(context: DocumentContext, index: int) -> Candidate | None:
    """Return an exhibition with its year, city or both: `Expo 2020 Dubai`, `Dubai Expo`, `World Expo 2030`."""
    tokens = context.tokens
    first = index - (tokens.word(index - 1) == "World" or context.is_a(index - 1, "PLACE"))
    if first < index and context.is_a(first, "PLACE"):
        first = context.listed_at[first].first
    last = index + 1 + (_NUMBER.fullmatch(tokens.word(index + 1)) is not None)
    if last > index + 1 and context.is_a(last, "PLACE"):
        last = context.listed_at[last].last
    return Candidate(first, last, "EVENT", 1) if last - first > 1 else None


def operation(context: DocumentContext, index: int) -> Candidate | None:
    """Return `Exercise Eager Lion 16` or `Operation Inherent Resolve`."""
    last = index + 1
    tokens = context.tokens
    while context.is_name_word(last) and last < index + 5:
        capitals = tokens.words[last].isupper() and len(tokens.words[last]) > 3
        if context.is_a(last, "PLACE", "NORP") and not capitals:
            break
        last += 1
    number = last + (tokens.word(last) == "-" and tokens.glued(last))
    numbered = last > index + 1 and _NUMBER.fullmatch(tokens.word(number)) is not None
    last = number + 1 if numbered else last
    # The name and its year have the form of a weapon: `AMAN-25`.
    return Candidate(index, last, "EVENT", 2 if numbered else 0) if last > index + 1 else None


def exercise(context: DocumentContext, index: int, earliest: int) -> Candidate | None:
    """Return the name beside the word in `exercise Autonomous Warrior 2024` or `the Freedom Edge exercise`."""
    after = operation(context, index)
    if context.tokens.word(index + 1) in _CALLED and context.is_name_word(index + 2):
        named = operation(context, index + 1)
        return Candidate(index + 2, named.last, "EVENT") if named else None
    if after and after.last > index + 2:
        return Candidate(index + 1, after.last, "EVENT")
    first = index
    while first > earliest and context.is_name_word(first - 1) and first > index - 4:
        first -= 1
    if index - first < 2 or any(context.is_a(at, "PLACE", "ORG", "NORP", "PERSON") for at in range(first, index)):
        return None
    return Candidate(first, index, "EVENT")
