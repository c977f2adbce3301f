"""Finding the words of a query in the terms of a document, and choosing the passage that shows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.search.analysis import matching as matches
from briefreader.search.analysis.matching import find
from briefreader.search.execution.occurrences import DocumentSearch, Occurrences, count, term_search
from briefreader.search.execution.snippets import best, snippet
from briefreader.search.index.forward_index import DocumentTerms, document_terms
from briefreader.search.index.original_text import SLACK
from briefreader.search.query.parser import parse
from briefreader.search.query.tree import terms


def groups(query: str, document: DocumentTerms, *, typing: bool = False) -> list[Occurrences]:
    sought = [term_search(matches.ways(term)) for term in terms(parse(query, typing=typing))]
    return DocumentSearch(document).found(sought)


written = st.lists(
    st.sampled_from(
        "Korea Koreans US-Korea defence Defense U.S. o'brien O’Brien's F-16 f16 Élysée elysee dying die realisation "
        "colour travelled centre programmes p.m. 한국 대통령은 1,000 2+2 _korea_ (korea) ß straße İstanbul "
        "日本 the".split()
    ),
    max_size=12,
).map(" ".join)
asked = st.lists(
    st.sampled_from(
        "korea korean defense defenc u.s. obrien brien f16 f-16 elys die real color travel 대통령 1000 2+2 strass d e "
        "日 -korea who:korea t* '*a".split()
    ),
    max_size=3,
).map(" ".join)


def test_the_terms_of_a_document_show_the_matches_that_reading_the_text_shows() -> None:
    met: set[bool] = set()

    @given(written, asked, st.booleans())
    def holds(text: str, query: str, typing: bool) -> None:
        document = document_terms(text, ["Korea 5"])
        spans = find(parse(query, typing=typing), text)
        met.add(bool(spans))
        here = groups(query, document, typing=typing)
        assert count(here, document.end) == len(spans)
        offsets = [(at, each.ends.get(at, at + 2)) for each in here for at in each.offsets if at < document.end]
        for span in spans:
            at = len(text[: span.start].encode())
            assert any(
                document.byte(start) <= at < max(document.byte(start) + 1, document.byte(end)) for start, end in offsets
            )

    holds()
    assert met == {True, False}


@given(written, asked)
def test_a_page_finds_with_every_letter_what_it_would_find_at_first(text: str, query: str) -> None:
    document = document_terms(text, ["Korea 5"])
    search = DocumentSearch(document)
    for end in range(1, len(query) + 1):
        sought = [term_search(matches.ways(term)) for term in terms(parse(query[:end], typing=True))]
        assert search.found(sought) == DocumentSearch(document).found(sought)


PHRASES = (
    '"of the"', '"the of the"', '"us korea"', '"korea us"', '"f16 of"', '"f 16"', '"defence of the"', '"2 2 of"',
    '"日本 the"', '"日本"', '"the kor', '"korea of"~3', '"the us"~2', '"o brien the"', '"대통령 of"', '"the the"~4',
)  # fmt: skip
rows = st.lists(
    st.sampled_from("of the Korea U.S. US-Korea F-16 defence 2+2 日本 本日は O’Brien 대통령은 (the) of,".split()),
    max_size=14,
).map(" ".join)


def test_words_in_a_row_are_found_where_reading_the_text_finds_them() -> None:
    met: set[bool] = set()

    @given(rows, st.sampled_from(PHRASES))
    def holds(text: str, query: str) -> None:
        spans = find(parse(query, typing=True), text)
        met.add(bool(spans))
        document = document_terms(text)
        assert count(groups(query, document, typing=True), document.end) == len(spans)

    holds()
    assert met == {True, False}


LONG = (
    "Title of talks\n\n"
    + "Nothing of note was said. " * 30
    + "Submarines came up: submarine cables, a submarine. The end."
)


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("submarine", "note was said. Nothing of note was said. Submarines came up: submarine cables, a submarine."),
        ("nothing cables", "Nothing of note was said. Submarines came up: submarine cables"),
        ('"came up"', "Submarines came up: submarine cables"),
        ("title", "Title of talks Nothing of note"),
        ("absent", "Nothing of note was said. Nothing of note"),
    ],
)
def test_a_snippet_shows_the_passage_with_most_of_what_was_asked_for(query: str, part: str) -> None:
    document = document_terms(LONG)
    shown = snippet(document, best(groups(query, document), document))
    assert part in shown
    assert len(shown) < 230


def test_a_text_without_words_is_shown_from_its_beginning() -> None:
    for text in ("", "…", "\n\n", "Title\n\n—"):
        document = document_terms(text)
        assert groups("e", document, typing=True) == [([], {})]
        assert snippet(document, None) in ("", "…", "—")
        assert document.counts() == ({"title": 1} if "Title" in text else {})


@given(written)
def test_every_offset_is_found_again_in_the_text(text: str) -> None:
    document = document_terms(text)
    offsets = [at for at in range(document.end) if document.words[at : at + 1] == b" "]
    found_again = [document.byte(offset) for offset in offsets]
    assert found_again == sorted(found_again)
    assert document.byte(document.end) == len(text.encode())
    assert [*document.positions(offsets)] == [*range(len(offsets))]
    assert sum(document.counts().values()) >= len(offsets)


ordinary = st.lists(st.sampled_from("The “defence” ministers—of Korea, U.S.-ROK: (São) talks... agreed".split()))


@given(ordinary.map(" ".join))
def test_an_approximate_byte_is_near_the_exact_one(text: str) -> None:
    document = document_terms(text)
    offsets = [at for at in range(document.end) if document.words[at : at + 1] == b" "]
    assert all(abs(document.approximate_byte(offset) - document.byte(offset)) <= SLACK for offset in offsets)


def test_a_snippet_of_east_asian_text_shows_the_match_however_much_else_stands_beside_it() -> None:
    text = "美国和韩国举行了核磋商小组会议并讨论了延伸威慑的指导方针以及联合声明的全部内容各方同意继续合作"
    for dashes in range(30, 80):
        document = document_terms(f"Title\n\n{text} {'─' * dashes} end of it all, and more words after the rule.")
        assert "继续合作" in snippet(document, best(groups("继续合作", document), document))
