"""What the index holds of a brief: its fields, and the terms of each."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from briefreader.search.analysis.chunks import positions
from briefreader.search.analysis.stemming import stems
from briefreader.search.index.forward_index import document_terms
from briefreader.search.index.metadata import Row
from briefreader.search.index.stored_values import packed
from briefreader.search.index.tag_table import Tag
from briefreader.search.whoosh_backend.schema import NAMES, OFFERED

if TYPE_CHECKING:
    from briefreader.search.index.segment_writer import BriefWriter


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """A brief to be indexed.

    `names` holds the names that queries find, as the lists and as the text spell them; `canonical` holds the names that
    are counted and completed. Both are given by the name of their field. `stored` is a plain value that the index keeps
    and gives back. `tags` has the count of each tag and the offset of its first occurrence.
    """

    row: Row
    text: str
    source: str | None
    names: Mapping[str, tuple[str, ...]]
    canonical: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stored: object = None
    tags: Mapping[Tag, tuple[int, int]] = field(default_factory=dict)


def add(writer: "BriefWriter", item: IndexDocument) -> None:
    """Write a brief with its fields."""
    entry = item.row.entry
    # `EDSCG 5`, as lists show a meeting, though its text says `the fifth meeting`.
    label = [f"{entry.series} {entry.ordinal}"] if entry.series and entry.ordinal is not None else []
    worded = document_terms(item.text, label)
    placed = {
        "title": positions([entry.title]),
        "source": positions([item.source or ""]),
        **{name: positions(item.names.get(name, ())) for name in NAMES},
    }
    text = worded.counts()
    in_text = worded.counts_in_text()
    counted = {
        "text": {term: in_text.get(term, 0) for term in text},  # a term of the label is found and does not count
        "stem": stems(text),
        "title_stem": stems({term: len(places) for term, places in placed["title"].items()}),
        **{name: dict.fromkeys(item.canonical.get(kind, ()), 1) for kind, name in OFFERED.items()},
        **_facts("series", {entry.series}),
        **_facts("venue", {entry.city, entry.country}),
    }
    writer.add_brief(entry.path, worded, placed, counted, packed(item.stored), item.tags)


def _facts(name: str, facts: Set[str | None]) -> dict[str, dict[str, int]]:
    """Return facts of a meeting as terms, whole, by word and by stem."""
    known = [fact for fact in facts if fact]
    words = dict.fromkeys(chain.from_iterable(map(positions, ([fact] for fact in known))), 1)
    return {f"{name}_name": dict.fromkeys(known, 1), name: words, f"{name}_stem": stems(words)}
