"""A file with a checksum is read back whole or not at all."""

from pathlib import Path

import pytest

from briefreader.store import load_checked, save_checked


@pytest.mark.parametrize("content", [b"", b"one\ntwo\n", bytes(range(256))])
def test_a_content_is_read_as_it_was_written(tmp_path: Path, content: bytes) -> None:
    save_checked(tmp_path / "state", b"former")
    save_checked(tmp_path / "state", content)
    assert load_checked(tmp_path / "state") == content


def test_a_missing_or_damaged_file_has_no_content(tmp_path: Path) -> None:
    path = tmp_path / "state"
    assert load_checked(path) is None
    save_checked(path, b"one\ntwo\n")
    whole = path.read_bytes()
    for damaged in (b"", whole[:-1], whole + b"x", whole.replace(b"one", b"ten")):
        path.write_bytes(damaged)
        assert load_checked(path) is None
