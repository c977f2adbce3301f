"""What the lists show of the briefs found: read once, and with a snippet where that is asked for."""

from collections.abc import Callable, Mapping, Sequence
from itertools import starmap
from typing import Final

from briefreader.model import Hit
from briefreader.search import matches
from briefreader.search.archive import Archive
from briefreader.search.passages import best, merged, ways_sought
from briefreader.search.query import Query, terms
from briefreader.search.roster import Roster
from briefreader.search.snippets import snippet
from briefreader.search.wordings import Wording

_MOST_SHOWN: Final = 10_000
_MOST_WORDINGS: Final = 512


class Hits:
    """Makes hits of ranks; what it has read it keeps."""

    def __init__(self, roster: Roster, archive: Archive, poll: Callable[[], None]) -> None:
        self._roster = roster
        self._archive = archive
        self._poll = poll
        self._shown: dict[int, Hit] = {}
        self._wordings: dict[int, Wording] = {}

    def plain(self, ranks: Sequence[int]) -> tuple[Hit, ...]:
        """Return what the lists show of briefs."""
        known = self._shown
        try:
            return tuple(map(known.__getitem__, ranks))
        except KeyError:
            pass
        missing = [rank for rank in ranks if rank not in known]
        if len(known) + len(missing) > _MOST_SHOWN:
            known.clear()
            missing = [*ranks]
        known.update(zip(missing, starmap(Hit, self._roster.shown(missing)), strict=True))
        return tuple(map(known.__getitem__, ranks))

    def scored(self, ranks: Sequence[int], scores: Mapping[int, float]) -> tuple[Hit, ...]:
        """Return the same with the score of each slot that has one."""
        slots = self._roster.slots
        return tuple(
            hit._replace(score=scores.get(slots[rank])) for rank, hit in zip(ranks, self.plain(ranks), strict=True)
        )

    def with_snippets(self, ranks: Sequence[int], scores: Mapping[int, float], query: Query) -> tuple[Hit, ...]:
        """Return the same with matches and snippets."""
        slots = self._roster.slots
        sought = [ways_sought(matches.ways(term)) for term in terms(query)]
        found = []
        for rank, hit in zip(ranks, self.plain(ranks), strict=True):
            self._poll()
            slot = slots[rank]
            wording = self._wording(slot)
            groups = [each.in_wording(wording) for each in sought]
            count = len(merged([match for group in groups for match in group], wording.end))
            shown = snippet(wording, best(groups, wording))
            found.append(Hit(hit.id, hit.title, hit.date, hit.series, hit.ordinal, scores.get(slot), count, shown))
        return tuple(found)

    def _wording(self, slot: int) -> Wording:
        found = self._wordings.pop(slot, None)
        if found is None:
            if len(self._wordings) >= _MOST_WORDINGS:
                del self._wordings[next(iter(self._wordings))]
            found = self._archive.wording(slot)
        self._wordings[slot] = found  # the last looked at goes last
        return found
