"""Arranges list, side panel and article between two rules, and moves the focus among them."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import var

from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.brief_list import BriefList
from briefreader.ui.panes.side_panel import SidePanel
from briefreader.ui.widgets.rule import Rule

NARROW_BELOW = 70
"""Columns below which one pane is shown at a time."""


class PaneLayout(Vertical):
    """The panes side by side; a narrow terminal shows only the pane in use, which is the article while `reading`."""

    reading: var[bool] = var(False)

    def __init__(self, brief_list: BriefList, panel: SidePanel, article: ArticleView) -> None:
        super().__init__()
        self._brief_list, self._panel, self._article = brief_list, panel, article
        self.rules = (Rule("┬"), Rule("┴"))

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

    @property
    def _narrow(self) -> bool:
        return self.app.size.width < NARROW_BELOW

    def _show_panes(self) -> None:
        left = not (self._narrow and self.reading)
        self._brief_list.display = left and not self._panel.kind
        self._panel.display = left and bool(self._panel.kind)
        self._article.display = self.reading or not self._narrow
        self._article.edge = "" if self._narrow else "│"
        self.set_class(self._narrow, "-narrow")
        self.call_after_refresh(self._join_rules)

    def _join_rules(self) -> None:
        """Draw the joints of the rules where they meet the line between the panes."""
        both = self.left_pane.display and self._article.display
        for rule in self.rules:
            rule.at = self._article.region.x if both else -1

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
        if self._brief_list.brief_id is not None:
            self.reading = True
            self.screen.set_focus(self._article)

    def close_panel(self) -> None:
        """Show the list again."""
        self._panel.kind = ""
        self._article.highlight = None
        self.go_to_list()

    def switch_pane(self) -> None:
        """Switch between list and article; go from the search bar to the list."""
        if self.left_pane.has_focus:
            self.go_to_article()
        else:
            self.go_to_list()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Take note of the pane that a click has focused."""
        self.reading = event.widget is self._article
