"""The commands for the selected name: show its dossier, rename it, or stop treating it as a name.

The screens that a command opens are imported by it: the first paint does not wait for them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from briefreader.fields import BY_ENTITY
from briefreader.library import Library
from briefreader.model import Brief, EntityType, Mention, identity
from briefreader.ui.background import Notice, errors_noticed
from briefreader.ui.key_table import key_of, with_keys
from briefreader.ui.panes.on_top import ActionsOnTop

if TYPE_CHECKING:
    from briefreader.ui.panes.history import DossierPlace
    from briefreader.ui.screens.name_change import Uses

SELECT_FIRST = "select a name first: {next-name} selects the next one, {names} lists them"


class NameActions(ActionsOnTop):
    """An invisible widget that acts on the name that `selected` returns, in the brief that `brief` returns."""

    @dataclass(eq=False, repr=False)
    class NamesChanged(Message):
        """The lists of names have changed; `text` describes the change."""

        text: str

    def __init__(
        self, library: Library, selected: Callable[[], Mention | None], brief: Callable[[], Brief | None]
    ) -> None:
        super().__init__()
        self._library = library
        self._selected = selected
        self._brief = brief

    def _selected_name(self) -> Mention | None:
        mention = self._selected()
        if mention is None:
            self.post_message(Notice(with_keys(SELECT_FIRST)))
        return mention

    def action_dossier(self) -> None:
        """Show everything the library says about the selected name."""
        from briefreader.ui.panes.history import DossierPlace

        if mention := self._selected_name():
            self.show(DossierPlace(self._asked(mention)))

    def show(self, place: DossierPlace) -> None:
        """Show the dossier of a place."""
        from briefreader.ui.screens.dossier_view import DossierScreen

        self.put_on_top(DossierScreen(place.name, self._library, place))

    def _asked(self, mention: Mention) -> str:
        """Return the name to ask for: an office with its country where the brief tells that."""
        brief = self._brief()
        if mention.type != "TITLE" or brief is None:
            return mention.identity
        return office_asked_for(mention, brief)

    def action_rename(self) -> None:
        """Ask for another name for the selected one, and tell which briefs hold it."""
        from briefreader.ui.screens.name_change import NamePromptScreen

        if mention := self._selected_name():
            if BY_ENTITY[mention.type].section is None:
                self.post_message(Notice(f"{mention.text} goes by no other name; {with_keys(SELECT_FIRST)}"))
                return
            asked = NamePromptScreen(mention.text, mention.canonical, self._uses_as(mention.type))
            self.app.push_screen(asked, lambda name: self._rename(mention, name))

    def _rename(self, mention: Mention, name: str | None) -> None:
        if name and name != mention.canonical:
            rename = partial(self._library.own_names.rename, mention.text, name, mention.type)
            self._change(rename, f"{mention.text} is now {name}")

    def action_remove(self) -> None:
        """Ask whether the selected name is no name, and tell which briefs hold it."""
        from briefreader.ui.screens.name_change import NameRemovalScreen

        if mention := self._selected_name():
            asked = NameRemovalScreen(mention.text, mention.canonical, self._uses_as(mention.type))
            self.app.push_screen(asked, lambda agreed: self._remove(mention, agreed))

    def _remove(self, mention: Mention, agreed: bool | None) -> None:
        if agreed:
            self._change(lambda: self._library.own_names.remove(mention.text), f"{mention.text} is no longer a name")

    def _uses_as(self, type: EntityType) -> Uses:
        return lambda name: self._library.own_names.uses(name, type)

    @work(exclusive=True, group="names")
    async def _change(self, change: Callable[[], Path], text: str) -> None:
        """Write a change to names.yaml in a thread."""
        with errors_noticed(self):
            path = await asyncio.to_thread(change)
            self.post_message(self.NamesChanged(f"{text} ({path.name}); {key_of('undo')} undoes it"))


def office_asked_for(office: Mention, brief: Brief) -> str:
    """Return the name by which the dossier of an office in a brief is asked for, with its side if that is clear."""
    return identity(office.canonical, _side(office, brief))


def _side(office: Mention, brief: Brief) -> str | None:
    """Return the side of an office: the country before it, or that of the person after it or of its only holder."""
    named, people = brief.annotation.mentions, brief.annotation.attendance
    at = named.index(office)
    before, after = named[at - 1] if at else None, named[at + 1] if at + 1 < len(named) else None
    if before and before.type in ("PLACE", "NORP") and brief.text[before.end : office.start] in (" ", "'s ", "’s "):
        return before.canonical
    if after and brief.text[office.end : after.start] == " ":
        return next((each.side for each in people if each.name == after.canonical), None)
    sides = {each.side for each in people if each.title in (office.text, office.canonical)}
    return sides.pop() if len(sides) == 1 else None
