"""The commands of line mode, and the loop that reads and runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Literal, NamedTuple

from briefreader.cli.line_mode import answers, lists, taking
from briefreader.cli.line_mode.conversation import Act, Conversation
from briefreader.cli.session import DONE, Session
from briefreader.library import Library
from briefreader.model import Brief, BriefreaderError, NotFoundError

Words = Literal["none", "number", "command", "any"]
"""The words that a command takes behind its name; with others the line is a search."""


class LineCommand(NamedTuple):
    """A command by its names, the first of which the help shows, with `shown` for its words."""

    names: tuple[str, ...]
    shown: str
    help: str
    act: Act
    words: Words = "none"


def _read(talk: Conversation, words: str) -> None:
    if words.isdecimal():
        talk.choose(int(words))
    elif words:
        talk.open_alone(talk.library.resolve_words(words).id)
    else:
        talk.print_page()


def _about_brief(answer: Callable[[Brief], Iterable[answers.Told]]) -> Act:
    """Return a command that answers a question about the open brief, or about that of a number."""

    def act(talk: Conversation, words: str) -> None:
        talk.answer(answer(talk.brief_of_row(int(words)) if words else talk.brief()))

    return act


def _help(talk: Conversation, words: str) -> None:
    asked = (_BY_NAME[words.lower()],) if words else COMMANDS
    told = (f"{' '.join(filter(None, (command.names[0], command.shown)))}: {command.help}" for command in asked)
    talk.answer(("", line) for line in told)


COMMANDS = (
    LineCommand(("search", "/"), "WORDS", "list the briefs with these words; any other line searches too",
                lambda talk, words: talk.search_or_all(words), "any"),
    LineCommand(("all",), "", "list all briefs, the newest first", lambda talk, words: talk.show_all()),
    LineCommand(("list", "l"), "", "go back to the list", lambda talk, words: talk.show_list()),
    LineCommand(("read", "r"), "NUMBER or ID", "read a brief; the number alone will do", _read, "any"),
    LineCommand(("next", "n"), "", "the next page or brief; Enter alone will do", lambda talk, words: talk.turn(1)),
    LineCommand(("previous", "p"), "", "the page before, or the brief before", lambda talk, words: talk.turn(-1)),
    LineCommand(("attend",), "[NUMBER]", "who attended", _about_brief(answers.attend), "number"),
    LineCommand(("promised",), "[NUMBER]", "what was promised", _about_brief(answers.promised), "number"),
    LineCommand(("facts",), "[NUMBER]", "the meeting, with the sentences that say so", _about_brief(answers.facts),
                "number"),
    LineCommand(("names",), "[NUMBER]", "the names in the brief", _about_brief(answers.names), "number"),
    LineCommand(("when",), "[SERIES]", "when the series of the brief, or another one, meets next", lists.when, "any"),
    LineCommand(("meetings",), "", "list the meetings of the search, or all", lists.meetings),
    LineCommand(("series",), "[NAME]", "list all series, or the meetings of one", lists.series, "any"),
    LineCommand(("who",), "NAME", "what the library says of a name", lists.who, "any"),
    LineCommand(("cite",), "[FORMAT] [WORDS]", "cite it as text, markdown, bibtex, csl-json or ris, with a passage",
                taking.cite, "any"),
    LineCommand(("copy",), "[FORMAT] [WORDS]", "keep the same in a file", taking.copy, "any"),
    LineCommand(("note",), '["PASSAGE"] TEXT', "write a note on the brief, or on a passage of it", taking.note, "any"),
    LineCommand(("notes",), "[WORDS]", "list the notes with these words, or all", lists.notes, "any"),
    LineCommand(("star",), "[NUMBER]", "star the brief, or take its star away", taking.star, "number"),
    LineCommand(("unread",), "[NUMBER]", "mark the brief as unread; its last page marks it as read", taking.unread,
                "number"),
    LineCommand(("undo",), "", "take the last note or change back", taking.undo),
    LineCommand(("help", "h", "?"), "[COMMAND]", "these commands, or one", _help, "command"),
    LineCommand(("quit", "q", "exit"), "", "leave; Ctrl+D too", lambda talk, words: None),
)  # fmt: skip
_BY_NAME = {name: command for command in COMMANDS for name in command.names}
_QUIT = _BY_NAME["quit"]


def converse(
    session: Session, library: Library, lines: Iterable[str], query: str = "", brief: str | None = None
) -> int:
    """Show the hits of a query, a brief or the library, and answer commands until their end."""
    session.out.send_no_sequences()
    session.update(library, explain=True)
    talk = Conversation(session, library)
    _run(talk, partial(_begin, talk, query, brief))
    session.out.flush()
    for line in lines:
        command, words = _understood(line)
        if command is _QUIT:
            break
        if command is not _BY_NAME["next"]:
            talk.end_answer()
        _run(talk, partial(command.act if command else _search, talk, words))
        session.out.flush()
    return DONE


def _begin(talk: Conversation, query: str, brief: str | None) -> None:
    if brief is not None:
        talk.list_silently()
        talk.open_alone(brief)
    elif not query.strip() or not talk.search(query):
        talk.show_all()
    talk.say("Write words to search, a number to read, or help.")


def _run(talk: Conversation, act: Callable[[], object]) -> None:
    """Run a command, and print its error as a sentence."""
    try:
        act()
    except BriefreaderError as error:
        talk.say_error(str(error))
        if isinstance(error, NotFoundError) and error.candidates:
            talk.show_briefs("These can be meant:", error.candidates)


def _understood(line: str) -> tuple[LineCommand | None, str]:
    """Return the command of a line and its words, None for the command if the line is a search."""
    if not line:
        return _BY_NAME["next"], ""
    if line.isdecimal():
        return _BY_NAME["read"], line
    if line[0] == "/":
        return _BY_NAME["search"], line[1:].strip()
    name, _, words = line.partition(" ")
    command = _BY_NAME.get(name.lower())
    return (command, words) if command and _fits(words, command.words) else (None, line)


def _fits(words: str, kind: Words) -> bool:
    """Tell whether a command can have some words behind its name."""
    is_number, is_command = words.isdecimal(), words.lower() in _BY_NAME
    return not words or kind == "any" or (kind == "number" and is_number) or (kind == "command" and is_command)


def _search(talk: Conversation, words: str) -> None:
    """Search for a line that is no command; where nothing is found, name the command that is spelled alike."""
    if talk.search(words):
        return
    from difflib import get_close_matches  # only a mistake needs it

    near = get_close_matches(words.lower(), _BY_NAME, n=1)
    talk.say(f"Did you mean the command {near[0]}?" if near else "Write help for the commands.")
