"""Reads the small JSON files of the program, which anybody may have damaged."""

import json
from pathlib import Path
from typing import Any


def read_json(path: Path, largest: int) -> Any:
    """Return the value in a JSON file; None where it is missing, damaged or of more than so many bytes.

    A larger file was not written by this program.
    """
    try:
        if not path.is_file() or path.stat().st_size > largest:
            return None
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
