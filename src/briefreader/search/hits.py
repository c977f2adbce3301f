"""What the lists show of the briefs found: read once, and with a snippet where that is asked for."""

from collections.abc import Callable, Mapping, Sequence
from itertools import starmap
from typing import Final

from briefreader.model import Hit
from briefreader.search import matches
from briefreader.search.archive import Archive
from briefreader.search.passages import Seeker, best, seeker
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
        sought = seeker(tuple(map(matches.ways, terms(query))))
        return tuple(
            self._with_snippet(hit, slots[rank], sought)
            for rank, hit in zip(ranks, self.scored(ranks, scores), strict=True)
        )

    def _with_snippet(self, hit: Hit, slot: int, sought: Seeker) -> Hit:
        self._poll()
        wording = self._wording(slot)
        found = sought.find(wording)
        return hit._replace(matches=len(found), snippet=snippet(wording, best(found, wording.body)))

    def _wording(self, slot: int) -> Wording:
        found = self._wordings.pop(slot, None)
        if found is None:
            if len(self._wordings) >= _MOST_WORDINGS:
                del self._wordings[next(iter(self._wordings))]
            found = self._archive.wording(slot)
        self._wordings[slot] = found  # the last looked at goes last
        return found
