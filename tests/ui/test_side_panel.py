"""The side panel with the names, attendance and commitments of a brief; the dossier of a name; edits of names."""

import asyncio
import threading
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from briefreader.config import Places
from briefreader.library import Library
from briefreader.model import Annotation, Brief, Entry, IndexLostError, Meeting, Mention
from briefreader.ui.panes.annotation_lists import query_for
from briefreader.ui.panes.article_header import header_lines
from briefreader.ui.panes.name_actions import NameActions
from briefreader.ui.screens.dossier_view import DossierScreen
from briefreader.ui.screens.name_change import UNCOUNTED, NamePromptScreen
from briefreader.ui.widgets.pick_list import PickList
from reader_pilot import Reader, Start


def shown(view: PickList) -> list[str]:
    return [line.text.strip() for line in view.lines]


def highlighted(reader: Reader) -> str:
    """Return the highlighted text of the article, empty without one."""
    article = reader.screen.article
    if article.brief is None or article.highlight is None:
        return ""
    return article.brief.text[article.highlight.start : article.highlight.end]


async def test_p_lists_the_names_by_type_and_the_article_follows(start: Start) -> None:
    async with start() as reader:
        await reader.press("p")
        await reader.until(lambda: highlighted(reader) == "Bonnie Jenkins")
        lines = shown(reader.screen.panel)
        assert lines[0] == "People"
        assert {"Bonnie Jenkins", "Places", "North Korea"} <= set(lines)
        assert not reader.screen.brief_list.display
        await reader.press("G")
        await reader.press("escape")
        await reader.until(lambda: reader.screen.brief_list.display)
        await reader.until(lambda: reader.screen.article.highlight is None)


@pytest.mark.parametrize("close", ["escape", "c"])
@pytest.mark.parametrize("size", [(80, 24), (60, 15)])
async def test_a_closed_panel_gives_the_focus_back_to_the_pane_it_was_opened_from(
    start: Start, size: tuple[int, int], close: str
) -> None:
    async with start(size=size) as reader:
        await reader.press("w", "c", close)
        assert reader.screen.brief_list.has_focus
        await reader.press("enter", "w", "c")
        assert reader.screen.panel.has_focus
        await reader.press(close)
        assert reader.screen.article.has_focus
        assert reader.screen.article.display
        await reader.press("escape")
        assert reader.screen.brief_list.has_focus


@pytest.mark.parametrize(("size", "keys"), [((80, 24), "z"), ((60, 15), "enter")])
async def test_a_panel_opened_from_an_article_that_hides_the_list_has_its_whole_width(
    start: Start, size: tuple[int, int], keys: str
) -> None:
    async with start(size=size) as reader:
        await reader.press(keys)
        assert not reader.screen.brief_list.display
        await reader.press("e")
        await reader.until(lambda: "4 September 2024" in shown(reader.screen.panel))


async def test_enter_on_a_name_searches_the_library_for_it(start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "enter")
        await reader.until(lambda: reader.screen.search_bar.input.value == 'who:"Bonnie Jenkins"')
        await reader.until(lambda: reader.rows == ["edscg-5-2024-09-04", "edscg-4-2023-09-15"])


def test_a_search_for_a_body_is_for_that_of_its_country_and_keeps_quotes() -> None:
    assert query_for(Mention(0, 6, "ORG", "the ministry", "Ministry of Health", "Fiji")) == (
        'org:"Ministry of Health (Fiji)"'
    )
    assert query_for(Mention(0, 6, "ORG", "the group", 'The "Ice" Group')) == 'org:"The ""Ice"" Group"'


async def test_n_goes_from_mention_to_mention_of_the_name_picked(start: Start) -> None:
    async with start(brief="edscg-4-2023-09-15") as reader:
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        await reader.press("p")
        panel = reader.screen.panel
        await reader.until(lambda: panel.lines and panel.has_focus)
        often = next(at for at, line in enumerate(panel.lines) if line.remark.startswith("×"))
        panel.cursor = often
        await reader.until(lambda: highlighted(reader))
        await reader.press("n")
        await reader.until(lambda: f"{panel.lines[often].text}: mention 2 of " in reader.status_text)
        first = reader.screen.article.highlight
        await reader.press("N")
        await reader.until(lambda: "mention 1 of " in reader.status_text)
        assert reader.screen.article.highlight != first


async def test_w_says_who_attended_and_shows_the_sentence(start: Start) -> None:
    async with start() as reader:
        await reader.press("w")
        await reader.until(lambda: highlighted(reader).startswith("Bonnie Jenkins led for the United States"))
        lines = shown(reader.screen.panel)
        assert lines[0] == "Led"
        assert "Bonnie Jenkins" in lines


async def test_e_lists_the_facts_of_the_meeting_and_shows_the_sentence(start: Start) -> None:
    async with start() as reader:
        await reader.press("e")
        panel = reader.screen.panel
        await reader.until(lambda: highlighted(reader) == "Washington hosts the fifth meeting")
        lines = [(line.text, line.remark) for line in panel.lines if line.style == "heading"]
        assert ("Series", "stated") in lines
        assert ("Format", "") in lines
        assert panel.picked is not None
        assert panel.picked.text == "in person"
        await reader.press("down")
        await reader.until(lambda: highlighted(reader).startswith("Bonnie Jenkins led for the United States"))


async def test_e_begins_with_a_fact_that_the_text_only_suggests(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Library.brief

    def doubtful(library: Library, brief_id: str) -> Brief:
        brief = read(library, brief_id)
        meeting = brief.annotation.meeting
        assert meeting is not None
        doubted = meeting._replace(unsure=("country",), evidence={"format": (0, 5), "country": (91, 101)})
        return brief._replace(annotation=brief.annotation._replace(meeting=doubted))

    monkeypatch.setattr(Library, "brief", doubtful)
    async with start() as reader:
        await reader.until(lambda: reader.open_brief == "edscg-5-2024-09-04")
        article = reader.screen.article
        rows = [article.render_line(y) for y in range(article.size.height)]
        quiet = {piece for row in rows for piece, style, _ in row if str(style) == str(article.palette["quiet"])}
        assert " ?" in quiet
        await reader.press("e")
        panel = reader.screen.panel
        await reader.until(lambda: panel.picked is not None and panel.picked.text == "United States")
        assert panel.picked is not None
        assert panel.picked.remark == "?"


def test_a_question_mark_of_a_fact_itself_is_no_mark_of_doubt() -> None:
    entry = Entry("id", "T", "2024-05-03", "Who Leads Now ?", None, None, None, "a.md")
    meeting = Meeting(date="2024-05-03", series="Who Leads Now ?", unsure=("date",))
    brief = Brief(entry, None, None, "unknown", "T", Annotation(meeting=meeting))
    assert header_lines(brief, None, 80)[0] == [
        ("facts", "3 May 2024"),
        ("quiet", " ?"),
        ("facts", " · Who Leads Now ?"),
    ]


def test_a_city_that_is_its_country_stands_once() -> None:
    entry = Entry("id", "T", "2024-05-03", None, None, "Singapore", "Singapore", "a.md")
    brief = Brief(entry, None, None, "unknown", "T", Annotation(meeting=Meeting(date="2024-05-03")))
    assert header_lines(brief, None, 80)[0] == [("facts", "3 May 2024 · Singapore")]


async def test_c_lists_what_was_promised(start: Start) -> None:
    async with start() as reader:
        await reader.press("c")
        await reader.until(lambda: shown(reader.screen.panel) == ["No commitment was found here."])
        await reader.press("enter", "escape", "escape")
        await reader.until(lambda: reader.screen.brief_list.display)


async def test_the_panel_follows_from_brief_to_brief(start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "left_square_bracket")
        await reader.until(lambda: "Chang Hojin" in shown(reader.screen.panel))
        await reader.press("w")
        await reader.until(lambda: shown(reader.screen.panel)[0] == "Led")


async def test_full_stop_and_comma_go_from_name_to_name(start: Start) -> None:
    async with start(brief="edscg-4-2023-09-15") as reader:
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        seen = [""]
        for key in ("full_stop", "full_stop", "comma"):
            await reader.press(key)
            await reader.until(lambda: highlighted(reader) != seen[-1])
            seen.append(highlighted(reader))
        assert seen[1] == seen[3] != seen[2]
        await reader.until(lambda: "person" in reader.status_text or "place" in reader.status_text)


async def test_a_name_in_the_title_is_highlighted_there(start: Start) -> None:
    async with start(brief="edscg-4-2023-09-15") as reader:
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        await reader.press("full_stop")
        await reader.until(lambda: highlighted(reader) == "Seoul")
        article = reader.screen.article
        style = article.palette["highlight"]
        await reader.until(
            lambda: [piece.text for piece in article.render_line(0) if piece.style == style] == ["Seoul"]
        )


async def test_the_query_is_explained_while_it_is_typed_and_the_legend_is_shown_while_one_reads(start: Start) -> None:
    async with start(query="seoul deterrence") as reader:
        await reader.until(lambda: reader.screen.search_bar.results)
        await reader.press("slash")
        await reader.until(lambda: "seoul AND deterrence" in reader.status_text)
        await reader.press("enter")
        await reader.until(lambda: "AND" not in reader.status_text)
        assert "person" in reader.status_text


async def test_i_tells_all_about_a_name_and_enter_opens_a_brief_from_there(start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "i")
        await reader.until(lambda: reader.app.screen is not reader.screen)
        screen = reader.app.screen
        assert isinstance(screen, DossierScreen)
        view = screen.query_one(PickList)
        await reader.until(lambda: "Meetings attended" in shown(view))
        assert shown(view)[0] == "Bonnie Jenkins"
        assert any("2023" in line and "2024" in line for line in shown(view))
        await reader.press("j", "enter")
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        await reader.until(lambda: reader.screen.focused is reader.screen.article)


async def test_i_on_an_office_tells_who_held_it_and_esc_goes_back_from_dossier_to_dossier(start: Start) -> None:
    async with start(brief="edscg-4-2023-09-15") as reader:
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        while not highlighted(reader).endswith("Secretary of State"):
            await reader.press("full_stop")
        await reader.press("i")
        await reader.until(lambda: reader.app.screen is not reader.screen)
        office = reader.app.screen
        view = office.query_one(PickList)
        await reader.until(lambda: "Held by" in shown(view))
        assert view.picked is not None
        assert view.picked.name == "Bonnie Jenkins"
        await reader.press("enter")
        await reader.until(lambda: reader.app.screen is not office)
        person = reader.app.screen.query_one(PickList)
        await reader.until(lambda: "Meetings attended" in shown(person))
        await reader.press("escape")
        assert reader.app.screen is office
        await reader.press("enter")
        await reader.until(lambda: reader.app.screen is not office and reader.app.screen.query_one(PickList).picked)
        await reader.press("enter")
        await reader.until(lambda: reader.app.screen is reader.screen)
        await reader.until(lambda: reader.open_brief == "edscg-5-2024-09-04")


async def test_i_without_a_name_says_how_to_select_one(start: Start) -> None:
    async with start() as reader:
        await reader.press("i")
        await reader.until(lambda: "select a name first" in reader.status_text)


async def test_in_a_narrow_terminal_the_panel_takes_the_pane(start: Start) -> None:
    async with start(size=(60, 20)) as reader:
        await reader.press("p")
        await reader.until(lambda: reader.screen.panel.display)
        assert not reader.screen.article.display
        await reader.press("tab")
        await reader.until(lambda: reader.screen.article.display)
        await reader.press("escape", "escape")
        await reader.until(lambda: reader.screen.brief_list.display)


async def test_a_gives_a_name_another_name_and_the_file_says_so(root: Path, start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "a")
        await reader.until(lambda: reader.app.screen is not reader.screen)
        field = reader.app.screen.query_one(Input)
        assert field.value == "Bonnie Jenkins"
        field.value = "Bonnie Denise Jenkins"
        await reader.press("enter")
        await reader.until(lambda: "Bonnie Denise Jenkins" in shown(reader.screen.panel))
        await reader.until(lambda: "(names.yaml); u undoes it" in reader.status_text)
        assert "Bonnie Denise Jenkins" in (root / "names.yaml").read_text("utf-8")


async def test_x_stops_treating_a_name_as_one_and_editing_the_file_brings_it_back(
    root: Path, places: Places, start: Start
) -> None:
    async with start() as reader:
        await reader.press("p")
        await reader.until(lambda: "Bonnie Jenkins" in shown(reader.screen.panel))
        await reader.press("x")
        await reader.until(lambda: reader.app.screen is not reader.screen)
        await reader.press("enter")
        await reader.until(lambda: "Bonnie Jenkins" not in shown(reader.screen.panel))
        await reader.until(lambda: "is no longer a name" in reader.status_text)
        (root / "names.yaml").unlink()
    async with start(of=Library(root, places)) as reader:
        await reader.press("p")
        await reader.until(lambda: "Bonnie Jenkins" in shown(reader.screen.panel))


def asked(reader: Reader) -> str:
    """Return the lines of the question on top of the reader."""
    return "\n".join(str(widget.visual) for widget in reader.app.screen.query(Static))


async def test_before_a_name_changes_its_briefs_are_told(root: Path, start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "x")
        await reader.until(lambda: "Bonnie Jenkins is in 2 briefs:" in asked(reader))
        assert "2024-09-04" in asked(reader)
        await reader.press("escape", "a")
        await reader.until(lambda: "Bonnie Jenkins is in 2 briefs:" in asked(reader))
        reader.app.screen.query_one(Input).value = "Chang Hojin"
        await reader.until(lambda: "Chang Hojin is in 1 brief already" in asked(reader))
        await reader.press("escape")
        assert not (root / "names.yaml").exists()


async def test_without_an_index_it_is_told_that_briefs_cannot_be_counted(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise IndexLostError("there is no search index yet")

    monkeypatch.setattr("briefreader.library.corrections.own_names.OwnNames.uses", lost)
    async with start() as reader:
        await reader.press("p", "x")
        await reader.until(lambda: UNCOUNTED in asked(reader))


async def test_an_office_has_no_other_name(start: Start) -> None:
    async with start() as reader:
        reader.screen.names._selected = lambda: Mention(0, 9, "TITLE", "Secretary", "Secretary")
        reader.screen.names.action_rename()
        await reader.until(lambda: "Secretary goes by no other name; select a name first" in reader.status_text)
        assert reader.app.screen is reader.screen


async def test_a_count_of_briefs_that_ends_after_the_answer_does_no_harm(start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "a")
        await reader.until(lambda: "Bonnie Jenkins is in 2 briefs:" in asked(reader))
        screen = reader.app.screen
        assert isinstance(screen, NamePromptScreen)
        await reader.until(lambda: all(each.is_finished for each in reader.app.workers if each.group == "merged"))
        screen.query_one("#name-merged").remove()
        await reader.until(lambda: not screen.query("#name-merged"))
        screen.query_one(Input).value = "Chang Hojin"
        await reader.press("end")
        await reader.until(lambda: all(each.is_finished for each in reader.app.workers if each.group == "merged"))
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is reader.screen)


async def test_u_undoes_the_changes_of_names_step_by_step(root: Path, start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "a")
        await reader.until(lambda: reader.app.screen is not reader.screen)
        reader.app.screen.query_one(Input).value = "B. Jenkins"
        await reader.press("enter")
        await reader.until(lambda: "B. Jenkins" in shown(reader.screen.panel))
        await reader.press("x")
        await reader.until(lambda: reader.app.screen is not reader.screen)
        await reader.press("enter")
        await reader.until(lambda: "B. Jenkins" not in shown(reader.screen.panel))
        await reader.press("u")
        await reader.until(lambda: "undone: Bonnie Jenkins is no longer a name" in reader.status_text)
        await reader.until(lambda: "B. Jenkins" in shown(reader.screen.panel))
        await reader.press("u")
        await reader.until(lambda: "undone: Bonnie Jenkins is now B. Jenkins" in reader.status_text)
        await reader.until(lambda: "Bonnie Jenkins" in shown(reader.screen.panel))
        assert not (root / "names.yaml").exists()
        await reader.press("u")
        await reader.until(lambda: "there is no change to undo" in reader.status_text)


async def test_a_change_of_names_reaches_the_search_at_once(library: Library, start: Start) -> None:
    async with start() as reader:
        await reader.press("p", "x")
        await reader.until(lambda: reader.app.screen is not reader.screen)
        await reader.press("enter")
        await reader.until(lambda: not library.search('who:"Bonnie Jenkins"').total)


async def test_an_edit_of_the_names_by_hand_reaches_the_open_brief(root: Path, start: Start) -> None:
    async with start() as reader:
        await reader.press("p")
        await reader.until(lambda: "Bonnie Jenkins" in shown(reader.screen.panel))
        await reader.until(lambda: reader.screen.library_watcher.is_idle)
        (root / "names.yaml").write_text("kill: [Bonnie Jenkins]\n", "utf-8")
        await reader.press("r")
        await reader.until(lambda: "Bonnie Jenkins" not in shown(reader.screen.panel))


async def test_a_brief_is_read_with_changed_names_although_it_is_opened_again_meanwhile(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    brief = Library.brief

    def counted(library: Library, brief_id: str) -> Brief:
        read.append(brief_id)
        return brief(library, brief_id)

    async with start() as reader:
        monkeypatch.setattr(Library, "brief", counted)
        reader.screen.read_again(NameActions.NamesChanged("changed"))
        reader.screen.open_brief(reader.open_brief)
        await reader.until(lambda: read == ["edscg-5-2024-09-04"])


async def test_a_panel_is_not_painted_before_its_lines_are_there(start: Start) -> None:
    async with start() as reader:
        await reader.screen.action_panel("facets")
        assert "Years" in shown(reader.screen.panel)


async def test_a_panel_whose_lines_take_long_is_open_before_they_come(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    find = Library.search

    def slow(library: Library, *args: object, **kwargs: object) -> object:
        go_on.wait(5)
        return find(library, *args, **kwargs)  # type: ignore[arg-type]

    async with start() as reader:
        monkeypatch.setattr(Library, "search", slow)
        await reader.screen.action_panel("facets")
        assert (reader.screen.panel.display, shown(reader.screen.panel)) == (True, [])
        go_on.set()
        await reader.until(lambda: "Years" in shown(reader.screen.panel))


async def test_a_panel_that_was_changed_meanwhile_is_not_overwritten(start: Start) -> None:
    async with start() as reader:
        await asyncio.gather(*(reader.screen.action_panel(kind) for kind in ("facets", "names")))
        await reader.until(lambda: shown(reader.screen.panel)[:1] == ["People"])
        await reader.app.workers.wait_for_complete([worker for worker in reader.app.workers if worker.group == "panel"])
        assert shown(reader.screen.panel)[0] == "People"


async def test_a_mistake_in_a_list_is_told_without_the_controls_that_it_quotes(
    root: Path, library: Library, start: Start
) -> None:
    (root / "names.yaml").write_text('"peo\\e[31mple\\t[b]": []\n', "utf-8")
    async with start() as reader:
        await reader.press("r")
        await reader.until(lambda: "there is no section `people [b]`" in reader.screen.status.message)
