"""Reads the files of the notes in the folders of a library, each again only when it has changed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefreader.model import Problem
from briefreader.notes import LARGEST, NoteFile, read
from briefreader.store import NoteFolder

_REMEDY = "mend it in the file"


class ReadNotes(NamedTuple):
    """The notes that could be read, by ID, and the faults of all files."""

    files: dict[str, NoteFile]
    problems: tuple[Problem, ...]


class NoteReader:
    """Reads several folders of notes; of two notes with one ID, that in the first folder counts.

    Notes of other people in the others may be closed to this one.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(NoteFolder(path) for path in dict.fromkeys(folders))
        self._lock = threading.Lock()
        self._known: dict[Path, tuple[object, NoteFile]] = {}

    def read(self) -> ReadNotes:
        """Return the notes as the files are now; a file that cannot be read is told among the problems."""
        files: dict[str, NoteFile] = {}
        problems: list[Problem] = []
        with self._lock:
            known, self._known = self._known, {}
            for folder in self._folders:
                try:
                    listed = [*folder.listed()]
                except OSError as error:
                    if isinstance(error, PermissionError) and folder is not self._folders[0]:
                        continue
                    what = f"the folder of notes cannot be read ({error.strerror})"
                    problems.append(Problem(str(folder.path), what, "mend its permissions, or put a folder there"))
                    continue
                for each in listed:
                    path = folder.path / each.name
                    version, file = known.get(path, (None, None))
                    if file is None or version != each.version:
                        try:
                            file = read(folder.read(each.name, LARGEST), path.stem)
                        except OSError as error:
                            what = f"the note cannot be read ({error.strerror})"
                            problems.append(Problem(str(path), what, "mend its permissions, or take it out"))
                            continue
                    self._known[path] = each.version, file
                    problems += [Problem(str(path), f"the note is damaged: {fault}", _REMEDY) for fault in file.faults]
                    files.setdefault(path.stem, file)
        return ReadNotes(files, tuple(problems))
