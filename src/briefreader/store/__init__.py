"""Lists and writes the files of a library and of its `.briefreader` folder; every write is whole or not done at all."""

from typing import TYPE_CHECKING, Any

from briefreader.store.checked_file import load_checked, save_checked
from briefreader.store.file_lock import lock
from briefreader.store.files import STATE, file_digest, folder_key, make_folder, stays_inside, user_key, write
from briefreader.store.json_file import read_json
from briefreader.store.ledger import Addition, Ledger
from briefreader.store.look import File, Look, OutwardLinkError, is_inside, only, scan
from briefreader.store.searches import SEARCHES, SearchFiles, Seen, digests
from briefreader.store.state import State, state_folder, users_folder

if TYPE_CHECKING:
    from briefreader.store.drafts import Drafts as Drafts
    from briefreader.store.id_records import GivenId as GivenId
    from briefreader.store.id_records import IdRecords as IdRecords
    from briefreader.store.journal import Bounds as Bounds
    from briefreader.store.journal import Check as Check
    from briefreader.store.journal import Journal as Journal
    from briefreader.store.note_files import NoteFolder as NoteFolder
    from briefreader.store.note_files import is_note_name as is_note_name
    from briefreader.store.reading_log import ReadingLog as ReadingLog
    from briefreader.store.reading_log import ReadingMarks as ReadingMarks
    from briefreader.store.visits import Visits as Visits

__all__ = [
    "SEARCHES",
    "STATE",
    "Addition",
    "Bounds",
    "Check",
    "Drafts",
    "File",
    "GivenId",
    "IdRecords",
    "Journal",
    "Ledger",
    "Look",
    "NoteFolder",
    "OutwardLinkError",
    "ReadingLog",
    "ReadingMarks",
    "SearchFiles",
    "Seen",
    "State",
    "Visits",
    "digests",
    "file_digest",
    "folder_key",
    "is_inside",
    "is_note_name",
    "load_checked",
    "lock",
    "make_folder",
    "only",
    "read_json",
    "save_checked",
    "scan",
    "state_folder",
    "stays_inside",
    "user_key",
    "users_folder",
    "write",
]


_MODULES = {  # no start needs them
    "Bounds": "journal",
    "Check": "journal",
    "Drafts": "drafts",
    "GivenId": "id_records",
    "IdRecords": "id_records",
    "Journal": "journal",
    "NoteFolder": "note_files",
    "is_note_name": "note_files",
    "ReadingLog": "reading_log",
    "ReadingMarks": "reading_log",
    "Visits": "visits",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
