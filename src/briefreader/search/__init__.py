"""Finds briefs by their words: parses queries, keeps the index, and answers from it.

Documents and their numbers

document         a brief in the index
ID               the name of a brief for people, unique in its library
segment          the documents that one update wrote, in files of Whoosh, with a prefix table and a forward index
document number  the number of a document in its segment, or through all segments of the index, in the order written
local doc id     the number of a document in its prefix table, from the newest
doc id           the number of a document in a snapshot: the first doc id of its table plus the local doc id
rank             the number of a document by date in a snapshot: 0 is the newest, the undated come last
set              documents as an integer with one bit for each doc id

Words

chunk            the letters between two spaces of a text
term             a word in the form in which it is indexed; a chunk may have several or none
position         the number of words before a term in a text
offset           the byte before which a term begins in the list of a document's terms
extra term       a term at the offset of another: a compound joined up, a word as it was spelled
posting          a term in one document: the document number, the occurrences and, in some fields, the positions
occurrence       an offset at which a document has a term or a phrase of a query
term pattern     the terms that a word of a query matches: one term, a prefix, a stem, letters with `*`, or typos
phrase           term patterns that must follow each other, or lie near each other, in a text
synonym          another name for the same person, organization, place or series, which a query finds too

Files

prefix table     for each term and each prefix of a field, the set of documents that have it; answers every keystroke
forward index    for each document, its terms in the order of the text, and the text; finds phrases and snippets
stored values    for each document, a plain value that is given back and not searched: the names in it, for dossiers
tag table        for each tag, a line of text, the documents that have it, how often and where first: for dossiers
doc map          from doc ids to ranks and back, and the columns that a list shows of each document
metadata         for each document, the facts of its front matter, and the size, time and digest of its file
segment set      the segments of a snapshot, by which a doc id finds its segment and its document number
postings buffer  the postings of a segment that is being written, by term, in bounded memory
container        a file of pieces with a directory at its end, read a piece at a time
checksummed file a file of which every block is compared with its checksum before it is used

The index over time

commit           the files of an index after one update; they never change
large part       the commit with most documents of a library
delta            a small second commit with the documents that were added since the large part was written
merge            writing several segments, or several prefix tables, as one, which keeps their number small
snapshot         one commit of the large part, with its delta, opened for reading

Answers

hit              a document that a query found, with what a list shows of it: title, date, matches, snippet
facet            the count of hits with the same series, year, kind, side of a meeting, person, body or place

Who answers

Whoosh writes and merges the segments, and reads their postings; it gives the lengths of fields for scoring, the
positions of names, and the stemmer. `tests/bench/whoosh_share.py` measured on 2026-11-29, with 14,082 briefs, how long
Whoosh takes for each capability by itself (milliseconds, median and worst query; Whoosh when asked again, ours when
first asked). Whoosh answers where its worst query is within 30 ms, which is nowhere:

capability          Whoosh          ours         who answers
terms               1.1    107      0.3  4.7     prefix table
prefixes            407  1,027      0.3  1.5     prefix table
phrases in texts     30  1,093       16   86     forward index
fields              3.1    117      0.4   45     prefix table; phrases by the positions in Whoosh
date ranges         7.2     54      1.0  1.4     doc map
typos               213    918       25   61     prefix table
relevance            16    476      7.1   89     scoring, by the postings in Whoosh
snippets             99    322      2.8  7.9     forward index
facets              504  1,006      1.2   70     prefix table
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from briefreader.search.analysis.matching import find as find
    from briefreader.search.execution.searcher import Searcher as Searcher
    from briefreader.search.execution.searcher import StoredDocument as StoredDocument
    from briefreader.search.execution.snippets import Snippet as Snippet
    from briefreader.search.execution.title_searcher import ONLY_TITLES as ONLY_TITLES
    from briefreader.search.execution.title_searcher import TitleSearcher as TitleSearcher
    from briefreader.search.execution.wordings import WordingUse as WordingUse
    from briefreader.search.index.document import IndexDocument as IndexDocument
    from briefreader.search.index.index import Index as Index
    from briefreader.search.index.metadata import Metadata as Metadata
    from briefreader.search.index.metadata import Row as Row
    from briefreader.search.index.tag_table import Tag as Tag
    from briefreader.search.index.update import write_batch as write_batch
    from briefreader.search.query.edits import narrowed as narrowed
    from briefreader.search.query.edits import pieces as pieces
    from briefreader.search.query.edits import settled as settled
    from briefreader.search.query.edits import without as without
    from briefreader.search.query.parser import parse as parse
    from briefreader.search.query.tree import And as And
    from briefreader.search.query.tree import MarkTerm as MarkTerm
    from briefreader.search.query.tree import Node as Node
    from briefreader.search.query.tree import Not as Not
    from briefreader.search.query.tree import Or as Or
    from briefreader.search.query.tree import Query as Query
    from briefreader.search.query.tree import Term as Term

# The first paint of the reader comes before most of this room is imported, so a name is imported when it is first used.
_MODULES: Final = {
    "And": "query.tree",
    "Index": "index.index",
    "IndexDocument": "index.document",
    "MarkTerm": "query.tree",
    "Metadata": "index.metadata",
    "Node": "query.tree",
    "Not": "query.tree",
    "ONLY_TITLES": "execution.title_searcher",
    "Or": "query.tree",
    "Query": "query.tree",
    "Row": "index.metadata",
    "Searcher": "execution.searcher",
    "Snippet": "execution.snippets",
    "StoredDocument": "execution.searcher",
    "Tag": "index.tag_table",
    "Term": "query.tree",
    "TitleSearcher": "execution.title_searcher",
    "WordingUse": "execution.wordings",
    "find": "analysis.matching",
    "narrowed": "query.edits",
    "parse": "query.parser",
    "pieces": "query.edits",
    "settled": "query.edits",
    "without": "query.edits",
    "write_batch": "index.update",
}

__all__ = [
    "ONLY_TITLES",
    "And",
    "Index",
    "IndexDocument",
    "MarkTerm",
    "Metadata",
    "Node",
    "Not",
    "Or",
    "Query",
    "Row",
    "Searcher",
    "Snippet",
    "StoredDocument",
    "Tag",
    "Term",
    "TitleSearcher",
    "WordingUse",
    "find",
    "narrowed",
    "parse",
    "pieces",
    "settled",
    "without",
    "write_batch",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
