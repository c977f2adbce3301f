"""What a person states about meetings wins over what is inferred, whatever briefs come and go."""

import random
from collections.abc import Collection, Iterable, Sequence

import pytest

from briefreader.meetings import (
    Account,
    Corrections,
    Grouping,
    HeldMeeting,
    MeetingBrief,
    Told,
    corrected,
    corrected_entries,
    fact,
    fact_text,
    held_meetings,
)
from briefreader.meetings.account import Person
from briefreader.model import Entry, Kind


def told(id: str, date: str, kind: Kind | None = "readout", series: str | None = None, *, tells: bool = True) -> Told:
    """Return a brief of talks that Ann Lee had with a person named after the first word of its ID."""
    people = (
        Person("Ann Lee", "President", "Canada", "lead"),
        Person(f"Bo {id.split('-')[0].title()}", "President", "Peru", "lead"),
    )
    account = Account(
        kind,
        tells,
        date,
        format="in person",
        occasion="talks",
        people=people,
        sides=("Canada", "Peru"),
        leads=tuple(person.name for person in people) if tells else (),
    )
    return Told(Entry(id, f"Talks: {id}", date, series, None, "Lima", "Peru", f"{id}.md"), account)


BRIEFS = {
    each.entry.id: each
    for each in (
        told("ade-1", "2024-05-01"),
        told("ade-2", "2024-05-01", "joint statement"),
        told("bell-1", "2024-05-01"),
        told("bell-2", "2024-05-01", "fact sheet"),
        told("cruz-1", "2024-06-01", series="Forum"),
        told("dunn-1", "2024-07-01", series="Talks"),
        told("note", "2024-05-02", None, tells=False),
    )
}


def meeting(*ids: str) -> HeldMeeting:
    """Return the meeting that is inferred from some briefs, the face first."""
    [found] = held_meetings(BRIEFS[id] for id in ids[:1])
    return found._replace(briefs=tuple(MeetingBrief(id, BRIEFS[id].account.kind) for id in ids))


INFERRED = (meeting("dunn-1"), meeting("cruz-1"), meeting("ade-2", "ade-1"), meeting("bell-1", "bell-2"))


def of(ids: Collection[str]) -> Iterable[Told]:
    return [BRIEFS[id] for id in BRIEFS if id in ids]


def groups(corrections: Corrections, meetings: Sequence[HeldMeeting] = INFERRED) -> set[frozenset[str]]:
    found = corrected(meetings, of, corrections)
    briefs = [brief.id for each in found for brief in each.briefs]
    assert len(briefs) == len(set(briefs))
    assert all(each.id == each.face == each.briefs[0].id for each in found)
    return {frozenset(brief.id for brief in each.briefs) for each in found}


def joined(*ids: str) -> Grouping:
    return Grouping("joined", ids)


def parted(*ids: str, others: Sequence[str]) -> Grouping:
    return Grouping("parted", ids, tuple(others))


def after(*groupings: Grouping, meetings: Sequence[HeldMeeting] = INFERRED) -> set[frozenset[str]]:
    return groups(Corrections(groupings), meetings)


def sets(*ids: str) -> set[frozenset[str]]:
    return {frozenset(each.split()) for each in ids}


REST = ("cruz-1", "dunn-1")


def test_joined_meetings_are_one_with_the_best_face() -> None:
    corrections = Corrections((joined("ade-2", "ade-1", "bell-1", "bell-2"),))
    assert groups(corrections) == sets("ade-2 ade-1 bell-1 bell-2", *REST)
    found = next(each for each in corrected(INFERRED, of, corrections) if each.id == "ade-2")
    assert [brief.id for brief in found.briefs] == ["ade-2", "ade-1", "bell-1", "bell-2"]
    assert (found.date, found.city, found.sides) == ("2024-05-01", "Lima", ("Canada", "Peru"))


def test_a_parted_brief_has_a_meeting_of_its_own_if_it_tells_of_one() -> None:
    assert after(parted("ade-1", others=["ade-2"])) == sets("ade-1", "ade-2", "bell-1 bell-2", *REST)


def test_briefs_parted_together_stay_together() -> None:
    three = (meeting("ade-2", "bell-1", "bell-2"),)
    assert after(parted("bell-1", "bell-2", others=["ade-2"]), meetings=three) == sets("ade-2", "bell-1 bell-2")


def test_a_brief_of_no_meeting_can_be_joined_and_parted_again() -> None:
    assert after(joined("cruz-1", "note")) == sets("ade-2 ade-1", "bell-1 bell-2", "cruz-1 note", "dunn-1")
    assert after(joined("cruz-1", "note"), parted("note", others=["cruz-1"])) == after()


def test_two_briefs_that_tell_of_no_meeting_are_one_if_a_person_says_so() -> None:
    BRIEFS["other"] = told("other", "2024-05-02", None, tells=False)
    try:
        assert frozenset(("note", "other")) in after(joined("note", "other"))
    finally:
        del BRIEFS["other"]


def test_the_later_statement_counts() -> None:
    apart, together = parted("ade-1", others=["ade-2"]), joined("ade-1", "ade-2")
    assert after(apart, together) == after()
    assert after(together, apart) == after(apart)


def test_a_brief_can_move_to_another_meeting() -> None:
    moved = parted("ade-1", others=["ade-2"]), joined("bell-1", "bell-2", "ade-1")
    assert after(*moved) == sets("ade-2", "ade-1 bell-1 bell-2", *REST)


def test_stated_groups_last_when_new_briefs_come_and_rules_change() -> None:
    statements = parted("ade-1", others=["ade-2"]), joined("bell-1", "cruz-1")
    one_for_all = (meeting("ade-2", "ade-1", "bell-1", "bell-2", "cruz-1", "dunn-1"),)
    assert after(*statements, meetings=one_for_all) == sets("ade-2 bell-1 bell-2 cruz-1 dunn-1", "ade-1")
    each_alone = tuple(meeting(id) for id in BRIEFS if id not in ("note", "bell-2"))
    assert after(*statements, meetings=each_alone) == sets("ade-1", "ade-2", "bell-1 cruz-1", "dunn-1")


def test_no_inference_puts_a_parted_brief_beside_the_other_by_way_of_a_third() -> None:
    statements = parted("ade-1", others=["ade-2"]), joined("ade-1", "bell-1")
    meetings = (meeting("ade-2", "bell-1"), meeting("ade-1"))
    assert after(*statements, meetings=meetings) == sets("ade-2", "ade-1 bell-1")


def test_statements_on_briefs_that_are_gone_do_nothing() -> None:
    assert after(joined("gone", "ade-1"), parted("ade-1", others=["lost"]), joined("gone", "lost")) == after()
    bridge = joined("ade-1", "gone", "bell-1")
    assert after(bridge) == sets("ade-2 ade-1 bell-1 bell-2", *REST)


def test_without_corrections_meetings_stay_as_they_are() -> None:
    assert corrected(INFERRED, of, Corrections()) == INFERRED


def test_random_statements_hold_and_those_that_undo_them_bring_back_the_inferred_groups() -> None:
    chance = random.Random(17)
    ids = [id for id in BRIEFS if id != "note"]
    for _ in range(300):
        statements = []
        for _ in range(chance.randrange(1, 7)):
            some = chance.sample(ids, chance.randrange(2, 5))
            if chance.random() < 0.5:
                statements.append(joined(*some))
            else:
                cut = chance.randrange(1, len(some))
                statements.append(parted(*some[:cut], others=some[cut:]))
        found = after(*statements)
        assert {id for group in found for id in group} <= set(ids)
        last = statements[-1]
        place = {id: group for group in found for id in group}
        for one in last.briefs:
            if last.kind == "parted":
                assert all(place.get(one) is None or place[one] != place.get(other) for other in last.others)
        if last.kind == "joined":
            assert len({place[one] for one in last.briefs}) == 1
        undone = [joined("ade-2", "ade-1"), joined("bell-1", "bell-2")]
        families = [("ade-2", "ade-1"), ("bell-1", "bell-2"), ("cruz-1",), ("dunn-1",)]
        undone += [parted(*one, others=other) for at, one in enumerate(families) for other in families[at + 1 :]]
        assert after(*statements, *undone) == after()


def facts(brief: str, **values: object) -> Corrections:
    return Corrections(facts=((brief, values),))  # type: ignore[arg-type]


def test_stated_facts_win_and_are_named() -> None:
    stated = facts("ade-1", date="2024-05-03", city="Cusco", leads=("Cy Fox",), name="The lake talks")
    found = next(each for each in corrected(INFERRED, of, stated) if each.id == "ade-2")
    assert (found.date, found.city, found.leads, found.name) == ("2024-05-03", "Cusco", ("Cy Fox",), "The lake talks")
    assert found.sides == ("Canada", "Peru")
    assert found.stated == ("name", "date", "city", "leads")


def test_meetings_are_in_the_order_of_their_stated_dates() -> None:
    assert next(each.id for each in corrected(INFERRED, of, facts("ade-1", date="2025-01-01"))) == "ade-2"


def test_the_later_row_counts_where_a_joined_meeting_has_two() -> None:
    both = Corrections((joined("ade-1", "bell-1"),), (("ade-1", {"city": "Cusco"}), ("bell-1", {"city": "Ica"})))
    found = next(each for each in corrected(INFERRED, of, both) if each.id == "ade-2")
    assert found.city == "Ica"


def test_facts_make_a_meeting_of_a_brief_that_reports_none() -> None:
    found = next(each for each in corrected(INFERRED, of, facts("note", city="Cusco")) if each.id == "note")
    assert (found.city, found.date, found.stated) == ("Cusco", "2024-05-02", ("city",))


def test_a_meeting_can_be_stated_to_be_of_no_series() -> None:
    found = corrected(INFERRED, of, facts("cruz-1", series=None))
    cruz = next(each for each in found if each.id == "cruz-1")
    assert (cruz.series, cruz.ordinal, cruz.stated) == (None, None, ("series",))
    [entry] = corrected_entries([BRIEFS["cruz-1"].entry], found)
    assert entry.series is None


def test_series_are_renamed_and_merged() -> None:
    both = Corrections(series={"Forum": "Pacific Forum", "Talks": "Forum"})
    found = {each.id: each for each in corrected(INFERRED, of, both)}
    assert {found[id].series for id in ("cruz-1", "dunn-1")} == {"Pacific Forum"}
    assert found["cruz-1"].stated == ("series",)
    assert found["ade-2"].stated == ()
    circle = Corrections(series={"Forum": "Talks", "Talks": "Forum"})
    assert {each.series for each in corrected(INFERRED, of, circle)} <= {"Forum", "Talks", None}


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("date", "2024-09-21", "2024-09-21"),
        ("date", "2024-09", "2024-09"),
        ("ordinal", "12", 12),
        ("leads", "Ann Lee,  Bo Ade ,", ("Ann Lee", "Bo Ade")),
        ("leads", "Cy Young, Jr.; Bo Ade", ("Cy Young, Jr.", "Bo Ade")),
        ("leads", "Cy Young, Jr.;", ("Cy Young, Jr.",)),
        ("sides", "none", ()),
        ("series", "none", None),
        ("format", "call", "call"),
        ("city", " Lima ", "Lima"),
    ],
)
def test_facts_are_read_from_words(key: str, text: str, value: object) -> None:
    assert fact(key, text) == value
    assert fact(key, fact_text(fact(key, text))) == value


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("date", "2024-09-31"),
        ("date", "2024-9-3"),
        ("date", "21.09.2024"),
        ("date", "0024-09-21"),
        ("date", "٢٠٢٤-٠٩-٢١"),
        ("date", "soon"),
        ("ordinal", "fifth"),
        ("ordinal", "0"),
        ("ordinal", "-1"),
        ("ordinal", "12345"),
        ("format", "by letter"),
    ],
)
def test_facts_that_cannot_be_right_are_refused_with_a_sentence(key: str, text: str) -> None:
    with pytest.raises(ValueError, match=rf"`{text}` is .*; write"):
        fact(key, text)
