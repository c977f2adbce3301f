"""Count rows of the list that look like a neighbour: `python tests/bench/row_texts.py LIBRARY [--rows N] [--seed N]`.

Opens the reader on a library at 80x24, 120x40 and 200x50. Of each order of the list with all groups open, and of the
hits of each query by date and by relevance, random rows are drawn as the list shows them; a row is counted if the row
above or below shows the same characters.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import asyncio
import random
import tempfile
import time
from collections.abc import Iterator
from typing import get_args

from bench.arguments import library as library_folder
from briefreader.config import Places
from briefreader.library import Library
from briefreader.model import Results, Sort
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.panes.brief_list import ORDERS, BriefList
from briefreader.ui.panes.list_rows import GroupRow
from briefreader.ui.screens.reader_screen import ReaderScreen

SIZES = ((80, 24), (120, 40), (200, 50))
QUERIES = ("readout", "statement", "fact sheet", "remarks", "ukraine", "israel call", "korea", "climate", "nato summit")
PATIENCE = 300.0
"""Seconds for which the reader may read the library."""


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=library_folder, metavar="LIBRARY")
    parser.add_argument("--rows", type=int, default=200, help="rows drawn of each list (default: 200)")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers (default: 1)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:  # of the reader, which remembers there how its list was left
        library = Library(given.library, Places.of_user()._replace(data=Path(data)))
        library.update()
        results = [library.search(query, limit=None, sort=sort) for query in QUERIES for sort in get_args(Sort)]
        for columns, lines in SIZES:
            drawn, alike = await _counted((columns, lines), library, results, given.rows, random.Random(given.seed))
            print(f"{columns}x{lines}: {drawn:,} rows drawn, {alike} like a neighbour")


async def _counted(
    size: tuple[int, int], library: Library, results: list[Results], rows: int, chance: random.Random
) -> tuple[int, int]:
    """Return the number of rows drawn in a reader of some columns and lines, and of those like a neighbour."""
    drawn = alike = 0
    app = BriefreaderApp(library)
    async with app.run_test(size=size) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        ends = time.monotonic() + PATIENCE
        while not screen.brief_list.overview.entries and time.monotonic() < ends:
            await asyncio.sleep(0.1)
        await pilot.pause()
        for _ in _lists(screen.brief_list, results):
            count = len(screen.brief_list.rows)
            for at in chance.sample(range(count), min(rows, count)):
                around = [_line(screen.brief_list, near) for near in (at - 1, at + 1) if 0 <= near < count]
                drawn += 1
                alike += _line(screen.brief_list, at) in around
    return drawn, alike


def _lists(brief_list: BriefList, results: list[Results]) -> Iterator[None]:
    """Show each order of the list with all groups open, then the hits of each query."""
    for order in ORDERS:
        brief_list.order = order
        brief_list.show(None, None)
        while closed := {row.group.key for row in brief_list.rows if isinstance(row, GroupRow) and not row.is_open}:
            brief_list.folds ^= closed
            brief_list.show(None, None)
        yield
    for found in results:
        brief_list.show(found, None)
        _ = [*brief_list.rows]  # makes the rows of all hits
        yield


def _line(brief_list: BriefList, number: int) -> str:
    width = brief_list.size.width - 1  # the first column marks new briefs
    return brief_list.text(number, width).shown(width)


if __name__ == "__main__":
    asyncio.run(main())
