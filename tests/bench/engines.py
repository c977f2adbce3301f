"""The engines that are measured against each other, and the briefs they hold."""

import json
import random
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import Any, ClassVar, Protocol

from briefreader.model import BriefreaderError, Entry, Results
from briefreader.search.execution.searcher import Searcher
from briefreader.search.index.document import IndexDocument
from briefreader.search.index.index import Index
from briefreader.search.index.metadata import Metadata, Row
from briefreader.search.index.update import write_batch
from briefreader.search.query.parser import parse
from briefreader.sources import SUFFIXES
from briefreader.sources import parse as parse_file

BATCH = 10_000
WORDS = 150

Answer = tuple[int, list[Any]]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief as every engine holds it; given newest first."""

    id: str
    title: str
    date: str
    series: str
    text: str


def read(library: Path) -> list[Brief]:
    """Return the briefs of a library, newest first."""
    found = []
    for path in sorted(library.rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            try:
                document = parse_file(path.read_bytes(), path.name)
            except BriefreaderError:
                continue
            series = str(document.facts.get("series") or "")
            found.append(Brief(path.stem, document.title, document.date or "", series, document.text))
    return sorted(found, key=lambda brief: brief.date, reverse=True)


def made_up(count: int, library: Path, length: int = WORDS) -> list[Brief]:
    """Return briefs of so many words, drawn as often as they occur in a library; the newest of 31 December 2024."""
    chance = random.Random(20260101)
    counts = Counter(word for brief in read(library) for word in brief.text.split())
    vocabulary, weights = list(counts), list(accumulate(counts.values()))
    briefs = []
    for number in range(count):
        words = chance.choices(vocabulary, cum_weights=weights, k=length)
        day = (date(2024, 12, 31) - timedelta(days=number // 12)).isoformat()
        title = " ".join(words[:8])
        briefs.append(Brief(f"{number:06}", title, day, "", f"{title}\n\n{' '.join(words[8:])}"))
    return briefs


class Engine(Protocol):
    """A full-text engine: its index is built once, and opened to be asked."""

    NAME: ClassVar[str]
    HAS_SNIPPETS: ClassVar[bool]

    def __init__(self, folder: Path) -> None: ...

    @staticmethod
    def is_there() -> bool:
        """Whether it is installed."""

    @staticmethod
    def build(briefs: Sequence[Brief], folder: Path) -> None:
        """Build the index of the briefs in the folder, which may be a file."""

    def newest(self, query: str) -> Answer:
        """Return the number of hits and what is shown of the newest 50; the last word may go on."""

    def snippets(self, query: str) -> Answer:
        """Return the same with snippets."""


def _item(brief: Brief) -> IndexDocument:
    entry = Entry(brief.id, brief.title, brief.date, brief.series or None, None, None, None, brief.id)
    return IndexDocument(Row(entry, len(brief.text), 1, "", ""), brief.text, None, {})


def searcher(folder: Path) -> Searcher:
    """Return this program's index in a cache folder, opened."""
    snapshot = Index(folder).open()
    assert snapshot is not None
    return Searcher(snapshot)


class Ours:
    """This program's index."""

    NAME: ClassVar[str] = "briefreader"
    HAS_SNIPPETS: ClassVar[bool] = True

    @staticmethod
    def is_there() -> bool:
        return True

    @staticmethod
    def build(briefs: Sequence[Brief], folder: Path) -> None:
        rows: list[Row] = []
        folder.mkdir(parents=True, exist_ok=True)
        index = Index(folder)
        for start in range(0, len(briefs), BATCH):
            items = [_item(brief) for brief in briefs[start : start + BATCH]]
            rows += [item.row for item in items]
            with tempfile.TemporaryDirectory(dir=folder) as batch:
                write_batch(Path(batch), items)
                index.update(Metadata(rows), [Path(batch)])
        index.merge()

    def __init__(self, folder: Path) -> None:
        self._searcher = searcher(folder)

    def quick(self, query: str) -> Results:
        """Return the whole answer to a query that is being typed."""
        return self._searcher.search(parse(query, typing=True), quick=True)

    def full(self, query: str) -> Results:
        """Return the same with snippets, matches and facets."""
        return self._searcher.search(parse(query, typing=True))

    def newest(self, query: str) -> Answer:
        found = self.quick(query)
        return found.total, [(hit.id, hit.title, hit.date, hit.series) for hit in found.hits]

    def snippets(self, query: str) -> Answer:
        found = self.full(query)
        return found.total, [(hit.id, hit.title, hit.date, hit.series, hit.snippet) for hit in found.hits]


class Fts5:
    """SQLite's full-text index with an index of beginnings; a row's number is its rank."""

    NAME: ClassVar[str] = "FTS5"
    HAS_SNIPPETS: ClassVar[bool] = True

    @staticmethod
    def is_there() -> bool:
        return True

    @staticmethod
    def build(briefs: Sequence[Brief], folder: Path) -> None:
        folder.unlink(missing_ok=True)
        database = sqlite3.connect(folder)
        database.execute("CREATE VIRTUAL TABLE texts USING fts5(text, prefix='1 2 3')")
        database.execute("CREATE TABLE briefs (id, title, date, series)")
        database.executemany("INSERT INTO texts VALUES (?)", ((brief.text,) for brief in briefs))
        database.executemany(
            "INSERT INTO briefs VALUES (?, ?, ?, ?)", ((b.id, b.title, b.date, b.series) for b in briefs)
        )
        database.execute("INSERT INTO texts(texts) VALUES ('optimize')")
        database.commit()
        database.close()

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder)

    def newest(self, query: str) -> Answer:
        return self._ask(query, "")

    def snippets(self, query: str) -> Answer:
        return self._ask(query, ", snippet(texts, 0, '', '', '…', 32)")

    def _ask(self, query: str, more: str) -> Answer:
        asked = " ".join(f'"{word}"' for word in query.split()) + ("" if query[-1:].isspace() else "*")
        (total,) = self._database.execute("SELECT count(*) FROM texts WHERE texts MATCH ?", (asked,)).fetchone()
        rows = self._database.execute(
            f"SELECT id, title, date, series{more} FROM texts JOIN briefs ON briefs.rowid = texts.rowid "
            "WHERE texts MATCH ? ORDER BY texts.rowid LIMIT 50",
            (asked,),
        )
        return total, rows.fetchall()


class Tantivy:
    """tantivy, sorted by a fast field that holds the rank."""

    NAME: ClassVar[str] = "tantivy"
    HAS_SNIPPETS: ClassVar[bool] = False

    @staticmethod
    def is_there() -> bool:
        return find_spec("tantivy") is not None

    @staticmethod
    def _schema() -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder().add_text_field("text", stored=False)
        for name in ("id", "title", "date", "series"):
            builder = builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
        return builder.add_unsigned_field("rank", stored=True, indexed=True, fast=True).build()

    @classmethod
    def build(cls, briefs: Sequence[Brief], folder: Path) -> None:
        import tantivy

        folder.mkdir()
        index = tantivy.Index(cls._schema(), path=str(folder))
        writer = index.writer(200_000_000, 1)
        for rank, b in enumerate(briefs):
            document = tantivy.Document(text=b.text, id=b.id, title=b.title, date=b.date, series=b.series)
            document.add_unsigned("rank", rank)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def __init__(self, folder: Path) -> None:
        import tantivy

        self._tantivy = tantivy
        self._index = tantivy.Index.open(str(folder))
        self._searcher = self._index.searcher()

    def snippets(self, query: str) -> Answer:
        raise NotImplementedError("the bindings make them one by one, outside the engine")

    def newest(self, query: str) -> Answer:
        tantivy, words = self._tantivy, query.lower().split()
        growing = words.pop() if not query[-1:].isspace() else None
        schema = self._index.schema
        parts = [tantivy.Query.term_query(schema, "text", word) for word in words]
        if growing:
            parts.append(tantivy.Query.regex_query(schema, "text", f"{growing}.*"))
        asked = tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])
        found = self._searcher.search(asked, limit=50, order_by_field="rank", order=tantivy.Order.Asc)
        hits = [self._searcher.doc(address) for _, address in found.hits]
        return found.count, [tuple(hit.get_first(name) for name in ("id", "title", "date", "series")) for hit in hits]


class Xapian:
    """Xapian, sorted by a value that holds the rank: a third quicker than by its documents' numbers."""

    NAME: ClassVar[str] = "Xapian"
    HAS_SNIPPETS: ClassVar[bool] = False

    @staticmethod
    def is_there() -> bool:
        return find_spec("xapian") is not None

    @staticmethod
    def build(briefs: Sequence[Brief], folder: Path) -> None:
        import xapian

        database = xapian.WritableDatabase(str(folder), xapian.DB_CREATE_OR_OVERWRITE)
        generator = xapian.TermGenerator()
        for rank, b in enumerate(briefs):
            document = xapian.Document()
            document.add_value(0, xapian.sortable_serialise(rank))
            document.set_data(json.dumps((b.id, b.title, b.date, b.series)))
            generator.set_document(document)
            generator.index_text_without_positions(b.text)
            database.add_document(document)
        database.close()

    def __init__(self, folder: Path) -> None:
        import xapian

        self._xapian = xapian
        self._database = xapian.Database(str(folder))
        self._enquire = xapian.Enquire(self._database)
        self._enquire.set_weighting_scheme(xapian.BoolWeight())
        self._enquire.set_sort_by_value(0, False)

    def snippets(self, query: str) -> Answer:
        raise NotImplementedError("it makes them of a text that it is given, and holds none")

    def newest(self, query: str) -> Answer:
        xapian, words = self._xapian, query.lower().split()
        growing = words.pop() if not query[-1:].isspace() else None
        parts = [xapian.Query(word) for word in words]
        if growing:
            parts.append(xapian.Query(xapian.Query.OP_WILDCARD, growing, 0, 0, xapian.Query.OP_OR))
        self._enquire.set_query(xapian.Query(xapian.Query.OP_AND, parts))
        found = self._enquire.get_mset(0, 50, self._database.get_doccount())
        return found.get_matches_estimated(), [tuple(json.loads(hit.document.get_data())) for hit in found]


ENGINES: tuple[type[Engine], ...] = (Ours, Fts5, Tantivy, Xapian)
