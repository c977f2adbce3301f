"""The layout of the reader: search bar over list and article over status line, and moving among them."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.screen import Screen

from briefreader.ui.key_commands import COMMANDS
from briefreader.ui.palette import MARKINGS, Palette, palette
from briefreader.ui.panes.article_view import Article
from briefreader.ui.panes.brief_list import Sidebar
from briefreader.ui.panes.search_bar import QueryInput, SearchBar
from briefreader.ui.panes.status_line import StatusLine
from briefreader.ui.screens.key_help import HelpScreen
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.pick_list import PickList
from briefreader.ui.widgets.rule import Rule

NARROW_BELOW = 70
"""Columns below which one pane is shown at a time."""


class PanesScreen(Screen[None]):
    """Three rows and two panes; `reading` says which pane is in use, and which one a narrow terminal shows."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in COMMANDS]

    reading: reactive[bool] = reactive(False, repaint=False)
    card_open: reactive[bool] = reactive(False, repaint=False)
    palette: reactive[Palette] = reactive(palette("dark"), repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self.search_input = QueryInput()
        self.search_bar = SearchBar(self.search_input)
        self.sidebar = Sidebar(id="sidebar")
        self.card = PickList(id="card")
        self.article = Article(id="article")
        self.status = StatusLine(id="status")
        self._rules = (Rule("┬"), Rule("┴"))

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        for view in (self.sidebar, self.card, self.article, self.status, *self._rules):
            view.data_bind(PanesScreen.palette)
        yield self.search_bar
        yield self._rules[0]
        with Horizontal(id="panes"):
            yield self.sidebar
            yield self.card
            yield self.article
        yield self._rules[1]
        yield self.status

    @property
    def _narrow(self) -> bool:
        return self.size.width < NARROW_BELOW

    def on_resize(self, event: events.Resize) -> None:
        """Show one pane or two, as the width allows."""
        self._show_panes()

    def watch_card_open(self) -> None:
        """Show the list or, in its place, what the brief holds."""
        self._show_panes()

    def watch_reading(self) -> None:
        """Show the pane in use."""
        self._show_panes()

    def _show_panes(self) -> None:
        left = not (self._narrow and self.reading)
        self.sidebar.display = left and not self.card_open
        self.card.display = left and self.card_open
        self.article.display = self.reading or not self._narrow
        self.article.edge = "" if self._narrow else "│"
        self.set_class(self._narrow, "-narrow")
        self.call_after_refresh(self._join_rules)

    def _join_rules(self) -> None:
        """Let the rules meet the line between the panes."""
        both = (self.sidebar.display or self.card.display) and self.article.display
        for rule in self._rules:
            rule.at = self.article.region.x if both else -1

    @property
    def left_pane(self) -> Sidebar | PickList:
        """The list, or what stands in its place."""
        return self.card if self.card_open else self.sidebar

    def go_to_list(self) -> None:
        """Make the left pane the one in use."""
        self.reading = False
        self.set_focus(self.left_pane)

    def close_card(self) -> None:
        """Put the list back in its place."""
        self.card_open = False
        self.article.spot = None
        self.go_to_list()

    def go_to_article(self) -> None:
        """Make the article the pane in use, if it has anything to read."""
        if self.sidebar.brief_id is not None:
            self.reading = True
            self.set_focus(self.article)

    @on(CursorView.Chosen)
    def read_chosen(self) -> None:
        """Do with a line that was clicked what Enter does."""
        self.action_read()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember which pane a click went to."""
        if event.widget in (self.sidebar, self.card, self.article):
            self.reading = event.widget is self.article

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave `/` to the search bar once something stands there."""
        return action != "search" or self.focused is not self.search_input or not self.search_input.value

    def action_search(self) -> None:
        """Go to the search bar, the list in sight."""
        self.reading = False
        self.card_open = False
        self.set_focus(self.search_input)
        self.search_input.cursor_position = len(self.search_input.value)

    def action_back(self) -> None:
        """Leave the article, close what is on top, clear the query, leave the bar: one of them."""
        if self.reading and (self._narrow or self.focused is self.article):
            self.go_to_list()
        elif self.card_open:
            self.close_card()
        elif self.search_input.value:
            self.search_input.value = ""
        else:
            self.go_to_list()

    def action_read(self) -> None:
        """Go to the article."""
        self.go_to_article()

    def action_switch_pane(self) -> None:
        """Go from list to article or back; from the search bar to the list."""
        if self.focused is self.left_pane:
            self.go_to_article()
        else:
            self.go_to_list()

    def action_step(self, lines: int) -> None:
        """Move a line in the article when it is in use, else in the list."""
        if self.focused is self.article:
            self.article.scroll_lines(lines)
        else:
            self.left_pane.move(lines)

    def action_half_page(self, way: int) -> None:
        """Move half a page in the pane in use."""
        if self.focused is self.article:
            self.article.turn_page(way / 2)
        else:
            self.left_pane.move(way * max(1, self.left_pane.page // 2))

    def action_end(self, last: bool) -> None:
        """Go to the first or the last line of the pane in use."""
        if self.focused is self.article:
            self.article.top = self.article.last_top if last else 0
        else:
            self.left_pane.move_to_end(last)

    def action_page(self, way: int) -> None:
        """Turn the page of the article, whichever pane is in use."""
        self.article.turn_page(way)

    def action_entities(self) -> None:
        """Mark the names another way: by hue, by shape, not at all."""
        marking = MARKINGS[(MARKINGS.index(self.article.marking) + 1) % len(MARKINGS)]
        self.article.marking = self.status.marking = marking

    def action_match(self, step: int) -> None:
        """Show the next match in the article."""
        if not self.article.go_to_match(step):
            self.status.message = "no match in this brief"

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen())
