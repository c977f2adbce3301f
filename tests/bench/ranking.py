"""Measures ranking: python tests/bench/ranking.py FOLDER

FOLDER holds a collection in the form of Cranfield: cran.all.1400, cran.qry and cranqrel. Prints the mean nDCG@10, where
a judged document is relevant or not, of the index's own search by relevance for any of the words of each query.
"""

import sys

sys.path.pop(0)  # this folder, which would hide the module typing

import re
from math import log2
from pathlib import Path

from briefreader.model import Entry
from briefreader.search.execution.searcher import Searcher
from briefreader.search.index.document import IndexDocument
from briefreader.search.index.metadata import Metadata, Row
from briefreader.search.index.update import write_in_memory
from briefreader.search.query.parser import parse
from briefreader.text import words

TOP = 10
STOP_WORDS = frozenset(
    "a about above after all also an and any are as at be been but by can could do does for from had has have how if "
    "in into is it its may more most no not of on or other out over should so some such than that the their then there "
    "these they this those to under up was were what when where which who will with would".split()
)


def sections(path: Path) -> list[dict[str, str]]:
    """Return the records of a file in the form of SMART: by letter, what stands under it."""
    records = []
    for record in re.split(r"^\.I ", path.read_text(encoding="latin-1"), flags=re.MULTILINE)[1:]:
        parts = re.split(r"^\.([A-Z])\s*$", record, flags=re.MULTILINE)
        records.append({letter: " ".join(text.split()) for letter, text in zip(parts[1::2], parts[2::2], strict=True)})
    return records


def indexed(folder: Path) -> Searcher:
    items = []
    for number, record in enumerate(sections(folder / "cran.all.1400"), 1):
        entry = Entry(str(number), record["T"], None, None, None, None, None, f"{number:06}")
        body = record["W"].removeprefix(record["T"]).strip()  # the text repeats its title
        items.append(IndexDocument(Row(entry, 0, 0, ""), f"{record['T']}\n\n{body}", None, {}))
    return Searcher(write_in_memory(items, Metadata(item.row for item in items)))


def relevant(folder: Path) -> dict[int, set[str]]:
    judged: dict[int, set[str]] = {}
    for line in (folder / "cranqrel").read_text().splitlines():
        query, document, grade = line.split()
        if int(grade) > 0:
            judged.setdefault(int(query), set()).add(document)
    return judged


def gain(found: list[str], good: set[str]) -> float:
    """Return the nDCG of what was found."""
    best = sum(1 / log2(rank + 2) for rank in range(min(TOP, len(good))))
    return sum(1 / log2(rank + 2) for rank, id in enumerate(found[:TOP]) if id in good) / best


def main() -> None:
    folder = Path(sys.argv[1])
    searcher, judged = indexed(folder), relevant(folder)
    gains = []
    for number, record in enumerate(sections(folder / "cran.qry"), 1):
        asked = [word.text for word in words(record["W"]) if word.text.lower() not in STOP_WORDS]
        results = searcher.search(parse(" OR ".join(asked)), limit=TOP, sort="relevance", quick=True)
        if number in judged:
            gains.append(gain([hit.id for hit in results.hits], judged[number]))
    print(f"nDCG@{TOP} {sum(gains) / len(gains):.3f} over {len(gains)} queries")


if __name__ == "__main__":
    main()
