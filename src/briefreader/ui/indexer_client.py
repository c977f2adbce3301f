"""Runs the process that keeps the index up to date; typing never waits for indexing."""

import asyncio
import contextlib
import json
import os
import signal
from collections.abc import AsyncGenerator, Sequence

LINE_LIMIT = 1 << 24


async def indexer_reports(command: Sequence[str]) -> AsyncGenerator[dict[str, object], None]:
    """Run the indexer and yield its reports, one a line; its input is held open, and the indexer ends with the reader.

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
                report = json.loads(line)
                if isinstance(report, dict):
                    yield report
        await process.wait()
    finally:
        process.stdin.close()
        if process.returncode is None:
            # A file of an archive or a book may be read for minutes; whatever the group has not finished is begun anew.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
