"""The commands that hand the text of the reader to other programs: a shell command, a pager, an editor, a browser.

The screens and programs that a command needs are imported by it: the first paint does not wait for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from textual import work
from textual.app import SuspendNotSupported
from textual.widget import Widget

from briefreader.counts import counted
from briefreader.library import Library
from briefreader.model import Brief
from briefreader.text import clean_line, words
from briefreader.ui.background import Notice, errors_noticed, read_in_thread
from briefreader.ui.key_table import with_keys
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.changes import LibraryChanged
from briefreader.ui.panes.copy_actions import CopyActions
from briefreader.ui.panes.passage_view import NO_TEXT

if TYPE_CHECKING:
    from briefreader.library import FileToEdit

FORBIDDEN = "no other program is run with --read-only or read_only; start without it"
TERMINAL_SIGN = "!"
"""Stands before a command that gets the terminal."""
WIDEST = 92
SHORTEST_SECONDS_IN_PAGER = 0.5
"""A program that ends sooner has only printed the text, which must stay in sight."""


class ProgramActions(Widget):
    """An invisible widget that hands the passage, the text or the file of the open brief to other programs."""

    def __init__(self, library: Library, article: ArticleView, copying: CopyActions) -> None:
        super().__init__()
        self.display = False
        self._library = library
        self._article = article
        self._copying = copying
        self._commands: list[str] = []

    def _brief(self) -> Brief | None:
        """Return the open brief; where there is none or no program may be run, say it and return None."""
        if self._library.read_only:
            self.post_message(Notice(FORBIDDEN))
            return None
        if self._article.brief is None:
            self.post_message(Notice(with_keys(NO_TEXT)))
        return self._article.brief

    def action_pipe(self) -> None:
        """Ask for a command, and run it with the passage, else with the whole text, as its standard input."""
        from briefreader.ui.screens.command_prompt import CommandPromptScreen

        if brief := self._brief():
            passage = self._article.passage_text
            text = passage or brief.text
            what = "Passage" if passage else "Text"
            size = counted(sum(1 for _ in words(text)), "word")
            hint = f"{what} ({size}) to a command; {TERMINAL_SIGN}command gets the terminal; ↑ earlier ones"
            asked = CommandPromptScreen(hint, self._commands)
            self.app.push_screen(asked, lambda command: self._pipe(command, text))

    def _pipe(self, command: str | None, text: str) -> None:
        if command is None:
            return
        if command in self._commands:
            self._commands.remove(command)
        self._commands.append(command)
        in_terminal, typed = command.startswith(TERMINAL_SIGN), command.removeprefix(TERMINAL_SIGN).strip()
        if in_terminal and typed:
            from briefreader.ui.terminal.programs import shell_command

            status = self._run_in_terminal(shell_command(typed), text + "\n", least_seconds=inf)
            if status is not None:
                self.post_message(Notice(clean_line(f"exit status {status}: {typed}")))
        elif typed:
            from briefreader.ui.screens.command_output import CommandOutputScreen

            self.app.push_screen(CommandOutputScreen(typed, text + "\n"), self._copy_output)

    def _copy_output(self, output: str | None) -> None:
        if output:
            self._copying.copy_text(output, f"copied {counted(len(output), 'character')} of output")

    def _run_in_terminal(
        self, arguments: Sequence[str], text: str | None = None, *, least_seconds: float = 0.0
    ) -> int | None:
        """Give the terminal to a program and return its exit status; where that fails, say it and return None."""
        from briefreader.ui.terminal.programs import run_in_terminal

        try:
            return run_in_terminal(self.app, arguments, text, least_seconds=least_seconds)
        except SuspendNotSupported:
            self.post_message(Notice("this terminal cannot be given to another program"))
        except OSError as error:
            self.post_message(Notice(clean_line(f"{arguments[0]} cannot be run: {error.strerror}")))
        return None

    def action_open_in(self) -> None:
        """Ask for pager, editor or browser, and open the brief in it."""
        from briefreader.ui.screens.letter_choice import LetterChoiceScreen
        from briefreader.ui.terminal.programs import editor, pager

        if brief := self._brief():
            ways = {
                "p": f"Pager: {pager()}",
                "e": f"Editor: {editor()} on the file of the brief",
                "b": f"Browser: {brief.url or 'this brief has no source address'}",
            }
            ways = {letter: clean_line(way) for letter, way in ways.items()}
            self.app.push_screen(LetterChoiceScreen("Open this brief in", ways), lambda way: self._open(way, brief))

    def _open(self, way: str | None, brief: Brief) -> None:
        if way == "p":
            self._page(brief)
        elif way == "e":
            self._edit(brief)
        elif way == "b":
            self._browse(brief)

    def _page(self, brief: Brief) -> None:
        """Show the lines of the brief in the pager."""
        from briefreader.ui.panes.article_lines import ArticleLines
        from briefreader.ui.terminal.programs import pager, shell_command

        lines = ArticleLines.of_brief(brief, None, min(WIDEST, self.app.size.width))
        command = pager()
        status = self._run_in_terminal(
            shell_command(command), lines.printed(brief.text), least_seconds=SHORTEST_SECONDS_IN_PAGER
        )
        if status:
            self.post_message(Notice(clean_line(f"exit status {status}: {command}")))

    @work(exclusive=True, group="edit")
    async def _edit(self, brief: Brief) -> None:
        """Give the file of the brief to the editor, and tell whether it has changed it."""
        from briefreader.ui.terminal.programs import editor, shell_command

        with errors_noticed(self):
            file = await read_in_thread(partial(self._library.file_to_edit, brief))
            before = file.path.stat().st_mtime_ns
            status = self._run_in_terminal(shell_command(editor(), str(file.path)))
            if status is not None:
                self._tell_edited(file, status, changed=_time_of(file) != before)

    def _tell_edited(self, file: FileToEdit, status: int, *, changed: bool) -> None:
        name = clean_line(str(file.path))
        if file.is_copy:
            self.post_message(Notice(f"the editor had a copy, since the library cannot be written: {name}"))
        elif changed:
            self.post_message(LibraryChanged(f"changed, and the index follows: {name}", "anything"))
        else:
            self.post_message(Notice(f"not changed{f' (exit status {status})' if status else ''}: {name}"))

    def _browse(self, brief: Brief) -> None:
        """Open the address of the brief in a browser; where there is none, copy it and say why."""
        from briefreader.ui.panes.block_lines import is_linked
        from briefreader.ui.terminal.browser import browser_for, why_no_browser

        address = clean_line(brief.url or "")
        if not address or not is_linked(address):
            self.post_message(Notice(with_keys("this brief has no source address; {address} lists its links")))
            return
        browser = browser_for(address)
        if browser is None:
            self._copying.copy_text(address, f"{why_no_browser()}; copied the address")
        elif browser.in_terminal:
            self._run_in_terminal(browser.arguments)
        else:
            self._start(browser.arguments, address)

    def _start(self, arguments: Sequence[str], address: str) -> None:
        """Start a browser with a window of its own."""
        from briefreader.ui.terminal.programs import start_in_window

        try:
            start_in_window(arguments)
        except OSError as error:
            self.post_message(Notice(clean_line(f"{arguments[0]} cannot be run: {error.strerror}")))
        else:
            self.post_message(Notice(f"opened {address}"))


def _time_of(file: FileToEdit) -> int | None:
    """Return the time of the last change of a file, None where it is gone."""
    try:
        return file.path.stat().st_mtime_ns
    except OSError:
        return None
