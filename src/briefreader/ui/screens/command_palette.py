"""The command palette: every command by its name."""

from textual import events
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.widgets import Input

_LONGEST_NAME = 100
"""Letters; no command has so many, and each letter of a long text makes the next one slower."""


class ReaderPalette(CommandPalette):
    """Textual's palette, which looks for no commands any longer once it is closed: it has no list then."""

    def on_mount(self, event: events.Mount) -> None:
        """Limit the text, or look for nothing if it was closed before it was shown."""
        if self.app.screen is not self:
            event.prevent_default()
        else:
            self.query_one(Input).max_length = _LONGEST_NAME

    def on_input_changed(self, event: Input.Changed) -> None:
        """Disregard letters that come after the end."""
        if self.app.screen is not self:
            event.prevent_default()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """End the search for commands and close."""
        self.workers.cancel_node(self)
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
