"""A passage of a brief is selected by sentences, paragraphs and words, and stays in sight."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.text import Span
from reader_pilot import Reader, Start

FILLING = "Both sides reviewed the work of the year and found it good in every part."
TREATY = f"""---
title: The treaty of the two ports
date: 2025-03-03
---
The ministers met. They spoke of fish. They parted as friends.

## Harbours

One quay is built! Another one follows.

- dredge the harbour
- build a light

{chr(10).join([f"{FILLING} Part {number} is done.{chr(10)}" for number in range(30)])}
The last word is peace.
"""
ID = "2025-03-03-the-treaty-of-the-two-ports"

Opened = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def opened(root: Path, library: Library, start: Start) -> Opened:
    """Open the reader on the treaty, with the focus in the article."""
    (root / "ports.md").write_text(TREATY, "utf-8")
    library.update()

    @asynccontextmanager
    async def started(size: tuple[int, int] = (120, 40), query: str = "") -> AsyncIterator[Reader]:
        async with start(size=size, brief=ID, query=query) as reader:
            await reader.until(lambda: reader.open_brief == ID)
            await reader.press()
            if not reader.screen.article.has_focus:
                await reader.press("enter")
            yield reader

    return started


def passage(reader: Reader) -> str:
    return reader.screen.article.passage_text


async def test_a_parenthesis_selects_sentence_by_sentence_and_skips_headings(opened: Opened) -> None:
    async with opened() as reader:
        seen = []
        for _ in range(6):
            await reader.press(")")
            seen.append(passage(reader))
        assert seen == [
            "The ministers met.",
            "They spoke of fish.",
            "They parted as friends.",
            "One quay is built!",
            "Another one follows.",
            "dredge the harbour",
        ]
        await reader.press("(", "(", "(")
        assert passage(reader) == "They parted as friends."
        assert reader.status_text.startswith(" sentence · 4 words · y copies, + notes")


async def test_before_the_first_sentence_and_after_the_last_one_the_passage_stays(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press(")", "(")
        assert passage(reader) == "The ministers met."
        assert "this is the first sentence of the brief" in reader.status_text
        await reader.press("G", "}")
        await reader.press("}", "}", "}", "}", "}", "}", "}", "}", "}", "}", "}", "}", "}", "}", "}", "}", "}", "}")
        assert passage(reader) == "The last word is peace."
        assert "this is the last paragraph of the brief" in reader.status_text


async def test_the_first_sentence_is_the_first_that_begins_in_sight(opened: Opened) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press("pagedown", ")")
        shown = [line for line in reader.article_text.splitlines() if "Both sides" in line]
        assert passage(reader).startswith("Both sides")
        article = reader.screen.article
        assert article.passage
        assert article.offset_under(30, 0) is not None
        assert article.first_offset <= article.passage.start < article.first_offset + 3 * len(FILLING)
        assert shown


async def test_the_first_sentence_is_that_of_the_match_which_is_in_sight(opened: Opened) -> None:
    async with opened(query="fish") as reader:
        await reader.until(lambda: reader.screen.article.matches)
        await reader.press(")")
        assert passage(reader) == "They spoke of fish."


async def test_after_the_next_match_a_sentence_is_selected_there(opened: Opened) -> None:
    async with opened(query="fish OR friends OR quay") as reader:
        await reader.until(lambda: len(reader.screen.article.matches) == 3)
        await reader.press(")")
        assert passage(reader) == "They spoke of fish."
        await reader.press("n")
        assert passage(reader) == ""
        await reader.press("n", ")")
        assert passage(reader) == "One quay is built!"
        await reader.press("V", "N", ")")
        assert passage(reader) == "One quay is built! Another one follows."


async def test_after_the_next_name_a_sentence_is_selected_there(opened: Opened) -> None:
    async with opened() as reader:
        article = reader.screen.article
        await reader.press(")")
        assert article.brief
        at = article.brief.text.index("quay")
        article.highlight = Span(at, at + len("quay"))
        await reader.press(")")
        assert passage(reader) == "One quay is built!"
        await reader.press(")")
        assert passage(reader) == "Another one follows."


async def test_after_scrolling_away_a_sentence_is_selected_from_the_window(opened: Opened) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press(")", "G", "(")
        assert passage(reader) != "The ministers met."
        assert reader.screen.article.passage
        assert reader.screen.article.shows(reader.screen.article.passage.start)


async def test_braces_select_paragraphs_in_the_article_and_sections_in_the_list(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("}")
        assert passage(reader) == "The ministers met. They spoke of fish. They parted as friends."
        assert reader.status_text.startswith(" paragraph · 11 words")
        await reader.press("}")
        assert passage(reader) == "One quay is built! Another one follows."
        await reader.press(")")
        assert passage(reader) == "One quay is built!"
        await reader.press("{")
        assert passage(reader) == "The ministers met. They spoke of fish. They parted as friends."
        await reader.press("escape", "escape", "g")
        before = reader.screen.brief_list.cursor
        await reader.press("}")
        assert reader.screen.brief_list.cursor != before
        assert passage(reader) == ""


async def test_v_extends_the_passage_forwards_and_backwards(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press(")", ")", "V")
        assert "V ends" in reader.status_text
        await reader.press(")")
        assert passage(reader) == "They spoke of fish. They parted as friends."
        assert reader.status_text.startswith(" 2 sentences · 8 words")
        await reader.press("(")
        assert passage(reader) == "They spoke of fish."
        await reader.press("(")
        assert passage(reader) == "The ministers met. They spoke of fish."
        await reader.press(")", "}")
        assert passage(reader) == "They spoke of fish. They parted as friends."
        await reader.press("}")
        assert passage(reader).endswith("One quay is built! Another one follows.")
        await reader.press("{", "{")
        assert passage(reader) == "The ministers met. They spoke of fish."
        await reader.press("V", ")")
        assert passage(reader) == "The ministers met."


async def test_shift_and_arrows_extend_by_lines(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press(")", "shift+down")
        assert passage(reader).startswith("The ministers met. They spoke of fish.")
        assert passage(reader).endswith("One quay is built!")
        await reader.press("shift+up", "shift+up")
        assert passage(reader) == "The ministers met."


async def test_a_count_goes_so_many_sentences_or_lines_on(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("3", ")")
        assert passage(reader) == "They parted as friends."
        await reader.press("2", "shift+down")
        assert passage(reader).endswith("dredge the harbour")


async def test_escape_drops_the_passage_and_then_leaves_the_article(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press(")", "V", ")", "escape")
        assert (passage(reader), reader.screen.article.extending) == ("", False)
        assert reader.screen.article.has_focus
        await reader.press("escape")
        assert reader.screen.brief_list.has_focus


@pytest.mark.parametrize("size", [(80, 24), (60, 15), (120, 40)])
async def test_whatever_is_selected_stays_in_sight(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        article = reader.screen.article
        for key in [")"] * 40 + ["("] * 40 + ["}"] * 20 + ["{"] * 20:
            await reader.press(key)
            assert article.passage
            assert article.shows(article.passage.start)
            assert article.shows(article.passage.end - 1)


async def test_the_window_moves_once_in_many_sentences(opened: Opened) -> None:
    async with opened(size=(120, 40)) as reader:
        tops = []
        for _ in range(40):
            await reader.press(")")
            tops.append(reader.screen.article.top)
        assert len(set(tops)) < 5


async def test_a_passage_survives_a_resize_and_stays_in_sight(opened: Opened) -> None:
    async with opened(size=(120, 40)) as reader:
        article = reader.screen.article
        await reader.press(*[")"] * 30)
        before = passage(reader)
        for size in ((80, 24), (60, 15), (120, 40)):
            await reader.resize(*size)
            assert passage(reader) == before
            assert article.passage
            assert article.shows(article.passage.start)


def cell_of(reader: Reader, text: str) -> tuple[int, int]:
    """The cell of the screen where a text stands in the article."""
    article = reader.screen.article
    for y in range(article.size.height):
        if (at := article.render_line(y).text.find(text)) >= 0:
            return article.region.x + at, article.region.y + y
    raise AssertionError(f"{text!r} is not in sight")


async def test_the_mouse_selects_the_words_from_press_to_release(opened: Opened) -> None:
    async with opened() as reader:
        x, y = cell_of(reader, "ministers")
        await reader.drag((x + 3, y), (cell_of(reader, "fish")[0] + 1, y))
        assert passage(reader) == "ministers met. They spoke of fish"
        assert reader.status_text.startswith(" 6 words · y copies")
        await reader.drag(cell_of(reader, "fish"), (x + 3, y))
        assert passage(reader) == "ministers met. They spoke of fish"


async def test_the_mouse_selects_across_lines_and_whole_sentences(opened: Opened) -> None:
    async with opened() as reader:
        x, y = cell_of(reader, "They parted")
        below = cell_of(reader, "One quay")
        await reader.drag((x, y), (below[0] + 1, below[1]))
        assert passage(reader) == "They parted as friends.\n\nHarbours\n\nOne"
        await reader.drag(cell_of(reader, "They spoke"), (cell_of(reader, "fish.")[0] + 4, y))
        assert passage(reader) == "They spoke of fish."
        assert reader.status_text.startswith(" sentence · 4 words")


async def test_a_click_drops_the_passage_and_more_select_the_sentence_and_the_paragraph(opened: Opened) -> None:
    async with opened() as reader:
        article = reader.screen.article
        x, y = cell_of(reader, "spoke")
        at = (x - article.region.x, y - article.region.y)
        pilot = reader.pilot
        await pilot.click(article, offset=at, times=2)
        assert passage(reader) == "They spoke of fish."
        await pilot.click(article, offset=at, times=3)
        assert passage(reader) == "The ministers met. They spoke of fish. They parted as friends."
        await reader.press(")")
        await pilot.click(article, offset=(at[0] + 3, at[1] + 1))
        assert article.passage is None


async def test_the_line_between_the_panes_is_dragged_and_selects_nothing(opened: Opened) -> None:
    async with opened() as reader:
        article = reader.screen.article
        x, y = article.region.x, article.region.y + 5
        await reader.drag((x, y), (x + 8, y))
        assert article.region.x == x + 8
        assert article.passage is None


async def test_a_passage_set_from_elsewhere_is_extended_from_its_end(opened: Opened) -> None:
    async with opened() as reader:
        article = reader.screen.article
        assert article.brief
        at = article.brief.text.index("They spoke")
        article.passage = Span(at, at + len("They spoke"))
        await reader.press("V", ")")
        assert passage(reader) == "They spoke of fish."
