"""The structure of a long brief in the reader: lists and tables drawn, the outline, the links and their addresses."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.ui.screens.address import AddressList, AddressScreen
from reader_pilot import Reader, Start

PARAGRAPH = "Both sides reviewed the work of the year and found it good in every part of it."
COMMUNIQUE = f"""---
title: Communique of the two ports
date: 2025-03-03
source_url: https://a.example/communique
---
The [ministers](https://a.example/ministers) met. {PARAGRAPH}

## Harbours

- dredge the inner harbour and the outer one, with the ships of both sides, before the winter of the year
  - first the inner one
- build a quay

{PARAGRAPH}

### Lights

| Light | Colour |
|---|---|
| North | white |
| South | red |

{chr(10).join([PARAGRAPH, ""] * 30)}

## Fish

> Quotas are fair.

**Salt fish**

{chr(10).join([PARAGRAPH, ""] * 30)}

## Next meeting

They meet [again](https://a.example/again?with=a&very=long&address=that&does=not&fit=into&one=line&of=the&panel=at-all).
"""
ID = "2025-03-03-communique-of-the-two-ports"


@pytest.fixture
def opened(root: Path, library: Library, start: Start) -> object:
    (root / "ports.md").write_text(COMMUNIQUE, "utf-8")
    library.update()

    @asynccontextmanager
    async def started(size: tuple[int, int] = (100, 30), brief: str = ID) -> AsyncIterator[Reader]:
        async with start(size=size, brief=brief) as reader:
            await reader.until(lambda: reader.open_brief == brief)
            yield reader

    return started


async def test_items_and_tables_are_drawn(opened: Start) -> None:
    async with opened() as reader:
        rows = [line.removeprefix("│").rstrip() for line in reader.article_text.split("\n")]
        assert "  • dredge the inner harbour and the outer one, with the" in rows
        assert "    ships of both sides, before the winter of the year" in rows
        assert "    – first the inner one" in rows
        assert "  Light  Colour" in rows
        assert "  South  red" in rows


async def test_a_match_in_a_cell_is_marked_and_shown(opened: Start) -> None:
    async with opened() as reader:
        await reader.press("slash", *"south", "enter")
        article = reader.screen.article
        await reader.until(lambda: reader.open_brief == ID and len(article.matches) == 1)
        marked = [text for y in range(article.size.height) for text, style, _ in article.render_line(y)
                  if style == article.palette["match here"]]  # fmt: skip
        assert marked == ["South"]


async def test_t_opens_the_outline_and_enter_goes_to_the_heading(opened: Start) -> None:
    async with opened() as reader:
        screen = reader.screen
        await reader.press("t")
        assert [line.text for line in screen.panel.lines] == [
            "Harbours",
            "  Lights",
            "Fish",
            "  Salt fish",
            "Next meeting",
        ]
        assert screen.article.top == 0
        await reader.press("j", "j")
        await reader.until(lambda: "Fish" in reader.article_text)
        assert reader.article_text.split("\n")[1].strip("│ ") == "Fish"
        await reader.press("enter")
        assert screen.focused is screen.article
        assert "Fish ·" in reader.status_text
        await reader.press("t")
        assert screen.brief_list.display


async def test_enter_goes_to_the_first_heading_too(opened: Start) -> None:
    async with opened(size=(60, 12)) as reader:
        await reader.press("t")
        await reader.press("enter")
        await reader.until(lambda: reader.article_text.splitlines()[1].lstrip().startswith("Harbours"))


async def test_the_outline_opens_at_the_heading_one_reads_under(opened: Start) -> None:
    async with opened() as reader:
        await reader.press(*["pagedown"] * 3)
        top = reader.screen.article.top
        await reader.press("t")
        assert reader.screen.panel.picked is not None
        assert reader.screen.panel.picked.text.strip() == "Lights"
        assert reader.screen.article.top == top


async def test_the_heading_one_reads_under_stands_in_the_status_line(opened: Start) -> None:
    async with opened(size=(80, 24)) as reader:
        assert "·  0 %" not in reader.status_text
        assert "Harbours" not in reader.status_text
        await reader.press("pagedown", "pagedown")
        assert "Lights · " in reader.status_text
        await reader.press("G")
        assert "Next meeting · 100 %" in reader.status_text
        await reader.press("ctrl+c")
        assert "Next meeting" not in reader.status_text


async def test_a_brief_without_headings_says_so(opened: Start) -> None:
    async with opened(brief="ncg-1-2023-07-18") as reader:
        await reader.press("t")
        assert [line.text for line in reader.screen.panel.lines] == ["This brief has no headings."]


async def test_o_lists_source_and_links_and_enter_copies(opened: Start) -> None:
    async with opened() as reader:
        await reader.press("o")
        screen = reader.app.screen
        assert isinstance(screen, AddressScreen)
        view = screen.query_one(AddressList)
        await reader.until(lambda: view.lines)
        lines = [line.text.strip() for line in view.lines]
        assert lines[:6] == ["Source", "https://a.example/communique", "", "Links", "[1] ministers",
                             "https://a.example/ministers"]  # fmt: skip
        assert "[2] again" in lines
        await reader.press("j")
        await reader.until(lambda: view.picked and view.picked.address == "https://a.example/ministers")
        linked = {style.link for text, style, _ in view.render_line(view.cursor) if style and text.strip("▌ ")}
        assert linked == {"https://a.example/ministers"}
        await reader.press("G", "enter")
        await reader.until(lambda: reader.app.screen is reader.screen)
        await reader.until(lambda: reader.app.clipboard.endswith("line&of=the&panel=at-all"))
        assert "copied https://a.example/again" in reader.status_text


async def test_o_lists_addresses_that_are_written_in_the_text(root: Path, library: Library, start: Start) -> None:
    (root / "harbour-note.md").write_text(
        "# Note on harbours\n\nSee https://a.example/note, the [charter](https://a.example/charter) and\n"
        "(http://b.example/c_(d)). Again: https://a.example/note\n"
    )
    library.update()
    async with start(brief="note-on-harbours") as reader:
        await reader.until(lambda: reader.open_brief == "note-on-harbours")
        await reader.press("o")
        view = reader.app.screen.query_one(AddressList)
        await reader.until(lambda: view.lines)
        lines = [line.text.strip() for line in view.lines]
        assert lines == ["Links", "[1] charter", "https://a.example/charter", "", "Written in the text",
                         "https://a.example/note", "http://b.example/c_(d)"]  # fmt: skip
        await reader.press("G", "enter")
        await reader.until(lambda: reader.app.clipboard == "http://b.example/c_(d)")


async def test_the_list_says_that_a_text_has_no_links(opened: Start) -> None:
    async with opened(brief="edscg-4-2023-09-15") as reader:
        await reader.press("o")
        view = reader.app.screen.query_one(AddressList)
        await reader.until(lambda: any("No links" in line.text for line in view.lines))


async def test_a_resize_keeps_the_text_in_a_table_at_the_top(opened: Start) -> None:
    async with opened(size=(100, 20)) as reader:
        article = reader.screen.article
        assert article.brief is not None
        article.top = next(at for at in range(article.line_count) if "North" in article.draw(at + 1, 60).text)
        await reader.resize(60, 16)
        await reader.press("enter")
        await reader.until(lambda: reader.article_text.splitlines()[1].startswith((" North", "  North")))
