"""Settings are read from a file of lines, and a mistake in it is explained with its place."""

from pathlib import Path

import pytest

from briefreader.config import Places, Settings, data_folder, library_variable, load
from briefreader.model import SettingsError


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "config.yaml"


def test_without_a_file_every_setting_is_its_default(settings: Path) -> None:
    assert load(settings) == Settings(library=None, theme="dark")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_an_empty_file_sets_nothing(settings: Path, text: str) -> None:
    settings.write_text(text)
    assert load(settings) == Settings()


def test_settings_are_read_and_paths_start_at_the_file(settings: Path) -> None:
    settings.write_text("library: briefs\ntheme: light\nhome: France\n")
    assert load(settings) == Settings(library=settings.parent / "briefs", theme="light", home="France")


def test_a_tilde_is_the_home_folder(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/reader")
    settings.write_text("library: ~/briefs\n")
    assert load(settings).library == Path("/home/reader/briefs")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("theme: dark\nlibary: x\n", 2, "no setting 'libary'; did you mean library?"),
        ("colour: red\n", 1, "the settings are library, theme"),
        ("home:\n", 1, "home needs one value"),
        ("library: [a, b]\n", 1, "library needs one value"),
        ("theme: dark\ntheme: light\n", 2, "theme is set twice"),
        ("theme: &t dark\nlibrary: *t\n", 2, "aliases"),
        ("theme: 'dark\n", 2, "this is not YAML"),
        ("- theme\n", 1, "settings are lines such as"),
        ("? [a]\n: b\n", 1, "a setting's name is a word"),
        ("library: ~nobodyofthatname/x\n", 1, "no such home folder"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(settings: Path, text: str, line: int, words: str) -> None:
    settings.write_text(text)
    with pytest.raises(SettingsError) as told:
        load(settings)
    assert f"{settings}, line {line}" in str(told.value)
    assert words in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("text", "told", "width"),
    [
        ("\n\ntheme: pink\n", "line 3: theme: there is no theme 'pink'; choose one of dark, light, ansi", None),
        ("theme: ligth\n", "line 1: theme: there is no theme 'ligth'; did you mean light?", None),
        ("theme:\n", "line 1: theme needs one value on its line; give it or remove the line", None),
        ("text_width: 1\n", "line 1: text_width cannot be 1, and is 40; write 40, which is the least", 40),
        ("text_width: -7\n", "line 1: text_width cannot be -7, and is 40; write 40, which is the least", 40),
        ("text_width: 5000\n", "line 1: text_width cannot be 5000, and is 1000; write 1000, which is the most", 1000),
        ("text_width: wide\n", "line 1: text_width cannot be 'wide'; write a number from 40 to 1000", None),
        ("text_width: --5\n", "line 1: text_width cannot be '--5'; write a number from 40 to 1000", None),
    ],
)
def test_a_mistake_in_how_the_reader_looks_lets_it_start(
    settings: Path, text: str, told: str, width: int | None
) -> None:
    settings.write_text(f"{text}home: France\n")
    found = load(settings)
    assert [str(flaw) for flaw in found.flaws] == [f"{settings}, {told}"]
    assert found == Settings(home="France", text_width=width, flaws=found.flaws)


def test_the_width_of_the_text_is_a_number_of_columns(settings: Path) -> None:
    settings.write_text("text_width: 72\n")
    assert load(settings) == Settings(text_width=72)


def test_a_file_that_is_no_text_is_told(settings: Path) -> None:
    settings.write_bytes(b"\x00\x01")
    with pytest.raises(SettingsError, match="not a text file"):
        load(settings)


def test_a_folder_in_place_of_the_file_is_told(settings: Path) -> None:
    settings.mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        load(settings)


def test_places_follow_the_xdg_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("config", "data", "cache"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    places = Places.of_user()
    assert places.settings == tmp_path / "config" / "briefreader" / "config.yaml"
    assert places.library == tmp_path / "data" / "briefreader" / "library"
    assert places.cache == tmp_path / "cache" / "briefreader"


def test_the_program_brings_a_library_and_names_along() -> None:
    assert (data_folder() / "library").is_dir()
    assert (data_folder() / "names").is_dir()


def test_an_empty_variable_names_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFREADER_LIBRARY", "")
    assert library_variable() is None
    monkeypatch.setenv("BRIEFREADER_LIBRARY", "/briefs")
    assert library_variable() == Path("/briefs")


@pytest.mark.parametrize(("word", "value"), [("true", True), ("Yes", True), ("false", False), ("off", False)])
def test_writing_is_forbidden_by_a_setting(settings: Path, word: str, value: bool) -> None:
    settings.write_text(f"read_only: {word}\n", "utf-8")
    assert load(settings).read_only is value


def test_a_switch_is_true_or_false(settings: Path) -> None:
    settings.write_text("read_only: maybe\n", "utf-8")
    with pytest.raises(SettingsError, match=r"config.yaml, line 1: read_only cannot be 'maybe'; write true or false"):
        load(settings)
