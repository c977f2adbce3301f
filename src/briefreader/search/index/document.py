"""What the index holds of a brief: its fields, and the terms of each."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final

from whoosh import columns, fields, formats

from briefreader.search.analysis import analyzer as analysis
from briefreader.search.execution.facets import OFFERED
from briefreader.search.index.forward_index import document_terms
from briefreader.search.index.metadata import Row

if TYPE_CHECKING:
    from briefreader.search.whoosh_backend.writer import Writer

# Fields that hold names by kind, found by their words.
NAMES: Final = ("person", "led", "organization", "place", "agreement", "weapon")


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """A brief to be indexed. `names` are found by `who:` and its like: canonical names and surface forms by kind
    (person, organization, place, agreement, weapon); `canonical` are the names that are counted or offered.
    """

    row: Row
    text: str
    source: str | None
    names: Mapping[str, tuple[str, ...]]
    canonical: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class _Places(formats.Format):  # type: ignore[misc]
    """Postings with the positions of the term."""


def _placed() -> fields.FieldType:
    return fields.FieldType(_Places(), None)


def _counted(scorable: bool = True) -> fields.FieldType:
    return fields.FieldType(formats.Existence(), None, scorable=scorable)


SCHEMA = fields.Schema(
    path=fields.COLUMN(columns.VarBytesColumn()),
    text=_counted(scorable=False),  # where its terms stand the wordings tell
    stem=_counted(),
    title=_placed(),
    title_stem=_counted(),
    source=_placed(),
    **{name: _placed() for name in NAMES},
    **{name: _counted(scorable=False) for name in OFFERED.values()},
    **{f"{name}{way}": _counted(scorable=False) for name in ("series", "venue") for way in ("", "_stem", "_name")},
)


def add(writer: "Writer", item: IndexDocument) -> None:
    """Write a brief with its fields."""
    entry = item.row.entry
    # `EDSCG 5`, as lists show a meeting, though its text says `the fifth meeting`.
    label = [f"{entry.series} {entry.ordinal}"] if entry.series and entry.ordinal is not None else []
    worded = document_terms(item.text, label)
    placed = {
        "title": analysis.positions([entry.title]),
        "source": analysis.positions([item.source or ""]),
        **{name: analysis.positions(item.names.get(name, ())) for name in NAMES},
    }
    text = worded.counts()
    counted = {
        "text": text,
        "stem": analysis.stems(text),
        "title_stem": analysis.stems({term: len(places) for term, places in placed["title"].items()}),
        **{name: dict.fromkeys(item.canonical.get(kind, ()), 1) for kind, name in OFFERED.items()},
        **_facts("series", {entry.series}),
        **_facts("venue", {entry.city, entry.country}),
    }
    writer.add_brief(entry.path, worded, placed, counted)


def _facts(name: str, facts: Set[str | None]) -> dict[str, dict[str, int]]:
    """Return facts of a meeting as terms, whole, by word and by stem."""
    known = [fact for fact in facts if fact]
    words = dict.fromkeys(chain.from_iterable(map(analysis.positions, ([fact] for fact in known))), 1)
    return {f"{name}_name": dict.fromkeys(known, 1), name: words, f"{name}_stem": analysis.stems(words)}
