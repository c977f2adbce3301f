"""The program as a process: signals, pipes, encodings, speed, and what a file added is worth to the next search."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import readouts
from briefreader.store import lock

PROGRAM = [sys.executable, "-m", "briefreader"]


def start(*arguments: str | Path, **more: object) -> "subprocess.Popen[bytes]":
    command = [*PROGRAM, *map(str, arguments)]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, **{**streams, **more})  # type: ignore[call-overload, no-any-return]


def test_statuses_reach_the_shell(root: Path) -> None:
    for arguments, status in ((["list"], 0), (["show", "nothing"], 1), (["nonsense"], 2)):
        with start("--library", root, *arguments) as process:
            process.communicate(timeout=30)
            assert process.returncode == status


def test_a_pipe_that_closes_ends_the_program_quietly(tmp_path: Path) -> None:
    many = {f"{number}.md": f"# Statement {number}\n\nText.\n" for number in range(1500)}
    root = readouts.write(tmp_path / "many", many)
    with start("list", "--json", "--library", root) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 128 + signal.SIGPIPE


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_program_with_its_status_and_no_traceback(root: Path, number: signal.Signals) -> None:
    with start("search", "--lines", "--library", root) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"nuclear\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["total"] == 2
        process.send_signal(number)
        assert process.wait(10) == 128 + number
        assert process.stderr.read() == b""


def test_lines_find_what_is_added_and_miss_what_is_removed_meanwhile(root: Path, tmp_path: Path) -> None:
    (tmp_path / "oslo.md").write_text("# Talks in Oslo\n\nThey spoke of fish.\n")
    with start("search", "--lines", "--library", root) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def total(query: str) -> int:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{query}\n".encode())
            process.stdin.flush()
            return int(json.loads(process.stdout.readline())["total"])

        assert total("oslo") == 0
        subprocess.run([*PROGRAM, "add", tmp_path / "oslo.md", "--library", root], check=True, capture_output=True)
        assert total("oslo") == 1
        subprocess.run([*PROGRAM, "remove", "talks", "--library", root], check=True, capture_output=True)
        assert total("oslo") == 0


def test_a_brief_that_add_has_told_of_is_found_by_the_next_search(tmp_path: Path) -> None:
    readouts.write(tmp_path / "inbox", {f"{n}.md": f"# Statement {n}\n\nNumber{n} of all.\n" for n in range(30)})
    with start("add", "--json", tmp_path / "inbox", "--library", tmp_path / "own") as process:
        assert process.stdout is not None
        first = json.loads(process.stdout.readline())
        found = subprocess.run(
            [*PROGRAM, "show", first["id"], "--library", tmp_path / "own"], capture_output=True, timeout=30
        )
        assert found.returncode == 0, found.stderr
        process.kill()


def test_two_processes_may_index_at_once(root: Path) -> None:
    both = [start("index", "--json", "--library", root) for _ in range(2)]
    reports = []
    for process in both:
        with process:
            out, _ = process.communicate(timeout=60)
            assert process.returncode == 0
            reports.append(json.loads(out))
    assert [report["briefs"] for report in reports] == [4, 4]
    assert sorted(report["added"] for report in reports) == [0, 4]


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "latin-1"}],
)
def test_json_is_utf8_and_lines_never_fail_whatever_the_locale(tmp_path: Path, environment: dict[str, str]) -> None:
    root = readouts.write(tmp_path / "library", {"a.md": "# 제5차 회의 – “Talks” 🕊\n\nText.\n"})
    for arguments in (["list", "--json"], ["list"]):
        found = subprocess.run(
            [*PROGRAM, *arguments, "--library", root],
            capture_output=True,
            env={**os.environ, **environment},
            timeout=30,
        )
        assert (found.returncode, found.stderr) == (0, b"")
        if "--json" in arguments:
            assert json.loads(found.stdout.decode("utf-8"))["title"] == "제5차 회의 – “Talks” 🕊"


def test_nothing_is_coloured_in_a_pipe_whatever_is_forced(root: Path) -> None:
    for arguments in (["--help"], ["list"], ["search", "nuclear"], ["series", "ncg"], ["show", "ncg-1"]):
        found = subprocess.run(
            [*PROGRAM, *arguments, "--library", root],
            capture_output=True,
            env={**os.environ, "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"},
            timeout=30,
        )
        assert b"\x1b" not in found.stdout + found.stderr


@pytest.mark.parametrize("command", [["list"], ["search", "--json", "nuclear"], ["--help"], ["--version"]])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_device_is_told_in_one_line(root: Path, command: list[str], unbuffered: str) -> None:
    env = {**os.environ, "PYTHONUNBUFFERED": unbuffered, "BRIEFREADER_LIBRARY": str(root)}
    with Path("/dev/full").open("wb") as full, start(*command, stdout=full, env=env) as process:
        _, err = process.communicate(timeout=30)
        assert process.returncode == 4
        assert err.count(b"\n") == 1
        assert b"No space left" in err


def test_an_answer_comes_though_nothing_can_be_told_beside_it(root: Path) -> None:
    with Path("/dev/full").open("wb") as full, start("search", "--library", root, "nuclear", stderr=full) as process:
        out, _ = process.communicate(timeout=30)
        assert (process.returncode, out.count(b"\n")) == (0, 2)


def test_closed_streams_are_no_reason_to_fail(root: Path) -> None:
    script = f"{sys.executable} -m briefreader list --library '{root}' >&- 2>&- <&-"
    assert subprocess.run(["sh", "-c", script], timeout=30).returncode == 0


def test_the_version_comes_without_a_library_or_a_terminal() -> None:
    code = "import sys; from briefreader.cli import main; sys.argv[1:] = ['--version']; main(); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    version, modules = run.stdout.splitlines()
    assert version.startswith("briefreader ")
    assert {"briefreader.store", "briefreader.search", "briefreader.annotate", "textual"}.isdisjoint(modules.split())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_watched_folder_is_added_as_files_come_until_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    inbox, own = tmp_path / "inbox", tmp_path / "own"
    readouts.write(inbox, {"first.md": "# First talks\n\nThey met.\n"})
    os.utime(inbox / "first.md", (1_700_000_000, 1_700_000_000))
    with start("add", "--watch", "--json", inbox, "--library", own) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["id"] == "first-talks"
        (inbox / "second.md.part").write_text("# Second talks\n\nThey met.\n")
        (inbox / "second.md.part").rename(inbox / "second.md")
        second = json.loads(process.stdout.readline())
        assert (second["path"], second["status"], second["id"]) == (str(inbox / "second.md"), "added", "second-talks")
        process.send_signal(number)
        assert process.wait(10) == 128 + number
        assert process.stdout.read() == b""
        assert process.stderr.read().decode() == f"briefreader: watching {inbox}; Ctrl+C ends it\n"
    told: list[str] = []
    with lock(own / ".briefreader" / "lock", "testing", told.append):
        assert told == []


def test_a_watch_ends_when_nobody_reads_its_lines_any_longer(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    with start("add", "--watch", tmp_path / "inbox", "--library", tmp_path / "own") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stderr.readline().startswith(b"briefreader: watching ")
        process.stdout.close()
        assert process.wait(10) == 128 + signal.SIGPIPE
        assert process.stderr.read() == b""


def test_a_folder_to_watch_that_is_not_there_is_told(root: Path, tmp_path: Path) -> None:
    for folder, status in ((tmp_path / "gone", 3), (root, 2)):
        with start("add", "--watch", folder, "--library", root) as process:
            out, err = process.communicate(timeout=30)
            assert (process.returncode, out) == (status, b"")
            assert err.count(b"\n") <= 2
