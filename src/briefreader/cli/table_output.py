"""Prints a table of the library in the format that a person asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.cli.arguments import Request
from briefreader.cli.session import Session
from briefreader.model import UsageError

if TYPE_CHECKING:
    from briefreader.library import Table


def check_format(request: Request) -> None:
    """Raise UsageError where both JSON and a table are asked for."""
    if request.json and request.has("--format"):
        raise UsageError("--json and --format are two forms of one table; keep one of them")


def print_as_table(request: Request, session: Session, table: Table) -> None:
    """Print a table as Markdown or CSV."""
    for line in table.lines("csv" if request.options["--format"] == "csv" else "markdown"):
        session.out.line(line)
