"""The rewritten output shows the same screen as the whole output, whatever a program paints."""

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.ui.terminal.clusters import cells, padded
from briefreader.ui.terminal.patches import jump
from briefreader.ui.terminal.screen_diff import ScreenDiff

COLUMNS, ROWS = 24, 6

STYLES = st.sampled_from(
    ["", "1", "31", "1;31", "38;2;10;20;30", "38;2;10;20;30;48;2;1;2;3", "7", "3;4;92", "48;5;200", "2;9", "97;104"]
)


@st.composite
def paints(draw: st.DrawFn) -> str:
    """A cursor position and a run of styled text that ends before the edge, as Textual writes it."""
    column, row = draw(st.integers(0, COLUMNS - 2)), draw(st.integers(0, ROWS - 1))
    text = draw(st.text(st.sampled_from("ab  c…·é한中"), min_size=1, max_size=8))
    while pyte_width(text) > COLUMNS - 1 - column:
        text = text[:-1]
    style = draw(STYLES)
    return f"\x1b[{row + 1};{column + 1}H\x1b[{style}m{text}\x1b[0m" if style else f"\x1b[{row + 1};{column + 1}H{text}"


@st.composite
def cleared(draw: st.DrawFn) -> str:
    """A cursor position and a styled text with many blanks after it, which may go to the edge."""
    column, row = draw(st.integers(0, 6)), draw(st.integers(0, ROWS - 1))
    text = draw(st.sampled_from(["", "a", "ab c"])) + " " * COLUMNS + draw(st.sampled_from(["", "c"]))
    text = text[-(COLUMNS - column - draw(st.sampled_from([0, 0, 1, 5]))) :]
    return f"\x1b[{row + 1};{column + 1}H\x1b[{draw(STYLES) or 0}m{text}\x1b[0m\x1b[{row + 1};1H"


def pyte_width(text: str) -> int:
    return sum(2 if char in "한中" else 1 for char in text)


def picture(screen: pyte.Screen) -> list[list[pyte.screens.Char]]:
    """Return the cells as they are seen: a blank shows no colour and no weight of text."""
    return [[seen(screen.buffer[y][x]) for x in range(COLUMNS)] for y in range(ROWS)]


def seen(cell: pyte.screens.Char) -> pyte.screens.Char:
    if cell.data != " " or cell.underscore or cell.reverse or cell.strikethrough:
        return cell
    return pyte.screens.Char(" ", bg=cell.bg)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(st.lists(st.one_of(paints(), cleared()), max_size=6).map("".join), max_size=8))
def test_the_screen_is_the_same(frames: list[str]) -> None:
    plain, frugal = pyte.Screen(COLUMNS, ROWS), pyte.Screen(COLUMNS, ROWS)
    plain_stream, frugal_stream = pyte.Stream(plain), pyte.Stream(frugal)
    diff = ScreenDiff(COLUMNS, ROWS)
    for frame in frames:
        plain_stream.feed(frame)
        frugal_stream.feed(diff.rewrite(frame))
        assert picture(frugal) == picture(plain)
        assert (frugal.cursor.x, frugal.cursor.y) == (plain.cursor.x, plain.cursor.y)


def test_unchanged_cells_cost_nothing() -> None:
    diff = ScreenDiff(80, 24)
    frame = "\x1b[2;3H\x1b[1;31mSeoul\x1b[0m\x1b[1;1H"
    assert diff.rewrite(frame) != ""
    assert diff.rewrite(frame) == ""


def test_one_changed_letter_costs_one_jump_and_one_letter() -> None:
    diff = ScreenDiff(80, 24)
    diff.rewrite("\x1b[5;1HThe fourth meeting\x1b[1;1H")
    assert diff.rewrite("\x1b[5;1HThe tourth meeting\x1b[1;1H") == "\x1b[5;5Ht\x1b[H"


def test_a_colour_is_sent_once_for_many_pieces() -> None:
    diff = ScreenDiff(80, 24)
    sent = diff.rewrite("".join(f"\x1b[{row};1H\x1b[38;2;1;2;3mline {row}\x1b[0m" for row in range(1, 6)))
    assert sent.count("38;2;1;2;3") == 1


def test_after_a_resize_everything_is_sent_again() -> None:
    diff = ScreenDiff(80, 24)
    frame = "\x1b[1;1HSeoul"
    diff.rewrite(frame)
    diff.resize(100, 30)
    assert "Seoul" in diff.rewrite(frame)


def test_a_screen_switch_makes_the_screen_unknown() -> None:
    diff = ScreenDiff(80, 24)
    diff.rewrite("\x1b[1;1HSeoul")
    assert "Seoul" in diff.rewrite("\x1b[?1049h\x1b[1;1HSeoul")


def test_an_unknown_sequence_passes_and_makes_the_screen_unknown() -> None:
    diff = ScreenDiff(80, 24)
    diff.rewrite("\x1b[1;1HSeoul")
    sent = diff.rewrite("\x1b[2J\x1b[1;1HSeoul")
    assert "\x1b[2J" in sent
    assert sent.endswith("Seoul")


def test_a_link_is_opened_before_its_text_and_closed_after_it() -> None:
    diff = ScreenDiff(80, 24)
    sent = diff.rewrite("\x1b[1;1H\x1b]8;id=7;https://a.example/\x1b\\there\x1b]8;;\x1b\\ and on")
    assert sent.index("https://a.example/") < sent.index("there") < sent.index("\x1b]8;;\x1b\\") < sent.index(" and on")


def test_leaving_resets_the_rendition() -> None:
    diff = ScreenDiff(80, 24)
    diff.rewrite("\x1b[1;1H\x1b[1;31mSeoul\x1b[0m")
    assert diff.leave() == "\x1b[m"


def test_a_change_of_mode_moves_no_cursor() -> None:
    diff = ScreenDiff(80, 24)
    diff.rewrite("\x1b[1;1HSeoul\x1b[5;5H")
    assert diff.rewrite("\x1b[?1049l\x1b[?25h") == "\x1b[?1049l\x1b[?25h"


READINGS = {
    "each character by itself": {},
    "clusters as one": {0x1F3FD: 0, 0x1F1F7: 0, 0x94B: 0, 0x119E: 0},
    "letters of flags narrow, Indic vowels in a cell": {0x1F3FD: 2, 0x1F1F0: 1, 0x1F1F7: 1, 0x94B: 1, 0x119E: 0},
    "emoji of one cell": {0x1F44D: 1, 0x1F3FD: 1, 0x2630: 1, 0x1F1F0: 1, 0x1F1F7: 1},
}
"""The cells of single characters on terminals that differ from the table of pyte."""


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("sign", ["👍🏽", "🇰🇷", "को", "ᄒ\u119e", "☰", "1\u20e3", "กำ", "क\u094dक"])
def test_a_sign_on_whose_width_terminals_disagree_shifts_nothing(
    sign: str, reading: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = pyte.screens.wcwidth
    monkeypatch.setattr(pyte.screens, "wcwidth", lambda char: READINGS[reading].get(ord(char), usual(char)))
    screen = pyte.Screen(40, 2)
    stream, diff = pyte.Stream(screen), ScreenDiff(40, 2)
    with_sign, without = f"Thumbs {sign} up", "Another title"
    for text in (with_sign, without, with_sign, without, with_sign):
        left = padded(text + " " * (20 - cells(text)))
        stream.feed(diff.rewrite(f"\x1b[1;1H{left}\x1b[1;31m│\x1b[0m right\x1b[2;1H"))
        assert [at for at in range(40) if screen.buffer[0][at].data == "│"] == [20]
        shown = "".join(screen.buffer[0][at].data for at in range(40)).split()
        assert shown[-1] == "right"
        assert shown[-3] == ("up" if text == with_sign else "title")
    assert "".join(shown[1:-3]).startswith(sign[0])


def test_a_sign_without_room_for_its_widest_reading_loses_what_might_not_fit() -> None:
    diff = ScreenDiff(40, 2)
    assert diff.rewrite("\x1b[1;1H👍🏽up") == "\x1b[H  \x1b[H👍\x1b[;3Hup\x1b[;5H"


def test_a_blank_that_looks_the_same_costs_nothing_in_another_colour() -> None:
    diff = ScreenDiff(80, 24)
    diff.rewrite("\x1b[1;1H\x1b[1;31ma b\x1b[0m\x1b[1;1H")
    assert diff.rewrite("\x1b[1;2H\x1b[32m \x1b[0m\x1b[1;1H") == ""
    assert diff.rewrite("\x1b[1;2H\x1b[4m \x1b[0m\x1b[1;1H") == "\x1b[;2H\x1b[0;4m \x1b[H"


def test_blanks_that_clear_text_change_no_colour() -> None:
    diff = ScreenDiff(80, 24)
    diff.rewrite("\x1b[1;1H\x1b[31mSeoul\x1b[0m\x1b[2;1HTokyo\x1b[1;1H")
    assert diff.rewrite("\x1b[1;1H\x1b[31mPar\x1b[0m  \x1b[1;1H") == "\x1b[31mPar  \x1b[H"


def test_no_move_is_counted_from_behind_the_edge() -> None:
    diff = ScreenDiff(80, 24)
    diff.rewrite(f"\x1b[3;1H{'x' * 80}")
    assert diff.rewrite("\x1b[3;78Hy\x1b[3;1H") == "\x1b[3;78Hy\x1b[3H"


@pytest.mark.parametrize(
    ("cell", "sequence"), [((0, 0), "\x1b[H"), ((0, 4), "\x1b[5H"), ((4, 0), "\x1b[;5H"), ((9, 4), "\x1b[5;10H")]
)
def test_a_jump_leaves_out_what_is_first(cell: tuple[int, int], sequence: str) -> None:
    assert jump(*cell) == sequence
