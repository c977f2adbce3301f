"""Words that a person looks for in the article: found as they are typed, counted, kept for the next brief."""

from pathlib import Path

import pytest
from textual import events

from briefreader.library import Library
from briefreader.ui.panes.find_bar import FindBar
from reader_pilot import Reader, Start

HARBOUR = "2025-01-01-ports"
OTHER = "2024-12-01-ships"
BODY = "\n\n".join(
    f"Paragraph {number} of a long text{' on the harbour and the peace of the sea' * (number % 20 == 10)}."
    for number in range(100)
)


@pytest.fixture
def ports(root: Path, library: Library) -> Library:
    """Two briefs: one of 100 paragraphs, of which five name a harbour, and a short one, which names one."""
    (root / "harbours.md").write_text(f"---\ntitle: Ports\ndate: 2025-01-01\n---\n{BODY}\n", "utf-8")
    (root / "ships.md").write_text("---\ntitle: Ships\ndate: 2024-12-01\n---\nNo harbor here.\n", "utf-8")
    library.update()
    return library


async def _typed(reader: Reader, words: str, brief: str = HARBOUR) -> None:
    await reader.until(lambda: reader.open_brief == brief)
    await reader.press("ctrl+f", *words)


def find_bar(reader: Reader) -> FindBar:
    """The line in which words are typed, once it was needed."""
    assert reader.screen.find_bar is not None
    return reader.screen.find_bar


def _found_here(reader: Reader) -> str:
    """The line of the article with the current found place."""
    article = reader.screen.article
    style = article.palette["found here"]
    rows = [article.render_line(y) for y in range(article.size.height)]
    return next((row.text.strip("│ ") for row in rows if any(each.style == style for each in row)), "")


def _prompt(reader: Reader) -> str:
    return str(find_bar(reader).query_one("#found-count").render()).strip()


async def test_words_are_found_as_they_are_typed_in_place_of_the_status_line(ports: Library, start: Start) -> None:
    async with start(brief=HARBOUR) as reader:
        rows = reader.screen.article.size.height
        await _typed(reader, "harbor")
        screen = reader.screen
        assert screen.focused is find_bar(reader).input
        assert (screen.status.display, find_bar(reader).display) == (False, True)
        assert screen.article.size.height == rows
        assert _prompt(reader) == "1 of 5"
        assert _found_here(reader).startswith("Paragraph 10 ")
        await reader.press("enter")
        assert screen.focused is screen.article
        assert (screen.status.display, find_bar(reader).display) == (True, False)
        assert "harbor: 1 of 5" in reader.status_text


async def test_n_enter_and_capital_n_go_from_place_to_place_and_say_where_they_wrap(
    ports: Library, start: Start
) -> None:
    async with start(brief=HARBOUR) as reader:
        await _typed(reader, "harbour")
        await reader.press("enter")
        for key, count, paragraph in (("n", 2, 30), ("enter", 3, 50), ("n", 4, 70), ("n", 5, 90)):
            await reader.press(key)
            assert f"harbour: {count} of 5" in reader.status_text
            assert "wrapped" not in reader.status_text
            assert _found_here(reader).startswith(f"Paragraph {paragraph} ")
        await reader.press("n")
        assert "wrapped to the first place" in reader.status_text
        assert "harbour: 1 of 5" in reader.status_text
        await reader.press("N")
        assert "wrapped to the last place" in reader.status_text
        assert _found_here(reader).startswith("Paragraph 90 ")


async def test_a_find_begins_where_one_reads(ports: Library, start: Start) -> None:
    async with start(brief=HARBOUR) as reader:
        await reader.until(lambda: reader.open_brief == HARBOUR)
        await reader.press("G", "pageup", "pageup")
        await reader.press("ctrl+f", *"harbour")
        assert _prompt(reader) == "3 of 5"
        await reader.press("up")
        assert _prompt(reader) == "2 of 5"
        await reader.press("down")
        assert _prompt(reader) == "3 of 5"


async def test_escape_forgets_the_words_before_anything_else(ports: Library, start: Start) -> None:
    async with start(brief=HARBOUR, query="paragraph") as reader:
        await _typed(reader, "harbour")
        await reader.press("enter", "escape")
        screen = reader.screen
        assert screen.focused is screen.article
        assert (screen.article.found, screen.article.sought) == ((), "")
        assert "match" in reader.status_text
        await reader.press("n")
        assert "harbour" not in reader.status_text
        await reader.press("escape")
        assert screen.focused is screen.brief_list


async def test_escape_while_typing_goes_back_to_where_one_was(ports: Library, start: Start) -> None:
    async with start(brief=HARBOUR) as reader:
        await reader.until(lambda: reader.open_brief == HARBOUR)
        await reader.press("pagedown")
        top = reader.screen.article.top
        await reader.press("ctrl+f", *"paragraph 90")
        assert reader.screen.article.top != top
        await reader.press("escape")
        assert reader.screen.article.top == top
        assert reader.screen.focused is reader.screen.article
        assert reader.screen.status.display


async def test_words_that_are_not_there_are_said_to_be_missing(ports: Library, start: Start) -> None:
    async with start(brief=HARBOUR) as reader:
        await _typed(reader, "zeppelin")
        assert _prompt(reader) == "not found"
        assert reader.screen.article.found == ()
        await reader.press("ctrl+u", *"harbourx")
        assert _prompt(reader) == "not found"
        assert len(reader.screen.article.found) == 5, "the beginning stays marked"
        await reader.press("down")
        assert _prompt(reader) == "not found"
        await reader.press("enter")
        assert reader.screen.article.found == ()
        await reader.press("ctrl+f", "ctrl+u", *"zeppelin")
        await reader.press("enter")
        assert "zeppelin is not in this brief" in reader.status_text
        await reader.press("n")
        assert "zeppelin is not in this brief" in reader.status_text


async def test_the_words_are_kept_for_the_next_brief(ports: Library, start: Start) -> None:
    async with start(brief=HARBOUR) as reader:
        await _typed(reader, "harbour")
        await reader.press("enter")
        reader.screen.open_in_list(OTHER)
        await reader.until(lambda: reader.open_brief == OTHER)
        await reader.press()
        assert "harbour: 1 of 1" in reader.status_text
        reader.screen.open_in_list("ncg-1-2023-07-18")
        await reader.until(lambda: reader.open_brief == "ncg-1-2023-07-18")
        await reader.press()
        assert "harbour: not found" in reader.status_text


async def test_the_place_survives_another_size_and_a_change_of_the_text(
    root: Path, ports: Library, start: Start
) -> None:
    async with start(brief=HARBOUR) as reader:
        await _typed(reader, "harbour")
        await reader.press("enter", "n", "n")
        await reader.resize(60, 20)
        assert "harbour: 3 of 5" in reader.status_text
        assert _found_here(reader).startswith("Paragraph 50 ")
        await reader.resize(120, 40)
        text = BODY.replace("Paragraph 10 ", "The first paragraph ")
        (root / "harbours.md").write_text(f"---\ntitle: Ports\ndate: 2025-01-01\n---\n{text}\n", "utf-8")
        await reader.press("r")
        await reader.until(lambda: reader.screen.library_watcher.is_idle)
        reader.screen.read_with_new_names()
        await reader.until(lambda: reader.screen.article.brief and "The first" in reader.screen.article.brief.text)
        await reader.press()
        assert "of 5" in reader.status_text
        text = reader.screen.article.brief.text if reader.screen.article.brief else ""
        assert [text[start:end] for start, end in reader.screen.article.found] == ["harbour"] * 5


async def test_words_are_found_over_the_end_of_a_line(ports: Library, start: Start) -> None:
    async with start(brief=HARBOUR, size=(60, 20)) as reader:
        await _typed(reader, "harbour and the peace of the sea")
        article = reader.screen.article
        styles = [article.palette[name] for name in ("found", "found here")]
        rows = [article.render_line(y) for y in range(article.size.height)]
        marked = [[each.text for each in row if each.style in styles] for row in rows]
        assert len([row for row in marked if row]) == 2


async def test_it_opens_from_the_list_and_from_the_search_bar(ports: Library, start: Start) -> None:
    async with start() as reader:
        await reader.press("ctrl+f")
        assert reader.screen.focused is find_bar(reader).input
        await reader.press("escape", "slash", *"harb", "ctrl+f")
        await reader.until(lambda: reader.open_brief == HARBOUR)
        assert reader.screen.search_bar.input.value == "harb"
        assert reader.screen.focused is find_bar(reader).input


async def test_the_last_words_are_there_to_be_typed_over(ports: Library, start: Start) -> None:
    async with start(brief=HARBOUR) as reader:
        await _typed(reader, "harbour")
        await reader.press("enter", "ctrl+f")
        assert find_bar(reader).input.value == "harbour"
        await reader.press(*"peace")
        assert find_bar(reader).input.value == "peace"
        assert _prompt(reader).endswith("of 5")


async def test_another_pane_leaves_the_line_and_keeps_the_words(ports: Library, start: Start) -> None:
    async with start(brief=HARBOUR) as reader:
        await _typed(reader, "harbour")
        reader.screen.set_focus(reader.screen.brief_list)
        await reader.press()
        assert reader.screen.status.display
        assert not find_bar(reader).display
        await reader.press("n")
        assert "harbour: 2 of 5" in reader.status_text


async def test_another_window_of_the_desktop_leaves_the_line_open(ports: Library, start: Start) -> None:
    async with start(brief=HARBOUR) as reader:
        await _typed(reader, "harb")
        reader.app.post_message(events.AppBlur())
        await reader.press()
        reader.app.post_message(events.AppFocus())
        await reader.press()
        assert find_bar(reader).display
        await reader.press(*"our")
        assert _prompt(reader) == "1 of 5"
