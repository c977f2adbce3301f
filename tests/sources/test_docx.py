"""DOCX files keep their structure, numbers and notes; every word comes out or is reported."""

from collections import Counter

import pytest

from briefreader import sources
from briefreader.model import Document, SourceError
from briefreader.sources import docx
from sources import made_docx
from sources.made_documents import DOCUMENTS
from sources.made_docx import RELATIONSHIPS, archive, document, level, numbering, paragraph, run, written
from sources.structure_score import lost_words, scores, total, units

Told = tuple[str, int | None, str]

TITLE = paragraph("Talks end in Port Selwyn", "Titel")


def read(body: str, title: str = "", links: str = "", **parts: str) -> Document:
    return docx.read(written(TITLE + body, title, links, **parts), "talks.docx")


def blocks(found: Document) -> list[Told]:
    """Return kind, level and text of the blocks below the title."""
    return [(block.kind, block.level, found.text[block.start : block.end]) for block in found.blocks[1:]]


def texts(found: Document) -> list[str]:
    return [told[2] for told in blocks(found)]


def test_structure_of_made_files() -> None:
    scored = []
    for made in DOCUMENTS:
        found = docx.read(made_docx.of(made), "made.docx")
        assert found.title == made.title
        assert not lost_words(made.words, found)
        scored.append(scores(made.units(1), units(found)))
    sums = total(scored)
    assert {kind for kind, score in sums.items() if score.recall < 0.95 or score.precision < 0.95} == set()


def test_a_file_is_known_by_its_content() -> None:
    found = sources.parse(written(TITLE + paragraph("Port Selwyn, 4 September 2024") + paragraph("They met.")), "talks")
    assert (found.title, found.date) == ("Talks end in Port Selwyn", "2024-09-04")


def test_tabs_breaks_and_pieces_of_words() -> None:
    runs = "<w:r><w:t>The</w:t><w:tab/><w:t>two sides</w:t><w:br/><w:t>met ag</w:t></w:r><w:r><w:t>ain.</w:t></w:r>"
    assert texts(read(paragraph(runs))) == ["The two sides met again."]


def test_insertions_stay_and_deletions_are_reported() -> None:
    runs = (
        run("They voiced ")
        + "<w:del><w:r><w:delText>grave</w:delText></w:r></w:del>"
        + f"<w:ins>{run('deep')}</w:ins>"
        + f"<w:moveFrom>{run(' today')}</w:moveFrom>"
        + run(" concern")
        + f"<w:moveTo>{run(' today')}</w:moveTo>"
        + run(".")
    )
    found = read(paragraph(runs))
    assert texts(found) == ["They voiced deep concern today."]
    assert found.removed == ("deleted text (tracked changes): grave",)


def test_a_paragraph_whose_end_is_deleted_goes_on_with_the_next_one() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('They met ')}</w:p>"
    assert texts(read(first + paragraph("in Oslo."))) == ["They met in Oslo."]


def test_a_deleted_row_is_reported() -> None:
    cells = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>" * 2
    rows = (
        f"<w:tr>{cells.format('Aldria', '40')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cells.format('Borvia', '25')}</w:tr>"
        f"<w:tr><w:trPr><w:ins/></w:trPr>{cells.format('Cestria', '12')}</w:tr>"
    )
    found = read(f"<w:tbl>{rows}</w:tbl>")
    assert texts(found) == ["Aldria | 40", "Cestria | 12"]
    assert found.removed == ("deleted text (tracked changes): Borvia; 25",)


def test_notes_stand_at_the_end_with_their_signs() -> None:
    body = paragraph(
        run("The Declaration")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + run(" holds.")
        + '<w:r><w:endnoteReference w:id="7"/></w:r>'
        + '<w:r><w:footnoteReference w:id="3"/></w:r>'
    )
    footnotes = (
        '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("<w:r><w:footnoteRef/></w:r>" + run(" Signed in 2021."))}</w:footnote>'
        f'<w:footnote w:id="3">{paragraph("A second one.")}</w:footnote>'
        f'<w:footnote w:id="4">{paragraph("Nowhere.")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="7">{paragraph("Aldria abstained.")}</w:endnote>'
    found = read(body + paragraph("They left."), footnotes=footnotes, endnotes=endnotes)
    assert texts(found) == [
        "The Declaration[1] holds.[i][2]",
        "They left.",
        "[1] Signed in 2021.",
        "[i] Aldria abstained.",
        "[2] A second one.",
    ]
    assert found.removed == ("note without a place in the text: Nowhere.",)


def test_comments_headers_pictures_and_hidden_text_are_reported() -> None:
    body = paragraph(
        run("They met")
        + '<w:r><w:commentReference w:id="1"/></w:r>'
        + run(" in secret", "<w:vanish/>")
        + "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
        + run(" again.")
    )
    found = read(
        body,
        comments=f'<w:comment w:id="1" w:author="Roe">{paragraph("check this")}</w:comment>',
        header1=paragraph("<w:r><w:t>Press</w:t><w:tab/><w:t>Service</w:t></w:r>"),
        footer1=paragraph("Page"),
    )
    assert texts(found) == ["They met again."]
    assert found.removed == (
        "page header or footer: Press Service; Page",
        "comment: check this",
        "hidden text: in secret",
        "pictures: 1",
    )


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape>{box}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read(paragraph(run("They met.") + both) + paragraph("They left."))) == [
        "They met.",
        "In a box.",
        "They left.",
    ]


def test_headings_are_known_by_style_base_and_outline() -> None:
    body = (
        paragraph("Security", "berschrift1")
        + paragraph("At Sea", "MyHeading")
        + paragraph("Cables", "Outlined")
        + paragraph("We agree.", "Zitat")
    )
    assert blocks(read(body)) == [
        ("heading", 1, "Security"),
        ("heading", 2, "At Sea"),
        ("heading", 3, "Cables"),
        ("quote", 1, "We agree."),
    ]


LETTERS = level(0, "lowerLetter", "(%1)") + level(1, "lowerRoman", "(%2)")
DEEP = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "upperRoman", "%3:")
BULLETS = level(0, "bullet", "•") + level(1, "bullet", "o")


def items(*listed: tuple[int, int]) -> str:
    return "".join(paragraph(f"item {at}", listed=each) for at, each in enumerate(listed, 1))


@pytest.mark.parametrize(
    ("lists", "listed", "expected"),
    [
        (LETTERS, ((1, 0), (1, 1), (1, 1), (1, 0)), ["(a) item 1", "(i) item 2", "(ii) item 3", "(b) item 4"]),
        (
            DEEP,
            ((1, 0), (1, 1), (1, 2), (1, 1), (1, 0)),
            ["1. item 1", "1.1 item 2", "I: item 3", "1.2 item 4", "2. item 5"],
        ),
        (BULLETS, ((1, 0), (1, 1), (1, 0)), ["item 1", "item 2", "item 3"]),
        (level(0, "ganada", "%1."), ((1, 0), (1, 0)), ["가. item 1", "나. item 2"]),
        (
            level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>"),
            ((1, 0), (1, 0), (1, 1)),
            ["I. item 1", "II. item 2", "2.1 item 3"],
        ),
    ],
)
def test_numbers_are_shown_as_word_shows_them(
    lists: str, listed: tuple[tuple[int, int], ...], expected: list[str]
) -> None:
    assert blocks(read(items(*listed), numbering=numbering(lists))) == [
        ("item", at + 1, text) for (_, at), text in zip(listed, expected, strict=True)
    ]


def test_lists_go_on_after_a_paragraph_and_start_anew_where_they_say() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    body = items((1, 0), (1, 0)) + paragraph("Between.") + items((1, 0), (2, 0), (2, 0))
    assert texts(read(body, numbering=numbering(DEEP, more=again))) == [
        "1. item 1",
        "2. item 2",
        "Between.",
        "3. item 1",
        "5. item 2",
        "6. item 3",
    ]


def test_a_list_of_its_own_that_is_indented_more_is_inside_the_item() -> None:
    indented = '<w:pPr><w:ind w:left="{}"/></w:pPr>'
    lists = (
        level(0, "decimal", "%1.").replace("</w:lvl>", indented.format(720) + "</w:lvl>"),
        level(0, "bullet", "•").replace("</w:lvl>", indented.format(1440) + "</w:lvl>"),
    )
    assert blocks(read(items((1, 0), (2, 0), (2, 0), (1, 0)), numbering=numbering(*lists))) == [
        ("item", 1, "1. item 1"),
        ("item", 2, "item 2"),
        ("item", 2, "item 3"),
        ("item", 1, "2. item 4"),
    ]


def test_a_paragraph_that_is_set_in_goes_on_with_the_item() -> None:
    indented = '<w:pPr><w:ind w:left="720"/></w:pPr>'
    lists = level(0, "decimal", "%1.").replace("</w:lvl>", indented + "</w:lvl>")
    body = items((1, 0)) + paragraph("It goes on.").replace("<w:pPr>", '<w:pPr><w:ind w:left="720"/>') + items((1, 0))
    assert blocks(read(body + paragraph("They left."), numbering=numbering(lists))) == [
        ("item", 1, "1. item 1"),
        ("paragraph", 1, "It goes on."),
        ("item", 1, "2. item 1"),
        ("paragraph", None, "They left."),
    ]


def test_a_heading_keeps_the_number_of_its_style() -> None:
    styles = made_docx.STYLES.replace(
        '<w:name w:val="heading 1"/>',
        '<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
    )
    body = paragraph("Security", "berschrift1") + paragraph("Trade", "berschrift1")
    found = read(body, styles=styles, numbering=numbering(level(0, "upperRoman", "%1.")))
    assert blocks(found) == [("heading", 1, "I. Security"), ("heading", 1, "II. Trade")]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    styles = made_docx.STYLES + (
        '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="item"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("in", "Item") + paragraph("out", "Item", (0, 0))
    assert blocks(read(body, styles=styles, numbering=numbering(DEEP))) == [
        ("item", 1, "1. in"),
        ("paragraph", None, "out"),
    ]


def test_cells_keep_their_columns() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    wide, high = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'

    rows = (
        f"<w:tr>{cell('Country')}{cell('Pledge')}{cell('Year')}</w:tr>"
        f"<w:tr>{cell('Aldria', wide)}{cell('2024', high)}</w:tr>"
        f"<w:tr>{cell('Borvia')}{cell('25')}{cell('', '<w:vMerge/>')}</w:tr>"
        f"<w:tr><w:sdt><w:sdtContent>{cell('Cestria')}</w:sdtContent></w:sdt>{cell('')}{cell('2025')}</w:tr>"
    )
    found = read(f"<w:tbl>{rows}</w:tbl>")
    assert [(block.columns, found.text[block.start : block.end]) for block in found.blocks[1:]] == [
        ((0, 1, 2), "Country | Pledge | Year"),
        ((0, 2), "Aldria | 2024"),
        ((0, 1), "Borvia | 25"),
        ((0, 2), "Cestria | 2025"),
    ]


def test_links_and_fields() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.org/b"</w:instrText>'
        f'</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("that text")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    dated = f'<w:fldSimple w:instr="DATE">{run("4 September 2024")}</w:fldSimple>'
    body = paragraph(
        f'<w:hyperlink r:id="a">{run("This text")}</w:hyperlink>' + run(" and ") + field + run(" of ") + dated
        + f'<w:hyperlink r:id="b">{run(" here")}</w:hyperlink>' + f'<w:hyperlink r:id="c">{run(" write")}</w:hyperlink>'
    )  # fmt: skip
    links = (
        f'<Relationship Id="a" Type="{RELATIONSHIPS}/hyperlink" Target="https://example.org/a" TargetMode="External"/>'
        f'<Relationship Id="b" Type="{RELATIONSHIPS}/hyperlink" Target="file:///etc/passwd" TargetMode="External"/>'
        f'<Relationship Id="c" Type="{RELATIONSHIPS}/hyperlink" Target="mailto:a@example.org" TargetMode="External"/>'
    )
    found = read(body, links=links)
    assert texts(found) == ["This text and that text of 4 September 2024 here write"]
    assert [(found.text[link.start : link.end], link.url) for link in found.links] == [
        ("This text", "https://example.org/a"),
        ("that text", "https://example.org/b"),
        ("write", "mailto:a@example.org"),
    ]


def test_content_that_is_marked_formulas_and_signs_stay() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('In a control.')}</w:sdtContent></w:sdt>"
        + paragraph(f"<w:smartTag>{run('In a tag')}</w:smartTag><m:oMath><m:r><m:t> x = 2</m:t></m:r></m:oMath>")
        + paragraph('<w:r><w:t>Check </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')
    )
    found = read(body)
    assert texts(found)[:2] == ["In a control.", "In a tag x = 2"]
    assert texts(found)[2] in ("Check ✓", "Check ✔")


@pytest.mark.parametrize(
    ("stated", "body", "expected"),
    [
        ("", paragraph("Talks", "berschrift1") + paragraph("They met."), "Talks"),
        ("Talks in Oslo", paragraph("They met."), "Talks in Oslo"),
        (
            "Microsoft Word - a.doc",
            paragraph("PRESS RELEASE") + paragraph("Talks end") + paragraph("They met."),
            "Talks end",
        ),
    ],
)
def test_the_title_without_a_style_of_titles(stated: str, body: str, expected: str) -> None:
    assert docx.read(written(body, stated), "a.docx").title == expected


def test_the_day_of_the_file_is_no_date_of_the_text() -> None:
    found = read(paragraph("They met."))
    assert found.date is None
    assert found.unsure == ("date: the text states none; its file was made on 2024-09-05, perhaps long after the text",)


def test_the_strict_kind_of_file_is_read() -> None:
    data = archive(
        {
            "word/document.xml": document(paragraph("Talks end") + paragraph("They met.")).replace(
                made_docx.WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"
            )
        }
    )
    assert docx.read(data, "a.docx").text == "Talks end\n\nThey met."


GOOD = written(TITLE + paragraph("They met."))
_DECLARED = document("&a;").replace("?>", '?><!DOCTYPE a [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>')


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (GOOD[:300], "is broken"),
        (b"", "is broken"),
        (archive({"word/styles.xml": "<a/>"}), "has no text part"),
        (archive({"word/document.xml": "<a><b></a>"}), r"is broken \(its part word/document.xml\)"),
        (archive({"word/document.xml": _DECLARED}), "has a part with declarations of its own"),
        (archive({"word/document.xml": document(" " * 30_000_000)}), "would unpack to more"),
        (archive({"word/document.xml": document("<w:sdt>" * 2_000 + "</w:sdt>" * 2_000)}), "is broken"),
        (written(paragraph("<w:r/>")), "has no text"),
        (written(paragraph("<w:r><w:drawing><a:blip/></w:drawing></w:r>")), "only pictures"),
    ],
    ids="cut empty without-text broken declared bomb deep blank pictures".split(),
)
def test_a_file_without_readable_text_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said) as refused:
        docx.read(data, "talks.docx")
    assert str(refused.value).startswith("talks.docx: ")


def test_tables_inside_tables_are_read_or_refused() -> None:
    deep = paragraph("inside")
    for _ in range(40):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl>"
    assert "inside" in docx.read(written(TITLE + deep), "a.docx").text


def test_damaged_files_are_read_or_refused() -> None:
    outcomes: Counter[str] = Counter()
    for at in range(0, len(GOOD), 13):
        damaged = GOOD[:at] + bytes([GOOD[at] ^ 0x15]) + GOOD[at + 1 :]
        try:
            docx.read(damaged, "damaged.docx")
            outcomes["read"] += 1
        except SourceError:
            outcomes["refused"] += 1
    assert outcomes["read"] and outcomes["refused"]
