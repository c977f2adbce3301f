"""Back and forward over briefs, queries, panels and dossiers, as a browser goes."""

from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.ui.screens.dossier_view import DossierScreen
from briefreader.ui.widgets.pick_list import PickList
from reader_pilot import Reader, Start

FIFTH, FOURTH, NUCLEAR = "edscg-5-2024-09-04", "edscg-4-2023-09-15", "ncg-1-2023-07-18"
LONG = "2025-01-01-long"


@pytest.fixture
def long_brief(root: Path, library: Library) -> None:
    """A brief of 200 paragraphs, every twentieth with the word harbour."""
    body = "\n\n".join(f"Paragraph {number}{' on the harbour' * (number % 20 == 0)}." for number in range(200))
    (root / "long.md").write_text(f"---\ntitle: Long\ndate: 2025-01-01\n---\n{body}\n", "utf-8")
    library.update()


async def _back(reader: Reader, brief_id: str, key: str = "H") -> None:
    await reader.press(key)
    await reader.until(lambda: reader.open_brief == brief_id)
    await reader.press()


async def test_back_from_a_brief_one_went_into_comes_to_the_one_before(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "escape", "j")
        await reader.until(lambda: reader.open_brief == FOURTH)
        await reader.press("enter")
        await _back(reader, FIFTH)
        assert "back: EDSCG 5 · 1 of 2" in reader.status_text
        assert reader.screen.brief_list.brief_id == FIFTH
        await _back(reader, FOURTH, "L")
        assert "forward: EDSCG 4 · 2 of 2" in reader.status_text
        assert reader.screen.focused is reader.screen.article
        await reader.press("L")
        assert "no later place" in reader.status_text


async def test_alt_and_arrows_do_the_same_from_the_search_bar_too(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "slash", *"nuclear")
        await reader.until(lambda: reader.open_brief == NUCLEAR)
        await reader.press("alt+left")
        await reader.until(lambda: reader.open_brief == FIFTH)
        assert reader.screen.search_bar.input.value == ""
        await reader.press("alt+right")
        await reader.until(lambda: reader.open_brief == NUCLEAR)
        assert reader.screen.search_bar.input.value == "nuclear"


async def test_a_text_left_at_its_fourth_match_comes_back_at_it(start: Start, long_brief: None) -> None:
    async with start(query="harbour", size=(100, 30)) as reader:
        article = reader.screen.article
        await reader.until(lambda: len(article.matches) == 10)
        await reader.press("enter", "n", "n", "n")
        assert "match 4 of 10" in reader.status_text
        top = article.top
        await reader.press("slash", *["ctrl+u"], *"nuclear", "enter")
        await reader.until(lambda: reader.open_brief == NUCLEAR)
        await _back(reader, LONG)
        await reader.until(lambda: reader.counter.startswith("1 of"))
        await reader.press()
        assert (article.match, article.top) == (3, top)
        assert "match 4 of 10" in reader.status_text
        assert reader.screen.search_bar.input.value == "harbour"
        assert reader.screen.focused is article


async def test_a_brief_that_was_scrolled_comes_back_where_it_was(start: Start, long_brief: None) -> None:
    async with start(brief=LONG) as reader:
        await reader.until(lambda: reader.open_brief == LONG)
        await reader.press("pagedown", "pagedown")
        line = reader.article_text.splitlines()[1]
        await reader.press("slash", *"nuclear", "enter")
        await reader.until(lambda: reader.open_brief == NUCLEAR)
        await _back(reader, LONG)
        assert reader.article_text.splitlines()[1] == line


async def test_moving_down_the_list_and_typing_leave_no_stops(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "escape", "j", "j", "k", "slash", *"nuclear")
        await reader.until(lambda: reader.open_brief == NUCLEAR)
        await reader.press("enter")
        await _back(reader, FIFTH)
        assert "1 of 2" in reader.status_text


async def test_the_meetings_of_a_series_are_stops(start: Start) -> None:
    async with start() as reader:
        await reader.press("left_square_bracket")
        await reader.until(lambda: reader.open_brief == FOURTH)
        await _back(reader, FIFTH)
        await reader.press("H")
        assert "no earlier place" in reader.status_text


async def test_a_brief_from_outside_of_the_hits_is_gone_back_to(start: Start) -> None:
    async with start(query="subject") as reader:
        await reader.until(lambda: reader.counter == "1 of 5")
        await reader.press("left_square_bracket")
        await reader.until(lambda: reader.open_brief == FOURTH)
        await reader.press("enter", "escape", "escape", "slash", *"nuclear", "enter")
        await reader.until(lambda: reader.open_brief == NUCLEAR)
        await _back(reader, FOURTH)
        await reader.until(lambda: reader.rows == [FIFTH])
        await reader.press()
        assert reader.open_brief == FOURTH
        assert "not among the 1 hit" in reader.status_text


async def test_a_panel_comes_back_with_its_cursor(start: Start) -> None:
    async with start() as reader:
        panel = reader.screen.panel
        await reader.press("p", "j", "j")
        picked = panel.picked
        await reader.press("enter")
        await reader.until(lambda: reader.screen.search_bar.results is not None)
        await reader.press("H")
        assert "back: names, EDSCG 5" in reader.status_text
        await reader.until(lambda: reader.screen.search_bar.results is None)
        await reader.press()
        assert panel.kind == "names"
        assert picked is not None
        assert panel.picked == picked
        assert reader.screen.focused is panel


def _dossier(reader: Reader) -> PickList | None:
    """The lines of the dossier on top, None before it is read."""
    screen = reader.app.screen
    view = screen.query_one(PickList) if isinstance(screen, DossierScreen) else None
    return view if view is not None and view.picked else None


def _about(reader: Reader, name: str) -> bool:
    view = _dossier(reader)
    return view is not None and view.lines[0].text == name


async def test_dossiers_come_back_at_their_places(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "full_stop", "i")
        await reader.until(lambda: _about(reader, "Washington"))
        await reader.press("j", "enter")
        await reader.until(lambda: _about(reader, "Bonnie Jenkins"))
        view = _dossier(reader)
        assert view is not None
        cursor = max(number for number, line in enumerate(view.lines) if line.brief_id == FOURTH)
        view.cursor = cursor
        await reader.press("enter")
        await reader.until(lambda: reader.open_brief == FOURTH)

        await reader.press("H")
        assert "about Bonnie Jenkins · 3 of 4" in reader.status_text
        await reader.until(lambda: _about(reader, "Bonnie Jenkins"))
        again = _dossier(reader)
        assert again is not None
        assert again.cursor == cursor
        await reader.press("escape")
        await reader.until(lambda: _about(reader, "Washington"))
        outer = _dossier(reader)
        assert outer is not None
        assert outer.picked is not None
        assert outer.picked.name == "Bonnie Jenkins"


async def test_back_leaves_dossiers_one_by_one_and_forward_enters_them(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "full_stop", "i")
        await reader.until(lambda: _about(reader, "Washington"))
        await reader.press("j", "enter")
        await reader.until(lambda: _about(reader, "Bonnie Jenkins"))
        await reader.press("H")
        await reader.until(lambda: _about(reader, "Washington"))
        await reader.press("H")
        await reader.until(lambda: reader.app.screen is reader.screen)
        await reader.press()
        assert reader.open_brief == FIFTH
        assert reader.screen.focused is reader.screen.article
        await reader.press("L")
        await reader.until(lambda: _about(reader, "Washington"))
        await reader.press("L")
        await reader.until(lambda: _about(reader, "Bonnie Jenkins"))


async def test_a_pause_makes_a_stop(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefreader.ui.panes.history_actions.PAUSE", 0.01)
    async with start() as reader:
        history = reader.screen.history.history
        await reader.press("j")
        await reader.until(lambda: len(history.stops) == 1)
        await reader.press("j")
        await reader.until(lambda: len(history.stops) == 2)
        assert [stop.brief_id for stop in history.stops] == [FOURTH, NUCLEAR]


async def test_in_a_narrow_window_the_name_of_a_place_is_cut_and_its_number_stays(start: Start) -> None:
    async with start(size=(60, 15)) as reader:
        await reader.press("slash", *"thank", "enter")
        await reader.until(lambda: reader.open_brief == "2022-01-05-a-letter-of-thanks")
        await reader.press("escape", "slash", "ctrl+u", *"nuclear", "enter")
        await reader.until(lambda: reader.open_brief == NUCLEAR)
        await reader.press("H")
        assert "back: A letter of thanks for th… · 1 of 2" in reader.status_text
