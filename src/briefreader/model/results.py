"""The answers to queries."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

Sort = Literal["date", "relevance"]


class Hit(NamedTuple):
    """A brief found by a query; values that a quick search leaves out are None."""

    id: str
    title: str
    date: str | None
    series: str | None
    ordinal: int | None
    path: str
    url: str | None = None
    score: float | None = None
    matches: int | None = None
    snippet: str | None = None


class HitList(Sequence[Hit]):
    """Hits each of which is made when it is read."""

    @abstractmethod
    def place(self, id: str) -> int | None:
        """Return the position of the brief of an ID, None if it is not among the hits."""

    @abstractmethod
    def holds(self, id: str) -> bool:
        """Tell whether the brief of an ID is among the hits, which is quicker than its position."""

    @abstractmethod
    def ids(self, start: int, end: int) -> list[str]:
        """Return the IDs of the hits from one position to before another."""


class Results(NamedTuple):
    """The answer to a query: `total` counts all hits, `hits` are the requested number of them, a `HitList` if many.

    `understood` describes in words how the query was parsed; `facets` counts hits by series, year, kind of text,
    side of a meeting (`with`), person, organization and place.
    """

    query: str
    understood: str
    total: int
    hits: Sequence[Hit]
    suggestion: str | None = None
    took_ms: float = 0.0
    facets: Mapping[str, Mapping[str, int]] | None = None


class Completion(NamedTuple):
    """A completion of a query: `text` replaces all from offset `start` on."""

    start: int
    text: str


class SavedSearch(NamedTuple):
    """A saved query with the briefs found now and the new ones among them since it was `visited`, an ISO date."""

    query: str
    found: tuple[str, ...]
    new: frozenset[str]
    visited: str | None
