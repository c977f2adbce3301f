"""A meeting is of a series only if it is a meeting of that body, and lists name the series with parties and level."""

import pytest

from briefreader.annotate import Annotator
from briefreader.model import Annotation, Document


def annotation(annotator: Annotator, title: str, body: str) -> Annotation:
    """Return the annotation of a release of a day in 2023."""
    return annotator.annotate(Document(title, body, date="2023-08-07"))


BESIDE = [
    (
        "Special Advisor for the Summit of the Americas Luis Prado Meets Foreign Minister Boateng of Ghana",
        "Luis Prado met today with Foreign Minister Ann Boateng of Ghana in Accra ahead of the summit.",
    ),
    (
        "Foreign Minister Boateng’s Travel to Peru",
        "Foreign Minister Ann Boateng of Ghana traveled to Lima, Peru, for the third Ferry Policy Dialogue.",
    ),
    (
        "Readout of President Boateng’s Meeting with Leaders of the Caribbean Community",
        "President Ann Boateng of Ghana met today with leaders of the Caribbean Community at the Ninth Summit of the "
        "Americas to speak about ferries.",
    ),
    (
        "Readout of a Roundtable on Ferries in Ghana",
        "On the heels of the third Summit for Democracy, President Ann Boateng of Ghana met today with President Luis "
        "Prado of Peru.",
    ),
    (
        "Chair’s Statement on Ferries",
        "This statement is issued by Ghana as chair of a Ferry Safety Ministerial Meeting held in Accra on 4 May 2023 "
        "with Peru.",
    ),
    (
        "Readout of President Boateng’s National Security Council Meeting",
        "President Ann Boateng of Ghana convened a meeting of the National Security Council today with President Luis "
        "Prado of Peru.",
    ),
    (
        "Ann Boateng met with foreign ministers of the Visegrad Group",
        "President of Ghana Ann Boateng met with Minister of Foreign Affairs of Hungary Bela Kun and Minister of "
        "Foreign Affairs of Poland Jan Nowak in Accra on 4 May 2023.",
    ),
]


@pytest.mark.parametrize(("title", "body"), BESIDE, ids=lambda text: text[:50])
def test_what_only_names_a_body_is_no_member_of_its_series(annotator: Annotator, title: str, body: str) -> None:
    found = annotation(annotator, title, body)
    assert found.series_label is None


def test_separate_calls_are_no_meeting_of_three(annotator: Annotator) -> None:
    found = annotation(
        annotator,
        "Calls with Foreign Minister Prado of Peru and Foreign Minister Mensah of Ghana",
        "Foreign Minister Ann Boateng of Canada held separate calls today with Foreign Minister Luis Prado of Peru and "
        "Foreign Minister Kofi Mensah of Ghana on trilateral cooperation.",
    )
    assert found.series_label is None


LABELS = [
    (
        "Readout of President Boateng’s Call with the G7",
        "President Ann Boateng of Canada spoke today with the G7 to discuss ferries.",
        "G7 Leaders",
    ),
    (
        "G7 Statement on Ferries",
        "We, the Leaders of the Group of Seven (G7), met today in Oslo.",
        "G7 Leaders",
    ),
    (
        "Foreign Minister Boateng’s Call with G7 Foreign Ministers and Peru Foreign Minister Prado",
        "Foreign Minister Ann Boateng of Canada spoke today with G7 Foreign Ministers and Peru Foreign Minister Luis "
        "Prado about ferries.",
        "G7 Foreign Ministers",
    ),
    (
        "Readout of President Boateng’s Meeting with the Leaders of the Bucharest Nine",
        "President Ann Boateng of Canada met today with the Bucharest Nine (B9) group.",
        "B9 Leaders",
    ),
    (
        "Meeting with the National Security Advisors of Ghana and Peru",
        "On 4 May 2023, National Security Advisor Ann Boateng of Canada met with National Security Advisor Kofi Mensah "
        "of Ghana and National Security Advisor Luis Prado of Peru in Accra for a trilateral meeting.",
        "Canada-Ghana-Peru Trilateral National Security Advisors",
    ),
    (
        "The Spirit of Accra: Joint Statement of Canada, Ghana and Peru",
        "We, the leaders of Canada, Ghana and Peru, met in Accra on 4 May 2023 for a trilateral meeting.",
        "Canada-Ghana-Peru Trilateral Leaders",
    ),
    (
        "Readout of Second Meeting of the Ghana Ferry Platform Steering Committee",
        "On 4 May 2023 Ghana and Peru held the second meeting of the Ghana Ferry Platform Steering Committee in Accra.",
        "Ghana Ferry Platform Steering Committee",
    ),
    (
        "Joint Statement from Canada and Mexico following the Third North American Ferry Dialogue",
        "On 4 May 2023 Ann Boateng of Canada met with Luis Prado of Mexico in Ottawa.",
        "Canada-Mexico North American Ferry Dialogue",
    ),
    (
        "Readout of the March National Ferry Task Force Meeting",
        "Transport Minister Ann Boateng convened the National Ferry Task Force today.",
        "National Ferry Task Force",
    ),
]


@pytest.mark.parametrize(("title", "body", "label"), LABELS, ids=lambda text: text[:50])
def test_lists_name_a_series_by_level_and_parties(annotator: Annotator, title: str, body: str, label: str) -> None:
    assert annotation(annotator, title, body).series_label == label


def test_a_third_meeting_in_person_is_not_the_third_meeting(annotator: Annotator) -> None:
    found = annotation(
        annotator,
        "Ferry talks",
        "Ghana and Peru held the third in-person Ghana-Peru Ferry Dialogue in Accra on 4 May 2023.",
    ).meeting
    assert found is not None
    assert found.ordinal is None


@pytest.mark.parametrize(
    "spellings",
    [
        ("APEC Economic Leaders' Meeting", "APEC Leaders", "APEC Leaders' Meeting"),
        ("I2U2 Group Leaders", "I2U2 Leaders"),
        ("Ghana-Peru Bilateral Ferry Working Group", "Peru-Ghana Ferry Working Group"),
        ("U.S.-EU Task Force on Energy Security", "U.S.-EU Energy Security Task Force"),
        ("Ghana-Peru-Togo Trilateral Leaders", "Peru-Ghana-Togo Trilateral Leaders Summit"),
        ("D-ISIS Ministerial", "Global Coalition to Defeat ISIS Ministers"),
        ("NADD", "North American Drug Dialogue"),
        ("Ghana-Peru Annual Bilateral Consultations", "Peru-Ghana Consultations"),
        ("HRC", "UN Human Rights Council"),
        (
            "Working Group on Ferries and Harbors along Great Rivers",
            "Working Group on Ferries and Harbors along Great Rivers and Lakes",
        ),
    ],
    ids=lambda spellings: str(spellings[0]),
)
def test_spellings_of_one_series_mean_the_same(annotator: Annotator, spellings: tuple[str, ...]) -> None:
    assert len({*annotator.series_keys(spellings).values()}) == 1


def test_each_level_of_three_parties_is_a_series(annotator: Annotator) -> None:
    names = (
        "Ghana-Peru-Togo Trilateral Leaders",
        "Ghana-Peru-Togo Trilateral Foreign Ministers",
        "G7 Leaders",
        "G7 Ministers",
    )
    assert len({*annotator.series_keys(names).values()}) == 4


@pytest.mark.parametrize("name", ["B9 Leaders", "G7 Foreign Ministers", "NCG", "Quad"])
def test_a_listed_group_is_standing_at_each_level(annotator: Annotator, name: str) -> None:
    assert annotator.is_standing_series(name)


def test_the_first_meeting_of_a_term_of_office_has_no_number(annotator: Annotator) -> None:
    found = annotation(
        annotator,
        "Readout of Council of Ferries Meeting",
        "On 4 May 2023, officials of Ghana participated in the first Council of Ferries meeting under the Boateng "
        "Administration.",
    )
    assert (found.series_label, found.meeting and found.meeting.ordinal) == ("Council of Ferries", None)
