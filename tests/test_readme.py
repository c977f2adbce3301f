"""What the README promises is what the program does."""

import re
import tomllib
from pathlib import Path

from briefreader import __version__
from briefreader.cli.command_help import COMMANDS as SPOKEN
from briefreader.config import load
from briefreader.ui.key_commands import COMMANDS as KEYS
from briefreader.ui.key_table import KeyTable, with_keys

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_key_table_is_the_readers() -> None:
    row = r"^\| (`(?:[^|]|\\\|)+`) \| ([^|]+) \|$"
    table = re.findall(row, README.split("## Keys")[1].split("## Asking")[0], re.MULTILINE)
    shown = [(keys.replace("`", "").replace("\\|", "|"), label) for keys, label in table]
    assert shown == [(key.shown, with_keys(key.label)) for key in KEYS]


def test_the_keys_that_it_changes_can_be_changed_so(tmp_path: Path) -> None:
    [example] = [text for kind, text in BLOCKS if kind == "yaml" and text.startswith("keys:")]
    (tmp_path / "config.yaml").write_text(example, "utf-8")
    changed = KeyTable(load(tmp_path / "config.yaml").keys)
    assert changed.problems == ()
    assert changed.key_of("help") == "F1"


def test_every_command_stands_in_the_list_of_commands() -> None:
    [block] = [text for _, text in BLOCKS if "briefreader search QUERY" in text]
    named = re.findall(r"^briefreader ([a-z]+)", block, re.MULTILINE)
    assert sorted(named) == sorted(SPOKEN)


def test_one_block_starts_the_reader_and_another_runs_the_tests() -> None:
    shell = [text.strip() for kind, text in BLOCKS if kind == "sh"]
    start, tests = shell[:2]
    assert start.endswith("briefreader")
    assert len(start.splitlines()) <= 4
    assert "pytest" in tests
    assert "--editable" in tests, "the tests must run on the files of the checkout"


def test_the_first_screen_is_a_sentence_a_picture_and_two_commands() -> None:
    screen = re.sub(r"^```.*?^```$", "(command)", README.split("\n## ")[0], flags=re.MULTILINE | re.DOTALL)
    title, sentence, picture, *commands = screen.strip().split("\n\n")
    assert title == "# briefreader"
    assert re.fullmatch(r"[^.\n]+\.", sentence)
    assert picture.startswith("![")
    assert [part for part in commands if not part.endswith(":")] == ["(command)", "(command)"]
    assert len(commands) == 4


def test_every_file_that_is_linked_is_there() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if not link.startswith("https:")]
    assert len(links) >= 5
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)


def test_the_package_says_its_version_in_one_place_and_its_licences_in_full() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" not in project
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    texts = [path.read_text("utf-8") for pattern in project["license-files"] for path in sorted(ROOT.glob(pattern))]
    assert [text.splitlines()[0] for text in texts] == ["Attribution 4.0 International", "MIT License"]
    assert [text.rstrip().splitlines()[-1] for text in texts] == [
        "Creative Commons may be contacted at creativecommons.org.",
        "SOFTWARE.",
    ]
    assert project["license"] == "MIT AND CC-BY-4.0"
