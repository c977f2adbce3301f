"""The place at which a person reads a brief."""

from typing import NamedTuple


class ArticlePlace(NamedTuple):
    """The first character of the text in sight, by its offset, and the number of the current match, -1 without one."""

    offset: int = 0
    match: int = -1
