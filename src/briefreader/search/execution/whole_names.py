"""Resolves the quoted names of a query: a quoted value of a field means the one name that facets count under it."""

from collections.abc import Mapping, Sequence
from typing import Final

from briefreader.fields import field_of
from briefreader.search.index.doc_map import DocMap
from briefreader.search.index.prefix_table import PrefixTable
from briefreader.search.query.synonyms import folded_name
from briefreader.search.query.tree import And, Node, Not, Or, Query, Term

_MOST_QUERIES: Final = 4  # of one key: as it is typed, and as its facets are counted


class WholeNames:
    """Finds the complete names of an index that the terms of queries mean."""

    def __init__(self, doc_map: DocMap, tables: Sequence[PrefixTable]) -> None:
        self._doc_map = doc_map
        self._tables = tables
        self._by_key: dict[str, Mapping[str, tuple[str, ...]]] = {}
        self._queries: dict[Query, Query] = {}

    def resolved(self, query: Query) -> Query:
        """Return a query in which each term that means a whole name asks for exactly the briefs of that name."""
        if query.root is None or not _may_name(query.root):
            return query
        known = self._queries.get(query)
        if known is None:
            if len(self._queries) >= _MOST_QUERIES:
                del self._queries[next(iter(self._queries))]
            known = self._queries[query] = query._replace(root=self._node(query.root))
        return known

    def has(self, field: str, name: str) -> bool:
        """Tell whether any brief has a complete name in a field, given as in a query."""
        names = field_of(field).whole_names
        return names is not None and any(table.has_term(names, name) for table in self._tables)

    def _node(self, node: Node) -> Node:
        if isinstance(node, Term):
            names = self._meant(node)
            found = tuple(Term(name, exact=True, field=node.field, whole=True) for name in names)
            return Or(found) if len(found) > 1 else found[0] if found else node
        if isinstance(node, And | Or):
            return node._replace(nodes=tuple(map(self._node, node.nodes)))
        return Not(self._node(node.node)) if isinstance(node, Not) else node

    def _meant(self, term: Term) -> tuple[str, ...]:
        """Return the name that is spelled exactly as a term, else all names that differ from it in small things."""
        if not _may_name(term) or term.field is None:
            return ()
        names = field_of(term.field).whole_names
        if names is None:
            return ()
        if self._is_live(names, term.text):
            return (term.text,)
        if names not in self._by_key:
            found: dict[str, dict[str, None]] = {}
            for table in self._tables:
                for name in table.terms(names):
                    found.setdefault(folded_name(name), {})[name] = None
            self._by_key[names] = {key: tuple(each) for key, each in found.items() if key}
        meant = self._by_key[names].get(folded_name(term.text), ())
        return tuple(name for name in meant if self._is_live(names, name))

    def _is_live(self, names: str, name: str) -> bool:
        """Tell whether a document that is not deleted has a name in a field of the index."""
        tables = zip(self._doc_map.first_doc_ids, self._tables, strict=False)
        return any(table.with_term(names, name) << first & self._doc_map.live for first, table in tables)


def _may_name(node: Node) -> bool:
    """Tell whether a node has a term that may mean a whole name."""
    if isinstance(node, Term):
        if node.field is None or node.whole or node.pattern or node.typos or node.within:
            return False
        return field_of(node.field).is_choice or (node.exact and not node.prefix)
    if isinstance(node, Not):
        return _may_name(node.node)
    return isinstance(node, And | Or) and any(map(_may_name, node.nodes))
