"""What a brief holds, in the place of the list; and what the library says about a name."""

from pathlib import Path

from textual.widgets import Input

from briefreader.config import Places
from briefreader.library import Library
from briefreader.ui.screens.dossier_view import DossierScreen
from briefreader.ui.widgets.pick_list import PickList
from reader_pilot import Reader, Start


def shown(view: PickList) -> list[str]:
    return [line.text.strip() for line in view.lines]


def pointed_at(reader: Reader) -> str:
    article = reader.screen.article
    assert article.brief is not None
    assert article.highlight is not None
    return article.brief.text[article.highlight.start : article.highlight.end]


async def test_p_lists_the_names_by_type_and_the_article_follows(start: Start) -> None:
    async with start() as reader:
        await reader.press("p")
        lines = shown(reader.screen.panel)
        assert lines[0] == "People"
        assert {"Bonnie Jenkins", "Places", "North Korea"} <= set(lines)
        assert pointed_at(reader) == "Bonnie Jenkins"
        assert not reader.screen.brief_list.display
        await reader.press("G")
        await reader.press("escape")
        assert reader.screen.brief_list.display
        assert reader.screen.article.highlight is None


async def test_enter_on_a_name_searches_the_library_for_it(start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "enter")
        assert reader.screen.search_bar.input.value == 'who:"Bonnie Jenkins"'
        await reader.until(lambda: reader.rows == ["edscg-5-2024-09-04", "edscg-4-2023-09-15"])


async def test_n_goes_from_mention_to_mention_of_the_name_picked(start: Start) -> None:
    async with start(brief="edscg-4-2023-09-15") as reader:
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        await reader.press("p")
        card = reader.screen.panel
        often = next(at for at, line in enumerate(card.lines) if line.remark.startswith("×"))
        card.cursor = often
        await reader.press("n")
        first = reader.screen.article.highlight
        assert f"{card.lines[often].text}: mention 2 of " in reader.status_text
        await reader.press("N")
        assert reader.screen.article.highlight != first
        assert "mention 1 of " in reader.status_text


async def test_w_says_who_attended_and_shows_the_sentence(start: Start) -> None:
    async with start() as reader:
        await reader.press("w")
        lines = shown(reader.screen.panel)
        assert lines[0] == "Led"
        assert "Bonnie Jenkins" in lines
        assert pointed_at(reader).startswith("Bonnie Jenkins led for the United States")


async def test_c_lists_what_was_promised(start: Start) -> None:
    async with start() as reader:
        await reader.press("c")
        assert shown(reader.screen.panel) == ["No commitment was found here."]
        await reader.press("enter", "escape", "escape")
        assert reader.screen.brief_list.display


async def test_the_card_follows_from_brief_to_brief(start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "left_square_bracket")
        await reader.until(lambda: "Chang Hojin" in shown(reader.screen.panel))
        await reader.press("w")
        assert shown(reader.screen.panel)[0] == "Led"


async def test_full_stop_and_comma_go_from_name_to_name(start: Start) -> None:
    async with start(brief="edscg-4-2023-09-15") as reader:
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        seen = []
        for key in ("full_stop", "full_stop", "comma"):
            await reader.press(key)
            seen.append(pointed_at(reader))
        assert seen[0] == seen[2] != seen[1]
        assert "person" in reader.status_text or "place" in reader.status_text


async def test_a_name_in_the_title_is_pointed_at_there(start: Start) -> None:
    async with start(brief="edscg-4-2023-09-15") as reader:
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        await reader.press("full_stop")
        assert pointed_at(reader) == "Seoul"
        first = reader.screen.article.render_line(0)
        assert [piece.text for piece in first if piece.style == reader.screen.article.palette["highlight"]] == ["Seoul"]


async def test_the_query_is_explained_while_it_is_written_and_the_legend_while_one_reads(start: Start) -> None:
    async with start(query="seoul deterrence") as reader:
        await reader.until(lambda: reader.screen.search_bar.results)
        await reader.press("slash")
        assert "seoul AND deterrence" in reader.status_text
        await reader.press("enter")
        assert "AND" not in reader.status_text
        assert "person" in reader.status_text


async def test_i_tells_all_about_a_name_and_enter_opens_a_brief_from_there(start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "i")
        screen = reader.app.screen
        assert isinstance(screen, DossierScreen)
        view = screen.query_one(PickList)
        await reader.until(lambda: "Meetings attended" in shown(view))
        assert shown(view)[0] == "Bonnie Jenkins"
        assert any("2023" in line and "2024" in line for line in shown(view))
        await reader.press("j", "enter")
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        assert reader.screen.focused is reader.screen.article


async def test_i_without_a_name_says_how_to_point_at_one(start: Start) -> None:
    async with start() as reader:
        await reader.press("i")
        assert "select a name first" in reader.status_text


async def test_in_a_narrow_terminal_the_card_takes_the_pane(start: Start) -> None:
    async with start(size=(60, 20)) as reader:
        await reader.press("p")
        assert reader.screen.panel.display
        assert not reader.screen.article.display
        await reader.press("tab")
        assert reader.screen.article.display
        await reader.press("escape", "escape")
        assert reader.screen.brief_list.display


async def test_a_gives_a_name_another_name_and_the_file_says_so(root: Path, start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "a")
        field = reader.app.screen.query_one(Input)
        assert field.value == "Bonnie Jenkins"
        field.value = "Bonnie Denise Jenkins"
        await reader.press("enter")
        await reader.until(lambda: "Bonnie Denise Jenkins" in shown(reader.screen.panel))
        assert "delete its line in names.yaml" in reader.status_text
        assert "Bonnie Denise Jenkins" in (root / "names.yaml").read_text("utf-8")


async def test_x_kills_a_name_and_editing_the_file_brings_it_back(root: Path, places: Places, start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "x")
        await reader.until(lambda: "Bonnie Jenkins" not in shown(reader.screen.panel))
        assert "is not treated as a name from now on" in reader.status_text
        (root / "names.yaml").unlink()
    async with start(of=Library(root, places)) as reader:
        await reader.press("p")
        assert "Bonnie Jenkins" in shown(reader.screen.panel)
