"""Makes the key bindings of the reader's screen from the table of commands."""

from collections.abc import Iterable

from textual.binding import Binding, BindingsMap
from textual.widgets import Input

from briefreader.ui.key_commands import Command
from briefreader.ui.key_names import character

_OF_SCREENS = ("tab", "shift+tab")
"""Keys by which every screen of Textual moves the focus; here they are free for commands."""


def bindings(commands: Iterable[Command], first: BindingsMap) -> BindingsMap:
    """Return the bindings of commands, over the first ones of a screen."""
    found: dict[str, list[Binding]] = {}
    for command in commands:
        for key in filter(None, command.keys.split(",")):
            found.setdefault(key, []).append(_binding(command, key))
    others = {key: each for key, each in first.key_to_bindings.items() if key not in _OF_SCREENS}
    return BindingsMap.from_keys(others | found)


def _binding(command: Command, key: str) -> Binding:
    """Return the binding of a key; a command with priority leaves the keys of text fields to them."""
    action = command.screen_action
    if command.priority and (character(key) or key in _editing_keys()):
        action = f"outside_fields({action!r})"
    return Binding(key, action, command.label, show=False, priority=command.priority)


def _editing_keys() -> Iterable[str]:
    """Return the keys that change the text of a field or move its cursor."""
    edits = (each for each in Input.BINDINGS if isinstance(each, Binding) and each.action != "submit")
    return (key for binding in edits for key in binding.key.split(","))
