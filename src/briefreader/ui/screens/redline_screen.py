"""Shows what changed from one brief to another, on top of the reader."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from briefreader.counts import counted
from briefreader.library import (
    Change,
    Comparison,
    Library,
    Side,
    UnifiedText,
    words_at,
)
from briefreader.model import BriefreaderError, ReadOnlyError
from briefreader.text import clean_line
from briefreader.ui.background import read_in_thread
from briefreader.ui.key_table import with_keys
from briefreader.ui.panes.copy_actions import copied
from briefreader.ui.panes.history import PhrasesPlace, RedlinePlace, TracePlace
from briefreader.ui.panes.status_line import StatusLine
from briefreader.ui.screens.brief_choice import BriefChoice, BriefChoiceScreen
from briefreader.ui.screens.export_form import ExportAnswer, ExportForm, Subject
from briefreader.ui.screens.key_lines import ROOM_FOR_HELP, fitting_keys, list_keys
from briefreader.ui.screens.list_keys import LIST_KEYS
from briefreader.ui.screens.place_screen import PlaceScreen
from briefreader.ui.screens.redline_sheets import text_names
from briefreader.ui.screens.redline_stops import KEYS, change_at, copied_text, place_in, stop_in_words
from briefreader.ui.screens.redline_view import RedlineView

Pair = tuple[str, str]
"""The IDs of the older brief and of the newer one."""

COMPARING = "comparing ..."
NO_STRENGTH = "no verb of the ladders became stronger or weaker"
NOTHING_THERE: dict[Side, str] = {
    "a": "the {a} text has nothing of it; Enter opens the {b} brief",
    "b": "the {b} text has nothing of it; < opens the {a} brief",
}
NO_CHANGE_TO_TRACE = "go to a change first: {next-match} goes to the next one; p lists phrases"
LONG_CHANGE = "too many words to trace; p lists the phrases that are gone and new"
LONGEST_STEM = 60
MOST_TRACED = 12
"""Words of a change that can be traced; a longer one hardly stands in two texts."""


class RedlineScreen(PlaceScreen):
    """The changes of wording from an older brief to a newer one.

    Enter and `<` return the place of a change in the newer brief and in the older one; Esc closes. `others` returns
    the briefs with which a brief can be compared instead, and `in_order` puts two briefs in the order of their dates.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", show=False),
        Binding("n", "go(1)", "Next change", show=False, id="next-match"),
        Binding("N", "go(-1)", "Previous change", show=False, id="previous-match"),
        Binding("s", "strength", "Only verbs that became stronger or weaker", show=False),
        Binding("r", "routine", "Show routine changes", show=False),
        Binding(
            "enter",
            "open",
            "Open the newer brief, or the other place of what moved or was perhaps reworded",
            show=False,
        ),
        Binding("greater_than_sign", "visit('b')", "Open the newer brief", show=False),
        Binding("less_than_sign", "visit('a')", "Open the older brief", show=False),
        Binding("y", "copy", "Copy the change", show=False, id="copy"),
        Binding("X", "export", "Export", show=False, id="export"),
        Binding("C", "choose", "Compare with another brief", show=False, id="compare"),
        Binding("p", "phrases", "Phrases gone and new", show=False),
        Binding("T", "trace", "Trace the words of the change", show=False, id="trace"),
        Binding("question_mark", "help", "Help", show=False, id="help"),
        Binding("H,alt+left", "app.history(-1)", "Back", show=False, id="history-back"),
        Binding("L,alt+right", "app.history(1)", "Forward", show=False, id="history-forward"),
        *LIST_KEYS,
    ]

    def __init__(
        self,
        library: Library,
        at: RedlinePlace,
        others: Callable[[str], Sequence[BriefChoice]],
        in_order: Callable[[str, str], Pair],
    ) -> None:
        super().__init__()
        self._library = library
        self.pair: Pair = at.older, at.newer
        self._at = at
        self._others = others
        self._in_order = in_order
        self.found: Comparison | None = None
        self.view = RedlineView()
        self.status = StatusLine(id="redline-status")

    def compose(self) -> ComposeResult:
        """Lay out the lines and the status line."""
        yield self.view
        yield self.status

    def on_mount(self) -> None:
        """Compare the briefs."""
        self.set_focus(self.view)
        for name in ("top", "current"):
            self.watch(self.view, name, self._show_position, init=False)
        self._compare(self.pair)

    @property
    def place(self) -> RedlinePlace:
        """The place in the redline where a person is, or will be once the briefs are compared."""
        return RedlinePlace(*self.pair, self.view.current, self.view.top) if self.found else self._at

    @work(exclusive=True)
    async def _compare(self, pair: Pair) -> None:
        """Compare two briefs in a thread, and show what changed."""
        self.pair, self.found = pair, None
        self.view.show_notice(COMPARING)
        self.status.message = self.status.position = ""
        try:
            found, unified = await read_in_thread(partial(self._read, *pair))
        except BriefreaderError as error:
            self.view.show_notice(clean_line(str(error)))
            return
        self.found = found
        self.view.show(found, unified)
        count = counted(len(self.view.stops), "change")
        keys = "{next-match} next · s strength · r routine · p phrases · {compare} another · Esc closes"
        self.status.message = fitting_keys(with_keys(f"{count} · {keys}"), self.size.width - ROOM_FOR_HELP)
        if pair == (self._at.older, self._at.newer):
            self._come_back()
        self._show_position()

    def tell(self, message: str) -> None:
        """Show a message in the status line."""
        self.status.message = message

    def _come_back(self) -> None:
        """Go to the change and the lines where a person has left the redline."""
        if 0 <= self._at.current < len(self.view.stops):
            self.view.go_to(self._at.current)
            self._tell_stop()
        self.view.top = self._at.top

    def _read(self, older: str, newer: str) -> tuple[Comparison, UnifiedText]:
        found = self._library.comparing.compare(older, newer)
        return found, UnifiedText(found.a.text, found.b.text, found.changes)

    def _show_position(self) -> None:
        """Show how much of the text is above the end of the window."""
        room, count = self.view.page - 1, len(self.view.lines)
        seen = min(count, self.view.top + room)
        self.status.position = f"{100 * seen // count} %" if self.found and count else ""

    def action_page(self, direction: int) -> None:
        """Move by a page, of which a line stays in sight."""
        self.view.move(direction * max(1, self.view.page - 2))

    def action_go(self, step: int) -> None:
        """Go to the next change or the previous one."""
        number = self.view.next_stop(step)
        if number is None:
            self.status.message = f"no {'later' if step > 0 else 'earlier'} {self._noun}"
        else:
            self.view.go_to(number)
            self._tell_stop()

    @property
    def _noun(self) -> str:
        return "stronger or weaker verb" if self.view.only_strength else "change"

    def _tell_stop(self) -> None:
        """Say which change one has gone to."""
        if self.view.stop is not None and self.found is not None:
            place = f"{self._noun} {self.view.current + 1} of {len(self.view.stops)}"
            told = stop_in_words(self.found, self.view.stop, at_old_place=self.view.old_place)
            self.status.message = f"{place} · {told}"

    @property
    def _change(self) -> Change | None:
        """The change that one has gone to."""
        stop = self.view.stop
        if stop is None or stop.change is None or self.found is None:
            return None
        return change_at(self.found, stop)

    def action_strength(self) -> None:
        """Show only the passages with a verb that became stronger or weaker, or all."""
        if self.found is None:
            return
        if not self.found.strength:
            self.status.message = NO_STRENGTH
            return
        self.view.only_strength = not self.view.only_strength
        self.view.lay_out_again()
        self._show_position()
        if self.view.only_strength:
            self.view.go_to(0)
            self._tell_stop()
        else:
            self.status.message = "all changes"

    def action_routine(self) -> None:
        """Show the changes that every meeting brings as changes, or keep them quiet."""
        if self.found is None:
            return
        count = sum(change.kind == "routine" for change in self.found.changes)
        if not count:
            self.status.message = "no routine change of dates, places and names"
            return
        self.view.routine = not self.view.routine
        self.view.lay_out_again()
        self._show_position()
        told = "shown" if self.view.routine else "quiet"
        self.status.message = f"{counted(count, 'routine change')} {told}"

    def action_open(self) -> None:
        """Show the other place of what moved, or the other form of what was perhaps reworded; else open the brief."""
        if self.view.turn_to_other_form():
            self._tell_stop()
            return
        change = self._change
        if change is not None and change.kind == "move":
            self.view.turn_to_other_place()
            self._tell_stop()
        else:
            self.action_visit("b")

    def action_visit(self, side: Side) -> None:
        """Open the newer brief (b) or the older one (a) at the change."""
        if self.found is None:
            return
        brief = self.found.b if side == "b" else self.found.a
        span = place_in(self.found, self.view.stop, side)
        if span is None and self.view.stop is not None:
            self.status.message = NOTHING_THERE[side].format(**text_names(self.found))
        else:
            self.dismiss((brief.entry.id, span))

    @work(exclusive=True, group="copy")
    async def action_copy(self) -> None:
        """Copy the change that one has gone to, with both citations."""
        if self.found is None:
            return
        if self.view.stop is None:
            self.status.message = with_keys("go to a change first: {next-match} goes to the next one")
            return
        try:
            text = await read_in_thread(partial(copied_text, self._library, self.found, self.view.stop))
        except BriefreaderError as error:
            self.status.message = clean_line(str(error))
            return
        self.status.message = await copied(self.app, self._library, text, "copied the change with both citations")

    def action_export(self) -> None:
        """Ask for a file, and write the comparison into it."""
        if self.found is None:
            return
        if self._library.read_only:
            self.status.message = str(ReadOnlyError())
            return
        found = self.found

        def write(answer: ExportAnswer | None) -> None:
            if answer is not None:
                self._export(found, answer)

        subject = Subject("this comparison", f"redline-{found.b.entry.id}"[:LONGEST_STEM].strip("-"))
        self.app.push_screen(ExportForm([subject], Path.cwd()), write)

    @work(group="export")
    async def _export(self, found: Comparison, answer: ExportAnswer) -> None:
        try:
            text = await read_in_thread(partial(self._library.documents.of_comparison, found, answer.format))
            await read_in_thread(partial(self._library.documents.write, answer.path, text, replace=answer.replace))
        except BriefreaderError as error:
            self.status.message = clean_line(str(error))
        else:
            self.status.message = clean_line(f"exported this comparison to {answer.path}")

    def action_phrases(self) -> None:
        """List the phrases that are gone and those that are new."""
        from briefreader.ui.screens.phrases_view import PhrasesScreen

        if self.found is not None:
            self.app.push_screen(PhrasesScreen(self._library, PhrasesPlace(*self.pair)), self.pass_on)

    def action_trace(self) -> None:
        """Trace the older words of the change, else its newer ones, through the series."""
        from briefreader.ui.screens.trace_view import TraceScreen

        if self.found is None:
            return
        change = self._change
        if change is None:
            self.status.message = with_keys(NO_CHANGE_TO_TRACE)
            return
        words = words_at(self.found.a, change.a) or words_at(self.found.b, change.b)
        if len(words.split()) > MOST_TRACED:
            self.status.message = LONG_CHANGE
            return
        self.app.push_screen(TraceScreen(self._library, TracePlace(words, self.pair[1])), self.pass_on)

    def action_choose(self) -> None:
        """Ask for another brief to compare the newer one with."""
        newer = self.pair[1]
        choices = [each for each in self._others(newer) if each.id != newer]
        if not choices:
            self.status.message = with_keys("no other brief of its series or meeting; {mark} marks two in the list")
            return

        def compare(chosen: str | None) -> None:
            if chosen is not None:
                self._compare(self._in_order(chosen, newer))

        self.app.push_screen(BriefChoiceScreen("Compare with", choices), compare)

    def action_help(self) -> None:
        """List the keys of the redline; one that is pressed acts."""
        list_keys(self, "Keys of the redline", KEYS)

    @on(events.Click)
    def go_to_clicked(self, event: events.Click) -> None:
        """Go to the change on the line that was clicked."""
        number = self.view.stop_at(event.y) if event.widget is self.view else None
        if number is not None:
            self.view.go_to(number)
            self._tell_stop()
