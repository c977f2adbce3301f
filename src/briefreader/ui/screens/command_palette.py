"""The command palette: every command by its name."""

from textual.command import CommandPalette
from textual.widgets import Input


class ReaderPalette(CommandPalette):
    """Textual's palette, which looks for no commands any longer once it is closed: it has no list then."""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Disregard letters that come after the end."""
        if not self.is_current:
            event.prevent_default()
