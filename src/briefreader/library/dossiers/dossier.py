"""Collects the facts of a library about a name of a person, body, place, office, agreement or series of meetings."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from briefreader.indexing import SIDE, BriefNames, folded
from briefreader.library.dossiers.briefs import Briefs
from briefreader.library.dossiers.companions import companions
from briefreader.library.dossiers.group import Group
from briefreader.library.dossiers.meaning import meant
from briefreader.library.dossiers.namesakes import Namesakes
from briefreader.library.dossiers.office import Office
from briefreader.library.dossiers.offices_held import offices_held
from briefreader.library.dossiers.quotations import quotations
from briefreader.model import (
    Attended,
    Companion,
    Dossier,
    EntityType,
    Entry,
    NotFoundError,
    Occurrence,
    Quotation,
)
from briefreader.search import parse
from briefreader.text import clean_line, words

if TYPE_CHECKING:
    from briefreader.annotate import Annotator
    from briefreader.search import Searcher

MOST_QUOTED = 200
"""The number of briefs, the newest, of which sentences are quoted."""

_CLOSE = 8
_MOST_OTHERS = 20
_MOST_COMPANIONS = 1_000


class Inquiry:
    """Makes dossiers from the names that the index stores; `entry_of` returns the entry of a brief that is there."""

    def __init__(
        self,
        annotator: Annotator,
        searcher: Searcher,
        entry_of: Callable[[str], Entry | None],
        cancelled: Callable[[], bool],
    ) -> None:
        self._annotator = annotator
        self._searcher = searcher
        self._briefs = Briefs(searcher, entry_of)
        self._cancelled = cancelled

    def about(self, name: str) -> Dossier:
        """Return the dossier of a name, from the briefs read so far if cancelled.

        Raises NotFoundError if no brief holds the name or several people have it equally often.
        """
        asked = clean_line(name)
        if next(words(asked), None) is None:
            raise NotFoundError("a name has letters; write one such as `briefreader who wendy sherman`")
        with _collector_at_rest():
            return self._about(asked)

    def _about(self, asked: str) -> Dossier:
        title, sought = self._annotator.parted(self._annotator.body_of_country(asked) or asked)
        if self._cancelled():
            raise NotFoundError(f"the search for {asked!r} was given up; ask again")
        namesakes = Namesakes(self._briefs, self._annotator, sought)
        listed = self._annotator.listed(sought)
        office = None if listed else Office.called(asked, self._briefs, namesakes)
        found = None
        with suppress(*((NotFoundError,) if office else ())):  # several people have the title as a name
            found = meant(sought, title, namesakes, listed)
        if office and (found is None or len(found[0].briefs) < len(office.group.mentions)):
            return self._office_dossier(office)
        if found is None:
            raise NotFoundError(f"no brief names {asked!r}; look how briefs write it", names=self._close(sought))
        return self._dossier(*found, namesakes)

    def _close(self, sought: str) -> tuple[str, ...]:
        """Return names in briefs that resemble the sought one."""
        suggested = self._searcher.search(parse(sought), limit=0).suggestion
        close = [*self._annotator.similar(sought, _CLOSE), *([suggested] if suggested else [])]
        return tuple(name for name in dict.fromkeys(close) if self._is_named(name))

    def _is_named(self, name: str) -> bool:
        namesakes = Namesakes(self._briefs, self._annotator, name)
        try:
            return meant(name, None, namesakes, self._annotator.listed(name)) is not None
        except NotFoundError:  # it names several people
            return True

    def _dossier(self, group: Group, others: Sequence[Group], namesakes: Namesakes) -> Dossier:
        own = frozenset(folded(name) for name in (group.name, *group.names))
        attended = self._attended(group, own)
        ranks = sorted({*group.briefs, *attended})
        mentions, read, left = self._mentions(group, lambda *named: namesakes.of(*named) is group)
        counts = self._briefs.name_counts(ranks)
        in_order = dict.fromkeys(name for names in read for name in _people(names) if name in counts)
        often = sorted(dict.fromkeys((*in_order, *counts)), key=lambda name: -counts[name])[:_MOST_COMPANIONS]
        near = {
            name: counts[name] for name in often if name not in group.names and folded(name) not in group.family_names
        }
        listed = (spelling for entry in self._annotator.listed(group.name) for spelling in entry.spellings)
        synonyms = dict.fromkeys([*(surface for surface, _ in group.surfaces.most_common()), *group.names, *listed])
        return Dossier(
            name=group.name,
            type=group.type,
            aliases=tuple(alias for alias in synonyms if alias != group.name),
            titles=offices_held(group.titles, namesakes.is_country, len(ranks)),
            mentions=mentions,
            attended=tuple(attended[rank] for rank in sorted(attended)),
            together=companions(
                near, len(ranks), self._briefs.count(), lambda names: self._briefs.frequency(names, ranks)
            ),
            truncated=left,
            others=tuple(Companion(*each) for each in _counts(others, group.name))[:_MOST_OTHERS],
        )

    def _office_dossier(self, office: Office) -> Dossier:
        mentions, _, left = self._mentions(office.group, lambda _, type, __, spelling: office.has(type, spelling))
        surfaces = (surface for surface, _ in office.group.surfaces.most_common())
        return Dossier(
            name=office.group.name,
            type="TITLE",
            aliases=tuple(surface for surface in surfaces if surface != office.group.name),
            mentions=mentions,
            holders=office.holders(),
            truncated=left,
        )

    def _attended(self, group: Group, own: Set[str]) -> Mapping[int, Attended]:
        """Return the meetings that a person attended, or in which a country or body was a side, by rank.

        `own` are the folded names of the group.
        """
        entry = self._briefs.entry
        if group.type == "PERSON":
            led = {rank: Attended(entry(rank), "lead", None) for rank in group.led}
            return led | {
                rank: Attended(entry(rank), person.role, person.side) for rank, person in group.attended.items()
            }
        if group.type not in ("PLACE", "ORG"):
            return {}
        return {
            rank: Attended(entry(rank), "participant", tag.columns[0])
            for tag in self._briefs.tagged(SIDE, [*own], lambda tag: folded(tag[0]) in own)
            for rank in tag.ranks
        }

    def _mentions(
        self, group: Group, is_own: Callable[[int, EntityType, str, str], bool]
    ) -> tuple[tuple[Occurrence, ...], Sequence[BriefNames], int]:
        """Return the briefs that mention a group, newest first, the names in those quoted, and how many were left out.

        Briefs are left out if the question was given up. `is_own` tells from the rank of a brief and the type, name and
        spelling of a name in it whether the name belongs to the group.
        """
        ranks = sorted(group.mentions)
        quoted: dict[int, tuple[Quotation, ...]] = {}
        names: list[BriefNames] = []
        for read in self._briefs.read(ranks[:MOST_QUOTED]):
            if self._cancelled():
                break
            places = sorted(
                (start, start + len(spelling))
                for type, name, spellings in read.names.names
                for spelling, starts in spellings
                if is_own(read.rank, type, name, spelling)
                for start in starts
            )
            names.append(read.names)
            quoted[read.rank] = tuple(quotations(read.text(), places))
        counted = ranks if len(quoted) == len(ranks[:MOST_QUOTED]) else [*quoted]
        mentions = tuple(
            Occurrence(self._briefs.entry(rank), times, quoted.get(rank, ()), start, end)
            for rank in counted
            for times, start, end in (group.mentions[rank],)
        )
        return mentions, names, len(ranks) - len(counted)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from examining the names of all briefs, none of which is garbage, again and again.

    It takes more than half of the time for a name that 10,000 briefs have.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _counts(groups: Iterable[Group], name: str) -> Iterable[tuple[str, int]]:
    """Return the names of groups, but for one name, with the number of their briefs."""
    counts: dict[str, int] = {}
    for group in groups:
        if group.name != name:
            counts[group.name] = max(len(group.briefs), counts.get(group.name, 0))
    return counts.items()


def _people(names: BriefNames) -> Iterable[str]:
    """Return the people in a brief, leaders first, the others in the order of the text."""
    return (*names.leads, *(name for type, name, _ in names.names if type == "PERSON"))
