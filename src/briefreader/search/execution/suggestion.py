"""Did you mean: the query with other words, where it finds nothing and they would find something."""

import re
from collections.abc import Callable, Iterator, Sequence

from briefreader.search.execution.evaluator import Evaluator
from briefreader.search.index.prefix_table import PrefixTable
from briefreader.search.query import spelling
from briefreader.search.query.parser import And, Node, Query, Term, parse


def suggestion(
    query: Query, evaluation: Evaluator, tables: Sequence[PrefixTable], live: int, poll: Callable[[], None]
) -> str | None:
    """Return the query with each word that is nowhere replaced by the nearest that is, if that finds something."""
    text = query.text
    for term in _plain_terms(query.root):
        if not evaluation.find(term, live):
            better = spelling.nearest(term.text, tables, poll)
            if better is None:
                return None
            text = re.sub(rf"(?<!\w){re.escape(term.text)}(?!\w)", better, text, count=1)
    root = parse(text).root
    return text if text != query.text and root and evaluation.find(root, live) else None


def _plain_terms(node: Node | None) -> Iterator[Term]:
    if isinstance(node, Term):
        if node.field is None and not node.exact:
            yield node
    elif isinstance(node, And):
        for child in node.nodes:
            yield from _plain_terms(child)
