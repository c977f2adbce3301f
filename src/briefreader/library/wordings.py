"""Finds wordings in the briefs of a library, in whatever spelling."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from briefreader.library.index_session import IndexSession
from briefreader.text import Span


class Wordings:
    """Looks for words in a row; `matches` returns the places of a query in a text."""

    def __init__(self, session: IndexSession, matches: Callable[[str, str], Sequence[Span]]) -> None:
        self._session = session
        self._matches = matches

    def occurrences(self, phrase: str, among: Collection[str] | None) -> Mapping[str, int]:
        """Return how often each brief has a wording, by ID, of some IDs or of all."""
        from briefreader.search import parse

        query = parse(_quoted(phrase))
        return self._session.ask(lambda searcher: searcher.occurrences(query, among)) or {}

    def places(self, phrase: str, text: str) -> Sequence[Span]:
        """Return the places of a wording in a text."""
        return self._matches(_quoted(phrase), text)


def _quoted(phrase: str) -> str:
    return '"{}"'.format(phrase.replace('"', " "))
