"""Runs a command on a text of the reader, and shows its output."""

from functools import partial
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.strip import Strip

from briefreader.counts import counted
from briefreader.text import clean
from briefreader.ui.background import read_in_thread
from briefreader.ui.screens.list_keys import LIST_KEYS
from briefreader.ui.screens.modal import Modal
from briefreader.ui.terminal.programs import CapturedProgram, shell_command
from briefreader.ui.widgets.line_view import LineView, strip_of
from briefreader.ui.widgets.text_layout import fit, wrapped

MARGIN = 1
RUNNING = "running; Ctrl+C stops it"


class OutputView(LineView):
    """Lines of text, wrapped to the width, under a line that names the command and tells its end."""

    def __init__(self, command: str) -> None:
        super().__init__(id="output")
        self._command = command
        self.state = RUNNING
        self.text = ""
        self._lines: list[str] = []

    def show(self, text: str, state: str) -> None:
        """Show the output of the command, and how it ended."""
        self.text, self.state = text, state
        self._wrap()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap for the new width."""
        self._wrap()

    def _wrap(self) -> None:
        width = max(1, self.size.width - 2 * MARGIN)
        self._lines = [part for line in self.text.split("\n") for part in wrapped(line, width) or [""]]
        self.top = self.validate_top(self.top)
        self.repaint()

    @property
    def line_count(self) -> int:
        """The number of lines of output, with the one above them."""
        return len(self._lines) + 1

    def draw_at(self, y: int, width: int) -> Strip:
        """Return the line above the output, which stays in sight, or a line of the output."""
        if y > 0:
            return super().draw_at(y, width)
        room = max(0, width - 2 * MARGIN - len(self.state) - 1)
        margin = " " * MARGIN
        command = (f"{margin}{fit(f'| {self._command}', room)} ", self.palette["heading"])
        return strip_of([command, (self.state + margin, self.palette["quiet"])])

    def draw(self, number: int, width: int) -> Strip:
        """Return a line of the output."""
        text = self._lines[number - 1] if number else ""
        return strip_of([(" " * MARGIN + text, self.palette["text"])])


class CommandOutputScreen(Modal[str | None]):
    """Runs a command without a terminal; `y` returns the output to be copied, Esc stops the command and closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", show=False),
        Binding("ctrl+c", "stop", "Stop", show=False, priority=True),
        Binding("y", "copy", "Copy", show=False),
        *LIST_KEYS,
    ]

    def __init__(self, command: str, text: str) -> None:
        super().__init__()
        self._view = OutputView(command)
        self._program = CapturedProgram(shell_command(command), text)

    def compose(self) -> ComposeResult:
        """Lay out the output."""
        with Vertical(id="command-output"):
            yield self._view

    def on_mount(self) -> None:
        """Run the command."""
        self.set_focus(self._view)
        self._run()

    def on_unmount(self) -> None:
        """Stop a command that still runs."""
        self._program.stop()

    @work(exclusive=True)
    async def _run(self) -> None:
        try:
            captured = await read_in_thread(self._program.run)
        except OSError as error:
            self._view.show("", f"cannot be run: {error.strerror}")
            return
        text = await read_in_thread(partial(_shown, captured.output))
        lines = counted(text.count("\n") + 1, "line") if text else "no output"
        parts = (f"exit status {captured.status}", captured.ended_for, lines, "y copies, Esc closes")
        self._view.show(text, " · ".join(part for part in parts if part))

    def action_stop(self) -> None:
        """Stop the command; its output so far is shown."""
        self._program.stop()

    def action_copy(self) -> None:
        """Return the output to be copied, if there is any."""
        if self._view.text:
            self.dismiss(self._view.text)

    def action_page(self, direction: int) -> None:
        """Move by a page, of which a line stays in sight."""
        self._view.move(direction * max(1, self._view.page - 2))


def _shown(output: bytes) -> str:
    """Return the output of a program as a text that cannot act on the terminal, with spaces for tabs."""
    lines = output.decode("utf-8", "replace").split("\n")
    cleaned = ("\t".join(clean(part) for part in line.removesuffix("\r").split("\t")) for line in lines)
    return "\n".join(line.expandtabs() for line in cleaned).strip("\n")
