"""Copies text to the clipboard: by tmux, where the program runs inside it, else by the terminal's OSC 52."""

import asyncio
import os
from typing import Literal

from textual.app import App

Way = Literal["tmux buffer", "terminal clipboard", "too long for the terminal's clipboard", "no clipboard here"]
"""The way that a copy went, or the reason why it went to no clipboard."""

TMUX_SECONDS = 1.0
MOST_BASE64 = 3_000
"""Characters of base64 in one OSC 52; many terminals and programs between cut or drop longer sequences."""

_WITHOUT_OSC_52 = ("linux", "dumb", "vt")
"""The beginnings of the names of terminals that have no clipboard; some of them print the sequence."""


async def copy(app: App[None], text: str) -> Way:
    """Copy text and return the way it went; a terminal that refuses OSC 52 gives no answer.

    tmux ignores OSC 52 by default, but hands on the text that it is given as a buffer.
    """
    if os.environ.get("TMUX") and (await _load_tmux_buffer(text, "-w") or await _load_tmux_buffer(text)):
        return "tmux buffer"
    if os.environ.get("TERM", "").startswith(_WITHOUT_OSC_52):
        return "no clipboard here"
    if base64_length(text) > MOST_BASE64:
        return "too long for the terminal's clipboard"
    app.copy_to_clipboard(text)
    return "terminal clipboard"


def base64_length(text: str) -> int:
    """Return the number of characters of a text in UTF-8 and base64."""
    return -(-len(text.encode("utf-8", "replace")) // 3) * 4


async def _load_tmux_buffer(text: str, *options: str) -> bool:
    """Give tmux a text as a buffer, and with `-w` (from tmux 3.2 on) to its terminal; return whether it took it."""
    nowhere = asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(
            "tmux", "load-buffer", *options, "-", stdin=asyncio.subprocess.PIPE, stdout=nowhere, stderr=nowhere
        )
    except OSError:
        return False
    try:
        await asyncio.wait_for(process.communicate(text.encode("utf-8", "replace")), TMUX_SECONDS)
    except TimeoutError:
        process.kill()
    except OSError:
        return False
    return process.returncode == 0
