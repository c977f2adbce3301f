"""Does what a person asks of a folder of briefs: finds, reads, adds, removes and checks them."""

from typing import TYPE_CHECKING, Any

from briefreader.indexing import IndexReport
from briefreader.library.choice import choose, choose_for_adding, falls_back_to_sample, sample_folder
from briefreader.library.inputs import STANDARD_INPUT, Added, list_inputs
from briefreader.library.library import Library
from briefreader.library.overview import Overview
from briefreader.library.own_meetings import Corrected, Marked
from briefreader.library.remembered import Remembered, View
from briefreader.library.series import Series
from briefreader.library.title_words import TitleWords

if TYPE_CHECKING:
    from briefreader.library.dossiers import bearers as bearers
    from briefreader.library.dossiers import is_bearer as is_bearer

__all__ = [
    "STANDARD_INPUT",
    "Added",
    "Corrected",
    "IndexReport",
    "Library",
    "Marked",
    "Overview",
    "Remembered",
    "Series",
    "TitleWords",
    "View",
    "bearers",
    "choose",
    "choose_for_adding",
    "falls_back_to_sample",
    "is_bearer",
    "list_inputs",
    "sample_folder",
]


def __getattr__(name: str) -> Any:
    if name not in ("bearers", "is_bearer"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from briefreader.library import dossiers  # no start of the program needs them

    return getattr(dossiers, name)
