"""What the lists show of the briefs found: read once, and with a snippet where that is asked for."""

from collections.abc import Callable, Mapping, Sequence
from itertools import starmap
from typing import Final

from briefreader.model import Hit
from briefreader.search import matches, snippets
from briefreader.search.archive import Archive
from briefreader.search.prepared import Prepared
from briefreader.search.query import Query
from briefreader.search.roster import Roster

_MOST_SHOWN: Final = 10_000
_MOST_TEXTS: Final = 1_024


class Hits:
    """Makes hits of ranks; what it has read it keeps."""

    def __init__(self, roster: Roster, archive: Archive, poll: Callable[[], None]) -> None:
        self._roster = roster
        self._archive = archive
        self._poll = poll
        self._shown: dict[int, Hit] = {}
        self._texts: dict[int, Prepared] = {}

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
        return tuple(
            self._with_snippet(hit, slots[rank], query)
            for rank, hit in zip(ranks, self.scored(ranks, scores), strict=True)
        )

    def _with_snippet(self, hit: Hit, slot: int, query: Query) -> Hit:
        self._poll()
        text = self._text(slot)
        spans = matches.find_in(query, text)
        return hit._replace(matches=len(spans), snippet=snippets.best(text.text, spans))

    def _text(self, slot: int) -> Prepared:
        found = self._texts.pop(slot, None)
        if found is None:
            if len(self._texts) >= _MOST_TEXTS:
                del self._texts[next(iter(self._texts))]
            at, document = self._archive.located(slot)
            found = Prepared(self._archive.segments[at].text(document))
        self._texts[slot] = found  # the last looked at goes last
        return found
