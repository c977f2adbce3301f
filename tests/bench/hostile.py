"""Measures hostile queries: python tests/bench/hostile.py LIBRARY

Asks 10,000 queries that no person would, of the newest 4,000 briefs of a library: none may raise; prints how long the
slowest take.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import random
import tempfile
import time

from bench.arguments import library
from bench.engines import Ours, read, searcher
from briefreader.model import Sort
from briefreader.search.query.parser import parse

BRIEFS = 4_000
QUERIES = 10_000
PIECES = (
    *'the of a* *e e*e* s*n*t* ~ ~9 the~2 nuclear~1 " ( ) - -- NOT OR AND * ** who: led: org: place: title:'.split(),
    *"date: .. date:2024 after:1 before:9999-99-99 date:2020..2010 u.s. 2+2 F-16".split(),
    *('"of the', '"joint statement"', '"a b c d e"', "(" * 50, ")" * 50, '"' * 7, "x" * 5_000, "a " * 600, "-" * 300),
    *("~" * 40, "*" * 100, "NOT " * 200, " OR " * 100, "\x1b[31m", "\x00", "\u202e", "\ud800", "한국", "日本"),
    *("é" * 30, "a\u0301" * 30, "🇰🇷", "\n", "\t", " "),
)


def hostile(chance: random.Random) -> str:
    if chance.random() < 0.1:
        return "".join(chr(chance.randrange(1, 0x3000)) for _ in range(chance.randrange(200)))
    joint = chance.choice(("", " ", " "))
    return joint.join(chance.choices(PIECES, k=chance.randrange(1, 25)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=library)
    given = parser.parse_args()
    chance = random.Random(20260102)
    with tempfile.TemporaryDirectory() as folder:
        Ours.build(read(given.library)[:BRIEFS], Path(folder))
        opened = searcher(Path(folder))
        taken = []
        for _ in range(QUERIES):
            query = hostile(chance)
            typing = chance.random() < 0.5
            sort: Sort = chance.choice(("date", "relevance"))
            started = time.perf_counter()
            opened.search(parse(query, typing=typing), sort=sort, quick=chance.random() < 0.5)
            taken.append(((time.perf_counter() - started) * 1_000, query))
    taken.sort()
    for share in (0.5, 0.99, 0.999):
        print(f"{share:6.1%}  {taken[int(share * len(taken))][0]:8.1f} ms")
    print(f"  worst  {taken[-1][0]:8.1f} ms  {taken[-1][1][:60]!r}")


if __name__ == "__main__":
    main()
