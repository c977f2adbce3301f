"""Names are not cut at a word that belongs to them: small words, purposes, agreements in the names of meetings."""

import pytest

from annotate.marked import expected, found, plain
from briefreader.annotate import Annotator

SMALL_WORDS = [
    "The [Rivers We Share Summit|EVENT] and the [Woven in Malta Conference|EVENT] met.",
    "The [Friends of Yemen Ministerial|EVENT] and the inaugural [Reefs for Fiji Summit|EVENT] met.",
    "The [Build Ghana Summit|EVENT] rose.",
    "The government of [Japan|PLACE] and the President of the Summit met.",
]

PURPOSES = [
    "The [Coral Initiative to End Dredging|AGREEMENT] and the [Coalition to Combat Reef Decay|ORG] grew.",
    "The [Strategy to Protect Reefs and Build Harbours|AGREEMENT] grew.",
]

MEETINGS = [
    "The [Pact for Clean Harbours Leaders' Summit|EVENT] met, and the Leaders' Summit rose.",
    "The [Coral Partnership for Open Ports Ministerial Meeting|EVENT] met.",
    "The [ASEAN Ministerial Meeting on the Environment|EVENT] and a Ministerial Meeting on [Monday|DATE] were held.",
    "The [Fiji|PLACE]-[Malta|PLACE] [Ministerial Reef Protection Committee|ORG] met.",
    "The [June 29-30|DATE] [NATO Summit|EVENT] is near.",
]

BODIES = [
    "The [Ministry of Trade and Regional Cooperation|ORG]'s [Assistant Minister|TITLE] [Ada Lund|PERSON] came.",
    "The [Business Council of Canada|ORG] and the [National Endowment for Reefs|ORG] met.",
]


@pytest.mark.parametrize("marked", SMALL_WORDS + PURPOSES + MEETINGS + BODIES)
def test_finds_exactly_what_is_marked(annotator: Annotator, marked: str) -> None:
    assert found(annotator, plain(marked)) == expected(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The [Office of the Special Trade Representative|ORG] and the [Office of the Special Envoy for Reefs|ORG] met.",
        "The [Office of the UN High Commissioner for Human Rights|ORG] wrote.",
        "The [Council of Foreign Ministers|ORG] of the [OIC|ORG] and a [Committee of Bank Governors|ORG] met.",
        "The [Assembly of Heads of State and Government|ORG] of the [African Union|ORG] met.",
        "The [Office of the Deputy Inspector-General|ORG] wrote to [Malta|PLACE].",
    ],
)
def test_a_body_called_after_an_office_is_whole(annotator: Annotator, marked: str) -> None:
    assert found(annotator, plain(marked)) == expected(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The [ASEAN-Fiji FTA|AGREEMENT] grew; a bilateral FTA did not.",
        "The [ASEAN Work Plan III|AGREEMENT] and the [Coral Compact II|AGREEMENT] grew.",
        "The 8th [Fiji-Malta CEO Roundtable|EVENT] met.",
        "The 5th [Korea-Fiji Political Consultation|EVENT] met; a Public Consultation did not.",
        "The [Secretariats of Foreign Affairs, Government, and Finance and Public Credit|ORG] agreed.",
        "The [Departments of Trade and Industry, Home Affairs, Tourism, and Public Enterprises|ORG] agreed.",
        "The [Ministries of Trade and Industry|ORG], and [Japan|PLACE], agreed.",
    ],
)
def test_a_name_keeps_its_parties_its_number_and_its_list(annotator: Annotator, marked: str) -> None:
    assert found(annotator, plain(marked)) == expected(marked)
