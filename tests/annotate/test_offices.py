"""Offices of every government are found whole, with the people who hold them; each text shows one construction."""

import pytest

from annotate.marked import expected, found, plain
from briefreader.annotate import Annotator
from briefreader.annotate.mentions.office_names import canonical_office

FIELDS = [
    "[Minister of State|TITLE] for [South and Central Asia|PLACE] [Ann Marsh|PERSON] spoke.",
    "[Secretary of State for Foreign, Commonwealth and Development Affairs|TITLE] [Ann Marsh|PERSON] spoke.",
    "[Minister of Foreign Affairs and Co-operation|TITLE] of [Malta|PLACE] [Ann Marsh|PERSON] spoke.",
    "[Minister of Foreign Affairs and International cooperation|TITLE] [Ann Marsh|PERSON] spoke.",
    "[Minister of Foreign Affairs, European Union and Cooperation|TITLE] [Ann Marsh|PERSON] spoke.",
    "[Minister for Europe and Foreign Affairs|TITLE] [Ann Marsh|PERSON] spoke; the [Minister|TITLE] for "
    "[Europe|PLACE], [Bjorn Marsh|PERSON], too.",
    "[Minister of Foreign Affairs and Worship|TITLE] of [Malta|PLACE] [Ann Marsh|PERSON] spoke.",
    "[Joint Secretary (Gulf)|TITLE] [Ann Marsh|PERSON] and [Director General (South Asia)|TITLE] [Bjorn Marsh|PERSON].",
    "The Director General ([Malta|PLACE]) spoke.",
    "[Advisor to the Prime Minister|TITLE] [Ann Marsh|PERSON] spoke.",
    "[Minister in the Presidency|TITLE] [Ann Marsh|PERSON] spoke.",
    "[Leader of the Opposition|TITLE] [Ann Marsh|PERSON] and the party leader spoke.",
    "[Ambassador|TITLE] of the [Republic of Malta|PLACE] to [Peru|PLACE] [Ann Marsh|PERSON] spoke.",
    "[Ambassador|TITLE] of the People's [Republic of Malta|PLACE] to [Peru|PLACE] [Ann Marsh|PERSON] spoke.",
    "[President|TITLE] of the Co-operative [Republic of Malta|PLACE] [Ann Marsh|PERSON] spoke.",
]

HEADS = [
    "[Minister of Trade|TITLE] Prince [Omar Marsh|PERSON] met [Crown Prince|TITLE] [Ali Marsh|PERSON].",
    "[Chargé d'Affaires a.i.|TITLE] [Ann Marsh|PERSON] spoke.",
    "[Second Permanent Secretary|TITLE] [Ann Marsh|PERSON] met [First Secretary|TITLE] [Bjorn Marsh|PERSON].",
    "The second [President|TITLE] [Ann Marsh|PERSON] was tall.",
    "[OSCE|ORG] [Chairperson-in-Office|TITLE] [Ann Marsh|PERSON] spoke.",
    "[Extraordinary and Plenipotentiary Ambassador|TITLE] [Ann Marsh|PERSON] spoke.",
    "[Custodian of the Two Holy Mosques|TITLE] [King|TITLE] [Abdul Marsh|PERSON] spoke.",
    "[Prime Cabinet Secretary|TITLE] [Ann Marsh|PERSON] met [acting Foreign Minister|TITLE] [Bjorn Marsh|PERSON].",
    "[Member of Parliament|TITLE] [Ann Marsh|PERSON] spoke to Members of Parliament.",
    "[Dean of the Diplomatic Corps|TITLE] [Ann Marsh|PERSON] spoke.",
    "It met Dr. Sultan Ahmed, and [HMS Queen Ann|WEAPON] sailed.",
    "[Norwegian|NORP] [foreign minister|TITLE] [Ann Marsh|PERSON] met the [minister of defence|TITLE] of "
    "[Malta|PLACE], [Bjorn Marsh|PERSON]; the foreign minister left.",
]

RANKS = [
    "The [Commander|TITLE], [Quartz Fleet|ORG], [General|TITLE] [Ann Marsh|PERSON], spoke.",
    "[Lt Gen|TITLE] [Ann Marsh|PERSON] and [Brig|TITLE] [Bjorn Marsh|PERSON] came; the Col was high.",
    "[Air Chief Marshal|TITLE] [Ann Marsh|PERSON] met [Defence Minister|TITLE] [General|TITLE] [Bjorn Marsh|PERSON].",
    "[Secretary General|TITLE] [Ann Marsh|PERSON] met [Permanent Representative|TITLE] [Ambassador|TITLE] "
    "[Bjorn Marsh|PERSON].",
    "[Maj. Gen.|TITLE] (Retd.) [Ann Marsh|PERSON] spoke.",
    "[Lt. Governor|TITLE] [Ann Marsh|PERSON] spoke.",
]

SEVERAL = [
    "[Deputy Prime Minister|TITLE] – [Minister of Trade|TITLE] [Ann Marsh|PERSON] met [General Secretary|TITLE] and "
    "[State President|TITLE] [Bjorn Marsh|PERSON].",
    "The [Permanent Secretary|TITLE], [Ministry of Trade|ORG], [Ambassador|TITLE] [Ann Marsh|PERSON], spoke.",
    "[Head|TITLE] of the [Far Eastern Department|ORG], [Cpl|TITLE] [Ann Marsh|PERSON], spoke.",
    "[Governor|TITLE] of [Hunan|PLACE] province H.E. [Ann Marsh|PERSON] spoke.",
    "[Minister of State for Law|TITLE], [Ann Marsh|PERSON], spoke, and the [Minister of Trade|TITLE], HE Sheikh "
    "[Omar Marsh|PERSON] received her.",
    "[Secretary-General|TITLE] of the [Quartz Council|ORG] ([QC|ORG]), H.E. [Ann Marsh|PERSON], spoke.",
    "[Ann Marsh|PERSON], [Minister of Trade|TITLE] of [Malta|PLACE] and [Chair of the Council|TITLE], came.",
    "[Deputy Prime Minister|TITLE] and [Minister of Foreign Affairs|TITLE] Mr. [Ann Marsh|PERSON] spoke.",
    "The Prime Minister and [Foreign Minister|TITLE] [Ann Marsh|PERSON] spoke.",
    "The Vice President and [Secretary|TITLE] [Marsh|PERSON] host a lunch.",
    "[Deputy Chairman|TITLE] of the [Council of Ministers|ORG] and [Minister of Trade|TITLE] of [Malta|PLACE] "
    "[Ann Marsh|PERSON] spoke.",
    "[Ann Marsh|PERSON], [Ambassador|TITLE], [Deputy Permanent Representative|TITLE]",
    "[President|TITLE] of [Malta|PLACE] [Ann Marsh|PERSON] [President|TITLE] of [Peru|PLACE] [Bjorn Marsh|PERSON]",
    "[Ann Marsh|PERSON] - [Minister of Foreign Affairs|TITLE] of [Malta|PLACE]",
    "Led by [Ann Marsh|PERSON], MP, [Minister of Trade|TITLE], they came.",
]


@pytest.mark.parametrize("marked", FIELDS + HEADS + RANKS + SEVERAL)
def test_finds_exactly_what_is_marked(annotator: Annotator, marked: str) -> None:
    assert found(annotator, plain(marked)) == expected(marked)


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("FOREIGN MINISTERS", "Foreign Minister"),
        ("foreign minister", "Foreign Minister"),
        ("MINISTER FOR EU AFFAIRS", "Minister for EU Affairs"),
        ("Ministers of Foreign Affairs", "Minister of Foreign Affairs"),
        ("Secretaries-General", "Secretary-General"),
        ("Chairman of the Joint Chiefs of Staff", "Chairman of the Joint Chiefs of Staff"),
        ("Lt. Gen.", "Lieutenant General"),
        ("ADMIRAL", "Admiral"),
        ("DPM", "Deputy Prime Minister"),
        ("Foreign Affairs PS", "Foreign Affairs Principal Secretary"),
    ],
)
def test_an_office_has_one_name_in_all_letters_and_numbers(surface: str, name: str) -> None:
    assert canonical_office(surface) == name


def test_a_text_may_end_in_the_name_of_a_body(annotator: Annotator) -> None:
    assert found(annotator, "Director of the Cabinet Office") == [("Cabinet Office", "ORG")]


WHOLE = [
    "The [NSC|ORG] [Director for Fiji and Polynesian Affairs|TITLE] [Ada Lund|PERSON] came.",
    "[Ada Lund|PERSON], [Senior Adviser for Economic Growth, Energy, and the Environment|TITLE], came.",
    "The [Deputy Chief of Mission|TITLE] of the [UAE|PLACE] [Embassy|ORG] to [Malta|PLACE] [Ada Lund|PERSON] came.",
    "[Ada Lund|PERSON], the [High Representative for Foreign Affairs / Vice-President of the Commission|TITLE], came.",
    "The [Minister of Foreign Affairs and Trade II|TITLE] [Ada Lund|PERSON] came.",
    "The [International Relations and Cooperation Minister|TITLE] Dr [Ada Lund|PERSON] came.",
    "The [Science, Technology and Innovation Minister|TITLE] [Ada Lund|PERSON] came.",
    "[Ada Lund|PERSON], the [UN|ORG] [Secretary-General's Personal Envoy|TITLE] for [Western Sahara|PLACE], came.",
    "The head of the Coral Campaign [Bishop|TITLE] [Ada Lund|PERSON] came.",
    "The [AU Commission|ORG] [Deputy Chairperson|TITLE], [Ada Lund|PERSON] came.",
    "[Office of Coral Outreach|ORG] [Deputy Director|TITLE] [Ada Lund|PERSON] came.",
    "THE [UNDER SECRETARY FOR POLITICAL AFFAIRS|TITLE] [ADA LUND|PERSON]\n\nThey met.",
    "[Special Adviser to the Chief Cabinet Secretary|TITLE] [Ada Lund|PERSON] came.",
    "[Director-General|TITLE] of the [African and Caribbean Affairs Bureau|ORG] [Ada Lund|PERSON] came.",
    "[Director|TITLE] of the [Policy and Planning Bureau|ORG] [Ada Lund|PERSON] came.",
    "[Ada Lund|PERSON], [Head|TITLE] of the Political Section at the [Embassy|ORG] of [Malta|PLACE], came.",
    "The [Permanent Secretary|TITLE], [Ministry of Trade|ORG], [Ada Lund|PERSON], came.",
    "MEDIA RELEASE [MINISTER FOR FOREIGN AFFAIRS|TITLE] [ADA LUND|PERSON]\n\nThey met.",
    "[Amb|TITLE] [Ada Lund|PERSON] and [DG|TITLE] [Adi Toll|PERSON] came; the DG left.",
]


@pytest.mark.parametrize("marked", WHOLE)
def test_an_office_has_its_whole_field_and_no_word_of_another_name(annotator: Annotator, marked: str) -> None:
    assert found(annotator, plain(marked)) == expected(marked)
