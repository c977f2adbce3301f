"""Headings, list items, quotations, rows and links of a page or of Markdown are told beside the text."""

from collections.abc import Callable

import pytest

from briefreader import sources
from briefreader.model import Document
from sources import made_texts
from sources.made_documents import DOCUMENTS, Made
from sources.structure_score import lost_words, scores, total, units

Told = tuple[str, int | None, str]

TITLE = "Talks end in Oslo"


def blocks(document: Document) -> list[Told]:
    """Return kind, level and text of the blocks below the title."""
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks[1:]]


def page(body: str) -> Document:
    return sources.parse(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>".encode(), "a.html")


def markdown(body: str) -> Document:
    return sources.parse(f"---\ntitle: {TITLE}\nurl: https://a.example/b/c\n---\n\n{body}\n".encode(), "a.md")


LISTS = [
    ("paragraph", None, "We are taking steps to:"),
    ("item", 1, "train experts"),
    ("item", 2, "in the spring"),
    ("item", 2, "in the autumn"),
    ("item", 1, "share data"),
    ("paragraph", 1, "This goes on."),
    ("paragraph", None, "They left."),
]


def test_nested_lists_of_a_page_keep_their_levels() -> None:
    document = page(
        "<p>We are taking steps to:</p><ul><li>train experts<ul><li><p>in the spring</p></li>"
        "<li>in the autumn</li></ul></li><li><p>share data</p><p>This goes on.</p></li></ul><p>They left.</p>"
    )
    assert blocks(document) == LISTS


@pytest.mark.parametrize("indent", ["  ", "    ", "\t"])
def test_nested_lists_of_markdown_keep_their_levels(indent: str) -> None:
    document = markdown(
        f"We are taking steps to:\n\n- train experts\n{indent}* in the spring\n{indent}* in the autumn\n"
        f"- share data\n\n{indent}This goes on.\n\nThey left."
    )
    assert blocks(document) == LISTS


@pytest.mark.parametrize(
    ("html", "items"),
    [
        ("<ol><li>one</li><li><p>two</p></li></ol>", ["1. one", "2. two"]),
        ("<ol start='3'><li value='7'>a</li><li>b</li></ol>", ["7. a", "8. b"]),
        ("<ol type='a'><li>x</li><li>y</li></ol>", ["a. x", "b. y"]),
        ("<ol type='I'><li>x</li><li>y</li><li>z</li><li>w</li></ol>", ["I. x", "II. y", "III. z", "IV. w"]),
        ("<ol style='list-style-type: lower-roman'><li>x</li></ol>", ["i. x"]),
        ("<ol reversed><li>x</li><li>y</li></ol>", ["2. x", "1. y"]),
        ("<ol style='list-style: none'><li>(1) x</li></ol>", ["(1) x"]),
        ("<ol><li><strong><br></strong>one</li></ol>", ["1. one"]),
        ("<p>• one<br>• two</p>", ["one", "two"]),
        ("<p>· one</p><p>● two</p>", ["one", "two"]),
        ("<p>- one <b>a</b><br>- two</p>", ["one a", "two"]),
        ("<p>1. one<br>2. two<br>3. three</p>", ["1. one", "2. two", "3. three"]),
        ("<p>1.</p><p>one</p><p>2.</p><p>two</p>", ["1. one", "2. two"]),
        ("<p>(a) one<br/>\n(b) two</p>", ["(a) one", "(b) two"]),
    ],
)
def test_the_number_of_an_item_stands_before_its_text_and_a_bullet_does_not(html: str, items: list[str]) -> None:
    assert blocks(page(html)) == [("item", 1, item) for item in items]


@pytest.mark.parametrize(
    "html", ["<p>on<br>- 8 May they met.</p>", "<p>on<br>2. May they met</p>", "<p>A. Roe<br>C. Ito</p>"]
)
def test_one_line_with_a_mark_is_no_list(html: str) -> None:
    assert [kind for kind, _, _ in blocks(page(html))] == ["paragraph"]


def test_numbered_items_of_markdown_nest_below_bullets_and_numbers() -> None:
    document = markdown("1. one\n    - a\n        1. deep\n2. two\n\n10. ten\n\n    goes on\n\n12. twelve")
    assert blocks(document) == [
        ("item", 1, "1. one"),
        ("item", 2, "a"),
        ("item", 3, "1. deep"),
        ("item", 1, "2. two"),
        ("item", 1, "10. ten"),
        ("paragraph", 1, "goes on"),
        ("item", 1, "12. twelve"),
    ]


def test_the_next_number_is_an_item_after_a_list_inside_the_last_one() -> None:
    document = markdown("1. Security\n   - ships\n2. Trade\n\n   More of trade.\n\n   1. tariffs\n3. Ports")
    assert blocks(document) == [
        ("item", 1, "1. Security"),
        ("item", 2, "ships"),
        ("item", 1, "2. Trade"),
        ("paragraph", 1, "More of trade."),
        ("item", 2, "1. tariffs"),
        ("item", 1, "3. Ports"),
    ]


def test_the_next_number_is_an_item_after_a_paragraph_of_the_last_one() -> None:
    document = markdown("1.  one\n2.  two\n\n    **Part II**\n3.  three, as in\n    1999. And\n4. four")
    assert blocks(document) == [
        ("item", 1, "1. one"),
        ("item", 1, "2. two"),
        ("paragraph", 1, "Part II"),
        ("item", 1, "3. three, as in 1999. And"),
        ("item", 1, "4. four"),
    ]


def test_the_first_number_is_an_item_after_a_line_break() -> None:
    document = markdown("They agreed on:  \n1. trade  \n2. ports\n\nThey met on May\n1. It rained.")
    told = ["They agreed on:", "1. trade", "2. ports", "They met on May 1. It rained."]
    assert [text for _, _, text in blocks(document)] == told


def test_headings_and_quotations_keep_their_levels() -> None:
    told = [
        ("heading", 2, "Security"),
        ("heading", 4, "At sea"),
        ("quote", 1, "We will act."),
        ("quote", 2, "As we said."),
        ("item", 1, "at once"),
        ("paragraph", None, "They left."),
    ]
    html = (
        "<h2>Security</h2><h4>At sea</h4><blockquote><p>We will act.</p><blockquote>As we said.</blockquote>"
        "<ul><li>at once</li></ul></blockquote><p>They left.</p>"
    )
    assert blocks(page(html)) == told
    text = "## Security\n\n#### At sea\n\n> We will\n> act.\n\n>> As we said.\n>\n> - at once\n\nThey left."
    assert blocks(markdown(text)) == told


def test_a_paragraph_all_in_bold_letters_is_told_to_be_so() -> None:
    html = (
        "<p><strong>Health</strong></p><p><b>Ports</b>: open.</p><p><b><a href='https://a.example'>Trade</a></b>"
        " <strong>and tax</strong></p><ul><li><b>first</b></li></ul><h2><b>Part</b></h2><p>They left.</p>"
    )
    text = (
        "**Health**\n\n**Ports**: open.\n\n__[Trade](https://a.example) and tax__\n\n- **first**\n\n"
        "## **Part**\n\nThey left."
    )
    for document in (page(html), markdown(text)):
        told = [document.text[block.start : block.end] for block in document.blocks if block.strong]
        assert told == ["Health", "Trade and tax"]
        again = sources.parse(sources.render(document, "x").encode(), "x.md")
        assert again.blocks == document.blocks


TABLE = "<table><tr><th>Side</th><th>Lead</th><th>Note</th></tr>{}</table>"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("<tr><td>A</td><td></td><td><p>x</p><p>y</p></td></tr>", [("A | x y", (0, 2))]),
        (
            "<tr><td rowspan=2>A</td><td>B</td><td>C</td></tr><tr><td>D</td></tr>",
            [("A | B | C", (0, 1, 2)), ("D", (1,))],
        ),
        ("<tr><td colspan=2>A</td><td>B</td></tr>", [("A | B", (0, 2))]),
        ("<tr><td></td><td>A</td></tr>", [("A", (1,))]),
        ("<tr><td>A</td><td><ol><li>b</li><li>c</li></ol></td></tr>", [("A | 1. b 2. c", (0, 1))]),
    ],
)
def test_the_rows_of_a_table_tell_the_columns_of_their_cells(
    rows: str, told: list[tuple[str, tuple[int, ...]]]
) -> None:
    document = page(TABLE.format(rows))
    found = [(document.text[block.start : block.end], block.columns) for block in document.blocks[1:]]
    assert found == [("Side | Lead | Note", (0, 1, 2)), *told]
    assert {block.kind for block in document.blocks[1:]} == {"row"}


def test_a_table_that_lays_out_a_page_is_no_table() -> None:
    long = "The two sides reviewed the agenda of the previous session. " * 12
    document = page(f"<table><tr><td>Menu</td><td><p>{long}</p><p>They left.</p></td></tr></table>")
    assert {block.kind for block in document.blocks[1:]} == {"paragraph"}


def test_rows_of_markdown_tell_the_columns_of_their_cells() -> None:
    document = markdown("| Side | Lead |\n|---|---|\n| A | |\n| | B \\| C |")
    found = [(document.text[block.start : block.end], block.kind, block.columns) for block in document.blocks[1:]]
    assert found == [
        ("Side | Lead", "row", (0, 1)),
        ("A", "row", (0,)),
        ("B | C", "paragraph", ()),  # a cell with the sign between cells cannot be told from two
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Name | Office\n--- | :---:\nAnna Roe | Minister\n*Ben Ito* | Envoy",
        "Name | Office\n-|-\nAnna Roe | Minister\nBen Ito | Envoy",
        "| Name | Office\n| :- | -: |\n| Anna Roe | Minister\n| Ben Ito | Envoy",
        "|Name|Office|\n|-|:-:|\n|Anna Roe|Minister|\n|Ben Ito|Envoy|",
    ],
)
def test_a_table_of_markdown_needs_no_signs_at_the_ends_of_its_rows(table: str) -> None:
    assert blocks(markdown(f"They were there:\n\n{table}\n\nPeace | trade.")) == [
        ("paragraph", None, "They were there:"),
        ("row", None, "Name | Office"),
        ("row", None, "Anna Roe | Minister"),
        ("row", None, "Ben Ito | Envoy"),
        ("paragraph", None, "Peace | trade."),
    ]


def test_a_row_of_dashes_inside_a_table_stays() -> None:
    document = markdown("| Name | Office |\n|---|---|\n| Anna Roe | Minister |\n| - | - |")
    assert blocks(document)[-1] == ("row", None, "- | -")


def test_a_link_by_reference_may_be_its_label_alone() -> None:
    document = markdown(
        "See [Note], the [Plan][] and the [text][note].[1] [Ito] left.[^2]\n\n[note]: https://a.example/n\n"
        "[plan]: <https://a.example/p>\n[1]: https://a.example/1\n[2]: https://a.example/2"
    )
    assert document.body == "See Note, the Plan and the text.[1] [Ito] left.[2]"
    assert [(document.text[link.start : link.end], link.url[-1]) for link in document.links] == [
        ("Note", "n"), ("Plan", "p"), ("text", "n"), ("[1]", "1"),
    ]  # fmt: skip
    again = sources.parse(sources.render(document, "talks").encode(), "talks.md")
    assert (again.text, again.links) == (document.text, document.links)


@pytest.mark.parametrize("attributes", ["{#sea .unnumbered}", "{:.note}", "{-}", '{#sea lang="en"}'])
def test_the_attributes_of_a_heading_are_no_text(attributes: str) -> None:
    assert blocks(markdown(f"## Sea lanes {attributes}\n\nThey met.")) == [
        ("heading", 2, "Sea lanes"), ("paragraph", None, "They met."),
    ]  # fmt: skip


def test_braces_of_words_in_a_heading_stay() -> None:
    assert blocks(markdown("## Sea lanes {new text}\n\nThey met."))[0] == ("heading", 2, "Sea lanes {new text}")


@pytest.mark.parametrize("attribute", ["", "class='blockquote-footer'"])
def test_the_speaker_below_a_quotation_belongs_to_it(attribute: str) -> None:
    left = "The ministers left the city of Oslo in the evening."
    document = page(
        f"<main><blockquote><p>We are ready.</p><footer {attribute}>Anna Roe</footer></blockquote><p>{left}</p></main>"
        "<footer>Contact us</footer>"
    )
    assert blocks(document) == [("quote", 1, "We are ready."), ("quote", 1, "Anna Roe"), ("paragraph", None, left)]


def test_a_number_that_an_item_has_of_its_own_is_not_doubled() -> None:
    document = page("<ol><li>1. First, a visit.</li><li>2. Second, a drill.</li><li>5. Fifth</li></ol>")
    assert [text for _, _, text in blocks(document)] == ["1. First, a visit.", "2. Second, a drill.", "3. 5. Fifth"]


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("/x?y=1&amp;z=2", "https://a.example/x?y=1&z=2"),
        ("d.pdf", "https://a.example/b/d.pdf"),
        ("mailto:press@a.example", "mailto:press@a.example"),
        ("https://a.example/x_(1)", "https://a.example/x_(1)"),
        ("#note", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("https://", None),
    ],
)
def test_a_link_leads_to_a_web_or_mail_address_or_nowhere(target: str, address: str | None) -> None:
    for document in (
        page(f"<link rel=canonical href='https://a.example/b/c'><p>See <a href='{target}'>the <b>text</b></a>.</p>"),
        markdown(f"See [the **text**](<{target}>)."),
        markdown(f"See [the text][1].\n\n[1]: {target}"),
        markdown(f"See <a class=x href='{target}'>the text</a>."),
    ):
        assert document.body == "See the text."
        found = [(document.text[link.start : link.end], link.url) for link in document.links]
        assert found == ([("the text", address)] if address else [])


def test_the_links_of_rows_and_of_cleaned_paragraphs_keep_their_places() -> None:
    document = page(
        "<p>Share this article</p><table><tr><td>A</td><td><a href='https://a.example/1'>one</a></td></tr></table>"
        "<p>Look! <a href='https://a.example/2'>two</a><a href='https://a.example/2'> parts</a></p>"
    )
    found = [(document.text[link.start : link.end], link.url) for link in document.links]
    assert found == [("one", "https://a.example/1"), ("two parts", "https://a.example/2")]


def test_a_row_of_too_many_columns_is_a_paragraph_with_all_its_words() -> None:
    wide = f"<tr>{'<td colspan=100 rowspan=100>a</td>' * 1_000}<td>end</td></tr>"
    document = page(f"<p>They met.</p><table><tr><td>b</td><td>c</td></tr>{wide}</table>")
    row = document.blocks[-1]
    assert (row.kind, document.text[row.start : row.end]) == ("paragraph", "a | " * 1_000 + "end")
    assert document.blocks[-2].columns == (0, 1)
    assert len(sources.render(document, "talks")) < 10_000


def test_a_brace_behind_a_link_is_written_and_read_again() -> None:
    document = page(
        '<p>The <a href="https://a.example/">note</a>{.1} and <a href="https://a.example/2">this</a>{#a}.</p>'
    )
    again = sources.parse(sources.render(document, "talks").encode(), "talks.md")
    assert "The note{.1} and this{#a}." in document.text
    assert (again.text, again.links) == (document.text, document.links)


@pytest.mark.parametrize("make", [made_texts.page, made_texts.markdown])
def test_structure_of_made_texts(make: Callable[[Made], str]) -> None:
    name = f"made.{'html' if make is made_texts.page else 'md'}"
    scored = []
    for made in DOCUMENTS:
        document = sources.parse(make(made).encode(), name)
        assert document.title == made.title
        assert not lost_words(made.words, document)
        scored.append(scores(made.units(2), units(document)))
    sums = total(scored)
    assert {kind for kind, score in sums.items() if score.recall < 0.95 or score.precision < 0.95} == set()
