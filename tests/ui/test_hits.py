"""Hits in the reader: the best hit, meetings as hits, and facets that are filtered as one types."""

from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.ui.widgets.pick_list import PickLine
from reader_pilot import Reader, Start

EDSCG = ["edscg-5-2024-09-04", "edscg-4-2023-09-15"]


def lines(reader: Reader) -> dict[str, PickLine]:
    return {line.text: line for line in reader.screen.panel.lines}


async def test_by_relevance_the_cursor_goes_to_the_best_hit_and_by_date_it_stays(
    root: Path, library: Library, start: Start
) -> None:
    (root / "deterrence.md").write_text(
        "---\ntitle: Deterrence\ndate: 2020-01-01\n---\nDeterrence, deterrence.\n", "utf-8"
    )
    library.update()
    async with start(query="deterrence") as reader:
        await reader.until(lambda: len(reader.rows) == 3)
        await reader.press("j")
        assert reader.screen.brief_list.brief_id == EDSCG[1]
        await reader.press("s")
        await reader.until(lambda: reader.rows[0] == "2020-01-01-deterrence")
        assert reader.screen.brief_list.cursor == 0
        await reader.until(lambda: reader.open_brief == "2020-01-01-deterrence")
        await reader.press("j", "r")
        await reader.until(lambda: "up to date" in reader.status_text)
        assert reader.screen.brief_list.cursor == 1  # nothing new was asked for
        second = reader.screen.brief_list.brief_id
        await reader.press("s")
        await reader.until(lambda: reader.rows[-1] == "2020-01-01-deterrence")
        assert reader.screen.brief_list.brief_id == second


@pytest.fixture
def summit(root: Path, library: Library) -> tuple[str, ...]:
    """Add two briefs of one meeting, and return their IDs, the newest first."""
    text = (
        "---\ntitle: {title}\ndate: 2024-05-0{day}\nmeeting:\n  date: 2024-05-06\n  series: Fjord Summit\n"
        "  ordinal: 3\n  sides: [Arland, Belland]\n---\n"
        "President Ada Lund of Arland met President Bo Ek of Belland in Oslo on fishing.\n"
    )
    for day, title in enumerate(("Joint Statement of Arland and Belland", "FACT SHEET: Arland and Belland"), 6):
        (root / f"summit-{day}.md").write_text(text.format(title=f"'{title}'", day=day), "utf-8")
    library.update()
    found = tuple(hit.id for hit in library.search("fishing").hits)
    assert [len(meeting.briefs) for meeting in library.meetings() if meeting.series == "Fjord Summit"] == [2]
    return found


async def test_a_meeting_is_one_row_of_hits_and_unfolds(summit: tuple[str, ...], start: Start) -> None:
    async with start(query="fishing") as reader:
        await reader.until(lambda: reader.rows == [summit[0]])
        assert reader.counter == "2 of 7"
        assert "▸1" in reader.list_text
        await reader.press("right")
        assert reader.rows == [*summit]
        await reader.press("down")
        await reader.until(lambda: reader.open_brief == summit[1])
        await reader.press("left", "left")
        assert reader.rows == [summit[0]]
        await reader.press("enter")
        assert reader.rows == [*summit]


async def test_in_the_order_of_briefs_every_hit_has_its_row(summit: tuple[str, ...], start: Start) -> None:
    async with start() as reader:
        await reader.press("s", "s", "slash", *"fishing")
        await reader.until(lambda: reader.rows == [*summit])


async def test_facets_are_filtered_by_what_is_typed_and_esc_clears_that_first(start: Start) -> None:
    async with start() as reader:
        await reader.press("f")
        await reader.until(lambda: "Series" in lines(reader))
        await reader.press(*"kor")
        await reader.until(lambda: "South Korea" in lines(reader))
        assert "EDSCG" not in lines(reader)
        await reader.press("backspace", "backspace", "backspace", *"edscg")
        assert "EDSCG" in lines(reader)
        await reader.press("escape")
        assert "Years" in lines(reader)
        await reader.press("escape")
        assert not reader.screen.panel.kind
        await reader.press("f", *"edscg", "enter")
        assert reader.screen.search_bar.input.value == 'series:"EDSCG"'
        await reader.until(lambda: "Narrowed by" in lines(reader))


async def test_a_kind_of_facets_opens_whole(root: Path, library: Library, start: Start) -> None:
    for number in range(20):
        text = f"---\ntitle: Visit {number}\nseries: Series {'ABCDEFGHIJKLMNOPQRST'[number]}\n---\nA visit.\n"
        (root / f"visit-{number}.md").write_text(text, "utf-8")
    library.update()
    async with start() as reader:
        await reader.press("f")
        await reader.until(lambda: "… 10 more" in lines(reader))
        assert "Series T" not in lines(reader)
        panel = reader.screen.panel
        panel.cursor = next(at for at, line in enumerate(panel.lines) if line.text == "… 10 more")
        await reader.press("enter")
        assert "Series T" in lines(reader)
        assert panel.picked is not None
        assert panel.picked.query is not None


async def test_facets_count_the_hits_in_sight_while_a_word_is_unfinished(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", *"dete")
        await reader.until(lambda: reader.rows == EDSCG)
        await reader.press("tab", "f")
        await reader.until(lambda: "2024" in lines(reader))
        await reader.press("2", "0", "2", "4", "enter")
        assert reader.screen.search_bar.input.value == "dete* date:2024"
        await reader.until(lambda: reader.rows == EDSCG[:1])


async def test_a_hit_left_at_its_second_match_comes_back_at_it(start: Start) -> None:
    async with start(query="deterrence") as reader:
        article = reader.screen.article
        await reader.press("j")
        await reader.until(lambda: len(article.matches) == 2)
        await reader.press("n", "k")
        await reader.until(lambda: len(article.matches) == 1)
        await reader.press("j")
        await reader.until(lambda: len(article.matches) == 2)
        assert article.match == 1
        await reader.press("slash", "backspace", "e")
        await reader.until(lambda: article.match == 0)
