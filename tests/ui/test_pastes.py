"""Nothing in a pasted text is taken for a key, in however many pieces it comes."""

import pytest

from briefreader.ui.terminal.pastes import END, START, Pastes

HOSTILE = f"j{START}ships \x1b[31mand\x1b\x07\x9b1m ice\r\n|rm\r\x1b[20{END}k"
CLEANED = f"j{START}ships and ice\n|rm\n20{END}k"


@pytest.mark.parametrize("size", range(1, len(HOSTILE) + 1))
def test_a_pasted_text_is_cleaned_however_it_comes(size: int) -> None:
    pastes = Pastes()
    assert "".join(pastes.take(HOSTILE[at : at + size]) for at in range(0, len(HOSTILE), size)) == CLEANED


def test_keys_pass_as_they_are() -> None:
    keys = "\x1b\x1b[A\x1b[200\x07" + END + "\x03"
    assert "".join(map(Pastes().take, keys)) == keys


def test_several_pastes_are_each_cleaned() -> None:
    assert Pastes().take(f"{START}a\x1b[1m{END}q{START}\x1b]0;x\x07b{END}") == f"{START}a{END}q{START}b{END}"
