"""Names the places of the files of notes in the state folder of a library."""

from pathlib import Path

from briefreader.store import State, is_note_name

NOTES = "notes"
REMOVED = "removed"
DRAFTS = "drafts"


def notes_folder(state: State) -> Path:
    """Return the folder of the notes; removed ones lie in a folder in it."""
    return state.folder / NOTES


def is_note_file(folder: Path, path: Path) -> bool:
    """Return whether a path is that of a note in the folder of notes, and no link leads elsewhere."""
    return path.parent == folder and is_note_name(path.name) and not folder.is_symlink() and not path.is_symlink()
