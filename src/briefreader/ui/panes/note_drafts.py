"""Finds the place of a draft again: the passage, the briefs or the note that it was written on."""

from itertools import takewhile

from briefreader.library import Library, passage_in
from briefreader.ui.panes.note_list import Draft
from briefreader.ui.panes.note_target import NoteTarget


def target_of(library: Library, draft: Draft) -> NoteTarget | None:
    """Return the thing that a draft was written on, None where its brief is gone.

    A draft whose passage is gone moves to the whole brief, and that of a note which is gone becomes a new note there.
    Raises BriefreaderError where the brief cannot be read.
    """
    notes = library.notes
    note, words = NoteTarget.parsed(draft.key)
    if kept := next((each for each in notes.all() if each.note.id == note), None):
        return NoteTarget((kept.brief or kept.note.brief_id,), kept.title, note=kept.note)
    known = {entry.id: entry.title for entry in library.entries()}
    ids = tuple(takewhile(known.__contains__, words))
    if not ids:
        return None
    target = NoteTarget(ids, known[ids[0]])
    if quote := " ".join(words[len(ids) :]):
        brief = library.brief(ids[0])
        target = target._replace(brief=brief, span=passage_in(brief.text, quote))
    if target.draft_key != draft.key:
        notes.save_draft(target.draft_key, draft.text)
        notes.drop_draft(draft.key)
    return target
