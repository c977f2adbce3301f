"""What people write in the search bar, and what it means."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.search.query.date_ranges import period
from briefreader.search.query.parser import parse
from briefreader.search.query.tree import And, Dated, Not, Or, Term
from briefreader.text import clean_line

FRAGMENTS = [
    "extended",
    "deter*",
    '"',
    "(",
    ")",
    "-",
    " ",
    "OR",
    "NOT",
    "who:",
    "date:",
    "2024",
    "..",
    "after:",
    "*",
    "“",
    "x" * 200,
    "한국",
    "\x1b[31m",
    "\n",
]
queries = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("extended deterrence", "extended AND deterrence"),
        ("extended deter* who:Jenkins date:2024", "extended AND deter…; who: Jenkins; dated 2024"),
        ('"extended deterrence" -korea', '"extended deterrence"; without korea'),
        ("“extended deterrence”", '"extended deterrence"'),
        ("seoul OR tokyo summit", "(seoul OR tokyo) AND summit"),
        ("summit (seoul OR (tokyo missile))", "summit AND (seoul OR (tokyo AND missile))"),
        ("seoul OR -tokyo", "seoul OR NOT tokyo"),
        ("NOT seoul", "without seoul"),
        ('series:"US-ROK 2+2" place:Seoul', 'series: "US-ROK 2+2"; place: Seoul'),
        ("WHO: Jenkins", "who: Jenkins"),
        ("date:2023..2024-06", "dated 2023 to 2024-06"),
        ("date:2024-06..2023", "dated 2023 to 2024-06"),
        ("date:2024.. date:..2024", "dated 2024 or later; dated 2024 or earlier"),
        ("after:2024 before:2024-03", "after 2024; before 2024-03"),
        ("korea date:soon", "korea; no date: soon (write 2024, 2024-06 or 2024-06-15)"),
        ("date:2023-02-30", "every brief; no date: 2023-02-30 (write 2024, 2024-06 or 2024-06-15)"),
        ("de*er d**r*", "de*er AND d*r…"),
        ('"missile defense"~5 "a b"~', '"missile defense" within 5 words AND "a b"'),
        ("*er", "er; * counts after the first letter of a word"),
        ("deterence~ korae~1", "deterence (up to 2 typos) AND korae (one typo)"),
        ("korae~9 ~", "korae (up to 2 typos); ~2 is the most"),
        ("who:", "every brief; no word to look for"),
        ("who: place:Seoul", "place: Seoul"),
        ("who:(kim OR lee) seoul", "(who: kim OR who: lee) AND seoul"),
        ("place:(seoul title:talks (tokyo)) rest", "(place: seoul AND title: talks AND place: tokyo) AND rest"),
        ("date:(2024) who:(", "2024"),
        ("- * ( ) ! OR", "every brief; no word to look for"),
        ("person:kim Organization:navy", "who: kim; org: navy"),
        ("year:2023 office:envoy event:summit", "dated 2023; office: envoy; event: summit"),
        ("year:soon", "every brief; no date: soon (write 2024, 2024-06 or 2024-06-15)"),
        ("persn:kim", "persn:kim; there is no field persn; the nearest is person:"),
        ('ogr:"sea ice"', 'ogr: AND "sea ice"; there is no field ogr; the nearest is org:'),
        (
            "mentions:kim",
            "mentions:kim; there is no field mentions; fields are series, kind, with, who, led, office, org, place, "
            "agreement, weapon, event, title, source, is, note, label, date, after, before",
        ),
        ("https://a.org EST:10:30 re: talks x:y", "https://a.org AND EST:10:30 AND re: AND talks AND x:y"),
        ("persn:", "persn:"),
        ("", "every brief"),
    ],
)
def test_says_how_it_was_understood(text: str, understood: str) -> None:
    assert parse(text).understood == understood


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("extended deter", And((Term("extended"), Term("deter", prefix=True)))),
        ("extended deter ", And((Term("extended"), Term("deter")))),
        ('"extended deter', Term("extended deter", exact=True, prefix=True)),
        ('"extended deter"', Term("extended deter", exact=True)),
        ("who:jen", Term("jen", prefix=True, field="who")),
        ("korea -nucl", And((Term("korea"), Not(Term("nucl"))))),
        ("korea OR", Term("korea", prefix=False)),
        ("korea (japan", And((Term("korea"), Term("japan", prefix=True)))),
        ("date:202", None),
        ("person:jen", Term("jen", prefix=True, field="who")),
    ],
)
def test_what_is_still_being_typed_may_go_on(text: str, root: object) -> None:
    assert parse(text, typing=True).root == root


def test_a_finished_query_is_taken_at_its_word() -> None:
    assert parse("extended deter").root == And((Term("extended"), Term("deter")))


def test_brackets_may_be_left_open_or_closed_twice() -> None:
    assert parse("(a OR b").root == parse("a OR b))").root == Or((Term("a"), Term("b")))


def test_a_minus_before_brackets_excludes_what_all_of_them_say() -> None:
    assert parse("a -(b c)").root == And((Term("a"), Not(And((Term("b"), Term("c"))))))


def test_deep_brackets_are_read_twenty_deep() -> None:
    query = parse("(" * 500 + "a" + ")" * 400)
    assert query.root == Term("a")
    assert query.understood == "a; brackets are read 20 deep"


def test_only_the_first_thousand_characters_are_read() -> None:
    query = parse("word " * 2_000, typing=True)
    assert query.understood.endswith("; only the first 1,000 characters are read")
    assert isinstance(query.root, And)
    assert query.root.nodes == (Term("word"),) * 200


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-9-4", ("2024-09-04", "2024-09-04")),
        ("2023-02-29", None),
        ("2024-13", None),
        ("24", None),
        ("٢٠٢٤", None),
    ],
)
def test_a_date_is_all_the_days_it_may_mean(day: str, expected: object) -> None:
    assert period(day) == expected


def test_however_many_digits_say_how_near_they_are_read_as_one_number() -> None:
    assert parse('"nuclear deterrence"~' + "9" * 30).understood == '"nuclear deterrence" within 50 words'


def test_a_date_field_with_nothing_to_read_says_so() -> None:
    assert parse('after:"').understood == "every brief; no date: nothing (write 2024, 2024-06 or 2024-06-15)"


def test_before_and_after_leave_the_named_time_out() -> None:
    assert parse("after:2024-02").root == Dated("2024-03-01", None, "after 2024-02")
    assert parse("before:2024").root == Dated(None, "2023-12-31", "before 2024")


@settings(derandomize=True, database=None, max_examples=300, deadline=None)
@given(queries, st.booleans())
def test_every_query_means_something_and_says_so_on_one_clean_line(text: str, typing: bool) -> None:
    query = parse(text, typing=typing)
    assert query.understood
    assert query.understood == clean_line(query.understood)


@given(
    st.lists(
        st.sampled_from(["korea", "or", "and", "not", "a", "who", "date", "Korea", "NCG", "5", "NOTE", "ORan"]),
        min_size=1,
    ).map(" ".join),
    st.booleans(),
)
def test_plain_words_mean_what_they_mean_among_brackets(text: str, typing: bool) -> None:
    plain, bracketed = parse(text, typing=typing), parse(f"({text}", typing=typing)
    assert (plain.root, plain.understood) == (bracketed.root, bracketed.understood)
    assert parse(f"{text} ", typing=typing).root == parse(f"({text} ", typing=typing).root


def test_a_field_that_is_none_is_told_once_its_value_begins() -> None:
    assert parse("persn:", typing=True).understood == "persn:…"
    assert parse("persn:k", typing=True).understood == "persn:k…; there is no field persn; the nearest is person:"


def test_a_date_that_is_none_is_an_error_of_the_query() -> None:
    assert parse("korea year:soon").errors == ("no date: soon (write 2024, 2024-06 or 2024-06-15)",)
    assert parse("korea year:2024").errors == ()


def test_a_query_without_a_word_says_why_it_finds_every_brief() -> None:
    for text in ("🙂", "–", "who:()"):
        assert parse(text).understood == "every brief; no word to look for"
    assert parse(" ").understood == "every brief"
