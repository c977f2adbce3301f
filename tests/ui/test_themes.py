"""Themes: the first one is set before the style sheets are read, and the views follow a change."""

import pytest
from textual.color import Color
from textual.css.stylesheet import Stylesheet

from briefreader.ui.palette import RULES, palette
from briefreader.ui.themes import COLORS, THEMES
from reader_pilot import Start


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_the_style_sheets_are_read_once_with_the_first_theme(
    theme: str, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Stylesheet] = []
    reparse = Stylesheet.reparse

    def counted(sheet: Stylesheet) -> None:
        read.append(sheet)
        reparse(sheet)

    monkeypatch.setattr(Stylesheet, "reparse", counted)
    async with start(theme=theme) as reader:
        assert reader.screen.styles.background == Color.parse(COLORS[theme]["background"])
        assert read == []
        reader.app.theme = "ansi"
        await reader.until(lambda: read)


async def test_the_views_follow_a_change_of_theme(start: Start) -> None:
    async with start() as reader:
        reader.app.theme = "light"
        await reader.until(lambda: reader.screen.article.palette == palette("light"))
        styles = {piece.style for piece in reader.screen.article.render_line(0)}
        assert palette("light")["title"] in styles


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_every_rule_has_a_style_in_every_theme(theme: str) -> None:
    assert set(palette(theme)) == set(RULES)


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("key", ["Y", "X", "E", "D", "O", "|", "a"])
async def test_the_panes_stay_in_sight_behind_a_question_in_every_theme(theme: str, key: str, start: Start) -> None:
    async with start(theme=theme) as reader:
        await reader.press("enter", "full_stop")
        above = reader.screen_text.splitlines()[:4]
        await reader.press(key)
        await reader.until(lambda: reader.app.screen is not reader.screen)
        await reader.press()
        assert reader.screen_text.splitlines()[:4] == above
