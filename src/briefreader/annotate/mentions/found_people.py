"""Collects the people found in a text; each token belongs to one of them at most."""

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.given_names import GIVEN_NAMES


class FoundPeople:
    """Holds the people found up to now, and the tokens after their names with the first tokens of these."""

    def __init__(self, context: DocumentContext) -> None:
        self._context = context
        self.candidates: list[Candidate] = []
        self.ends: dict[int, int] = {}
        self._taken: set[int] = set()

    def __contains__(self, index: int) -> bool:
        return index in self._taken

    def add(self, first: int, last: int, rank: int) -> None:
        """Add a person unless another has one of the tokens or nothing but its capitals makes it a name."""
        if not self._taken.isdisjoint(range(first, last)) or self._is_heading(first, last):
            return
        self._taken.update(range(first, last))
        self.ends[last] = first
        self.candidates.append(Candidate(first, last, "PERSON", rank))

    def _is_heading(self, first: int, last: int) -> bool:
        """Return whether a line in capitals holds a name that neither lists nor the rest of the text know."""
        context = self._context
        if first not in context.capitals or context.is_a(first, "PERSON") or context.is_a(last - 1, "PERSON"):
            return False
        words = [word.capitalize() for word in context.tokens.words[first:last] if len(word) > 1]
        return not any(word in GIVEN_NAMES or word in context.tokens.positions for word in words)
