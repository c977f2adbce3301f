"""The notes on the open brief: their signs in the margin, and the words of the note that one goes to."""

from functools import partial

from textual import work
from textual.widget import Widget

from briefreader.library import Library
from briefreader.model import Brief, KeptNote
from briefreader.text import Span
from briefreader.ui.background import Notice, errors_noticed, read_in_thread
from briefreader.ui.key_table import with_keys
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.note_list import words_of

EDITS = "{note} edits"
WITHOUT_WORDS = "a note without words"
WHOLE_BRIEF = Span(0, 0)
"""The place of the sign of notes on the whole brief: the beginning of the title."""


class NoteMarks(Widget):
    """An invisible widget that reads the notes on the brief in the article pane."""

    def __init__(self, library: Library, article: ArticleView) -> None:
        super().__init__()
        self.display = False
        self._library = library
        self._article = article
        self._told: Span | None = None
        self._brief_id = ""
        self.kept: tuple[KeptNote, ...] = ()
        """The notes on the open brief."""
        self._places: dict[Span, KeptNote] = {}

    def on_mount(self) -> None:
        """Tell of a note as soon as its passage is selected or highlighted."""
        for name in ("passage", "highlight"):
            self.watch(self._article, name, self._tell, init=False)

    @work(exclusive=True, group="notes")
    async def read(self, quietly: bool = False) -> None:
        """Read the notes on the open brief in a thread, show their signs, and tell of one that is selected.

        It is not told `quietly`, and not where the same brief is read again: then a change is told.
        """
        brief = self._article.brief
        if brief is None:
            return
        with errors_noticed(self):
            kept, places = await read_in_thread(partial(self._notes_on, brief))
            if self._article.brief is brief:
                self.kept, self._places = kept, places
                on_whole = (WHOLE_BRIEF,) if any(not each.note.quote for each in kept) else ()
                self._article.noted = (*on_whole, *sorted(places))
                is_same, self._brief_id = self._brief_id == brief.entry.id, brief.entry.id
                if quietly or is_same:
                    self._told = self._place
                self._tell()

    def _notes_on(self, brief: Brief) -> tuple[tuple[KeptNote, ...], dict[Span, KeptNote]]:
        """Return the notes on a brief, and those on passages by their places, also by those of further quotations."""
        from briefreader.ui.panes.note_quotations import further_places

        kept = self._library.notes.of(brief)
        further = {place: each for each in kept for place in further_places(each.note.text, brief.text)}
        return kept, {**further, **{each.span: each for each in kept if each.span}}

    @property
    def _place(self) -> Span | None:
        return self._article.passage or self._article.highlight

    @property
    def here(self) -> KeptNote | None:
        """The note on exactly the selected or highlighted place."""
        return self.at(self._place)

    def at(self, place: Span | None) -> KeptNote | None:
        """Return the note on exactly a place in the open brief, None without one."""
        brief = self._article.brief
        found = self._places.get(place) if place is not None else None
        return found if found and brief and found.brief == brief.entry.id else None

    def _tell(self) -> None:
        """Say the first words of the note that one has come to, once."""
        here, place = self.here, self._place
        if here is not None and place != self._told:
            words = words_of(here) or WITHOUT_WORDS
            # By the way that the words of the article about the passage take, so that it comes after them.
            self._article.call_later(self._article.post_message, Notice(f"{with_keys(EDITS)}: {words}"))
        self._told = place if here is not None else None
