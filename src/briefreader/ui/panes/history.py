"""The history of the places that a person has gone to, with a way back and forward as in a browser."""

from typing import Literal, NamedTuple

from briefreader.model import Sort
from briefreader.ui.panes.article_place import ArticlePlace

Pane = Literal["list", "article", "search"]
"""The pane in use; a panel stands in the place of the list."""

MOST_STOPS = 200


class DossierPlace(NamedTuple):
    """A dossier by its name, the line of its cursor, its first line in sight, and the sections that are open whole."""

    name: str
    cursor: int = 0
    top: int = 0
    opened: frozenset[str] = frozenset()

    @property
    def subject(self) -> tuple[object, ...]:
        """The thing that a person has gone to."""
        return "dossier", self.name


class RedlinePlace(NamedTuple):
    """A redline by the IDs of its older and its newer brief, with the number of the change there and the first line."""

    older: str
    newer: str
    current: int = -1
    top: int = 0

    @property
    def subject(self) -> tuple[object, ...]:
        """The thing that a person has gone to."""
        return "redline", self.older, self.newer


class AgendaPlace(NamedTuple):
    """The agenda: whether kept promises are shown, the line of the cursor and the first line in sight."""

    shows_kept: bool = False
    cursor: int = 0
    top: int = 0

    @property
    def subject(self) -> tuple[object, ...]:
        """The thing that a person has gone to."""
        return ("agenda",)


class TracePlace(NamedTuple):
    """The trace of a wording: the brief whose series is traced, or all briefs; the line of the cursor, the first one.

    A cursor of -1 is on the meeting of the brief, else on the last one.
    """

    phrase: str
    brief_id: str | None = None
    in_all: bool = False
    cursor: int = -1
    top: int = 0

    @property
    def subject(self) -> tuple[object, ...]:
        """The thing that a person has gone to."""
        return "trace", self.phrase


class PhrasesPlace(NamedTuple):
    """The phrases gone or new from an older brief to a newer one, by their IDs; the cursor, the first line in sight."""

    older: str
    newer: str
    cursor: int = 0
    top: int = 0

    @property
    def subject(self) -> tuple[object, ...]:
        """The thing that a person has gone to."""
        return "phrases", self.older, self.newer


class SeriesPlace(NamedTuple):
    """The view of the series of a brief: the number of the tab, people or offices, and where its cursor is.

    A cursor of -1 is on the meeting of the brief. `column` and `left` are those of the attendance.
    """

    brief_id: str
    tab: int = 0
    by_office: bool = False
    cursor: int = -1
    top: int = 0
    column: int = 0
    left: int = 0

    @property
    def subject(self) -> tuple[object, ...]:
        """The thing that a person has gone to."""
        return "series", self.brief_id


ComparingPlace = AgendaPlace | TracePlace | PhrasesPlace | SeriesPlace
"""A place in a list that compares meetings."""

PlaceOnTop = DossierPlace | RedlinePlace | ComparingPlace
"""A place in a screen on top of the reader."""


class Place(NamedTuple):
    """A state of the reader: the query with the order of its hits, a brief, the panel, and the screens on top.

    `typed` says that the last word of the query may go on. `article` is the place in the brief, None where the brief
    opens at its first match. Of the screens on top, each lies on the one from which it was opened.
    """

    query: str = ""
    sort: Sort = "date"
    typed: bool = False
    brief_id: str | None = None
    article: ArticlePlace | None = None
    pane: Pane = "list"
    panel: str = ""
    panel_cursor: int = 0
    on_top: tuple[PlaceOnTop, ...] = ()

    @property
    def subject(self) -> tuple[object, ...]:
        """The things that a person has gone to: two places with the same ones are one stop."""
        return self.query, self.brief_id, self.panel, tuple(each.subject for each in self.on_top)


class History:
    """The stops in order, and the number of the one where a person is."""

    def __init__(self) -> None:
        self.stops: list[Place] = []
        self.at = -1
        self._is_draft = False

    def update(self, place: Place) -> None:
        """Keep the last state of the present stop, if the place belongs to it."""
        if self._is_here(place):
            former = self.stops[self.at]
            pane = former.pane if place.pane == "search" else place.pane  # the next query is not yet another place
            self.stops[self.at] = place._replace(article=place.article or former.article, pane=pane)

    def _is_here(self, place: Place) -> bool:
        return bool(self.stops) and self.stops[self.at].subject == place.subject

    def settle(self, place: Place, draft: bool = False) -> None:
        """Make the place the present stop; stops that lay ahead are forgotten unless it is the present one already.

        `draft` says that its query is still being typed: a longer or shorter query takes the place of a draft.
        """
        if self._is_here(place):
            self._is_draft &= draft
            self.update(place)
            return
        del self.stops[self.at + 1 :]
        if self._is_draft and draft and _goes_on(self.stops[-1].query, place.query):
            self.stops.pop()
        self.stops.append(place)
        del self.stops[:-MOST_STOPS]
        self.at, self._is_draft = len(self.stops) - 1, draft

    def go(self, step: int, present: Place) -> Place | None:
        """Go from the present place to an earlier stop or a later one and return it, None where there is none.

        A place off the way is left for the stop from which it was reached; it becomes a stop if none lies ahead.
        """
        if self._is_here(present):
            self.update(present)
        elif self.at == len(self.stops) - 1:
            self.settle(present)
        else:
            step = max(0, step)
        if not 0 <= self.at + step < len(self.stops):
            return None
        self.at += step
        self._is_draft = False
        return self.stops[self.at]


def is_jump(former: Place, place: Place) -> bool:
    """Tell whether a person has opened or closed a panel or a screen on top between two places."""
    return former.subject[2:] != place.subject[2:]


def _goes_on(former: str, query: str) -> bool:
    """Tell whether one of two different queries is the beginning of the other."""
    return bool(former and query) and former != query and (query.startswith(former) or former.startswith(query))
