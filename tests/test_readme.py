"""What the README promises is what the program does."""

import re
from pathlib import Path

from briefreader.cli.commands import COMMANDS as SPOKEN
from briefreader.ui.key_commands import COMMANDS as KEYS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_key_table_is_the_readers() -> None:
    table = re.findall(r"^\| (`[^|]+`) \| ([^|]+) \|$", README.split("## Keys")[1].split("## Asking")[0], re.MULTILINE)
    assert [(keys.replace("`", ""), label) for keys, label in table] == [(key.shown, key.label) for key in KEYS]


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


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)
