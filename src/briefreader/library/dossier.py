"""Collects the facts of a library about a name of a person, body, place, agreement or series of meetings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefreader.fields import NAME_FIELDS
from briefreader.library.namesakes import Form, Group, folded, grouped, meant
from briefreader.model import (
    Attended,
    Companion,
    Dossier,
    Entry,
    Mention,
    NotFoundError,
    Occurrence,
    OfficeHeld,
    Quotation,
    Results,
    SourceError,
)
from briefreader.sentences import sentences
from briefreader.text import clean_line, words

if TYPE_CHECKING:
    from briefreader.annotate import Annotator
    from briefreader.indexing import Reading

MOST_BRIEFS = 200
"""The number of briefs read for a name; of more briefs, the newest are read."""

_FIELDS = {field.entity: field.query for field in NAME_FIELDS if field.entity}
_OR = " OR "
_LONGEST_QUERY = 1_000  # characters, as the search reads them
_CLOSE = 8


class _Read(NamedTuple):
    entry: Entry
    reading: Reading


class Inquiry:
    """Makes dossiers by `search`, which finds briefs, newest first, and `read`, which annotates a brief."""

    def __init__(
        self,
        annotator: Annotator,
        search: Callable[..., Results],
        read: Callable[[str], tuple[Entry, Reading]],
        cancelled: Callable[[], bool],
    ) -> None:
        self._annotator = annotator
        self._search = search
        self._read = read
        self._cancelled = cancelled

    def about(self, name: str) -> Dossier:
        """Return the dossier of a name, from the briefs read so far if cancelled.

        Raises NotFoundError if no brief holds the name or several people have it.
        """
        sought = clean_line(name)
        if next(words(sought), None) is None:
            raise NotFoundError("a name has letters; write one such as `briefreader who wendy sherman`")
        results = self._search(self._query(sought), limit=MOST_BRIEFS, quick=True)
        briefs = list(self._briefs(results))
        groups = grouped(_forms(briefs), self._annotator)
        group = meant(sought, list(dict.fromkeys(groups.values())), self._annotator.listed(sought))
        if group is None:
            raise NotFoundError(f"no brief names {sought!r}; look how briefs write it", names=self._close(sought))
        return self._dossier(group, groups, briefs, results.total - len(results.hits))

    def _query(self, sought: str) -> str:
        """Return the query that finds every brief that may hold a name in any spelling."""
        listed = self._annotator.listed(sought)
        named = [f'{_FIELDS[entry.type]}:"{_quotable(entry.name)}"' for entry in listed if entry.type in _FIELDS]
        # The names of a person in any order, without initials.
        parts = [f'who:"{word.text}"' for word in words(sought) if len(word.text.strip(".")) > 1]
        spelled = [f'"{_quotable(each)}"' for each in (sought, *(each for entry in listed for each in entry.spellings))]
        query = ""
        for part in dict.fromkeys([*named, *([f"({' '.join(parts)})"] if parts else []), *spelled]):
            if len(query) + len(part) + len(_OR) <= _LONGEST_QUERY:
                query += _OR + part if query else part
        return query

    def _briefs(self, results: Results) -> Iterator[_Read]:
        for hit in results.hits:
            if self._cancelled():
                return
            try:
                yield _Read(*self._read(hit.id))
            except (SourceError, NotFoundError):
                continue  # the file has changed since the last update; the next one reports it

    def _close(self, sought: str) -> tuple[str, ...]:
        """Return names in briefs that resemble the sought one."""
        suggested = self._search(sought, limit=0).suggestion
        close = [*self._annotator.similar(sought, _CLOSE), *([suggested] if suggested else [])]
        return tuple(
            name for name in dict.fromkeys(close) if self._search(self._query(name), limit=0, quick=True).total
        )

    def _dossier(self, group: Group, groups: Mapping[Form, Group], briefs: Sequence[_Read], left_out: int) -> Dossier:
        mentions: list[Occurrence] = []
        attended: list[Attended] = []
        titles: list[tuple[str, str | None]] = []
        together: Counter[str] = Counter()
        for entry, reading in briefs:
            annotation = reading.annotation
            here = [each for each in annotation.mentions if groups.get((each.type, each.canonical)) is group]
            if here:
                mentions.append(Occurrence(entry, len(here), tuple(_quotations(reading.document.text, here))))
            for row in annotation.attendance:
                if row.title and groups.get(("PERSON", row.name)) is group:
                    titles.append((row.title, entry.date))
            attendance = _attendance(group, groups, entry, reading)
            if attendance:
                attended.append(attendance)
            if here or attendance:
                people = dict.fromkeys(groups.get(("PERSON", name)) for name in _people(reading))
                together.update(each.name for each in people if each and each is not group)
        listed = (spelling for entry in self._annotator.listed(group.name) for spelling in entry.spellings)
        synonyms = dict.fromkeys([*(surface for surface, _ in group.surfaces.most_common()), *group.names, *listed])
        return Dossier(
            name=group.name,
            type=group.type,
            aliases=tuple(alias for alias in synonyms if alias != group.name),
            titles=_offices(titles),
            mentions=tuple(mentions),
            attended=tuple(attended),
            together=tuple(Companion(*each) for each in together.most_common()),
            truncated=left_out,
        )


def _quotable(spelling: str) -> str:
    return spelling.replace('"', " ")


def _forms(briefs: Sequence[_Read]) -> dict[Form, Counter[str]]:
    """Return every name in the briefs by type and canonical form, with a count of each spelling."""
    found: dict[Form, Counter[str]] = defaultdict(Counter)
    for _, reading in briefs:
        for mention in reading.annotation.mentions:
            if mention.type not in ("DATE", "TITLE"):
                found[mention.type, mention.canonical][mention.text] += 1
        for lead in reading.annotation.meeting.leads if reading.annotation.meeting else ():
            found["PERSON", lead].update(())
    return found


def _people(reading: Reading) -> Iterable[str]:
    """Return the people in a brief, leaders first, the others in the order of the text."""
    meeting = reading.annotation.meeting
    named = (mention.canonical for mention in reading.annotation.mentions if mention.type == "PERSON")
    return dict.fromkeys((*(meeting.leads if meeting else ()), *named))


def _attendance(group: Group, groups: Mapping[Form, Group], entry: Entry, reading: Reading) -> Attended | None:
    """Return the attendance of a person, or of a country or body as a side, at the meeting of a brief."""
    meeting = reading.annotation.meeting
    if meeting is None:
        return None
    if group.type == "PERSON":
        for row in reading.annotation.attendance:
            if row.role != "mentioned" and groups.get(("PERSON", row.name)) is group:
                return Attended(entry, row.role, row.side)
        led = any(groups.get(("PERSON", name)) is group for name in meeting.leads)
        return Attended(entry, "lead", None) if led else None
    names = {folded(name) for name in (group.name, *group.names)}
    side = next((side for side in meeting.sides if folded(side) in names), None)
    return Attended(entry, "participant", side) if side and group.type in ("PLACE", "ORG") else None


def _quotations(text: str, mentions: Sequence[Mention]) -> Iterator[Quotation]:
    """Yield the sentences that hold the mentions, in order."""
    rest = list(mentions)
    for span in sentences(text):
        here = [each for each in rest if span.start <= each.start < span.end]
        if here:
            inside = tuple((each.start - span.start, min(each.end, span.end) - span.start) for each in here)
            yield Quotation(span.start, span.end, text[span.start : span.end], inside)
            rest = rest[len(here) :]
        if not rest:
            return


def _offices(given: Sequence[tuple[str, str | None]]) -> tuple[OfficeHeld, ...]:
    """Return the offices by first date; a shortened one (`Secretary`) counts as the full one that begins with it."""
    titles = dict.fromkeys(title for title, _ in given)
    dates: dict[str, list[str]] = defaultdict(list)
    for title, date in given:
        longer = [each for each in titles if each.startswith(f"{title} ")]
        dates[longer[0] if len(longer) == 1 else title].extend([date] if date else [])
    held = [OfficeHeld(title, min(days, default=None), max(days, default=None)) for title, days in dates.items()]
    return tuple(sorted(held, key=lambda office: (office.first is None, office.first or "", office.title)))
