"""Where a query matches in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.search.analysis import matching as matches
from briefreader.search.analysis.matching import find
from briefreader.search.query.parser import parse
from briefreader.search.query.tree import terms
from briefreader.text import words

TEXT = (
    "The U.S.-ROK F-16s and an F-16 met; meetings of the 2+2. Co-operation, cooperation and defence. "
    "Korea’s policy-makers.\n\n"
    "Extended deterrence: extended, nuclear deterrence. 1,000 troops. 대통령은 G7정상회의는 アメリカ合衆国大統領は"
)


def found(query: str, text: str = TEXT, *, typing: bool = False) -> list[str]:
    return [text[start:end] for start, end in find(parse(query, typing=typing), text)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("meeting", ["meetings"]),
        ("cooperation", ["Co-operation", "cooperation"]),
        ("co-operation", ["Co-operation", "cooperation"]),
        ("defense", ["defence"]),
        ("korea", ["Korea"]),
        ("us", ["U.S."]),
        ("us-rok", ["U.S.-ROK"]),
        ("f-16", ["F-16s", "F-16"]),
        ("f16", ["F-16s", "F-16"]),
        ("2+2", ["2+2"]),
        ("policymaker", ["policy-makers"]),
        ("1000", ["1,000"]),
        ("deter*", ["deterrence", "deterrence"]),
        ('"extended deterrence"', ["Extended deterrence"]),
        ('"extended deterrence" extended', ["Extended deterrence", "extended"]),
        ('"meeting"', []),
        ('"of the 2+2"', ["of the 2+2"]),
        ("대통령", ["대통령"]),
        ("대통령이", ["대통령"]),
        ("정상회의", ["정상회의"]),
        ("大統領", ["大統領"]),
        ("who:troops place:Korea", ["Korea", "troops"]),
        ("korea -troops", ["Korea"]),
        ("(korea OR troops) date:2024", ["Korea", "troops"]),
        ("source:nowhere", []),
        ('"nuclear nuclear"~5', []),
        ('"extended extended"~5', ["Extended deterrence: extended"]),
        ("", []),
    ],
)
def test_marks_what_the_query_asks_for(query: str, expected: list[str]) -> None:
    assert found(query) == expected


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("F-35", "The F-35A, F‑35s, F-35Bs, F35A and F 35 flew.", ["F-35A", "F‑35s", "F-35Bs", "F35A", "F 35"]),
        ("F35", "The F-35A and F-35 flew.", ["F-35A", "F-35"]),
        ("F-35A", "The F-35A and two F-35As, no F-35 or F-35B.", ["F-35A", "F-35As"]),
        ("F-35s", "The F-35 and F-35s.", ["F-35", "F-35s"]),
        ("f-35s", "The F-35A.", ["F-35A"]),
        ("Su-30", "Su-30MKI, Su-30MK2 and Su-35S", ["Su-30MKI", "Su-30MK2"]),
        ("B-52", "B-52H and B-52Hs", ["B-52H", "B-52Hs"]),
        ("C-130", "A C-130J-30 landed.", ["C-130J"]),
        ("C-130J", "A C-130J-30 landed.", ["C-130J"]),
        ("Tu-22", "Tu-22M3", ["Tu-22M3"]),
        ("S-400", "S-400s and S-300PMU2", ["S-400s"]),
        ("S-300", "S-400s and S-300PMU2", ["S-300PMU2"]),
        ("M1", "M1A2 tanks", ["M1A2"]),
        ('"F-16 pilots"', "F-16C pilots and F-16s", ["F-16C pilots"]),
        ("B-2", "B2B trade; H1N1, the mid-2s", []),
        ("mid-90s", "the mid-90s", ["mid-90s"]),
        ("HIMARS", "M142 HIMARS", ["HIMARS"]),
        ("عمان", "في عمّان وفي عُمَان.", ["عمّان", "عُمَان"]),
        ("إيران", "ايران", ["ايران"]),
        ("שלום", "שָׁלוֹם", ["שָׁלוֹם"]),
    ],
)
def test_marks_designations_with_their_variants_and_words_with_their_marks(
    query: str, text: str, expected: list[str]
) -> None:
    assert found(query, text) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("meeti", ["meetings"]),
        ("us-r", []),
        ("us-rok", ["U.S.-ROK"]),
        ("f-1", ["F-16s", "F-16"]),
        ("co-op", ["Co-operation", "cooperation"]),
        ('"extended det', ["Extended deterrence"]),
        ('"extended de', ["Extended", "extended"]),
        ("大", ["大統"]),
    ],
)
def test_marks_what_may_still_be_typed(query: str, expected: list[str]) -> None:
    assert found(query, typing=True) == expected


def test_a_word_typed_to_its_end_finds_what_it_finds_when_finished() -> None:
    assert found("meetings", "a meeting", typing=True) == found("meetings ", "a meeting", typing=True) == ["meeting"]


VOCABULARY = [
    "extended",
    "deterrence",
    "U.S.",
    "US-ROK",
    "F-16",
    "2+2",
    "meetings",
    "대통령은",
    "大統領",
    "defence",
    "a",
]
texts = st.lists(st.sampled_from([*VOCABULARY, ".", "\n\n", "’s"]), max_size=30).map(" ".join)
queries = st.lists(
    st.sampled_from([*VOCABULARY, '"', "-", "OR", "(", ")", "who:", "deter*", "meeting"]), max_size=6
).map(" ".join)


def test_spans_stand_in_order_inside_the_text_and_hold_words_of_the_query() -> None:
    met: set[bool] = set()

    @given(queries, texts, st.booleans())
    def holds(query: str, text: str, typing: bool) -> None:
        asked = parse(query, typing=typing)
        slots = [slot for term in terms(asked) for way in matches.ways(term) for slot in way]
        last = 0
        found = find(asked, text)
        met.add(bool(found))
        for start, end in found:
            assert last <= start < end <= len(text)
            last = end
            alone = text[start:end]
            assert any(matches.spans([(slot._replace(offset=0),)], alone) for slot in slots)
            assert list(words(alone))

    holds()
    assert met == {True, False}
