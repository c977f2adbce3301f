"""What the lists of names say of series is kept in the cache until the lists or the series change."""

from pathlib import Path

import pytest

from briefreader.library.catalogue.listed_series import ListedSeries, listed_series

NCG = ListedSeries({"Nuclear Consultative Group": "NCG"}, frozenset(("NCG",)))


def never() -> ListedSeries:
    return pytest.fail("the lists are loaded again")


def test_what_was_found_is_kept(tmp_path: Path) -> None:
    names = ["Nuclear Consultative Group"]
    assert listed_series(tmp_path, "1", names, lambda: NCG) == NCG
    assert listed_series(tmp_path, "1", names, never) == NCG


@pytest.mark.parametrize(("version", "names"), [("2", ["NCG"]), ("1", ["NCG", "SCM"]), ("1", [])])
def test_other_lists_or_other_series_are_looked_up(tmp_path: Path, version: str, names: list[str]) -> None:
    listed_series(tmp_path, "1", ["NCG"], lambda: NCG)
    other = ListedSeries({}, frozenset())
    assert listed_series(tmp_path, version, names, lambda: other) == other


@pytest.mark.parametrize("damage", [b"", b"[]", b"torn"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    listed_series(tmp_path, "1", ["NCG"], lambda: NCG)
    (tmp_path / "series").write_bytes(damage)
    assert listed_series(tmp_path, "1", ["NCG"], lambda: NCG) == NCG
    assert listed_series(tmp_path, "1", ["NCG"], never) == NCG


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    assert listed_series(tmp_path / "missing" / "file", "1", ["NCG"], lambda: NCG) == NCG
