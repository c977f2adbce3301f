"""How a person has set up the reader comes back in the next session, whatever became of the file meanwhile."""

import json
from pathlib import Path

import pytest

from briefreader.library import Remembered, View

AT_FIRST = View()
CHOSEN = View(
    ("light", "dark"), 0.35, True, False, "meetings", True, "relevance", frozenset({"series/NCG", "other"}), (64, 72)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "reader.json"


def test_without_a_file_all_is_as_at_first(path: Path) -> None:
    assert Remembered(path, "here").read() == AT_FIRST


def test_what_was_written_is_read_again(path: Path) -> None:
    Remembered(path, "here").write(AT_FIRST, CHOSEN)
    assert Remembered(path, "here").read() == CHOSEN
    assert [each.name for each in path.parent.iterdir()] == ["reader.json"]


def test_a_width_that_was_written_without_that_of_the_settings_counts(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"text_width": 64}', "utf-8")
    assert Remembered(path, "here").read() == View(text_width=(64, None))


def test_a_width_in_which_nothing_can_be_read_is_the_least_one(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"text_width": 1}', "utf-8")
    assert Remembered(path, "here").read() == View(text_width=(40, None))


def test_folds_are_those_of_one_library_and_the_rest_is_for_all(path: Path) -> None:
    Remembered(path, "here").write(AT_FIRST, CHOSEN)
    assert Remembered(path, "there").read() == CHOSEN._replace(folds=frozenset())
    Remembered(path, "there").write(AT_FIRST, AT_FIRST._replace(folds=frozenset({"with/Japan"})))
    assert Remembered(path, "here").read() == CHOSEN


def test_of_two_sessions_each_keeps_what_it_has_changed(path: Path) -> None:
    wider, sorted_ = AT_FIRST._replace(share=0.5), AT_FIRST._replace(sort="relevance")
    Remembered(path, "here").write(AT_FIRST, wider)
    Remembered(path, "here").write(AT_FIRST, sorted_)
    assert Remembered(path, "here").read() == AT_FIRST._replace(share=0.5, sort="relevance")


def test_a_value_that_is_taken_back_is_as_at_first(path: Path) -> None:
    Remembered(path, "here").write(AT_FIRST, CHOSEN)
    Remembered(path, "here").write(CHOSEN, AT_FIRST)
    assert Remembered(path, "here").read() == AT_FIRST


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[1, 2]",
        b'"dark"',
        b"[" * 100_000,
        b'{"share": "wide", "whole_screen": 3, "theme": ["light"], "order": {}, "folds": {"here": "NCG"}}',
        b'{"share": NaN, "folds": [1]}',
        b'{"share": 7, "folds": {"here": [1, null]}}',
    ],
)
def test_a_damaged_file_is_as_good_as_none_and_is_written_anew(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert Remembered(path, "here").read() == AT_FIRST
    Remembered(path, "here").write(AT_FIRST, CHOSEN)
    assert Remembered(path, "here").read() == CHOSEN


def test_a_folder_in_place_of_the_file_is_no_file(path: Path) -> None:
    path.mkdir(parents=True)
    assert Remembered(path, "here").read() == AT_FIRST


def test_what_another_version_has_written_stays(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"columns": ["date"], "share": 0.4}', "utf-8")
    Remembered(path, "here").write(AT_FIRST, AT_FIRST._replace(snippets=False))
    assert json.loads(path.read_bytes()) == {"columns": ["date"], "share": 0.4, "snippets": False}


def test_the_folds_of_the_libraries_folded_longest_ago_go_before_the_file_is_too_large(path: Path) -> None:
    many = frozenset(f"series/{number:04}{'x' * 200}" for number in range(2_000))
    libraries = ["first", "second", "third", "last"]
    for key in libraries:
        Remembered(path, key).write(AT_FIRST, CHOSEN._replace(folds=many))
    kept = [key for key in libraries if Remembered(path, key).read().folds == many]
    assert kept == ["third", "last"]
    assert Remembered(path, "first").read() == CHOSEN._replace(folds=frozenset())
