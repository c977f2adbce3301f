"""The `.briefreader` folder keeps what must not be lost, and one process at a time changes a library."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefreader.store import Addition, Ledger, State, lock, state_folder
from briefreader.store.files import move
from briefreader.store.ledger import address_key


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path / "library" / ".briefreader")


def test_an_original_is_kept_once_byte_for_byte(state: State) -> None:
    path = state.keep_original(b"\xff\x00 raw", ".HTML")
    assert path.read_bytes() == b"\xff\x00 raw"
    assert path.suffix == ".html"
    assert state.keep_original(b"\xff\x00 raw", ".html") == path
    assert len(list(state.originals.iterdir())) == 1


def test_a_cut_off_original_is_written_anew(state: State) -> None:
    path = state.keep_original(b"whole", ".txt")
    path.write_bytes(b"wh")
    assert state.keep_original(b"whole", ".txt").read_bytes() == b"whole"


def test_quarantine_keeps_the_bytes_and_the_reason(state: State) -> None:
    path = state.quarantine(b"%PDF", "minutes.pdf", "PDF is not read yet")
    assert path.name.startswith("minutes-")
    assert path.suffix == ".pdf"
    assert path.read_bytes() == b"%PDF"
    assert Path(f"{path}.reason").read_text() == "PDF is not read yet\n"


def test_quarantine_takes_any_name_a_file_can_have(state: State) -> None:
    assert state.quarantine(b"x", "한" * 85 + ".txt", "why").is_file()
    assert state.quarantine(b"x", os.fsdecode(b"\xff\xfe.txt"), "why").is_file()


def test_a_removed_brief_overwrites_none_removed_before(state: State, tmp_path: Path) -> None:
    brief = tmp_path / "library" / "2024" / "a.md"
    brief.parent.mkdir(parents=True)
    for text in ("first", "second", "third"):
        brief.write_text(text)
        move(brief, state.free_for_removed("2024/a.md"))
        assert not brief.exists()
    assert sorted(path.read_text() for path in (state.removed / "2024").iterdir()) == ["first", "second", "third"]
    assert (state.removed / "2024" / "a~2.md").read_text() == "second"


def test_older_versions_are_kept_with_their_dates(state: State) -> None:
    kept = [state.keep_version(text, "2024/a.md", "2024-05-01") for text in (b"old", b"other")]
    assert [path.name for path in kept] == ["a~2024-05-01.md", "a~2024-05-01~2.md"]
    assert [path.read_bytes() for path in kept] == [b"old", b"other"]


def test_what_a_killed_process_left_is_cleared(state: State) -> None:
    state.discard_partial()
    state.partial.mkdir(parents=True)
    (state.partial / "123-ab").write_text("half")
    state.discard_partial()
    assert list(state.partial.iterdir()) == []


def test_state_lies_in_the_library_or_with_the_user_where_it_is_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    assert state_folder(tmp_path, data) == tmp_path / ".briefreader"
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert state_folder(tmp_path, data).parent == data / "libraries"


FIRST = Addition(original="o1", text="t1", path="a.md", url="https://state.example/1")


def test_a_ledger_remembers_by_bytes_text_and_address(tmp_path: Path) -> None:
    Ledger(tmp_path / "added.jsonl").append(FIRST)
    ledger = Ledger(tmp_path / "added.jsonl")
    assert ledger.by_original("o1") == ledger.by_text("t1") == ledger.by_url(FIRST.url) == FIRST
    assert ledger.by_original("o2") is ledger.by_url(None) is None


def test_the_last_addition_of_a_brief_counts(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "added.jsonl")
    ledger.append(FIRST)
    changed = Addition(original="o2", text="t2", path="a.md", url=FIRST.url)
    ledger.append(changed)
    again = Ledger(tmp_path / "added.jsonl")
    assert again.by_text("t1") is None
    assert again.by_url(FIRST.url) == changed


def test_an_addition_that_another_replaced_is_an_older_version(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "added.jsonl")
    ledger.append(FIRST)
    ledger.append(Addition(original="o2", text="t2", path="a.md", url=FIRST.url))
    ledger.append(Addition(original="o0", text="t0", path="a.md", url=FIRST.url, kept="removed/a~2023.md"))
    for known in (ledger, Ledger(tmp_path / "added.jsonl")):
        assert known.older("o1") == FIRST
        assert known.older("another", "t0") == known.older("o0")
        assert known.older("o2") is None
        assert known.by_original("o2") == known.by_url(FIRST.url)


@pytest.mark.parametrize(
    "form",
    [
        "http://state.example/a",
        "https://www.state.example/a/",
        "HTTPS://WWW.STATE.EXAMPLE:443/a#top",
        "https://state.example/a?utm_source=x&utm_medium=y&fbclid=1",
    ],
)
def test_an_address_has_many_forms(form: str) -> None:
    assert address_key(form) == address_key("https://state.example/a")


@pytest.mark.parametrize(
    "other",
    [
        "https://state.example/b", "https://state.example/a?id=2", "https://news.state.example/a",
        "https://state.example:8080/a", "https://state.example/#!/a", "https://[broken", "no address",
    ],
)  # fmt: skip
def test_other_addresses_are_others(other: str) -> None:
    assert address_key(other) != address_key("https://state.example/a")


def test_a_torn_line_of_a_ledger_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "added.jsonl"
    path.write_text('{"original": "o0", "te')
    Ledger(path).append(FIRST)
    assert Ledger(path).by_original("o1") == FIRST


def test_a_ledger_never_leads_out_of_the_library(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "added.jsonl")
    for number, path in enumerate(("../a.md", "/etc/a.md", "b/../../a.md")):
        ledger.append(FIRST._replace(original=f"o{number}", path=path))
    again = Ledger(tmp_path / "added.jsonl")
    assert [again.by_original(f"o{number}") for number in range(3)] == [None, None, None]
    assert again.by_url(FIRST.url) is None


def test_a_free_lock_is_taken_without_a_word(tmp_path: Path) -> None:
    told: list[str] = []
    for _ in range(2):
        with lock(tmp_path / "state" / "lock", "adding", told.append):
            pass
    assert told == []


def test_who_waits_for_a_lock_is_told_who_holds_it(tmp_path: Path) -> None:
    told = threading.Event()
    messages: list[str] = []

    def wait() -> None:
        def hear(message: str) -> None:
            messages.append(message)
            told.set()

        with lock(tmp_path / "lock", "searching", hear):
            messages.append("taken")

    waiting = threading.Thread(target=wait)
    with lock(tmp_path / "lock", "indexing", messages.append):
        waiting.start()
        assert told.wait(10)
        assert "taken" not in messages
    waiting.join(10)
    assert messages == [f"waiting for indexing, process {os.getpid()} ({tmp_path})", "taken"]


def test_a_killed_holder_frees_its_lock(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from briefreader.store import lock\n"
        "with lock(Path(sys.argv[1]), 'holding', print):\n"
        "    print('held', flush=True); time.sleep(60)\n"
    )
    told: list[str] = []
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "lock")], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        holder.kill()
    with lock(tmp_path / "lock", "indexing", told.append):
        assert told == []
