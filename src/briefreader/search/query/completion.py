"""Completes the last word of a query with the name of a field, or with a name that the library knows."""

from collections.abc import Callable, Iterable
from typing import Final

from briefreader.fields import BY_QUERY, MARKS, QUERY_NAMES
from briefreader.model import Completion
from briefreader.search.query.edits import quoted
from briefreader.search.query.lexer import Token, tokens
from briefreader.text import fold, fold_typography

_FEWEST: Final = 3  # letters of a word that is completed


class Vocabulary:
    """Names of one kind, the most frequent first, to be found by the beginning of any of their words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [*names]
        self._folded: list[str] = []  # as many as were needed so far: mostly few

    def begun(self, beginning: str, *, at_start: bool = False) -> str | None:
        """Return the most frequent name that has a word with this beginning; with `at_start`, it must be the first."""
        sought = f" {fold(beginning).lstrip()}"
        for at, name in enumerate(self._names):
            if at == len(self._folded):
                self._folded.append(f" {fold(name)}")
            folded = self._folded[at]
            if folded.startswith(sought) if at_start else sought in folded:
                return name
        return None


def completion(query: str, vocabulary: Callable[[str], Vocabulary]) -> Completion | None:
    """Return the completion of the last word of a query, None where nothing known begins with it or goes on after it.

    `vocabulary` returns the names of a field, given the field's name.
    """
    found = _completion(query, vocabulary)
    is_whole = found is not None and fold(query[found.start :]) == fold(found.text)
    return None if is_whole else found


def _completion(query: str, vocabulary: Callable[[str], Vocabulary]) -> Completion | None:
    found = [*tokens(fold_typography(query))]
    if not found or found[-1].end != len(query) or found[-1].is_closed:
        return None
    last = found[-1]
    if len(found) > 1 and found[-2].kind == "field":
        return _name(found[-2], last, vocabulary)
    if last.kind != "word" or len(last.text) < _FEWEST or not last.text.isalpha():
        return None
    field = next((name for name in QUERY_NAMES if name.startswith(last.text)), None)
    if field:
        return Completion(last.start, f"{field}:")
    series = vocabulary("series").begun(last.text, at_start=True)
    return Completion(last.start, f"series:{quoted(series)}") if series else None


def _name(field: Token, value: Token, vocabulary: Callable[[str], Vocabulary]) -> Completion | None:
    """Return the completion of the value of a field."""
    known = BY_QUERY[QUERY_NAMES[field.text]]
    if known.query == "is" and value.kind == "word":
        mark = next((mark for mark in MARKS if mark.startswith(value.text.lower())), None)
        return Completion(field.start, f"{field.text}:{mark}") if mark else None
    kind = known.kind
    if kind is None or value.kind not in ("word", "phrase"):
        return None
    name = vocabulary(kind).begun(value.text)
    return Completion(field.start, f"{field.text}:{quoted(name)}") if name else None
