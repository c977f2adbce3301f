"""Selects a passage of the brief that is read: by sentences and paragraphs with keys, by words with the mouse."""

from typing import ClassVar

from textual import events
from textual.reactive import var

from briefreader.counts import counted
from briefreader.text import Span, words
from briefreader.ui.background import Notice
from briefreader.ui.key_table import with_keys
from briefreader.ui.panes.article_window import ArticleWindow
from briefreader.ui.panes.passage_units import PassageSelection, PassageUnits, Unit, stripped, word_at

NO_TEXT = "open a brief first: {read} reads the one under the cursor"
USES = "{copy} copies, {note} notes"
EXTENDING = "{extend} ends"


class PassageView(ArticleWindow):
    """A brief of which a passage can be selected; subclasses draw it."""

    REPAINT_ON: ClassVar[tuple[str, ...]] = ("passage",)

    passage: var[Span | None] = var(None)
    """The passage that is selected to be copied or noted."""

    extending: var[bool] = var(False)
    """Whether the keys of sentences and paragraphs make the passage longer and shorter instead of selecting others."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._selection: PassageSelection | None = None
        self._units_of: tuple[str, PassageUnits] | None = None
        self._pressed: tuple[int, int, int] | None = None
        self._dragging = False
        self._wrapped_height = 0

    @property
    def passage_text(self) -> str:
        """The text of the passage, empty without one."""
        return self.brief.text[slice(*self.passage)] if self.brief and self.passage else ""

    @property
    def place_of_interest(self) -> Span | None:
        """The place that a person looks at, where the first passage is selected; None unless a subclass knows one."""
        return None

    def drop_passage(self) -> bool:
        """Select no passage; return whether there was one."""
        there = self.passage is not None
        self.passage, self.extending = None, False
        return there

    def leave_passage(self) -> None:
        """Select no passage any more, as a person goes to another place; one that is being extended stays."""
        if not self.extending:
            self.drop_passage()

    def action_sentence(self, step: int) -> None:
        """Select the next sentence, or the previous one, or extend the passage by it."""
        self._go("sentence", step)

    def action_section(self, step: int) -> None:
        """Select the next paragraph, or the previous one, or extend the passage to its end.

        The name is that of the action of the list that has the same keys.
        """
        self._go("paragraph", step)

    def action_extend(self) -> None:
        """Let the keys of sentences and paragraphs extend the passage, or select again."""
        if self.passage is None:
            self._go("sentence", 1)
        self.extending = self.passage is not None and not self.extending
        if self.passage is not None:
            self._tell()

    def action_extend_line(self, step: int) -> None:
        """Extend the passage by the sentence on the next line, or on the previous one."""
        selection = self._selected
        if selection is None:
            self._go("sentence", step)
            return
        longer = selection.extended("sentence", step)
        offset = self.offset_of_line_beside(selection.head, step)
        if longer is not None and offset is not None:
            head = self._units.at("sentence", offset)
            if head.start > longer.head.start if step > 0 else head.start < longer.head.start:
                longer = selection.with_head(head)
        self._take(longer, step, "sentence")

    def _go(self, unit: Unit, step: int) -> None:
        """Select or add the next unit, or the previous one; without a passage in sight, begin with the first there."""
        if self.brief is None or not self.size.height:
            self.post_message(Notice(with_keys(NO_TEXT)))
            return
        selection = self._selected
        if selection is not None and self.extending:
            self._take(selection.extended(unit, step), step, unit)
            return
        if selection is None or not any(map(self.shows, (selection.passage.start, selection.passage.end - 1))):
            place: Span | None = self._first(unit)
        else:
            place = self._beside(selection.passage, unit, step)
        self._take(None if place is None else PassageSelection(self._units, place), step, unit)

    def _first(self, unit: Unit) -> Span:
        """Return the unit of the place of interest in sight, else the first that begins in sight."""
        interest = self.place_of_interest
        if interest is not None and self.shows(interest.start):
            return self._units.at(unit, interest.start)
        offset = self.first_offset
        found = self._units.at(unit, offset)
        following = self._units.beside(unit, found, 1) if found.start < offset else None
        return following if following is not None and self.shows(following.start) else found

    def _beside(self, passage: Span, unit: Unit, step: int) -> Span | None:
        """Return the next unit or the previous one; of a longer passage, its first sentence or its last one."""
        inside = self._units.inside(passage) if unit == "sentence" else []
        if len(inside) > 1:
            return inside[0 if step > 0 else -1]
        return self._units.beside(unit, passage, step)

    def _take(self, selection: PassageSelection | None, step: int, unit: Unit) -> None:
        """Make a selection the passage and show its head; without one, say that there is no other unit."""
        if selection is None:
            self.post_message(Notice(f"this is the {'last' if step > 0 else 'first'} {unit} of the brief"))
            return
        self._select(selection)
        self.show_place(selection.head, step < 0)
        self._tell()

    def _select(self, selection: PassageSelection) -> None:
        self._selection = selection
        self.passage = selection.passage

    @property
    def _selected(self) -> PassageSelection | None:
        """The passage with its ends, also where something else than a key has selected it."""
        if self.passage is None:
            return None
        if self._selection is None or self._selection.passage != self.passage:
            self._selection = PassageSelection(self._units, self.passage)
        return self._selection

    @property
    def _units(self) -> PassageUnits:
        assert self.brief is not None
        if self._units_of is None or self._units_of[0] is not self.brief.text:
            self._units_of = (self.brief.text, PassageUnits(self.brief))
            self._selection = None
        return self._units_of[1]

    def _tell(self) -> None:
        """Tell in the status line the size of the passage, and the keys that take it away."""
        assert self.passage is not None
        length = counted(sum(1 for _ in words(self.passage_text)), "word")
        parts = [self._kind, length, *([EXTENDING] if self.extending else []), USES]
        self.post_message(Notice(with_keys(" · ".join(part for part in parts if part))))

    @property
    def _kind(self) -> str:
        """The unit that the passage is, or the number of its sentences; empty for a part of a sentence."""
        assert self.passage is not None
        inside = self._units.inside(self.passage)
        if not inside or (inside[0].start, inside[-1].end) != self.passage:
            return ""
        if len(inside) > 1 and self._units.at("paragraph", self.passage.start) == self.passage:
            return "paragraph"
        return "sentence" if len(inside) == 1 else counted(len(inside), "sentence")

    def _rewrap(self) -> None:
        """Wrap again, and keep the passage in sight where it was."""
        selection = self._selected
        line = self._wrapped.line_of(selection.head.start) if selection else -1
        was_shown = self._first_in_sight <= line < self.top + self._wrapped_height
        super()._rewrap()
        self._wrapped_height = self.size.height
        if selection is not None and was_shown:
            self.show_place(selection.head)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take note of the word where a drag may begin, unless the line between the panes is taken hold of."""
        if event.button == 1 and event.x >= len(self.edge) and self.brief is not None:
            offset = self._offset_near(event.x, event.y)
            if offset is not None:
                self._pressed, self._dragging = (event.x, event.y, offset), False
                self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select the words from the one where the button was pressed to this one; scroll at the edges of the window."""
        self._drag_to(event)

    def _drag_to(self, event: events.MouseEvent) -> None:
        if self._pressed is None or (not self._dragging and (event.x, event.y) == self._pressed[:2]):
            return
        self._dragging = True
        if not 0 <= event.y < self.size.height:
            self.move(1 if event.y > 0 else -1)
        offset = self._offset_near(event.x, max(0, min(event.y, self.size.height - 1)))
        if offset is not None and self.brief is not None:
            self._select_words(self.brief.text, *sorted((self._pressed[2], offset)))

    def _select_words(self, text: str, first: int, last: int) -> None:
        """Select the words from one that holds a character to one that holds another."""
        start, end = word_at(text, first).start, word_at(text, last).end if last < len(text) else last
        place = stripped(text, Span(start, end))
        self.extending = False
        if place is None:
            self.passage = None
        else:
            self._select(PassageSelection(self._units, place))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the drag, and tell of the passage that it has selected; on a slow line no motion came before."""
        self._drag_to(event)
        if self._pressed is not None:
            self.release_mouse()
            self._pressed = None
            if self._dragging and self.passage is not None:
                self._tell()

    def on_click(self, event: events.Click) -> None:
        """Keep the passage after a drag; else select none, on a double click the sentence, on a third the paragraph."""
        if self._dragging:
            self._dragging = False
            return
        offset = self.offset_under(event.x, event.y)
        self.drop_passage()
        if event.chain > 1 and offset is not None and self.brief and offset >= self.brief.body_start:
            unit: Unit = "sentence" if event.chain == 2 else "paragraph"
            self._take(PassageSelection(self._units, self._units.at(unit, offset)), 1, unit)

    def _offset_near(self, x: int, y: int) -> int | None:
        """Return the offset of the character in a cell, or of the first one below; None under the last line."""
        for row in range(y, self.line_count - self.top):
            offset = self.offset_under(x if row == y else 0, row)
            if offset is not None:
                return offset
        return len(self.brief.text) if self.brief else None
