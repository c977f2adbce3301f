"""Recognizes one kind of events: named exercises and operations."""

import re

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.names.document_context import DocumentContext

EXERCISES = frozenset(("exercise", "exercises"))
_NUMBER = re.compile(r"\d\d|\d{4}")


def operation(context: DocumentContext, index: int) -> Candidate | None:
    """Return `Exercise Eager Lion 16` or `Operation Inherent Resolve`."""
    last = index + 1
    while context.is_name_word(last) and not context.is_a(last, "PLACE", "NORP") and last < index + 5:
        last += 1
    last += _NUMBER.fullmatch(context.tokens.word(last)) is not None
    return Candidate(index, last, "EVENT") if last > index + 1 else None


def exercise(context: DocumentContext, index: int, earliest: int) -> Candidate | None:
    """Return the name beside the word in `exercise Autonomous Warrior 2024` or `the Freedom Edge exercise`."""
    after = operation(context, index)
    if after and after.last > index + 2:
        return Candidate(index + 1, after.last, "EVENT")
    first = index
    while first > earliest and context.is_name_word(first - 1) and first > index - 4:
        first -= 1
    if index - first < 2 or any(context.is_a(at, "PLACE", "ORG", "NORP", "PERSON") for at in range(first, index)):
        return None
    return Candidate(first, index, "EVENT")
