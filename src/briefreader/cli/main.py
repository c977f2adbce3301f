"""Runs the program and turns every error into a message and an exit status."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import TYPE_CHECKING

from briefreader import __version__
from briefreader.model import BriefreaderError, NotFoundError, SettingsError, SourceError, UsageError

if TYPE_CHECKING:
    from briefreader.cli.arguments import Request
    from briefreader.cli.printing import Output

_STANDARD_OUTPUT, _STANDARD_ERROR = 1, 2
_STATUS: dict[type[BriefreaderError], int] = {
    NotFoundError: 1,
    UsageError: 2,
    SettingsError: 2,
    SourceError: 3,
    BriefreaderError: 4,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with its arguments and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    try:
        status = _status(given)
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
    return _unless_hung_up(status) if status else 0


def _status(given: list[str]) -> int:
    """Run the program with its arguments, write the message of an error, and return the exit status."""
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
    """End the program with the status of a signal, which frees locks and deletes unfinished files."""
    raise SystemExit(128 + number)


def _unless_hung_up(status: int) -> int:
    """Return a status, or that of a hang-up where it is the cause: an error may come before the signal is handled."""
    from briefreader.cli.printing import is_terminal_lost, silence

    if not is_terminal_lost():
        return status
    for descriptor in (_STANDARD_OUTPUT, _STANDARD_ERROR):
        silence(descriptor)  # Python flushes them at its end, and an error would change the status
    return 128 + signal.SIGHUP


def _silenced(status: int) -> int:
    """Return a status, and silence standard output, since an error at the end of Python would change the status."""
    from briefreader.cli.printing import silence

    silence(_STANDARD_OUTPUT)
    return status


def _run(given: list[str]) -> int:
    if given == ["--version"]:  # faster without the imports
        print(f"briefreader {__version__}", flush=True)
        return 0
    from pathlib import Path

    from briefreader.cli.arguments import understand
    from briefreader.cli.command_help import COMMANDS
    from briefreader.cli.commands import RUN
    from briefreader.cli.printing import Output
    from briefreader.cli.session import Session

    out = Output(sys.stdout, sys.stderr)
    try:
        request = understand(given, COMMANDS)
        if request.has("--help") or request.has("--version"):
            status = _tell(request, out)
            out.flush()
            return status
        command = request.command.name if request.command else "read"
        named = request.options.get("--library")
        lenient = command in ("check", "paths")
        session = Session(
            out,
            Path(named) if named else None,
            sample=request.has("--sample"),
            lenient=lenient,
            read_only=request.has("--read-only"),
        )
        status = session.mending(lambda: RUN[command](request, session))  # a lost index is noticed before any output
        out.flush()
        return status
    except BriefreaderError as error:
        out.error(error)
        return next(status for kind, status in _STATUS.items() if isinstance(error, kind))


def _tell(request: Request, out: Output) -> int:
    from briefreader.cli.command_help import COMMANDS
    from briefreader.cli.help import command_help, program_help

    if not request.has("--help"):
        out.line(f"briefreader {__version__}")
    else:
        out.line(command_help(request.command) if request.command else program_help(COMMANDS))
    return 0
