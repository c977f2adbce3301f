"""Lists the commands with their help and the functions that run them."""

from collections.abc import Callable, Mapping

from briefreader.cli import citing, comparing, completion, finding, keeping, knowing, meetings, noting, showing
from briefreader.cli import open_reader as reader
from briefreader.cli.arguments import Command, Option, Request
from briefreader.cli.session import Session


def _format(example: str) -> Option:
    return Option("--format", f"print each line by a template such as '{example}'", value="TEMPLATE")


_FORMAT = _format("{date}\\t{id}\\t{title}")

_ALL = (
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
    Command(
        "add",
        "PATH...",
        "import files, folders or - (standard input)",
        "Write each file as a Markdown brief into the library, which is made if it is missing. The original bytes "
        "are kept, the text that cleaning drops is named, and a file that cannot be read goes into quarantine, while "
        "all other files are added.",
        (
            ("briefreader add statement.html notes/", "a file and all files of a folder"),
            ("pbpaste | briefreader add -", "a text from elsewhere"),
            ("briefreader add --watch inbox/", "all files of a folder, now and as they come"),
        ),
        (Option("--watch", "wait for more files in the folders named, and add each once it is complete; Ctrl+C ends"),),
        least=1,
        json=True,
    ),
    Command(
        "remove",
        "ID...",
        "take briefs out of the library",
        "Move the files of briefs into .briefreader/removed/ inside the library. Nothing is deleted.",
        (("briefreader remove 2024-09-04-joint-statement", "one brief"),),
        least=1,
    ),
    Command(
        "search",
        "QUERY...",
        "search, one hit a line",
        'Search the library. Words must all match; "quotes" keep words together, -word leaves briefs out, OR joins '
        "two words, and who: led: org: place: with: kind: agreement: weapon: series: title: source: date: after: "
        "before: ask for one thing, as in date:2023..2024-06, kind:readout or with:Japan. A quoted name means exactly "
        "this name: place:korea finds every place with this word. is:unread, is:read, is:new, is:starred and is:noted "
        "ask for what you have read, starred or noted in the reader, note: for a word of a note. An empty query finds "
        "every brief.",
        (
            ("briefreader search extended deterrence -nuclear", "words, and one that must not occur"),
            ("briefreader search '\"washington declaration\"' after:2023", "words side by side, since 2023"),
            ("briefreader search --json who:jenkins", "for programs"),
        ),
        (
            Option("--limit", "print at most N hits, 50 by default", value="N", number=True),
            Option("--sort", "newest first, or best first", value="ORDER", choices=("date", "relevance")),
            Option("--prefix", "the last word is still being typed"),
            Option("--quick", "leave out snippets, counts of matches and facets, which take the most time"),
            _FORMAT,
            Option("--lines", "read queries from standard input and answer each with a line of JSON"),
        ),
        query=True,
        json=True,
    ),
    Command(
        "show",
        "ID",
        "print one brief",
        "Print a brief. The beginning of its ID is enough if no other ID begins so, and a path to its file works too.",
        (
            ("briefreader show edscg-5", "by the beginning of an ID"),
            ("briefreader show --json edscg-5", "with names, attendance and commitments"),
        ),
        least=1,
        most=1,
        json=True,
    ),
    Command(
        "annotate",
        "FILE...|-",
        "say what texts contain, without adding them",
        "Print the meeting that a text reports, its attendance, the commitments and the names. Nothing is added to the "
        "library.",
        (
            ("briefreader annotate statement.txt", "a file"),
            ("briefreader annotate --json *.txt", "several, a line of JSON each"),
        ),
        least=1,
        json=True,
    ),
    Command(
        "list",
        "",
        "print every brief, newest first",
        "Print every brief of the library, newest first, undated ones last.",
        (
            ("briefreader list", "yours, or the sample"),
            ("briefreader list --format '{date}\\t{id}\\t{title}'", "with the names of the JSON keys"),
            ("briefreader list --json --sample", "for programs"),
        ),
        (_FORMAT,),
        most=0,
        json=True,
    ),
    Command(
        "series",
        "[NAME]",
        "print the series of meetings, or those of one",
        "Print every series with the number of its meetings, its missing numbers and the date of its next meeting, or, "
        "with a name or its beginning, the meetings of one series in order. Of one series it can also print who came "
        "to each meeting, and which commitments are new, repeated or dropped from meeting to meeting.",
        (
            ("briefreader series", "all series"),
            ("briefreader series edscg", "the meetings of one"),
            ("briefreader series edscg --attendance --format csv", "who came, for a spreadsheet"),
        ),
        (
            Option("--attendance", "print who came to the meetings of the series"),
            Option("--commitments", "print the commitments of the meetings of the series"),
            Option("--format", "print one table in this format", value="FORMAT", choices=("markdown", "csv")),
        ),
        json=True,
    ),
    Command(
        "meetings",
        "[QUERY...]",
        "print the meetings held, with their briefs",
        "Print every meeting that the briefs tell of, newest first, each once, with the number of its briefs: readouts "
        "of both sides, joint statement, fact sheet, remarks and announcement. With a query, only those meetings are "
        "printed one of whose briefs it finds.",
        (
            ("briefreader meetings", "all meetings"),
            ("briefreader meetings kishida date:2023", "those one of whose briefs is found"),
            ("briefreader meetings --json", "for programs, with the IDs of all briefs"),
        ),
        (_format("{date}\\t{id}\\t{leads}"),),
        query=True,
        json=True,
    ),
    Command(
        "who",
        "NAME",
        "print what the library says about a name",
        "Print everything the library says about a person, body, place or agreement: other spellings, offices held, "
        "meetings attended, every sentence, and the people named in the same briefs. Names are found in either order, "
        "with or without initials.",
        (
            ("briefreader who kurt campbell", "a person"),
            ("briefreader who prime minister of japan", "who held an office"),
            ("briefreader who --json nuclear consultative group", "a body, for programs"),
        ),
        least=1,
        query=True,
        json=True,
    ),
    Command(
        "cite",
        "ID...",
        "print the citation of a brief",
        "Print the citation of a brief, or of several, for a text or for a program that keeps references. It has only "
        "facts that the brief or its text states, and says if the text is a summary or a copy. With --passage it also "
        "quotes the text, where line breaks and typographic signs of the passage may differ.",
        (
            ("briefreader cite edscg-5", "as text"),
            ("briefreader cite --format bibtex edscg-5 ncg-3", "for LaTeX, of two briefs"),
            ("briefreader cite edscg-5 --passage 'washington declaration'", "with a quotation"),
        ),
        (
            Option(
                "--format",
                "write it for people, LaTeX, CSL styles or reference managers",
                value="FORMAT",
                choices=("text", "markdown", "bibtex", "csl-json", "ris"),
            ),
            Option("--passage", "quote these words of the text", value="WORDS"),
        ),
        least=1,
    ),
    Command(
        "notes",
        "[QUERY...]",
        "print the passages kept and what was noted on them",
        "Print the notes on briefs and passages, newest first. Words are sought in the passage, the note, its labels "
        "and the title of the brief, and label: finds a label; series: date: and all other fields of search ask about "
        "the brief. A passage that is no longer in the text is lost, and its note stays.",
        (
            ("briefreader notes", "all notes"),
            ("briefreader notes wording label:ask series:edscg", "those with a word and a label, on one series"),
            ("briefreader notes --format '{made}\\t{id}\\t{quote}'", "with the names of the JSON keys"),
        ),
        (_format("{made}\\t{id}\\t{note}"),),
        query=True,
        json=True,
    ),
    Command(
        "export",
        "[QUERY...]",
        "print briefs or notes as one document, with citations",
        "Print all briefs that a query finds, or all of the library, as one document, the newest first: as Markdown "
        "with the texts, as a line of JSON for each brief, or as a table for spreadsheets. With --notes the document "
        "has the notes that the query finds, each with its passage and labels.",
        (
            ("briefreader export series:edscg > edscg.md", "the texts of a series"),
            ("briefreader export --format csv after:2024 > 2024.csv", "a table"),
            ("briefreader export --notes label:ask > questions.md", "the notes with a label"),
        ),
        (
            Option("--format", "write Markdown, JSON or a table", value="FORMAT", choices=("markdown", "jsonl", "csv")),
            Option("--notes", "export notes instead of briefs"),
        ),
        query=True,
    ),
    Command(
        "completion",
        "SHELL",
        "print completions for bash, zsh or fish",
        "Print the completions of commands, options, files, IDs and series for a shell. Write them to "
        "~/.local/share/bash-completion/completions/briefreader for bash, to a file _briefreader in a folder of fpath "
        "for zsh, or to ~/.config/fish/completions/briefreader.fish for fish.",
        (("briefreader completion bash", "for bash"), ("briefreader completion fish", "for fish")),
        (
            Option("--ids", "print the IDs in the index that begin with a word instead"),
            Option("--series", "print the series in the index that begin with a word instead"),
        ),
        most=1,
    ),
    Command(
        "compare",
        "A B",
        "print what changed in the wording",
        "Print what changed from one brief to another: sentences that are new, gone or moved, words that were "
        "replaced, and verbs that became stronger or weaker. Dates, numbers of meetings, places and names that every "
        "meeting brings are marked as routine.",
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
        ),
        (Option("--series", "follow it through the meetings of this series", value="NAME"),),
        least=1,
        query=True,
        json=True,
    ),
    Command(
        "next",
        "",
        "print the meetings that were promised and are not in the library",
        "Print the meetings that briefs promise and that the library does not have, the earliest first, with the "
        "sentence that promises each. Those whose time is past are marked.",
        (
            ("briefreader next", "seen from today"),
            ("briefreader next --today 2025-06-30", "seen from another day"),
        ),
        (Option("--today", "count from this date", value="DATE"),),
        most=0,
        json=True,
    ),
    Command(
        "index",
        "",
        "bring the search index up to date",
        "Read the new files of the library and update the search index. Every command that searches does this first; "
        "this one does nothing else.",
        (("briefreader index", "new files"), ("briefreader index --rebuild", "all files")),
        (Option("--rebuild", "rebuild the index from all files"),),
        most=0,
        json=True,
    ),
    Command(
        "check",
        "",
        "examine library, index and settings",
        "Read every file of the library, every byte of the index and the settings, and print each problem with its "
        "remedy.",
        (("briefreader check", "yours, or the sample"),),
        most=0,
        json=True,
    ),
    Command(
        "paths",
        "",
        "print where everything is kept",
        "Print where everything is kept: on each line a label, a tab and an absolute path.",
        (("briefreader paths", "all places"), ("briefreader paths | grep '^index'", "one of them")),
        most=0,
    ),
)

COMMANDS = {command.name: command for command in _ALL}

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
