"""The reader as a person uses it: keys in, state of the screen out."""

from pathlib import Path

import pytest
from textual import events

from briefreader.config import Places
from briefreader.library import Library
from briefreader.model import Brief
from briefreader.ui.screens.address import AddressScreen
from briefreader.ui.screens.key_help import KeyHelpScreen
from reader_pilot import Start

GROUPED = [
    "# Series",
    "# EDSCG",
    "edscg-5-2024-09-04",
    "edscg-4-2023-09-15",
    "# NCG",
    "ncg-1-2023-07-18",
    "# Between ...",
    "# South Korea - United States",
    "# Other briefs",
]
"""A few series are open at first; counterparts and other briefs are folded."""


async def test_it_opens_with_the_list_in_groups_and_the_first_brief_beside_it(start: Start) -> None:
    async with start() as reader:
        assert reader.rows == GROUPED
        assert reader.open_brief == "edscg-5-2024-09-04"
        assert reader.counter == "5 briefs"
        assert reader.screen.focused is reader.screen.brief_list


async def test_the_header_says_when_where_which_meeting_and_who_led(start: Start) -> None:
    async with start() as reader:
        text = reader.article_text
        assert "Washington hosts the fifth meeting" in text
        assert "4 September 2024 · Washington, United States · EDSCG 5, meeting 2 of 2" in text
        assert "Bonnie Jenkins" in text
        assert "Kim Hong Kyun" in text
        assert "summary, not the official text" in text


async def test_letters_in_the_bar_filter_the_list_and_matches_are_marked(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", *"deterrence")
        await reader.until(lambda: reader.rows == ["edscg-5-2024-09-04", "edscg-4-2023-09-15"])
        assert reader.counter == "2 of 5"
        await reader.until(lambda: reader.screen.article.matches)
        assert "match 1 of 1" in reader.status_text
        assert "deterrence" in reader.status_text


@pytest.mark.parametrize(
    ("columns", "without_query", "with_query"),
    [
        (30, "libra… · 5 briefs", "library · 2 of 5"),
        (80, "library · 5 briefs", "library · 2 of 5"),
        (200, "library · 5 briefs", "library · 2 of 5"),
    ],
)
async def test_the_first_row_names_the_library_at_every_width(
    start: Start, columns: int, without_query: str, with_query: str
) -> None:
    async with start(size=(columns, 24)) as reader:
        assert reader.library_and_count == without_query
        await reader.press("slash", *"deterrence")
        await reader.until(lambda: reader.counter == "2 of 5")
        assert reader.library_and_count == with_query


async def test_arrows_and_page_keys_work_from_the_search_bar(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", *"deterrence")
        await reader.until(lambda: len(reader.rows) == 2)
        await reader.press("down")
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        assert reader.screen.focused is reader.screen.search_bar.input
        await reader.until(lambda: len(reader.screen.article.matches) == 2)
        await reader.press("pagedown", "pageup")
        assert reader.screen.focused is reader.screen.search_bar.input


async def test_n_goes_from_match_to_match_and_around(start: Start) -> None:
    async with start(query="deterrence") as reader:
        await reader.until(lambda: len(reader.rows) == 2)
        await reader.press("j")
        await reader.until(lambda: len(reader.screen.article.matches) == 2)
        seen = [reader.screen.article.match]
        for key in ("n", "n", "N"):
            await reader.press(key)
            seen.append(reader.screen.article.match)
        assert seen == [0, 1, 0, 1]


async def test_escape_clears_the_query_then_leaves_the_bar_and_never_ends(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", *"seoul")
        await reader.until(lambda: reader.screen.search_bar.results is not None)
        await reader.press("escape")
        assert reader.screen.search_bar.input.value == ""
        assert reader.screen.focused is reader.screen.search_bar.input
        assert reader.rows == GROUPED
        await reader.press("escape")
        assert reader.screen.focused is reader.screen.brief_list
        await reader.press("escape", "escape")
        assert reader.app.is_running


async def test_escape_goes_from_the_article_back_to_the_hits(start: Start) -> None:
    async with start(query="seoul") as reader:
        await reader.until(lambda: reader.screen.search_bar.results is not None and reader.counter == "2 of 5")
        await reader.press("enter", "escape")
        assert reader.screen.focused is reader.screen.brief_list
        assert reader.screen.search_bar.input.value == "seoul"
        await reader.press("escape")
        assert reader.screen.search_bar.input.value == ""


async def test_the_cursor_stays_on_its_brief_while_the_list_changes(start: Start) -> None:
    async with start() as reader:
        await reader.press("j", "j")
        await reader.until(lambda: reader.open_brief == "ncg-1-2023-07-18")
        await reader.press("slash", *"seoul")
        await reader.until(lambda: reader.screen.search_bar.results is not None and reader.counter == "2 of 5")
        assert reader.screen.brief_list.brief_id == "ncg-1-2023-07-18"
        await reader.press("escape", "escape", "s")
        assert reader.screen.brief_list.brief_id == "ncg-1-2023-07-18"


async def test_a_query_that_finds_nothing_says_so_and_how_to_go_on(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", *"zeppelin")
        await reader.until(lambda: reader.counter == "0 of 5")
        assert "No brief matches." in reader.list_text
        assert reader.open_brief is None


async def test_s_goes_round_newest_meetings_newest_briefs_and_sections(start: Start) -> None:
    async with start() as reader:
        await reader.press("s")
        assert reader.rows == ["edscg-5-2024-09-04", "edscg-4-2023-09-15", "ncg-1-2023-07-18"]
        await reader.press("s")
        assert reader.rows[:4] == [
            "edscg-5-2024-09-04",
            "edscg-4-2023-09-15",
            "ncg-1-2023-07-18",
            "2022-01-05-a-letter-of-thanks",
        ]
        await reader.press("s")
        assert reader.rows == GROUPED


async def test_enter_and_arrows_fold_and_unfold_a_group(start: Start) -> None:
    async with start() as reader:
        await reader.press("left")
        assert reader.screen.brief_list.cursor == 1  # from a meeting to the series that holds it
        await reader.press("left")
        assert reader.rows == [each for each in GROUPED if not each.startswith("edscg")]
        await reader.press("right")
        assert reader.rows == GROUPED
        await reader.press("G", "enter")
        assert reader.rows[-3:] == ["# Other briefs", "# January 2022", "# February 2021"]
        assert reader.screen.focused is reader.screen.brief_list


async def test_right_on_an_open_group_goes_into_it(start: Start) -> None:
    async with start() as reader:
        await reader.press("left")
        assert reader.rows[reader.screen.brief_list.cursor] == "# EDSCG"
        await reader.press("right")
        assert reader.screen.brief_list.cursor == 2
        await reader.press("right")  # a meeting of one brief holds nothing
        assert reader.screen.brief_list.cursor == 2


async def test_a_group_opened_at_the_lower_edge_shows_what_it_holds(start: Start) -> None:
    async with start(size=(120, 12)) as reader:
        await reader.press("G", "enter")
        assert "February 2021" in reader.list_text.splitlines()[-1]
        assert reader.rows[reader.screen.brief_list.cursor] == "# Other briefs"


async def test_braces_go_from_section_to_section(start: Start) -> None:
    async with start() as reader:
        await reader.press("right_curly_bracket")
        assert reader.rows[reader.screen.brief_list.cursor] == "# South Korea - United States"
        await reader.press("right_curly_bracket", "right_curly_bracket")
        assert reader.rows[reader.screen.brief_list.cursor] == "# Other briefs"
        await reader.press("left_curly_bracket", "left_curly_bracket")
        assert reader.rows[reader.screen.brief_list.cursor] == "# EDSCG"


async def test_braces_say_where_there_is_no_further_section(start: Start) -> None:
    async with start() as reader:
        await reader.press("left_curly_bracket")
        assert "this is the first section" in reader.status_text
        await reader.press("G", "right_curly_bracket")
        assert "this is the last section" in reader.status_text
        await reader.press("s", "right_curly_bracket")
        assert "the list has no sections in this order" in reader.status_text


async def test_a_folded_group_stays_folded_and_under_the_cursor_while_the_library_changes(start: Start) -> None:
    async with start() as reader:
        await reader.press("right_curly_bracket", "A", "A")
        reader.screen.show_rows()
        assert reader.rows == GROUPED
        assert reader.rows[reader.screen.brief_list.cursor] == "# South Korea - United States"


async def test_brackets_go_through_the_meetings_of_a_series(start: Start) -> None:
    async with start() as reader:
        await reader.press("left_square_bracket")
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        await reader.press("left_square_bracket")
        assert "the first meeting of EDSCG here" in reader.status_text
        await reader.press("right_square_bracket")
        await reader.until(lambda: reader.open_brief == "edscg-5-2024-09-04")


async def test_a_meeting_outside_the_hits_opens_all_the_same(start: Start) -> None:
    async with start(query="north") as reader:
        await reader.until(lambda: reader.rows == ["edscg-5-2024-09-04"])
        await reader.press("left_square_bracket")
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        assert reader.rows == ["edscg-5-2024-09-04"]


async def test_a_search_that_moves_the_cursor_asks_for_its_brief_once(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    read = Library.brief

    def brief(library: Library, brief_id: str) -> Brief:
        asked.append(brief_id)
        return read(library, brief_id)

    async with start() as reader:
        await reader.until(lambda: reader.open_brief == "edscg-5-2024-09-04")
        monkeypatch.setattr(Library, "brief", brief)
        reader.screen.search_bar.input.value = "seoul"
        await reader.until(lambda: reader.open_brief != "edscg-5-2024-09-04")
        await reader.press("v")
        assert asked == [reader.open_brief]


async def test_v_marks_names_by_colour_then_by_text_attributes_then_not_at_all(start: Start) -> None:
    def styles(text: str) -> set[str]:
        article = reader.screen.article
        rows = [article.render_line(y) for y in range(article.size.height)]
        return {str(style) for row in rows for piece, style, _ in row if piece == text and style}

    async with start() as reader:
        palette = reader.screen.article.palette
        assert str(palette["color place"]) in styles("North Korea")
        assert "place" in reader.status_text
        await reader.press("v")
        assert str(palette["attributes place"]) in styles("North Korea")
        assert "place" in reader.status_text
        await reader.press("v")
        assert styles("North Korea") == set()
        assert "place" not in reader.status_text


async def test_tab_and_enter_go_between_the_panes(start: Start) -> None:
    async with start() as reader:
        screen = reader.screen
        seen = [screen.focused]
        for key in ("tab", "tab", "enter", "escape"):
            await reader.press(key)
            seen.append(screen.focused)
        assert seen == [screen.brief_list, screen.article, screen.brief_list, screen.article, screen.brief_list]


async def test_the_line_between_the_panes_tells_whether_the_article_is_in_use(start: Start) -> None:
    async with start() as reader:
        article = reader.screen.article
        await reader.until(lambda: next(iter(article.render_line(0))).style == article.palette["rule"])
        await reader.press("enter")
        await reader.until(lambda: next(iter(article.render_line(0))).style == article.palette["rule here"])


async def test_below_70_columns_one_pane_is_in_sight(start: Start) -> None:
    async with start(size=(69, 24)) as reader:
        brief_list, article = reader.screen.brief_list, reader.screen.article
        assert (brief_list.display, article.display) == (True, False)
        await reader.press("enter")
        assert (brief_list.display, article.display) == (False, True)
        assert "Washington hosts the fifth meeting" in reader.article_text
        await reader.press("escape")
        assert (brief_list.display, article.display) == (True, False)
        assert reader.screen.focused is brief_list


@pytest.mark.parametrize(("columns", "least"), [(70, 40), (80, 48), (100, 60), (120, 70)])
async def test_from_70_columns_both_panes_stand_side_by_side(start: Start, columns: int, least: int) -> None:
    async with start(size=(columns, 24)) as reader:
        assert reader.screen.brief_list.display
        assert reader.screen.article.inner_width >= least


async def test_a_resize_keeps_the_text_and_changes_the_panes(start: Start) -> None:
    async with start(size=(120, 30)) as reader:
        await reader.resize(60, 20)
        assert not reader.screen.article.display
        await reader.resize(100, 30)
        await reader.until(lambda: "Washington hosts the fifth meeting" in reader.article_text)


async def test_a_long_article_is_paged_and_the_position_told(root: Path, library: Library, start: Start) -> None:
    body = "\n\n".join(f"Paragraph {number} of a long communique." for number in range(200))
    (root / "long.md").write_text(f"---\ntitle: Long\ndate: 2025-01-01\n---\n{body}\n", "utf-8")
    library.update()
    async with start(brief="2025-01-01-long") as reader:
        await reader.until(lambda: reader.open_brief == "2025-01-01-long")
        assert reader.screen.focused is reader.screen.article
        assert " 0 %" in reader.status_text
        await reader.press("pagedown")
        page = reader.screen.article.top
        assert page == reader.screen.article.page - 2
        await reader.press("G")
        assert "100 %" in reader.status_text
        await reader.press("g", "j", "j", "k")
        assert reader.screen.article.top == 1
        await reader.press("ctrl+d")
        assert reader.screen.article.top == 1 + reader.screen.article.page // 2


async def test_o_shows_the_whole_address_and_closes_again(start: Start) -> None:
    async with start(brief="edscg-4-2023-09-15") as reader:
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        await reader.press("o")
        assert isinstance(reader.app.screen, AddressScreen)
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_o_says_so_where_there_is_no_address(start: Start) -> None:
    async with start() as reader:
        await reader.press("o")
        assert "has no source address" in reader.status_text


async def test_question_mark_shows_the_keys(start: Start) -> None:
    async with start() as reader:
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, KeyHelpScreen)
        await reader.press("q")
        assert reader.app.screen is reader.screen


async def test_ctrl_c_says_how_to_leave(start: Start) -> None:
    async with start() as reader:
        await reader.press("ctrl+c")
        assert "Ctrl+Q quits" in reader.status_text
        assert reader.app.is_running


async def test_q_is_a_letter_in_the_bar_and_leaves_outside_it(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "q")
        assert reader.screen.search_bar.input.value == "q"
        await reader.press("escape", "escape", "q")
        await reader.until(lambda: not reader.app.is_running)


async def test_hostile_text_is_shown_and_does_nothing(start: Start) -> None:
    async with start(query="title:mark") as reader:
        await reader.until(lambda: reader.open_brief is not None and reader.open_brief.startswith("2021-02-03"))
        assert "[/nope] [@click=app.quit]mark[/] up" in reader.article_text
        assert "[inaudible]" in reader.article_text
        assert "reversed text" in reader.article_text
        assert "\x1b" not in reader.article_text + reader.list_text


async def test_a_file_that_went_away_is_told_in_the_article_pane(root: Path, start: Start) -> None:
    async with start() as reader:
        reader.app.workers.cancel_all()  # or the list would drop it before it is opened
        (root / "ncg-1.md").unlink()
        await reader.press("j", "j")
        await reader.until(lambda: "ncg-1.md" in "".join(line.strip() for line in reader.article_text.split("\n")))
        await reader.press("k")
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")


async def test_r_finds_a_new_file(root: Path, start: Start) -> None:
    async with start() as reader:
        (root / "new.md").write_text(
            "---\ntitle: Third\ndate: 2025-05-05\nseries: NCG\nordinal: 3\n---\nNew.\n", "utf-8"
        )
        await reader.press("r")
        await reader.until(lambda: "ncg-3-2025-05-05" in reader.rows)
        assert reader.counter == "6 briefs"


async def test_an_empty_library_says_how_to_begin(tmp_path: Path, places: Places, start: Start) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    async with start(size=(80, 24), of=Library(empty, places)) as reader:
        await reader.until(lambda: "briefreader add FILE" in reader.list_text)
        await reader.press("enter", "j", "pagedown", "n", "o", "right_square_bracket")
        assert reader.app.is_running


async def test_a_paste_comes_once_on_one_line_and_harmless(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        reader.app.post_message(events.Paste("north\nko\x1b[31mrea"))
        await reader.until(lambda: reader.screen.search_bar.input.value == "north korea")


async def test_a_slash_in_the_empty_bar_is_no_letter(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "slash", *"seoul", "escape", "slash", *"nuclear")
        assert reader.screen.search_bar.input.value == "nuclear"


async def test_n_counts_from_the_window_where_the_match_is_out_of_sight(
    root: Path, library: Library, start: Start
) -> None:
    body = "\n\n".join(f"Paragraph {number} on shipping." for number in range(100))
    (root / "long.md").write_text(f"---\ntitle: Long\ndate: 2025-01-01\n---\n{body}\n", "utf-8")
    library.update()
    async with start(query="shipping", size=(100, 24)) as reader:
        await reader.until(lambda: len(reader.screen.article.matches) == 100)
        await reader.press("enter", "G", "g", "pagedown", "pagedown", "n")
        article = reader.screen.article
        assert article.match >= article.top // 2 - 4
        await reader.press("G", "N")
        assert 80 < article.match < 99


async def test_a_misspelt_word_is_answered_with_what_may_be_meant(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", *"deterence")
        await reader.until(lambda: "Did you mean deterrence?" in reader.list_text)


async def test_the_first_row_has_the_cursor_until_a_person_moves_it(tmp_path: Path, root: Path, start: Start) -> None:
    user = tmp_path / "nobody"
    fresh = Library(root, Places(user / "config", user / "data", user / "cache"))
    async with start(of=fresh) as reader:
        await reader.until(lambda: reader.rows[:1] == ["# Series"])
        assert reader.screen.brief_list.brief_id == "edscg-5-2024-09-04"


async def test_the_brief_asked_for_stays_open_while_the_library_is_indexed_again(
    root: Path, library: Library, places: Places, start: Start
) -> None:
    assert not library.changed()
    (root / "names.yaml").write_text("kill: [Horizon1]\n", "utf-8")
    (root / "new.md").write_text("# New talks\n\nThey met on 3 March 2026.\n", "utf-8")
    again = Library(root, places)
    async with start(of=again, brief="ncg-1-2023-07-18") as reader:
        await reader.until(lambda: len(reader.screen.brief_list.overview.entries) == 6 and not again.changed())
        await reader.until(lambda: reader.open_brief)
        assert reader.open_brief == "ncg-1-2023-07-18"
        assert reader.screen.brief_list.brief_id == "ncg-1-2023-07-18"


async def test_a_message_goes_with_the_next_key(start: Start) -> None:
    async with start() as reader:
        await reader.press("o")
        assert "has no source address" in reader.status_text
        await reader.press("tab")
        assert "has no source address" not in reader.status_text


async def test_few_briefs_of_a_series_leave_no_gap_before_the_other_titles(
    start: Start, root: Path, library: Library
) -> None:
    for number in range(10, 30):
        (root / f"note-{number}.md").write_text(f"# Harbour note {number}\n\nDate: 2025-03-{number}\n\nThey met.\n")
    library.update()
    async with start() as reader:
        await reader.press("s", "s")
        await reader.until(lambda: reader.rows[0].endswith("note-29"))
        drawn = [
            reader.screen.brief_list.draw(number, 44).text[1:] for number in range(len(reader.screen.brief_list.rows))
        ]
        assert drawn[0].rstrip() == "2025-03-29 Harbour note 29"
        assert any(line.startswith("2024-09-04 EDSCG 5 ") for line in drawn)
