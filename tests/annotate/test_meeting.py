"""The annotator reads the fields of a meeting, its attendance and its commitments."""

import os
from pathlib import Path

import pytest

from annotate.marked import annotate
from briefreader.annotate import Annotator
from briefreader.model import Document, Meeting

STATEMENT = (
    "On March 9, 2023, diplomats of the United States and the Republic of Korea (ROK) held the sixth "
    "meeting of the Polar Strategy and Consultation Group (PSCG) in Washington. Under Secretary of State for Oceans "
    "Ada Lund and Acting Deputy Under Secretary of Defense for Policy Mara Quill led the U.S. team. ROK First "
    "Vice Minister of Foreign Affairs Kim Ha Neul and Deputy Minister for Ice Dr. Cho Bom Seok led the ROK "
    "delegation.\n\n"
    "Both sides committed to share ice charts. They look back on a good year. Any attack will be met with force. "
    "President Yoon's plan was welcomed.\n\n"
    "Co-chairs met with Deputy Secretary of State Kurt Campbell over tea.\n\n"
    "The next PSCG meeting will be held in 2024."
)


def test_a_joint_statement_gives_every_field(annotator: Annotator) -> None:
    meeting = annotate(annotator, STATEMENT).meeting
    assert meeting is not None
    assert meeting._replace(evidence={}, unsure=()) == Meeting(
        series="PSCG",
        ordinal=6,
        date="2023-03-09",
        format="in person",
        city="Washington",
        country="United States",
        sides=("United States", "South Korea"),
        leads=("Ada Lund", "Mara Quill", "Kim Ha Neul", "Cho Bom Seok"),
        next="2024",
        evidence={},
    )


def test_each_field_keeps_the_words_that_it_was_read_from(annotator: Annotator) -> None:
    document = Document("Joint Statement", STATEMENT)
    meeting = annotator.annotate(document).meeting
    assert meeting is not None
    words = {key: document.text[start:end] for key, (start, end) in meeting.evidence.items()}
    assert words.keys() == {"series", "ordinal", "date", "format", "city", "country", "sides", "leads", "next"}
    assert (words["date"], words["city"], words["next"][-4:]) == ("March 9, 2023", "Washington", "2024")
    assert words["leads"].startswith("Ada Lund") and words["leads"].endswith("Cho Bom Seok")


def test_attendance_tells_leads_from_those_only_spoken_of(annotator: Annotator) -> None:
    rows = annotate(annotator, STATEMENT).attendance
    assert [(row.name, row.side, row.role) for row in rows] == [
        ("Ada Lund", "United States", "lead"),
        ("Mara Quill", "United States", "lead"),
        ("Kim Ha Neul", "South Korea", "lead"),
        ("Cho Bom Seok", "South Korea", "lead"),
        ("Yoon Suk Yeol", "South Korea", "mentioned"),
        ("Kurt Campbell", "United States", "mentioned"),
    ]
    assert rows[3].title == "Deputy Minister for Ice"


def test_a_delegation_s_members_take_part(annotator: Annotator) -> None:
    body = (
        "Secretary of State Antony J. Blinken hosted Foreign Minister Ararat Mirzoyan of Armenia in Washington on "
        "May 2, 2022. The delegation included Deputy Minister of Justice Grigor Minasyan."
    )
    roles = {row.name: row.role for row in annotate(annotator, body).attendance}
    assert roles == {"Antony J. Blinken": "lead", "Ararat Mirzoyan": "lead", "Grigor Minasyan": "participant"}


@pytest.mark.parametrize(
    ("body", "date", "expected"),
    [
        ("Secretary Blinken spoke today with Foreign Minister Bui Thanh Son.", "2021-05-27", "2021-05-27"),
        ("Secretary Blinken spoke yesterday with Foreign Minister Bui Thanh Son.", "2021-05-27", "2021-05-26"),
        ("Secretary Blinken met Foreign Minister Bui Thanh Son on May 3.", "2021-05-27", "2021-05-03"),
        ("Secretary Blinken met Foreign Minister Bui Thanh Son on December 30.", "2021-01-02", "2020-12-30"),
        ("Secretary Blinken met Foreign Minister Bui Thanh Son.", "2021-05-27", None),
    ],
)
def test_a_day_is_stated_or_counted_from_the_release(
    annotator: Annotator, body: str, date: str, expected: str | None
) -> None:
    meeting = annotate(annotator, body, date=date).meeting
    assert meeting is not None and meeting.date == expected


def test_a_release_at_night_tells_of_the_day_before_in_the_meeting_s_own_time(annotator: Annotator) -> None:
    body = "Deputy Secretary Wendy Sherman spoke today with Vice Foreign Minister Mori Takeo."
    document = Document(title="call", body=body, date="2022-03-24", published="2022-03-24T01:07:22+00:00")
    held = annotator.annotate(document).meeting
    assert held is not None and (held.date, held.format) == ("2022-03-23", "call")


@pytest.mark.parametrize(
    ("sentence", "format_", "city", "country"),
    [
        ("Minister Ada Lund met Minister Bo Ek in Geneva, Switzerland.", "in person", "Geneva", "Switzerland"),
        ("Minister Ada Lund met Minister Bo Ek at Camp David.", "in person", None, "United States"),
        ("Minister Ada Lund met Minister Bo Ek virtually.", "virtual", None, None),
        ("Minister Ada Lund spoke by phone with the ambassadors in Rome.", "call", None, None),
        ("Minister Ada Lund met Minister Bo Ek to discuss the war in Ukraine.", "in person", None, None),
    ],
)
def test_place_and_format(
    annotator: Annotator, sentence: str, format_: str, city: str | None, country: str | None
) -> None:
    held = annotate(annotator, sentence).meeting
    assert held is not None and (held.format, held.city, held.country) == (format_, city, country)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The 57th SCM will meet in Seoul in 2025.", "2025"),
        ("They agreed to meet again at the end of September.", "end of September"),
        ("They meet next in Fiuggi in November.", "in November"),
        ("The minister said that Norway will host the 19th session in 2026.", "2026"),
        ("They agreed that the climate matters.", None),
    ],
)
def test_the_next_meeting_as_stated(annotator: Annotator, sentence: str, expected: str | None) -> None:
    body = f"Minister Ada Lund met Minister Bo Ek in Rome on May 3, 2024. {sentence}"
    held = annotate(annotator, body).meeting
    assert held is not None
    assert (held.next is None) == (expected is None)
    assert expected is None or expected in (held.next or "")


def test_no_meeting_no_fields(annotator: Annotator) -> None:
    letter = annotate(annotator, "Dear Madam Speaker: I send this notice.", title="Letter to the Speaker of the House")
    assert letter.meeting is None and letter.commitments == ()


def test_what_a_document_states_wins(annotator: Annotator) -> None:
    facts = {
        "series": "Ice Talks",
        "ordinal": 9,
        "date": "2023-03",
        "leads": ["Ada Lund"],
        "sides": ("Norway", "Chile"),
    }
    held = annotator.annotate(Document(title="t", body=STATEMENT, facts=facts)).meeting
    assert held is not None
    assert (held.series, held.ordinal, held.date, held.leads) == ("Ice Talks", 9, "2023-03", ("Ada Lund",))
    assert held.sides == ("Norway", "Chile") and held.city == "Washington"


def test_facts_of_the_wrong_type_are_passed_over(annotator: Annotator) -> None:
    held = annotator.annotate(
        Document(title="t", body=STATEMENT, facts={"date": 2023, "sides": [1], "ordinal": "x"})
    ).meeting
    assert held is not None and (held.date, held.ordinal) == ("2023-03-09", 6)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The two leaders agreed to deepen cooperation.", "agreed"),
        ("We will share more data.", "will"),
        ("Both countries are committed to building a new port.", "committed"),
        ("The United States intends to open an embassy.", "intends"),
        ("They reaffirmed their commitment to peace.", None),
        ("They concurred to deepen their cooperation.", "concurred"),
        ("Norway vowed to open an embassy.", "vowed"),
        ("Both parties Agreed on a list of ports.", "agreed"),
        ("The Committee committed to remain in close contact.", "committed"),
        ("The two ministers confirmed to continue to share data.", "confirmed"),
        ("He expressed his government's intention to build a port.", "expressed"),
        ("They expressed their commitment to revive the joint commission.", "expressed"),
        ("Norway is providing $5 million for the port.", "providing"),
        ("She stressed that the Norwegian government would continue to train officials.", "would"),
        ("The ministers reviewed the areas agreed upon and thanked the hosts.", None),
        ("This builds on the visit where the two leaders agreed on priorities.", None),
        ("Minister Lund is in Chile and will join the delegation.", None),
        ("The leaders will exchange views on ice.", None),
        ("They reiterated that they will continue to stand with Chile.", None),
        ("She said, “I intend to work with Chile for years.”", None),
        ("Norway is determined to enhance its patrols.", "determined"),
        ("Norway pledged support for a school of fishing.", "pledged"),
        ("Norway will continue to support Chile's reform of its ports.", "will"),
        ("They stated their resolve to join efforts.", "stated"),
        ("It was agreed that the Prime Minister of Chile would visit Norway.", "would"),
        ("They shared the view that they would hold more talks.", "would"),
        ("Both sides are committed towards opening a port.", "committed"),
        ("They agreed for Norway and Chile to share charts.", "agreed"),
        ("They called on all to share good plans to build ports.", None),
        ("They praised Norway's vow to bring peace.", None),
        ("They reaffirmed their shared intention to meet.", None),
        ("Although the loss will be felt, it will not change Norway's course.", None),
        ('If we get ships, we will send them," the President said.', None),
        ("This two-day event will bring together officials.", None),
        ("They agreed that peace is important.", None),
        ("They agreed on the importance of peace.", None),
        ("Any attack will be met with a swift response.", None),
        ("The meeting will take place in Rome.", None),
        ("The leaders will discuss trade.", None),
        ("The report that they had agreed to write is done.", None),
        ("The two sides discussed their plans to build a port.", None),
        ("The two sides are committed to dialogue.", None),
        ("Norway remains committed to sharing data.", None),
        ("Secretary Lund will travel to Rome.", None),
        ("He said that he would like to see more data.", None),
        ("They reviewed how the two countries will share data.", None),
        ("In the Oslo Declaration of May 3, 2021, Norway committed to share data.", None),
        ("The two sides plan to build a port.", "plan"),
        ("The two sides share data, and pledge to share more.", "pledge"),
        ("The two sides reaffirm their pledge to share data.", None),
    ],
)
def test_commitments_bind_a_side_to_an_act(annotator: Annotator, sentence: str, verb: str | None) -> None:
    promised = annotate(annotator, f"Minister Ada Lund met Minister Bo Ek.\n\n{sentence}").commitments
    assert [item.verb for item in promised] == ([verb] if verb else [])
    assert all(item.text == sentence for item in promised)


def test_a_commitment_names_who_makes_it(annotator: Annotator) -> None:
    promised = annotate(annotator, STATEMENT).commitments
    assert [(item.actor, item.verb) for item in promised] == [("United States and South Korea", "committed")]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Foreign Minister Lund and Foreign Minister Ek agreed to share data.", "Norway and Chile"),
        ("Foreign Minister Lund said that Chile's ice is thin and agreed to send a ship.", "Norway"),
        ("Norway welcomed the visit of Chile and Peru, and Chile will send a ship.", "Chile"),
        ("Norway praised Chile. It will send a ship.", "Norway"),
        ("Norway praised Chile. They will send a ship.", "Norway and Chile"),
        ("It was agreed to send a ship.", "Norway and Chile"),
        ("The Alliance will send a ship.", "Norway and Chile"),
    ],
)
def test_the_subject_of_the_verb_makes_the_commitment(annotator: Annotator, sentence: str, actor: str) -> None:
    body = f"Foreign Minister Ada Lund of Norway met Foreign Minister Bo Ek of Chile in Oslo.\n\n{sentence}"
    assert [item.actor for item in annotate(annotator, body).commitments] == [actor]


def test_a_country_outside_the_meeting_makes_no_commitment(annotator: Annotator) -> None:
    body = (
        "Foreign Minister Ada Lund of Norway met Foreign Minister Bo Ek of Chile in Oslo. Peru will send a ship. "
        "Chile will send two."
    )
    assert [item.text for item in annotate(annotator, body).commitments] == ["Chile will send two."]


def test_each_item_of_a_list_after_its_introduction_is_a_commitment(annotator: Annotator) -> None:
    from briefreader import sources

    text = (
        "# Joint Statement of Norway and Chile\n\nForeign Minister Ada Lund of Norway met Foreign Minister Bo Ek of "
        "Chile in Oslo. The two ministers agreed to:\n\n- Open an ice centre. It is needed.\n- Share charts;\n\n"
        "They had lunch."
    )
    promised = annotator.annotate(sources.parse(text.encode(), "a.md")).commitments
    assert [(item.actor, item.verb, item.text) for item in promised] == [
        ("Norway and Chile", "agreed", "Open an ice centre."),
        ("Norway and Chile", "agreed", "Share charts;"),
    ]


def test_number_and_dateline_are_no_part_of_a_commitment(annotator: Annotator) -> None:
    body = "Minister Ada Lund met Minister Bo Ek.\n\n2. Norway will send a ship.\n\nOSLO, 3 May – Chile will send two."
    texts = [item.text for item in annotate(annotator, body).commitments]
    assert texts == ["Norway will send a ship.", "Chile will send two."]


def test_a_fact_sheet_of_two_sides_has_commitments_and_that_of_one_has_none(annotator: Annotator) -> None:
    body = "Norway will send a ship to Chile."
    assert len(annotate(annotator, body, title="Joint Fact Sheet of Norway and Chile").commitments) == 1
    assert annotate(annotator, body, title="Fact Sheet: Norway Builds Ships").commitments == ()


SHARED = Path(os.environ.get("BRIEFREADER_SHARED", Path(__file__).parents[3] / "shared"))


@pytest.mark.skipif(not (SHARED / "seed").is_dir(), reason="the seed article lies in ../shared, which is not there")
def test_the_seed_article_names_who_was_there(annotator: Annotator) -> None:
    from briefreader import sources

    article = SHARED / "seed" / "edscg-5.txt"
    annotation = annotator.annotate(sources.parse(article.read_bytes(), article.name))
    assert annotation.meeting is not None
    assert annotation.meeting._replace(evidence={}, unsure=()) == Meeting(
        series="EDSCG",
        ordinal=5,
        date="2024-09-04",
        format="in person",
        city="Washington",
        country="United States",
        sides=("United States", "South Korea"),
        leads=("Bonnie Jenkins", "Cara Abercrombie", "Kim Hong Kyun", "Cho Chang Lae"),
        next="2025",
        evidence={},
    )
    assert "Antony J. Blinken" not in {row.name for row in annotation.attendance}


SAMPLE = sorted((Path(__file__).parents[2] / "data" / "library").glob("*.md"))


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_the_sample_s_text_contradicts_no_fact_of_its_front_matter(annotator: Annotator, path: Path) -> None:
    from briefreader import sources

    document = sources.parse(path.read_bytes(), path.name)
    held = annotator.annotate(Document(title=document.title, body=document.body)).meeting
    if held is None:
        return
    stated = str(document.facts.get("date"))
    assert held.date is None or stated.startswith(held.date)
    assert held.ordinal in (None, document.facts.get("ordinal"))


def test_a_title_at_the_end_of_a_sentence_is_not_the_next_persons(annotator: Annotator) -> None:
    body = (
        "The U.S. side was led by Cara Abercrombie, the Acting Deputy Under Secretary of Defense for Policy. "
        "Kim Hong Kyun, the First Vice Minister of Foreign Affairs, led for South Korea in Seoul."
    )
    found = annotator.annotate(Document("The group met", body, facts={"leads": ("Cara Abercrombie", "Kim Hong Kyun")}))
    titles = {person.name: person.title for person in found.attendance}
    assert titles["Kim Hong Kyun"] == "First Vice Minister of Foreign Affairs"


def test_a_title_that_is_a_sentence_reports_the_meeting(annotator: Annotator) -> None:
    title = "Foreign Minister Ann Roe of Ghana met Foreign Minister Ben Ito of Japan in Accra today."
    found = annotate(annotator, "Readout", title=title, date="2025-05-07")
    assert found.meeting is not None
    assert (found.meeting.city, found.meeting.leads) == ("Accra", ("Ann Roe", "Ben Ito"))
    assert {person.role for person in found.attendance} == {"lead"}
