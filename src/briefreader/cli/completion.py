"""Prints the completions for a shell, and the words of the library that they offer."""

from briefreader.cli.arguments import Request
from briefreader.cli.session import DONE, NOTHING_FOUND, Session
from briefreader.model import Entry, IndexLostError, UsageError
from briefreader.text import clean_line


def completion(request: Request, session: Session) -> int:
    """Print the completions for a shell; with --ids or --series, the words of the index that have a beginning."""
    if request.has("--ids") or request.has("--series"):
        return _known(request, session)
    from briefreader.cli.command_help import COMMANDS
    from briefreader.cli.shells import SHELLS

    shell = request.query
    if shell not in SHELLS:
        what = f"there are no completions for {shell!r}" if shell else "completion needs the name of a shell"
        raise UsageError(f"{what}; write {' or '.join(SHELLS)}")
    session.out.document(SHELLS[shell](COMMANDS).rstrip("\n"))
    return DONE


def _known(request: Request, session: Session) -> int:
    """Print the IDs or series of the index as it is: nobody waits for an update at the press of a key."""
    try:
        entries = session.library.entries()
    except IndexLostError:
        return NOTHING_FOUND

    def word(entry: Entry) -> str | None:
        return entry.id if request.has("--ids") else entry.series

    words = dict.fromkeys(clean_line(found) for entry in entries if (found := word(entry)))
    begun = [each for each in words if each.startswith(request.query)]
    for each in begun:
        session.out.line(each)
    return DONE if begun else NOTHING_FOUND
