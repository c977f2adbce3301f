"""A terminal's answers are told in time, and never become typed keys."""

from collections.abc import Callable

import pytest

from briefreader.ui.terminal.answers import Answers

ANSWER = "\x1b[?2026;2$y"


@pytest.fixture
def pass_time(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """A clock that stands still until it is moved."""
    now = [100.0]
    monkeypatch.setattr("briefreader.ui.terminal.answers.time.monotonic", lambda: now[0])

    def move(seconds: float) -> None:
        now[0] += seconds

    return move


def asked() -> tuple[Answers, list[tuple[str, str]]]:
    told: list[tuple[str, str]] = []
    used = Answers(lambda mode, setting: told.append((mode, setting)))
    used.ask("2026")
    return used, told


@pytest.mark.usefixtures("pass_time")
def test_an_answer_between_keys_is_told_and_not_typed() -> None:
    used, told = asked()
    assert used.take(f"a{ANSWER}b") == "ab"
    assert told == [("2026", "2")]


@pytest.mark.usefixtures("pass_time")
@pytest.mark.parametrize("at", range(1, len(ANSWER)))
def test_an_answer_in_two_pieces_is_told_and_not_typed(at: int) -> None:
    used, told = asked()
    assert used.take("a" + ANSWER[:at]) + used.take(ANSWER[at:] + "b") == "ab"
    assert told == [("2026", "2")]


@pytest.mark.parametrize("at", range(1, len(ANSWER)))
def test_a_late_answer_in_two_pieces_is_neither_told_nor_typed(at: int, pass_time: Callable[[float], None]) -> None:
    used, told = asked()
    pass_time(5.0)
    typed = used.take(ANSWER[:at])
    pass_time(5.0)
    typed += used.take("") + used.take(ANSWER[at:] + "b")
    assert typed == ("\x1b" if at == 1 else "") + "b"
    assert told == []


def test_the_escape_key_is_typed_after_the_wait_for_an_answer(pass_time: Callable[[float], None]) -> None:
    used, told = asked()
    assert used.take("\x1b") == ""
    pass_time(0.05)
    assert used.take("") == ""
    pass_time(0.06)
    assert used.take("") == "\x1b"
    assert used.take("") == ""
    assert told == []


@pytest.mark.usefixtures("pass_time")
@pytest.mark.parametrize(
    "typed", ["\x1b[A", "\x1bOA", "\x1b[<0;1;1M", "\x1b[I", "[?", "\x1b[?u", "[?1;2$y", "é\x1b[200~[?1\x1b[201~"]
)
def test_keys_are_typed_as_they_are(typed: str) -> None:
    used, _ = asked()
    assert used.take(typed) == typed


def test_an_answer_after_the_time_counts_no_longer(pass_time: Callable[[float], None]) -> None:
    used, told = asked()
    pass_time(0.2)
    assert used.take(ANSWER) == ""
    assert told == []
