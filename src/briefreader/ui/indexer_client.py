"""The index kept up to date by a process of its own, so that typing never waits for it."""

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, Sequence

LINE_LIMIT = 1 << 24


async def follow(command: Sequence[str]) -> AsyncGenerator[dict[str, object], None]:
    """Run the indexer and yield what it says, a mapping a line; its input is held open, and it ends with us.

    Raises OSError where the process cannot be started.
    """
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=LINE_LIMIT,
        start_new_session=True,
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        async for line in process.stdout:
            with contextlib.suppress(json.JSONDecodeError):
                said = json.loads(line)
                if isinstance(said, dict):
                    yield said
        await process.wait()
    finally:
        process.stdin.close()
        if process.returncode is None:
            process.terminate()
            await process.wait()
