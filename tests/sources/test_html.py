"""The article comes out of its page, a fragment is taken whole, and a home page is no article."""

import pytest

from briefreader import sources
from briefreader.model import Document, SourceError

FIRST = (
    "The delegations reviewed the agenda agreed at their previous session and noted steady progress on maritime "
    "security, export controls and joint training since the spring."
)
SECOND = (
    "They agreed that experts would meet again in the autumn to prepare a common position, and that the two ministers "
    "would review the results before the end of the year."
)
THIRD = (
    "Both sides thanked the host city for its welcome and confirmed their commitment to regular consultations at every "
    "level of government in the months ahead."
)
MENU = "<ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li><li><a href='/c'>Contact</a></li></ul>"


def parse(page: str) -> Document:
    return sources.parse(page.encode(), "page.html")


def test_a_feed_items_text_in_a_bare_wrapper_is_taken_whole() -> None:
    document = parse(
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Seventh Talks &amp; Dinner</title>"
        "<link rel='canonical' href='https://www.example.gov/seventh-talks/'>"
        "<meta name='date' content='Fri, 28 May 2021 01:40:00 GMT'>"
        "<meta name='author' content='Office of Talks'></head>"
        "<body><p>Office of Talks</p><p>The <em>two</em> <a href='x'>sides</a> met.\u00a0 It rained.</p>"
        "<ul><li>first</li><li>second</li></ul><ol start='3'><li>third</li></ol><p><input type='hidden'></p><p>###</p>"
        "</body></html>"
    )
    assert document.title == "Seventh Talks & Dinner"
    assert document.body == "Office of Talks\n\nThe two sides met. It rained.\n\nfirst\n\nsecond\n\n3. third"
    assert (document.date, document.published) == ("2021-05-28", "2021-05-28T01:40:00+00:00")
    assert (document.source, document.text_status) == ("Office of Talks", "official")
    assert document.removed == ("end mark: ###",)


def test_a_ministrys_page_keeps_byline_and_text_and_loses_its_frame() -> None:
    document = parse(
        f"<html><head><title>Joint Statement on Talks - Ministry of Examples</title><link rel=stylesheet href=x>"
        "<meta property='og:site_name' content='Ministry of Examples'>"
        "<link rel=canonical href='https://mofa.go.kr/talks/'></head><body>"
        f"<header class=site-header><a class=skip-link href='#c'>Skip to content</a>{MENU}</header><main id=c>"
        "<div class=hero><p>Media Note</p><h1>Joint Statement on Talks</h1><p>Office of the Spokesperson</p>"
        "<p>September 4, 2024</p></div><div class=share-block><a>Share</a></div>"
        f"<div class=entry-content><p>{FIRST}</p><p>{SECOND}</p><ul><li>a short item</li></ul><p>{THIRD}</p></div>"
        "<aside><h2>Related</h2><p>Something else happened elsewhere on another day and was told.</p></aside></main>"
        "<footer><p>Privacy Policy</p><p>1 Long Street, Example City, and more words of a footer</p></footer></body>"
    )
    assert document.title == "Joint Statement on Talks"
    assert document.body.split("\n\n") == [
        "Office of the Spokesperson",
        "September 4, 2024",
        FIRST,
        SECOND,
        "a short item",
        THIRD,
    ]
    assert (document.date, document.source, document.text_status) == ("2024-09-04", "Ministry of Examples", "official")
    assert document.removed == (
        "site navigation and page frame: 8 lines outside the article",
        "outside the article: Media Note",
    )


@pytest.mark.parametrize(
    "text",
    [
        f"<div class=x>{FIRST}<br><br>{SECOND}<br/> <br/>{THIRD}</div>",
        f"<div><p>{FIRST}</p></div><div class=gallery></div><div class=b><p>{SECOND}</p><p>{THIRD}</p></div>",
        f"<table><tr><td><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></td></tr></table>",
        f"<div class='has-sidebar'><p>{FIRST}</p><blockquote>{SECOND}</blockquote><p>{THIRD}</p></div>",
    ],
)
def test_no_paragraph_is_lost_however_the_page_is_built(text: str) -> None:
    document = parse(
        f"<html><head><title>Talks end in Seoul | Example Wire</title><script src=a.js></script></head>"
        f"<body><nav>{MENU}</nav><div id=content><h1>Talks end in Seoul</h1>{text}</div><div class=list>"
        "<a>Another story of trade and other issues of the day</a><br>"
        "<a>A second story on elections and what came after</a></div></body></html>"
    )
    assert document.text == "\n\n".join(("Talks end in Seoul", FIRST, SECOND, THIRD))


def test_a_caption_of_a_saved_page_is_dropped_and_told() -> None:
    figure = "<figure><img src=x><figcaption>Minister Absent on another day.</figcaption></figure>"
    document = parse(f"<main><h1>Talks end</h1><article><p>{FIRST}</p>{figure}<p>{SECOND}</p></article></main>")
    assert document.body == f"{FIRST}\n\n{SECOND}"
    assert "image caption: Minister Absent on another day." in document.removed


def test_title_date_and_publisher_may_stand_in_linked_data() -> None:
    document = parse(
        '<script type="application/ld+json">{"@graph": [{"headline": "Talks end in Oslo", "datePublished": '
        '"2023-05-06T12:00:00Z", "publisher": {"name": "Example Ministry"}}]}</script>'
        f"<title>Talks</title><article><p>{FIRST}</p></article>"
    )
    assert document.title == "Talks end in Oslo"
    assert (document.published, document.source) == ("2023-05-06T12:00:00+00:00", "Example Ministry")


def test_the_day_may_stand_in_the_address_alone() -> None:
    document = parse(
        f"<link rel=canonical href='https://example.org/2017/09/22/talks'><title>Talks</title><p>{FIRST}</p>"
    )
    assert document.date == "2017-09-22"


@pytest.mark.parametrize(
    ("title", "site", "plain"),
    [
        ("Talks end | whitehouse.gov", None, "Talks end"),
        ("Talks end - Example.org", None, "Talks end"),
        ("Example News – Talks end", "Example News", "Talks end"),
        (
            "Remarks by the Minister - As Prepared for Delivery",
            None,
            "Remarks by the Minister - As Prepared for Delivery",
        ),
    ],
)
def test_the_sites_name_is_no_part_of_the_title(title: str, site: str | None, plain: str) -> None:
    meta = f"<meta property='og:site_name' content='{site}'>" if site else ""
    assert parse(f"<head>{meta}<title>{title}</title></head><p>{FIRST}</p>").title == plain


def test_a_table_and_hidden_text() -> None:
    document = parse(
        "<title>Talks</title><table><tr><th>Side</th><th>Lead</th></tr>"
        "<tr><td>A</td><td></td><td>Ann B</td></tr></table>"
        "<p hidden>not shown</p><p style='display: none'>nor this</p><script>x</script><p>The leads met.</p>"
        "<script type='application/ld+json'>{</script>"
    )
    assert document.body == "Side | Lead\n\nA | Ann B\n\nThe leads met."


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            f"<link rel=canonical href='https://www.example.gov/'><nav>{MENU}</nav><main><p>{FIRST}</p></main>",
            "page.html: this is the first page of example.gov, not an article; open the article and save that page",
        ),
        (f"<nav>{MENU}</nav><main><p>Loading</p></main>", "no article was found in this web page"),
        ("<div>" * 5000 + FIRST, "broken beyond reading"),
        ("<?xml version='1.0'?><rss><channel></channel></rss>", "may hold several documents"),
    ],
)
def test_a_page_without_an_article_is_refused_in_a_sentence(page: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        parse(page)


def test_an_article_saved_under_a_sites_first_address_is_read_and_doubted() -> None:
    text = "".join(f"<p>{FIRST} {SECOND}</p>" for _ in range(6))
    document = parse(f"<link rel=canonical href='https://www.example.gov/'><title>Talks end</title><main>{text}</main>")
    assert document.body.startswith(FIRST)
    assert document.unsure == (
        "address: it is the first page of example.gov; check that this is the article you meant",
    )


def test_an_encoding_that_the_page_declares_is_believed() -> None:
    page = "<meta charset='iso-8859-2'><title>Wałęsa spotkał się</title><p>Rozmowy w Łodzi.</p>"
    assert sources.parse(page.encode("iso-8859-2"), "page.html").text == "Wałęsa spotkał się\n\nRozmowy w Łodzi."
