"""Tells the meetings, the series and the sections of a library, as they are inferred and as a person corrected them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from briefreader.indexing import KnownNames, LibraryIndex
from briefreader.library.catalogue.listed_series import ListedSeries, listed_series
from briefreader.library.catalogue.overview import Overview
from briefreader.library.catalogue.series import Member, Series, all_series, named, series_names
from briefreader.library.corrections.own_meetings import OwnMeetings
from briefreader.library.index_session import IndexSession
from briefreader.meetings import Corrections, HeldMeeting
from briefreader.model import Brief, Entry, IndexLostError, SettingsError

if TYPE_CHECKING:
    from briefreader.library.catalogue.meetings_held import MeetingsHeld


class Catalogue:
    """The meetings of a library; `index` returns its index, which is another one where the cache cannot be written.

    `own` holds what a person corrected. Every method but `entries`, `corrected` and `overview` raises IndexLostError.
    """

    def __init__(
        self, session: IndexSession, known_names: KnownNames, own: OwnMeetings, index: Callable[[], LibraryIndex]
    ) -> None:
        self._session = session
        self._known_names = known_names
        self._own = own
        self._index = index
        self._meetings_by_id: tuple[Sequence[HeldMeeting], Mapping[str, HeldMeeting]] = (), {}

    @cached_property
    def _held(self) -> MeetingsHeld:
        from briefreader.library.catalogue.meetings_held import MeetingsHeld  # after the first paint of the reader

        return MeetingsHeld(
            self._own.corrections, self.ids_now, lambda names: self._known_names.annotator().series_keys(names)
        )

    @property
    def state(self) -> object:
        """A value that differs between any two states of the index, of the lists of names and of the corrections."""
        return self._session.changes, self._known_names.version, self._own.corrections()

    def _entries(self) -> tuple[Entry, ...]:
        return tuple(self._session.by_id().values())

    def entries(self) -> tuple[Entry, ...]:
        """Return the briefs, newest first, with the series, number and place that a person states of their meetings."""
        if self._own.corrections() == Corrections():
            return self._entries()
        from briefreader.meetings import corrected_entries

        try:
            return corrected_entries(self._entries(), self.meetings())
        except (IndexLostError, SettingsError):
            return self._entries()

    def corrected(self, brief: Brief) -> Brief:
        """Return a brief with what a person states of its meeting."""
        if self._own.corrections() == Corrections():
            return brief
        from briefreader.meetings import corrected_brief

        try:
            meetings = self.meetings()
        except (IndexLostError, SettingsError):
            return brief
        if meetings is not self._meetings_by_id[0]:
            self._meetings_by_id = meetings, {found.id: meeting for meeting in meetings for found in meeting.briefs}
        return corrected_brief(brief, self._meetings_by_id[1].get(brief.entry.id))

    def meetings(self) -> tuple[HeldMeeting, ...]:
        """Return the meetings that were held, newest first, each with its briefs."""
        return self._held.of(self._index().index)

    def meetings_as_listed(self) -> tuple[HeldMeeting, ...]:
        """Return the meetings, their series under the names that the list of series has, however briefs spell them."""
        names = {entry.id: series.name for series in self.series() for entry in series.meetings}
        return tuple(each._replace(series=names.get(each.face, each.series)) for each in self.meetings())

    def inferred_meeting(self, id: str) -> HeldMeeting | None:
        """Return the meeting of a brief with the facts that are inferred; None where it tells of none."""
        held = self._held.without_facts(self._index().index)
        return next((meeting for meeting in held if any(brief.id == id for brief in meeting.briefs)), None)

    def overview(self, home: str | None) -> Overview:
        """Return the briefs, their meetings and the sections; briefs alone while there is no index.

        `home` is the side of the library that a person set. While a list of names has a mistake, of which an update of
        the index tells, names stand as the briefs spell them.
        """
        from briefreader.meetings import corrected_entries, sections_of

        try:
            meetings = self.meetings()
        except (IndexLostError, SettingsError):
            meetings = ()
        entries = corrected_entries(self._entries(), meetings)
        if not meetings:
            return Overview(entries)
        from briefreader.annotate import family_name

        if home:
            with suppress(SettingsError):
                home = self._known_names.annotator().called("PLACE", home)
        listed = self._listed_series(entries)
        sections = sections_of(
            entries,
            meetings,
            lambda meeting: listed.shown.get(meeting.series or ""),
            home=home,
            is_standing=listed.standing.__contains__,
            family_name=family_name,
        )
        return Overview(entries, sections)

    def series(self) -> tuple[Series, ...]:
        """Return all series by name, each with its meetings, gaps and next date."""
        return all_series(self._members(), self._series_called())

    def series_named(self, name: str) -> Series:
        """Return the series of a name or of an unambiguous beginning of a name. Raises NotFoundError too."""
        return named(name, self._members(), self._series_called())

    def unindexed(self) -> int:
        """Return the number of the briefs whose meetings are not known yet, since an update of the index goes on."""
        (paths,) = self._index().index.columns("path")
        known = frozenset(paths)
        return sum(entry.path not in known for entry in self._entries())

    def series_keys(self, names: Iterable[str]) -> Mapping[str, str]:
        """Return for each name of a series a text that is equal for all its spellings."""
        called = self._series_called()
        return {name: called(name) for name in names}

    def _members(self) -> tuple[Member, ...]:
        """Return the meetings that are of a series; a text that only announces a meeting is none."""
        from briefreader.meetings import corrected_entries

        meetings = self.meetings()
        entry_of = {entry.id: entry for entry in corrected_entries(self._entries(), meetings)}
        members: list[Member] = []
        for each in meetings:
            if each.series and (entry := entry_of.get(each.face)):
                date = each.date if "date" in each.stated else entry.date
                found = entry._replace(
                    series=each.series, ordinal=each.ordinal, date=date, city=each.city, country=each.country
                )
                members.append(Member(found, each.next))
        return tuple(members)

    def _listed_series(self, entries: Sequence[Entry]) -> ListedSeries:
        """Return the name shown for each spelling of a series in entries, and the names of standing bodies."""
        spellings = {entry.series for entry in entries if entry.series}
        if not spellings:
            return ListedSeries({}, frozenset())
        given = self._own.corrections().series

        def find() -> ListedSeries:
            names = series_names(entries, self._series_called())
            stated = {names[name]: name for name in given.values() if name in names}
            shown = {spelling: stated.get(name, name) for spelling, name in names.items()}
            is_standing = self._known_names.annotator().is_standing_series
            return ListedSeries(shown, frozenset(filter(is_standing, shown.values())))

        known = (*spellings, *(f"{name}={other}" for other, name in given.items()))
        try:
            return listed_series(self._index().index.folder.parent, self._known_names.version, known, find)
        except SettingsError:
            return ListedSeries({spelling: spelling for spelling in spellings}, frozenset())

    def _series_called(self) -> Callable[[str], str]:
        """Return a function that tells which series a name means; acronyms mean those of the entries."""
        annotator = self._known_names.annotator()
        names = {entry.series for entry in self._entries() if entry.series}
        keys = annotator.series_keys(names)
        return lambda name: keys.get(name) or annotator.series_keys((*names, name))[name]

    def ids_now(self, ids: Collection[str]) -> Mapping[str, str]:
        """Return the present IDs of the briefs that had some IDs before; an ID that several briefs had means none."""
        known = self._session.by_id()
        gone = [id for id in ids if id not in known]
        if not gone:
            return {}
        kept = self._index().kept_ids()
        paths = {id: found[0] for id in gone if len(found := kept.paths(id)) == 1}
        by_path = {entry.path: entry.id for entry in known.values()} if paths else {}
        return {id: by_path[path] for id, path in paths.items() if path in by_path}
