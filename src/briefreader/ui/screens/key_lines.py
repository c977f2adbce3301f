"""Lists the keys of a screen on top of the reader; one that is pressed, or chosen in the list, acts."""

from collections.abc import Sequence
from typing import NamedTuple

from briefreader.ui.key_table import key_of
from briefreader.ui.screens.letter_choice import LetterChoiceScreen
from briefreader.ui.screens.place_screen import PlaceScreen
from briefreader.ui.terminal.clusters import cells

SEPARATOR = " · "
ROOM_FOR_HELP = 9
"""Cells that the key of the help takes at the end of a line, with its margins."""


class KeyLine(NamedTuple):
    """A key with its words and its action; with `command`, it is the key of that command of the reader."""

    key: str
    words: str
    action: str
    command: str = ""


def fitting_keys(keys: str, width: int) -> str:
    """Return a list of keys parted by dots, without the last of them for which there are not enough cells."""
    found = keys.split(SEPARATOR)
    while len(found) > 1 and cells(SEPARATOR.join(found)) > width:
        found.pop()
    return SEPARATOR.join(found)


def list_keys(screen: PlaceScreen, heading: str, lines: Sequence[KeyLine]) -> None:
    """Show the keys of a screen under a heading."""
    known = {key_of(line.command) if line.command else line.key: line for line in lines}

    def act(key: str | None) -> None:
        if key is not None:
            screen.call_next(screen.app.run_action, known[key].action, screen)

    screen.app.push_screen(LetterChoiceScreen(heading, {key: line.words for key, line in known.items()}), act)
