"""Compares the briefs of a library: wordings, attendance, commitments and promises from meeting to meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefreader.compare import Trace, in_both_numbers, traced
from briefreader.library.catalogue.catalogue import Catalogue
from briefreader.library.catalogue.series import Series
from briefreader.library.comparing.said_promises import SaidPromises
from briefreader.library.comparing.series_statements import begins_with, is_named, series_of_statements, with_statements
from briefreader.library.comparing.wordings import Wordings
from briefreader.meetings import HeldMeeting, level_of_name
from briefreader.model import Brief, Entry, NotFoundError
from briefreader.sentences import sentence_at
from briefreader.text import Span

# A trace, which is told while a person waits, needs few of the modules that compare.
if TYPE_CHECKING:
    from briefreader.compare import AttendanceMatrix, Comparison, FollowedCommitment
    from briefreader.library.comparing.agenda import PromisedMeeting
    from briefreader.library.comparing.claims import SeriesClaims

MOST_RANKED = 60
"""Meetings of a series up to which a change is ranked among all changes; more would have to be read too long."""

TELL_WHO_CAME = ("joint statement", "readout", "fact sheet")
"""Kinds of texts that tell who came to a meeting where the text that stands for it does not."""


class Sentence(NamedTuple):
    """A sentence of a brief in one line, and the place in the text that it was asked for, `at` in the line."""

    text: str
    place: Span
    at: int = 0


class Comparing:
    """Reads the briefs that a comparison needs.

    `brief` reads a brief. `wordings` finds words in the texts, `said_promises` tells which meetings briefs promise, and
    `ladders` are the files of the ladders of verbs.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        brief: Callable[[str], Brief],
        wordings: Wordings,
        said_promises: SaidPromises,
        ladders: Sequence[Path],
    ) -> None:
        self._catalogue = catalogue
        self._brief = lru_cache(maxsize=MOST_RANKED)(lambda id: catalogue.corrected(brief(id)))
        self._state: object = None
        self._wordings = wordings
        self._said_promises = said_promises
        self._ladders = ladders

    def compare(self, a: str, b: str) -> Comparison:
        """Return the changes from one brief to another, by their IDs, with their rank in the series of both.

        Raises NotFoundError, SourceError, IndexLostError, SettingsError.
        """
        from briefreader.compare import compared, read_ladders

        self._forget_former_briefs()
        members = self._members_with(a, b)
        ranked = members if len(members) <= MOST_RANKED else ()
        comparison = compared(
            self._brief(a), self._brief(b), read_ladders(self._ladders), [self._brief(each) for each in ranked]
        )
        return comparison._replace(rank=self._rank(a, b, ranked))

    def _forget_former_briefs(self) -> None:
        """Read briefs again once the index has followed a change of their files or of names."""
        state = self._catalogue.state
        if state != self._state:
            self._state = state
            self._brief.cache_clear()

    def _members_with(self, a: str, b: str) -> tuple[str, ...]:
        """Return the briefs that stand for the meetings of the series which both briefs are of."""
        for series in self._catalogue.series():
            ids = tuple(entry.id for entry in series.meetings)
            if a in ids and b in ids:
                return ids
        return ()

    def _rank(self, a: str, b: str, members: Sequence[str]) -> tuple[int, int] | None:
        """Return the place of the change from a to b among those from meeting to meeting, and their number."""
        from briefreader.compare import similarity_of

        steps = [*pairwise(members)]
        if (a, b) not in steps or len(steps) < 2:
            return None
        same = {step: similarity_of(self._brief(step[0]), self._brief(step[1])) for step in steps}
        return 1 + sum(each < same[a, b] for each in same.values()), len(steps)

    def series_named(self, name: str) -> Series:
        """Return the series that a name means for a trace; the statements of a body's leaders can be one by themselves.

        Raises NotFoundError, IndexLostError.
        """
        every = self._catalogue.series()
        if any(is_named(each, name) for each in every):
            return self._catalogue.series_named(name)
        of_leaders = [each for each in every if begins_with(each, name) and level_of_name(each.name) == "leaders"]
        if len(of_leaders) == 1:
            return of_leaders[0]
        found = (
            series_of_statements(name, self._catalogue.meetings(), self._catalogue.entries())
            if not of_leaders
            else None
        )
        return found or self._catalogue.series_named(name)

    def trace(self, phrase: str, series: Series | None = None) -> Trace:
        """Return where a wording stands in the meetings of a series, or in all briefs that have it.

        The joint statements of the leaders or ministers of a series that tell of no meeting are rows too. Raises
        NotFoundError where no brief has it.
        """
        self._forget_former_briefs()
        briefs: Sequence[Entry] = ()
        if series is not None:
            briefs = self.with_statements(series).meetings
        among = None if series is None else [entry.id for entry in briefs]
        having = self._wordings.occurrences(in_both_numbers(phrase), among)
        by_date = sorted(having, key=lambda use: (use.date is None, use.date or ""))  # those of a day stay in order
        counts = {use.id: use.times for use in having}
        found = traced(phrase, series.name if series else None, briefs if series else by_date, counts)
        if found.first is None:
            where = f"no meeting of {series.name}" if series else "no brief"
            if not any(map(str.isalnum, phrase)):
                raise NotFoundError(f"{phrase!r} has no word that a brief could use; write a wording of some words")
            raise NotFoundError(f"{where} has the wording {phrase!r}; try fewer words")
        return found

    def series_of(self, id: str) -> Series | None:
        """Return the series of the meeting that a brief tells of, announces or is a statement of, None if of none.

        Raises IndexLostError.
        """
        meetings = self._catalogue.meetings()
        face = next((each.face for each in meetings if any(brief.id == id for brief in each.briefs)), id)
        every = self._catalogue.series()
        if found := next((each for each in every if any(entry.id == face for entry in each.meetings)), None):
            return found
        entries = [entry for entry in self._catalogue.entries() if entry.id == id]
        if name := next((entry.series for entry in entries if entry.series), None):
            keys = self._catalogue.series_keys((name, *(each.name for each in every)))
            return next((each for each in every if keys[each.name] == keys[name]), None)
        if not any("tatement" in entry.title for entry in entries):
            return None
        statements = (each for each in every if level_of_name(each.name) in ("leaders", "ministers"))
        return next(
            (
                each
                for each in statements
                if any(entry.id == id for entry in with_statements(each, meetings, entries).meetings)
            ),
            None,
        )

    def with_statements(self, series: Series) -> Series:
        """Return a series with the joint statements of its body at its level that tell of no meeting, by date.

        Raises IndexLostError.
        """
        return with_statements(series, self._catalogue.meetings(), self._catalogue.entries())

    def held(self, series: Series) -> tuple[HeldMeeting | None, ...]:
        """Return the meetings of a series in order, None for one that the index no longer has. Raises IndexLostError.

        They have the leads, which the entries of the series have not.
        """
        by_face = {each.face: each for each in self._catalogue.meetings()}
        return tuple(by_face.get(entry.id) for entry in series.meetings)

    def sentences_with(self, id: str, phrase: str) -> tuple[Sentence, ...]:
        """Return the sentences of a brief that have a wording, each with its place. Raises NotFoundError, SourceError.

        A wording that stands in the title has the title as its sentence.
        """
        text = self._brief(id).text
        places = {place for each in in_both_numbers(phrase) for place in self._wordings.places(each, text)}
        return tuple(self.sentence(id, place) for place in sorted(places))

    def sentence(self, id: str, place: Span) -> Sentence:
        """Return the sentence of a brief around a place. Raises NotFoundError, SourceError."""
        text = self._brief(id).text
        around = sentence_at(text, place.start) or place
        before = " ".join(text[around.start : place.start].split())
        return Sentence(" ".join(text[around.start : around.end].split()), place, len(before))

    def agenda(self, today: date) -> tuple[PromisedMeeting, ...]:
        """Return the promised meetings, the earliest first. Raises IndexLostError."""
        from briefreader.library.comparing.agenda import agenda

        meetings = self._catalogue.meetings_as_listed()
        keys = self._catalogue.series_keys({each.series for each in meetings if each.series})

        def series_key(meeting: HeldMeeting) -> str:
            """Return the key of the series of a meeting; of a meeting of no series, its sides and its level."""
            if meeting.series:
                return keys[meeting.series]
            return "|".join((meeting.level or "", *sorted(meeting.sides))) if len(meeting.sides) > 1 else meeting.id

        with self._said_promises.kept() as said:
            return tuple(agenda(meetings, self._catalogue.entries(), series_key, said, today))

    def unindexed(self) -> int:
        """Return the number of the briefs that the index lacks while it is made. Raises IndexLostError."""
        return self._catalogue.unindexed()

    def attendance(self, series: Series) -> AttendanceMatrix:
        """Return who came to the meetings of a series. Raises SourceError."""
        from briefreader.compare import attendance_matrix

        self._forget_former_briefs()
        pairs = zip(series.meetings, self.held(series), strict=True)
        told_by = {entry.id: self._tells_who_came(entry.id, meeting) for entry, meeting in pairs}
        found = ((id, self._brief(brief).annotation.attendance) for id, brief in told_by.items())
        return attendance_matrix(found, told_by)

    def _tells_who_came(self, face: str, meeting: HeldMeeting | None) -> str:
        """Return the brief of a meeting that tells who came: its face, else the first other text on it that does."""
        others = (each.id for each in meeting.briefs if each.kind in TELL_WHO_CAME) if meeting else ()
        for id in (face, *(id for id in others if id != face)):
            if any(each.role != "mentioned" for each in self._brief(id).annotation.attendance):
                return id
        return face

    def commitments(self, series: Series) -> tuple[FollowedCommitment, ...]:
        """Return the new, repeated and dropped commitments of the meetings of a series. Raises SourceError."""
        from briefreader.compare import followed_commitments

        self._forget_former_briefs()
        return followed_commitments(self._brief(entry.id) for entry in series.meetings)

    def claims(self, series: Series) -> SeriesClaims:
        """Return the claims of a series that something is the first, checked by its earlier meetings.

        Raises SourceError, IndexLostError.
        """
        from briefreader.library.comparing.claims import SeriesClaims, claims_of

        self._forget_former_briefs()
        whole = self.with_statements(series)
        return SeriesClaims(whole, claims_of(whole, self.held(whole), self._brief))
