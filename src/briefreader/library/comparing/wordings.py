"""Finds wordings in the briefs of a library, in whatever spelling."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from briefreader.library.index_session import IndexSession
from briefreader.text import Span

if TYPE_CHECKING:
    from briefreader.search import WordingUse


class Wordings:
    """Looks for words in a row; `matches` returns the places of a query in a text."""

    def __init__(self, session: IndexSession, matches: Callable[[str, str], Sequence[Span]]) -> None:
        self._session = session
        self._matches = matches

    def occurrences(self, phrases: Iterable[str], among: Collection[str] | None) -> Sequence[WordingUse]:
        """Return the briefs that have a wording in one of its forms, of some IDs or of all, newest first."""
        from briefreader.search import parse

        queries = [parse(_quoted(phrase)) for phrase in phrases]
        return self._session.ask(lambda searcher: searcher.occurrences(queries, among)) or ()

    def places(self, phrase: str, text: str) -> Sequence[Span]:
        """Return the places of a wording in a text."""
        return self._matches(_quoted(phrase), text)


def _quoted(phrase: str) -> str:
    return '"{}"'.format(phrase.replace('"', " "))
