"""The commands that read files say a line for each item of a feed, a list or an archive."""

import gzip
import json
from pathlib import Path

from cli.conftest import Run

LIST = json.dumps([{"title": "Talks in Oslo", "text": "They met."}, {"page": 2}])


def test_add_says_a_line_for_each_item(run: Run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(LIST)
    answer = run("--library", root, "add", "--json", tmp_path / "list.json")
    assert answer.status == 3
    good, bad = answer.lines
    assert (good["path"], good["item"], good["status"]) == (str(tmp_path / "list.json"), "1", "added")
    assert (bad["item"], bad["status"], bad["id"]) == ("2", "quarantined", None)
    assert run("--library", root, "search", "--json", "title:oslo").json["total"] == 1


def test_people_see_the_item_that_was_not_read(run: Run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(LIST)
    answer = run("--library", root, "add", tmp_path / "list.json")
    assert f"quarantined {tmp_path / 'list.json'}: 2\n" in answer.out


def test_standard_input_is_known_by_its_content(run: Run, root: Path) -> None:
    answer = run("--library", root, "add", "--json", "-", given=gzip.compress(LIST.encode()))
    assert [(line["path"], line["item"], line["status"]) for line in answer.lines] == [
        ("-", "stdin/1", "added"),
        ("-", "stdin/2", "quarantined"),
    ]


def test_annotate_says_a_line_for_each_item(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(LIST)
    (tmp_path / "one.txt").write_text("Talks\n\nThey met.\n")
    answer = run("annotate", "--json", tmp_path / "list.json", tmp_path / "one.txt")
    assert answer.status == 3
    first, second, third = answer.lines
    assert (first["item"], first["text"]) == ("1", "Talks in Oslo\n\nThey met.")
    assert second["source"] == str(tmp_path / "list.json")
    assert second["item"] == "2"
    assert third["text"] == "Talks\n\nThey met."
    assert "item" not in third
