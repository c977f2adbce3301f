"""The ways in which this program and Whoosh answer the same query: a count, and what is shown of the hits."""

from collections.abc import Callable, Iterator
from typing import Any

from whoosh import highlight, query, sorting
from whoosh.analysis import LowercaseFilter, RegexTokenizer, StemFilter
from whoosh.searching import Searcher as WhooshSearcher

from bench.whoosh_copy import PLACED, dated, day, every
from briefreader.fields import field_of
from briefreader.search.analysis import matching
from briefreader.search.analysis.analyzer import Phrase, TermPattern
from briefreader.search.execution.searcher import Searcher
from briefreader.search.query.parser import parse
from briefreader.search.query.tree import And, Dated, Node, Not, Or, Term

SHOWN = 50


def asked(node: Node | None) -> query.Query:
    """Return what this program's query means as a query of Whoosh."""
    if isinstance(node, Term):
        if node.whole:
            return query.Term(field_of(node.field).whole_names, node.text)
        return _any(_way(node, way) for way in matching.ways(node))
    if isinstance(node, And):
        return query.And([*map(asked, node.nodes)])
    if isinstance(node, Or):
        return query.Or([*map(asked, node.nodes)])
    if isinstance(node, Not):
        return query.And([query.Every(), query.Not(asked(node.node))])
    if isinstance(node, Dated):
        return query.NumericRange("day", *(day(date) if date else None for date in (node.first, node.last)))
    return query.Every()


def _any(found: Iterator[query.Query]) -> query.Query:
    ways = [*found]
    return ways[0] if len(ways) == 1 else query.Or(ways)


def _way(term: Term, way: Phrase) -> query.Query:
    field = field_of(term.field)
    names = [name for name in (field.words, field.fact) if name]
    if len(way) == 1:
        return _any(_pattern(name, way[0], key) for name in names for key in way[0].keys)
    name = PLACED if names[0] == "text" else names[0]
    if all(pattern.kind == "word" for pattern in way):
        return query.Phrase(name, [pattern.keys[0] for pattern in way])
    return query.SpanNear2(
        [_pattern(name, pattern, pattern.keys[0]) for pattern in way], slop=1, ordered=True, mindist=1
    )


def _pattern(name: str, pattern: TermPattern, key: str) -> query.Query:
    if pattern.kind == "stem":
        return query.Term("stem" if name == "text" else f"{name}_stem", key)
    if pattern.kind == "word":
        return query.Term(name, key)
    if pattern.kind == "prefix":
        return query.Prefix(name, key)
    if pattern.kind == "pattern":
        return query.Wildcard(name, key)
    return query.FuzzyTerm(name, key, maxdist=1 if pattern.kind == "one typo" else 2, prefixlength=1)


def ranked(node: Node) -> query.Query:
    """Return the stems of a query, each in text or title, for BM25F."""
    if isinstance(node, And):
        return query.And([*map(ranked, node.nodes)])
    if isinstance(node, Or):
        return query.Or([*map(ranked, node.nodes)])
    assert isinstance(node, Term)
    keys = [key for way in matching.ways(node) for pattern in way for key in pattern.keys if pattern.kind == "stem"]
    return query.Or([query.Term(name, key, boost) for key in keys for name, boost in (("stem", 1), ("title_stem", 4))])


class Both:
    """This program's searcher and Whoosh's of the same briefs; each way returns the count and what is shown."""

    def __init__(self, ours: Searcher, whoosh: WhooshSearcher) -> None:
        self.ours = ours
        self.whoosh = whoosh
        hits = every(ours)
        self.ids = [hit.id for hit in hits]
        self.dates = dated(hits)
        doc_ids = ours._doc_map.doc_ids(range(len(self.ids)))
        found = map(ours._segment_set.document_terms, doc_ids)
        self.texts = [terms.original.raw.decode() for terms in found]
        self.analyzer = RegexTokenizer() | LowercaseFilter() | StemFilter(lang="en")

    def root(self, text: str, typing: bool) -> Node | None:
        return self.ours.expanded(parse(text, typing=typing)).root

    def quick(self, text: str, typing: bool = False) -> tuple[int, list[str]]:
        found = self.ours.search(parse(text, typing=typing), limit=SHOWN, quick=True)
        return found.total, [hit.id for hit in found.hits]

    def find(self, text: str, typing: bool = False) -> Callable[[], Any]:
        root = self.root(text, typing)
        wanted, searcher = asked(root), self.dates if isinstance(root, Dated) else self.whoosh

        def ask() -> tuple[int, list[str]]:
            found = [*searcher.docs_for_query(wanted)]
            return len(found), [self.ids[document] for document in found[:SHOWN]]

        return ask

    def best(self, text: str) -> tuple[int, int]:
        found = self.ours.search(parse(text), limit=SHOWN, quick=True, sort="relevance")
        return found.total, len([hit.id for hit in found.hits])  # the two do not score alike

    def find_best(self, text: str) -> Callable[[], Any]:
        root = self.root(text, False)
        assert root is not None
        wanted = ranked(root)

        def ask() -> tuple[int, int]:
            found = self.whoosh.search(wanted, limit=SHOWN)
            return len(found), len([self.ids[hit.docnum] for hit in found])

        return ask

    def snippets(self, text: str) -> tuple[int, list[str]]:
        wanted = self.ours.expanded(parse(text, typing=True))
        assert wanted.root is not None
        ranks = self.ours._doc_map.newest(self.ours._evaluator.find(wanted.root, self.ours._doc_map.live), SHOWN)
        hits = self.ours._hits.with_snippets(ranks, {}, wanted)
        return len(hits), [hit.id for hit in hits]

    def find_snippets(self, text: str) -> Callable[[], Any]:
        ids = {id: rank for rank, id in enumerate(self.ids)}
        _, shown = self.quick(text, True)
        *words, last = (token.text for token in self.analyzer(text))
        begun = {term.decode() for term in self.whoosh.reader().expand_prefix("text", last)}
        terms = frozenset({*words, last} | begun)

        def ask() -> tuple[int, list[str]]:
            for id in shown:
                pieces = highlight.ContextFragmenter(maxchars=200), highlight.UppercaseFormatter()
                highlight.highlight(self.texts[ids[id]], terms, self.analyzer, *pieces, top=1)
            return len(shown), shown

        return ask

    def facets(self, text: str) -> tuple[int, Any]:
        root = self.root(text, False)
        assert root is not None
        found = self.ours._evaluator.find(root, self.ours._doc_map.live)
        counts = self.ours._facet_counter.of(found)
        return found.bit_count(), [sum(counts["year"].values()), max(counts["person"].values(), default=0)]

    def find_facets(self, text: str) -> Callable[[], Any]:
        wanted = asked(self.root(text, False))
        groups = {
            "series": sorting.FieldFacet("series_column", maptype=sorting.Count),
            "year": sorting.FieldFacet("year_column", maptype=sorting.Count),
            "person": sorting.FieldFacet("person_name", allow_overlap=True, maptype=sorting.Count),
        }

        def ask() -> tuple[int, Any]:
            found = self.whoosh.search(wanted, limit=None, groupedby=groups)
            people = found.groups("person")
            people.pop(None, None)
            return len(found), [sum(found.groups("year").values()), max(people.values(), default=0)]

        return ask
