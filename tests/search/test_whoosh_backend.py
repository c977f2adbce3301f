"""What the program relies on inside Whoosh, and what it leaves of Whoosh as it is."""

import pickle
from array import array
from pathlib import Path

import pytest
from whoosh import fields, index
from whoosh.codec import whoosh3
from whoosh.filedb.structfile import StructFile
from whoosh.lang.snowball.english import EnglishStemmer
from whoosh.query import Term

from briefreader.search.index.update import write_in_memory
from briefreader.search.whoosh_backend.unpickler import loads, term_info
from search.briefs import BRIEFS, metadata


def test_another_index_of_whoosh_opens_in_the_same_process(tmp_path: Path) -> None:
    write_in_memory(BRIEFS, metadata(BRIEFS)).close()
    made = index.create_in(tmp_path, fields.Schema(word=fields.ID(stored=True)))
    with made.writer() as writer:
        writer.add_document(word="korea")
    with index.open_dir(tmp_path).searcher() as searcher:
        assert [hit["word"] for hit in searcher.search(Term("word", "korea"))] == ["korea"]


@pytest.mark.parametrize("value", [Path("/"), print, pickle.Pickler])
def test_nothing_but_plain_values_is_unpickled(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="no place in an index"):
        loads(pickle.dumps(value, 2))


def test_plain_values_are_unpickled() -> None:
    value = ((1, 2), None, array("I", [1]).tobytes(), {"a": {3}})
    assert loads(pickle.dumps(value)) == value


def test_postings_inside_the_table_of_terms_are_refused() -> None:
    with pytest.raises(pickle.UnpicklingError):
        term_info(b"\1" + bytes(60))


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (whoosh3.W3LeafMatcher, "_read_data"),
        (whoosh3.W3LeafMatcher, "_read_values"),
        (whoosh3.W3LeafMatcher, "_next_block"),
        (whoosh3.W3TermsReader, "_keycoder"),
        (whoosh3.W3TermsReader, "_keydecoder"),
        (whoosh3.W3FieldWriter, "start_field"),
        (whoosh3.W3TermInfo, "extent"),
        (StructFile, "read_pickle"),
        (EnglishStemmer, "stem"),
    ],
    ids=lambda each: getattr(each, "__name__", each),
)
def test_whoosh_has_what_this_room_overrides_or_calls(owner: type, name: str) -> None:
    assert callable(getattr(owner, name))


def test_the_record_of_a_term_is_laid_out_as_it_is_written_here() -> None:
    assert whoosh3.W3TermInfo._struct.format == "!BfIBBfII"
    assert whoosh3.WHOOSH3_HEADER_MAGIC == b"W3Bl"
    assert whoosh3.COMPRESSION_MIN_SIZE > 0
