"""The names of people of all countries are found whole, without forms of address and letters after them."""

import pytest

from annotate.marked import annotate, canonical, expected, found, plain
from briefreader.annotate import Annotator

ADDRESSED = [
    "Shri [Arjun Mehra|PERSON] met Smt. [Rita Devi Rao|PERSON] and Sushri [Asha Nair|PERSON].",
    "H.E. [Somsak Vilay|PERSON], Prime Minister of Laos, received HE Dr. [Badr Halim|PERSON].",
    "Hon'ble Minister Shri [G. Kishan Rao|PERSON] spoke.",
    "Dato’ Seri Utama [Omar bin Haji Latif|PERSON] and Tan Sri Dato' Sri [Azam Noor|PERSON] signed.",
    "Datuk Seri Panglima [Hajim bin Noor|PERSON] and Datin Paduka [Siti Hawa binti Osman|PERSON] signed.",
    "Mr [Tan Wei Leng|PERSON] and Ibu [Sri Mulyadi|PERSON] left; Pak [Arman Nasir|PERSON] stayed.",
    "Samdech Techo [Sok Vanna|PERSON] and Lok Chumteav [Chea Sophal|PERSON] came.",
    "U [Than Maung|PERSON], Union Minister for Trade, received Daw [Aye Aye Khin|PERSON].",
    "Eng. [Waleed bin Karim El-Khatib|PERSON] met Sheikh [Hamad bin Jabir Al-Thawadi|PERSON].",
    "Ato [Gebre Tesfaye|PERSON], W/ro [Semret Haile|PERSON].",
    "Alhaji [Musa Bello|PERSON] and Hajji [Abdul Ssali|PERSON] came.",
    "Señor [Rogelio Grande|PERSON], Doña [Ana Prado|PERSON], Herr [Boris Rugen|PERSON] and Maître [Jean Vail|PERSON].",
    "Atty. [Nilo Cruz|PERSON], Engr. [Rolando Dima|PERSON] and Ratu [Wili Kato|PERSON].",
    "Vice Premier [He Lixing|PERSON] and Mr. [To Minh Binh|PERSON] spoke.",
]

LETTERS_AFTER = [
    "Rt Hon [Rachel Marsh|PERSON] MP and Sir [Kit Starling|PERSON] KC MP, Dame [Barbara Toll|PERSON] DCMG OBE left.",
    "The Hon [Stephen Marsh|PERSON] AC and [Angus Toll|PERSON] AO DSC attended.",
    "General [Shan Silva|PERSON] WWV RWP RSP ndc psc handed over to Air Marshal [G.P. Bula|PERSON] RSP (Retd).",
    "Amb. [Raychelle Otieno|PERSON], SC, EGH, and [Musa Tuggar|PERSON], OON, Minister of Trade, came.",
    "[Ada Lund|PERSON], PhD, Minister of Health of Norway, and Hon [Judith Toll|PERSON] KC spoke.",
]

FORMS = [
    "First Minister [Michelle O'Neal|PERSON] met [Sean O’Dwyer|PERSON] and [Moussa N’Dour|PERSON].",
    "[Rachel D’Avila|PERSON], Minister of Trade, and [Musa Wetang'ura|PERSON] came.",
    "Foreign Minister [V.Roshka|PERSON] met [S.Ivanchenko|PERSON] and [A.K.Petrova|PERSON].",
    "[J.R.R. Sylva|PERSON] left.",
    "[Jean NGOMA|PERSON] and [NGOMA Jean|PERSON] signed; so did Mr. [WENG Yi|PERSON] and [KIM Dong-hwan|PERSON].",
    "Mr. [Siva a/l Muthu|PERSON] met [Noura bint Salem Al Kaabi|PERSON] and [Almaz uulu Talant|PERSON].",
    "Minister [Juan de la Fuente Ramos|PERSON] met [Sigrid van den Berg|PERSON] and [Bart De Weder|PERSON].",
    "[Guo Jiaming|PERSON], [Nguyen Minh Quan|PERSON] and [Cho Koo-seok|PERSON] answered.",
    "Minister [Caspar Veld|PERSON] met [Hanke Brams|PERSON], [Kadri Olgren|PERSON] and [Oyelaran Wikeh|PERSON].",
    "The talks were led by [Nyewike Ezenwa|PERSON]; [Qoliswa Mbatha|PERSON] said that they went well.",
    "Minister [Hossein Amir-Abbasi|PERSON] met [Mohammed Sultan Saif|PERSON].",
    "President [D.Tremp|PERSON] and Md. [Touhid Hosan|PERSON] spoke.".replace("Md. [", "[Md. "),
]

NO_NAMES = [
    "The General Cargo vessel and the Bocharov Ruchei residence.",
    "They flew to Monte Carlo, Santa Clara and Eau Claire at 5 P.M. CET.",
    "Ambassador Extraordinary and Plenipotentiary of the Republicans.",
    "It said Gen. that day.",
]


def people(annotator: Annotator, body: str, title: str = "readout") -> list[str]:
    """The names of people that a text has."""
    return [mention.text for mention in annotate(annotator, body, title).mentions if mention.type == "PERSON"]


@pytest.mark.parametrize("marked", ADDRESSED + LETTERS_AFTER + FORMS + NO_NAMES)
def test_people_are_exactly_those_marked(annotator: Annotator, marked: str) -> None:
    assert people(annotator, plain(marked)) == [name for name, _ in expected(marked)]


@pytest.mark.parametrize(
    "title",
    [
        "TRANSCRIPT OF PRIME MINISTER DOORSTOP AT ST ANNE'S SCHOOL",
        "Foreign Minister Completes Productive Visit",
        "Prime Minister Receives Phone Call",
        "REMARKS BY THE PRESIDENT AT A BRIEFING",
    ],
)
def test_a_heading_names_no_person(annotator: Annotator, title: str) -> None:
    assert people(annotator, "They met.", title) == []


def test_a_heading_in_capitals_names_people_of_known_given_names(annotator: Annotator) -> None:
    title = "MEDIA RELEASE MINISTER FOR FOREIGN AFFAIRS ALEXANDER MARSH"
    assert people(annotator, "They met.", title) == ["ALEXANDER MARSH"]
    assert people(annotator, "They met.", "Ministerial on Climate Action - Ms Grace Fu") == ["Grace Fu"]


def test_a_heading_ends_a_name_before_its_verb(annotator: Annotator) -> None:
    found = people(annotator, "Minister Shorouk said so.", "Egypt: FM Shorouk Receives Phone Call")
    assert found == ["Shorouk", "Shorouk"]


def test_a_listed_surname_beside_other_names_is_that_of_another(annotator: Annotator) -> None:
    body = "Minister of Arts\n\nNGOMA OBAMA Jean\n\nMichelle Obama met Bibi Trump. Obama spoke."
    names = {mention.canonical for mention in annotate(annotator, body).mentions if mention.type == "PERSON"}
    assert names == {"NGOMA OBAMA Jean", "Michelle Obama", "Bibi Trump"}


SHORT_FORMS = [
    "Minister [Badr Abdel-Amin|PERSON] met [Riyad al-Malini|PERSON]. [Al-Malini|PERSON] thanked [Abdel-Amin|PERSON].",
    "Minister [Ana van den Burg|PERSON] came. [Van den Burg|PERSON] spoke.",
    "Minister [Juan de la Torre Ramos|PERSON] and [De la Torre|PERSON] are one.",
    "Mr. [WENG Yi|PERSON] came, and [Weng|PERSON] spoke.",
    "Minister [José Manuel Alvares Bueno|PERSON] came. [Alvares|PERSON] spoke.",
    "[Ash Carter|PERSON], Secretary of Defense, came. Later [Carter|PERSON] flew home. [Carter|PERSON] thanked them.",
    "[Ash Carter|PERSON], Secretary of Defense, came. Carter ships left.",
]


@pytest.mark.parametrize("marked", SHORT_FORMS)
def test_short_forms_of_people_are_found(annotator: Annotator, marked: str) -> None:
    assert people(annotator, plain(marked)) == [name for name, _ in expected(marked)]


ONE_NAME = [
    ("Minister João Gomes Corvinho spoke. João Corvinho left; Joao Corvinho too.", {"João Gomes Corvinho"}),
    ("Mohammed bin Salman met King Salman of Saudi Arabia.", {"Mohammed bin Salman", "Salman bin Abdulaziz Al Saud"}),
    ("King Abdullah II of Jordan met Minister Abdullah Gur. King Abdullah left.", {"Abdullah II", "Abdullah Gur"}),
    ("The King of Jordan, King Abdullah, left.", {"Abdullah II"}),
    ("King Abdullah left.", {"Abdullah"}),
    ("President Kim Il Sol met Minister Kim Tae-ho. Minister Kim left.", {"Kim Il Sol", "Kim Tae-ho"}),
    ("S. Jayanath came. Minister Subha Jayanath spoke. Minister S. Jayanath left.", {"Subha Jayanath"}),
]


@pytest.mark.parametrize(("body", "names"), ONE_NAME)
def test_a_person_has_one_name_and_two_people_have_two(annotator: Annotator, body: str, names: set[str]) -> None:
    found = annotate(annotator, body).mentions
    assert {mention.canonical for mention in found if mention.type == "PERSON"} == names


def test_the_second_name_of_an_administration_is_the_listed_person(annotator: Annotator) -> None:
    names = [mention.canonical for mention in annotate(annotator, "The Biden-Harris Administration spoke.").mentions]
    assert names == ["Joe Biden", "Kamala Harris"]


MORE_FORMS = [
    "[A. K. Abdul Momin|PERSON], MP, met Prime Minister [K P Sharma Ali|PERSON] and [Le Thi Thu Hang|PERSON].",
    "[Dallas P. Tonsen|PERSON] and [Georgia N. Marsh|PERSON] came.",
    "The Head of the Information Department [H.S.K.J. Banda|PERSON] and Minister of Arts [Olisa K. Anu|PERSON] came.",
    "Dato Seri Setia Awang Haji [Juan bin Haji Abdul Rashed|PERSON] and [Amna Baloch|PERSON] came.",
    "Lt Gen [Manj Singhar|PERSON], General Officer Commanding-in-Chief, came.",
    "He received [Sugianto|PERSON], Minister of Foreign Affairs.",
    'Ambassador [Jose Manuel "Babe" Romual|PERSON] spoke.',
    "He saw Otumfuo [Osei Tuto II|PERSON] and [Nana Otuo Sirbo II|PERSON].",
    "The ministers of Malta - [Sergey Alenik|PERSON], Iran [Hossein Amir Abdalian|PERSON] and Peru met.",
    "The heads were [Mallo Hellar|PERSON] and [István Bant|PERSON].",
    "External Affairs Minister Dr. [S Jaishankar|PERSON] and [E. Marsh|PERSON] spoke.",
]


@pytest.mark.parametrize("marked", MORE_FORMS)
def test_rarer_forms_of_names_are_whole(annotator: Annotator, marked: str) -> None:
    assert people(annotator, plain(marked)) == [name for name, _ in expected(marked)]


def test_initials_and_a_surname_mean_the_listed_person(annotator: Annotator) -> None:
    mentions = annotate(annotator, "President K.Tokayev of Kazakhstan spoke.").mentions
    assert mentions[1].canonical == "Kassym-Jomart Tokayev"


@pytest.mark.parametrize(
    "body",
    [
        "She was Director of the Queens Museum and Chair of Police Week.",
        "SENIOR STATE DEPARTMENT OFFICIAL ONE: Okay.",
        "They landed at Joint Base Andrews in Prince George's County.",
        "He has a Juris Doctor degree and is William Nelson Cromwell Professor of Law.",
        "It was signed by the Col",
        "The James S. Brady Press Briefing Room was full.",
    ],
)
def test_common_words_after_an_office_are_no_person(annotator: Annotator, body: str) -> None:
    assert people(annotator, body) == []


def test_a_common_word_after_an_office_is_a_person_where_it_is_a_surname(annotator: Annotator) -> None:
    assert people(annotator, "Minister Price met Ambassador Wise.") == ["Price", "Wise"]


def test_given_names_that_are_words_or_places_need_an_unknown_surname(annotator: Annotator) -> None:
    body = (
        "He met Israel Karz, Grace Fusel and Mark G. Eskenazo. They saw Israel Daily, the Dallas Zorks and Grace Bank."
    )
    assert people(annotator, body) == ["Israel Karz", "Grace Fusel", "Mark G. Eskenazo"]


@pytest.mark.parametrize("given", ["Lance", "Nelson", "Max"])
def test_a_bank_named_after_a_person_is_a_body(annotator: Annotator, given: str) -> None:
    assert found(annotator, f"They praised the work of {given} Zorkin Bank.") == [(f"{given} Zorkin Bank", "ORG")]


def test_a_name_in_capitals_inside_a_line_is_whole(annotator: Annotator) -> None:
    mentions = annotate(
        annotator, "UNDER SECRETARY VICTORIA J. NULAND Under Secretary Nuland attends meetings."
    ).mentions
    assert {mention.canonical for mention in mentions if mention.type == "PERSON"} == {"Victoria J. Nuland"}


def test_the_names_of_an_administration_attend_no_meeting(annotator: Annotator) -> None:
    body = "Minister Ada Lund met Minister Bo Ek of Norway in Oslo. The Biden-Harris Administration thanked Norway."
    assert [row.name for row in annotate(annotator, body).attendance] == ["Ada Lund", "Bo Ek"]


def test_accents_and_capitals_of_a_listed_name_do_not_hide_its_side(annotator: Annotator) -> None:
    body = "Minister Ada Lund met Abdel Fattah El-Sisi and Joao Lourenço in Oslo."
    sides = {row.name: row.side for row in annotate(annotator, body).attendance}
    assert (sides["Abdel Fattah El-Sisi"], sides["Joao Lourenço"]) == ("Egypt", "Angola")


def test_a_second_surname_belongs_to_a_listed_name(annotator: Annotator) -> None:
    assert people(annotator, "President Luis Abinader Corona met Dawn O'Connor.") == [
        "Luis Abinader Corona",
        "Dawn O'Connor",
    ]


NAMESAKES = [
    "Dr. [Merkel-Holt|PERSON] of Austria met [Zelenskyy-Bond|PERSON] in Linz.",
    "He received [Macron Dupuy|PERSON] of Haiti and Mr. [Yoon Sang-min|PERSON].",
    "He received [Modi Harikant|PERSON], Secretary of Mines of India.",
    "He met Mr. [Lavrov|PERSON] of Bulgaria. [Lavrov|PERSON] thanked him.",
    "Minister [Lavrov|PERSON] of Bulgaria met the Maltese Culture Minister [Macron|PERSON].",
    "[Obama|PERSON=Barack Obama] and [Merkel|PERSON=Angela Merkel] met; the Obama-Castro talks went on.",
    "[Macron|PERSON=Emmanuel Macron] of France met President [Zelenskyy|PERSON=Volodymyr Zelenskyy] of Ukraine.",
]


@pytest.mark.parametrize("marked", NAMESAKES)
def test_a_namesake_of_a_leader_keeps_the_printed_name(annotator: Annotator, marked: str) -> None:
    found = [each for each in annotate(annotator, plain(marked)).mentions if each.type == "PERSON"]
    wanted = [(name, canonical(marked).get(name, name)) for name, _ in expected(marked)]
    assert [(each.text, each.canonical) for each in found][: len(wanted)] == wanted


BESIDE_COUNTERPARTS = [
    "Minister [Ada Lund|PERSON] and her Maltese counterpart, [Qorv Brandel|PERSON], met.",
    "Minister [Ada Lund|PERSON] and his counterpart from Nauru, Dr. [Qorv Brandel|PERSON], spoke.",
    "She met her Norwegian counterpart, Foreign Minister [Eirik Sund|PERSON].",
    "High Commissioner [Ana D'Souza-Lund|PERSON] met [Bo O'Shea-Lund|PERSON].",
    "Minister [Ada Lund|PERSON] met Mag. [Qorv Brandel|PERSON], Arq. [Nuvia Toral|PERSON] and Bp. [Bo Roa|PERSON].",
]


@pytest.mark.parametrize("marked", BESIDE_COUNTERPARTS)
def test_a_name_after_a_counterpart_or_a_short_title_is_whole(annotator: Annotator, marked: str) -> None:
    assert people(annotator, plain(marked)) == [name for name, _ in expected(marked)]


AFTER_COUNTRIES = [
    ("The Minister of Trade of Malta Florence Lund spoke.", "Minister of Trade", "Florence Lund"),
    ("He met Minister of Justice of Peru Charlotte Roa.", "Minister of Justice", "Charlotte Roa"),
    (
        "She met Ambassador Extraordinary and Plenipotentiary of Hungary to Kenya Otto Varga.",
        "Ambassador Extraordinary and Plenipotentiary",
        "Otto Varga",
    ),
    (
        "Envoy Extraordinary and Minister Plenipotentiary of Peru Luz Prado came.",
        "Envoy Extraordinary and Minister Plenipotentiary",
        "Luz Prado",
    ),
]


@pytest.mark.parametrize(("body", "title", "name"), AFTER_COUNTRIES)
def test_the_country_ends_an_office_before_a_name(annotator: Annotator, body: str, title: str, name: str) -> None:
    found = [(each.text, each.type) for each in annotate(annotator, body).mentions if each.type in ("TITLE", "PERSON")]
    assert found == [(title, "TITLE"), (name, "PERSON")]


WHOLE_NAMES = [
    "Minister [Bakyt Asanov uulu|PERSON] met [Mirlan kyzy Aida|PERSON] and [Murod qizi Lola|PERSON].",
    "He met [Tran Thi Hoai An|PERSON] of Vietnam and Ms. [Pham Van To|PERSON].",
    "Prime Minister [Aksel vid Neys|PERSON] met Minister [Kari av Rana|PERSON].",
]


@pytest.mark.parametrize("marked", WHOLE_NAMES)
def test_the_last_syllable_and_the_word_for_a_child_belong_to_a_name(annotator: Annotator, marked: str) -> None:
    assert people(annotator, plain(marked)) == [name for name, _ in expected(marked)]


def test_a_short_title_does_not_end_the_list_of_those_met(annotator: Annotator) -> None:
    meeting = annotate(annotator, "Foreign Minister Pia Lund of Finland met Pharm. Tim Roa of Malta in Turku.").meeting
    assert meeting is not None
    assert meeting.leads == ("Pia Lund", "Tim Roa")
