"""The view that a person sets up: width of the list, whole screen, passages under hits, and what is remembered."""

import gc
import json
from pathlib import Path

import pytest

from briefreader.config import Places
from briefreader.library import Library
from briefreader.search import Snippet
from briefreader.text import Span
from briefreader.ui.panes.hit_snippets import cut
from briefreader.ui.panes.pane_layout import list_width
from reader_pilot import Reader, Start


@pytest.mark.parametrize(
    ("columns", "article"), [(70, 43), (80, 49), (100, 61), (120, 74), (160, 96), (200, 96), (300, 96)]
)
def test_the_list_takes_what_the_article_leaves_free(columns: int, article: int) -> None:
    assert columns - 1 - list_width(columns) == article


@pytest.mark.parametrize("columns", [80, 120, 200])
def test_however_wide_a_person_makes_the_list_the_article_keeps_48_columns(columns: int) -> None:
    assert columns - 1 - list_width(columns, 0.99) == 48
    assert list_width(columns, 0.01) == 16


async def test_keys_move_the_line_between_the_panes_and_back(start: Start) -> None:
    async with start(size=(120, 40)) as reader:
        before = _list_columns(reader)
        await reader.press("greater_than_sign", "greater_than_sign")
        assert _list_columns(reader) == before + 8
        assert [rule.at for rule in reader.screen.panes.rules] == [before + 8] * 2
        await reader.press("less_than_sign", "less_than_sign", "less_than_sign")
        assert _list_columns(reader) == before - 4
        await reader.press("greater_than_sign")
        assert reader.screen.panes.share is None


async def test_in_the_search_bar_the_signs_are_letters(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "less_than_sign", "z", "greater_than_sign")
        assert reader.screen.search_bar.input.value == "<z>"


async def test_z_gives_the_article_the_whole_screen_and_gives_it_back(start: Start) -> None:
    async with start(size=(120, 40)) as reader:
        screen = reader.screen
        await reader.press("z")
        assert (screen.brief_list.display, screen.focused) == (False, screen.article)
        assert screen.article.size.width == 120
        await reader.press("z")
        assert (screen.brief_list.display, screen.focused) == (True, screen.brief_list)


async def test_with_the_whole_screen_escape_shows_the_list_and_enter_hides_it(start: Start) -> None:
    async with start(size=(120, 40)) as reader:
        screen = reader.screen
        await reader.press("enter", "z", "escape")
        assert (screen.brief_list.display, screen.focused) == (True, screen.brief_list)
        assert screen.article.display
        await reader.press("enter")
        assert (screen.brief_list.display, screen.focused) == (False, screen.article)
        await reader.press("z")
        assert (screen.brief_list.display, screen.focused) == (True, screen.article)


async def test_the_title_stays_on_top_while_the_text_scrolls(root: Path, library: Library, start: Start) -> None:
    body = "\n\n".join(f"Paragraph {number} of a long communique." for number in range(200))
    (root / "long.md").write_text(f"---\ntitle: Long\ndate: 2025-01-01\n---\n{body}\n", "utf-8")
    library.update()
    async with start(brief="2025-01-01-long") as reader:
        await reader.until(lambda: reader.open_brief == "2025-01-01-long")
        await reader.press("pagedown")
        first, second = reader.article_text.splitlines()[:2]
        assert first.split() == ["│", "Long", "2025-01-01"]
        assert "Paragraph" in second or not second.strip("│ ")
        await reader.press("g")
        assert reader.article_text.splitlines()[0].split() == ["│", "Long"]


async def test_paging_skips_no_line_under_the_title(root: Path, library: Library, start: Start) -> None:
    body = "\n\n".join(f"Paragraph {number} of a long communique." for number in range(200))
    (root / "long.md").write_text(f"---\ntitle: Long\ndate: 2025-01-01\n---\n{body}\n", "utf-8")
    library.update()
    async with start(brief="2025-01-01-long") as reader:
        await reader.until(lambda: reader.open_brief == "2025-01-01-long")
        seen: set[str] = set()
        for _ in range(14):
            seen |= {line.strip("│ ") for line in reader.article_text.splitlines() if "Paragraph" in line}
            await reader.press("pagedown")
        assert seen == {f"Paragraph {number} of a long communique." for number in range(200)}


async def test_a_hit_has_its_best_passage_below_with_the_match_marked(start: Start) -> None:
    async with start(size=(120, 40), query="deterrence") as reader:
        await reader.until(lambda: "the answer" in reader.list_text)
        rows = reader.list_text.splitlines()
        assert "Washington hosts" in rows[0]
        assert "deterrence the answer" in rows[1]
        assert "Seoul hosts" in rows[2]
        line = reader.screen.brief_list.render_line(1)
        marked = [segment.text for segment in line if segment.style and segment.style.reverse]
        assert marked == ["deterrence"]


async def test_the_cursor_and_clicks_go_by_hits_not_by_lines(start: Start) -> None:
    async with start(size=(120, 40), query="deterrence") as reader:
        await reader.until(lambda: "the answer" in reader.list_text)
        await reader.press("j")
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        await reader.click(5, 1)
        await reader.until(lambda: reader.open_brief == "edscg-5-2024-09-04")
        await reader.press("escape", "G")
        assert reader.screen.brief_list.cursor == 1


@pytest.mark.parametrize("size", [(80, 24), (100, 24)])
async def test_a_narrow_list_has_no_passages(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size, query="deterrence") as reader:
        assert [line[1:11] for line in reader.list_text.splitlines()[:2]] == ["2024-09-04", "2023-09-15"]


async def test_passages_go_where_they_would_hide_hits(start: Start) -> None:
    async with start(size=(120, 7), query="deterrence") as reader:
        assert reader.screen.brief_list.row_height == 1
        await reader.resize(120, 8)
        await reader.until(lambda: "the answer" in reader.list_text)


async def test_b_hides_the_passages_and_shows_them_again(start: Start) -> None:
    async with start(size=(120, 40), query="deterrence") as reader:
        await reader.until(lambda: "the answer" in reader.list_text)
        await reader.press("b")
        assert "Seoul hosts" in reader.list_text.splitlines()[1]
        await reader.press("b")
        assert "the answer" in reader.list_text.splitlines()[1]


async def test_b_says_what_it_sets_where_nothing_changes_on_the_screen(start: Start) -> None:
    async with start(size=(80, 24)) as reader:
        await reader.press("b")
        assert "no passages under hits" in reader.status_text
        await reader.press("b")
        assert "a passage under each hit" in reader.status_text
        await reader.press("slash", *"deterrence", "tab")
        await reader.until(lambda: reader.counter.startswith("2 of"))
        await reader.press("b", "b")
        assert "> widens the list" in reader.status_text


async def test_passages_that_a_new_query_makes_needless_are_given_up_in_silence(
    start: Start, recwarn: pytest.WarningsRecorder
) -> None:
    async with start(query="deterrence") as reader:
        await reader.until(lambda: "the answer" in reader.list_text)
        for query in ("north", "seoul"):
            reader.screen.brief_list.ask_snippets(query, typing=False)
            reader.screen.brief_list.read_snippets()
        reader.screen.brief_list.ask_snippets("", typing=False)
    gc.collect()
    assert [str(warning.message) for warning in recwarn if "never awaited" in str(warning.message)] == []


@pytest.mark.parametrize(
    ("width", "line", "marked"),
    [
        (60, "… the ministers spoke of extended deterrence and of ships …", "deterrence"),
        (40, "…extended deterrence and of ships …", "deterrence"),
        (12, "…deterrence…", "deterrence"),
        (6, "…dete…", "dete"),
        (1, "…", ""),
    ],
)
def test_a_passage_is_cut_around_its_match(width: int, line: str, marked: str) -> None:
    text = "… the ministers spoke of extended deterrence and of ships …"
    at = text.index("deterrence")
    shown, matches = cut(Snippet(text, (Span(at, at + len("deterrence")),)), width)
    assert shown.rstrip() == line
    assert len(shown) == width
    assert "".join(shown[match.start : match.end] for match in matches) == marked


async def test_the_view_is_as_the_last_session_left_it(library: Library, start: Start) -> None:
    async with start() as reader:
        await reader.press("greater_than_sign", "b", "s", "z")
        reader.app.theme = "light"
    async with start() as reader:
        screen = reader.screen
        assert (screen.focused, screen.brief_list.display) == (screen.brief_list, True)
        assert screen.panes.whole_screen
        assert _list_columns(reader) == list_width(120) + 4
        assert not screen.brief_list.with_snippets
        assert screen.brief_list.order == "meetings"
        assert reader.app.theme == "light"


async def test_folds_come_back_in_their_library(library: Library, tmp_path: Path, places: Places, start: Start) -> None:
    async with start() as reader:
        await reader.press("g", "enter")
        folded = reader.rows
        assert "# EDSCG" not in folded
    async with start() as reader:
        assert reader.rows == folded
    other = Library(_copy(library.root, tmp_path / "other"), places)
    other.update()
    async with start(of=other) as reader:
        assert "# EDSCG" in reader.rows


async def test_a_theme_in_the_settings_that_was_changed_since_wins(library: Library, start: Start) -> None:
    async with start() as reader:
        reader.app.theme = "light"
    async with start(theme="ansi") as reader:
        assert reader.app.theme == "ansi"


async def test_looking_writes_nothing(places: Places, start: Start) -> None:
    async with start() as reader:
        await reader.press("j", "enter", "pagedown", "escape")
    assert not (places.data / "reader.json").exists()


async def test_a_home_that_cannot_be_written_is_no_error(places: Places, start: Start) -> None:
    places.data.mkdir(parents=True)
    (places.data / "reader.json").mkdir()
    async with start() as reader:
        await reader.press("b")
    async with start() as reader:
        assert reader.screen.brief_list.with_snippets


async def test_damaged_values_are_left_out(places: Places, start: Start) -> None:
    places.data.mkdir(parents=True)
    said = {"order": "by mood", "sort": "luck", "theme": ["pink", "dark"], "share": 0.9, "snippets": False}
    (places.data / "reader.json").write_text(json.dumps(said), "utf-8")
    async with start() as reader:
        assert reader.screen.brief_list.order == "sections"
        assert reader.screen.search_bar.order == "date"
        assert reader.app.theme == "dark"
        assert reader.screen.article.inner_width == 48
        assert not reader.screen.brief_list.with_snippets


async def test_the_mouse_moves_the_line_between_the_panes(start: Start) -> None:
    async with start(size=(120, 40)) as reader:
        at = _list_columns(reader)
        await reader.drag((at, 10), (60, 12))
        assert _list_columns(reader) == 60
        assert reader.screen.focused is reader.screen.brief_list
        await reader.drag((60, 10), (119, 12))
        assert reader.screen.article.inner_width == 48


def _list_columns(reader: Reader) -> int:
    return reader.screen.brief_list.size.width


def _copy(folder: Path, to: Path) -> Path:
    to.mkdir()
    for path in folder.glob("*.md"):
        (to / path.name).write_bytes(path.read_bytes())
    return to
