"""Bodies, meetings and agreements of any government are found whole; each text shows one construction."""

import pytest

from annotate.marked import annotate, expected, found, plain
from briefreader.annotate import Annotator

MINISTRIES = [
    "The [Ministry of Foreign Affairs and Trade|ORG] and the [Ministry for Europe and Foreign Affairs|ORG] agreed.",
    "The [Ministry of Foreign Affairs, Emigration and Coral Affairs|ORG] wrote.",
    "[Japan|PLACE]'s [Ministry of Land, Infrastructure, Transport and Tourism|ORG] wrote.",
    "The [Ministry of Expatriates' Welfare and Overseas Employment|ORG] and [UNICEF|ORG] agreed.",
    "The [Ministry of Health and Wellness|ORG] and the [Bank of Ghana|ORG] agreed.",
    "The [Federal Ministry for Economic Cooperation and Development|ORG] and the parties agreed.",
    "The [State Department for Diaspora Affairs|ORG] of [Kenya|PLACE] and the [State Department|ORG] agreed.",
    "The [Department of the Prime Minister and Cabinet|ORG] wrote to the [Department for Business and Trade|ORG].",
    "The [Ministry of Foreign Affairs|ORG] of the [Republic of Kazakhstan|PLACE] wrote.",
    "The [Ministry of Finance|ORG] and [President|TITLE] [Ada Lund|PERSON] agreed.",
    "The [Ministry of Reintegration of Temporarily Occupied Territories|ORG] wrote.",
]

BODIES_OF_STATES = [
    "The [Fiji|PLACE] [Cabinet|ORG] and the [Ghanaian|NORP] [Parliament|ORG] agreed; a Cabinet Secretary did not.",
    "The [Embassy|ORG] of [Japan|PLACE], the [High Commission|ORG] of [India|PLACE] and a [Fijian|NORP] [Embassy|ORG].",
    "The [Sejm|ORG], the [Riksdag|ORG], the [Jatiya Sangsad|ORG] and the [House of Councillors|ORG] agreed.",
    "The [Kenya Coast Guard Service|ORG], the [Sri Lankan Navy|ORG] and the [Malawi Police Service|ORG].",
    "[Head|TITLE] of the [Office of the President|ORG] of [Ukraine|PLACE] [Andrii Toll|PERSON] came.",
    "They met at the [Presidential Secretariat|PLACE]; the [Presidential Secretariat|ORG] wrote.",
    "It is a decision of the [Collective Security Council|ORG] and of the [Senior Coral Council|ORG].",
    "The [IGAD Council of Ministers|ORG] and the [AU Peace and Security Council|ORG] met.",
    "The [Kenya Revenue Authority|ORG], the [Rwanda Coral Board|ORG] and the [Malta-Fiji Institute|ORG] agreed.",
    "The [Ghanaian|NORP] [Coral Office|ORG] and the [Ghanaian Coral Agency|ORG] agreed.",
    "The [Coral Institute of International Affairs|ORG] ([PISMO|ORG]) and the [Nigerian Coral Company Limited|ORG].",
    "The [International Fund for Ukraine|ORG], [Allied Control Council for Japan|ORG], the [Armed Forces of Fiji|ORG].",
    "The [MDF Command and Staff College|ORG], the [South African War College|ORG] and the Armed Forces trained.",
    "The [Collective Security Treaty Organisation Collective Security Council|ORG] and the [Commonwealth|ORG] met.",
    "The [Union Attorney General's Office|ORG], the [Ministry of Law|ORG], and the [Law Society of Singapore|ORG] met.",
    "The [Fijian Chamber of Commerce in Malta|ORG] met.",
    "The [Council for the Reconstruction of Ukraine|ORG] and the [Coral Office|ORG] on the Statement of Intent.",
    "The [Foreign Affairs Committee|ORG] of the [Ghanaian|NORP] [Parliament|ORG] met.",
]

EVENTS = [
    "The [Malta-Kenya Joint Commission|EVENT] and the [Fiji-India Foreign Office Consultations|EVENT] met.",
    "The [Fiji|PLACE]-[India|PLACE] [Foreign Office Consultations|EVENT] ([FOC|EVENT]) met.",
    "The [Joint Commission for Cooperation|EVENT] and the [Bi-National Commission|EVENT] met.",
    "The [Malta-Kenya Joint Commission on Bilateral Cooperation|EVENT] met.",
    "The third [Malta|PLACE]-[Kenya|PLACE] [Joint Commission on Tin|EVENT] met.",
    "The [Malta|PLACE]/[Kenya|PLACE] [Joint Commission for Defence and Security|EVENT] met.",
    "The [Nigeria/Sierra Leone Joint Commission|EVENT] will be revived.",
    "The [Malta-Fiji Annual Leaders' Meeting|EVENT] and the next [Political Consultations|EVENT] were agreed.",
    "The 3rd session of the [Kenya|PLACE]-[UAE|PLACE] [JCC|EVENT] met, and the [JCC|EVENT] rose.",
    "The [Malta-Ghana Bi-National Commission|EVENT] rose; the next [BNC|EVENT] is in [Valletta|PLACE].",
    "The [Coral Forum on Trade, Energy and Reefs|EVENT], and the [Coral Corridor|PLACE].",
    "The [India–Malta Business Leaders' Roundtable|EVENT] and [COP-26|EVENT] are near.",
    "The [Eurasian Coral Forum|EVENT] and the [Malta|PLACE]-[Korea|PLACE] [Coral Forum|EVENT].",
    "The [Minsk process|EVENT] and the [Normandy format|ORG] go on.",
    "They met at [Expo 2020 Dubai|EVENT] and at the [Dubai Expo|EVENT].",
    "An exercise codenamed [Tamarind|EVENT] began; the Virtual Coordination Meeting and a Special Emergency Meeting.",
    "[Exercise AMAN-25|EVENT], [Zapad-2021|EVENT] and [Exercise Coral Shield|EVENT] began.",
    "The 11th [Southwest Pacific Dialogue|EVENT] met; [ASEAN|ORG] Dialogue Partners came.",
]

AGREEMENTS = [
    "The [ASEAN-Malta Plan of Action (2020-2024)|AGREEMENT] and the [Action Plan 2024-2028|AGREEMENT] hold.",
    "[Oman|PLACE]'s [Vision 2040|AGREEMENT] and the [UK-Malta Roadmap 2030|AGREEMENT] hold.",
    "The [1992|DATE] [Agreement between the Government of Ukraine and the Government of Malta on Roads|AGREEMENT].",
    "The [EU-Malta Partnership Agenda|AGREEMENT] and the [Climate, Energy and Infrastructure Partnership|AGREEMENT].",
    "The [India–EU Free Trade Agreement|AGREEMENT] and a Whole-of-Nation [Coral Green Plan|AGREEMENT] are near.",
    "A [Vietnam|PLACE]-[MERCOSUR|ORG] [Preferential Coral Agreement|AGREEMENT] is near.",
    "The [Joint Declaration on the Denuclearization of the Korean Peninsula|AGREEMENT] holds.",
    "The [Act East Policy|AGREEMENT], the Foreign and Security Policy and a Zinc Policy.",
    "The [Friendship Treaty|AGREEMENT] between [Nepal|PLACE] and [Malta|PLACE] holds.",
    "They signed the [Joint Declaration on a Strategic Partnership|AGREEMENT].",
    "The [ASEAN-Malta-New Zealand Free Trade Area|AGREEMENT] ([AMNZFTA|AGREEMENT]) holds.",
    "They signed a [MoU on Cooperation in Tin|AGREEMENT] and two MoUs.",
]

PLACES_AND_DAYS = [
    "They met on [28 november 2023|DATE] at [ZQF Headquarters|PLACE] on the [Crimean peninsula|PLACE].",
    "They spoke of the [Southern African|PLACE] region and of [Southern African|NORP] partners.",
    "They met at [Lake Taupo|PLACE] and on [Mount Kenya|PLACE]; Mr. [Lake|PERSON] came.",
    "They met in [Swakopmund|PLACE], [Namibia|PLACE], in [Tarkwa|PLACE] province and in the city of [Zeluwa|PLACE].",
    "The [West|PLACE] and its [Western|PLACE] partners met west of the river.",
    "They came from [Aotearoa New Zealand|PLACE], [Tokelau|PLACE] and the [Republic of Italy|PLACE].",
    "[Sierra Leonian|NORP], [Gurkha|NORP] and [Turkish Cypriot|NORP] guests saw the [Vatican|PLACE].",
    "The [Maldives|PLACE] and the [Horn of Africa|PLACE] Region.",
    "He came today ([25|DATE]), this morning ([04|DATE]) and on the [24th|DATE] afternoon, with a team (12).",
]


@pytest.mark.parametrize("marked", MINISTRIES + BODIES_OF_STATES + EVENTS + AGREEMENTS + PLACES_AND_DAYS)
def test_finds_exactly_what_is_marked(annotator: Annotator, marked: str) -> None:
    assert found(annotator, plain(marked)) == expected(marked)


NO_NAMES = [
    "Each Foreign Terrorist Organization and an Open Radio Access Network are listed; so is Critical and Emerging "
    "Technologies.",
    "He flew Aboard Air Force One to a Press Conference, read the Coral Law Review and the Internal Revenue Code.",
    "A White House Meeting on Avoiding Nuclear War, a Disaster Declaration; the ZIP Code; the Tentative Agreement.",
    "Each Foreign Terrorist Organization (FTO), the Open Radio Access Network (ORAN) and the Inland Tax Code (ITC).",
    "The COVID Coordinator spoke of M-25-21 and of a B-1/B-2 visa.",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_common_terms_are_no_names(annotator: Annotator, text: str) -> None:
    names = {name for name in found(annotator, text) if name not in (("White House", "ORG"), ("White House", "PLACE"))}
    assert not {name for name in names if name[1] not in ("PERSON", "TITLE")}


def test_the_verb_of_a_headline_is_no_part_of_a_name(annotator: Annotator) -> None:
    mentions = annotate(annotator, "They met.", title="Foreign Minister Completes Indo-Pacific Forum Talks").mentions
    assert "Completes" not in "".join(mention.text for mention in mentions)


def test_a_title_in_capitals_is_read_like_any_other(annotator: Annotator) -> None:
    title = "MALTA AND FIJI DEFENCE FORCE SIGN COMPREHENSIVE CORAL TREATY IN OSLO"
    names = [(mention.text, mention.type) for mention in annotate(annotator, "They met.", title=title).mentions]
    assert names == [
        ("MALTA", "PLACE"),
        ("FIJI DEFENCE FORCE", "ORG"),
        ("COMPREHENSIVE CORAL TREATY", "AGREEMENT"),
        ("OSLO", "PLACE"),
    ]


def test_a_headline_names_no_agreement_that_it_only_describes(annotator: Annotator) -> None:
    title = "Minister Lund Discusses Strengthening Reef Partnership; Fiji-Malta Joint Declaration"
    types = {mention.type for mention in annotate(annotator, "They met.", title=title).mentions}
    assert "AGREEMENT" not in types


def test_a_programme_keeps_its_verb(annotator: Annotator) -> None:
    assert ("Build Back Better Agenda", "AGREEMENT") in found(annotator, "It is in the Build Back Better Agenda.")


@pytest.mark.parametrize("end", ["\n\nIssued by: The Presidency\n\nPretoria", "\n\nThe Presidency"])
def test_the_presidency_that_signs_a_text_is_a_body(annotator: Annotator, end: str) -> None:
    assert ("Presidency", "ORG") in found(annotator, f"They met under the Presidency of the Sea.{end}")


def test_the_title_needs_no_longer_body(annotator: Annotator) -> None:
    mentions = annotate(annotator, "They met.", title="Lund Meets Coral Security Council").mentions
    assert [(mention.text, mention.type) for mention in mentions][-1] == ("Security Council", "ORG")
