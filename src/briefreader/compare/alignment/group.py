"""Sentences of one text that became sentences of the other."""

from typing import NamedTuple


class Group(NamedTuple):
    """Sentences of one text, by number, that became sentences of the other, and the number of words they share.

    A group has one sentence of each text, or more where one was split or several were merged.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    shared: int
