"""Facets of the hits, completion of the query, and saved searches."""

from pathlib import Path

from briefreader.library import Library
from briefreader.ui.widgets.pick_list import PickLine
from reader_pilot import Reader, Start

EDSCG = ["edscg-5-2024-09-04", "edscg-4-2023-09-15"]


def lines(reader: Reader) -> dict[str, PickLine]:
    return {line.text: line for line in reader.screen.panel.lines}


def move_to(reader: Reader, text: str) -> None:
    panel = reader.screen.panel
    panel.cursor = next(at for at, line in enumerate(panel.lines) if line.text == text and line.can_be_picked)


async def test_f_counts_what_the_hits_have_in_common_and_enter_narrows(start: Start) -> None:
    async with start() as reader:
        await reader.press("f")
        await reader.until(lambda: "Series" in lines(reader))
        assert lines(reader)["EDSCG"].remark == "2"
        assert lines(reader)["2023"].remark == "2"
        assert [text for text in lines(reader) if text.isdigit()] == sorted(
            (text for text in lines(reader) if text.isdigit()), reverse=True
        )
        move_to(reader, "EDSCG")
        await reader.press("enter")
        assert reader.screen.search_bar.input.value == 'series:"EDSCG"'
        await reader.until(lambda: reader.rows == EDSCG)
        await reader.until(lambda: "Narrowed by" in lines(reader))
        assert "EDSCG" not in lines(reader)


async def test_enter_narrows_further_and_leaves_the_query_as_it_is(start: Start) -> None:
    async with start(query="deterrence") as reader:
        await reader.until(lambda: reader.rows == EDSCG)
        await reader.press("f")
        await reader.until(lambda: "Years" in lines(reader))
        await reader.press("enter")
        await reader.until(lambda: len(reader.rows) == 1)
        assert reader.screen.search_bar.input.value == "deterrence date:2024"


async def test_each_part_of_the_query_can_be_removed(start: Start) -> None:
    async with start(query='deterrence series:"EDSCG" date:2023') as reader:
        await reader.until(lambda: reader.rows == ["edscg-4-2023-09-15"])
        await reader.press("f")
        await reader.until(lambda: "Narrowed by" in lines(reader))
        move_to(reader, "date:2023")
        await reader.press("enter")
        assert reader.screen.search_bar.input.value == 'deterrence series:"EDSCG"'
        await reader.until(lambda: reader.rows == EDSCG)
        assert reader.screen.panel.kind
        await reader.press("escape")
        assert not reader.screen.panel.kind


async def test_the_counts_of_facets_are_those_of_the_searches_they_lead_to(library: Library) -> None:
    for query in ("", "deterrence", "seoul"):
        for kind, counts in (library.search(query).facets or {}).items():
            for name, count in counts.items():
                assert library.search(library.narrowed(query, kind, name)).total == count


async def test_the_bar_offers_names_and_right_takes_them(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", *"who:bon")
        bar = reader.screen.search_bar.input
        await reader.until(lambda: 'who:"Bonnie Jenkins"' in bar.render_line(0).text)
        await reader.press("right")
        assert bar.value == 'who:"Bonnie Jenkins"'
        await reader.until(lambda: reader.rows == EDSCG)
        await reader.press("right")
        assert bar.value == 'who:"Bonnie Jenkins"'


async def test_a_search_is_saved_listed_visited_and_forgotten(root: Path, library: Library, start: Start) -> None:
    async with start(query="deterrence") as reader:
        await reader.until(lambda: reader.rows == EDSCG)
        await reader.press("m")
        await reader.until(lambda: "saved" in reader.status_text)
        (root / "new.md").write_text("---\ntitle: News\ndate: 2020-02-02\n---\nDeterrence again.\n")
        library.update()
        await reader.press("escape", "S")
        await reader.until(lambda: "deterrence" in lines(reader))
        assert lines(reader)["deterrence"].remark == "3 · 1 new"
        await reader.press("enter")
        await reader.until(lambda: "1 new since earlier today" in reader.status_text)
        await reader.until(lambda: any(line.startswith("+2020-02-02") for line in reader.list_text.splitlines()))
        await reader.press("S")
        await reader.until(lambda: "deterrence" in lines(reader))
        assert lines(reader)["deterrence"].remark == "3"
        await reader.press("x")
        await reader.until(lambda: "No saved search yet:" in lines(reader))


async def test_nothing_in_the_bar_is_nothing_to_save(start: Start) -> None:
    async with start() as reader:
        await reader.press("m")
        assert "nothing to save" in reader.status_text
