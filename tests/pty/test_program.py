"""The real program on a terminal: signals, job control, hostile bytes, colours."""

import base64
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pty_reader import Run
from terminal import BRIEFREADER, DOWN, ENTER, ESCAPE, Terminal, environment

ALLOWED = re.compile(
    rb"\x1b\[[\d;]*m"
    rb"|\x1b\[\d*(?:;\d*)?H"
    rb"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)(?:[hl]|\$p)"
    rb"|\x1b\[>\d*u|\x1b\[<u"
    rb"|\x1b\]8;[^\x1b\x07]*\x1b\\"
    rb"|\x1b\]22;\w*\x07"
)
HOSTILE = """---
title: "\\e]0;owned\\a[/nope]\\u202e \\x9b31m"
date: 2024-01-01
source: "\\e[2J"
---
\x1b[31mred\x1b[0m \x1b]52;c;b3duZWQ=\x07 \x9b2J \x07 bell \u202ereversed \x1bP dcs \x1b\\ [@click=app.quit]x[/]
"""


def test_it_starts_searches_reads_and_quits(reader: Run) -> None:
    with reader() as terminal:
        terminal.wait_for("84 briefs")
        assert "EDSCG" in terminal.text
        terminal.type("/")
        terminal.type("scenario-based")
        terminal.wait_for("1 of 84")
        terminal.wait_for("Fifth meeting of the Extended Deterrence")
        terminal.type(ENTER)
        terminal.type("q")
        assert terminal.wait() == 0


def test_at_80_by_24_the_extended_deterrence_group_is_in_sight(reader: Run) -> None:
    with reader(columns=80, rows=24) as terminal:
        terminal.wait_for("84 briefs")
        terminal.wait_for("EDSCG")
        assert terminal.screen.display[10].index("│") <= 31


def test_read_opens_with_the_query_and_the_list_in_use(reader: Run) -> None:
    with reader("--sample", "read", "date:2024", "edscg") as terminal:
        terminal.wait_for("1 of 84")
        assert terminal.line(0).startswith(" / date:2024 edscg")
        terminal.type("q")
        assert terminal.wait() == 0


def test_open_takes_words_that_name_a_meeting(reader: Run) -> None:
    with reader("--sample", "open", "edscg", "5") as terminal:
        terminal.wait_for("EDSCG 5")
        terminal.wait_for("4 September 2024")
        terminal.type("\x11")
        assert terminal.wait() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_restores_the_terminal_and_is_told_in_the_status(reader: Run, number: signal.Signals) -> None:
    with reader() as terminal:
        terminal.wait_for("84 briefs")
        os.kill(terminal.pid, number)
        assert terminal.wait() == 128 + number
        terminal.read(0.1)
        last = bytes(terminal.output)
        assert last.rindex(b"\x1b[?1049l") > last.rindex(b"\x1b[?1049h")
        assert last.rindex(b"\x1b[?25h") > last.rindex(b"\x1b[?25l")


def test_bytes_that_are_no_text_do_not_end_it(reader: Run) -> None:
    with reader() as terminal:
        terminal.wait_for("84 briefs")
        os.write(terminal.fd, b"\xff\xfe\xc3(\x80")
        terminal.settle()
        terminal.type("/")
        terminal.type("guam")
        terminal.wait_for("guam")
        terminal.type("\x11")
        assert terminal.wait() == 0


def test_nothing_but_the_promised_sequences_is_sent_whatever_a_brief_holds(reader: Run, tmp_path: Path) -> None:
    (tmp_path / "hostile.md").write_bytes(HOSTILE.encode())
    (tmp_path / "\x1b[31mname.md").write_bytes(b"plain")
    with reader("--library", str(tmp_path)) as terminal:
        terminal.wait_for("2 briefs")
        terminal.press(DOWN)
        for keys in ("/", "red", ENTER, "n", "?", ESCAPE, "o", ESCAPE, "e", "s", "\x10", ESCAPE):
            terminal.press(keys)
        terminal.type("\x11")
        assert terminal.wait() == 0
        terminal.read(0.1)
        rest = ALLOWED.sub(b"", bytes(terminal.output))
        assert b"\x1b" not in rest
        assert b"\x07" not in rest
        assert not re.search("[\x80-\x9f\u202a-\u202e]", rest.decode())


def test_without_colour_no_colour_is_sent_and_highlights_are_still_told_apart(reader: Run) -> None:
    with reader("--sample", "read", "guidelines", NO_COLOR="1") as terminal:
        terminal.wait_for("match 1")
        terminal.settle()
        codes = {code for found in re.findall(rb"\x1b\[([\d;]*)m", terminal.output) for code in found.split(b";")}
        assert codes <= {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"22", b"23", b"24", b"27"}
        marked = [char for row in terminal.screen.buffer.values() for char in row.values() if char.reverse]
        assert "guidelines" in "".join(char.data for char in marked).casefold()


def test_after_a_stop_the_screen_is_redrawn(reader: Run) -> None:
    with reader() as terminal:
        terminal.wait_for("84 briefs")
        terminal.type("\x1a")
        terminal.wait_until_stopped()
        assert bytes(terminal.output).rindex(b"\x1b[?1049l") > bytes(terminal.output).rindex(b"\x1b[?1049h")
        terminal.screen.reset()
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for("84 briefs")
        terminal.type("q")
        assert terminal.wait() == 0


def test_when_the_terminal_goes_away_it_ends(home: Path) -> None:
    terminal = Terminal([*BRIEFREADER, "--sample"], environment(home))
    terminal.wait_for("84 briefs")
    terminal.close()
    assert terminal.wait() == 128 + signal.SIGHUP


LATE_SIGNAL = """
import os, signal, sys, time
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGHUP])
print("ready", flush=True)
while os.isatty(0):
    time.sleep(0.01)
os.execv(sys.executable, [sys.executable, "-m", "briefreader", *sys.argv[1:]])
"""
"""A program whose terminal goes away, and which has not yet had the signal that tells it, becomes briefreader."""


@pytest.mark.parametrize("arguments", [["--sample"], ["list", "--sample"], ["--sample", "--no-such-option"]], ids=str)
def test_a_terminal_that_is_gone_is_the_cause_of_all_errors(home: Path, arguments: list[str]) -> None:
    terminal = Terminal([sys.executable, "-c", LATE_SIGNAL, *arguments], environment(home))
    terminal.wait_for("ready")
    terminal.close()
    assert terminal.wait(20) == 128 + signal.SIGHUP


@pytest.mark.parametrize(("variables", "why"), [({"TERM": "dumb"}, "TERM is dumb"), ({"TERM": ""}, "TERM is not set")])
def test_a_terminal_that_cannot_draw_is_refused(reader: Run, variables: dict[str, str], why: str) -> None:
    with reader(**variables) as terminal:
        assert terminal.wait() == 2
        terminal.read(0.1)
        assert why in terminal.text
        assert "--plain" in terminal.text


def test_without_a_terminal_it_says_so_in_one_line(home: Path) -> None:
    command = [*BRIEFREADER, "--sample"]
    done = subprocess.run(command, env=environment(home), capture_output=True, text=True, timeout=20, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "--plain" in done.stderr


def test_an_emoji_with_a_skin_tone_shifts_no_row(reader: Run, tmp_path: Path) -> None:
    body = "They waved 👋🏾 under 🇧🇷 flags and left."
    (tmp_path / "signs.md").write_text(f"---\ntitle: Hands 👏🏻 up\ndate: 2024-02-02\n---\n{body}\n", "utf-8")
    (tmp_path / "other.md").write_text("---\ntitle: Another\ndate: 2024-01-01\n---\nNo sign here.\n", "utf-8")
    with reader("--library", str(tmp_path), columns=100, rows=12) as terminal:
        terminal.wait_for("2 briefs")
        terminal.wait_for("and left.")
        divider = terminal.screen.display[1].index("┬")
        for shown in ("No sign here.", "and left.", "No sign here.", "and left."):
            terminal.press("j" if shown == "No sign here." else "k")
            terminal.wait_for(shown)
            rows = terminal.screen.buffer
            assert "".join(rows[y][divider].data for y in range(2, 10)) == "│" * 8, terminal.text
            assert "".join(rows[0][x].data for x in range(90, 99)).strip() == "2 briefs"
        assert "Hands 👏🏻 up" in terminal.text
        assert "They waved 👋🏾 under 🇧🇷 flags and left." in terminal.text


ENDLESS_READING = """
import sys, time
from briefreader.cli import main
from briefreader.library import Library

Library.brief = lambda *_: time.sleep(600)
sys.exit(main())
"""


@pytest.mark.parametrize("leave", ["q", "\x11", signal.SIGTERM, signal.SIGHUP])
def test_leaving_does_not_wait_for_a_text_that_is_being_read(home: Path, leave: str | signal.Signals) -> None:
    command = [sys.executable, "-c", ENDLESS_READING, "--sample"]
    with Terminal(command, environment(home)) as terminal:
        terminal.wait_for("84 briefs")
        if isinstance(leave, str):
            terminal.type(leave)
            assert terminal.wait() == 0
        else:
            os.kill(terminal.pid, leave)
            assert terminal.wait() == 128 + leave
        terminal.read(0.1)
        assert b"\x1b[?1049l" in terminal.output


LINKS = """---
title: Links
date: 2024-01-01
---
See [the plan](https://a.example/plan;x=1?q=ü), [a script](javascript:alert(1)) and [the desk](mailto:desk@a.example).
"""


def test_an_address_is_a_link_and_is_copied_by_the_sequences_for_both(reader: Run, tmp_path: Path) -> None:
    (tmp_path / "links.md").write_text(LINKS, "utf-8")
    with reader("--library", str(tmp_path)) as terminal:
        terminal.wait_for("the desk[2]")
        terminal.press("o")
        terminal.wait_for("[1] the plan")
        assert "javascript" not in terminal.text
        linked = {found.partition(b";")[2] for found in re.findall(rb"\x1b\]8;([^\x1b\x07]*)\x1b\\", terminal.output)}
        assert linked == {b"", "https://a.example/plan;x=1?q=ü".encode(), b"mailto:desk@a.example"}
        terminal.press("j")
        terminal.press(ENTER)
        terminal.wait_for("copied mailto:desk@a.example")
        copied = re.findall(rb"\x1b\]52;c;([\w+/=]*)\x07", terminal.output)
        assert [base64.b64decode(each) for each in copied] == [b"mailto:desk@a.example"]
        rest = re.sub(rb"\x1b\]52;c;[\w+/=]*\x07", b"", ALLOWED.sub(b"", bytes(terminal.output)))
        assert b"\x1b" not in rest
