"""Copies text to the clipboard of the terminal: by tmux, where the program runs inside it, and by OSC 52."""

import asyncio
import os
from contextlib import suppress

from textual.app import App

TMUX_SECONDS = 1.0


async def copy(app: App[None], text: str) -> None:
    """Copy text; a terminal that knows no OSC 52 ignores the sequence.

    tmux ignores it too by default, but hands on the text that it is given as a buffer.
    """
    if os.environ.get("TMUX"):
        with suppress(OSError, TimeoutError):
            await asyncio.wait_for(_load_tmux_buffer(text.encode()), TMUX_SECONDS)
    app.copy_to_clipboard(text)


async def _load_tmux_buffer(data: bytes) -> None:
    nowhere = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        "tmux", "load-buffer", "-w", "-", stdin=asyncio.subprocess.PIPE, stdout=nowhere, stderr=nowhere
    )
    try:
        await process.communicate(data)
    finally:
        if process.returncode is None:
            process.kill()
