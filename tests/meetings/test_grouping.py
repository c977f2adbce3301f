"""Briefs of one meeting are one; a wrong merge is worse than a missed one."""

import pytest

from briefreader.meetings import HeldMeeting, Told, held_meetings
from briefreader.meetings.account import Person
from briefreader.model import Kind, MeetingFormat
from meetings.accounts import DEPUTY, GUEST, MINISTER, OTHER_GUEST, PRESIDENT, SECRETARY, told

READOUT = told(
    "readout",
    "Readout of President Berg's Meeting with Prime Minister Haro of Sudia",
    "2024-05-03",
    "readout",
    PRESIDENT,
    GUEST,
    held="2024-05-03",
    format="in person",
)
# The library's own side is the one that most of its meetings have.
HOME = (
    told("a", "Readout of President Berg's Call with President Jara", "2023-01-02", "readout", PRESIDENT, OTHER_GUEST,
         held="2023-01-02", format="call"),
    told("b", "Secretary Falk's Call with Foreign Minister Lund", "2023-02-02", "readout", SECRETARY, MINISTER,
         held="2023-02-02", format="call"),
)  # fmt: skip

KINDS_OF_UNDATED: tuple[Kind, ...] = ("joint statement", "readout")


def joined(*briefs: Told) -> set[frozenset[str]]:
    """Return the sets of briefs that are of one meeting each."""
    return {frozenset(brief.id for brief in meeting.briefs) for meeting in found(*briefs)}


def found(*briefs: Told) -> list[HeldMeeting]:
    return [meeting for meeting in held_meetings((*HOME, *briefs)) if meeting.id not in ("a", "b")]


def test_all_texts_on_one_meeting_are_one_meeting_under_its_joint_statement() -> None:
    remarks = told(
        "remarks",
        "Remarks by President Berg and Prime Minister Haro Before Their Meeting",
        "2024-05-03",
        "remarks",
        PRESIDENT,
        GUEST,
    )
    press = told(
        "press",
        "Remarks by President Berg and Prime Minister Haro in Joint Press Conference",
        "2024-05-04",
        "transcript",
        PRESIDENT,
        GUEST,
        days=("2024-05-03",),
    )
    statement = told(
        "statement",
        "Joint Statement of Norland and Sudia",
        "2024-05-03",
        "joint statement",
        parties=("Norland", "Sudia"),
        mentioned=(PRESIDENT, GUEST),
    )
    facts = told(
        "facts",
        "Fact Sheet: The Partnership of Norland with Sudia",
        "2024-05-03",
        "fact sheet",
        parties=("Norland", "Sudia"),
        mentioned=(PRESIDENT, GUEST),
    )
    [meeting] = found(remarks, press, READOUT, facts, statement)
    assert [brief.id for brief in meeting.briefs] == ["statement", "readout", "facts", "remarks", "press"]
    assert (meeting.id, meeting.face, meeting.date) == ("statement", "statement", "2024-05-03")
    assert (meeting.format, meeting.level) == ("in person", "leaders")
    assert (meeting.sides, meeting.leads) == (("Norland", "Sudia"), ("Ada Berg", "Gil Haro"))


@pytest.mark.parametrize(("kind", "later"), [("readout", "2025"), ("fact sheet", None), ("remarks", None)])
def test_a_fact_sheet_or_a_speech_beside_the_statement_does_not_tell_the_next_meeting(
    kind: Kind, later: str | None
) -> None:
    parties = ("Norland", "Sudia")
    title = "Joint Statement of Norland and Sudia"
    statement = told(
        "statement", title, "2024-05-03", "joint statement", PRESIDENT, GUEST, held="2024-05-03", parties=parties
    )
    beside = told(
        "beside",
        "President Berg and Prime Minister Haro on Their Meeting",
        "2024-05-03",
        kind,
        PRESIDENT,
        GUEST,
        held="2024-05-03",
        later="2025",
    )
    [meeting] = found(statement, beside)
    assert len(meeting.briefs) == 2
    assert meeting.next == later
    assert found(beside)[0].next == "2025"


def test_words_spoken_on_the_next_day_are_of_another_meeting() -> None:
    words = [
        told(
            day,
            "Remarks by President Berg and Prime Minister Haro in Meeting",
            day,
            "remarks",
            PRESIDENT,
            GUEST,
        )
        for day in ("2024-05-03", "2024-05-04")
    ]
    assert joined(READOUT, *words) == {frozenset({"readout", "2024-05-03"}), frozenset({"2024-05-04"})}


def test_a_title_that_tells_of_a_call_is_enough_where_the_text_was_not_understood() -> None:
    call = told("call", "President Berg's Call with Prime Minister Haro", "2024-07-01", None, PRESIDENT, GUEST)
    hope = told(
        "hope", "Statement by President Berg on Prime Minister Haro", "2024-08-01", "statement", PRESIDENT, GUEST
    )
    [meeting] = found(call, hope)
    assert (meeting.id, meeting.format) == ("call", "call")
    assert (meeting.sides, meeting.leads) == (("Norland", "Sudia"), ("Ada Berg", "Gil Haro"))


@pytest.mark.parametrize(
    ("title", "format"),
    [
        ("Joint Readout of Harbour Leaders Call", "call"),
        ("Readout of the Call", "call"),
        ("Harbour Leaders Call for Calm", None),
        ("Readout of the Harbour Leaders and Their Call for Calm", None),
    ],
)
def test_a_readout_of_a_call_is_one_whoever_spoke(title: str, format: MeetingFormat | None) -> None:
    call = told("call", title, "2024-07-01", "readout", PRESIDENT, OTHER_GUEST, held="2024-07-01")
    [meeting] = found(call)
    assert meeting.format == format


def test_a_fact_sheet_that_does_not_name_who_met_stays_alone() -> None:
    facts = told(
        "facts", "Fact Sheet: Aid of Norland for Sudia", "2024-05-03", "fact sheet", parties=("Norland", "Sudia")
    )
    assert joined(READOUT, facts) == {frozenset({"readout"})}


@pytest.mark.parametrize(
    ("host", "guest", "form"),
    [(DEPUTY, GUEST, "in person"), (PRESIDENT, MINISTER, "in person"), (PRESIDENT, GUEST, "call")],
    ids=["another host", "another guest", "a call"],
)
def test_another_meeting_of_the_same_day_and_parties_is_another_meeting(
    host: Person, guest: Person, form: MeetingFormat
) -> None:
    names = f"{host.name.split()[-1]}'s Talks with {guest.name.split()[-1]}"
    other = told("other", names, "2024-05-03", "readout", host, guest, held="2024-05-03", format=form)
    assert joined(READOUT, other) == {frozenset({"readout"}), frozenset({"other"})}


def test_calls_of_two_days_are_two() -> None:
    title = "Readout of President Berg's Call with Prime Minister Haro"
    calls = [
        told(day, title, day, "readout", PRESIDENT, GUEST, held=day, format="call")
        for day in ("2024-06-01", "2024-06-02")
    ]
    assert joined(*calls) == {frozenset({"2024-06-01"}), frozenset({"2024-06-02"})}


def test_the_readouts_of_both_sides_are_one_meeting() -> None:
    theirs = told(
        "theirs",
        "Prime Minister Haro meets President Berg of Norland",
        "2024-05-04",
        "readout",
        GUEST,
        PRESIDENT,
        held="2024-05-03",
        url="https://sudia.example/haro",
    )
    assert joined(READOUT, theirs) == {frozenset({"readout", "theirs"})}


def test_a_trilateral_meeting_is_apart_from_those_of_two_on_its_day() -> None:
    three = told(
        "three",
        "Remarks by President Berg, Prime Minister Haro and President Jara Before Trilateral Meeting",
        "2024-05-03",
        "remarks",
        PRESIDENT,
        GUEST,
        OTHER_GUEST,
        held="2024-05-03",
    )
    assert joined(READOUT, three) == {frozenset({"readout"}), frozenset({"three"})}


def test_a_joint_statement_of_three_that_names_nobody_is_of_the_meeting_of_its_level() -> None:
    day = "2024-05-03"
    parties = ("Norland", "Sudia", "Ostria")
    title = "Joint Statement of the Leaders of Norland, Sudia and Ostria"
    statement = told("statement", title, day, "joint statement", held=day, parties=parties)
    names = "Remarks by President Berg, Prime Minister Haro and President Jara at Trilateral Meeting"
    leaders = told("leaders", names, day, "remarks", PRESIDENT, GUEST, OTHER_GUEST)
    ministers = told("ministers", "Trilateral Ministerial", day, "readout", held=day, parties=parties)
    assert joined(statement, leaders, ministers) == {frozenset({"statement", "leaders"}), frozenset({"ministers"})}


def test_an_announcement_is_no_meeting_held_until_there_is_one() -> None:
    announcement = told(
        "announcement",
        "Statement on the Visit of Prime Minister Haro of Sudia",
        "2024-03-01",
        "announcement",
        PRESIDENT,
        GUEST,
        held="2024-05-03",
    )
    assert joined(announcement) == set()
    assert joined(announcement, READOUT) == {frozenset({"announcement", "readout"})}


def test_a_preview_that_names_the_guest_alone_belongs_to_the_meeting_of_the_leaders() -> None:
    preview = told(
        "preview", "Press Call on the Upcoming Visit of Prime Minister Haro", "2024-05-01", "transcript", GUEST
    )
    breakfast = told(
        "breakfast",
        "Readout of Vice President Dahl's Breakfast with Prime Minister Haro",
        "2024-05-03",
        "readout",
        DEPUTY,
        GUEST,
        held="2024-05-03",
    )
    assert joined(READOUT, breakfast, preview) == {frozenset({"readout", "preview"}), frozenset({"breakfast"})}


def test_a_journey_of_many_meetings_belongs_to_none_of_them() -> None:
    journey = told(
        "journey",
        "Readout of President Berg's Travel to Sudia",
        "2024-05-03",
        "readout",
        PRESIDENT,
        GUEST,
        held="2024-05-03",
    )
    assert joined(READOUT, journey) == {frozenset({"readout"}), frozenset({"journey"})}


def test_dinner_ceremony_and_talks_of_a_state_visit_are_one_meeting() -> None:
    dinner = told("dinner", "Remarks at State Dinner for Sudia", "2024-05-04", "remarks", DEPUTY, parties=("Sudia",))
    facts = told("facts", "Fact Sheet: State Visit of Sudia", "2024-05-02", "fact sheet", parties=("Sudia",))
    assert joined(READOUT, dinner, facts) == {frozenset({"readout", "dinner", "facts"})}


def test_the_texts_on_one_summit_are_one_meeting_but_talks_on_its_margins_are_others() -> None:
    event = "Northern Summit"
    summit = told(
        "summit",
        "Readout of the Northern Summit",
        "2024-05-03",
        "readout",
        held="2024-05-03",
        parties=("Norland", "Sudia", "Ostria"),
        event=event,
    )
    speech = told(
        "speech", "Remarks by President Berg at the Northern Summit", "2024-05-04", "remarks", PRESIDENT, event=event
    )
    margins = READOUT._replace(account=READOUT.account._replace(title_events=(event,)))
    assert joined(summit, speech, margins) == {frozenset({"summit", "speech"}), frozenset({"readout"})}


def test_a_numbered_meeting_is_one_whatever_its_texts_tell() -> None:
    title = "Sixth Meeting of the Forum"
    parties = ("Norland", "Sudia")
    [meeting] = found(
        told("a1", title, "2024-05-03", "readout", held="2024-05-03", parties=parties, series="Forum", ordinal=6),
        told(
            "a2", title, "2024-05-03", "joint statement", held="2024-05-02", parties=parties, series="Forum", ordinal=6
        ),
    )
    assert (meeting.series, meeting.ordinal, meeting.face) == ("Forum", 6, "a2")


def test_two_spellings_of_a_series_are_one_meeting_only_if_they_mean_one_series() -> None:
    title, day, parties = "Leaders meet", "2024-05-03", ("Norland", "Sudia", "Ostria")
    texts = [
        told("a", title, day, "joint statement", held=day, parties=parties, series="Norland-Sudia Summit"),
        told("b", title, day, "readout", held=day, parties=parties[:2], series="Sudia-Norland Summit"),
    ]
    keys = dict.fromkeys(("Norland-Sudia Summit", "Sudia-Norland Summit"), "summit | Norland, Sudia")
    assert [meeting.series for meeting in held_meetings(texts, keys)] == ["Norland-Sudia Summit"]
    assert len(held_meetings(texts)) == 2


def test_a_text_issued_again_is_of_the_same_meeting() -> None:
    words = "0123456789abcdef" * 4
    again = READOUT._replace(
        entry=READOUT.entry._replace(id="again", date="2024-05-04"),
        account=READOUT.account._replace(date="2024-05-04", fingerprint=words),
    )
    first = READOUT._replace(account=READOUT.account._replace(fingerprint=words))
    assert joined(first, again) == {frozenset({"readout", "again"})}


def test_one_publisher_tells_twice_of_two_meetings_and_two_publishers_of_one() -> None:
    def readout(id: str, url: str | None) -> Told:
        return READOUT._replace(entry=READOUT.entry._replace(id=id, url=url))

    here, again = readout("here", "https://norland.example/1"), readout("again", "https://norland.example/2")
    there = readout("there", "https://sudia.example/1")
    assert joined(here, again) == {frozenset({"here"}), frozenset({"again"})}
    assert joined(here, there) == {frozenset({"here", "there"})}
    assert joined(readout("one", None), readout("two", None)) == {frozenset({"one", "two"})}


def test_people_of_one_side_meet_again_and_again() -> None:
    day = "2024-05-03"
    mayors = told("mayors", "Readout of Berg and Dahl's Meeting", day, "readout", PRESIDENT, DEPUTY, held=day)
    farmers = told("farmers", "Remarks by Berg and Dahl in Meeting", day, "remarks", PRESIDENT, DEPUTY, held=day)
    assert joined(mayors, farmers) == {frozenset({"mayors"}), frozenset({"farmers"})}


def test_a_day_long_before_the_text_is_no_day_of_its_meeting() -> None:
    late = told(
        "late",
        "Remarks on the Visit of Prime Minister Haro",
        "2024-09-03",
        "statement",
        PRESIDENT,
        GUEST,
        held="2024-05-03",
    )
    assert joined(READOUT, late) == {frozenset({"readout"}), frozenset({"late"})}


def test_meetings_are_in_the_order_of_their_days_and_undated_ones_last() -> None:
    undated = READOUT._replace(entry=READOUT.entry._replace(id="undated", date=None))
    undated = undated._replace(account=undated.account._replace(date=None))
    meetings = held_meetings((*HOME, undated, READOUT))
    assert [meeting.id for meeting in meetings] == ["readout", "b", "a", "undated"]


def test_a_library_without_briefs_has_no_meetings() -> None:
    assert held_meetings(()) == ()


def test_undated_texts_of_one_number_are_one_meeting() -> None:
    title = "Seventh Meeting of the Forum"
    undated = [
        told(kind, title, "", kind, held="", parties=("Norland", "Sudia"), series="Forum", ordinal=7)
        for kind in KINDS_OF_UNDATED
    ]
    assert joined(*undated) == {frozenset(KINDS_OF_UNDATED)}


def test_a_guest_whose_country_a_title_leaves_out_is_known_from_other_meetings() -> None:
    known = Person("Gil Haro", None, None, "mentioned")
    remarks = told(
        "remarks", "Remarks by President Berg and Gil Haro in Meeting", "2024-05-03", "remarks", PRESIDENT, known
    )
    assert joined(READOUT, remarks) == {frozenset({"readout", "remarks"})}


def test_the_order_of_the_briefs_changes_nothing() -> None:
    preview = told(
        "preview", "Press Call on the Upcoming Visit of Prime Minister Haro", "2024-05-01", "transcript", GUEST
    )
    dinner = told("dinner", "Remarks at State Dinner for Sudia", "2024-05-04", "remarks", DEPUTY, parties=("Sudia",))
    briefs = (READOUT, preview, dinner)
    assert joined(*briefs) == joined(*reversed(briefs)) == {frozenset({"readout", "preview", "dinner"})}


def test_very_many_texts_of_one_day_and_party_are_not_compared() -> None:
    remarks = "Remarks by President Berg and Prime Minister Haro in Meeting"
    crowd = [told(f"{number:03}", remarks, "2024-05-03", "remarks", PRESIDENT, GUEST) for number in range(120)]
    assert len(joined(*crowd)) == 120
    assert len(joined(*crowd[:90])) == 1
