"""What the lists show of the briefs found: read once, and with a snippet where that is asked for."""

from collections.abc import Callable, Mapping, Sequence
from itertools import starmap
from typing import Final

from briefreader.model import Hit
from briefreader.search import matches
from briefreader.search.analysis import EARLY
from briefreader.search.archive import Archive
from briefreader.search.passages import Found, Page, count, term_sought
from briefreader.search.query import Query, terms
from briefreader.search.roster import Roster
from briefreader.search.snippets import best, snippet
from briefreader.search.wordings import Wording

_MOST_SHOWN: Final = 10_000
_MOST_PAGES: Final = 512


class Hits:
    """Makes hits of ranks; what it has read it keeps."""

    def __init__(self, roster: Roster, archive: Archive, poll: Callable[[], None]) -> None:
        self._roster = roster
        self._archive = archive
        self._poll = poll
        self._shown: dict[int, Hit] = {}
        self._last: tuple[Sequence[int], tuple[Hit, ...]] = (), ()
        self._pages: dict[int, _Shown] = {}

    def plain(self, ranks: Sequence[int]) -> tuple[Hit, ...]:
        """Return what the lists show of briefs."""
        if ranks is self._last[0]:
            return self._last[1]
        known = self._shown
        missing = [rank for rank in ranks if rank not in known]
        if len(known) + len(missing) > _MOST_SHOWN:
            known.clear()
            missing = [*ranks]
        if missing:
            known.update(zip(missing, starmap(Hit, self._roster.shown(missing)), strict=True))
        self._last = ranks, tuple(map(known.__getitem__, ranks))
        return self._last[1]

    def scored(self, ranks: Sequence[int], scores: Mapping[int, float]) -> tuple[Hit, ...]:
        """Return the same with the score of each slot that has one."""
        slots = self._roster.slots
        return tuple(
            hit._replace(score=scores.get(slots[rank])) for rank, hit in zip(ranks, self.plain(ranks), strict=True)
        )

    def with_snippets(self, ranks: Sequence[int], scores: Mapping[int, float], query: Query) -> tuple[Hit, ...]:
        """Return the same with matches and snippets; a second word of one or two letters says nothing yet to them."""
        slots = self._roster.slots
        asked = [*dict.fromkeys(terms(query))]
        if len(asked) > 1 and asked[-1].prefix and len(asked[-1].text) <= EARLY and asked[-1].text.isascii():
            asked.pop()
        sought = [term_sought(matches.ways(term)) for term in asked]
        found = []
        for rank, hit in zip(ranks, self.plain(ranks), strict=True):
            self._poll()
            slot = slots[rank]
            page = self._page(slot)
            number, shown = page.shown([page.found(term) for term in sought])
            found.append(Hit(hit.id, hit.title, hit.date, hit.series, hit.ordinal, scores.get(slot), number, shown))
        return tuple(found)

    def _page(self, slot: int) -> "_Shown":
        found = self._pages.pop(slot, None)
        if found is None:
            if len(self._pages) >= _MOST_PAGES:
                del self._pages[next(iter(self._pages))]
            found = _Shown(self._archive.wording(slot))
        self._pages[slot] = found  # the last looked at goes last
        return found


class _Shown(Page):
    """A page of which snippets are shown."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording)
        self._last: tuple[list[Found], int, str] | None = None
        self._snippets: dict[tuple[int, int] | None, str] = {}

    def shown(self, found: list[Found]) -> tuple[int, str]:
        """Return the number of matches and the snippet, given where the terms of a query stand."""
        if self._last is None or self._last[0] != found:  # more letters of a word often find the same
            first = best(found, self.wording)
            if first not in self._snippets:
                self._snippets[first] = snippet(self.wording, first)
            self._last = found, count(found, self.wording.end), self._snippets[first]
        return self._last[1:]
