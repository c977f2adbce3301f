"""The one door to a library of briefs, for the command line and the reader alike."""

from briefreader.indexing.report import IndexReport
from briefreader.library.choice import choose
from briefreader.library.library import Library
from briefreader.library.series import Series

__all__ = ["IndexReport", "Library", "Series", "choose"]
