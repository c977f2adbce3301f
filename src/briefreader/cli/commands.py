"""Names the function that runs each command."""

from collections.abc import Callable, Mapping

from briefreader.cli import citing, comparing, completion, finding, keeping, knowing, meetings, noting, showing
from briefreader.cli import open_reader as reader
from briefreader.cli.arguments import Request
from briefreader.cli.session import Session

RUN: Mapping[str, Callable[[Request, Session], int]] = {
    "read": reader.read,
    "open": reader.open_brief,
    "add": keeping.add,
    "remove": keeping.remove,
    "search": finding.search,
    "show": showing.show,
    "annotate": showing.annotate,
    "list": finding.list_briefs,
    "series": finding.series,
    "meetings": meetings.meetings,
    "notes": noting.notes,
    "who": knowing.who,
    "cite": citing.cite,
    "export": citing.export,
    "completion": completion.completion,
    "compare": comparing.compare,
    "trace": comparing.trace,
    "next": comparing.upcoming,
    "index": keeping.index,
    "check": keeping.check,
    "paths": keeping.paths,
}
