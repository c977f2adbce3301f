"""The commands back and forward, and the rules by which a place that a person goes to becomes a stop."""

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

from briefreader.ui.background import Notice
from briefreader.ui.panes.history import History, Place, is_jump

PAUSE = 2.0
"""Seconds without a key after which a person has settled on a place."""


class HistoryActions:
    """Keeps the history of a screen, and reports to it.

    `present` returns the place where a person is, `show` goes to one, and `name` returns a place in words.
    """

    def __init__(
        self,
        screen: MessagePump,
        present: Callable[[], Place],
        show: Callable[[Place], None],
        name: Callable[[Place], str],
    ) -> None:
        self._screen = screen
        self._place, self._go_to, self._name_of = present, show, name
        self.history = History()
        self._seen = Place()
        self._timer: Timer | None = None

    def note_use(self) -> None:
        """Take note of the place before a key takes effect, and wait for a pause."""
        self._see()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(PAUSE, self.settle)

    def _see(self) -> Place:
        """Take note of the present place; the one before becomes a stop if a jump has led from it to this one."""
        place = self._place()
        if is_jump(self._seen, place):
            self.history.settle(self._seen)
        self.history.update(place)
        self._seen = place
        return place

    def settle(self) -> None:
        """Make the present place a stop: a person stays there, perhaps while a query is typed."""
        place = self._see()
        self.history.settle(place, draft=place.pane == "search")

    def leave(self) -> None:
        """Make the place where the last key was pressed a stop: this key jumps from it."""
        self.history.settle(self._seen)

    def go(self, step: int) -> None:
        """Go back or forward by one stop."""
        place = self.history.go(step, self._see())
        if place is None:
            self._screen.post_message(Notice("no earlier place" if step < 0 else "no later place"))
            return
        self._seen = place
        self._go_to(place)
        number, count = self.history.at + 1, len(self.history.stops)
        self._screen.post_message(
            Notice(f"{'back' if step < 0 else 'forward'}: {self._name_of(place)} · {number} of {count}")
        )
