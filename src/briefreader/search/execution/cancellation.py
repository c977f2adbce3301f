"""Defines the error of a cancelled search, and the check that never cancels one."""

from briefreader.model import BriefreaderError


class Cancelled(BriefreaderError):
    """Says that the caller has given up a search."""


def never() -> bool:
    """Return that the search goes on."""
    return False
