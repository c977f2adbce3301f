"""Measures hostile texts: python tests/bench/texts.py

Reads every hostile text as Markdown, plain text and web page, and the same with half of it; prints the seconds of each
that takes a tenth of one or more, and ends with 1 where one takes 4 or more.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import time
from contextlib import suppress

from briefreader.model import SourceError
from briefreader.sources import parse
from sources.shapes import NAMES, SHAPES

LIMIT = 4.0  # seconds; a quiet machine needs less than 2


def seconds(data: bytes, name: str) -> float:
    started = time.process_time()
    with suppress(SourceError):
        parse(data, name)
    return time.process_time() - started


def main() -> int:
    slowest = 0.0
    for name in NAMES:
        seconds(b"<p>a", name)  # imports what reads the kind
        for shape in SHAPES:
            half, whole = seconds(shape.text(2), name), seconds(shape.text(), name)
            slowest = max(slowest, whole)
            if whole >= 0.1:
                print(f"{name:6}  {whole:6.2f} s  half {half:6.2f} s  {(shape.start + shape.unit)[:30]!r}")
    print(f"worst   {slowest:6.2f} s")
    return int(slowest >= LIMIT)


if __name__ == "__main__":
    sys.exit(main())
