"""The commands that compare meetings."""

from briefreader.cli.arguments import Command, Option

TABLE = Option("--format", "print a table in this format", value="FORMAT", choices=("markdown", "csv"))

COMMANDS = (
    Command(
        "compare",
        "A B",
        "print what changed in the wording",
        "Print what changed from one brief to another: sentences that are new, gone or moved, words that were "
        "replaced, and verbs that became stronger or weaker. Sentences that are gone and new but perhaps say the same "
        "carry a remark. Dates, numbers of meetings, places and names that every meeting brings are marked as routine.",
        (
            ("briefreader compare edscg-4 edscg-5", "two meetings of a series"),
            ("briefreader compare --format markdown edscg-4 edscg-5", "the redline, whole"),
            ("briefreader compare --json edscg-4 edscg-5", "for programs"),
        ),
        (
            Option(
                "--format",
                "write the whole redline, or a row for each change",
                value="FORMAT",
                choices=("text", "markdown", "jsonl", "csv"),
            ),
        ),
        least=2,
        most=2,
        json=True,
    ),
    Command(
        "trace",
        "PHRASE",
        "print which briefs use a wording",
        "Print which briefs use a wording, in the order of their dates, where it was dropped and where it returned. "
        "Hyphens, quotation marks and spellings such as -isation make no difference.",
        (
            ("briefreader trace extended deterrence --series edscg", "the meetings of one series"),
            ("briefreader trace --json complete denuclearization", "all briefs that have it, for programs"),
            ("briefreader trace extended deterrence --format csv", "a table"),
        ),
        (Option("--series", "follow it through the meetings of this series", value="NAME"), TABLE),
        least=1,
        query=True,
        json=True,
    ),
    Command(
        "next",
        "",
        "print the meetings that were promised and are not in the library",
        "Print the meetings that briefs promise and that the library does not have, the earliest first, with the "
        "sentence that promises each. Those whose time is past are marked. With --kept those held are printed "
        "too, and the meeting that kept each: late, or virtually where people were to meet in person.",
        (
            ("briefreader next", "seen from today"),
            ("briefreader next --today 2025-06-30", "seen from another day"),
            ("briefreader next --kept --format markdown", "all promises, for a paper"),
        ),
        (
            Option("--today", "count from this date", value="DATE"),
            Option("--kept", "print the promises that were kept too, and by which meeting"),
            TABLE,
        ),
        most=0,
        json=True,
    ),
)
