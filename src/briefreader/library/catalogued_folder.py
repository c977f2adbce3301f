"""Offers the briefs of a folder with their meetings and series, as they are inferred and as a person corrected them."""

from __future__ import annotations

from functools import cached_property

from briefreader.library.catalogue.catalogue import Catalogue
from briefreader.library.catalogue.overview import Overview
from briefreader.library.catalogue.series import Series
from briefreader.library.corrections.own_meetings import OwnMeetings
from briefreader.library.indexed_folder import IndexedFolder
from briefreader.meetings import HeldMeeting
from briefreader.model import Brief, Entry


class CataloguedFolder(IndexedFolder):
    """The briefs in a folder with the meetings that they tell of, and what a person corrected about these."""

    @cached_property
    def own_meetings(self) -> OwnMeetings:
        """What a person corrected about meetings and series, and the ways to correct more."""
        return OwnMeetings(self.root, self._places, self.meetings, lambda ids: self._catalogue.ids_now(ids))

    @cached_property
    def _catalogue(self) -> Catalogue:
        return Catalogue(self._session, self._known_names, self.own_meetings, lambda: self._index)

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries with what a person states of their meetings, newest first, undated last."""
        return self._catalogue.entries()

    def corrected(self, brief: Brief) -> Brief:
        """Return a brief with what a person states of its meeting."""
        return self._catalogue.corrected(brief)

    def meetings(self) -> tuple[HeldMeeting, ...]:
        """Return the meetings that were held, newest first, each with its briefs. Raises IndexLostError."""
        return self._catalogue.meetings()

    def meetings_as_listed(self) -> tuple[HeldMeeting, ...]:
        """Return the meetings, their series under the names that the list of series has. Raises IndexLostError."""
        return self._catalogue.meetings_as_listed()

    def overview(self) -> Overview:
        """Return the briefs, their meetings and the sections of the library; briefs alone while there is no index."""
        return self._catalogue.overview(self.settings.home)

    def inferred_meeting(self, id: str) -> HeldMeeting | None:
        """Return the meeting of a brief with the facts that are inferred; None where it tells of none.

        Raises IndexLostError.
        """
        return self._catalogue.inferred_meeting(id)

    def series(self) -> tuple[Series, ...]:
        """Return all series by name, each with its meetings, gaps and next date. Raises IndexLostError."""
        return self._catalogue.series()

    def series_named(self, name: str) -> Series:
        """Return the series of a name or of an unambiguous beginning of a name.

        Raises NotFoundError, IndexLostError.
        """
        return self._catalogue.series_named(name)
