"""Collects the facts of a library about a name of a person, body, place, agreement or series of meetings."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from briefreader.fields import NAME_FIELDS
from briefreader.indexing import BriefNames
from briefreader.library.dossiers.companions import companions
from briefreader.library.dossiers.namesakes import DatedNames, Group, Namesakes, folded, meant
from briefreader.library.dossiers.offices_held import offices_held
from briefreader.library.dossiers.same_person import likely_family_names
from briefreader.model import Attended, Companion, Dossier, Entry, NotFoundError, Occurrence, Quotation
from briefreader.search import parse
from briefreader.sentences import sentences
from briefreader.text import clean_line, words

if TYPE_CHECKING:
    from briefreader.annotate import Annotator
    from briefreader.search import Searcher

MOST_BRIEFS = 50_000
"""The number of briefs of which the names are read; of more briefs, those of the newest are read."""

MOST_QUOTED = 200
"""The number of briefs, the newest, of which sentences are quoted."""

_FIELDS = {field.entity: field.query for field in NAME_FIELDS if field.entity}
_OR = " OR "
_LONGEST_QUERY = 1_000  # characters, as the search reads them
_CLOSE = 8
_MOST_OTHERS = 20
_MOST_COMPANIONS = 1_000


class _Read(NamedTuple):
    entry: Entry
    names: BriefNames
    text: Callable[[], str]


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
        self._entry_of = entry_of
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
        total, briefs = self._briefs(sought)
        namesakes = Namesakes([DatedNames(brief.entry.date, brief.names) for brief in briefs], self._annotator, sought)
        found = meant(sought, title, namesakes, self._annotator.listed(sought))
        if found is None and self._cancelled():
            raise NotFoundError(f"the search for {asked!r} was given up; ask again")
        if found is None:
            raise NotFoundError(f"no brief names {asked!r}; look how briefs write it", names=self._close(sought))
        group, others = found
        dossier = self._dossier(group, namesakes, briefs)
        return dossier._replace(
            others=tuple(Companion(*each) for each in _counts(others, group.name))[:_MOST_OTHERS],
            truncated=max(total - MOST_BRIEFS, 0),
        )

    def _query(self, sought: str) -> str:
        """Return the query that finds every brief that may hold a name in any spelling."""
        listed = self._annotator.listed(sought)
        named = [f'{_FIELDS[entry.type]}:"{_quotable(entry.name)}"' for entry in listed if entry.type in _FIELDS]
        if sought.endswith(")"):
            named.append(f'{_FIELDS["ORG"]}:"{_quotable(sought)}"')  # `Ministry of Health (Fiji)`
        # The names of a person in any order, without initials.
        parts = [f'who:"{word.text}"' for word in words(sought) if len(word.text.strip(".")) > 1]
        family = [f'who:"{word}"' for word in likely_family_names(sought)] if len(parts) > 1 else []
        spelled = [f'"{_quotable(each)}"' for each in (sought, *(each for entry in listed for each in entry.spellings))]
        query = ""
        for part in dict.fromkeys([*named, *([f"({' '.join(parts)})"] if parts else []), *family, *spelled]):
            if len(query) + len(part) + len(_OR) <= _LONGEST_QUERY:
                query += _OR + part if query else part
        return query

    def _briefs(self, sought: str) -> tuple[int, list[_Read]]:
        """Return how many briefs may hold a name, and the names in those, newest first."""
        total, documents = self._searcher.stored(parse(self._query(sought)), MOST_BRIEFS)
        briefs: list[_Read] = []
        for document in documents:
            if self._cancelled():
                break
            if entry := self._entry_of(document.id):
                briefs.append(_Read(entry, BriefNames.stored(document.value), document.text))
        return total, briefs

    def _close(self, sought: str) -> tuple[str, ...]:
        """Return names in briefs that resemble the sought one."""
        suggested = self._searcher.search(parse(sought), limit=0).suggestion
        close = [*self._annotator.similar(sought, _CLOSE), *([suggested] if suggested else [])]
        return tuple(name for name in dict.fromkeys(close) if self._searcher.stored(parse(self._query(name)), 0)[0])

    def _dossier(self, group: Group, namesakes: Namesakes, briefs: Sequence[_Read]) -> Dossier:
        mentions: list[Occurrence] = []
        attended: list[Attended] = []
        near: dict[str, list[int]] = {}
        families = group.family_names
        own = frozenset(folded(name) for name in (group.name, *group.names))
        for number, brief in enumerate(briefs):
            if self._cancelled():
                break
            starts = sorted(
                (start, start + len(spelling))
                for type, name, spellings in brief.names.names
                if namesakes.of(number, type, name) is group
                for spelling, places in spellings
                for start in places
            )
            if starts:
                quoted = tuple(_quotations(brief.text(), starts)) if len(mentions) < MOST_QUOTED else ()
                mentions.append(Occurrence(brief.entry, len(starts), quoted))
            attendance = _attendance(group, own, namesakes, number, brief)
            if attendance:
                attended.append(attendance)
            if starts or attendance:
                for name in _people(brief.names):
                    if namesakes.of(number, "PERSON", name) is not group and folded(name) not in families:
                        near.setdefault(name, []).append(number)
        listed = (spelling for entry in self._annotator.listed(group.name) for spelling in entry.spellings)
        synonyms = dict.fromkeys([*(surface for surface, _ in group.surfaces.most_common()), *group.names, *listed])
        return Dossier(
            name=group.name,
            type=group.type,
            aliases=tuple(alias for alias in synonyms if alias != group.name),
            titles=offices_held(group.titles, namesakes.is_country),
            mentions=tuple(mentions),
            attended=tuple(attended),
            together=self._companions(near, len(group.briefs)),
        )

    def _companions(self, near: dict[str, list[int]], own: int) -> tuple[Companion, ...]:
        called: dict[str, list[int]] = {}
        for name in sorted(near, key=lambda name: -len(near[name]))[:_MOST_COMPANIONS]:
            called.setdefault(self._annotator.called("PERSON", name), []).extend(near[name])
        return companions(called, own, self._searcher.count(), lambda names: self._searcher.frequency("who", names))


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


def _quotable(spelling: str) -> str:
    return spelling.replace('"', " ")


def _counts(groups: Iterable[Group], name: str) -> Iterable[tuple[str, int]]:
    """Return the names of groups, but for one name, with the number of their briefs."""
    counts: dict[str, int] = {}
    for group in groups:
        if group.name != name:
            counts[group.name] = max(len(group.briefs), counts.get(group.name, 0))
    return counts.items()


def _people(names: BriefNames) -> Iterable[str]:
    """Return the people in a brief, leaders first, the others in the order of the text."""
    return dict.fromkeys(chain(names.leads, (name for type, name, _ in names.names if type == "PERSON")))


def _attendance(group: Group, own: Set[str], namesakes: Namesakes, number: int, brief: _Read) -> Attended | None:
    """Return the attendance of a person, or of a country or body as a side, at the meeting of a brief.

    `own` are the folded names of the group.
    """
    names = brief.names
    if group.type == "PERSON":
        for name, _, side, role in names.people:
            if role != "mentioned" and namesakes.of(number, "PERSON", name) is group:
                return Attended(brief.entry, role, side)
        led = any(namesakes.of(number, "PERSON", name) is group for name in names.leads)
        return Attended(brief.entry, "lead", None) if led else None
    side = next((side for side in names.sides if folded(side) in own), None)
    return Attended(brief.entry, "participant", side) if side and group.type in ("PLACE", "ORG") else None


def _quotations(text: str, mentions: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    """Yield the sentences that hold the mentions, which are in order."""
    at = 0
    for span in sentences(text):
        first = at
        while at < len(mentions) and mentions[at][0] < span.end:
            at += 1
        here = [(start, end) for start, end in mentions[first:at] if start >= span.start]
        if here:
            inside = tuple((start - span.start, min(end, span.end) - span.start) for start, end in here)
            yield Quotation(span.start, span.end, text[span.start : span.end], inside)
        if at == len(mentions):
            return
