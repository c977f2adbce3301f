"""All notes as lines: the words of each, its passage, and its brief."""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from briefreader.counts import counted
from briefreader.model import KeptNote
from briefreader.text import clean_line, fold
from briefreader.ui.key_table import with_keys
from briefreader.ui.panes.note_target import NoteTarget
from briefreader.ui.widgets.pick_list import PickLine

INDENT = "  "
DRAFT = "draft"
LOST = "lost"
LONGEST_WORDS = 200


def words_of(kept: KeptNote) -> str:
    """Return the beginning of a note and its labels in one line; empty where it has no words."""
    labels = " ".join(f"#{label}" for label in kept.note.further_labels)
    return clean_line(" ".join([*kept.note.text[:LONGEST_WORDS].split(), labels]))


def quote_of(kept: KeptNote) -> str:
    """Return the beginning of the passage of a note in quotation marks; empty for a note on a whole brief."""
    quote = clean_line(" ".join(kept.note.quote[:LONGEST_WORDS].split()))
    return f"“{quote}”" if quote else ""


class Draft(NamedTuple):
    """The text of a note that was not saved, its key, which names its place, and the place in words."""

    key: str
    text: str
    place: str

    @property
    def section(self) -> str:
        """The value by which its line is known."""
        return f"{DRAFT} {self.key}"


def place_of_draft(key: str, titles: Mapping[str, str], notes: Sequence[KeptNote]) -> str:
    """Return the place that the key of a draft names, in words: the note that it changes, or briefs and the passage.

    `titles` are those of the briefs by their IDs. The key itself is returned where it names nothing that is there.
    """
    note, words = NoteTarget.parsed(key)
    if changed := next((kept for kept in notes if kept.note.id == note), None):
        return clean_line(f"of the note on {changed.title}")
    ids = [*takewhile(titles.__contains__, words)]
    if not ids:
        return key
    quote = " ".join(words[len(ids) :])
    title = titles[ids[0]] if len(ids) == 1 else counted(len(ids), "brief")
    return clean_line(f"{title}: “{quote}”" if quote else title)


def note_lines(
    notes: Sequence[KeptNote], letters: str, total: int, drafts: Sequence[Draft] = ()
) -> tuple[PickLine, ...]:
    """Return the lines of some notes, of which the first of each can be picked; `section` is the ID of the note.

    `letters` are those that the notes were chosen by, from a number of all notes. Drafts come first.
    """
    if not total and not drafts:
        return (PickLine("No note yet:", "quiet"), PickLine(with_keys("{note} writes one on what you read."), "quiet"))
    if letters:
        lines = [PickLine(f"{letters}▏", "title", f"{len(notes):,} of {total:,}")]
    else:
        counts = [counted(number, unit) for number, unit in ((total, "note"), (len(drafts), DRAFT)) if number]
        lines = [PickLine(", ".join(counts), "heading", "" if drafts else "letters filter")]
    for draft in drafts:
        lines.append(PickLine(clean_line(draft.text[:LONGEST_WORDS]), "title", DRAFT, section=draft.section))
        lines.append(PickLine(INDENT + draft.place[:LONGEST_WORDS], "quiet"))
    if not notes and letters:
        lines.append(PickLine("No note has a word that begins so.", "quiet"))
    for kept in notes:
        first, *rest = filter(None, (words_of(kept), quote_of(kept), _brief_of(kept)))
        remark = f"{LOST} {kept.note.made[:10]}" if kept.lost else kept.note.made[:10]
        lines.append(PickLine(first, "text", remark, section=kept.note.id))
        lines += [PickLine(INDENT + line, "quiet") for line in rest]
    return tuple(lines)


def _brief_of(kept: KeptNote) -> str:
    return clean_line(f"{kept.date or ''} {kept.title}")


def beginning(notes: Sequence[KeptNote], letters: str) -> tuple[KeptNote, ...]:
    """Return the notes that have, for each of some words, a word that begins so."""
    sought = [f" {fold(part)}" for part in letters.split()]
    return tuple(kept for kept in notes if all(part in _folded(kept) for part in sought))


def _folded(kept: KeptNote) -> str:
    note = kept.note
    parts = (note.text, *note.labels, note.quote, kept.title, kept.date or "")
    return " " + " ".join(fold(word.lstrip("#“\"'(")) for part in parts for word in part.split())
