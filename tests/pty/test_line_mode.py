"""Line mode on a terminal: it asks for each line, sends nothing but text, and ends as a shell expects."""

import signal

import pytest

from pty_reader import Run

END_OF_FILE, INTERRUPT = "\x04", "\x03"


def test_a_person_is_asked_and_answered_without_any_sequence(reader: Run) -> None:
    with reader("--sample", "--plain", columns=80, rows=24) as terminal:
        terminal.wait_for("or help.")
        terminal.type("edscg 5\r")
        terminal.wait_for("1 brief found")
        terminal.type("attend 1\r")
        terminal.wait_for("Bonnie Jenkins")
        terminal.type("quit\r")
        assert terminal.wait() == 0
        terminal.read(0.1)
        assert b"\x1b" not in terminal.output
        assert bytes(terminal.output).count(b"> ") == 3
        longest = max(len(line) for line in bytes(terminal.output).decode().splitlines())
        assert longest <= 80


@pytest.mark.parametrize("variables", [{}, {"TERM": "dumb"}, {"TERM": ""}])
def test_the_end_of_the_input_leaves_it(reader: Run, variables: dict[str, str]) -> None:
    with reader("--sample", "--plain", **variables) as terminal:
        terminal.wait_for("or help.")
        terminal.type(END_OF_FILE)
        assert terminal.wait() == 0
        terminal.read(0.1)
        assert bytes(terminal.output).endswith(b"> \r\n")


def test_an_interrupt_leaves_it_with_130(reader: Run) -> None:
    with reader("--sample", "--plain") as terminal:
        terminal.wait_for("or help.")
        terminal.type(INTERRUPT)
        assert terminal.wait() == 128 + signal.SIGINT
