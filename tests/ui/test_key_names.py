"""Keys as people write them, and as Textual names them."""

import pytest
from textual.keys import _character_to_key

from briefreader.ui.key_names import character, key_name, shown, similar_key


@pytest.mark.parametrize(
    ("written", "name", "again"),
    [
        ("Ctrl+F", "ctrl+f", "Ctrl+F"),
        ("control+f", "ctrl+f", "Ctrl+F"),
        ("PgDn", "pagedown", "PgDn"),
        ("pagedown", "pagedown", "PgDn"),
        ("}", "right_curly_bracket", "}"),
        ("right_curly_bracket", "right_curly_bracket", "}"),
        ("Space", "space", "Space"),
        ("Alt+Left", "alt+left", "Alt+←"),
        ("Alt+←", "alt+left", "Alt+←"),
        ("Shift+Tab", "shift+tab", "Shift+Tab"),
        ("Shift+n", "N", "N"),
        ("N", "N", "N"),
        ("Alt+N", "alt+shift+n", "Alt+Shift+N"),
        ("+", "plus", "+"),
        ("Ctrl++", "ctrl+plus", "Ctrl++"),
        ("F5", "f5", "F5"),
        ("é", "é", "é"),
        ("Ctrl+I", "tab", "Tab"),
        ("Ctrl+M", "enter", "Enter"),
        ("Ctrl+[", "escape", "Esc"),
    ],
)
def test_a_key_is_read_as_people_write_it_and_as_textual_names_it(written: str, name: str, again: str) -> None:
    assert key_name(written) == name
    assert shown(name) == again


@pytest.mark.parametrize("written", ["", "hello", "f25", "Shift+5", "Super+x", "Ctrl+", "Ctlr+x", "\x1b"])
def test_what_is_no_key_is_none(written: str) -> None:
    assert key_name(written) is None


@pytest.mark.parametrize(("written", "meant"), [("Ctlr+x", "Ctrl+X"), ("pagedwn", "PgDn"), ("Entr", "Enter")])
def test_a_mistyped_key_is_guessed(written: str, meant: str) -> None:
    assert similar_key(written) == meant


def test_nothing_is_guessed_from_nonsense() -> None:
    assert similar_key("xyzzy") is None


def test_every_character_has_the_name_that_textual_gives_its_key() -> None:
    for each in filter(str.isprintable, map(chr, range(33, 256))):
        assert key_name(each) == _character_to_key(each)
        assert character(_character_to_key(each)) == each
