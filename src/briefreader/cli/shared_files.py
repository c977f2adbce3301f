"""Makes the files that lie outside the package where it is installed: the manual page and the completions."""

from collections.abc import Mapping

from briefreader.cli.command_help import COMMANDS
from briefreader.cli.manual import page
from briefreader.cli.shells import FILES, SHELLS
from briefreader.ui.key_table import KeyTable


def shared_files() -> Mapping[str, str]:
    """Return the content of each file by its path, where `man` and the shells look for it."""
    completions = {f"share/{FILES[shell]}": script(COMMANDS) for shell, script in SHELLS.items()}
    return {"share/man/man1/briefreader.1": page(COMMANDS, KeyTable()), **completions}
