"""SGR sequences are parsed, and the sequence from one style to another leads to the same cells."""

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.ui.terminal.sgr import PLAIN, Graphics, combine, parse_sgr, transition

COLOURS = st.sampled_from(["", "31", "92", "38;2;1;2;3", "38;5;7"])
GROUNDS = st.sampled_from(["", "41", "102", "48;2;4;5;6", "48;5;9"])
GRAPHICS = st.builds(Graphics, COLOURS, GROUNDS, st.frozensets(st.sampled_from("13479")))


def shown(*sequences: str) -> pyte.screens.Char:
    screen = pyte.Screen(4, 1)
    pyte.Stream(screen).feed("".join(sequences) + "x")
    return screen.buffer[0][0]


@settings(derandomize=True, deadline=None)
@given(GRAPHICS, GRAPHICS)
def test_a_transition_leads_where_the_whole_sequence_leads(old: Graphics, new: Graphics) -> None:
    assert shown(transition(PLAIN, old), transition(old, new)) == shown(transition(PLAIN, new))


def test_bold_goes_while_dim_stays() -> None:
    old, new = Graphics(attributes=frozenset("12")), Graphics(attributes=frozenset("2"))
    assert transition(old, new) in ("\x1b[22;2m", "\x1b[0;2m")


def test_equal_styles_need_nothing() -> None:
    assert transition(Graphics("31"), Graphics("31")) == ""


@pytest.mark.parametrize("parameters", ["", "0", "00", "0;0"])
def test_a_reset_is_plain(parameters: str) -> None:
    assert parse_sgr(parameters) == PLAIN


@pytest.mark.parametrize("parameters", ["38;2;1;2", "38;9;1", "73", "4444"])
def test_an_unknown_sequence_gives_none(parameters: str) -> None:
    assert parse_sgr(parameters) is None


def test_a_sequence_without_reset_adds_to_the_style_before() -> None:
    assert combine(Graphics("31"), "1") == Graphics("31", "", frozenset("1"))
    assert combine(Graphics("31"), "0;1") == Graphics("", "", frozenset("1"))
