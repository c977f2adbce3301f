"""A draft outlives its session, and no session takes the draft of another one that is still running."""

import subprocess
import sys
from pathlib import Path

from briefreader.store import Drafts


def session(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts")


def in_another_process(tmp_path: Path, ending: str) -> subprocess.Popen[str]:
    code = f"""
import sys, os, signal, pathlib
from briefreader.store import Drafts
drafts = Drafts(pathlib.Path({str(tmp_path)!r}) / "drafts")
drafts.save("a note on a", "half a th")
print("saved", flush=True)
{ending}
"""
    return subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_draft_is_saved_again_and_again_and_dropped(tmp_path: Path) -> None:
    mine = session(tmp_path)
    assert mine.find("a") is None
    mine.save("a", "h")
    mine.save("a", "hello\n\x00")
    mine.save("b", "other")
    assert mine.find("a") == "hello\n\x00"
    assert mine.keys() == ("b", "a")
    mine.drop("a")
    assert mine.find("a") is None
    assert mine.keys() == ("b",)


def test_the_draft_of_a_killed_session_is_offered_again(tmp_path: Path) -> None:
    with in_another_process(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)") as other:
        other.wait(timeout=30)
    later = session(tmp_path)
    assert later.keys() == ("a note on a",)
    assert later.find("a note on a") == "half a th"
    later.save("a note on a", "half a thought")
    assert later.find("a note on a") == "half a thought"
    later.drop("a note on a")
    assert session(tmp_path).keys() == ()


def test_the_draft_of_a_running_session_is_left_to_it(tmp_path: Path) -> None:
    with in_another_process(tmp_path, "sys.stdin.read()") as other:
        assert other.stdout and other.stdin
        assert other.stdout.readline() == "saved\n"
        mine = session(tmp_path)
        assert mine.find("a note on a") is None
        mine.save("a note on a", "mine")
        mine.drop("a note on a")
        other.stdin.close()
        other.wait(timeout=30)
    assert session(tmp_path).find("a note on a") == "half a th"


def test_a_damaged_draft_and_other_files_are_passed_over(tmp_path: Path) -> None:
    mine = session(tmp_path)
    mine.save("a", "text")
    for name, data in (("x.dead.json", b"{"), ("y.dead.json", b"[]"), ("z.dead.json", b'{"key": 1, "text": 2}')):
        (tmp_path / "drafts" / name).write_bytes(data)
    assert mine.keys() == ("a",)
