"""Gives the text of a note to the editor that the environment names."""

import tempfile
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from briefreader.model import LibraryError
from briefreader.text import clean
from briefreader.ui.terminal.programs import editor, run_in_terminal, shell_command


def edited(app: App[Any], text: str) -> str:
    """Return a text as a person leaves it in the editor, which has the terminal until it ends.

    Raises LibraryError where the editor cannot be run, or ends with a failure: then nothing of the file counts.
    """
    command = editor()
    with tempfile.TemporaryDirectory(prefix="briefreader-") as folder:
        path = Path(folder, "note.md")
        path.write_text(f"{text}\n" if text else "", "utf-8")
        try:
            status = run_in_terminal(app, shell_command(command, str(path)))
            found = path.read_bytes()
        except SuspendNotSupported as error:
            raise LibraryError("this terminal cannot be given to an editor") from error
        except OSError as error:
            raise LibraryError(f"{command}: the text did not come back ({error.strerror})") from error
    if status:
        raise LibraryError(f"{command} ended with exit status {status}; the note is as it was before")
    return clean(found.decode("utf-8", "replace")).strip("\n")
