"""Asks in the last lines of the reader for the subject of an export, its format and its file."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from briefreader.library import ExportFormat
from briefreader.text import clean_line
from briefreader.ui.screens.modal import Modal
from briefreader.ui.widgets.form_field import FormField
from briefreader.ui.widgets.text_layout import shortened

SUFFIXES: dict[str, tuple[ExportFormat, str]] = {
    ".md": ("markdown", "Markdown"),
    ".jsonl": ("jsonl", "JSON lines"),
    ".csv": ("csv", "CSV"),
}
"""The format of a file, and its name, by the end of the name of the file."""

HINT = "Enter writes it, Esc cancels, Tab: format"
OTHERS = ", ↑↓: contents"


class Subject(NamedTuple):
    """Something that can be exported: words for it, and the beginning of a name for the file."""

    words: str
    stem: str


class ExportAnswer(NamedTuple):
    """The number of the subject to be exported, the format, the file, and whether one that exists is replaced."""

    subject: int
    format: ExportFormat
    path: Path
    replace: bool


class FileInput(FormField):
    """The name of a file; Tab changes its format, and the arrows change the subject of the export."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "screen.format(1)", "Next format", show=False),
        Binding("shift+tab", "screen.format(-1)", "Previous format", show=False),
        Binding("down", "screen.subject(1)", "Next subject", show=False),
        Binding("up", "screen.subject(-1)", "Previous subject", show=False),
    ]


class ExportForm(Modal[ExportAnswer | None]):
    """A line for the name of the file below the subject of the export; Esc returns None.

    The file lies in `folder` unless its name says another one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Close", show=False, priority=True)]

    def __init__(self, subjects: Sequence[Subject], folder: Path) -> None:
        super().__init__()
        self._subjects = subjects
        self._folder = folder
        self._subject = 0
        self._is_own = False
        self._confirmed = ""
        self._field = FileInput()

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        with Vertical(id="export"):
            yield Static(id="export-what")
            yield self._field
            yield Static(id="export-hint")

    def on_mount(self) -> None:
        """Offer a name that is free."""
        self._offer(".md")

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to the new width."""
        self._show()

    def _offer(self, suffix: str) -> None:
        """Put a free name for the file of the subject into the line."""
        stem, number = self._subjects[self._subject].stem, 1
        name = f"{stem}{suffix}"
        while (self._folder / name).exists():
            number += 1
            name = f"{stem}-{number}{suffix}"
        self._set(name)

    def _set(self, name: str) -> None:
        with self.prevent(Input.Changed):
            self._field.value = name
        self._field.cursor_position = len(name) - len(Path(name).suffix)
        self._show()

    def _show(self, mistake: str = "") -> None:
        """Show the subject and the format, and the keys or a mistake."""
        if not self.is_mounted:
            return
        room = max(1, self.app.size.width - 2)
        _, format = SUFFIXES.get(self._suffix, ("", "?"))
        what = f"Export {self._subjects[self._subject].words} as {format}, into {self._folder}"
        self.query_one("#export-what", Static).update(Content(shortened(clean_line(what), room)))
        hint = mistake or (HINT + OTHERS if len(self._subjects) > 1 else HINT)
        self.query_one("#export-hint", Static).update(Content(shortened(hint, room)))

    @property
    def _suffix(self) -> str:
        return Path(self._field.value.strip()).suffix.lower()

    def action_format(self, step: int) -> None:
        """Change the format by the end of the name."""
        suffixes = [*SUFFIXES]
        at = suffixes.index(self._suffix) + step if self._suffix in suffixes else 0
        suffix = suffixes[at % len(suffixes)]
        typed = Path(self._field.value.strip() or "export")
        if self._is_own:
            self._set(str(typed.with_suffix(suffix) if typed.name.strip(".") else typed / f"export{suffix}"))
        else:
            self._offer(suffix)

    def action_subject(self, step: int) -> None:
        """Choose something else to be exported."""
        self._subject = (self._subject + step) % len(self._subjects)
        if self._is_own:
            self._show()
        else:
            self._offer(self._suffix if self._suffix in SUFFIXES else ".md")

    @on(Input.Changed)
    def changed(self) -> None:
        """Keep a name that a person has typed."""
        self._is_own, self._confirmed = True, ""
        self._drop_former_ending()
        self._show()

    def _drop_former_ending(self) -> None:
        """Drop the ending that was offered once a person has typed one before it."""
        typed, rest = self._field.value[: self._field.cursor_position], self._field.value[self._field.cursor_position :]
        if rest in SUFFIXES and Path(typed).suffix.lower() in SUFFIXES:
            with self.prevent(Input.Changed):
                self._field.value = typed
            self._field.cursor_position = len(typed)

    @on(Input.Submitted)
    def take(self) -> None:
        """Return the answer, or tell the mistake in the name; a file that exists needs a second Enter."""
        value = self._field.value.strip()
        try:
            self._take(value, self._folder / Path(value).expanduser() if value else self._folder)
        except (OSError, RuntimeError):  # it is too long, or a person's whose home folder is unknown
            self._show("this is no name of a file; give another")

    def _take(self, value: str, path: Path) -> None:
        if self._suffix not in SUFFIXES:
            self._show(f"the name ends in {', '.join(SUFFIXES)}: that says the format")
        elif path.is_dir() or not path.parent.is_dir():
            self._show(
                f"{clean_line(str(path if path.is_dir() else path.parent))}: name a file in a folder that is there"
            )
        elif path.exists() and self._confirmed != value:
            self._confirmed = value
            self._show("this file exists: Enter again replaces it, or change the name")
        else:
            self.dismiss(ExportAnswer(self._subject, SUFFIXES[self._suffix][0], path, self._confirmed == value))
