"""Claims of first times held against the earlier meetings of a series."""

from collections.abc import Mapping, Sequence

import pytest

from briefreader.compare import CheckedClaim, MeetingFacts, SeriesOfClaims, checked_claims
from briefreader.model import FirstClaim, MeetingFormat, Span

WORDS, SENTENCE = Span(10, 20), Span(0, 40)


def first(**facts: object) -> FirstClaim:
    """A claim that a meeting is the first, with some facts."""
    return FirstClaim(WORDS, SENTENCE, "meeting")._replace(**facts)  # type: ignore[arg-type]


def act(*words: str) -> FirstClaim:
    return FirstClaim(WORDS, SENTENCE, "act", words=words)


def held(
    id: str, date: str | None, form: MeetingFormat | None = "in person", ordinal: int | None = None
) -> MeetingFacts:
    return MeetingFacts(id, date, ordinal, form, "ministers", "Oslo", "Norway", ("Norway", "Chile"))


def check(
    claim: FirstClaim,
    *meetings: MeetingFacts,
    texts: Mapping[str, str] | None = None,
    names: Sequence[str] = ("Harbour Group",),
) -> CheckedClaim:
    """The check of a claim in the text of the last meeting."""
    of_series = SeriesOfClaims(meetings, names, lambda id: (texts or {}).get(id, ""))
    [found] = checked_claims(of_series, lambda id: (claim,) if id == meetings[-1].id else ())
    return found


IN_2019, IN_2021, IN_2022 = (
    held("old", "2019-05-06"),
    held("online", "2021-03-02", "virtual"),
    held("now", "2022-04-05"),
)


def test_a_first_form_is_borne_out_where_no_earlier_meeting_had_it() -> None:
    found = check(first(format="in person"), IN_2021, IN_2022)
    assert (found.verdict, found.looked_at, found.by) == ("borne out", 1, None)
    assert "2021-03-02" in found.reason


def test_a_first_form_is_contradicted_by_an_earlier_meeting_that_had_it() -> None:
    found = check(first(format="in person"), IN_2019, IN_2021, IN_2022)
    assert (found.verdict, found.by) == ("contradicted", "old")


def test_a_first_since_a_year_is_borne_out_by_a_meeting_of_that_year() -> None:
    found = check(first(format="in person", scope="since 2019", since="2019"), IN_2019, IN_2021, IN_2022)
    assert (found.verdict, found.looked_at) == ("borne out", 2)
    assert check(first(scope="since 2018", since="2018"), IN_2019, IN_2022).by == "old"


def test_a_first_in_some_years_is_contradicted_only_by_a_meeting_in_them() -> None:
    assert check(first(scope="in two years", years=2), IN_2019, IN_2022).verdict == "borne out"
    assert check(first(scope="in five years", years=5), IN_2019, IN_2022).by == "old"
    assert check(first(scope="this year", years=0), IN_2021, IN_2022).verdict == "borne out"


def test_words_whose_beginning_is_unknown_contradict_nothing() -> None:
    found = check(first(scope="of the Lind administration"), IN_2019, IN_2022)
    assert (found.verdict, found.by) == ("unknown", None)
    assert "of the Lind administration" in found.reason


def test_without_an_earlier_meeting_nothing_can_be_checked() -> None:
    found = check(first(), IN_2022)
    assert (found.verdict, found.reason) == ("unknown", "the library has no earlier meeting of the series")


def test_the_second_meeting_bears_out_the_first() -> None:
    second = held("second", "2023-05-06", ordinal=2)
    of_series = SeriesOfClaims((IN_2022, second), ("Harbour Group",), lambda id: "")
    [found] = checked_claims(of_series, lambda id: (first(),) if id == "now" else ())
    assert (found.verdict, found.by) == ("borne out", "second")


def test_a_form_that_no_earlier_meeting_tells_cannot_be_checked() -> None:
    found = check(first(format="in person"), held("dark", "2021-03-02", None), IN_2022)
    assert (found.verdict, found.untold) == ("unknown", 1)
    assert "form" in found.reason


def test_meetings_whose_form_is_unknown_are_counted() -> None:
    found = check(first(format="in person"), held("dark", "2020-03-02", None), IN_2021, IN_2022)
    assert (found.verdict, found.looked_at, found.untold) == ("borne out", 2, 1)


def test_numbers_that_the_library_does_not_have_are_told() -> None:
    found = check(
        first(format="in person"), held("two", "2020-03-02", "virtual", 2), held("five", "2022-04-05", ordinal=5)
    )
    assert (found.verdict, found.missing) == ("borne out", (1, 3, 4))


def test_a_first_place_is_compared_with_the_earlier_places() -> None:
    lima = held("lima", "2021-03-02")._replace(city="Lima", country="Peru")
    assert check(first(place="Oslo"), lima, IN_2022).verdict == "borne out"
    assert check(first(place="Oslo"), IN_2019, IN_2022).by == "old"
    found = check(first(place="Bergen Castle"), IN_2019, IN_2022)
    assert (found.verdict, "Bergen Castle" in found.reason) == ("unknown", True)


def test_words_that_are_no_fact_of_meetings_contradict_nothing() -> None:
    found = check(first(narrower=("stand-alone",)), IN_2019, IN_2022)
    assert found.verdict == "unknown"
    assert "stand-alone" in found.reason
    assert check(first(narrower=("of the harbour group",)), IN_2019, IN_2022).verdict == "contradicted"


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (first(time="coming"), "to come"),
        (first(time="earlier"), "another event"),
        (first(day="June 2019"), "tells of June 2019"),
        (first(day="May 3"), "tells of May 3"),
        (first(level="leaders"), "this is a meeting of ministers"),
        (first(format="virtual"), "as in person"),
        (first(bodies=("Coral", "Panel")), "another body"),
        (first(sides=("Norway", "Peru")), "another body"),
        (FirstClaim(WORDS, SENTENCE, "visit"), "not visits"),
    ],
)
def test_claims_that_are_not_of_this_meeting_cannot_be_checked(claim: FirstClaim, reason: str) -> None:
    found = check(claim, IN_2019, IN_2022)
    assert found.verdict == "unknown"
    assert reason in found.reason


@pytest.mark.parametrize("bodies", [("Harbour", "Groups"), ("HG",), ("Norway-Chile", "Harbour"), ("Deep", "Harbour")])
def test_the_body_of_a_claim_can_be_the_series_in_other_words(bodies: tuple[str, ...]) -> None:
    assert check(first(bodies=bodies), IN_2019, IN_2022).verdict == "contradicted"


def test_a_numbered_meeting_that_speaks_of_the_first_speaks_of_an_earlier_one() -> None:
    found = check(first(), IN_2019, held("now", "2022-04-05", ordinal=4))
    assert (found.verdict, "number 4" in found.reason) == ("unknown", True)


def test_an_act_is_sought_in_the_words_of_earlier_texts() -> None:
    said = {"old": "They met. The sides spoke of coral reefs at length."}
    found = check(act("coral", "reefs"), IN_2019, IN_2022, texts=said)
    assert (found.verdict, found.by) == ("contradicted", "old")
    assert found.place is not None
    assert said["old"][slice(*found.place)] == "The sides spoke of coral reefs at length."
    assert check(act("coral", "reefs"), IN_2019, IN_2022, texts={"old": "Fish."}).verdict == "borne out"


def test_a_plan_of_an_earlier_text_contradicts_nothing() -> None:
    said = {"old": "The sides will discuss coral reefs."}
    assert check(act("coral", "reefs"), IN_2019, IN_2022, texts=said).verdict == "borne out"


def test_an_earlier_meeting_contradicts_a_first_summit_only_where_a_text_calls_it_one() -> None:
    summit = first(words=("summit",))
    assert check(summit, IN_2019, IN_2022, texts={"old": "The meeting was long."}).verdict == "unknown"
    assert check(summit, IN_2019, IN_2022, texts={"old": "The summit was long."}).by == "old"
    assert check(summit, IN_2019, IN_2022, names=["Harbour Summit"]).by == "old"


def test_an_act_of_one_word_is_not_sought() -> None:
    assert check(act("reefs"), IN_2019, IN_2022, texts={"old": "Reefs."}).verdict == "unknown"


def test_a_claim_that_title_and_text_make_is_checked_once() -> None:
    both = (first(bodies=("Harbour", "Group")), first())
    of_series = SeriesOfClaims((IN_2019, IN_2022), ("Harbour Group",), lambda id: "")
    assert len([*checked_claims(of_series, lambda id: both if id == "now" else ())]) == 1


def test_a_meeting_without_a_date_cannot_be_checked() -> None:
    assert check(first(), IN_2019, held("now", None)).verdict == "unknown"
