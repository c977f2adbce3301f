"""Files without an article: lists of articles, results of a search, error pages, walls before a page, home pages."""

import pytest

from briefreader import sources
from briefreader.model import Document, SourceError

SUBJECTS = [
    "Minister Roe receives the ambassador of Norway",
    "Statement on the elections in Baku",
    "Joint statement after the talks on sea lanes",
    "Deputy minister visits the port of Oslo",
    "Message on the day of the United Nations",
    "Call with the foreign minister of Japan",
    "Remarks at the conference on fisheries",
    "Envoys meet for the third round of consultations",
]
DAYS = [f"{day} May 2025" for day in range(20, 12, -1)]
ISO = [f"2025-05-{day:02}" for day in range(20, 12, -1)]
EXCERPT = "The two sides reviewed the state of their relations and agreed to meet again before the end of the year."
PROSE = (
    "The ministers met in Oslo on 6 May 2025 for the fourth round of their talks on sea lanes and fisheries. They "
    "welcomed the progress that their deputies had made since the round in Baku, and they asked them to finish the "
    "plan for the exchange of students before the summer. Both sides agreed that the rules for ships should be clear "
    "to every captain, and that a joint office will publish them on the first day of every month. "
)


def page(body: str, title: str = "News - Ministry of Examples") -> str:
    return f"<html><head><title>{title}</title><link rel=stylesheet href=a.css></head><body>{body}</body></html>"


def parse(text: str, name: str = "page.html") -> Document:
    return sources.parse(text.encode(), name)


def rows(form: str, dates: list[str] = DAYS) -> str:
    return "".join(
        form.format(title, date, number, EXCERPT)
        for number, (title, date) in enumerate(zip(SUBJECTS, dates, strict=False))
    )


LISTS = {
    "links with a date behind them": page(f"<h1>News</h1><ul>{rows('<li><a href=/{2}>{0} ({1})</a></li>')}</ul>"),
    "a date before each link": page(f"<h1>News</h1><ul>{rows('<li>{1} <a href=/{2}>{0}</a></li>')}</ul>"),
    "a table of dates and titles": page(
        f"<h1>News</h1><table><tr><th>Date<th>Title</tr>{rows('<tr><td>{1}<td><a href=/{2}>{0}</a></tr>', ISO)}</table>"
    ),
    "a board with numbers": page(
        f"<h1>보도자료</h1><table>{rows('<tr><td>{2}<td><a href=/{2}>{0}</a><td>{1}<td>Press</tr>', ISO)}</table>"
    ),
    "cards with an excerpt": page(
        f"<main><h1>News</h1>{rows('<div><h3><a href=/{2}>{0}</a></h3><time>{1}</time><p>{3}</p></div>')}</main>"
    ),
    "cards without links": page(f"<main><h1>News</h1>{rows('<div><h3>{0}</h3><p>{1}</p><p>{3}</p></div>')}</main>"),
    "headings with dates": page(f"<main><h1>News</h1>{rows('<h4>{1}</h4><p><a href=/{2}>{0}</a></p>')}</main>"),
    "a list of definitions": page(f"<h1>News</h1><dl>{rows('<dt>{1}</dt><dd><a href=/{2}>{0}</a></dd>')}</dl>"),
    "links alone": page(f"<h1>Statements</h1><div>{rows('<p><a href=/{2}>{0}</a></p>')}</div>"),
    "excerpts with a link to the rest": page(
        f"<main><h1>News</h1>{rows('<h2><a href=/{2}>{0}</a></h2><p>{1}</p><p>{3} <a href=/{2}>More</a></p>')}</main>"
    ),
    "three entries of a section": page(
        f"<main><h1>News</h1>{rows('<h2><a href=/{2}>{0}</a></h2>{1}<p>{3}</p>', DAYS[:3])}</main>"
    ),
    "documents without dates": page(f"<h1>Papers</h1><p>All of them.</p>{rows('<p><a href=/{2}>{0} (PDF)</a></p>')}"),
    "a home page with two lists": page(
        f"<h2>Featured</h2>{rows('<a href=/{2}><h3>{0}</h3></a><p>{3}</p>')}"
        f"<h2>More</h2>{rows('<p><a href=/{2}>{0}</a></p>')}"
    ),
    "days of an era": page(
        f"<h1>報道発表</h1><dl>{rows('<dt>令和7年5月1日<dd><a href=/{2}>日ノルウェー外相会談の開催</a>')}</dl>"
    ),
    "many cards": page(f"<main><h1>Papers</h1>{rows('<h3><a href=/{2}>{0}</a></h3><p>{3} {3} {3}</p>') * 3}</main>"),
    "dates in dots": page(
        f"<h1>Новости</h1>{rows('<div>{1}</div><div><a href=/{2}>{0}</a></div>', ['14.05.2025'] * 8)}"
    ),
}
TEXTS = {
    "a date above each title": ("News\n\n" + rows("{1}\n{0}\n\n"), "news.txt"),
    "a date before each title": ("News\n\n" + rows("{1} - {0}\n"), "news.txt"),
    "a date behind each title": ("News\n\n" + rows("{0} ({1})\n\n"), "news.txt"),
    "links in Markdown": ("# News\n\n" + rows("- [{0}](https://example.gov/{2})\n"), "news.md"),
    "links and dates in Markdown": ("# News\n\n" + rows("{1}\n\n[{0}](https://example.gov/{2})\n\n"), "news.md"),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_page_that_lists_articles_is_said_to_be_one(name: str) -> None:
    try:
        said = " ".join(parse(LISTS[name]).unsure)
    except SourceError as error:
        said = str(error)
    assert "looks like a list of articles, not one" in said


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_lists_articles_is_said_to_be_one(name: str) -> None:
    assert any("looks like a list of articles" in doubt for doubt in parse(*TEXTS[name]).unsure)


@pytest.mark.parametrize(
    "head",
    [
        "<h1>Search results for: sea lanes</h1>",
        "<h1>Search</h1><p>Showing 1 - 8 of 241 results</p>",
        "<h1>Résultats de recherche</h1>",
        "<h1>News</h1><p>241 results found</p>",
        "<h1>Suchergebnisse</h1>",
        "<h1>검색결과</h1>",
    ],
)
def test_the_results_of_a_search_are_said_to_be_such(head: str) -> None:
    body = rows("<div><a href=/{2}>{0}</a></div><p>{3}</p>")
    try:
        said = " ".join(parse(page(f"<main>{head}{body}</main>")).unsure)
    except SourceError as error:
        said = str(error)
    assert "looks like the results of a search, not an article" in said


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "404 Not Found",
        "Page not found - Ministry of Examples",
        "Ministry of Examples | Page Not Found",
        "Error 404: the page cannot be found",
        "Access Denied",
        "403 Forbidden",
        "503 Service Unavailable",
        "Seite nicht gefunden",
        "Страница не найдена",
        "The requested page could not be found",
        "We can't seem to find the page that you are looking for",
    ],
)
def test_an_error_page_is_refused(title: str) -> None:
    text = f"<main><h1>{title}</h1><p>Please go back to the start of the site or use the search.</p></main>"
    with pytest.raises(SourceError, match="this is an error page"):
        parse(page(text, title))
    with pytest.raises(SourceError, match="this is an error page"):
        parse(f"{title}\n\nPlease go back to the start of the site.\n", "page.txt")
    with pytest.raises(SourceError, match="this is an error page"):
        parse(f"# {title}\n\nPlease go back to the start of the site.\n", "page.md")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "<h1>Just a moment...</h1><p>Checking your browser before you visit the site of the ministry.</p>",
            "test for robots",
        ),
        ("<h1>example.gov</h1><p>Verify you are human by completing the action below, please.</p>", "test for robots"),
        ("<p>We have noticed unusual traffic from your network, please wait for a while.</p>", "test for robots"),
        (
            "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>",
            "by JavaScript alone",
        ),
        ("<p>JavaScript is disabled in your browser. Turn it on to read this page of ours.</p>", "by JavaScript alone"),
        (
            "<h1>Sign in</h1><form><input name=u><input type=password></form><p>Welcome to the portal.</p>",
            "page to log in",
        ),
        (
            "<h1>Portal</h1><p>User name</p><p>Forgot your password? Write to the office of the ministry.</p>",
            "page to log in",
        ),
        ("<h1>Login</h1><p>Members of the press corps come in here with their names and words.</p>", "page to log in"),
        (
            "<div role=dialog><p>We use cookies on this site. You can accept all or manage your choice.</p></div>",
            "notice about cookies",
        ),
        (
            "<h1>Your privacy</h1><p>We and our vendors use cookies and need your consent to go on with it.</p>"
            "<p>Accept all</p><p>Reject all</p>",
            "notice about cookies",
        ),
        ("<div>Loading</div>", "no article was found"),
    ],
)
def test_a_wall_before_a_page_is_refused(text: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        parse(page(text, "Ministry of Examples"))


@pytest.mark.parametrize("path", ["", "/", "/en", "/en/", "/index.html", "/fr/home", "/default.aspx"])
def test_the_first_page_of_a_site_is_refused(path: str) -> None:
    head = f"<link rel=canonical href='https://www.example.gov{path}'>"
    with pytest.raises(SourceError, match=r"first page of example\.gov"):
        parse(page(f"<main><p>{EXCERPT}</p></main>").replace("<title>", f"{head}<title>"))


ARTICLES = {
    "with a list of other articles below": page(
        f"<div><h1>Talks</h1><p>{PROSE}{PROSE}</p><h2>More</h2>{rows('<p><a href=/{2}>{0} ({1})</a></p>')}</div>"
    ),
    "a short one with other articles below": page(
        f"<main><h1>Talks in Oslo</h1><p>{PROSE}</p></main><h2>News</h2>{rows('<p><a href=/{2}>{0}</a></p>')}"
    ),
    "with a notice about cookies": page(
        f"<p>We use cookies. Accept all cookies?</p><main><h1>Talks</h1><p>{PROSE}</p></main>"
    ),
    "with a box to log in": page(f"<form><input type=password></form><main><h1>Talks</h1><p>{PROSE}{PROSE}</p></main>"),
    "on a thing not found": page(
        f"<main><h1>Access denied: a speech</h1><p>{PROSE}{PROSE}</p></main>", "Access denied"
    ),
    "a chronology": page(
        f"<main><h1>The talks</h1>{rows('<p>{1}: The two sides met and agreed on a plan.</p>')}</main>"
    ),
    "with links at its end": page(
        f"<main><h1>Talks</h1><p>{PROSE}</p><ul>{rows('<li><a href=/{2}>{0}</a></li>')}</ul><p>{PROSE}</p></main>"
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_not_doubted(name: str) -> None:
    assert [doubt for doubt in parse(ARTICLES[name]).unsure if doubt.startswith("page:")] == []


@pytest.mark.parametrize(
    "words",
    ["No results found", "Nothing found", "No documents were found for “fjords”. Try others.", "검색 결과가 없습니다"],
)
def test_a_search_that_found_nothing_is_refused(words: str) -> None:
    with pytest.raises(SourceError, match="a search that found nothing"):
        parse(page(f"<h1>Search</h1><p>{words}</p>", words))


def test_an_article_may_begin_with_the_words_of_an_error() -> None:
    title = "Access Denied: Statement on the Fjords"
    assert parse(page(f"<h1>{title}</h1><p>{PROSE}</p>", title)).title == title


def test_a_line_to_log_in_above_a_text_is_navigation() -> None:
    text = "Log in\n\nTalks on Fjords End in Bergen\n\n14 March 2025\n\nThe two delegations met in Bergen.\n"
    assert parse(text, "a.txt").title == "Talks on Fjords End in Bergen"


def test_a_text_about_cookies_is_no_notice_about_them() -> None:
    text = "We accept all cookies that the bakery of Oslo gives to the guests of this conference, said the minister."
    assert text in parse(page(f"<h1>Remarks at the Bakery</h1><p>{text}</p>", "Remarks at the Bakery")).body


@pytest.mark.parametrize("sign", ["-", "*", "[", "> "])
def test_a_long_line_of_signs_beside_a_year_is_looked_at_in_one_pass(sign: str) -> None:
    prose = "".join(
        f"<p>The ministers met in {city} and agreed on a plan for the year.</p>" for city in ("Oslo", "Turku")
    )
    document = parse(page(f"<article><h1>Talks</h1>{prose}<p>In 2025 {sign * 40_000} they left.</p></article>"))
    assert "they left." in document.text
