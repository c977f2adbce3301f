"""Measures Whoosh's own way of each thing that search does: python tests/bench/whoosh_share.py CACHE [--keep FOLDER]

CACHE is the folder of a search index, as `briefreader index` makes it. Its briefs are written once more into a Whoosh
index of one segment, through this program's schema and codec, with what Whoosh needs besides: positions of the words
of the texts, columns of series and year; dates, as numbers, into an index of their own. Documents stand there in order
of date, so that the first 50 that Whoosh finds are the newest. Whoosh and this program then answer the same queries:
all hits are counted and the newest, or best, 50 are named. Of Whoosh the making of its query is left out, of this
program nothing is. Each is asked once (first) and once more (again), which this program mostly answers from memory and
Whoosh does not. Times are those of the processor, which other processes disturb little.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from typing import Any

from bench import whoosh_queries as queries
from bench.engines import searcher
from bench.whoosh_copy import build, opened
from bench.whoosh_ways import Both

ENOUGH = 30.0  # milliseconds, within which Whoosh should answer

Ask = Callable[[], Any]


def measure(name: str, queries: Sequence[str], ours: Callable[[str], Any], whoosh: Callable[[str], Ask]) -> None:
    """Print the median and the worst of both, and the queries to which the two do not answer alike."""
    taken: dict[str, list[list[float]]] = {"Whoosh": [], "ours": []}
    unlike: list[str] = []
    slow: list[tuple[float, str]] = []
    for text in queries:
        asks: dict[str, Ask] = {"Whoosh": whoosh(text), "ours": partial(ours, text)}
        answers = {}
        for engine, ask in asks.items():
            times = []
            for _ in range(2):
                started = time.process_time()
                answers[engine] = ask()
                times.append((time.process_time() - started) * 1_000)
            taken[engine].append(times)
        slow.append((taken["Whoosh"][-1][1], text))
        if answers["Whoosh"] != answers["ours"]:
            unlike.append(f"{text} ({answers['Whoosh'][0]:,} and {answers['ours'][0]:,})")
    print(f"\n{name}: {len(queries)} queries")
    for engine, pairs in taken.items():
        for at, when in enumerate(("first", "again")):
            each = [pair[at] for pair in pairs]
            print(f"  {engine:8}{when:8}{median(each):9.2f} ms median{max(each):10.2f} ms worst")
    print("  slowest of Whoosh: " + ", ".join(f"{text} {took:.1f}" for took, text in sorted(slow, reverse=True)[:4]))
    within = sum(took <= ENOUGH for took, _ in slow)
    print(
        f"  Whoosh within {ENOUGH:.0f} ms: {within} of {len(slow)}; unlike: {'; '.join(unlike) or 'none'}", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    ours = searcher(given.cache)
    assert ours is not None, f"{given.cache} is no index"
    with tempfile.TemporaryDirectory() as temporary:
        folder = (given.keep or Path(temporary)) / "whoosh"
        if not folder.exists():
            folder.mkdir(parents=True)
            started = time.perf_counter()
            build(ours, folder)
            print(f"written for Whoosh in {time.perf_counter() - started:.0f} s", flush=True)
        both = Both(ours, opened(folder))
        typed = partial(both.quick, typing=True), partial(both.find, typing=True)
        measure("terms", queries.TERMS, both.quick, both.find)
        measure("prefixes", queries.PREFIXES, *typed)
        measure("phrases", queries.PHRASES, both.quick, both.find)
        measure("fields", queries.FIELDS, both.quick, both.find)
        measure("fields, being typed", queries.TYPED_FIELDS, *typed)
        measure("ranges", queries.RANGES, both.quick, both.find)
        measure("fuzzy", queries.FUZZY, both.quick, both.find)
        measure("relevance", queries.TERMS[:-1], both.best, both.find_best)
        measure("snippets", queries.SNIPPETS, both.snippets, both.find_snippets)
        measure("facets", queries.TERMS, both.facets, both.find_facets)


if __name__ == "__main__":
    main()
