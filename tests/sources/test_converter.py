"""Files are read by a process of its own, which may be ended, filled or kept busy without harm to the program."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.model import SourceError
from briefreader.sources.converter import exchange
from briefreader.sources.converter.converter import Converter
from briefreader.sources.converter.exchange import LostError
from sources.hostile_files import FEED, ITEM, LETTER, TEXT, zipped

LETTERS = LETTER + b"\r\nThey met.\r\n"


@pytest.fixture
def converter() -> Iterator[Converter]:
    own = Converter()
    yield own
    own.close()


def process(converter: Converter) -> subprocess.Popen[bytes]:
    found = converter._process
    assert found is not None
    return found


def test_one_process_reads_file_after_file(converter: Converter) -> None:
    assert converter.read("mail", LETTERS, "a.eml").text == "Talks held in Turku\n\nThey met."
    first = process(converter).pid
    for _ in range(20):
        converter.read("mail", LETTERS, "a.eml")
        assert len(list(converter.parts("feed", FEED % (ITEM % (1, 1)), "a.rss"))) == 1
    assert process(converter).pid == first


def test_the_next_file_is_read_after_a_process_was_killed(converter: Converter) -> None:
    converter.read("mail", LETTERS, "a.eml")
    process(converter).kill()
    process(converter).wait()
    assert converter.read("mail", LETTERS, "a.eml").title == "Talks held in Turku"


def test_an_archive_goes_on_where_it_was_after_one_of_its_files_ended_the_process(converter: Converter) -> None:
    data = zipped([(f"{number}.txt", TEXT * (number + 1)) for number in range(4)])
    parts = converter.parts("zip", data, "a.zip")
    assert [next(parts).name, next(parts).name] == ["0.txt", "1.txt"]
    process(converter).kill()
    process(converter).wait()
    assert [part.name for part in parts] == ["2.txt", "3.txt"]


def test_files_are_read_while_an_archive_is_open(converter: Converter) -> None:
    names = []
    for part in converter.parts("zip", zipped([("a.eml", LETTERS), ("b.eml", LETTERS)]), "a.zip"):
        names.append((part.name, converter.read("mail", part.data, "x.eml").title))
    assert names == [("a.eml", "Talks held in Turku"), ("b.eml", "Talks held in Turku")]


def test_a_file_that_takes_too_long_is_given_up() -> None:
    hurried = Converter(seconds=1)
    attributes = b"<rss " + b" ".join(b"a%d='b'" % number for number in range(60_000)) + b"></rss>"
    with pytest.raises(SourceError, match=r"^a\.rss: reading it takes too long or ends the program that reads it; "):
        list(hurried.parts("feed", attributes, "a.rss"))
    assert hurried.read("mail", LETTERS, "a.eml").title == "Talks held in Turku"
    hurried.close()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit the data of a process")
def test_a_file_that_takes_too_much_memory_is_given_up(converter: Converter) -> None:
    wide = b"[" + b'{"a":1},' * 1_500_000 + b"{}]"
    with pytest.raises(SourceError, match=r"^a\.json: reading it takes more memory than is allowed; "):
        list(converter.parts("json_records", wide, "a.json"))
    assert converter.read("mail", LETTERS, "a.eml").title == "Talks held in Turku"


def test_a_package_that_is_missing_is_an_error_of_importing(converter: Converter) -> None:
    with pytest.raises(ImportError) as missing:
        converter.read("papyrus", b"x", "a")
    assert missing.value.name == "briefreader.sources.papyrus"


FORBIDDEN = {
    "the network": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "an address": "import socket; socket.getaddrinfo('ministry.example', 80)",
    "a program": "import subprocess; subprocess.run(['true'])",
    "a shell": "import os; os.system('true')",
    "a new process": "import os; os.fork()",
    "a file to write": "open('x', 'w')",
    "a file to make": "import os; os.open('x', os.O_CREAT | os.O_WRONLY)",
}


@pytest.mark.parametrize("code", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_process_has_no_way_out(code: str, tmp_path: Path) -> None:
    confined = f"from briefreader.sources.converter import conversion; conversion._confine(); {code}"
    done = subprocess.run([sys.executable, "-c", confined], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert "PermissionError: a reader of files may not " in done.stderr
    assert os.listdir(tmp_path) == []  # noqa: PTH208


@pytest.mark.skipif(sys.platform != "linux", reason="it looks for a process in /proc")
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, None])
def test_the_process_ends_with_its_parent(ending: signal.Signals | None) -> None:
    code = (
        "import sys; from briefreader.sources.converter.converter import converter; "
        f"converter.read('mail', {LETTERS!r}, 'a.eml'); print(converter._process.pid, flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None and parent.stdin is not None
        child = int(parent.stdout.readline())
        assert Path(f"/proc/{child}").exists()
        if ending:
            parent.send_signal(ending)
        parent.stdin.close()
        parent.wait(timeout=30)
    deadline = time.monotonic() + 30
    while _runs(child):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_document_is_the_same_after_the_exchange(converter: Converter) -> None:
    from briefreader import sources

    text = b"---\ntitle: Talks \xf0\x9f\x91\x8d\nleads: [Anna Roe, Ben Ito]\nordinal: 5\n---\n- One [two](https://a.example)\n"
    document = sources.parse(text, "a.md")
    assert converter.read("markdown", text, "a.md") == document


@pytest.mark.parametrize("sent", [b"", b"\0\0\0\5", b"\0\0\0\2\0\0\0\0[]", b"\0\0\0\1\0\0\0\0x", b"\xff" * 8])
def test_a_message_that_is_none_is_a_loss(sent: bytes) -> None:
    reading, writing = os.pipe()
    os.write(writing, sent)
    os.close(writing)
    with pytest.raises(LostError):
        exchange.receive(reading, 5)
    os.close(reading)
