"""Keeps the index of a library in step with its files: reads, annotates, identifies and indexes them."""

from typing import TYPE_CHECKING, Any

from briefreader.indexing.brief_id import RequestedId, assign, requested_id
from briefreader.indexing.brief_names import LEAD, NAME, PERSON, SIDE, BriefNames, SpellingStarts, columns, folded
from briefreader.indexing.known_names import OWN_NAMES, KnownNames
from briefreader.indexing.library_folders import is_sample, library_state
from briefreader.indexing.library_index import LibraryIndex
from briefreader.indexing.preview import merged, preview_entries
from briefreader.indexing.process import collect_garbage_seldom
from briefreader.indexing.reading import (
    Reading,
    annotated,
    brief_of,
    entry_of,
    parse_and_annotate,
    read_bytes,
    read_document,
    read_item,
)
from briefreader.indexing.report import IndexReport, Progress, closed_folder, problem, silent

if TYPE_CHECKING:
    from briefreader.indexing.kept_ids import KeptIds as KeptIds
    from briefreader.indexing.kept_ids import KnownBrief as KnownBrief

__all__ = [
    "LEAD",
    "NAME",
    "OWN_NAMES",
    "PERSON",
    "SIDE",
    "BriefNames",
    "IndexReport",
    "KeptIds",
    "KnownBrief",
    "KnownNames",
    "LibraryIndex",
    "Progress",
    "Reading",
    "RequestedId",
    "SpellingStarts",
    "annotated",
    "assign",
    "brief_of",
    "closed_folder",
    "collect_garbage_seldom",
    "columns",
    "entry_of",
    "folded",
    "is_sample",
    "library_state",
    "merged",
    "parse_and_annotate",
    "preview_entries",
    "problem",
    "read_bytes",
    "read_document",
    "read_item",
    "requested_id",
    "silent",
]


def __getattr__(name: str) -> Any:
    if name not in ("KeptIds", "KnownBrief"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from briefreader.indexing import kept_ids  # no start of the program needs it

    return getattr(kept_ids, name)
