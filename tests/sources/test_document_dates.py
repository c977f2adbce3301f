"""The date of a document, as sources write it."""

import pytest

from briefreader import sources
from briefreader.sources.dates import document_dates as dates
from briefreader.sources.dates import publication
from briefreader.sources.dates.publication import Evidence


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2024", "2024"),
        ("2024-09", "2024-09"),
        ("2024-09-04T16:30:00Z", "2024-09-04"),
        ("20240904", "2024-09-04"),
        ("2024/09/04", "2024-09-04"),
        ("Wed, 04 Sep 2024 16:30:00 +0000", "2024-09-04"),
        ("Wednesday, September 4th, 2024", "2024-09-04"),
        ("4 Sept. 2024", "2024-09-04"),
        ("29 February 2023", None),
        ("04/09/2024", None),
        ("2024-13", None),
        ("9999999", None),
        ("soon", None),
    ],
)
def test_a_day_is_read_or_unknown(raw: str, day: str | None) -> None:
    assert dates.day(raw) == day


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("2022-03-25 15:22:37-04:00", "2022-03-25T15:22:37-04:00"),
        ("2024-09-26T10:00:00.123+0100", "2024-09-26T10:00:00+01:00"),
        ("Fri, 23 Jul 2021 18:41:23 GMT", "2021-07-23T18:41:23+00:00"),
        ("2024-09-26T10:00", None),
        ("2024-09-26", None),
    ],
)
def test_a_moment_needs_its_zone(raw: str, moment: str | None) -> None:
    assert dates.moment(raw) == moment


@pytest.mark.parametrize(
    ("paragraph", "day"),
    [
        ("September 22, 2017", "2017-09-22"),
        ("For Immediate Release September 22, 2017", "2017-09-22"),
        ("Washington, D.C., September 4, 2024", "2024-09-04"),
        ("TOKYO (20 May 2022) — The ministers met today to review their plans for the coming year.", "2022-05-20"),
        ("On September 4, 2024, the two sides met in Washington to review their plans.", None),
        ("The talks of September 4, 2024 were useful.", None),
    ],
)
def test_a_dateline_is_no_date_in_a_sentence(paragraph: str, day: str | None) -> None:
    assert publication.choose(Evidence("Talks", ["A by-line", paragraph])) == (day, None)


FORMS = {
    "4 September 2024": "2024-09-04",
    "the 4th day of September, 2024": "2024-09-04",
    "2024. 9. 4.": "2024-09-04",
    "4.9.2024": "2024-09-04",
    "4-Sep-2024": "2024-09-04",
    "23/11/25": "2025-11-23",
    "11/23/25": "2025-11-23",
    "25JAN2025": "2025-01-25",
    "enero 25 de 2025": "2025-01-25",
    "25.01.2025 г.": "2025-01-25",
    "September 2024": "2024-09",
    "2024年9月4日": "2024-09-04",
    "２０２４年９月４日": "2024-09-04",
    "令和6年9月4日": "2024-09-04",
    "令和元年9月4日": "2019-09-04",
    "民國113年9月4日": "2024-09-04",
    "二〇二四年十一月二十三日": "2024-11-23",
    "2024년 9월 4일": "2024-09-04",
    "2024年9月": "2024-09",
    "mercredi 4 septembre 2024": "2024-09-04",
    "1er août 2024": "2024-08-01",
    "4 de septiembre de 2024": "2024-09-04",
    "Mittwoch, den 4. September 2024": "2024-09-04",
    "4. März 2024": "2024-03-04",
    "1º de março de 2024": "2024-03-01",
    "mercoledì 4 settembre 2024": "2024-09-04",
    "4 сентября 2024 года": "2024-09-04",
    "4 вересня 2024 року": "2024-09-04",
    "4 maart 2024": "2024-03-04",
    "4 września 2024 r.": "2024-09-04",
    "4 Eylül 2024": "2024-09-04",
    "4 سبتمبر 2024": "2024-09-04",
    "٤ أيلول/سبتمبر ٢٠٢٤": "2024-09-04",
    "den 4 maj 2024": "2024-05-04",
    "4 Agustus 2024": "2024-08-04",
    "ngày 4 tháng 9 năm 2024": "2024-09-04",
    "2024. szeptember 4.": "2024-09-04",
    "2024 m. rugsėjo 4 d.": "2024-09-04",
    "2024. gada 4. septembrī": "2024-09-04",
    "4 กันยายน 2567": "2024-09-04",
    "4 सितंबर 2024": "2024-09-04",
    "4 Σεπτεμβρίου 2024": "2024-09-04",
    "4. септембра 2024. године": "2024-09-04",
    "7. listopada 2024.": "2024-10-07",
    "7 listopada 2024": "2024-11-07",
    "petak, 4. rujna 2024.": "2024-09-04",
    "Jumaat, 4 Ogos 2024": "2024-08-04",
    "4 Agosti 2024": "2024-08-04",
    "4 ستمبر 2024": "2024-09-04",
    "E premte, 4 shtator 2024": "2024-09-04",
    "Παρασκευή, 4 Σεπτεμβρίου 2024": "2024-09-04",
    "4 sentyabr 2024": "2024-09-04",
    "4/9/24": None,
    "4-IX-2024": "2024-09-04",
    "4 SEP 24": "2024-09-04",
    "4 men 24": None,
    "2024 йил 4 сентябрь": "2024-09-04",
    "2024 жылғы 4 қыркүйек": "2024-09-04",
    "2024 оны 9 дүгээр сарын 4": "2024-09-04",
    "2024 metų rugsėjo 4 d.": "2024-09-04",
    "4 سبتمبر، 2024": "2024-09-04",
    "৪ সেপ্টেম্বর ২০২৪": "2024-09-04",
    "31 February 2024": None,
    "4 September 1724": None,
    "4 September 2124": None,
    "4/9": None,
    "22 24 2024": None,
    "1901": "1901",
}


@pytest.mark.parametrize("raw", FORMS)
def test_a_day_is_read_in_every_usual_form(raw: str) -> None:
    assert dates.day(raw) == FORMS[raw]


@pytest.mark.parametrize(
    "span",
    ["4-6 May 2025", "4 – 6 May 2025", "4 to 6 May 2025", "30 April - 2 May 2025", "June 15-17, 2025", "17-4-5-2025"],
)
def test_the_end_of_a_span_of_days_is_no_day(span: str) -> None:
    assert dates.find(span) == []


TITLE = "Joint Statement on Fisheries"
SENTENCE = "The delegations of Norway and Japan reviewed the rules of fisheries in both seas."
LINES = {
    "Press release (2025) 031 - Issued on 14 Mar. 2025": "2025-03-14",
    "Thứ Sáu, 14/03/2025, 18:30 (GMT+7)": "2025-03-14",
    "Објављено: 14. марта 2025.": "2025-03-14",
    "Posted: 3/14/25": "2025-03-14",
    "14.3.2025 klo 16.40": "2025-03-14",
    "Date published: 14 March 2025": "2025-03-14",
    "Established 14 March 1948": None,
    "来源：外交部 时间：2025-03-14 14:00 浏览：1987": "2025-03-14",
    "'25.3.14.(금)": "2025-03-14",
    "25.03.14": None,
    "NOTA À IMPRENSA Nº 114 Publicado em 14/03/2025 14h00": "2025-03-14",
    "14 March 2025 Ministry of Fisheries of Norway": "2025-03-14",
    "The report that the two sides Published on 14 March 2025": None,
    "25 January 2025 Canberra": "2025-01-25",
    "Madrid, 25 de enero de 2025.-": "2025-01-25",
    "Ciudad de México, a 25 de enero de 2025": "2025-01-25",
    "25/01/2025 10h30 - Atualizado 26/01/2025": "2025-01-25",
    "Date de création : 25 janvier 2025": "2025-01-25",
    "Posted On: 25 JAN 2025 5:30PM by PIB Delhi": "2025-01-25",
    "No: 12, 25 January 2025, Press Release Regarding the Talks": "2025-01-25",
    "作成 2025年1月25日（土）": "2025-01-25",
    "Date : 2025-01-25 | Hit : 1901": "2025-01-25",
    "Release time: 2025-01-25 10:30 | Hits: 1901": "2025-01-25",
    "14.03.2025": "2025-03-14",
    "(2025/3/14)": "2025-03-14",
    "SC/99999 25 January 2025": "2025-01-25",
    "No. 123/2025, 25 January 2025": "2025-01-25",
    "January 25 , 2025": "2025-01-25",
    "Posted on January 25, 2025 by Admin": "2025-01-25",
    "Published: 25 January 2025 | Updated: 27 January 2025": "2025-01-25",
    "Updated: 27 January 2025 | Published: 25 January 2025": "2025-01-25",
    "Last updated: 27 January 2025": "2025-01-27",
    "WASHINGTON, Sept. 4, 2024 — The ministers met today to discuss trade and other things of the day.": "2024-09-04",
    "August 7, 2025 - Bergen, Vestland - Ministry of Trade": "2025-08-07",
    "(Kyiv, 1 February 2022) The Prime Minister met the President in Kyiv to discuss it.": "2022-02-01",
    "TOKYO (20 May 2022) — The ministers met.": "2022-05-20",
    "Paris, le 14 mars 2025": "2025-03-14",
    "Berlin, den 14. März 2025": "2025-03-14",
    "Fecha de publicación: 14 de marzo de 2025": "2025-03-14",
    "Publicado el viernes, 14 de marzo de 2025 a las 10:30": "2025-03-14",
    "Mis à jour le 15 mars 2025 - Publié le 14 mars 2025": "2025-03-14",
    "Дата публикации: 14.03.2025 12:45": "2025-03-14",
    "14 марта 2025 года 12:45 (МСК)": "2025-03-14",
    "Москва, 14 марта 2025 г.": "2025-03-14",
    "등록일 2025-03-14 조회수 1901": "2025-03-14",
    "작성일 : 2025.03.14": "2025-03-14",
    "발행일: 2025년 3월 14일 (금)": "2025-03-14",
    "令和7年3月14日": "2025-03-14",
    "2025年3月14日（金）": "2025-03-14",
    "发布时间：2025-03-14 10:20:30 来源：外交部": "2025-03-14",
    "Office of the Spokesperson | January 25, 2025": "2025-01-25",
    "Office of the Spokesperson, January 25, 2025": "2025-01-25",
    "Date | 25 January 2025": "2025-01-25",
    "Geneva, March 2025": "2025-03",
    "Friday 14 March 2025 10:30 a.m. EDT": "2025-03-14",
    "March 14, 2025, 4:19 PM ET": "2025-03-14",
    "Press Release No. 45/2025 - Oslo, 14 March 2025": "2025-03-14",
    "Published by Press Office on 14 March 2025": "2025-03-14",
    "14 March 2025 | News | 3 min read": "2025-03-14",
    "News - 14 March 2025": "2025-03-14",
    "By Ann Roe, 14 March 2025": "2025-03-14",
    "Embargoed until 14 March 2025, 10:00 GMT": "2025-03-14",
    "FOR IMMEDIATE RELEASE: March 14, 2025": "2025-03-14",
    "Jakarta, 14 Maret 2025": "2025-03-14",
    "Jumat, 14 Maret 2025 10:30 WIB": "2025-03-14",
    "Hà Nội, ngày 14 tháng 3 năm 2025": "2025-03-14",
    "Tarih: 14.03.2025": "2025-03-14",
    "تاريخ النشر: 14 مارس 2025": "2025-03-14",
    "Warszawa, dnia 14 marca 2025 r.": "2025-03-14",
    "Roma, lì 14 marzo 2025": "2025-03-14",
    "Brasília, 14 de março de 2025": "2025-03-14",
    "Publicado em 14/03/2025 10h30": "2025-03-14",
    "Publicado em 14/03/2025 às 10h30 Atualizado em 15/03/2025 às 11h": "2025-03-14",
    "Created: 14 March 2025 Last modified: 20 March 2025": "2025-03-14",
    "MOSCOW, March 14, 2025 /TASS/. The minister said things about trade.": "2025-03-14",
    "BRUSSELS, 14 March 2025. The ministers said that much.": "2025-03-14",
    "Oslo, 14 March 2025: The ministers said that much.": "2025-03-14",
    "Seoul, March 14, 2025 (Yonhap) -- The ministers said": "2025-03-14",
    "Date of publication 14 March 2025": "2025-03-14",
    "First published 14 March 2025": "2025-03-14",
    "Article published 14 March 2025": "2025-03-14",
    "Statement by the Minister at the Summit, Oslo, 14 March 2025": "2025-03-14",
    "Date: 14 Mar 2025": "2025-03-14",
    "14-Mar-2025": "2025-03-14",
    "[14 March 2025]": "2025-03-14",
    "— 14 March 2025 —": "2025-03-14",
    "PUBLISHED ON: MARCH 14, 2025": "2025-03-14",
    "Release Date: March 14, 2025 Release No.: 12-25": "2025-03-14",
    "14 March 2025, Oslo": "2025-03-14",
    "14 March 2025 Press release No. 5": "2025-03-14",
    "Date:2025/03/14": "2025-03-14",
    "Time: 2025-01-25 10:30": "2025-01-25",
    "2025-01-25 10:30 Source: Ministry of Trade": "2025-01-25",
    "Views: 1901 | Date: 25-01-2025": "2025-01-25",
    "Senast uppdaterad 14 mars 2025": "2025-03-14",
    "Publicerad 14 mars 2025": "2025-03-14",
    "Stockholm den 14 mars 2025": "2025-03-14",
    "Den Haag, 14 maart 2025": "2025-03-14",
    "Київ, 14 березня 2025 року": "2025-03-14",
    "Updated 2025-03-15 | 2025-03-14": "2025-03-14",
    "Wed, 03/14/2025 - 10:30": "2025-03-14",
    "Tuesday, 25.03.2025, 10:30 Uhr": "2025-03-25",
    "12.05.2025": "2025-05-12",
    "04/09/2025 04:19 PM EDT": "2025-04-09",
    "14/03/25": "2025-03-14",
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_at_the_head_states_the_day_of_its_text(line: str) -> None:
    assert publication.choose(Evidence(TITLE, [line, SENTENCE]))[0] == LINES[line]


@pytest.mark.parametrize(
    "line",
    [
        "The ministers met today, 4 September 2024, in Oslo and talked.",
        "On September 4, 2024, the two sides met.",
        "Ann Example on Monday, January 22, 2024, in Bergen, Kingdom of",
        "Meeting date: 25 January 2025",
        "Deadline: 25 January 2025",
        "When: 25 January 2025, 10:00",
        "Oslo, 6-8 May 2025",
        "The Agreement of 14 March 2025 remains in force",
        "Copyright 2025",
        "Call 202 555 1901 2025",
        "Valid until 14 March 2025",
        "Accessed 14 March 2025",
        "WASHINGTON – Today, September 4, 2024, the Secretary met",
        "In a statement of 4 September 2024 - the ministers said",
        "11 September 2001 attacks",
        "Minister Ann Roe met Minister Ito on 4 September 2024",
        "20250314",
    ],
)
def test_an_event_a_span_and_a_day_in_a_sentence_are_no_days_of_a_text(line: str) -> None:
    assert publication.choose(Evidence(TITLE, [line, SENTENCE])) == (None, None)


TITLES = {
    "Letter dated 14 March 2025 from the Permanent Representative of Norway": "2025-03-14",
    "Reply to the letter dated 14 March 2025 from Norway": None,
    "Statement at the Virtual Summit (May 15, 2025)": "2025-05-15",
    "Foreign Ministry Spokesperson Hong Min's Regular Press Conference on October 31, 2025": "2025-10-31",
    "Foreign Minister to visit Oslo on 6 November 2025": None,
    "14 March 2025: Statement by the Minister": "2025-03-14",
    "Press Briefing, Friday, 14 March 2025": "2025-03-14",
    "Statement on the September 11, 2001 attacks": None,
    "Joint Statement of 4 September 2024": None,
    "2025年3月14日外交部发言人主持例行记者会": "2025-03-14",
    "Брифинг официального представителя МИД, Москва, 14 марта 2025 года": "2025-03-14",
    "Readout of the Call (14/03/2025)": "2025-03-14",
    "Media advisory: Summit on 14 May 2025": None,
    "Pressekonferenz vom 14.03.2025": "2025-03-14",
    "Conférence de presse du 14 mars 2025": "2025-03-14",
    "Developments since 14 March 2025": None,
    "Anniversary of the coup of 1 February 2021": None,
}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_states_the_day_of_its_text_unless_it_announces_an_event(title: str) -> None:
    assert publication.choose(Evidence(title, [SENTENCE]))[0] == TITLES[title]


CLOSINGS = (
    (("PUTRAJAYA", "25 JANUARY 2025"), "2025-01-25"),
    (("London, 25 January 2025",), "2025-01-25"),
    (("Done at Oslo, this 25th day of January 2025, in two copies, each in English and Norwegian.",), "2025-01-25"),
    (("Done at Oslo on this twenty-fifth day of January in the year two thousand and twenty-five.",), "2025-01-25"),
    (("Signed at Oslo the 4th day of May, one thousand nine hundred and ninety-four",), "1994-05-04"),
    (("Done at Oslo this thirty-first day of June, two thousand and one.",), None),
    (("Fait à Paris, le 14 mars 2025, en deux exemplaires.",), "2025-03-14"),
    (("Hecho en Lima, el 14 de marzo de 2025",), "2025-03-14"),
    (("(Oslo, 14 March 2025)",), "2025-03-14"),
    (("Ann Example", "Minister of Fisheries", "Oslo, 14 March 2025", "###"), "2025-03-14"),
    (("東京、令和7年3月14日",), "2025-03-14"),
    (("Published 14 March 2025", "Last updated: 20 March 2025"), "2025-03-14"),
    (("Next meeting: 14 May 2026",), None),
    (("Geneva, March 2025",), "2025-03"),
    (("March 2025",), None),
    (("The two sides will meet again on 14 May 2026.",), None),
)


@pytest.mark.parametrize(("lines", "day"), CLOSINGS)
def test_a_line_at_the_end_states_the_day_of_its_text(lines: tuple[str, ...], day: str | None) -> None:
    assert publication.choose(Evidence(TITLE, [*[SENTENCE] * 12, *lines]))[0] == day


@pytest.mark.parametrize(
    ("evidence", "day"),
    [
        (Evidence(TITLE, ["04/09/2025", SENTENCE], language="en-GB"), "2025-09-04"),
        (Evidence(TITLE, ["04/09/2025", SENTENCE], language="en-US"), "2025-04-09"),
        (Evidence(TITLE, ["04/09/2025", SENTENCE], language="fr"), "2025-09-04"),
        (Evidence(TITLE, ["04/09/2025", SENTENCE], url="https://www.example.gov/x"), "2025-04-09"),
        (Evidence(TITLE, ["04/09/2025", SENTENCE], url="https://www.example.gov.uk/x"), "2025-09-04"),
        # Many systems call every page American.
        (Evidence(TITLE, ["04/09/2025", SENTENCE], language="en-US", url="https://www.example.gov.au/x"), "2025-09-04"),
        (Evidence(TITLE, ["04/09/2025", "They met on 4 September 2025."]), "2025-09-04"),
        (Evidence(TITLE, ["04/09/2025", "They met on 23/06/2025."]), "2025-09-04"),
        (Evidence(TITLE, ["04/09/2025", "They met on 06/23/2025."]), "2025-04-09"),
        (Evidence(TITLE, ["04/09/2025", "They met on 2 September 2025."]), "2025-09-04"),
        (Evidence(TITLE, ["Posted: 4/9/25", "They met on April 9, 2025."]), "2025-04-09"),
        (Evidence(TITLE, ["04/09/2025 04:19 PM EDT", SENTENCE]), "2025-04-09"),
        (
            Evidence(
                "Accord de pêche", ["04/09/2025", "Les deux pays ont revu les règles de la pêche dans leurs mers."]
            ),
            "2025-09-04",
        ),
        (Evidence(TITLE, ["04.09.2025", SENTENCE]), "2025-09-04"),
        (Evidence(TITLE, [SENTENCE], stated=["04/09/2025"], language="en-IN"), "2025-09-04"),
        (Evidence(TITLE, ["4 September 2025", SENTENCE], stated=["04/09/2025"]), "2025-09-04"),
    ],
)
def test_the_surroundings_tell_whether_day_or_month_comes_first(evidence: Evidence, day: str) -> None:
    assert publication.choose(evidence) == (day, None)


def test_a_day_that_stays_open_is_no_day_and_told() -> None:
    far = Evidence(TITLE, ["04/09/2025", "They met on 2 September 2025.", "They met on 8 April 2025."])
    assert publication.choose(far)[0] is None
    for evidence in (Evidence(TITLE, ["04/09/2025", SENTENCE]), Evidence(TITLE, [SENTENCE], stated=["04/09/2025"])):
        day, doubt = publication.choose(evidence)
        assert day is None
        assert doubt and doubt.startswith("date: 04/09/2025 may be 4 September or 9 April 2025")


def test_publication_comes_before_change_and_the_address_before_nothing() -> None:
    changed = Evidence(TITLE, [SENTENCE], modified=["2025-03-20"], file="talks.html")
    assert publication.choose(changed) == (
        "2025-03-20",
        "date: only the day of the last change is stated, it stands for that of publication",
    )
    assert publication.choose(changed._replace(url="https://example.org/2025/03/14/talks"))[0] == "2025-03-14"
    assert publication.choose(changed._replace(stated=["2025-03-13"]))[0] == "2025-03-13"
    assert publication.choose(Evidence(TITLE, [SENTENCE], file="2025-03-12-talks.html"))[0] == "2025-03-12"


def test_the_day_beside_the_place_of_an_event_is_that_of_the_event() -> None:
    assert publication.choose(Evidence(TITLE, ["Date: 14 March 2025", "Venue: Town Hall", SENTENCE]))[0] is None
    dated = Evidence(TITLE, ["10 March 2025", SENTENCE, SENTENCE, "When: 14 March 2025", "Where: Town Hall"])
    assert publication.choose(dated)[0] == "2025-03-10"


def test_the_day_below_a_quotation_is_that_of_the_quotation() -> None:
    assert (
        publication.choose(Evidence(TITLE, ["“We fish in peace.”", "Minister Ann Example, 14 March 2021", SENTENCE]))[0]
        is None
    )
    signed = Evidence(TITLE, ["We fish in peace.", "– Minister Ann Example, 14 March 2021", SENTENCE])
    assert publication.choose(signed)[0] is None


HEADS = (
    "<time datetime='2025-03-14T10:00'>today</time>",
    "<time>14 March 2025</time>",
    "<p>Updated <time datetime='2025-03-20'>20</time></p><p>Published <time datetime='2025-03-14'>14</time></p>",
    "<p itemprop='datePublished' content='2025-03-14'>Friday</p>",
    "<div class=meta><span class=date>14.03.2025</span> <span>by the press office of the port</span></div>",
    "<dl><dt>Last updated</dt><dd>20 March 2025</dd><dt>Published</dt><dd>14 March 2025</dd></dl>",
    "<table><tr><td>Date</td><td>14/03/2025</td></tr><tr><td>Views</td><td>1901</td></tr></table>",
    "<ul><li>Writer Admin</li><li>Date 2025-03-14</li><li>Hit 1901</li></ul>",
    "<p>Oslo<br>14 March 2025<br>No. 5/2025</p>",
    "<p>Pressemitteilung Nr. 12 vom 14.03.2025</p>",
    "<p><b>Posted on</b>: 14 March 2025, 10:30 <b>Views</b>: 1901</p>",
    "<p>发布时间：2025-03-14 10:30</p>",
)


@pytest.mark.parametrize("head", HEADS)
def test_a_page_marks_its_day_in_many_ways(head: str) -> None:
    document = sources.parse(
        f"<title>{TITLE}</title><link rel=stylesheet href=x><header><p>Saturday, 29 November 2025</p></header><main>"
        f"<h1>{TITLE}</h1>{head}<p>{SENTENCE} It rained.</p></main><aside><time datetime='2026-01-01'>1</time></aside>"
        "<footer><p>Last update: 30 November 2025</p></footer>".encode(),
        "page.html",
    )
    assert (document.date, document.unsure) == ("2025-03-14", ())


METAS = {
    "article:published_time": "2025-03-14T10:00:00Z",
    "DC.date.issued": "2025-03-14",
    "dcterms.created": "14 March 2025",
    "publish-date": "14.03.2025",
    "publication_date": "March 14, 2025",
    "citation_publication_date": "2025/03/14",
    "parsely-pub-date": "2025-03-14",
}


@pytest.mark.parametrize("name", METAS)
def test_a_page_states_its_day_under_many_names(name: str) -> None:
    page = (
        f"<title>{TITLE}</title><meta name='last-modified' content='2025-03-20'>"
        f"<meta name='{name}' content='{METAS[name]}'>"
        f"<p>{SENTENCE}</p>"
    )
    assert sources.parse(page.encode(), "page.html").date == "2025-03-14"


def test_a_value_of_a_system_that_knows_no_day_is_none() -> None:
    page = f"<title>{TITLE}</title><meta name=date content='1970-01-01'><p>14 March 2025</p><p>{SENTENCE}</p>"
    assert sources.parse(page.encode(), "page.html").date == "2025-03-14"


@pytest.mark.parametrize(
    "closing",
    ["Done at Bergen this fourteenth day of March, 2025.", "Signed on the fourteenth of March 2025 in two originals."],
)
def test_a_day_in_words_stands_before_a_year_in_digits(closing: str) -> None:
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1><p>{SENTENCE}</p><p>{closing}</p>"
    assert sources.parse(page.encode(), "page.html").date == "2025-03-14"
