"""The text of a PDF file is read as a person reads its pages, and every word comes out or is reported."""

from collections import Counter
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from briefreader import sources
from briefreader.model import Document, SourceError
from briefreader.sources import pdf
from sources import made_pdf
from sources.made_documents import DOCUMENTS
from sources.structure_score import lost_words, scores, total, units

Told = tuple[str, int | None, str]

TEXT = (
    "The two ministers met in Port Selwyn on 4 September 2024 and agreed to continue their",
    "talks on the safety of the northern straits in the spring of next year, if the weather",
    "allows.",
)
WHOLE = " ".join(TEXT)


def drawn(draw: Callable[[Canvas], None], **options: Any) -> bytes:
    """Return a PDF file whose pages a function draws."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, **options)
    canvas.setFont("Times-Roman", 11)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(canvas: Canvas, texts: tuple[str, ...], top: float, left: float = 72) -> None:
    canvas.setFont("Times-Roman", 11)
    for number, text in enumerate(texts):
        canvas.drawString(left, top - 14 * number, text)


def title(canvas: Canvas, text: str = "Readout of the Talks") -> None:
    canvas.setFont("Times-Bold", 16)
    canvas.drawString(72, 770, text)
    canvas.setFont("Times-Roman", 11)


def read(draw: Callable[[Canvas], None], **options: Any) -> Document:
    return pdf.read(drawn(draw, **options), "talks.pdf")


def blocks(document: Document) -> list[Told]:
    """Return kind, level and text of the blocks below the title."""
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks[1:]]


def test_structure_of_made_files() -> None:
    """The floor for PDF is 0.8; these files are read nearly without a fault."""
    scored = []
    for made, look in zip(DOCUMENTS, made_pdf.LOOKS, strict=True):
        document = pdf.read(made_pdf.pdf(made, look), "made.pdf")
        assert document.title == made.title
        assert not lost_words(f"{made.words} {look.header}", document)
        scored.append(scores(made.units(2), units(document)))
    sums = total(scored)
    assert {kind for kind, score in sums.items() if score.recall < 0.95 or score.precision < 0.95} == set()


def test_a_file_is_known_by_its_content() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        lines(canvas, ("Port Selwyn, 4 September 2024", "", *TEXT), 740)

    document = sources.parse(drawn(draw), "talks")
    assert document.title == "Readout of the Talks"
    assert document.body == f"Port Selwyn, 4 September 2024\n\n{WHOLE}"
    assert document.date == "2024-09-04"


def test_words_are_read_in_order_whatever_the_order_of_drawing() -> None:
    def draw(canvas: Canvas) -> None:
        words = []
        for number, line in enumerate(TEXT):
            x = 72.0
            for word in line.split():
                words.append((word, x, 700 - 14 * number))
                x += canvas.stringWidth(f"{word} ", "Times-Roman", 11)
        for word, x, y in sorted(words):
            canvas.drawString(x, y, word)
        title(canvas)

    assert read(draw).body == WHOLE


def test_a_heading_with_its_letters_set_apart_is_of_words() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        text = canvas.beginText(72, 770)
        text.setFont("Times-Bold", 16)
        text.setCharSpace(6)
        text.textLine("HARBOUR DECLARATION")
        canvas.drawText(text)
        canvas.restoreState()
        canvas.setFont("Times-Bold", 11)
        canvas.drawString(72, 740, "S e a  L a n e s")
        lines(canvas, TEXT, 710)

    document = read(draw)
    assert document.title == "HARBOUR DECLARATION"
    assert blocks(document) == [("heading", 2, "Sea Lanes"), ("paragraph", None, WHOLE)]


def test_a_hyphen_at_the_end_of_a_line_goes_unless_it_is_of_the_word() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        texts = (
            "The ministers of both sides repeated that the full denucleari-",
            "zation of the peninsula is their aim, and that a free Indo-",
            "Pacific is in the interest of all of the states of the region.",
        )
        lines(canvas, texts, 730)

    body = read(draw).body
    assert "full denuclearization of" in body
    assert "free Indo-Pacific is" in body


def test_headers_and_page_numbers_leave_the_sentence_whole() -> None:
    def draw(canvas: Canvas) -> None:
        for page in range(3):
            canvas.setFont("Helvetica", 8)
            canvas.drawString(72, 810, "Chair's Summary")
            canvas.drawCentredString(297, 40, f"- {page + 1} -")
            if page == 0:
                title(canvas)
            lines(canvas, TEXT[page : page + 1], 730)
            if page < 2:
                canvas.showPage()

    document = read(draw)
    assert document.body == WHOLE
    assert document.removed == ("page header or footer: Chair's Summary (3 times)", "page number: - 1 -; - 2 -; - 3 -")


def test_pages_that_are_all_the_same_are_no_headers() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, TEXT, 700)
        canvas.showPage()
        lines(canvas, TEXT, 700)

    document = read(draw)
    assert document.text == WHOLE
    assert document.removed == (f"title, repeated: {WHOLE}",)


def test_notes_stand_at_the_end_with_their_numbers() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        text = canvas.beginText(72, 730)
        text.setFont("Times-Roman", 11)
        text.textOut("The sides recalled the Harbour Declaration")
        text.setRise(4)
        text.setFont("Times-Roman", 7)
        text.textOut("1")
        text.setRise(0)
        text.setFont("Times-Roman", 11)
        text.textOut(" and an area of 12 km")
        text.setRise(4)
        text.setFont("Times-Roman", 7)
        text.textOut("2")
        text.setRise(0)
        text.setFont("Times-Roman", 11)
        text.textOut(" and they")
        canvas.drawText(text)
        canvas.setFont("Times-Roman", 6)
        canvas.drawString(72, 93, "1")
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(76, 90, "Signed three years ago.")
        canvas.showPage()
        lines(canvas, ("thanked the hosts.",), 770)

    assert blocks(read(draw)) == [
        (
            "paragraph",
            None,
            "The sides recalled the Harbour Declaration[1] and an area of 12 km2 and they thanked the hosts.",
        ),
        ("paragraph", None, "[1] Signed three years ago."),
    ]


def test_labels_beside_their_values_are_rows() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        for number, (label, value) in enumerate((("Date:", "4 September 2024"), ("Place:", "Port Selwyn"))):
            canvas.drawString(72, 740 - 14 * number, label)
            canvas.drawString(180, 740 - 14 * number, value)
        lines(canvas, TEXT, 690)

    document = read(draw)
    assert [told[2] for told in blocks(document)] == ["Date: | 4 September 2024", "Place: | Port Selwyn", WHOLE]
    assert [block.columns for block in document.blocks[1:3]] == [(0, 1), (0, 1)]


def wrapped(canvas: Canvas, text: str, left: float, top: float, width: float) -> float:
    """Draw a text that is broken at a width, and return the height of the line after it."""
    line = ""
    for word in [*text.split(), None]:
        longer = f"{line} {word}".strip()
        if word is None or canvas.stringWidth(longer, "Times-Roman", 11) > width:
            canvas.drawString(left, top, line)
            top -= 13
            line = word or ""
        else:
            line = longer
    return top


PLEDGES = (
    ("Country", "Measure", "Pledge"),
    ("Aldria", "a hotline between the two coast guard centres of both sides", "40 million"),
    ("Borvia and its island dependencies", "training", "25 million"),
)


def table(canvas: Canvas, top: float) -> float:
    for row in PLEDGES:
        places = zip((72, 200, 400), (100, 150, 100), row, strict=True)
        top = min(wrapped(canvas, cell, left, top, width) for left, width, cell in places) - 6
    return top


def test_cells_of_several_lines_stay_together() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        lines(canvas, TEXT, table(canvas, 730) - 20)

    assert [told[2] for told in blocks(read(draw))] == [*(" | ".join(row) for row in PLEDGES), WHOLE]


def test_a_table_below_two_columns_is_read_after_both() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        ends = [wrapped(canvas, f"{WHOLE} {WHOLE} {WHOLE}", left, 730, 210) for left in (72, 310)]
        table(canvas, min(ends) - 20)

    assert [told[2] for told in blocks(read(draw))] == [f"{WHOLE} {WHOLE} {WHOLE}"] * 2 + [
        " | ".join(row) for row in PLEDGES
    ]


def test_a_bullet_beside_a_line_of_another_column_belongs_to_its_item() -> None:
    """The lines of the left column are a little lower than those of the right one, and its bullets a little higher."""

    def draw(canvas: Canvas) -> None:
        title(canvas)
        wrapped(canvas, f"{WHOLE} {WHOLE}", 72, 726.9, 210)
        end = wrapped(canvas, WHOLE, 310, 730, 210)
        for text in ("open a hotline", "share forecasts"):
            canvas.drawString(314, end + 0.5, "\u2022")
            end = wrapped(canvas, f"{text} between the two coast guard centres in spring", 330, end, 190)

    assert [told for told in blocks(read(draw)) if told[0] != "paragraph"] == [
        ("item", 1, "open a hotline between the two coast guard centres in spring"),
        ("item", 1, "share forecasts between the two coast guard centres in spring"),
    ]


def test_the_lines_of_an_address_are_paragraphs() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        lines(canvas, ("Ministry of Sea Lanes", "12 Harbour Street", "Port Selwyn"), 740, 360)
        lines(canvas, TEXT, 660)

    assert [told[2] for told in blocks(read(draw))] == [
        "Ministry of Sea Lanes",
        "12 Harbour Street",
        "Port Selwyn",
        WHOLE,
    ]


def test_numbers_without_a_dot_are_those_of_items() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        lines(canvas, TEXT, 740)
        for at, (label, text) in enumerate(
            (("1", "train experts"), ("a", "in spring"), ("b", "in autumn"), ("2", "meet"))
        ):
            left = 108 if label.isalpha() else 90
            canvas.setFont("Helvetica", 12)
            canvas.drawRightString(left - 12, 680 - 14 * at, label)
            canvas.setFont("Times-Roman", 11)
            canvas.drawString(left, 680 - 14 * at, text)

    assert blocks(read(draw))[1:] == [
        ("item", 1, "1. train experts"),
        ("item", 2, "a. in spring"),
        ("item", 2, "b. in autumn"),
        ("item", 1, "2. meet"),
    ]


def test_text_that_is_narrower_than_the_rest_is_no_list_of_lines() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        lines(canvas, TEXT, 740)
        wrapped(canvas, f"{WHOLE} {WHOLE}", 72, 680, 200)

    assert [told[2] for told in blocks(read(draw))] == [WHOLE, f"{WHOLE} {WHOLE}"]


def test_text_printed_twice_to_look_bold_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        lines(canvas, TEXT, 700)
        lines(canvas, TEXT, 700, 72.4)

    assert read(draw).body == WHOLE


def test_links_keep_their_address() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        lines(canvas, TEXT, 700)
        left = 72 + canvas.stringWidth("The two ", "Times-Roman", 11)
        canvas.linkURL(
            "https://example.org/ministers", (left, 696, left + canvas.stringWidth("ministers", "Times-Roman", 11), 710)
        )
        canvas.linkURL("file:///etc/passwd", (72, 680, 100, 694))

    document = read(draw)
    assert [(document.text[link.start : link.end], link.url) for link in document.links] == [
        ("ministers", "https://example.org/ministers")
    ]


@pytest.mark.parametrize(
    ("font", "texts", "whole"),
    [
        (
            "HYSMyeongJo-Medium",
            ("양국 외교장관은 2025년 3월 14일 서울에서 만나 협력을 강화하기로", "합의하였다."),
            "양국 외교장관은 2025년 3월 14일 서울에서 만나 협력을 강화하기로 합의하였다.",
        ),
        (
            "HeiseiMin-W3",
            (
                "両国の外相は二〇二五年三月十四日、東京において会談を行い、海上交通の安全につ",
                "いて協力することで一致した。",
            ),
            "両国の外相は二〇二五年三月十四日、東京において会談を行い、海上交通の安全について協力することで一致した。",
        ),
    ],
)
def test_lines_of_east_asian_scripts_are_joined_as_they_are_written(
    font: str, texts: tuple[str, str], whole: str
) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(font))

    def draw(canvas: Canvas) -> None:
        title(canvas)
        canvas.setFont(font, 11)
        canvas.drawString(72, 730, texts[0])
        canvas.drawString(72, 715, texts[1])

    assert read(draw).body == whole


def test_a_page_on_its_side_is_read_upright() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        for number, text in enumerate(TEXT):
            canvas.drawString(72, -100 - 14 * number, text)

    assert read(draw).text == WHOLE


def test_text_that_a_reader_of_the_page_does_not_see_is_reported() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        lines(canvas, TEXT, 700)
        canvas.saveState()
        text = canvas.beginText(72, 600)
        text.setTextRenderMode(3)
        text.textLine("unseen words")
        canvas.drawText(text)
        canvas.restoreState()
        canvas.drawString(900, 400, "far outside")
        canvas.rotate(45)
        canvas.drawString(500, 0, "DRAFT")

    document = read(draw)
    assert document.body == WHOLE
    assert document.removed == ("text at an angle on page 1: DRAFT", "hidden text on page 1: unseen words far outside")


def written(text: str, font: str = "", more: tuple[str, ...] = ()) -> bytes:
    """Return a PDF file of one page written by hand; its size stands with all pages, objects 6 and on are `more`."""
    parts = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(text)}>>stream\n{text}\nendstream",
        f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica{font}>>",
        *more,
    )
    objects = "".join(f"{at} 0 obj\n{part}\nendobj\n" for at, part in enumerate(parts, 1))
    return f"%PDF-1.4\n{objects}trailer<</Root 1 0 R/Size {len(parts) + 1}>>\n%%EOF".encode()


def test_the_size_of_a_page_may_stand_with_all_pages() -> None:
    """A page without a size of its own has that of the tree of pages; text near its upper edge is not outside."""
    text = "BT /F1 11 Tf 72 820 Td (Near the upper edge) Tj 0 -100 Td (They met again in Port Selwyn.) Tj ET"
    assert pdf.read(written(text), "a.pdf").text == "Near the upper edge\n\nThey met again in Port Selwyn."


def test_joined_letters_and_letters_in_the_form_they_have_in_words_are_plain() -> None:
    """The font says of `A` and `B` that they are a ligature of Latin and one of Arabic letters."""
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
        "endcodespacerange 1 beginbfrange <20> <7E> <0020> endbfrange 2 beginbfchar <41> <FB03> <42> <FEFB> endbfchar "
        "endcmap end end"
    )
    text = "BT /F1 11 Tf 72 700 Td (The oAce of the coast guard) Tj 0 -100 Td (B) Tj ET"
    data = written(text, "/ToUnicode 6 0 R", (f"<</Length {len(table)}>>stream\n{table}\nendstream",))
    assert pdf.read(data, "a.pdf").text == "The office of the coast guard\n\nلا"


def test_the_recognized_text_under_a_scan_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        for line in TEXT:
            text.textLine(line)
        canvas.drawText(text)

    assert read(draw).text == WHOLE


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Microsoft Word - final2.doc", "Talks end"),
        ("Readout of the Talks in Port Selwyn", "Readout of the Talks in Port Selwyn"),
    ],
)
def test_the_title_in_the_properties_counts_unless_a_program_made_it(stated: str, expected: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle(stated)
        if expected == "Talks end":
            title(canvas, "Talks end")
        lines(canvas, TEXT, 700)

    assert read(draw).title == expected


def test_the_name_of_a_ministry_is_no_title_even_in_large_type() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 22)
        canvas.drawString(72, 800, "Ministry of Foreign Affairs")
        title(canvas, "Talks end in Port Selwyn")
        lines(canvas, TEXT, 700)

    document = read(draw)
    assert document.title == "Talks end in Port Selwyn"
    assert [told[2] for told in blocks(document)] == ["Ministry of Foreign Affairs", WHOLE]


def test_a_page_without_text_beside_others_is_told() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        lines(canvas, ("Port Selwyn, 4 September 2024", "", *TEXT), 700)
        canvas.showPage()
        canvas.rect(100, 100, 300, 300, fill=1)

    assert read(draw).unsure == ("text: page 2 of 2 has no text, perhaps it is a picture",)


def test_the_day_of_the_file_is_no_date_of_the_text() -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        lines(canvas, TEXT, 700)

    document = read(draw)
    assert document.date is None
    assert document.unsure == (
        "date: the text states none; its file was made on 2000-01-01, perhaps long after the text",
    )


GOOD = drawn(lambda canvas: lines(canvas, TEXT, 700))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (drawn(lambda canvas: canvas.rect(100, 100, 300, 300, fill=1)), "has no text, its pages are pictures"),
        (drawn(lambda canvas: lines(canvas, TEXT, 700), encrypt=StandardEncryption("secret")), "locked by a password"),
        (GOOD[: len(GOOD) // 2], "is broken"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 8, "is broken"),
        (b"", "is broken"),
    ],
    ids="scanned locked cut damaged empty".split(),
)
def test_a_file_without_readable_text_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said) as refused:
        pdf.read(data, "scan.pdf")
    assert str(refused.value).startswith("scan.pdf: ")


def test_damaged_files_are_read_or_refused() -> None:
    """Any byte of a file may be damaged: the reader gives a document or a sentence."""
    outcomes: Counter[str] = Counter()
    for at in range(0, len(GOOD), 11):
        damaged = GOOD[:at] + bytes([GOOD[at] ^ 0x15]) + GOOD[at + 1 :]
        try:
            pdf.read(damaged, "damaged.pdf")
            outcomes["read"] += 1
        except SourceError:
            outcomes["refused"] += 1
    assert outcomes["read"] and outcomes["refused"]
