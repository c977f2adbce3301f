"""A query in pieces: each can be taken away, and a facet is one more."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.search.query.edits import narrowed, pieces, settled, without
from briefreader.search.query.parser import parse
from briefreader.search.query.tree import And


def shown(query: str) -> list[str]:
    return [query[start:end] for start, end in pieces(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", []),
        ("korea", ["korea"]),
        ("korea japan", ["korea", "japan"]),
        ('who:"Ada Lund" ice', ['who:"Ada Lund"', "ice"]),
        ("who: lund ice", ["who: lund", "ice"]),
        ("korea OR japan -china", ["korea OR japan", "-china"]),
        ("a OR b OR c AND d", ["a OR b OR c", "d"]),
        ("NOT (a b) c", ["NOT (a b)", "c"]),
        ("-org:(navy (army)) date:2024", ["-org:(navy (army))", "date:2024"]),
        ('"missile defense"~5 F-16', ['"missile defense"~5', "F-16"]),
        ('open "quote that never ends', ["open", '"quote that never ends']),
        ("(open bracket", ["(open bracket"]),
        ("“missile defense” F-16", ["“missile defense”", "F-16"]),
        ("not korea re: talks", ["not", "korea", "re:", "talks"]),
        ("person:(lund OR kim) -year:2024", ["person:(lund OR kim)", "-year:2024"]),
        ("ice who:", ["ice", "who:"]),
        (") korea", ["korea"]),
    ],
)
def test_a_query_falls_into_what_a_person_put_together(query: str, expected: list[str]) -> None:
    assert shown(query) == expected


def test_a_piece_is_taken_away_with_its_space() -> None:
    query = 'korea who:"Ada Lund" ice'
    assert without(query, pieces(query)[1]) == "korea ice"
    assert without("korea", pieces("korea")[0]) == ""


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("series", "NCG", 'ice series:"NCG"'),
        ("year", "2024", "ice date:2024"),
        ("person", "Ada Lund", 'ice who:"Ada Lund"'),
        ("organization", 'The "Group"', 'ice org:"The ""Group"""'),
        ("place", "Seoul", 'ice place:"Seoul"'),
    ],
)
def test_a_facet_is_one_more_piece(kind: str, name: str, expected: str) -> None:
    assert narrowed("ice ", kind, name) == expected
    assert shown(expected)[1:] == [expected.removeprefix("ice ")]


def test_pieces_stand_in_order_and_any_may_go() -> None:
    met: set[bool] = set()

    @given(st.text('ab"() -:~5ORNT\n', max_size=30))
    def holds(query: str) -> None:
        found = pieces(query)
        met.add(len(found) > 1)
        assert all(first.end <= second.start for first, second in pairwise(found))
        for piece in found:
            parse(without(query, piece))
            assert query[piece.start : piece.end].strip()

    holds()
    assert met == {True, False}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ""),
        ("korea ", "korea"),
        ("korea OR", "korea"),
        ("korea OR - ", "korea"),
        ("korea who:", "korea"),
        ("korea -", "korea"),
        ("NOT", ""),
        ('ice "missile def', 'ice "missile def"'),
        ('place:"Seoul', 'place:"Seoul"'),
        ("(korea OR japan", "(korea OR japan)"),
        ("(korea (japan who:", "(korea (japan))"),
        ("korea OR japan", "korea OR japan"),
    ],
)
def test_a_query_that_is_not_whole_is_made_so_before_a_piece_is_added(query: str, expected: str) -> None:
    assert settled(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ice kor", "ice kor*"),
        ("ice ", "ice"),
        ("ice -kor", "ice -kor"),
        ("who:jen", "who:jen*"),
        ("(ice kor", "(ice kor*)"),
        ('"missile def', '"missile def"'),
    ],
)
def test_a_word_that_is_being_typed_stays_open_when_a_piece_is_added(query: str, expected: str) -> None:
    assert settled(query, typing=True) == expected


def test_whatever_was_typed_a_piece_can_be_added() -> None:
    @given(st.text('ab"() -:~5ORNT\n*', max_size=30), st.booleans())
    def holds(query: str, typing: bool) -> None:
        whole = settled(query, typing=typing)
        added = parse(narrowed(whole, "place", 'The "Port" (A)')).root
        assert added is not None
        before = parse(whole).root
        last = parse('place:"The ""Port"" (A)"').root
        assert last is not None
        parts = before.nodes if isinstance(before, And) else (before,) if before else ()
        assert added in ((And((*parts, last)), And((before, last))) if before else (last,))

    holds()
