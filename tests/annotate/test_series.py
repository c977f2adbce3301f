"""The annotator reads the series, the ordinal and the sides of a meeting, however a ministry words them."""

import pytest

from briefreader.annotate import Annotator
from briefreader.model import Document, Meeting

Case = tuple[str, str, str | None, int | None, set[str]]

COUNTED: list[Case] = [
    (
        "4th India-Malta Foreign Office Consultations",
        "The 4th round of Foreign Office Consultations (FOC) between India and Malta was held in Valletta on 6 "
        "May 2025.",
        "FOC", 4, {"India", "Malta"},
    ),
    (
        "Third ROK-Norway Minister-level Strategic Dialogue",
        "Foreign Minister Han Soo-min held the third ROK-Norway Minister-level Strategic Dialogue with Foreign "
        "Minister "
        "Nora Berg in Oslo on June 10, 2025.",
        "ROK-Norway Minister-level Strategic Dialogue", 3, {"South Korea", "Norway"},
    ),
    (
        "Joint Commission meets",
        "The Seventh Session of the Kenya-Ghana Joint Ministerial Commission (JMC) was held in Accra on 12 April 2023.",
        "JMC", 7, {"Kenya", "Ghana"},
    ),
    (
        "Talks",
        "The twenty-fourth strategic dialogue between Brazil and Egypt was held in Cairo on 7 June 2023.",
        "Strategic Dialogue", 24, {"Brazil", "Egypt"},
    ),
    (
        "Committee meets",
        "The 12th General Border Committee (GBC) Meeting between Malaysia and Thailand was held in Hat Yai on 3 "
        "July 2023.",
        "GBC", 12, {"Malaysia", "Thailand"},
    ),
    (
        "Nepal and Chile",
        "Nepal and Chile held the 2nd meeting of their Bilateral Consultation Mechanism in Santiago on 2 May 2023.",
        "Bilateral Consultation Mechanism", 2, {"Nepal", "Chile"},
    ),
]  # fmt: skip
GROUPS: list[Case] = [
    (
        "Joint Statement of the V4",
        "The Foreign Ministers of the Visegrad Group (V4) met in Prague on 3 March 2021.",
        "V4", None, {"Czech Republic", "Hungary", "Poland", "Slovakia"},
    ),
    (
        "Quad Foreign Ministers meet",
        "The Foreign Ministers of the Quad met in Tokyo on 29 July 2024.",
        "Quad Foreign Ministers", None, {"Australia", "India", "Japan", "United States"},
    ),
    (
        "G7 Leaders’ Statement",
        "We, the Leaders of the Group of Seven (G7), met virtually today with President Zelenskyy of Ukraine.",
        "G7 Leaders", None, {"G7"},
    ),
    (
        "Ministers meet",
        "Ministers of the Global Coalition to Defeat ISIS met in Riyadh on June 8, 2023.",
        "Global Coalition to Defeat ISIS", None, {"Global Coalition to Defeat ISIS"},
    ),
]  # fmt: skip
BESIDE: list[Case] = [
    (
        "Ministers meet in New York",
        "Foreign Minister Ann Boateng of Ghana met Foreign Minister Luis Prado of Peru on the sidelines of the "
        "78th session "
        "of the United Nations General Assembly in New York on 20 September 2023.",
        None, None, {"Ghana", "Peru"},
    ),
    (
        "Call with Foreign Minister Prado",
        "Foreign Minister Ann Boateng of Ghana spoke today with Foreign Minister Luis Prado of Peru about "
        "efforts by EU "
        "partners, G7 members, and others.",
        None, None, {"Ghana", "Peru"},
    ),
    (
        "Meeting with President Prado of Peru",
        "President Ann Boateng of Ghana met with President Luis Prado of Peru at the NATO Summit in Vilnius on 4 "
        "May 2023.",
        None, None, {"Ghana", "Peru"},
    ),
    (
        "Talks with Peru",
        "Foreign Minister Ann Boateng of Ghana met Foreign Minister Luis Prado of Peru in Lima on 4 May 2023. "
        "Since then the "
        "two countries held the second Ghana-Peru Energy Dialogue.",
        None, None, {"Ghana", "Peru"},
    ),
    (
        "Defence ministers meet",
        "The defence ministers of Ghana and Peru held the first trilateral meeting in five years in Lima on 4 "
        "May 2023.",
        None, None, {"Ghana", "Peru"},
    ),
]  # fmt: skip
SIDES: list[Case] = [
    (
        "Minister receives ambassador",
        "Foreign Minister Ayşe Demir received Ambassador Pedro Silva of Portugal in Ankara on 4 June 2022.",
        None, None, {"Portugal", "Turkey"},
    ),
    (
        "Polish-Ukrainian consultations",
        "Polish-Ukrainian intergovernmental consultations were held in Kyiv on 1 June 2022.",
        None, None, {"Poland", "Ukraine"},
    ),
    (
        "Talks in Geneva",
        "Delegations of Serbia and Kosovo met in Geneva, Switzerland, on 4 May 2023.",
        None, None, {"Serbia", "Kosovo"},
    ),
    (
        "Meeting with OAS Secretary General",
        "Foreign Minister Ann Boateng of Ghana met OAS Secretary General Luis Prado in Accra on 4 May 2023.",
        None, None, {"Ghana", "Organization of American States"},
    ),
    (
        "Meeting with the Holy See",
        "Foreign Minister Ann Boateng of Ghana met Archbishop Paul Gallo of the Holy See in Accra on 4 May 2023.",
        None, None, {"Ghana", "Holy See"},
    ),
    (
        "Meeting with journalists",
        "President Ann Boateng of Ghana met with Iranian-American journalists in Accra on 4 May 2023.",
        None, None, set(),
    ),
]  # fmt: skip


def read(annotator: Annotator, title: str, body: str) -> Meeting:
    """Return the meeting that a text of this title reports."""
    found = annotator.annotate(Document(title, body, date="2023-08-07")).meeting
    assert found is not None
    return found


@pytest.mark.parametrize("case", [*COUNTED, *GROUPS, *BESIDE, *SIDES], ids=lambda case: case[1][:60])
def test_a_meeting_has_its_series_ordinal_and_sides(annotator: Annotator, case: Case) -> None:
    title, body, series, ordinal, sides = case
    found = read(annotator, title, body)
    assert (found.series, found.ordinal, set(found.sides)) == (series, ordinal, sides)


def test_a_host_named_only_by_the_town_is_read_from_it(annotator: Annotator) -> None:
    title, body, *_ = SIDES[0]
    first, last = read(annotator, title, body).evidence["sides"]
    assert f"{title}\n\n{body}"[first:last] == "Ankara"


ATTENDED: list[Case] = [
    (
        "Communique of the Session of the Ferry Commission",
        "The Ferry Commission held its Session on 3 May 2023 in Lomé. The meeting was attended by Ama "
        "Boateng, "
        "Minister of Transport of Ghana; Koffi Mensah, Minister of Transport of Togo; and Luc Sossou, Minister of "
        "Transport of Benin.",
        "Ferry Commission", None, {"Ghana", "Togo", "Benin"},
    ),
    (
        "Minister meets ambassadors",
        "Foreign Minister Ann Boateng of Ghana met with ambassadors in Accra on 4 May 2023. The High "
        "Commissioner of Canada, "
        "Ambassadors of Norway and Chile, and the Deputy High Commissioner from Kenya took part in the meeting.",
        None, None, {"Ghana", "Canada", "Norway", "Chile", "Kenya"},
    ),
    (
        "Press Release Regarding the Trilateral Meeting of Ministers of Foreign Affairs of Chile, Peru, Ecuador",
        "The Ministers of Foreign Affairs met in Lima on 3 May 2023.",
        None, None, {"Chile", "Peru", "Ecuador"},
    ),
    (
        "Forum on ferries",
        "The ministers met on 3 May 2023 in Oslo at a forum on ferries co-hosted by Norway and Chile.",
        None, None, {"Norway", "Chile"},
    ),
    (
        "Talks in Bali",
        "Taro Ito, Minister for Foreign Affairs of Japan, who was visiting Bali, Indonesia to attend a forum, "
        "held a meeting "
        "with Ann Wong, Minister for Foreign Affairs of Australia, on 3 May 2023.",
        None, None, {"Japan", "Australia"},
    ),
    (
        "Talks",
        "The third trilateral meeting of the foreign ministers of Chile, Peru and Ecuador was held in Lima on 3 "
        "May 2023.",
        None, 3, {"Chile", "Peru", "Ecuador"},
    ),
]  # fmt: skip


NAMED: list[Case] = [
    (
        "Joint Readout of Norway-EU Task Force Meeting on Green Gas",
        "On 3 November 2022, the Norway-EU Task Force on Green Gas met in Oslo to discuss supplies.",
        "Task Force on Green Gas", None, {"Norway", "European Union"},
    ),
    (
        "Statement on the “United for Ferries” Summit",
        "President Ann Boateng of Ghana met with President Luis Prado of Peru in Accra on 4 May 2023 at the "
        "“United for "
        "Ferries” Summit.",
        None, None, {"Ghana", "Peru"},
    ),
    (
        "Readout of a Task Force Meeting",
        "The Task Force Meeting was held in Oslo on 3 May 2023 between Norway and Chile.",
        None, None, {"Norway", "Chile"},
    ),
    (
        "Quad Joint Leaders’ Statement",
        "Today, we, Prime Minister Ann Boateng of Australia and Prime Minister Luis Prado of India, convened in "
        "Oslo for "
        "our sixth meeting, and our second in person.",
        "Quad Leaders", 6, {"Australia", "India", "Japan", "United States"},
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", [*ATTENDED, *NAMED], ids=lambda case: case[1][:60])
def test_attendance_gives_sides_and_a_subject_gives_a_series(annotator: Annotator, case: Case) -> None:
    title, body, series, ordinal, sides = case
    found = read(annotator, title, body)
    assert (found.series, found.ordinal, set(found.sides)) == (series, ordinal, sides)


def test_the_country_of_the_site_is_the_side_that_the_text_does_not_name(annotator: Annotator) -> None:
    body = "The External Affairs Minister met the Foreign Secretary of Ghana in New Delhi on 3 May 2023."
    document = Document("Meeting with the Foreign Secretary of Ghana", body, url="https://www.mea.gov.in/x")
    found = annotator.annotate(document).meeting
    assert found is not None
    assert set(found.sides) == {"India", "Ghana"}
