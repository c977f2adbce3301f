"""The briefs of an index written once more for Whoosh's own searcher, through this program's schema and codec."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from whoosh import columns, fields, formats, scoring
from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex
from whoosh.searching import Searcher as WhooshSearcher

from briefreader.model import Hit
from briefreader.search.execution.searcher import Searcher
from briefreader.search.index.forward_index import APART, BREAK
from briefreader.search.query.parser import parse
from briefreader.search.whoosh_backend.codec import Codec
from briefreader.search.whoosh_backend.reader import SegmentReader
from briefreader.search.whoosh_backend.schema import NAMES, SCHEMA
from briefreader.search.whoosh_backend.whoosh_files import NAME, Folder
from briefreader.search.whoosh_backend.writer import PostingsWriter


class Unheard:
    """A listener that needs no term."""

    def start(self) -> None:
        pass

    def start_field(self, name: str) -> None:
        pass

    def add_term(self, term: bytes, documents: Sequence[int]) -> None:
        pass

    def end_field(self, name: str) -> None:
        pass

    def end(self) -> None:
        pass


PLACED = "placed"
"""The field that holds the words of the texts with their positions."""


class Positions(formats.Positions):  # type: ignore[misc]
    """Positions as this program's codec keeps them."""

    def decode_positions(self, valuestring: bytes) -> list[int]:
        return array("I", valuestring).tolist()


def schema() -> fields.Schema:
    """Return this program's schema with what Whoosh needs besides: positions it can read, columns."""
    found = SCHEMA.copy()
    for name in ("title", "source", *NAMES):
        found.remove(name)
    for name in ("title", "source", *NAMES, PLACED):
        found.add(name, fields.FieldType(Positions(), None, scorable=False))
    for name in ("series_column", "year_column"):
        found.add(name, fields.COLUMN(columns.RefBytesColumn()))
    return found


def day(date: str) -> int:
    """Return an ISO date as a number."""
    return int(date.replace("-", ""))


def every(ours: Searcher) -> Sequence[Hit]:
    """Return all briefs, the newest first."""
    return ours.search(parse(""), limit=None, quick=True).hits


def opened(folder: Path) -> WhooshSearcher:
    """Return Whoosh's searcher of the copy in a folder, which weights stems of titles and texts as ours does."""
    weighting = scoring.BM25F(B=0.6, K1=2.6, title_stem_B=0.5)
    return FileIndex(Folder(str(folder)), schema(), NAME).searcher(weighting=weighting)


def dated(hits: Sequence[Hit]) -> WhooshSearcher:
    """Return Whoosh's searcher of the dates alone, as numbers: this program's table of prefixes takes only text."""
    index = RamStorage().create_index(fields.Schema(day=fields.NUMERIC(int, bits=32, signed=False)))
    writer = index.writer(codec=Codec())
    for hit in hits:
        writer.add_document(**({"day": day(hit.date)} if hit.date else {}))
    writer.commit()
    return index.searcher()


def build(ours: Searcher, folder: Path) -> None:
    """Write the briefs of a searcher into an empty folder as one segment, the newest first."""
    hits = every(ours)
    docs = [*ours._doc_map.doc_ids(range(len(hits)))]
    rank_of = {doc: rank for rank, doc in enumerate(docs)}
    held = ours._segment_set.by_segment(ours._doc_map.live)
    ranks = [(segment, {number: rank_of[doc] for number, doc in inside.items()}) for segment, inside in held]
    lengths: list[dict[str, int]] = [{} for _ in hits]
    for segment, inside in ranks:
        for name in ("stem", "title_stem"):
            of_segment = segment.lengths(name)
            for number, rank in inside.items():
                lengths[rank][name] = of_segment[number]
    writer = PostingsWriter(FileIndex.create(Folder(str(folder)), schema(), NAME), Unheard())
    for rank, hit in enumerate(hits):
        terms = ours._segment_set.document_terms(docs[rank])
        writer.pool.add_positions(PLACED, rank, _positions(terms.words.decode().split(" ")[1:-1]))
        writer._add(hit.id, lengths[rank])
        for name, value in (("series_column", hit.series or ""), ("year_column", (hit.date or "")[:4])):
            writer.perdocwriter.add_column_value(name, writer.schema[name].column_type, value.encode())
    for (field, term), parts in groupby(
        merge(*(_renumbered(segment, inside) for segment, inside in ranks), key=itemgetter(0)), itemgetter(0)
    ):
        found = sorted(chain.from_iterable(part[1] for part in parts))
        both = array("I", chain.from_iterable((rank, count) for rank, count, _ in found))
        writer.pool.extend(field, term.decode(), both, array("I", chain.from_iterable(each[2] for each in found)))
    writer.finish(lambda _, segments: segments)


def _positions(words: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    at = 0
    for word in words:
        if word == BREAK:
            at += APART
        else:
            found.setdefault(word, []).append(at)
            at += 1
    return found


def _renumbered(segment: SegmentReader, ranks: Mapping[int, int]) -> Iterator[tuple[tuple[str, bytes], list[Any]]]:
    """Yield every term of a segment with its documents by rank, how often each has it, and where."""
    for field, term, postings in segment.lists():
        found: list[tuple[int, int, list[int]]] = []
        for documents, counts, places in postings.blocks():
            at = 0
            for number, count in zip(documents, counts):  # noqa: B905  counts may go on
                if number in ranks:
                    found.append((ranks[number], count, places[at : at + count].tolist() if places else []))
                at += count
        yield (field, term), found
