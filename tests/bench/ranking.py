"""Measures ranking: python tests/bench/ranking.py FOLDER

FOLDER holds a collection in the form of Cranfield: cran.all.1400, cran.qry and cranqrel (query, document, grade; -1 is
not relevant). Writes every text into a file of its own, under the title `Doc N`, has the program index them and asks it
by `search --lines`; SQLite FTS5, tantivy and Whoosh as it comes hold the same texts and get the same queries: the words
of each, all joined by OR. Prints the mean nDCG@10 of each engine, a document being relevant or not.
"""

import sys

sys.path.pop(0)  # this folder, which would hide the module typing

import argparse
import json
import os
import re
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from math import log2
from pathlib import Path

TOP = 10

Texts = Mapping[str, str]
Queries = Sequence[Sequence[str]]
Ranked = list[list[str]]
"""The titles of the best for each query."""


class MissingError(Exception):
    """What an engine needs is not installed."""


def sections(path: Path) -> list[dict[str, str]]:
    """Return the records of a file in the form of SMART: by letter, what stands under it."""
    records = []
    for record in re.split(r"^\.I ", path.read_text(encoding="latin-1"), flags=re.MULTILINE)[1:]:
        parts = re.split(r"^\.([A-Z])\s*$", record, flags=re.MULTILINE)
        records.append({letter: " ".join(text.split()) for letter, text in zip(parts[1::2], parts[2::2], strict=True)})
    return records


def relevant(path: Path) -> dict[int, set[str]]:
    """Return the relevant documents by the place of the query in its file."""
    judged: dict[int, set[str]] = {}
    for line in path.read_text().splitlines():
        query, document, grade = line.split()
        if int(grade) > 0:
            judged.setdefault(int(query) - 1, set()).add(f"Doc {document}")
    return judged


def gain(found: Sequence[str], good: set[str]) -> float:
    """Return the nDCG of what was found."""
    best = sum(1 / log2(rank + 2) for rank in range(min(TOP, len(good))))
    return sum(1 / log2(rank + 2) for rank, title in enumerate(found[:TOP]) if title in good) / best


def briefreader(texts: Texts, queries: Queries, folder: Path) -> Ranked:
    library = folder / "library"
    library.mkdir()
    for title, text in texts.items():
        (library / f"{title}.txt").write_text(text)
    homes = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    program = [sys.executable, "-m", "briefreader", "--library", str(library)]
    environment = os.environ | homes
    subprocess.run([*program, "index"], check=True, env=environment, capture_output=True)
    asked = "".join(f"{' OR '.join(words)}\n" for words in queries)
    searching = [*program, "search", "--lines", "--json", "--sort", "relevance", "--quick", "--limit", str(TOP)]
    answer = subprocess.run(searching, check=True, env=environment, input=asked, capture_output=True, text=True)
    return [[hit["title"] for hit in json.loads(line)["hits"]] for line in answer.stdout.splitlines()]


def fts5(texts: Texts, queries: Queries, _: Path) -> Ranked:
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE VIRTUAL TABLE texts USING fts5(title UNINDEXED, text, tokenize='porter')")
    except sqlite3.OperationalError:
        raise MissingError("this SQLite was built without FTS5") from None
    database.executemany("INSERT INTO texts VALUES (?, ?)", texts.items())
    sql = f"SELECT title FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT {TOP}"
    return [
        [title for (title,) in database.execute(sql, (" OR ".join(f'"{word}"' for word in words),))]
        for words in queries
    ]


def tantivy(texts: Texts, queries: Queries, _: Path) -> Ranked:
    try:
        import tantivy
    except ImportError:
        raise MissingError("tantivy is not installed; `pip install tantivy` has it measured too") from None
    builder = tantivy.SchemaBuilder().add_text_field("title", stored=True, tokenizer_name="raw")
    index = tantivy.Index(builder.add_text_field("text", tokenizer_name="en_stem").build())
    writer = index.writer()
    for title, text in texts.items():
        writer.add_document(tantivy.Document(title=title, text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def best(words: Sequence[str]) -> list[str]:
        asked = index.parse_query(" ".join(f'"{word}"' for word in words), ["text"])
        return [searcher.doc(address)["title"][0] for _, address in searcher.search(asked, TOP).hits]

    return [*map(best, queries)]


def whoosh(texts: Texts, queries: Queries, _: Path) -> Ranked:
    from whoosh.analysis import LanguageAnalyzer
    from whoosh.fields import ID, TEXT, Schema
    from whoosh.filedb.filestore import RamStorage
    from whoosh.query import Or, Term
    from whoosh.scoring import BM25F

    analyzer = LanguageAnalyzer("en")
    index = RamStorage().create_index(Schema(title=ID(stored=True), text=TEXT(analyzer)))
    with index.writer() as writer:
        for title, text in texts.items():
            writer.add_document(title=title, text=text)
    with index.searcher(weighting=BM25F()) as searcher:
        asked = [Or([Term("text", token.text) for word in words for token in analyzer(word)]) for words in queries]
        return [[hit["title"] for hit in searcher.search(query, limit=TOP)] for query in asked]


ENGINES: Mapping[str, Callable[[Texts, Queries, Path], Ranked]] = {
    "briefreader": briefreader,
    "SQLite FTS5, porter": fts5,
    "tantivy, en_stem": tantivy,
    "Whoosh, Snowball": whoosh,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure nDCG@10 of search by relevance, beside other engines.")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="Cranfield, as its archive has it")
    folder = parser.parse_args().folder
    try:
        documents = sections(folder / "cran.all.1400")
        # Words are in small letters, so that none is an operator of any engine's language.
        queries = [re.findall(r"\w+", each["W"].lower()) for each in sections(folder / "cran.qry")]
        judged = relevant(folder / "cranqrel")
    except OSError as error:
        parser.error(f"{error.filename}: {error.strerror}; tests/bench/README.md says where the collection is")
    texts = {f"Doc {number}": f"Doc {number}\n\n{each['W']}\n" for number, each in enumerate(documents, 1)}
    for name, engine in ENGINES.items():
        try:
            with tempfile.TemporaryDirectory() as aside:
                ranked = engine(texts, queries, Path(aside))
        except MissingError as error:
            print(f"{name:20}  {error}")
            continue
        gains = [gain(ranked[at], good) for at, good in judged.items()]
        print(f"{name:20}  nDCG@{TOP} {sum(gains) / len(gains):.3f} over {len(gains)} queries", flush=True)


if __name__ == "__main__":
    main()
