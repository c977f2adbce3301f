"""No country is home: a person belongs to the country or body that the office, the text or its issuer names."""

import pytest

from annotate.marked import annotate
from briefreader.annotate import Annotator
from briefreader.annotate.names.issuing_sites import owner_of
from briefreader.model import Document

BESIDE = [
    ("Governor Anna Marsh of Georgia met President Peter Lund of Georgia.",
     {"Anna Marsh": "United States", "Peter Lund": "Georgia"}),
    ("The Secretary of State for Northern Ireland, Anna Marsh, spoke.", {"Anna Marsh": "United Kingdom"}),
    ("Anna Marsh, Secretary of State for the United Kingdom, spoke.", {"Anna Marsh": "United Kingdom"}),
    ("The Ambassador of India to Nepal, Anna Marsh, spoke.", {"Anna Marsh": "India"}),
    ("U.S. Ambassador to Japan Anna Marsh met Ambassador of Japan Peter Lund.",
     {"Anna Marsh": "United States", "Peter Lund": "Japan"}),
    ("Foreign Ministers Anna Marsh (Canada) and Peter Lund (Norway) met.",
     {"Anna Marsh": "Canada", "Peter Lund": "Norway"}),
    ("It was signed by Anna Marsh (Minister of Trade, Canada) and Peter Lund (State Secretary, Norway).",
     {"Anna Marsh": "Canada", "Peter Lund": "Norway"}),
    ("Present were Anna Marsh, Ambassador of Germany; Peter Lund, Ambassador of Italy; and Carl Hale, Envoy of Peru.",
     {"Anna Marsh": "Germany", "Peter Lund": "Italy", "Carl Hale": "Peru"}),
    ("She met her Polish counterpart, Foreign Minister Anna Marsh.", {"Anna Marsh": "Poland"}),
    ("She met her counterpart from Peru, Anna Marsh.", {"Anna Marsh": "Peru"}),
    ("The Permanent Secretary of the Ministry of Foreign Affairs of Singapore Anna Marsh spoke.",
     {"Anna Marsh": "Singapore"}),
    ("The Mayor of Valletta Anna Marsh spoke.", {"Anna Marsh": "Malta"}),
    ("The Special Envoy for Sudan Anna Marsh spoke.", {"Anna Marsh": None}),
    ("Anna Marsh, Adviser to President Vladimir Putin, spoke.", {"Anna Marsh": "Russia"}),
    ("President Anna Marsh of Peru met Japanese Foreign Minister Peter Lund and Defence Minister Carl Hale.",
     {"Anna Marsh": "Peru", "Peter Lund": "Japan", "Carl Hale": "Japan"}),
    ("It was chaired by Ambassador Anna Marsh, Envoy of Peru to ASEAN, and Ambassador Peter Lund, Head of the Maltese "
     "Mission to ASEAN.", {"Anna Marsh": "Peru", "Peter Lund": "Malta"}),
    ("Present were Anna Marsh, Director at the Maltese Ministry of Trade, and Peter Lund, Director for Africa of the "
     "Peruvian Foreign Ministry.", {"Anna Marsh": "Malta", "Peter Lund": "Peru"}),
    ("National Security Adviser to President Anna Marsh of Peru Peter Lund met Maltese Foreign Minister Carl Hale.",
     {"Anna Marsh": "Peru", "Peter Lund": "Peru", "Carl Hale": "Malta"}),
    ("She met her Polish colleague, Anna Marsh.", {"Anna Marsh": "Poland"}),
    ("Anna Marsh, the Acting Maltese Minister of Trade, met Peter Lund, the acting Peruvian Minister of Trade.",
     {"Anna Marsh": "Malta", "Peter Lund": "Peru"}),
    ("Malta was represented by Anna Marsh, Deputy Director of the North American Affairs Bureau in the Ministry of "
     "Trade.", {"Anna Marsh": "Malta"}),
]  # fmt: skip

BODIES = [
    ("European Commission Vice Presidents Anna Marsh and Peter Lund met European Commissioner for Trade Carl Hale.",
     {"Anna Marsh": "European Union", "Peter Lund": "European Union", "Carl Hale": "European Union"}),
    ("The Secretary-General of the Organization of American States (OAS), Anna Marsh, spoke.",
     {"Anna Marsh": "Organization of American States"}),
    ("UN Secretary-General Anna Marsh met NATO Secretary General Peter Lund.",
     {"Anna Marsh": "United Nations", "Peter Lund": "NATO"}),
    ("High Representative for Foreign Affairs and Security Policy Anna Marsh spoke.", {"Anna Marsh": "European Union"}),
    ("The Chairperson of the African Union Commission, Anna Marsh, spoke.", {"Anna Marsh": "African Union"}),
    ("The Executive Vice-President of the European Commission, Anna Marsh, spoke.", {"Anna Marsh": "European Union"}),
    ("The Apostolic Nuncio Anna Marsh met the Director of the University of Malta Peter Lund.",
     {"Anna Marsh": "Holy See", "Peter Lund": "Malta"}),
    ("Anna Marsh, Secretary for Trade with Partners of the Holy See, met the Apostolic Nuncio, Archbishop Peter Lund.",
     {"Anna Marsh": "Holy See", "Peter Lund": "Holy See"}),
    ("She met the Head of the EU Delegation, Anna Marsh.", {"Anna Marsh": "European Union"}),
    ("She met Anna Marsh, Head of the Delegation of the European Union to Peru.", {"Anna Marsh": "European Union"}),
]  # fmt: skip

DELEGATIONS = [
    ("President Anna Marsh of Malta met a delegation of Peruvian lawmakers led by Peter Lund.",
     {"Anna Marsh": "Malta", "Peter Lund": "Peru"}),
    ("President Anna Marsh of Malta received Peruvian traders, among them Peter Lund.", {"Peter Lund": "Peru"}),
    ("The Peruvian delegation was headed by Anna Marsh, and the Maltese one by Peter Lund.",
     {"Anna Marsh": "Peru", "Peter Lund": "Malta"}),
    ("President Anna Marsh of Malta, accompanied by Minister Peter Lund and Ambassador Ada Roe, met President "
     "Carl Hale of Peru.", {"Peter Lund": "Malta", "Ada Roe": "Malta", "Carl Hale": "Peru"}),
    ("The President of Peru was accompanied by Minister Anna Marsh.", {"Anna Marsh": "Peru"}),
    ("The Peruvian delegation was welcomed by Anna Marsh.", {"Anna Marsh": None}),
    ("In the Peruvian delegation were Anna Marsh and Peter Lund.", {"Anna Marsh": "Peru", "Peter Lund": "Peru"}),
    ("It was signed by Anna Marsh for the Government of Malta, and by Peter Lund, the Peruvian trade minister.",
     {"Anna Marsh": "Malta", "Peter Lund": "Peru"}),
    ("Ambassador Anna Marsh, the new ambassador of the Republic of Mali, came.", {"Anna Marsh": "Mali"}),
    ("Iraq, led by Prime Minister Anna Marsh, and Peru, represented by Prime Minister Peter Lund, agreed.",
     {"Anna Marsh": "Iraq", "Peter Lund": "Peru"}),
    ("The Indian delegation was led by Secretary Anna Marsh and the Uzbek delegation by Deputy Minister Peter Lund.",
     {"Anna Marsh": "India", "Peter Lund": "Uzbekistan"}),
    ("Anna Marsh and Peter Lund led the Maltese delegation.", {"Anna Marsh": "Malta", "Peter Lund": "Malta"}),
    ("Malta was represented by Anna Marsh, while Peru was represented by Peter Lund.",
     {"Anna Marsh": "Malta", "Peter Lund": "Peru"}),
    ("On behalf of Ghana, it was signed by Anna Marsh, while Peter Lund signed for Guinea.",
     {"Anna Marsh": "Ghana", "Peter Lund": "Guinea"}),
    ("The EU delegation included Anna Marsh and Peter Lund.",
     {"Anna Marsh": "European Union", "Peter Lund": "European Union"}),
    ("Anna Marsh led talks with Japan and Peter Lund spoke.", {"Anna Marsh": None, "Peter Lund": None}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "sides"), BESIDE + BODIES + DELEGATIONS)
def test_the_words_beside_a_name_tell_the_side(annotator: Annotator, body: str, sides: dict[str, str | None]) -> None:
    found = {person.name: person.side for person in annotate(annotator, body).attendance}
    assert found == sides | {name: side for name, side in found.items() if name not in sides}


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Anna Marsh, the Acting Maltese Minister of Trade, met Peter Lund.", "Minister of Trade"),
        ("Anna Marsh, the interim U.S. Secretary of Defense, met Peter Lund.", "Secretary of Defense"),
        ("Malta sent Anna Marsh, the Deputy Minister for Trade. Peter Lund came too.", "Deputy Minister for Trade"),
    ],
)
def test_the_title_behind_a_name_may_be_an_acting_one_and_end_a_sentence(
    annotator: Annotator, body: str, title: str
) -> None:
    titles = {person.name: person.title for person in annotate(annotator, body).attendance}
    assert titles == {"Anna Marsh": title, "Peter Lund": None}


def test_a_list_under_a_heading_belongs_to_the_side_of_the_heading(annotator: Annotator) -> None:
    body = "The Maltese delegation:\n\nMr. Carl Hale, Ambassador\n\nThe Peruvian delegation:\n\nMr. Peter Lund, Envoy"
    found = {person.name: person.side for person in annotate(annotator, body).attendance}
    assert found == {"Carl Hale": "Malta", "Peter Lund": "Peru"}


VISIT = "Prime Minister Anna Marsh received the Foreign Minister of Peru, Peter Lund."


@pytest.mark.parametrize(
    ("url", "side"),
    [
        ("https://www.mea.gov.in/press.htm", "India"),
        ("https://www.mofa.go.jp/press/1.html", "Japan"),
        ("https://www.gov.uk/news", "United Kingdom"),
        ("https://news.example.org/1", None),
        (None, None),
    ],
)
def test_an_office_without_a_country_is_that_of_the_issuer(
    annotator: Annotator, url: str | None, side: str | None
) -> None:
    people = annotator.annotate(Document(title="News", body=VISIT, url=url)).attendance
    assert [(person.name, person.side) for person in people] == [("Anna Marsh", side), ("Peter Lund", "Peru")]


@pytest.mark.parametrize(
    "frame",
    [
        "Valletta, 4 May 2025\n\n{}",
        "From: Ministry of Foreign Affairs of Malta\n\n{}",
        "{}\n\nMinistry of Foreign Affairs of Malta\n\nValletta",
        "{} Malta and Peru are friends. Malta will open an embassy. Malta's ports are busy.",
    ],
)
def test_letterhead_dateline_and_subject_tell_the_issuer(annotator: Annotator, frame: str) -> None:
    people = annotate(annotator, frame.format(VISIT)).attendance
    assert [(person.name, person.side) for person in people] == [("Anna Marsh", "Malta"), ("Peter Lund", "Peru")]


def test_an_issuer_puts_itself_first_and_foreign_envoys_come_to_it(annotator: Annotator) -> None:
    first = (
        "The Malta-Peru Ports Council met. Minister Anna Marsh opened the Malta-Peru session; Malta will host again."
    )
    envoy = "Minister Anna Marsh received the Ambassador of Peru to Malta, Peter Lund. Malta's ports are busy."
    for body in (first, envoy):
        assert {person.name: person.side for person in annotate(annotator, body).attendance}["Anna Marsh"] == "Malta"


def test_an_envoy_s_country_is_not_that_of_the_minister_who_receives_another(annotator: Annotator) -> None:
    body = (
        "Minister Anna Marsh received Ambassador Peter Lund of Mali and Ambassador Carl Hale of Peru. Sudan keeps its "
        "friends, and Sudan's embassies grow."
    )
    document = Document(title="Ambassadors of Mali and Peru", body=body)
    assert {person.name: person.side for person in annotator.annotate(document).attendance} == {
        "Anna Marsh": "Sudan",
        "Peter Lund": "Mali",
        "Carl Hale": "Peru",
    }


@pytest.mark.parametrize("sender", ["Source: Ministry of Trade of Peru", "From: Peru"])
def test_the_sender_is_read_at_the_very_beginning_of_a_text(annotator: Annotator, sender: str) -> None:
    document = Document(title="", body=f"{sender}\n\nMinister Anna Marsh spoke.")
    assert [person.side for person in annotator.annotate(document).attendance] == ["Peru"]


def test_a_country_behind_the_first_article_of_a_text_is_a_party(annotator: Annotator) -> None:
    body = "The Minister Anna Marsh met Ambassador Peter Lund of Chile, and they came in"
    document = Document(title="the Philippines and Chile", body=body)
    found = {person.name: person.side for person in annotator.annotate(document).attendance}
    assert found == {"Anna Marsh": "Philippines", "Peter Lund": "Chile"}


def test_a_town_of_the_united_nations_is_no_sender_s(annotator: Annotator) -> None:
    body = "New York, 4 May 2025\n\nMinister Anna Marsh met Foreign Minister Peter Lund of Peru."
    found = {person.name: person.side for person in annotate(annotator, body).attendance}
    assert found == {"Anna Marsh": None, "Peter Lund": "Peru"}


def test_a_form_of_address_tells_the_country_that_the_text_names(annotator: Annotator) -> None:
    body = "Shri Arun Mehta went to Sweden for India. Minister Peter Lund met him."
    found = {person.name: person.side for person in annotate(annotator, body).attendance}
    assert found["Arun Mehta"] == "India"


def test_the_next_in_a_list_has_the_side_that_an_office_told(annotator: Annotator) -> None:
    body = (
        "In Nepal came Minister of Labour and Foreign Employment Anna Marsh, Minister of Trade Peter Lund and others."
    )
    found = {person.name: person.side for person in annotate(annotator, body).attendance}
    assert found == {"Anna Marsh": "Nepal", "Peter Lund": "Nepal"}


def test_a_security_council_without_its_owner_is_not_that_of_the_united_nations(annotator: Annotator) -> None:
    body = "The Secretary of the Security Council Anna Marsh met the Secretary of the UN Security Council Peter Lund."
    found = {person.name: person.side for person in annotate(annotator, body).attendance}
    assert found == {"Anna Marsh": None, "Peter Lund": "United Nations"}


def test_a_title_in_the_plural_is_that_of_each(annotator: Annotator) -> None:
    body = "Foreign Ministers Anna Marsh of Malta and Peter Lund of Peru met."
    found = [(person.name, person.title, person.side) for person in annotate(annotator, body).attendance]
    assert found == [("Anna Marsh", "Foreign Minister", "Malta"), ("Peter Lund", "Foreign Minister", "Peru")]


def test_a_spokesperson_is_of_no_country_that_nothing_tells(annotator: Annotator) -> None:
    body = "Foreign Ministry Spokesperson Anna Marsh opened the press conference."
    assert [person.side for person in annotate(annotator, body).attendance] == [None]


def test_the_counterpart_of_the_issuer_s_minister_is_of_the_other_party(annotator: Annotator) -> None:
    body = "Foreign Minister Anna Marsh met Foreign Minister Peter Lund today."
    document = Document(title="Malta and Peru discuss ports", body=body, url="https://foreign.gov.mt/1")
    found = {person.name: person.side for person in annotator.annotate(document).attendance}
    assert found == {"Anna Marsh": "Malta", "Peter Lund": "Peru"}


@pytest.mark.parametrize(
    ("body", "url", "side"),
    [
        ("Secretary of State Anna Marsh spoke in the United States.", None, "United States"),
        ("External Affairs Minister Anna Marsh spoke.", None, "India"),
        ("Taoiseach Anna Marsh spoke.", None, "Ireland"),
        ("Crown Prince Abdul Marsh spoke in Jordan.", None, "Jordan"),
        ("Minister Anna Marsh spoke.", "https://www.state.gov/1", None),
        ("President Anna Marsh spoke.", "https://www.gov.uk/1", None),
    ],
)
def test_an_office_tells_the_governments_that_have_it(
    annotator: Annotator, body: str, url: str | None, side: str | None
) -> None:
    people = annotator.annotate(Document(title="News", body=body, url=url)).attendance
    assert [person.side for person in people] == [side]


@pytest.mark.parametrize(
    ("address", "owner"),
    [
        ("https://www.state.gov/readout", "United States"),
        ("https://www.centcom.mil/news", "United States"),
        ("mfa.gov.sg/Newsroom", "Singapore"),
        ("http://en.kremlin.ru/events", "Russia"),
        ("https://www.eeas.europa.eu/node/1", "European Union"),
        ("https://www.nato.int/news", "NATO"),
        ("https://blog.example.tv/", None),
        ("https://mfa.gov.tv/", "Tuvalu"),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_an_address_tells_whose_government_owns_it(address: str, owner: str | None) -> None:
    ends = {"gov": "United States", "sg": "Singapore", "ru": "Russia", "tv": "Tuvalu"}
    assert owner_of(address, ends) == owner
