"""The recognizers find exact spans, types and canonical names; each text shows one rule."""

import pytest

from annotate.marked import annotate, canonical, expected, found, plain
from briefreader.annotate import Annotator

PEOPLE_AND_OFFICES = [
    "[U.S.|PLACE] [Under Secretary of State for Arms Control and International Security|TITLE] [Ada Lund|PERSON].",
    "[Acting Deputy Under Secretary of Defense for Policy|TITLE] [Mara Quill|PERSON] came.",
    "[French|NORP] [MFA|ORG] [Secretary General|TITLE] [Anne Delorme|PERSON] agreed.",
    "The [Special Representative|TITLE] for the [DPRK|PLACE], [Sung Kim|PERSON], called.",
    "[Minister of State|TITLE] for [Europe|PLACE] and [North America|PLACE] [Jane Ashby|PERSON] listened.",
    "[Presidents|TITLE] [Biden|PERSON] and [Yoon|PERSON] met.",
    "[Deputy Prime Minister/Foreign Minister|TITLE] [Prak Sokhonn|PERSON] spoke.",
    "[Lena Varga|PERSON], [Minister of Foreign Affairs|TITLE] of [Slovenia|PLACE], came.",
    "[Tomas Reyl|PERSON], [Italy|PLACE]'s [Deputy Prime Minister|TITLE] and [Minister of Defence|TITLE], came.",
    "[Minister of Foreign Affairs|TITLE] Dr. [Abdullatif bin Rashid Al Zayani|PERSON] arrived.",
    "[Gen.|TITLE] [Charles Q. Brown Jr.|PERSON] and [President|TITLE] [Joseph R. Biden, Jr.|PERSON] met.",
    "The [Chairman|TITLE] of the [U.S.|PLACE] [Joint Chiefs of Staff|ORG], [General|TITLE] [Ann Toll|PERSON], wrote.",
    "[First Vice Minister of Foreign Affairs|TITLE] [Kim Hong Kyun|PERSON] spoke, and [Kim|PERSON] left.",
    "[Ann Toll|PERSON], [Deputy Assistant Secretary of Defense for Nuclear and Countering WMD Policy|TITLE], came.",
    "She serves as Director and was once Secretary of State.",
    "Sec. 9. General Provisions. She is to be Ambassador Extraordinary, once Judge for the Tenth Circuit.",
    "MEMORANDUM FOR THE SECRETARY OF STATE THE ASSISTANT TO THE PRESIDENT",
    "Remarks by [President|TITLE] [Biden|PERSON] Honoring Teachers",
    "The Prime Minister and the two ministers met.",
]

NAMES = [
    "The [Republic of Korea|PLACE] ([ROK|PLACE]) and the [DPRK|PLACE]-[Russia|PLACE] ties.",
    "An [ASEAN|ORG]-led order, a [UN|ORG]-mandated force, a Major Non-[NATO|ORG] Ally, counter-[ISIL|ORG] work.",
    "The [UN Security Council Resolutions 2371 and 2375|AGREEMENT] and [UNSCR 2254|AGREEMENT].",
    "They recalled [UN Security Council|ORG] resolutions.",
    "The [U.S.|PLACE]-[ROK|PLACE] [Mutual Defense Treaty|AGREEMENT].",
    "The [U.S.|PLACE] [Nuclear Posture Review|AGREEMENT] and the [Quad|ORG].",
    "The second [U.S.-Bahrain Strategic Dialogue|EVENT] of the [2022|DATE] season.",
    "The [U.S.|PLACE]-[Russia|PLACE] [Strategic Stability Dialogue|EVENT] in [Geneva|PLACE], [Switzerland|PLACE].",
    "The [Convention on Peaceful Uses of Outer Space|AGREEMENT] and the [Harbor Security Initiative|AGREEMENT].",
    "The [Ministry of Health and Welfare|ORG] and the [Departments of State and Defense|ORG].",
    "The [Polar Working Group|EVENT] and the [National Water Council|ORG].",
    "[Eli Lilly|ORG] and [Fannie Mae|ORG] have seats in [Ann Arbor|PLACE] and [Prince George's County|PLACE].",
    "[Paul Stanley|PERSON] left [Port Stanley|PLACE] for [Ben Gurion Airport|PLACE].",
    "The [KRI Raden Zork|WEAPON] and the [PNS Zorkan|WEAPON] sailed.",
    "[B-52|WEAPON] bombers, [MQ-9B|WEAPON] drones, [Virginia-class|WEAPON] boats and the [USS Carl Vinson|WEAPON].",
    "[Su-30MKI|WEAPON] and [Tu-22M3|WEAPON] aircraft, [F‑35s|WEAPON] and [C-130J|WEAPON] transports.",
    "[nuclear weapons|WEAPON], a [ballistic missile|WEAPON] and [weapons of mass destruction|WEAPON] ([WMD|WEAPON])",
    "COVID-19 and the G-7 are no weapons.".replace("G-7", "[G-7|ORG]"),
    "Neither are K-12 schools, [MS-13|ORG], the districts TX-18 and OH-03, and an N-95 mask.",
    "Middle-class voters like [Virginia-class|WEAPON] boats.",
    "An [AK-47|WEAPON], an [IL-76|WEAPON] and an [F-35|WEAPON].",
    "The Alliance, the Council and the Summit are generic; so is the Charter.",
    "[Syrians|NORP], the [Iraqi|NORP] people and [Jewish|NORP] groups.",
    "Brief them at [NATO headquarters|PLACE] in [Brussels|PLACE].",
    "The [Australia|PLACE]-[UK|PLACE]-[US|PLACE] ([AUKUS|ORG]) partnership met; [AUKUS|ORG] is one.",
    "[Kingdom of Saudi Arabia|PLACE] ([KSA|PLACE]) and [KSA|PLACE]",
    "Use the open radio access network (RAN), an Open-RAN, not the [Royal Australian Navy|ORG]: the RAN.",
    "The [RAN|ORG] and non-[NATO|ORG] allies saw Open RAN and Open-RAN at work.",
    "He left the [University of Cincinnati|ORG] for the [University of Texas at Austin|ORG].",
    "It was a nice split, they met in [Nice|PLACE] and in [Split|PLACE], [Croatia|PLACE].",
]

PATTERNS = [
    "The [Coalition to Address Ocean Noise|ORG] met; so did the [Fund to Fight Blight|ORG].",
    "The [Trilateral Cocoa Committee|EVENT] Meeting and the [Coral Steering Committee|EVENT] met.",
    "The fourth Annual [U.S.-Malta Maritime Dialogue|EVENT] and the [COVID-21 Summit|EVENT].".replace(
        "[U.S.-Malta Maritime Dialogue|EVENT]", "[U.S.|PLACE]-[Malta|PLACE] [Maritime Dialogue|EVENT]"
    ),
    "The [Barbados Agreement|AGREEMENT], the [Geneva Joint Statement|AGREEMENT] and [U.S.|PLACE] agreements.",
    "They signed a Memorandum of Understanding and a Plan of Action, but no Presidential Memorandum on Tin.",
    "A [U.S.|PLACE]-[Peru|PLACE] Framework for an [Agreement on Quinoa Trade|AGREEMENT].",
    "The [U.S.|PLACE] [National Tin Institute|ORG], the [U.S. Tin Institute|ORG] and [Malta Airlines|ORG].",
    "The [Dialogue on the Tin Economy|EVENT] ([TED|EVENT]) met; the next [TED|EVENT] is near.",
    "[ZQRA|ORG] [Administrator|TITLE] [Deanne Marsh|PERSON] spoke, and [ZQRA|ORG] staff left. The GDP grew.",
    "[ZQRA|ORG] officials met [ZQRA|ORG] staff.",
    "The [Departments of Labor, Treasury, Justice, and Commerce|ORG] and the [Departments of State and Energy|ORG].",
    "Both the [North and South Atlantic|PLACE] and the [Hong Kong Special Administrative Region|PLACE].",
    "Both [South and Southeast Asian|NORP] partners came; the Islamic Republic did not.",
    "The [“Stand Tall” Summit|EVENT] and the [Third Country Training Program|AGREEMENT].",
    "The [Lisbon Conference on Supporting the Future|EVENT] met; the Task Force did not.",
    "Artificial Intelligence (AI) was the subject of the [AI Safety Summit|EVENT].",
    "They freed journalist [Ramona Pratt|PERSON] and her companion, [Sofi Opega|PERSON].",
    "[Alicia Bárcena Ibarra|PERSON], [Secretary of Foreign Affairs|TITLE], and [Bjorn Marsh|PERSON], "
    "[Head of Cabinet|TITLE], came.",
    "[NSC|ORG] [Coordinator|TITLE] for the [Los Angeles Declaration|AGREEMENT] [Ada Lund|PERSON] spoke.",
    "The [WTO Agreement on Tin|AGREEMENT] and the [ASEAN Code of Conduct|AGREEMENT] hold.",
    "The [Strategic Agreement for a Relationship of Friendship|AGREEMENT] and a Strong Strategic Partnership.",
    "A Trilateral Leaders' Summit drew the [North American Tin Dialogue|EVENT] and the [European Tin Fund|ORG].",
    "[Trinidad & Tobago|PLACE] came; the [U.S.-Malta Strategic Mechanism|AGREEMENT] met, the "
    "[Strategic Mechanism|AGREEMENT] again.",
    "[Assistant to the President|TITLE] and [National Security Advisor|TITLE] [Jake Marsh|PERSON] met "
    "[Deputy Clerk|TITLE] [Ann Toll|PERSON].",
    "The [U.S.-ASEAN Foreign Ministers' Meeting|EVENT] and the [ASEAN Foreign Ministers' Meeting|EVENT].",
    "The [Coral Ready|AGREEMENT] program, [F-35s|WEAPON] and a [Plan of Action|AGREEMENT] ([POA|AGREEMENT]).",
    "The [Working Group on Reefs|EVENT] to Showcase Coral met at the [Cape Marsh Training Facility|PLACE].",
    "[Amir|TITLE] Sheikh [Tamim bin Hamad Al-Thani|PERSON] came.",
    "Ministers of the [European Commission|ORG] on Tin met at an International Conference; a War of Aggression.",
    "The [Global Partnership for Tin|AGREEMENT] on World Tin Day; the [UN World Food Programme|ORG] ([WFP|ORG]).",
    "H.E. [Secretary General|TITLE] [Hissein Taha|PERSON] and [Assistant Secretary|TITLE] [Brian A. Nichols|PERSON].",
    "On behalf of [President|TITLE] [Biden|PERSON], the Secretary delivered a letter.",
    "[Malta|PLACE]'s [Minister for Trade|TITLE] and [Minister for Women|TITLE], Rt Hon [Liza Marsh|PERSON];",
    "The rules bind every State Party and protect Civil Society.",
    "[Norway|PLACE]'s [National Security and Intelligence Advisor|TITLE] [Jody Marsh|PERSON] came.",
    "They were the [Secretary of the Interior|TITLE], [Luisa Alba Marsh|PERSON]; [Secretary of Health|TITLE], "
    "Dr. [Jorge Alba|PERSON]; the [General Secretary|TITLE] of the [National Tin Center|ORG], [Saul Alba|PERSON].",
    "[Norwegian|NORP] [Minister of Trade and Industry|TITLE] [Jan Christian Marsh|PERSON] spoke.",
    "[Deputy National Security Advisor for International Economics|TITLE] [Daleep Marsh|PERSON] spoke.",
]

DATES = [
    "On [September 4, 2024|DATE], from [November 4-5|DATE], since [April 2023|DATE] and in [2025|DATE].",
    "On [4 September 2024|DATE], from [17 to 19 April|DATE], [Oct. 24, 2017|DATE], by [early June|DATE].",
    "At the [end of September|DATE], in [mid-2025|DATE], in the [1990s|DATE], on [Monday, May 3|DATE].",
    "The [third day of March, in the year of our Lord two thousand nineteen|DATE] was cold.",
    "The [26th day of April, 2023|DATE] came. They may march on. They sent 2000 troops and $2020.",
    "The [2024-2027|DATE] plan and [2024-09-04|DATE].",
    "Date: [2024|DATE] | Hit : 1901 | Page. 2010 | Founded: [1949|DATE] | 2013 views of the page",
]


@pytest.mark.parametrize("marked", PEOPLE_AND_OFFICES + NAMES + PATTERNS + DATES)
def test_finds_exactly_what_is_marked(annotator: Annotator, marked: str) -> None:
    assert found(annotator, plain(marked)) == expected(marked)


CANONICAL = [
    "The [DPRK|PLACE=North Korea], [Burma|PLACE=Myanmar] and the [U.S.|PLACE=United States].",
    "The [Polar Working Group|EVENT] ([PWG|EVENT=Polar Working Group]) met.",
    "[Minister|TITLE] [Ada Lund|PERSON] came. [Lund|PERSON=Ada Lund] left.",
    "[President|TITLE] [Yoon|PERSON=Yoon Suk Yeol] called.",
    "[Presidents|TITLE=President] [Lloyd Austin|PERSON=Lloyd J. Austin III] and [Lloyd J. Austin III|PERSON].",
    "The [State Department|ORG=Department of State] and the [UNSC|ORG=United Nations Security Council].",
    "A [ballistic missile|WEAPON=ballistic missiles] and [Iraqis|NORP=Iraq].",
    "The [Slovenia – U.S. Strategic Dialogue|EVENT=Slovenia-U.S. Strategic Dialogue] opened.",
    "[JOSEPH R. BIDEN JR.|PERSON=Joseph R. Biden, Jr.] signed.",
]


@pytest.mark.parametrize("marked", CANONICAL)
def test_names_go_by_one_name(annotator: Annotator, marked: str) -> None:
    names = {mention.text: mention.canonical for mention in annotate(annotator, plain(marked)).mentions}
    assert {text: names.get(text) for text in canonical(marked)} == canonical(marked)


def test_a_text_s_own_acronym_wins_over_a_listed_one(annotator: Annotator) -> None:
    marked = "The [Standing Committee on Oceans|ORG] ([SCO|ORG]) sat; the [SCO|ORG] rose."
    names = {mention.text: mention.canonical for mention in annotate(annotator, plain(marked)).mentions}
    assert names["SCO"] == "Standing Committee on Oceans"


@pytest.mark.parametrize(
    "title",
    ["Leaders Announce Global Initiatives on Tin", "Envoys Welcome Commitment to Advance Tin", "Communiqué of the Tin"],
)
def test_a_headline_s_capitals_make_no_name(annotator: Annotator, title: str) -> None:
    mentions = annotate(annotator, "They met.", title=title).mentions
    assert not mentions


def test_a_heading_names_nothing_that_the_text_does_not(annotator: Annotator) -> None:
    body = "Promoting Fair Trade Agreements and Conformity Initiatives\n\nThey met in Oslo."
    assert found(annotator, body) == [("Oslo", "PLACE")]


def test_offsets_count_in_title_blank_line_body(annotator: Annotator) -> None:
    text = "Talks in Seoul\n\nThey met in Seoul."
    mentions = annotate(annotator, "They met in Seoul.", title="Talks in Seoul").mentions
    assert [text[mention.start : mention.end] for mention in mentions] == ["Seoul", "Seoul"]
