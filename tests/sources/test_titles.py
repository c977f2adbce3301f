"""The title of a text is what it is about, never what stands above it or the name of its site."""

import pytest

from briefreader import sources
from briefreader.sources.titles import mastheads, site_name

TITLE = "Fisheries Talks End in Bergen"
TEXT = "The two delegations reviewed the rules of fisheries in both seas and found them good. They will meet again."
BODY = f"<p>{TEXT}</p><p>{TEXT} It rained.</p>"

MASTHEADS = {
    "navigation": (
        "Contact Us",
        "Skip to main content",
        "Home > Press Releases",
        "You are here: Home / News / Press releases",
        "English | Français",
        "Login | Register | News",
        "An official website of the United States government",
    ),
    "section": (
        "Press Releases",
        "Media Centre",
        "News & Events",
        "Statements and Speeches",
        "Новости",
        "보도자료",
        "Daily Briefings",
        "Speeches and Statements by the Minister",
    ),
    "label": (
        "READOUT",
        "Readout:",
        "PRESS RELEASE",
        "*** PRESS RELEASE ***",
        "FOR IMMEDIATE RELEASE",
        "Nota de prensa",
        "(Unofficial translation)",
        "[Translation]",
        "Distr.: General",
        "Original: English",
    ),
    "kind": ("Press Statement", "Joint Statement", "Joint Communiqué"),
    "symbol": (
        "SC/12345",
        "A/79/PV.10",
        "S/RES/2231 (2015)",
        "NATO (2025) 066",
        "No. 123/2025",
        "385-14-03-2025",
        "Ref. No.: MFA/12/2025",
    ),
    "date": (
        "JULY 14, 2025",
        "14.03.2025",
        "Friday, 14 March 2025 10:30",
        "Oslo, 14 March 2025",
        "Published: 14 March 2025",
    ),
    "organization": (
        "Ministry of Foreign Affairs",
        "MINISTRY OF FOREIGN AFFAIRS OF JAPAN",
        "Norwegian Ministry of Foreign Affairs",
        "Ministry of External Affairs, Government of India",
        "Embassy of Japan in Norway",
        "Office of the Spokesperson",
        "THE WHITE HOUSE",
        "Ministry of Lighthouses and Ferries",
        "MOL: Ministry of Lighthouses",
        "Ministry for Fjords, Harbours and Tides",
        "REPUBLIC OF NORLAND",
        "Ministerium für Fjorde",
        "وزارة الخارجية",
        "Міністерство закордонних справ України",
    ),
    "by-line": ("ANN B. EXAMPLE, SECRETARY OF STATE", "By Ann Example", "Ann Example, Minister of Trade and Industry"),
    "contact": ("Contact: Press Office", "press@example.org", "Tel.: +47 22 24 20 25"),
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in MASTHEADS.items() for line in lines])
def test_a_line_above_a_title_is_known_by_its_kind(kind: str, line: str) -> None:
    assert mastheads.masthead(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        "Readout of the Call",
        "Joint Statement on Fisheries",
        "Statement by the Minister",
        "Minister Example's Call with Foreign Minister Beispiel",
        "Ministry of Foreign Affairs Summons Ambassador of Norway",
        "Department of Defense Announces New Contracts",
        "Ministry of Lighthouses Opens Office in Bergen",
        "Kingdom of Norland Signs the Fjord Accords",
        "The Republic of Norland’s Fjords",
        "Ministry of Lighthouses and Ferries Statement",
        "In Bergen, President Example Charts the Course",
        "Public Schedule – March 14, 2025",
        "Special Envoy for the Northern Seas",
        "COVID-19",
    ],
)
def test_a_title_is_no_line_above_titles(line: str) -> None:
    assert mastheads.masthead(line) is None


SITES = (
    (f"{TITLE} - MFA of Norland", (), None, TITLE),
    (f"{TITLE} -Ministry of Trade", (), None, TITLE),
    (f"Example Main Portal | {TITLE}", (), None, TITLE),
    (f"{TITLE} - Official Website", (), None, TITLE),
    (f"{TITLE} - Prime Minister of Norway", (), None, TITLE),
    (f"{TITLE} - President of the Republic of Norland", (), None, TITLE),
    (f"{TITLE}: Ministry of Foreign Affairs of Japan", (), None, TITLE),
    ("Norway and Japan: Ministry of Lighthouses Opens", (), None, "Norway and Japan: Ministry of Lighthouses Opens"),
    (f"{TITLE} · portal.example", (), None, TITLE),
    (f"{TITLE} — Ministry of Foreign Affairs", (), None, TITLE),
    (f"Ministry of Trade | {TITLE}", (), None, TITLE),
    (f"{TITLE} » Press releases » Example Portal", (), None, TITLE),
    (f"Example Portal :: {TITLE}", ("Example Portal",), None, TITLE),
    (f"{TITLE} · Bergen Daily", ("Bergen Daily",), None, TITLE),
    (f"{TITLE} • News • example.no", (), None, TITLE),
    (f"{TITLE} - MOFA", (), "mofa.go.jp", TITLE),
    (f"{TITLE} - Example News", (), "english.examplenews.net", TITLE),
    (f"Press Releases | {TITLE} | Embassy of Japan in Norway", (), None, TITLE),
    (f"{TITLE} < Press Releases < Ministry of Trade", (), None, TITLE),
    ("外交部发言人主持例行记者会_中华人民共和国外交部", (), None, "外交部发言人主持例行记者会"),
    (f"{TITLE} | Hanoi, Vietnam | Example Site", (), None, f"{TITLE} | Hanoi, Vietnam"),
    (f"DFAT | {TITLE}", (), None, TITLE),
    (f"{TITLE} - Press Release", (), None, TITLE),
    (f"{TITLE} - Embassy of Japan, Oslo", (), None, TITLE),
    (f"{TITLE} | March 14, 2025", (), None, f"{TITLE} | March 14, 2025"),
    ("Norway – Japan – Republic of Korea Dialogue", (), None, "Norway – Japan – Republic of Korea Dialogue"),
    ("Fisheries Talks - Joint Press Statement", (), None, "Fisheries Talks - Joint Press Statement"),
    ("Ministry of Trade", (), None, "Ministry of Trade"),
)


@pytest.mark.parametrize(("title", "sites", "host", "plain"), SITES)
def test_the_names_of_site_and_section_are_cut_at_both_ends(
    title: str, sites: tuple[str, ...], host: str | None, plain: str
) -> None:
    assert site_name.without(title, sites, host) == plain


PAGES = (
    (f"{TITLE} | Ministry of Trade", f"<h1>{TITLE}</h1>"),
    ("Press Releases | Ministry of Trade", f"<h1>Press Releases</h1><h2>{TITLE}</h2>"),
    ("Statements and Speeches", f"<h1>Statements and Speeches</h1><h3>{TITLE}</h3>"),
    ("Ministry of Trade", f"<h1>{TITLE}</h1>"),
    ("Ministry of Trade", f"<p>PRESS RELEASE</p><p><strong>{TITLE}</strong></p>"),
    ("READOUT", f"<h1>READOUT</h1><h2>{TITLE}</h2>"),
    ("SC/12345", f"<h1>SC/12345</h1><h2>{TITLE}</h2>"),
    ("Skip to main content", f"<h1>{TITLE}</h1>"),
    (f"Press Releases: {TITLE}", f"<h1>{TITLE}</h1>"),
    (f"Home » News » {TITLE}", ""),
    ("Communiqués de presse | Ministère du Commerce", f"<h1>Communiqués de presse</h1><h2>{TITLE}</h2>"),
    ("Embassy of Japan", f"<h1>Embassy of Japan</h1><h2>Press Releases</h2><h3>{TITLE}</h3>"),
    ("", f"<p>{TITLE}</p>"),
)


@pytest.mark.parametrize(("window", "head"), PAGES)
def test_headings_and_stated_titles_of_a_page_are_weighed_together(window: str, head: str) -> None:
    page = f"<title>{window}</title><link rel=stylesheet href=x><main>{head}{BODY}</main>"
    assert sources.parse(page.encode(), "page.html").title == TITLE


def test_a_title_stated_for_others_is_better_than_the_name_of_the_site() -> None:
    page = (
        f"<title>Media Centre</title><meta property='og:title' content='{TITLE} - Example Portal'>"
        f"<meta property='og:site_name' content='Example Portal'><main><h1>Media Centre</h1>{BODY}</main>"
    )
    document = sources.parse(page.encode(), "page.html")
    assert document.title == TITLE
    assert document.removed == ("site navigation: Media Centre",)


def test_the_link_to_its_first_page_names_a_site() -> None:
    page = f"<title>{TITLE} - Bergen Today</title><a href='/'>Bergen Today</a><main>{BODY}</main>"
    assert sources.parse(page.encode(), "page.html").title == TITLE


def test_the_kind_of_a_text_is_its_title_where_it_has_no_other() -> None:
    page = f"<title>Joint Statement</title><main><h1>Joint Statement</h1>{BODY}</main>"
    assert sources.parse(page.encode(), "page.html").title == "Joint Statement"
    text = f"Press Statement\n\nSC/12345\n\n14 March 2025\n\n{TEXT}"
    assert sources.parse(text.encode(), "a.txt").title == "Press Statement"


ABOVE = (
    "Home\nPress Centre\n",
    "Skip to content\nEnglish | Français\nHome > News > Press Releases\n\n",
    "PRESS RELEASE\nNo. 12/2025\n14 March 2025\n\n",
    "MINISTRY OF FOREIGN AFFAIRS OF NORWAY\nPRESS RELEASE\n\n",
    "THE WHITE HOUSE\nOffice of the Press Secretary\nFOR IMMEDIATE RELEASE\nMarch 14, 2025\n\n",
    "READOUT\n\nANN EXAMPLE, MINISTER OF TRADE\n\n",
    "FOR IMMEDIATE RELEASE\nContact: Press Office\n",
    "Press release\nWashington, 14.03.2025\n",
    "Embargoed until 10:00, 14 March 2025\n\n",
    "14 March 2025 | Press release\n\n",
    "REMARKS\nANN EXAMPLE, SECRETARY OF STATE\nOSLO\nMARCH 14, 2025\n",
    "COMMUNIQUÉ DE PRESSE\nParis, le 14 mars 2025\n",
    "Hit 1901\nDate 2025-03-14\n",
)


@pytest.mark.parametrize("above", ABOVE)
def test_the_title_of_a_plain_text_is_its_first_real_line(above: str) -> None:
    document = sources.parse(f"{above}{TITLE}\n\n{TEXT}".encode(), "a.txt")
    assert document.title == TITLE
    told = f"{document.body} {' '.join(document.removed)}"
    assert [line for line in above.split("\n") if line not in told] == []


def test_navigation_above_a_title_is_dropped_and_told() -> None:
    document = sources.parse(f"Contact Us\n Home > Press Releases\n{TITLE}\n\nMay 7, 2025\n\n{TEXT}".encode(), "a.txt")
    assert document.body == f"May 7, 2025\n\n{TEXT}"
    assert document.removed == ("site navigation: Contact Us; Home > Press Releases",)


@pytest.mark.parametrize("head", [f"# Press Releases\n\n## {TITLE}", f"PRESS RELEASE\n\n# {TITLE}", f"# {TITLE}"])
def test_the_title_of_markdown_is_its_first_heading_that_is_no_section(head: str) -> None:
    assert sources.parse(f"{head}\n\n{TEXT}".encode(), "a.md").title == TITLE


def test_one_word_is_a_title_unless_it_is_the_place_in_a_masthead() -> None:
    assert sources.parse(f"Minutes\n\nThey met.\n\n{TEXT}".encode(), "a.txt").title == "Minutes"
    assert sources.parse(f"Minutes\n\nList of delegates\n\n{TEXT}".encode(), "a.txt").title == "Minutes"
    assert sources.parse(f"READOUT\n\nBERGEN\n\n{TITLE}\n\n{TEXT}".encode(), "a.txt").title == TITLE


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("READOUT OF THE CALL WITH\nFOREIGN MINISTER BEISPIEL", "READOUT OF THE CALL WITH FOREIGN MINISTER BEISPIEL"),
        (
            "Joint Communiqué\n\nof the Ministers of Norway and Japan",
            "Joint Communiqué of the Ministers of Norway and Japan",
        ),
        (
            "JOINT STATEMENT\n\nBETWEEN THE REPUBLIC OF NORLAND\n\nAND JAPAN",
            "JOINT STATEMENT BETWEEN THE REPUBLIC OF NORLAND AND JAPAN",
        ),
        ("Statement by\n\nH.E. Ann Example", "Statement by H.E. Ann Example"),
        ("Ministry of Lighthouses\nKINGDOM OF NORLAND\n\nTalks on Fjords\n\nA second line", "Talks on Fjords"),
    ],
)
def test_a_title_that_ends_in_a_preposition_goes_on_in_the_next_line(head: str, title: str) -> None:
    document = sources.parse(
        f"{head}\n\n14 March 2025\n\nThe two sides met in Bergen and spoke of fjords.\n".encode(), "a.txt"
    )
    assert document.title == title
    assert all(line in f"{document.title}\n{document.body}" for line in ("14 March 2025", "The two sides met"))


def test_a_line_break_in_a_heading_parts_two_words() -> None:
    document = sources.parse(
        "<html><body><h1>Joint Communiqué<br>of the Talks</h1><p>They met.</p></body></html>".encode(), "a.html"
    )
    assert document.title == "Joint Communiqué of the Talks"


def test_a_heading_that_is_a_part_of_the_title_of_the_window_is_the_title() -> None:
    window = f"SC/99999 - {TITLE} - Coverage of Meetings"
    page = f"<html><head><title>{window}</title></head><body><h1>{TITLE}</h1>{BODY}</body></html>"
    assert sources.parse(page.encode(), "a.html").title == TITLE


@pytest.mark.parametrize(
    ("window", "heading"),
    [
        ("Untitled Document", "h2"),
        ("Comunicados | Cancillería", "h2"),
        (f"Example - News: {TITLE}, 14-Mar.-2025", "h1"),
    ],
)
def test_a_heading_is_better_than_a_window_without_a_title(window: str, heading: str) -> None:
    page = f"<html><head><title>{window}</title></head><body><{heading}>{TITLE}</{heading}>{BODY}</body></html>"
    assert sources.parse(page.encode(), "a.html").title == TITLE


@pytest.mark.parametrize(
    ("letterhead", "title"),
    [
        ("SENATOR THE HON ANNA ROE\nMINISTER FOR TRADE\nLEADER OF THE GOVERNMENT IN THE SENATE", "Envoy travels"),
        ("The Hon. Anna Roe MP\nShadow Minister for Trade", "Envoy travels"),
        ("ANNA ROE M.P.", "Envoy travels"),
        ("Sea Lanes\nMinister for Trade", "Sea Lanes"),
        ("Dr Roe visits Norland\nMinister for Trade meets envoy", "Dr Roe visits Norland"),
        ("Senator Roe Visits Norland", "Senator Roe Visits Norland"),
    ],
)
def test_the_letterhead_of_a_person_is_no_title(letterhead: str, title: str) -> None:
    document = sources.parse(
        f"{letterhead}\n\nMEDIA RELEASE\n\n29 May 2025\n\nEnvoy travels\n\nThe Minister met the envoy.\n".encode(),
        "a.txt",
    )
    assert document.title == title
    assert " ".join(letterhead.split()) in " ".join(document.text.split())


@pytest.mark.parametrize(
    ("head", "window"),
    [
        (f"<h1>{TITLE}</h1>", f"{TITLE[:-4]}..."),
        (f"<h1><span>Speech</span> <span>{TITLE}</span></h1>", f"{TITLE} - landportal"),
        (f"<h2>{TITLE}</h2>", "Print page"),
        (f"<h1>Archive 2025</h1><h2>{TITLE}</h2>", "Archive 2025"),
        (f"<h1>Spokesperson's Remarks</h1><h2>{TITLE}</h2>", "Spokesperson's Remarks"),
        (f"<h1>Welcome to the Ministry of Ports</h1><h2>{TITLE}</h2>", "Welcome"),
        (f"<h1 style='display:none'>Portal</h1><h1>{TITLE}</h1>", "x"),
        (f"<h3>{TITLE}</h3>", "Microsoft Word - talks_final.docx"),
        ("", f"{TITLE} - Ministry of Ports - Norland"),
        ("", f"{TITLE}_Ministry of Foreign Affairs of Chile"),
        ("", f"{TITLE}—Ministry of Foreign Affairs"),
    ],
)
def test_a_title_is_found_beside_words_of_the_page_and_its_maker(head: str, window: str) -> None:
    page = f"<html><head><title>{window}</title></head><body>{head}<p>14 March 2025</p>{BODY}</body></html>"
    assert sources.parse(page.encode(), "a.html").title == TITLE


def test_the_kind_of_a_text_is_a_better_title_than_the_heading_of_a_section() -> None:
    page = f"<html><title>Joint Statement</title><h1>Joint Statement</h1><h2>Background</h2>{BODY}</html>"
    assert sources.parse(page.encode(), "a.html").title == "Joint Statement"


@pytest.mark.parametrize(
    "above",
    [
        "1",
        "Page 1 of 3",
        "We use cookies on this site. Accept all",
        "Language: EN",
        "***",
        "Home » News » Speeches",
        "14 March 2025 - Bergen",
        "PO Box 12, Bergen",
        "Tel. +47 555 0100",
        "Press releases in English",
    ],
)
def test_a_number_a_place_an_address_or_a_notice_of_the_site_is_no_title(above: str) -> None:
    text = f"{above}\n\n{TITLE}\n\n14 March 2025\n\nThe two sides met in Bergen and spoke of fjords.\n"
    assert sources.parse(text.encode(), "a.txt").title == TITLE
