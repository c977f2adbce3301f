"""What is pasted is text, although some terminals pass on every character of it."""

from pty_reader import Run


def test_no_key_in_a_pasted_text_is_obeyed(reader: Run) -> None:
    terminal = reader("--sample", "--fresh")
    terminal.wait_for("84 briefs")
    terminal.settle()
    terminal.press("/")
    terminal.press("\x1b[200~seoul \x1b[31m\x1b\x1b\x11q\x03\x1b[201~")
    terminal.wait_for("/ seoul")
    terminal.press("\x1b")
    terminal.press("\x11")
    assert terminal.wait() == 0
