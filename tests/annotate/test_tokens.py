"""A text is cut into tokens, and tokens are found by their word."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.annotate.text import tokens as tokens_module
from briefreader.annotate.text import words
from briefreader.annotate.text.tokens import tokenize
from briefreader.annotate.text.word_classes import WordClass


def test_abbreviations_stay_whole_and_a_hyphen_parts() -> None:
    assert tokenize("The U.S.-ROK talks, Cho’s and Ng's F-16.\n\nNext").words == [
        "The", "U.S.", "-", "ROK", "talks", ",", "Cho", "'s", "and", "Ng", "'s", "F", "-", "16", ".", "\n", "Next",
    ]  # fmt: skip


def test_tokens_tell_where_words_stand() -> None:
    tokens = tokenize("Talks of talks, and of more talks")
    assert tokens.indexes_of({"talks", "and", "war"}) == [2, 4, 7]
    assert tokens.indexes_in(WordClass(str.istitle)) == [0]
    assert [tokens.slice(index, index + 1) for index in tokens.indexes_of({"of"})] == ["of", "of"]


def test_the_word_before_an_article_is_none_at_the_beginning() -> None:
    tokens = tokenize("the Ice and the Sea in")
    assert [tokens.word_before_article(index) for index in (0, 1, 2, 4)] == ["", "", "Ice", "and"]


@given(st.text(alphabet="aB9.’'-_ \n,é한会") | st.text())
def test_nothing_but_white_space_is_between_tokens(text: str) -> None:
    tokens = tokenize(text)
    ends = [0, *tokens.ends]
    assert len(tokens.words) == len(tokens.starts) == len(tokens.ends)
    assert all(not text[end:start].strip() for end, start in zip(ends, [*tokens.starts, len(text)], strict=True))
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))


def test_a_long_text_is_cut_as_its_lines_are(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The U.S. met.\n\nKorea's F-16.\n\n\nJapan – and\n\nall.\n"
    whole = tokenize(text)
    monkeypatch.setattr(tokens_module, "_PART", 3)
    assert tokenize(text) == whole


def test_every_word_of_the_tables_of_words_is_one_token() -> None:
    tables = (table for table in vars(words).values() if isinstance(table, frozenset) and len(table) > 1)
    listed = {*chain.from_iterable(tables), *words.OFFICE_HEADS, *words.OFFICE_ACRONYMS}
    assert [word for word in sorted(listed) if tokenize(word).words != [word]] == []
