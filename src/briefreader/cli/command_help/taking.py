"""The commands that take briefs and notes out of a library, and the one for shells."""

from briefreader.cli.arguments import Command, Option
from briefreader.cli.command_help.line_format import by_template

COMMANDS = (
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
        (by_template("{made}\\t{id}\\t{note}"),),
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
)
