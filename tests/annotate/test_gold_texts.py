"""The texts of the gold sets are made of clones of public repositories, and whatever is missing is said plainly."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from annotate.gold import gold_texts
from annotate.gold_texts import SETS, annotations, find, shared_folder
from annotate.originals import TextError, passages, sha256, text_of
from repositories import commit, git

SCRIPT = Path(__file__).parent / "gold_texts.py"
SHARED = shared_folder()

TEXT = "Readout of the Talks\n\nMinister Ada Lund met Minister Bo Ek in Oslo.\n\nThey will meet again, they said.\n"
MARKDOWN = """---
title: "Readout of\\_the Talks"
---
**Minister Ada Lund** met [Minister
Bo Ek](https://example.org/ek) in Oslo.

- They will meet\u00a0again, they\u200b said.

\\###
"""
PAGE = """<!DOCTYPE html><html><head><title>Readout of the Talks</title><script>met()</script></head><body>
<nav>Home</nav><h1>Readout of the Talks</h1><p>Minister <b>Ada Lund</b> met Minister Bo&nbsp;Ek in Oslo.</p><ul><li>
They will meet again, they said.</li></ul></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel>
<item><title>Another</title><guid>https://example.org/?page_id=1</guid><description>Nothing.</description></item>
<item><title>Readout of the Talks</title><guid>https://example.org/?page_id=2</guid><description><![CDATA[
<p>Minister Ada Lund met Minister Bo Ek in Oslo.</p>\n<p>They will meet again, they said.</p>]]></description></item>
</channel></rss>"""
TABLE = """address,title,text
talks/1,Another,Nothing.
talks/2,Readout of the Talks,"Minister Ada Lund met Minister Bo Ek in Oslo. They will meet again, they said."
"""


def row(path: str, record: str | None = None, **more: Any) -> dict[str, Any]:
    """Return annotations of the text above in a file of a repository."""
    made = {"id": "T1", "repository": "someone/talks", "commit": "0" * 40, "path": path, "record": record}
    return made | {"sha256": sha256(TEXT), "passages": passages(TEXT)} | more


@pytest.mark.parametrize(
    ("path", "record", "file"),
    [
        ("talks.md", None, MARKDOWN),
        ("talks", None, PAGE),
        ("data.rss", "https://example.org/?page_id=2", FEED),
        ("talks.csv", "2", TABLE),
        ("talks.txt", None, f"Readout of the…\n{TEXT}\nA paragraph that was left out."),
    ],
    ids=["Markdown", "page", "feed", "table", "plain text"],
)
def test_a_text_is_made_of_any_kind_of_file(path: str, record: str | None, file: str) -> None:
    assert text_of(row(path, record), file.encode()) == TEXT


def test_a_page_is_read_in_the_encoding_that_it_states() -> None:
    text = "Readout of Bo’s Talks\n\n“They met.”\n"
    page = "<html><head><meta charset='windows-1251'><title>Readout of Bo’s Talks</title></head><p>“They met.”</p>"
    named = row("talks.html", sha256=sha256(text), passages=passages(text))
    assert text_of(named, page.encode("windows-1251")) == text
    assert text_of(named, page.encode()) == text


def test_a_text_of_json_lines_is_its_title_and_text_as_they_stand() -> None:
    text = "The Talks\n\nThey  met.\nTwice."
    lines = [{"title": "Another", "text": "Nothing."}, {"title": "The Talks", "text": "They  met.\nTwice."}]
    file = "\n".join(json.dumps(line) for line in lines).encode()
    assert text_of(row("documents.json", passages=None, sha256=sha256(text)), file) == text
    with pytest.raises(TextError, match="none of its records gives the text"):
        text_of(row("documents.json", passages=None), file)


@pytest.mark.parametrize(
    ("path", "record", "file", "reason"),
    [
        ("talks.md", None, MARKDOWN.replace("Oslo", "Rome"), r"passage 2 of 3 \(45 characters\) is not in it"),
        ("data.rss", "https://example.org/?page_id=3", FEED, "it has no item https://example.org/"),
        ("data.rss", "1", "<html>an error page", "it is no feed that can be read"),
        ("talks.csv", "3", TABLE, "it has no record 3"),
        ("talks.md", None, "", "passage 1 of 3"),
    ],
)
def test_another_file_makes_no_text(path: str, record: str | None, file: str, reason: str) -> None:
    with pytest.raises(TextError, match=reason):
        text_of(row(path, record), file.encode())


def test_a_text_of_another_hash_is_refused() -> None:
    with pytest.raises(TextError, match=r"a text with the SHA-256 \w{12}…, not 000000000000…"):
        text_of(row("talks.md", sha256="0" * 64), MARKDOWN.encode())


TALKS = Path("someone", "talks")


@pytest.fixture
def clones(tmp_path: Path) -> Path:
    """A folder of clones with one repository, whose files have gone since its first commit."""
    other = MARKDOWN.replace("Oslo", "Rome")
    commit(
        tmp_path / "clones" / TALKS, {"2023/readout-of-the-talks.md": MARKDOWN, "2023/readout-of-other-talks.md": other}
    )
    commit(tmp_path / "clones" / TALKS, {})
    return tmp_path / "clones"


def first_commit(clones: Path) -> str:
    return git(clones / TALKS, "rev-parse", "HEAD~1")


def missing(clones: Path | None, **changed: Any) -> str:
    """Return why a text is missing."""
    found = find([row("2023/readout-of-the-talks.md") | changed], Path("nowhere"), clones)
    assert found.texts == {}
    return found.missing["T1"]


def test_a_text_is_read_at_the_commit_that_is_named(clones: Path, tmp_path: Path) -> None:
    named = row("2023/readout-of-the-talks.md", commit=first_commit(clones))
    assert find([named], tmp_path, clones).texts == {"T1": TEXT}
    (clones / TALKS).rename(clones / "talks")
    assert find([named], tmp_path, clones).texts == {"T1": TEXT}


def test_a_long_name_is_found_by_its_beginning(clones: Path, tmp_path: Path) -> None:
    found = find([row("2023/readout-of-*", commit=first_commit(clones))], tmp_path, clones)
    assert found.texts == {"T1": TEXT}


def test_what_is_missing_is_said_plainly(clones: Path) -> None:
    first = first_commit(clones)
    assert missing(None) == (
        "no folder of clones is given, which would hold someone/talks (git clone https://github.com/someone/talks)"
    )
    assert missing(clones, repository="someone/else") == (
        f"{clones} has no clone of someone/else: "
        f"git clone https://github.com/someone/else {clones / 'someone' / 'else'}"
    )
    assert missing(clones) == (
        f"the clone {clones / TALKS} has no commit {'0' * 40}; fetch it whole: git fetch --unshallow"
    )
    assert missing(clones, commit=first, path="2023/gone.md") == (
        f"someone/talks at commit {first} has no file 2023/gone.md"
    )
    assert missing(clones, commit=first, sha256="0" * 64).startswith(
        f"2023/readout-of-the-talks.md of someone/talks at commit {first} is not the file that was annotated: it gives"
    )
    assert missing(clones, repository=None) == "it is in no public repository"


def test_a_folder_of_texts_is_compared_with_the_hashes(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "gold.jsonl").write_text(json.dumps({"id": "T1", "text": TEXT}), "utf-8")
    assert find([row("talks.md")], tmp_path, None).texts == {"T1": TEXT}
    (tmp_path / "gold" / "gold.jsonl").write_text(json.dumps({"id": "T1", "text": "Another."}), "utf-8")
    assert find([row("talks.md")], tmp_path, None).missing == {
        "T1": f"{tmp_path / 'gold'} holds another text than the one that was annotated"
    }


def test_the_script_says_what_is_missing_and_ends_with_1(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFREADER_")}
    run = subprocess.run(
        [sys.executable, str(SCRIPT), "--shared", str(tmp_path), "--clones", str(tmp_path)],
        capture_output=True,
        text=True,
        env=environment,
    )
    assert (run.returncode, run.stderr) == (1, "")
    first, *others = run.stdout.splitlines()
    assert first == "0 of 100 texts were found"
    assert f"missing O32: {tmp_path} has no clone of qcri/DiplomaticPulse" in run.stdout
    assert len(others) == len({each["repository"] for name in SETS for each in annotations(name)})


def test_the_annotations_are_in_order_and_well_formed() -> None:
    for name in SETS:
        for each in annotations(name):
            spans = [(start, end) for start, end, *_ in each["entities"]]
            assert all(start < end for start, end in spans)
            assert all(end <= start for (_, end), (start, _) in pairwise(spans))
            assert (each["path"] is None) == (each["commit"] is None) == (each["repository"] is None)


@pytest.mark.skipif(not (SHARED / "corpus" / "dev").is_dir(), reason=f"the annotated files are not at {SHARED}")
def test_every_text_is_made_of_the_file_it_comes_from() -> None:
    rows = [each for name in SETS for each in annotations(name) if each["passages"]]
    texts = {}
    for each in rows:
        (file,) = (SHARED / "corpus" / "dev").glob(f"*/*-{each['id']}.*")
        texts[each["id"]] = text_of(each | {"path": file.name}, file.read_bytes())
    assert len(rows) == 72
    for _, _, each in gold_texts(texts):
        for entity in each["entities"]:
            words = each["text"][entity["start"] : entity["end"]]
            assert words == words.strip() != ""
