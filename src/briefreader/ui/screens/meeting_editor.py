"""Forms on top of the reader in which a person corrects a meeting or names a series."""

from collections.abc import Collection, Iterator
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from briefreader.meetings import KEYS, NONE, Fact, Facts, HeldMeeting, fact, fact_text
from briefreader.text import clean_line
from briefreader.ui.screens.modal import Modal
from briefreader.ui.widgets.form_field import FormField
from briefreader.ui.widgets.text_field import TextField

LABELS = {
    "name": "Name", "series": "Series", "ordinal": "Number", "date": "Date", "format": "Format", "city": "City",
    "country": "Country", "sides": "Sides", "leads": "Led by",
}  # fmt: skip
STATED = "stated"
SAVES = "Enter saves in meetings.yaml, Esc cancels."
HINT = f"An empty line is as inferred, → takes that over, `{NONE}`: there is none. {SAVES}"
SERIES_HINT = f"The name of another series makes the two one. {SAVES}"
UNKNOWN = "not known"
LOW_BELOW = 20
"""Rows of a window."""


class FactInput(FormField):
    """A line for a fact; `→` takes over what is shown dimly while the line is empty."""

    def __init__(self, value: str, inferred: str, *, id: str) -> None:
        super().__init__(value, inferred or UNKNOWN, id=id)
        self._inferred = inferred

    def action_cursor_right(self, select: bool = False) -> None:
        """Take over the inferred fact into an empty line, else move the cursor."""
        if not self.value and self._inferred:
            self.value = self._inferred
            self.cursor_position = len(self.value)
        else:
            super().action_cursor_right(select)


class MeetingEditorScreen(Modal[Facts | None]):
    """A line for each fact of a meeting; Enter returns those that are filled, Esc returns None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close", show=False, priority=True),
        # With priority, the line has changed before the next letter is typed.
        Binding("down,tab", "app.focus_next", "Next line", show=False, priority=True),
        Binding("up,shift+tab", "app.focus_previous", "Previous line", show=False, priority=True),
    ]

    def __init__(self, title: str, stated: Facts, inferred: HeldMeeting | None) -> None:
        super().__init__()
        self._title = title
        self._stated = stated
        self._inferred = inferred

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        with Vertical(id="meeting-editor"):
            yield Static(Content(self._title), id="meeting-title")
            for key in KEYS:
                with Horizontal(classes="fact"):
                    yield Static(Content(LABELS[key]), classes="fact-label")
                    value = fact_text(self._stated[key]) if key in self._stated else ""
                    yield FactInput(value, self._inferred_text(key), id=f"fact-{key}")
                    yield Static(Content(STATED if value else ""), classes="fact-stated")
            yield Static(Content(HINT), id="meeting-hint")

    def on_resize(self, event: events.Resize) -> None:
        """Leave the blank lines out of a low window, so that the keys below the facts stay in sight."""
        self.set_class(event.size.height < LOW_BELOW, "-low")

    def _inferred_text(self, key: str) -> str:
        value: Fact = getattr(self._inferred, key, None)
        return fact_text(value) if value else ""

    @on(Input.Changed)
    def show_stated(self, event: Input.Changed) -> None:
        """Say beside a line whether it is stated."""
        if event.input.parent is not None:
            stated = STATED if clean_line(event.value) else ""
            event.input.parent.query_one(".fact-stated", Static).update(Content(stated))

    @on(Input.Submitted)
    def take(self) -> None:
        """Return the facts, or tell what is wrong with one and go there."""
        found: dict[str, Fact] = {}
        for key in KEYS:
            field = self.query_one(f"#fact-{key}", FactInput)
            text = clean_line(field.value)
            try:
                if text and (value := fact(key, text)) != "":
                    found[key] = value
            except ValueError as error:
                self.query_one("#meeting-hint", Static).update(Content(f"{LABELS[key]}: {error}"))
                field.focus()
                return
        self.dismiss(found)


class SeriesEditorScreen(Modal[str | None]):
    """A line for the name of a series; Enter returns it, Esc returns None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Close", show=False, priority=True)]

    def __init__(self, series: str, known: Collection[str]) -> None:
        super().__init__()
        self._series = series
        self._known = known

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        with Vertical(id="series-editor"):
            yield from self._lines()

    def _lines(self) -> Iterator[Input | Static]:
        yield Static(Content(f"The series {self._series} is called"))
        yield TextField(self._series)
        yield Static(Content(SERIES_HINT), id="series-hint")

    @on(Input.Changed)
    def tell_merged(self, event: Input.Changed) -> None:
        """Tell whether the name is that of another series."""
        name = clean_line(event.value)
        merges = name != self._series and name in self._known
        said = f"{name} is a series already: the two become one." if merges else SERIES_HINT
        self.query_one("#series-hint", Static).update(Content(said))

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Return the name."""
        self.dismiss(clean_line(event.value) or None)
