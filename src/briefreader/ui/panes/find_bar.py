"""The line in place of the status line in which a person types the words to look for in the article."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from briefreader.text import clean_line
from briefreader.ui.background import Notice
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.status_line import StatusLine
from briefreader.ui.widgets.text_field import TextField


class FindInput(TextField):
    """The text field of the words to look for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "found(1)", "Next place", show=False),
        Binding("up", "found(-1)", "Previous place", show=False),
    ]

    def __init__(self, article: ArticleView) -> None:
        super().__init__(placeholder="words in the article", id="sought", select_on_focus=True)
        self._article = article

    def action_found(self, step: int) -> None:
        """Show the next found place or the previous one."""
        self._article.go_to_found(step)


class FindBar(Horizontal):
    """Finds the words in the article as they are typed; the words stay marked until they are dropped."""

    def __init__(self, article: ArticleView, status: StatusLine) -> None:
        super().__init__()
        self.display = False
        self._article, self._status = article, status
        self._top = 0
        self._start = 0
        self._count = Static(Content(""), id="found-count")
        self.input = FindInput(article)

    def compose(self) -> ComposeResult:
        """Lay out the row."""
        yield Static(Content("find"), id="find-label")
        yield self.input
        yield self._count

    @property
    def is_active(self) -> bool:
        """Whether words are looked for."""
        return bool(self._article.sought)

    def open(self) -> None:
        """Ask for words; the ones that were looked for last are there to be typed over."""
        self._top, self._start = self._article.top, self._article.first_offset
        self._status.display, self.display = False, True
        self.screen.set_focus(self.input)
        self.input.select_all()
        self.show_count()

    def drop(self) -> bool:
        """Look for no words any more; return whether there were any, or whether they were asked for."""
        if not self.display and not self.is_active:
            return False
        if self.display:
            self._article.top = self._top
        self.input.value = ""
        self._article.find("", 0)
        self._close()
        return True

    def _close(self) -> None:
        if self.display:
            self._article.find_again()
            had_focus = self.input.has_focus
            self.display, self._status.display = False, True
            if had_focus:
                self.screen.set_focus(self._article)

    @on(Input.Changed)
    def find(self, event: Input.Changed) -> None:
        """Look for the words from the place where the person began to look."""
        event.stop()
        if self.display:
            self._article.find(clean_line(event.value), self._start)
            self.show_count()

    def go_on(self) -> bool:
        """Go back to the article with the words that were typed, or there to the next place; return False elsewhere."""
        if self.display:
            self._close()
            if self.is_active and not self._article.found:
                self.post_message(Notice(f"{self._article.sought} is not in this brief"))
            return True
        if self.is_active and self._article.has_focus:
            self._article.go_to_found(1)
            return True
        return False

    def on_descendant_blur(self) -> None:
        """Show the status line again when the person goes to another pane, but not to another window."""
        if self.screen.focused is not None and self.screen.focused is not self.input:
            self._close()

    def show_count(self) -> None:
        """Show the number of the found place, and how many there are."""
        if self.display:
            self._count.update(Content(self._article.found_count if self.is_active else ""))
