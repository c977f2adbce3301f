"""Does what a person asks of a folder of briefs: finds, reads, adds, removes and checks them."""

from briefreader.indexing import IndexReport
from briefreader.library.choice import choose, choose_for_adding, falls_back_to_sample, sample_folder
from briefreader.library.dossiers import bearers, is_bearer
from briefreader.library.inputs import STANDARD_INPUT, Added, list_inputs
from briefreader.library.library import Library
from briefreader.library.overview import Overview
from briefreader.library.own_meetings import Corrected, Marked
from briefreader.library.remembered import Remembered, View
from briefreader.library.series import Series
from briefreader.library.title_words import TitleWords

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
