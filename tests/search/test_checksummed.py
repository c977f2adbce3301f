"""A file is read only as far as it is as it was written."""

from pathlib import Path

import pytest

from briefreader.model import LibraryError
from briefreader.search.storage.checksummed import ChecksummedFile, checksums

BLOCK = 8_192
CONTENT = bytes(number * 7 % 251 for number in range(2 * BLOCK + 100))  # two blocks and a part of a third


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "metadata"
    path.write_bytes(CONTENT)
    return path


def flip(path: Path, at: int) -> None:
    data = bytearray(CONTENT)
    data[at] ^= 1
    path.write_bytes(data)


def test_a_sound_file_is_read_by_slices(path: Path) -> None:
    file = ChecksummedFile(path, checksums(path))
    assert file.size == len(CONTENT)
    assert file.slice(0, file.size) == CONTENT
    assert file.slice(BLOCK - 3, BLOCK + 3) == CONTENT[BLOCK - 3 : BLOCK + 3]


@pytest.mark.parametrize("at", [*range(0, len(CONTENT), 500), BLOCK - 1, BLOCK, 2 * BLOCK - 1, 2 * BLOCK, -1])
def test_a_flipped_byte_is_noticed_wherever_it_is(path: Path, at: int) -> None:
    expected = checksums(path)
    flip(path, at)
    file = ChecksummedFile(path, expected)
    with pytest.raises(LibraryError, match=r"metadata: the search index is damaged; .*--rebuild"):
        file.slice(0, file.size)
    start = at % len(CONTENT)
    with pytest.raises(LibraryError):
        file.slice(start, start + 1)


def test_a_damaged_block_keeps_no_other_from_being_read(path: Path) -> None:
    expected = checksums(path)
    flip(path, BLOCK)
    file = ChecksummedFile(path, expected)
    assert file.slice(0, BLOCK) == CONTENT[:BLOCK]
    assert file.slice(2 * BLOCK, 3 * BLOCK) == CONTENT[2 * BLOCK :]
    for start, end in ((0, BLOCK + 1), (BLOCK, BLOCK + 1), (BLOCK, 3 * BLOCK)):
        with pytest.raises(LibraryError):
            file.slice(start, end)


def test_nothing_is_read_beyond_the_end_or_before_the_beginning(path: Path) -> None:
    file = ChecksummedFile(path, checksums(path))
    assert file.slice(file.size - 10, file.size + 10) == CONTENT[-10:]
    assert file.slice(file.size, file.size + 1) == b""
    assert file.slice(file.size + BLOCK, file.size + 2 * BLOCK) == b""
    with pytest.raises(LibraryError):
        file.slice(-1, 5)
    file.seek(-4, 2)
    assert (file.read(100), file.read(100), file.tell()) == (CONTENT[-4:], b"", len(CONTENT))


def test_a_file_cut_short_is_noticed_where_it_ends(path: Path) -> None:
    expected = checksums(path)
    path.write_bytes(CONTENT[: BLOCK + 50])
    file = ChecksummedFile(path, expected)
    assert file.slice(0, BLOCK) == CONTENT[:BLOCK]
    with pytest.raises(LibraryError):
        file.slice(BLOCK, BLOCK + 1)


def test_an_empty_file_has_nothing_to_check(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    assert checksums(path) == b""
    assert (ChecksummedFile(path, b"").read(), ChecksummedFile(path, b"").slice(0, 5)) == (b"", b"")


def test_it_is_read_from_a_position_as_pickle_and_whoosh_read(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_bytes(b"one\ntwo\nthree")
    file = ChecksummedFile(path, checksums(path))
    assert [file.readline() for _ in range(4)] == [b"one\n", b"two\n", b"three", b""]
    assert (file.seek(4), file.peek()[:3], file.read(3), file.tell()) == (4, b"two", b"two", 7)
    assert (file.seek(-3, 1), file.read()) == (4, b"two\nthree")
    assert (file.reopened().read(3), file.tell()) == (b"one", 13)
    file.close()
