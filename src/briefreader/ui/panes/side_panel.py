"""What the open brief holds, in the place of the list, and what one can do with a name."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path

from textual import on, work
from textual.message import Message
from textual.reactive import reactive

from briefreader.library import Library
from briefreader.model import Brief, BriefreaderError, Mention
from briefreader.text import Span
from briefreader.ui.panes.annotation_lists import attendance_lines, commitment_lines, name_lines, sentence_around
from briefreader.ui.screens.dossier_view import DossierScreen, Visit
from briefreader.ui.screens.name_prompt import NamingScreen
from briefreader.ui.screens.panes import PanesScreen
from briefreader.ui.themes import ENTITY_NAMES
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.pick_list import PickLine

CARDS: Mapping[str, Callable[[Brief, int], tuple[PickLine, ...]]] = {
    "names": name_lines,
    "attendance": attendance_lines,
    "commitments": commitment_lines,
}

POINT_FIRST = "point at a name first: . goes to the next one, p lists them"


class CardScreen(PanesScreen):
    """The panes with a card: names, attendance or commitments of the brief that is open."""

    brief: reactive[Brief | None] = reactive(None, repaint=False)

    class BriefAsked(Message):
        """A brief shall be opened, in the list or not."""

        def __init__(self, brief_id: str) -> None:
            super().__init__()
            self.brief_id = brief_id

    class NamesChanged(Message):
        """What is known by name has changed; `told` says how."""

        def __init__(self, told: str) -> None:
            super().__init__()
            self.told = told

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self.card_kind = "names"
        self._pointed_next: Span | None = None

    def follow_brief(self) -> None:
        """Point at what was asked for in a brief that is now open, and bring the card up to date."""
        if self._pointed_next is not None:
            self.article.spot, self._pointed_next = self._pointed_next, None
        if self.card_open and self.card_kind in CARDS:
            self.show_card()

    @on(CursorView.CursorMoved, "#card")
    def point_at_picked(self) -> None:
        """Show in the article what the card's line is about: a name, or the sentence that proves it."""
        picked = self.card.picked
        if picked is None or picked.span is None or self.brief is None:
            self.article.spot = None
        elif self.card_kind == "attendance":
            self.article.spot = sentence_around(self.brief, picked.span)
        else:
            self.article.spot = picked.span

    def show_card(self) -> None:
        """Bring the card up to date with the brief."""
        if self.brief is None:
            self.close_card()
            return
        width = self.sidebar.size.width or self.card.size.width
        self.card.show_lines(CARDS[self.card_kind](self.brief, width))

    @property
    def picked(self) -> PickLine | None:
        """The line under the card's cursor while the card is in use."""
        return self.card.picked if self.focused is self.card else None

    def action_card(self, kind: str) -> None:
        """Put what the brief holds in the place of the list, or the list back."""
        if self.card_open and kind == self.card_kind:
            self.close_card()
        elif self.brief is not None or kind not in CARDS:
            self.card_kind = kind
            self.card_open = True
            self.show_card()
            self.go_to_list()

    def action_match(self, step: int) -> None:
        """Show the next mention of the name picked from the card; without a card the next match."""
        picked = self.picked
        if picked is None or picked.mention is None or self.card_kind != "names":
            super().action_match(step)
        elif place := self.article.go_to_mention(picked.mention.canonical, step):
            self.status.message = f"{picked.mention.canonical}: mention {place[0]} of {place[1]}"

    def action_name(self, step: int) -> None:
        """Point at the next name in the article, or the one before."""
        mention = self.article.go_to_entity(step)
        if mention is None:
            self.status.message = "no name was found in this brief"
        else:
            self.status.message = f"{ENTITY_NAMES[mention.type]}: {mention.canonical}"

    @property
    def _pointed_at(self) -> Mention | None:
        """The name under the card's cursor, or the one pointed at in the article."""
        return self.picked.mention if self.picked else self.article.pointed_at

    def action_dossier(self) -> None:
        """Tell all that the library says about the name pointed at."""
        mention = self._pointed_at
        if mention is None:
            self.status.message = POINT_FIRST
        else:
            ask = self._library.dossier
            self.app.push_screen(DossierScreen(mention.canonical, ask, self.palette), self._visit)

    def _visit(self, visit: Visit | None) -> None:
        """Open the brief that was picked from a dossier."""
        if visit is None:
            return
        brief_id, self._pointed_next = visit
        self.card_open = False
        self.post_message(self.BriefAsked(brief_id))
        self.go_to_article()

    def action_read(self) -> None:
        """Ask the query that the line picked from the card stands for; else go to the article."""
        if self.picked is None or self.picked.query is None:
            super().action_read()
        else:
            self.ask(self.picked.query)

    def ask(self, query: str) -> None:
        """Search for what was picked, the list in sight."""
        self.close_card()
        self.search_input.value = query

    def action_name_as(self) -> None:
        """Ask by what name the one pointed at shall go."""
        mention = self._pointed_at
        if mention is None:
            self.status.message = POINT_FIRST
        else:
            asked = NamingScreen(mention.text, mention.canonical)
            self.app.push_screen(asked, lambda name: self._name_as(mention, name))

    def _name_as(self, mention: Mention, name: str | None) -> None:
        if name and name != mention.canonical:
            self.change_names(
                lambda: self._library.name_as(mention.text, name, mention.type), f"{mention.text} is {name} from now on"
            )

    def action_kill_name(self) -> None:
        """Let the name pointed at be no name."""
        mention = self._pointed_at
        if mention is None:
            self.status.message = POINT_FIRST
        else:
            self.change_names(lambda: self._library.kill_name(mention.text), f"{mention.text} is no name from now on")

    @work(exclusive=True, group="names")
    async def change_names(self, change: Callable[[], Path], told: str) -> None:
        """Write a change to the plain file, off this thread, and read the brief with it."""
        try:
            path = await asyncio.to_thread(change)
        except BriefreaderError as error:
            self.status.message = str(error)
        else:
            self.post_message(self.NamesChanged(f"{told}; to undo, take its line out of {path.name}"))
