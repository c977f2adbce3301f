"""Suggests a query with better spelling where the one asked for finds nothing."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from briefreader.search.query.edit_distance import distance
from briefreader.search.query.parser import parse
from briefreader.search.query.tree import And, Node, Query, Term
from briefreader.text import fold

_SHORT: Final = 5  # letters of a word that may have one typo at most
_FEWEST: Final = 3  # letters of a word that is corrected


def suggestion(
    query: Query, matches: Callable[[Node], bool], beginning: Callable[[str], Iterable[tuple[str, int]]]
) -> str | None:
    """Return the query with each unknown word replaced by the nearest known one, if that finds something.

    `matches` tells whether any brief matches a node, `beginning` yields the words of the texts that begin with some
    letters, each with the number of briefs that have it.
    """
    text = query.text
    for term in _plain_terms(query.root):
        if not matches(term):
            folded = fold(term.text)
            better = nearest(folded, beginning(folded[0])) if len(folded) >= _FEWEST else None
            if better is None:
                return None
            text = re.sub(rf"(?<!\w){re.escape(term.text)}(?!\w)", better, text, count=1)
    root = parse(text).root
    return text if text != query.text and root and matches(root) else None


def nearest(word: str, known: Iterable[tuple[str, int]]) -> str | None:
    """Return the known word with the fewest typos, of those the most frequent, None where all have too many.

    A word of up to five letters may have one typo, a longer one two. A known word comes with its frequency, and may
    come several times. Words should begin with the same letter: it is seldom mistyped.
    """
    most = 1 if len(word) <= _SHORT else 2
    letters = set(word)
    frequencies: dict[str, int] = {}
    for term, count in known:
        if abs(len(term) - len(word)) <= most and len(set(term) ^ letters) <= 2 * most:
            frequencies[term] = frequencies.get(term, 0) + count
    near = (
        (typos, -frequencies[term], term) for term in frequencies if 0 < (typos := distance(term, word, most)) <= most
    )
    return min(near, default=(0, 0, None))[2]


def _plain_terms(node: Node | None) -> Iterator[Term]:
    if isinstance(node, Term):
        if node.field is None and not node.exact:
            yield node
    elif isinstance(node, And):
        for child in node.nodes:
            yield from _plain_terms(child)
