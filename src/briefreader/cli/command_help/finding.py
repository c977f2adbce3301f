"""The commands that find briefs, meetings and names."""

from briefreader.cli.arguments import Command, Option
from briefreader.cli.command_help.line_format import FORMAT, by_template

COMMANDS = (
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
            FORMAT,
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
        (FORMAT,),
        most=0,
        json=True,
    ),
    Command(
        "series",
        "[NAME]",
        "print the series of meetings, or those of one",
        "Print every series with the number of its meetings, its missing numbers and the date of its next meeting, or, "
        "with a name or its beginning, the meetings of one series in order. Of one series it can also print who came "
        "to each meeting, which commitments are new, repeated or dropped from meeting to meeting, and what its texts "
        "call the first: each such claim is held against the earlier meetings of the series in the library.",
        (
            ("briefreader series", "all series"),
            ("briefreader series edscg", "the meetings of one"),
            ("briefreader series edscg --attendance --format csv", "who came, for a spreadsheet"),
            ("briefreader series edscg --claims", "first times, checked"),
        ),
        (
            Option("--attendance", "print who came to the meetings of the series"),
            Option("--commitments", "print the commitments of the meetings of the series"),
            Option("--claims", "print what the texts call the first, checked by the earlier meetings"),
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
        (by_template("{date}\\t{id}\\t{leads}"),),
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
)
