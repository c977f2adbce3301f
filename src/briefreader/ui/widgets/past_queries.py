"""The queries of this session and the last ones, and a walk through them as through the lines of a shell."""

from collections.abc import Iterable

MOST_QUERIES = 100
_NOWHERE = MOST_QUERIES
"""The number of no query: nobody walks, although the query that is typed may be an old one."""


class PastQueries:
    """The queries in the order in which they were last used, each once."""

    def __init__(self) -> None:
        self._queries: list[str] = []
        self._at = _NOWHERE

    @property
    def all(self) -> tuple[str, ...]:
        """The queries, the last one last."""
        return tuple(self._queries)

    @property
    def position(self) -> str:
        """The number of the query that the walk has come to, and how many there are."""
        return f"query {self._at + 1} of {len(self._queries)}"

    def begin_with(self, queries: Iterable[str]) -> None:
        """Put the queries of the last session before those of this one."""
        for query in (*queries, *self._queries):
            self.remember(query)

    def remember(self, query: str) -> None:
        """Make a query the last one."""
        query = query.strip()
        if query:
            walks = self.is_at(query)
            others = [each for each in self._queries if each != query]
            self._queries = [*others[1 - MOST_QUERIES :], query]
            self._at = len(self._queries) - 1 if walks else _NOWHERE

    def is_at(self, shown: str) -> bool:
        """Tell whether the query shown is the one to which a walk has come."""
        return bool(shown) and self._at < len(self._queries) and self._queries[self._at] == shown

    def older(self, shown: str) -> str | None:
        """Go from the query shown to the one before it, from an empty one to the last; None where there is no way."""
        number = self._at - 1 if self.is_at(shown) else len(self._queries) - 1
        if number < 0 or (shown and not self.is_at(shown)):
            return None
        self._at = number
        return self._queries[number]

    def newer(self, shown: str) -> str | None:
        """Go from the query shown to the one after it, after the last to an empty one; None where there is no walk."""
        if not self.is_at(shown):
            return None
        self._at += 1
        return self._queries[self._at] if self._at < len(self._queries) else ""
