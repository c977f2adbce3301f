"""The editor of a note below list and article: the passage, the text, and the keys that save it."""

from collections.abc import Callable
from typing import ClassVar, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import Static, TextArea

from briefreader.text import clean
from briefreader.ui.panes.note_labels import end_of_text
from briefreader.ui.panes.note_target import NoteTarget
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.text_layout import shortened, wrapped

KEYS = ("Ctrl+S saves", "Esc keeps a draft", "#word is a label", "Tab: article", "Ctrl+E: $EDITOR")
TO_LAST = "Ctrl+A adds to the last note"
PAUSE = 1.0
"""Seconds after a change until a draft is saved."""

LEAST_ROWS, SHARE = 6, 0.3
"""Rows of the editor, and its part of the screen where that is more."""

ROWS_OF_QUOTE = 2
BETWEEN_KEYS = " · "

Wish = Literal["save", "close", "edit", "to last", "leave", "page down", "page up"]
"""A command of the editor."""


class NoteText(TextArea):
    """The text of a note: nothing blinks, and pasted text is cleaned."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "wish('save')", "Save", show=False),
        Binding("escape", "wish('close')", "Close", show=False),
        Binding("ctrl+e", "wish('edit')", "Editor", show=False),
        Binding("ctrl+a", "wish('to last')", "To the last note", show=False),
        Binding("tab,shift+tab", "wish('leave')", "Article", show=False),
        Binding("pagedown", "wish('page down')", "Next article page", show=False),
        Binding("pageup", "wish('page up')", "Previous article page", show=False),
    ]

    def __init__(self, text: str, carry_out: Callable[[Wish], object]) -> None:
        super().__init__(text, compact=True, highlight_cursor_line=False)
        self._carry_out = carry_out
        self.cursor_blink = False
        self.match_cursor_bracket = False
        self.is_left = False
        """Whether a key was pressed that leaves the text; the keys after it are those of the reader."""

    async def _on_key(self, event: events.Key) -> None:
        """Type a letter; carry out a key here, in whose queue it is, before the letters after it."""
        bound = self._bindings.key_to_bindings.get(event.key)
        if self.is_left:
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))  # it is for the pane in use now
        elif bound:
            event.stop()
            event.prevent_default()
            await self.app.run_action(bound[0].action, self)
        else:
            await super()._on_key(event)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw nothing once the text is removed; Textual has thrown its styles away, and may still draw the screen."""
        return super().render_lines(crop) if self.is_attached else [Strip.blank(crop.width)] * crop.height

    def understands(self, event: events.Key) -> bool:
        """Return whether a key types something or is one of the editor."""
        return event.is_printable or event.key in self._bindings.key_to_bindings

    def action_wish(self, wish: Wish) -> None:
        """Have a command carried out at once, before the next key is looked at."""
        self.is_left = wish in ("save", "close", "leave")
        self._carry_out(wish)

    def on_paste(self, event: events.Paste) -> None:
        """Clean pasted text; TextArea's own handler runs after this one and inserts it."""
        event.text = clean(event.text)

    def add_paragraph(self, paragraph: str) -> None:
        """Put a paragraph at the end, and the cursor below it."""
        text = self.text
        missing = 2 - (len(text) - len(text.rstrip("\n")))
        self.insert(
            "\n" * missing * bool(text.strip()) + f"{paragraph}\n\n",
            self.document.end,
            maintain_selection_offset=False,
        )


class NoteEditor(Vertical):
    """The text of a note on a target, which is saved as a draft while it is typed.

    `carry_out` is called with the commands, and `keep` with the key and the text of a draft to be saved, and with
    whether that must be done at once.
    """

    def __init__(
        self,
        target: NoteTarget,
        typed: str,
        carry_out: Callable[[Wish], object],
        keep: Callable[[str, str, bool], object],
        *,
        offers_last: bool,
    ) -> None:
        super().__init__()
        self.target = target
        self.offers_last = offers_last
        self.said = ""
        """The words in place of the keys: a mistake."""
        self._keep = keep
        self._begun = self._kept = typed
        self._timer: Timer | None = None
        self.is_over = False
        """Whether the note is saved or given up: no further draft is saved."""
        self.field = NoteText(typed, carry_out)

    def compose(self) -> ComposeResult:
        """Lay out the editor."""
        yield Static(classes="note-quote")
        yield self.field
        yield Static(classes="note-keys")

    def on_mount(self) -> None:
        """Put the cursor behind the text."""
        self.field.move_cursor(end_of_text(self.typed))
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the passage for the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        columns, rows = self.app.size
        self.styles.height = max(LEAST_ROWS, int(rows * SHARE))
        width = max(1, columns - 2)
        lines = wrapped(self.target.heading, width)
        if len(lines) > ROWS_OF_QUOTE:
            lines = [*lines[: ROWS_OF_QUOTE - 1], shortened(" ".join(lines[ROWS_OF_QUOTE - 1 :]), width)]
        self.query_one(".note-quote", Static).update(Content("\n".join(lines)))
        self.query_one(".note-keys", Static).update(Content(self.said or self._keys(width)))

    def _keys(self, width: int) -> str:
        """Return the keys of the editor, as many as fit."""
        keys = [KEYS[0], TO_LAST, *KEYS[1:]] if self.offers_last else [*KEYS]
        while len(keys) > 1 and cells(BETWEEN_KEYS.join(keys)) > width:
            keys.pop()
        return BETWEEN_KEYS.join(keys)

    def say(self, words: str) -> None:
        """Show a mistake in place of the keys until the text changes."""
        self.said = words
        self.field.is_left = False
        self._lay_out()

    def focus_text(self) -> None:
        """Go to the text."""
        self.field.is_left = False
        self.screen.set_focus(self.field)

    @property
    def typed(self) -> str:
        """The text."""
        return self.field.text

    @property
    def is_changed(self) -> bool:
        """Whether the text differs from that at the beginning."""
        return self.field.text != self._begun

    def offer(self, draft: str) -> bool:
        """Put a draft in place of a text that nobody has changed yet, and return whether that was done."""
        if self.is_changed or draft == self.typed:
            return False
        self._kept = draft
        self.put(draft)
        return True

    def put(self, typed: str) -> None:
        """Put another text in place of the one that is there, and the cursor behind it, before its labels."""
        self.field.text = typed
        self.field.move_cursor(end_of_text(self.typed))

    def retarget(self, target: NoteTarget, typed: str) -> None:
        """Go on with another note, whose text as it is typed is given with all that was added to it."""
        self.target, self.offers_last = target, False
        self.put(typed)
        self._lay_out()

    @on(TextArea.Changed)
    def changed(self, event: TextArea.Changed) -> None:
        """Save a draft soon."""
        event.stop()
        if self.said:
            self.said = ""
            self._lay_out()
        if self._timer is None:
            self._timer = self.set_timer(PAUSE, self._save_draft)

    def _save_draft(self) -> None:
        self._timer = None
        self.keep_draft()

    def on_unmount(self) -> None:
        """Save the draft at the end of the program, also when the terminal is gone."""
        self.keep_draft(at_once=True)

    def keep_draft(self, at_once: bool = False) -> bool:
        """Save the text as a draft if it has changed, and return whether there is one."""
        is_draft = self.is_changed and bool(self.typed.strip())
        if self._kept != self.typed and not self.is_over:
            self._kept = self.typed
            self._keep(self.target.draft_key, self.typed if is_draft else "", at_once)
        return is_draft
