"""Defines the error of a cancelled search, and the checks for one."""

from collections.abc import Callable

from briefreader.model import BriefreaderError


class Cancelled(BriefreaderError):
    """Says that the caller has given up a search."""


def never() -> bool:
    """Return that the search goes on."""
    return False


def raise_if(cancelled: Callable[[], bool]) -> None:
    """Raise Cancelled where the caller has given up."""
    if cancelled():
        raise Cancelled("the search was given up")
