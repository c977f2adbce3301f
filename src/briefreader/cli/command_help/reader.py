"""The commands that open the reader."""

from briefreader.cli.arguments import Command

COMMANDS = (
    Command(
        "read",
        "[QUERY...]",
        "open the reader, filtered by a query",
        "Open the reader on the library, showing the briefs that the query finds. With --plain it reads them "
        "line by line: numbered lists, pages, and commands such as attend, promised and help, which a script may give "
        "on standard input. If that is empty, the hits are printed, each on a line.",
        (
            ("briefreader read", "all briefs"),
            ("briefreader read who:jenkins date:2023..", "what is said of a person since 2023"),
        ),
        query=True,
    ),
    Command(
        "open",
        "ID|FILE",
        "open the reader at one brief",
        "Open the reader at a brief: by its ID or the beginning of it, by a file, or by any words that name one "
        "meeting, such as series and number. A file outside the library is read alone. With --plain it is read "
        "line by line, or printed if standard input is empty.",
        (
            ("briefreader open edscg 5", "the fifth meeting of a series"),
            ("briefreader open statement.html", "a file, without adding it"),
        ),
        least=1,
    ),
)
