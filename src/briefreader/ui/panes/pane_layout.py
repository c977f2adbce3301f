"""Arranges list, side panel and article between two rules, and moves the focus among them."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import var

from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.article_window import WIDEST
from briefreader.ui.panes.brief_list import BriefList
from briefreader.ui.panes.side_panel import SidePanel
from briefreader.ui.widgets.rule import Rule

NARROW_BELOW = 70
"""Columns below which one pane is shown at a time."""

LEAST_LIST, LEAST_ARTICLE = 16, 48
"""Columns; in a window of less than 80, the article keeps a share instead."""

LIST_SHARE, ARTICLE_SHARE = 0.38, 0.6
DIVIDER = "│"
STEP = 4
"""Columns by which a key moves the line between the panes."""


def list_width(columns: int, share: float | None = None) -> int:
    """Return the columns of the list: the share that a person has given it, else all that the article leaves free."""
    free = max(int(columns * LIST_SHARE), columns - WIDEST - len(DIVIDER))
    most = columns - len(DIVIDER) - min(LEAST_ARTICLE, int(columns * ARTICLE_SHARE))
    return max(LEAST_LIST, min(most, free if share is None else round(columns * share)))


class PaneLayout(Vertical):
    """The panes side by side; a narrow terminal shows only the pane in use, which is the article while `reading`."""

    reading: var[bool] = var(False)
    share: var[float | None] = var(None)
    """The part of the columns that a person has given to the list."""

    whole_screen: var[bool] = var(False)
    """Whether the article has the whole screen while it is read."""

    def __init__(self, brief_list: BriefList, panel: SidePanel, article: ArticleView) -> None:
        super().__init__()
        self._brief_list, self._panel, self._article = brief_list, panel, article
        self.rules = (Rule("┬"), Rule("┴"))
        self._from_list = False
        self.panel_from_article = False
        """Whether the panel was opened from the article, to which closing it goes back."""
        self._dragging = False

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        yield self.rules[0]
        yield Horizontal(self._brief_list, self._panel, self._article, id="panes")
        yield self.rules[1]

    def on_mount(self) -> None:
        """Show the panel while it is open."""
        self.watch(self._panel, "kind", self._show_panes)

    def on_resize(self, event: events.Resize) -> None:
        """Show one pane or two, as the width allows."""
        self._show_panes()

    def watch_reading(self) -> None:
        """Show the pane in use."""
        self._show_panes()

    def watch_share(self) -> None:
        """Move the line between the panes."""
        self._show_panes()

    def watch_whole_screen(self) -> None:
        """Give the article the whole screen, or show the list beside it."""
        self._show_panes()

    @property
    def _narrow(self) -> bool:
        return self.app.size.width < NARROW_BELOW

    def _show_panes(self) -> None:
        if not self.is_attached:
            return
        one_pane = self._narrow or (self.whole_screen and self.reading)
        left = not (one_pane and self.reading)
        self._brief_list.display = left and not self._panel.kind
        self._panel.display = left and bool(self._panel.kind)
        self._article.display = self.reading or not self._narrow
        self._article.edge = "" if one_pane else DIVIDER
        self.set_class(self._narrow, "-narrow")
        width = self.width_of_list
        for pane in (self._brief_list, self._panel):
            pane.styles.width = "1fr" if self._narrow else width
        for rule in self.rules:
            rule.at = -1 if one_pane else width

    @property
    def width_of_list(self) -> int:
        """The columns of the list where both panes are in sight."""
        return list_width(self.app.size.width, self.share)

    @property
    def width_of_left_pane(self) -> int:
        """The columns of the list or the panel once it is shown, also while the article hides both."""
        return self.app.size.width if self._narrow else self.width_of_list

    def _give_list(self, width: int) -> None:
        """Give the list as many columns as it may have, none of them fixed where they are the same as at first."""
        columns = self.app.size.width
        width = list_width(columns, width / columns)
        self.share = None if width == list_width(columns) else width / columns

    def action_move_divider(self, steps: int) -> None:
        """Make the list narrower or wider."""
        self._give_list(self.width_of_list + steps * STEP)

    def action_whole_screen(self) -> None:
        """Give the article the whole screen; if it has it, show the list again, in use if it was before."""
        if self.whole_screen and self.reading:
            self.whole_screen = False
            if self._from_list:
                self.go_to_list()
        elif self._brief_list.brief_id is not None:
            self._from_list = not self.reading
            self.whole_screen = True
            self.go_to_article()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the line between the panes."""
        if self._article.edge and event.screen_x == self._article.region.x:
            self._dragging = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the line between the panes with the mouse."""
        if self._dragging:
            self._give_list(event.screen_x)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the line between the panes; on a slow line no motion came before."""
        if self._dragging:
            self._give_list(event.screen_x)
            self._dragging = False
            self.release_mouse()

    @property
    def left_pane(self) -> BriefList | SidePanel:
        """The list, or the panel in its place."""
        return self._panel if self._panel.kind else self._brief_list

    @property
    def in_article(self) -> bool:
        """Whether Esc must leave the article: it has the focus, or it hides the list."""
        return self.reading and (self._narrow or self._article.has_focus)

    def go_to_list(self) -> None:
        """Focus the left pane."""
        self.reading = False
        self.screen.set_focus(self.left_pane)

    def go_to_article(self) -> None:
        """Focus the article, if there is one."""
        if self._brief_list.brief_id is not None or self._article.brief is not None:
            self.reading = True
            self.screen.set_focus(self._article)

    def close_panel(self) -> None:
        """Show the list again."""
        self._panel.kind = ""
        self._article.highlight = None
        self.go_to_list()

    def leave_panel(self) -> None:
        """Close the panel and go back to the pane from which it was opened."""
        self.close_panel()
        if self.panel_from_article:
            self.go_to_article()

    def switch_pane(self) -> None:
        """Switch between list and article; go from the search bar to the list."""
        if self.left_pane.has_focus:
            self.go_to_article()
        else:
            self.go_to_list()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Take note of the pane that a click has focused."""
        self.reading = event.widget is self._article
