"""Themes that a person writes into files: some colours or all, over those of a theme of the program."""

from pathlib import Path

import pytest

from briefreader.config import Settings, load
from briefreader.ui.own_themes import read_theme
from briefreader.ui.palette import palette
from briefreader.ui.themes import COLORS
from reader_pilot import Start


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "config" / "themes").mkdir(parents=True)
    return tmp_path / "config"


def theme(config: Path, text: str, name: str = "dusk") -> Path:
    path = config / "themes" / f"{name}.yaml"
    path.write_text(text, "utf-8")
    return path


def settings(config: Path, text: str = "") -> Settings:
    (config / "config.yaml").write_text(text, "utf-8")
    return load(config / "config.yaml")


def test_a_theme_has_its_own_colours_and_the_rest_of_its_base(config: Path) -> None:
    found = read_theme(theme(config, "base: light\naccent: '#102030'\nentity-person: '#abc'\n"))
    assert found.name == "dusk"
    assert found.colors == COLORS["light"] | {"accent": "#102030", "entity-person": "#abc"}
    assert found.problems == ()


def test_a_theme_of_the_terminals_colours_names_them(config: Path) -> None:
    found = read_theme(theme(config, "base: ansi\naccent: ansi_bright_blue\n"))
    assert found.colors == COLORS["ansi"] | {"accent": "ansi_bright_blue"}
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("acent: '#102030'\n", ", line 1", "there is no colour 'acent'; did you mean accent?"),
        ("base: dusky\n", ", line 1", "there is no theme 'dusky' to begin with; choose one of dark, light, ansi"),
        ("base: ligth\n", ", line 1", "there is no theme 'ligth' to begin with; did you mean light?"),
        ("base: dark\naccent: red\n", ", line 2", "accent cannot be 'red'; write it as '#6cb6c9'"),
        ("accent: ansi_red\n", ", line 1", "accent cannot be 'ansi_red'; write it as '#6cb6c9'"),
        ("base: ansi\naccent: ansi_redd\n", ", line 2", "accent cannot be 'ansi_redd'; did you mean ansi_red?"),
        ("accent: #102030\n", ", line 1", "accent needs a value; write `accent: '#6cb6c9'`, signs in quotes"),
        ("accent: ['#102030', '#102031']\n", ", line 1", "accent has several values; keep one of them"),
        ("- accent\n", ", line 1", "settings are lines such as `theme: light`; write them so"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_changes_no_colour(config: Path, text: str, line: str, told: str) -> None:
    path = theme(config, text)
    found = read_theme(path)
    assert [str(problem) for problem in found.problems] == [f"{path}{line}: {told}"]
    assert found.colors in (COLORS["dark"], COLORS["ansi"])


def test_the_themes_of_the_program_keep_their_names(config: Path) -> None:
    [problem] = read_theme(theme(config, "accent: '#102030'\n", name="dark")).problems
    assert problem.what == "dark is a theme of the program"


def test_the_settings_name_a_theme_of_the_program_or_an_own_one(config: Path) -> None:
    theme(config, "")
    assert settings(config, "theme: dusk\n").theme == "dusk"
    [flaw] = settings(config, "theme: dawn\n").flaws
    assert str(flaw).endswith("line 1: theme: there is no theme 'dawn'; choose one of dark, light, ansi, dusk")
    assert settings(config).theme_names == ("dark", "light", "ansi", "dusk")


async def test_the_reader_begins_with_an_own_theme_and_offers_it(start: Start, config: Path) -> None:
    theme(config, "accent: '#010203'\ntitle: '#040506'\n")
    theme(config, "title: '#070809'\n", "dawn")
    async with start(settings=settings(config, "theme: dusk\n"), theme="dusk") as reader:
        assert reader.app.theme == "dusk"
        assert reader.app.current_theme.accent == "#010203"
        title = palette("dusk")["title"].color
        assert title is not None and title.name == "#040506"
        offered = [command.title for command in reader.app.get_system_commands(reader.app.screen)]
        assert [name for name in offered if name.startswith("Theme: ")] == [
            "Theme: dark",
            "Theme: light",
            "Theme: ansi",
            "Theme: dawn",
            "Theme: dusk",
        ]
        [choose] = [each.callback for each in reader.app.get_system_commands(reader.app.screen) if "dawn" in each.title]
        choose()
        await reader.until(lambda: reader.screen.article.palette == palette("dawn"))


async def test_a_changed_file_shows_when_its_theme_is_chosen_again(start: Start, config: Path) -> None:
    theme(config, "title: '#040506'\n")
    async with start(settings=settings(config, "theme: dusk\n"), theme="dusk") as reader:
        theme(config, "title: '#0a0b0c'\nrule: 7\n")
        [choose] = [each.callback for each in reader.app.get_system_commands(reader.app.screen) if "dusk" in each.title]
        choose()
        await reader.until(lambda: "#0a0b0c" in str(reader.screen.article.palette["title"].color))
        assert "dusk.yaml, line 2: rule cannot be '7'; write it as '#6cb6c9'" in reader.status_text


async def test_mistakes_in_the_first_theme_are_told_at_the_start(start: Start, config: Path) -> None:
    theme(config, "titel: '#040506'\n")
    async with start(settings=settings(config, "theme: dusk\n"), theme="dusk") as reader:
        assert "dusk.yaml, line 1: there is no colour 'titel'; did you mean title?" in reader.status_text


async def test_the_reader_starts_where_the_settings_name_no_theme(start: Start, config: Path) -> None:
    async with start(settings=settings(config, "\ntheme: ligth\n")) as reader:
        assert reader.app.theme == "dark"
        told = "config.yaml, line 2: theme: there is no theme 'ligth'; did you mean light?"
        await reader.until(lambda: told in reader.status_text)
