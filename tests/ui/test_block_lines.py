"""The paragraphs of a brief are drawn by their kinds, and every character of the text keeps its offset."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.model import Annotation, Block, BlockKind, Brief, Entry, Link
from briefreader.text import Span
from briefreader.ui.panes.article_lines import ArticleLines
from briefreader.ui.panes.block_lines import TextLine, block_lines, is_linked, numbered_links
from briefreader.ui.panes.table_columns import shared_widths
from briefreader.ui.terminal.clusters import cells

Part = tuple[str, BlockKind, int | None, tuple[int, ...]]


def part(text: str, kind: BlockKind = "paragraph", level: int | None = None, *columns: int) -> Part:
    return text, kind, level, columns


def brief(*parts: Part, links: tuple[tuple[str, str], ...] = ()) -> Brief:
    """Return a brief of paragraphs; a link is a part of the text with its address."""
    blocks = [Block(0, 5, "heading", 1)]
    for text, kind, level, columns in parts:
        start = blocks[-1].end + 2
        blocks.append(Block(start, start + len(text), kind, level, columns))
    text = "\n\n".join(["Title", *(each[0] for each in parts)])
    found = tuple(Link(text.index(shown), text.index(shown) + len(shown), url) for shown, url in links)
    entry = Entry("id", "Title", None, None, None, None, None, "a.md")
    return Brief(entry, None, None, "unknown", text, Annotation(), blocks=tuple(blocks), links=found)


def shown(text: str, line: TextLine) -> str:
    parts = (text[each.start : each.end] if isinstance(each, Span) else each[1] for each in line.pieces)
    return "".join(parts).rstrip()


def drawn(of: Brief, width: int | None = 30) -> list[str]:
    return [shown(of.text, line) for line in block_lines(of, width)]


def test_items_have_bullets_hang_and_stand_close() -> None:
    found = brief(
        part("They will:"),
        part("open a line between the two capitals", "item", 1),
        part("for ministers", "item", 2),
        part("by day", "item", 3),
        part("meet again", "item", 1),
        part("That is all."),
    )
    assert drawn(found) == [
        "They will:",
        "",
        "• open a line between the two",
        "  capitals",
        "  – for ministers",
        "    · by day",
        "• meet again",
        "",
        "That is all.",
    ]


@pytest.mark.parametrize("number", ["1.", "12)", "(3)", "a.", "(b)", "iv.", "IX)", "2.1.", "3.4"])
def test_a_numbered_item_keeps_its_number_and_hangs_behind_it(number: str) -> None:
    found = brief(part(f"{number} the ports of both sides stay open", "item", 1))
    first, second, *_ = drawn(found, 25)
    assert first.startswith(f"{number} the ports")
    assert second.startswith(" " * (len(number) + 1))
    assert second.strip()[0] != "•"


@pytest.mark.parametrize("text", ["U.S. forces stay", "2025 was a year", "did. It was", "I think so"])
def test_a_word_at_the_head_of_an_item_is_no_number(text: str) -> None:
    assert drawn(brief(part(text, "item", 1))) == [f"• {text}"]


def test_a_paragraph_with_a_level_continues_its_item() -> None:
    found = brief(part("1. First", "item", 1), part("More of it.", "paragraph", 1), part("inner", "item", 2))
    assert drawn(found) == ["1. First", "", "   More of it.", "", "   – inner"]


def test_headings_are_in_weight() -> None:
    found = brief(part("Peace", "heading", 2), part("At sea", "heading", 3), part("Text."))
    lines = list(block_lines(found, 30))
    assert [(shown(found.text, line), line.style) for line in lines] == [
        ("Peace", "title"),
        ("", "text"),
        ("At sea", "section"),
        ("", "text"),
        ("Text.", "text"),
    ]


def test_a_quotation_has_a_bar_for_each_level_also_between_its_paragraphs() -> None:
    found = brief(part("One who was there said", "quote", 1), part("aside", "quote", 2), part("Text."))
    assert drawn(found, 16) == ["│ One who was", "│ there said", "│", "│ │ aside", "", "Text."]


TABLE = (
    part("Side | Pledge | Due", "row", None, 0, 1, 2),
    part("Norland | Two ships for the coast guard | 2026", "row", None, 0, 1, 2),
    part("Sudland | 2027", "row", None, 0, 2),
)


def test_rows_are_a_table_whose_cells_wrap_in_their_columns() -> None:
    found = brief(part("Pledges:"), *TABLE, part("End."))
    assert drawn(found, 34) == [
        "Pledges:",
        "",
        "Side     Pledge               Due",
        "Norland  Two ships for the    2026",
        "         coast guard",
        "Sudland                       2027",
        "",
        "End.",
    ]
    assert [line.style for line in block_lines(found, 34)][2:4] == ["section", "text"]


def test_in_a_narrow_window_each_row_is_a_paragraph() -> None:
    assert drawn(brief(*TABLE), 18) == [
        "Side | Pledge |",
        "  Due",
        "Norland | Two",
        "  ships for the",
        "  coast guard |",
        "  2026",
        "Sudland | 2027",
    ]


def test_a_cell_that_holds_the_separator_loses_nothing() -> None:
    found = brief(part("a | b | c", "row", None, 0, 1), part("d | e", "row", None, 0, 1))
    assert drawn(found) == ["a  b | c", "d  e"]


def test_without_a_width_no_paragraph_is_wrapped() -> None:
    found = brief(part("word " * 80 + "end", "item", 1), *TABLE)
    assert drawn(found, None)[0] == "• " + "word " * 80 + "end"
    assert drawn(found, None)[3] == "Norland  Two ships for the coast guard  2026"


def test_links_are_numbered_behind_their_text() -> None:
    links = (("the plan", "https://a.example/plan"), ("a map", "mailto:desk@a.example"))
    found = brief(part("See the plan, and a map."), part("Word a", "row", None, 0), links=links)
    assert drawn(found)[0] == "See the plan[1], and a map[2]."
    assert drawn(found, 16)[:2] == ["See the plan[1],", "and a map[2]."]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.example/", "http://[", ""])
def test_an_address_of_another_kind_is_no_link(url: str) -> None:
    found = brief(part("See the plan."), links=(("the plan", url),))
    assert not is_linked(url)
    assert numbered_links(found) == ()
    assert drawn(found) == ["See the plan."]


def test_a_brief_without_blocks_is_shown_in_paragraphs() -> None:
    found = brief(part("One."), part("Two."))._replace(blocks=())
    assert drawn(found) == ["One.", "", "Two."]


def test_the_lines_of_a_table_are_found_by_the_offsets_of_its_cells() -> None:
    found = brief(*TABLE)
    lines = ArticleLines.of_brief(found, None, 34)
    for word in ("Title", "Pledge", "Two ships", "coast guard", "2026", "2027"):
        number = lines.line_of(found.text.index(word))
        assert word in shown(found.text, lines.lines[number])


KINDS: st.SearchStrategy[BlockKind] = st.sampled_from(["paragraph", "heading", "item", "quote", "row"])
TEXTS = st.text(st.sampled_from("ab é한🏽 |1."), min_size=1, max_size=60).map(
    lambda text: " ".join(text.split()) or "x"
)
PARTS = st.tuples(TEXTS, KINDS, st.none() | st.integers(1, 40), st.lists(st.integers(0, 5), max_size=4).map(tuple))


@settings(derandomize=True, deadline=None)
@given(st.lists(PARTS, max_size=8), st.integers(2, 50))
def test_every_line_fits_and_every_character_is_shown_once(parts: list[Part], width: int) -> None:
    found = brief(*parts)
    lines = list(block_lines(found, width))
    if width >= 20:
        assert all(cells(shown(found.text, line)) <= width for line in lines)
    spans = sorted(each for line in lines for each in line.pieces if isinstance(each, Span))
    kept = {at for start, end in spans for at in range(start, end)}
    assert sum(end - start for start, end in spans) == len(kept)
    lost = {at for at in range(found.body_start, len(found.text)) if at not in kept and not found.text[at].isspace()}
    assert {found.text[at] for at in lost} <= {"|"}


@pytest.mark.parametrize(
    ("natural", "least", "room", "expected"),
    [
        ([5, 9], [5, 9], 20, [5, 9]),
        ([5, 50], [5, 10], 30, [5, 25]),
        ([13, 84, 15, 4], [6, 10, 7, 4], 39, [8, 18, 9, 4]),
        ([50, 50], [8, 8], 21, [11, 10]),
        ([7, 66, 10, 4], [7, 8, 7, 4], 64, [7, 43, 10, 4]),
        ([50, 50], [12, 12], 23, None),
        ([0, 9], [0, 9], 9, [0, 9]),
    ],
)
def test_columns_share_the_width(natural: list[int], least: list[int], room: int, expected: list[int] | None) -> None:
    assert shared_widths(natural, least, room) == expected
