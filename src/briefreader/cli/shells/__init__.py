"""Writes the completions of the program for each shell, from the table of commands."""

from collections.abc import Callable, Mapping

from briefreader.cli.arguments import Command
from briefreader.cli.shells import bash, fish, zsh

SHELLS: Mapping[str, Callable[[Mapping[str, Command]], str]] = {
    "bash": bash.script,
    "zsh": zsh.script,
    "fish": fish.script,
}
"""Returns the completions of commands for a shell."""

FILES = {
    "bash": "bash-completion/completions/briefreader",
    "zsh": "zsh/site-functions/_briefreader",
    "fish": "fish/vendor_completions.d/briefreader.fish",
}
"""Where each shell looks for completions, below `share/`."""
