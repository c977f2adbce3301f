"""OpenDocument texts keep their structure, numbers and notes; every word comes out or is reported."""

import zipfile
from collections import Counter
from io import BytesIO

import pytest

from briefreader import sources
from briefreader.model import Document, SourceError
from briefreader.sources import odt
from sources import made_odt
from sources.made_documents import DOCUMENTS
from sources.made_odt import archive, content
from sources.structure_score import lost_words, scores, total, units

Told = tuple[str, int | None, str]

TITLE = '<text:p text:style-name="Title">Talks end in Port Selwyn</text:p>'


def read(body: str, styles: str = "", page_styles: str = "", meta: str = "") -> Document:
    return odt.read(made_odt.odt(TITLE + body, styles, page_styles, meta), "talks.odt")


def blocks(document: Document) -> list[Told]:
    """Return kind, level and text of the blocks below the title."""
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks[1:]]


def texts(document: Document) -> list[str]:
    return [told[2] for told in blocks(document)]


def test_structure_of_made_files() -> None:
    scored = []
    for made in DOCUMENTS:
        document = odt.read(made_odt.of(made), "made.odt")
        assert document.title == made.title
        assert not lost_words(made.words, document)
        scored.append(scores(made.units(1), units(document)))
    sums = total(scored)
    assert {kind for kind, score in sums.items() if score.recall < 0.95 or score.precision < 0.95} == set()


def test_a_file_is_known_by_its_content() -> None:
    document = sources.parse(made_odt.odt(TITLE + "<text:p>Port Selwyn, 4 September 2024</text:p>"), "talks")
    assert (document.title, document.date) == ("Talks end in Port Selwyn", "2024-09-04")


def test_spaces_tabs_and_line_breaks_part_words() -> None:
    body = (
        "<text:p>The<text:s text:c='3'/>two<text:tab/>sides<text:line-break/>met "
        "<text:span>a<text:span>ga</text:span>in</text:span>.</text:p>"
    )
    assert texts(read(body)) == ["The two sides met again."]


def test_deletions_are_left_out_and_insertions_stay() -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="a"><text:deletion><office:change-info><dc:creator>Roe'
        "</dc:creator><dc:date>2024-09-04</dc:date></office:change-info><text:p>grave</text:p></text:deletion>"
        '</text:changed-region><text:changed-region text:id="b"><text:insertion/></text:changed-region>'
        '</text:tracked-changes><text:p>They voiced <text:change text:change-id="a"/>'
        '<text:change-start text:change-id="b"/>deep <text:change-end text:change-id="b"/>concern.</text:p>'
    )
    document = read(body)
    assert texts(document) == ["They voiced deep concern."]
    assert document.removed == ("deleted text (tracked changes): grave",)


def test_notes_stand_at_the_end_with_their_signs() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>{}</text:note-citation><text:note-body>'
        "<text:p>{}</text:p></text:note-body></text:note>"
    )
    body = (
        f"<text:p>The Declaration{note.format(1, 'Signed in 2021.')} holds."
        f"{note.format('*', 'Aldria abstained.')}</text:p><text:p>They left.</text:p>"
    )
    assert texts(read(body)) == [
        "The Declaration[1] holds.[*]",
        "They left.",
        "[1] Signed in 2021.",
        "[*] Aldria abstained.",
    ]


def test_comments_headers_pictures_and_hidden_text_are_reported() -> None:
    body = (
        "<text:p>They met<office:annotation><dc:creator>Roe</dc:creator><text:p>check this</text:p></office:annotation>"
        " again<text:span text:style-name='Unseen'> in secret</text:span>."
        "<draw:frame><draw:image/></draw:frame></text:p>"
    )
    unseen = '<style:style style:name="Unseen"><style:text-properties text:display="none"/></style:style>'
    header = (
        "<office:master-styles><style:master-page><style:header><text:p>Press<text:tab/>Service</text:p></style:header>"
        "</style:master-page></office:master-styles>"
    )
    document = read(body, unseen, header)
    assert texts(document) == ["They met again."]
    assert document.removed == (
        "page header or footer: Press Service",
        "comment: check this",
        "hidden text: in secret",
        "pictures: 1",
    )


def test_text_boxes_follow_the_paragraph_that_they_stand_at() -> None:
    body = (
        "<text:p>They <draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>met.</text:p>"
        "<text:p>They left.</text:p>"
    )
    assert texts(read(body)) == ["They met.", "In a box.", "They left."]


def item(text: str, more: str = "", start: str = "") -> str:
    return f"<text:list-item{start}><text:p>{text}</text:p>{more}</text:list-item>"


def listed(items: str, style: str = "Numbers", more: str = "") -> str:
    return f'<text:list text:style-name="{style}"{more}>{items}</text:list>'


def test_items_keep_numbers_levels_and_their_further_paragraphs() -> None:
    inner = f"<text:list>{item('in spring')}{item('in autumn')}</text:list>"
    body = listed(
        item("train experts", "<text:p>This goes on.</text:p>") + item("share data", inner) + item("meet"), "Letters"
    )
    assert blocks(read(body)) == [
        ("item", 1, "(a) train experts"),
        ("paragraph", 1, "This goes on."),
        ("item", 1, "(b) share data"),
        ("item", 2, "(i) in spring"),
        ("item", 2, "(ii) in autumn"),
        ("item", 1, "(c) meet"),
    ]


def test_a_list_goes_on_or_starts_anew_as_it_says() -> None:
    body = (
        listed(item("first") + item("second"), more=' xml:id="l1"')
        + "<text:p>Between.</text:p>"
        + listed(item("third"), more=' text:continue-numbering="true"')
        + listed(item("one"))
        + listed(item("fourth"), more=' text:continue-list="l1"')
        + listed(item("ninth", start=' text:start-value="9"'))
    )
    assert texts(read(body)) == ["1. first", "2. second", "Between.", "3. third", "1. one", "2. fourth", "9. ninth"]


def test_numbers_of_several_levels_are_shown_as_the_style_says() -> None:
    style = (
        '<text:list-style style:name="Deep"><text:list-level-style-number text:level="1" style:num-format="1"/>'
        '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>'
    )
    body = listed(item("one", f"<text:list>{item('inner')}{item('next')}</text:list>") + item("two"), "Deep")
    assert texts(read(body, style)) == ["1 one", "1.1 inner", "1.2 next", "2 two"]


def test_headings_keep_their_level_and_number() -> None:
    outline = (
        "<office:styles><text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style></office:styles>'
    )
    body = (
        '<text:h text:outline-level="1">Security</text:h><text:p>They met.</text:p>'
        '<text:h text:outline-level="2">At Sea</text:h><text:h text:outline-level="1">Trade</text:h>'
    )
    assert blocks(read(body, page_styles=outline)) == [
        ("heading", 1, "I. Security"),
        ("paragraph", None, "They met."),
        ("heading", 2, "At Sea"),
        ("heading", 1, "II. Trade"),
    ]


def test_cells_keep_their_columns() -> None:
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        "<table:table-cell><text:p>Country</text:p></table:table-cell>"
        "<table:table-cell><text:p>Pledge</text:p></table:table-cell>"
        "<table:table-cell><text:p>Year</text:p></table:table-cell>"
        "</table:table-row></table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-columns-spanned="2">'
        "<text:p>Aldria</text:p><text:p>and Borvia</text:p></table:table-cell><table:covered-table-cell/>"
        "<table:table-cell><text:p>2024</text:p></table:table-cell></table:table-row>"
        '<table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>2025</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    document = read(body)
    assert [(block.columns, document.text[block.start : block.end]) for block in document.blocks[1:]] == [
        ((0, 1, 2), "Country | Pledge | Year"),
        ((0, 2), "Aldria and Borvia | 2024"),
        ((2,), "2025"),
    ]


def test_links_keep_web_and_mail_addresses_only() -> None:
    body = (
        '<text:p>See <text:a xlink:href="https://example.org/a">the text</text:a> and '
        '<text:a xlink:href="javascript:alert(1)">that</text:a> or '
        '<text:a xlink:href="mailto:press@example.org">write</text:a>.</text:p>'
    )
    document = read(body)
    assert [(document.text[link.start : link.end], link.url) for link in document.links] == [
        ("the text", "https://example.org/a"),
        ("write", "mailto:press@example.org"),
    ]


def test_quotations_are_known_by_the_style_that_theirs_is_derived_from() -> None:
    style = '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
    assert blocks(read('<text:p text:style-name="P1">We agree.</text:p>', style)) == [("quote", 1, "We agree.")]


@pytest.mark.parametrize(
    ("stated", "body", "expected"),
    [
        ("", '<text:h text:outline-level="1">Talks</text:h><text:p>They met.</text:p>', "Talks"),
        ("Talks in Oslo", "<text:p>They met.</text:p>", "Talks in Oslo"),
        (
            "draft3.odt",
            "<text:p>PRESS RELEASE</text:p><text:p>Talks end</text:p><text:p>They met.</text:p>",
            "Talks end",
        ),
    ],
)
def test_the_title_without_a_style_of_titles(stated: str, body: str, expected: str) -> None:
    document = odt.read(made_odt.odt(body, meta=f"<dc:title>{stated}</dc:title>"), "a.odt")
    assert document.title == expected


def test_the_day_of_the_file_is_no_date_of_the_text() -> None:
    document = read("<text:p>They met.</text:p>", meta="<meta:creation-date>2024-09-05T10:00:00</meta:creation-date>")
    assert document.date is None
    assert document.unsure == (
        "date: the text states none; its file was made on 2024-09-05, perhaps long after the text",
    )


GOOD = made_odt.odt(TITLE + "<text:p>They met.</text:p>")
_DECLARED = content("<text:p>&a;</text:p>").replace(
    "?>", '?><!DOCTYPE a [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
)
_LOCKED = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry>'
    "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (GOOD[:200], "is broken"),
        (b"", "is broken"),
        (archive({"styles.xml": "<a/>"}), "has no text part"),
        (archive({"content.xml": "<a><b></a>"}), r"is broken \(its part content.xml\)"),
        (archive({"content.xml": _DECLARED}), "has a part with declarations of its own"),
        (archive({"content.xml": content("<text:p>" + " " * 30_000_000 + "</text:p>")}), "would unpack to more"),
        (archive({"content.xml": content("<text:section>" * 2_000 + "</text:section>" * 2_000)}), "is broken"),
        (archive({"META-INF/manifest.xml": _LOCKED, "content.xml": "x"}), "is locked by a password"),
        (archive({"content.xml": content("<text:p/>")}), "has no text"),
        (archive({"content.xml": content("<text:p><draw:frame><draw:image/></draw:frame></text:p>")}), "only pictures"),
    ],
    ids="cut empty without-text broken declared bomb deep locked blank pictures".split(),
)
def test_a_file_without_readable_text_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said) as refused:
        odt.read(data, "talks.odt")
    assert str(refused.value).startswith("talks.odt: ")


def test_damaged_files_are_read_or_refused() -> None:
    outcomes: Counter[str] = Counter()
    for at in range(0, len(GOOD), 7):
        damaged = GOOD[:at] + bytes([GOOD[at] ^ 0x15]) + GOOD[at + 1 :]
        try:
            odt.read(damaged, "damaged.odt")
            outcomes["read"] += 1
        except SourceError:
            outcomes["refused"] += 1
    assert outcomes["read"] and outcomes["refused"]


def test_a_name_that_leads_out_of_the_archive_is_not_followed() -> None:
    out = BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as packed:
        packed.writestr("../../etc/passwd", "root")
    assert odt.read(out.getvalue(), "talks.odt").body == "They met."
