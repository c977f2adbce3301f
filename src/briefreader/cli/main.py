"""From the arguments to the exit status."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import TYPE_CHECKING

from briefreader import __version__
from briefreader.model import BriefreaderError, IndexLostError, LibraryError, NotFoundError, SettingsError, SourceError

if TYPE_CHECKING:
    from briefreader.cli.arguments import Request
    from briefreader.cli.printing import Output

_STANDARD_OUTPUT = 1
_STATUS: dict[type[BriefreaderError], int] = {
    SettingsError: 2,
    SourceError: 3,
    LibraryError: 4,
    BriefreaderError: 4,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with its arguments and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    try:
        return _run(given)
    except KeyboardInterrupt:
        return _silenced(128 + signal.SIGINT)
    except BrokenPipeError:
        return _silenced(128 + signal.SIGPIPE)
    except OSError as error:
        from briefreader.cli.printing import Output

        where = f"{error.filename}: " if error.filename else ""
        remedy = "free some space or mend permissions, and try again"
        Output(None, sys.stderr).message(f"{where}{error.strerror or error}; {remedy}")
        return _silenced(4)


def _end(number: int, _: FrameType | None) -> None:
    """End the program with the status that tells the signal; locks and unfinished files are let go on the way."""
    raise SystemExit(128 + number)


def _silenced(status: int) -> int:
    """Return a status that Python cannot make another of at its end, when it writes what is left."""
    from briefreader.cli.printing import silence

    silence(_STANDARD_OUTPUT)
    return status


def _run(given: list[str]) -> int:
    if given == ["--version"]:  # without the imports of everything else
        print(f"briefreader {__version__}", flush=True)
        return 0
    from briefreader.cli.arguments import UsageError, understand
    from briefreader.cli.commands import COMMANDS
    from briefreader.cli.printing import Output
    from briefreader.cli.session import Session

    out = Output(sys.stdout, sys.stderr)
    try:
        request = understand(given, COMMANDS)
        if request.has("--help") or request.has("--version"):
            status = _tell(request, out)
            out.flush()
            return status
        run = request.command.run if request.command else COMMANDS["read"].run
        session = Session(request, out)
        try:
            status = run(request, session)
        except IndexLostError:  # raised before anything is printed
            session.mend(session.library)
            status = run(request, session)
        out.flush()
        return status
    except UsageError as error:
        out.message(str(error))
        return 2
    except NotFoundError as error:
        out.not_found(error)
        return 1
    except BriefreaderError as error:
        out.message(str(error))
        return next(status for kind, status in _STATUS.items() if isinstance(error, kind))


def _tell(request: Request, out: Output) -> int:
    from briefreader.cli.commands import COMMANDS
    from briefreader.cli.help import command_help, program_help

    if not request.has("--help"):
        out.line(f"briefreader {__version__}")
    else:
        out.line(command_help(request.command) if request.command else program_help(COMMANDS))
    return 0
