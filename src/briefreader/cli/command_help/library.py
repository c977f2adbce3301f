"""The commands that change a library, or tell its state."""

from briefreader.cli.arguments import Command, Option

COMMANDS = (
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
