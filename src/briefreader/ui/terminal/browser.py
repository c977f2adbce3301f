"""Finds the program that shows web addresses, as the environment names it."""

import os
import shlex
import shutil
from collections.abc import Mapping
from typing import NamedTuple

from briefreader.ui.terminal.programs import first_word

_IN_TERMINAL = frozenset({"lynx", "w3m", "links", "links2", "elinks", "browsh", "carbonyl", "chawan", "cha"})
"""Browsers that draw on the terminal."""
_OPENERS = ("xdg-open", "open")
"""Programs that open an address in the browser of the desktop."""


class Browser(NamedTuple):
    """The arguments that show an address, and whether the program takes the terminal for it."""

    arguments: list[str]
    in_terminal: bool


def browser_for(address: str, environment: Mapping[str, str] = os.environ) -> Browser | None:
    """Return the program of $BROWSER, else of the desktop; None where there is neither.

    $BROWSER holds commands with colons between them, of which the first that is installed counts; `%s` in one stands
    for the address.
    """
    has_display = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    for command in environment.get("BROWSER", "").split(":"):
        try:
            words = shlex.split(command)
        except ValueError:
            continue
        if words and shutil.which(words[0], path=environment.get("PATH")):
            marked = any("%s" in word for word in words[1:])
            arguments = [word.replace("%s", address) for word in words] if marked else [*words, address]
            return Browser(arguments, first_word(command) in _IN_TERMINAL or not has_display)
    opener = next((name for name in _OPENERS if shutil.which(name, path=environment.get("PATH"))), None)
    return Browser([opener, address], False) if opener and has_display else None


def why_no_browser(environment: Mapping[str, str] = os.environ) -> str:
    """Return in a few words why no browser can be opened."""
    if environment.get("SSH_CONNECTION") and not environment.get("DISPLAY"):
        return "no browser opens here over SSH"
    return "no browser is named by $BROWSER"
