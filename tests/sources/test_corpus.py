"""Real documents, where they are at hand: titles, dates and texts against what is known of them."""

import csv
import json
import os
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from briefreader import sources
from briefreader.model import Document
from briefreader.sources.brief import frontmatter
from briefreader.text import clean_line
from sources.nothing_lost import words
from sources.reference_structure import Told, of_document, of_markdown, of_page
from sources.structure_score import Score

SHARED = Path(os.environ.get("BRIEFREADER_SHARED", Path(__file__).parents[2].parent / "shared"))
CORPUS = SHARED / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the collection of real documents is not at {SHARED}")

FRAME = re.compile(
    r"^(?:Skip to|Jump to|Menu$|Home$|Share this|Search this site|Privacy Policy|Copyright|Get in Touch|For Immediate"
    r"|From the Press Office|Office of the Press Secretary)|1600 Pennsylvania",
    re.MULTILINE,
)


@cache
def read(file: str) -> Document:
    return sources.parse((CORPUS / file).read_bytes(), file)


@cache
def manifest() -> tuple[dict[str, str], ...]:
    with (CORPUS / "manifest.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(row for row in rows if row["file"].endswith((".md", ".html")))


def test_every_document_has_its_title_and_its_date() -> None:
    assert len(manifest()) == 210
    found = {row["id"]: (read(row["file"]).title, read(row["file"]).date) for row in manifest()}
    assert found == {row["id"]: (clean_line(row["title"]), row["date"]) for row in manifest()}


def test_no_text_holds_its_pages_frame() -> None:
    assert len(manifest()) == 210
    assert [row["id"] for row in manifest() if FRAME.search(read(row["file"]).body)] == []


def test_the_texts_are_those_that_were_annotated() -> None:
    with (SHARED / "gold" / "gold.jsonl").open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    assert len(gold) == 40
    assert [text["id"] for text in gold if read(f"dev/{text['file']}").text != text["text"].rstrip("\n")] == []


def test_the_words_of_the_annotated_texts_are_kept_and_no_others_are_let_in() -> None:
    kept = wanted = found = 0
    for name in ("gold.jsonl", "others.jsonl"):
        with (SHARED / "gold" / name).open(encoding="utf-8") as lines:
            for text in map(json.loads, lines):
                file = text["file"] if name == "gold.jsonl" else f"others/{Path(text['file']).name}"
                expected, read_words = (Counter(words(each)) for each in (text["text"], read(f"dev/{file}").text))
                kept += (expected & read_words).total()
                wanted += expected.total()
                found += read_words.total()
    assert wanted > 25_000
    assert kept / wanted >= 0.995
    assert (found - kept) / found <= 0.005


def test_a_preview_says_what_the_whole_file_does() -> None:
    files = [row["file"] for row in manifest() if row["file"].endswith(".md")]
    assert len(files) > 100
    for file in files:
        document = read(file)
        assert sources.read_preview(CORPUS / file)[:2] == (document.title, document.date)


def test_the_structure_of_real_files_agrees_with_that_of_other_readers() -> None:
    files = sorted(path for path in (CORPUS / "dev").rglob("*") if path.suffix in (".md", ".html"))
    compared = 0
    for suffix in (".md", ".html"):
        found: Counter[Told] = Counter()
        wanted: Counter[Told] = Counter()
        for path in files:
            if path.suffix != suffix:
                continue
            data = path.read_bytes()
            document = sources.parse(data, path.name)
            body = frontmatter.read(data.decode()).body if suffix == ".md" else ""
            told = of_markdown(body, document.title) if suffix == ".md" else of_page(data, document)
            wanted += told
            found += of_document(document)
            compared += bool(told)
        score = Score.of(wanted, found)
        assert score.precision >= 0.95, (suffix, score)
        assert score.recall >= 0.95, (suffix, score)
    assert compared == 29


def test_the_article_the_project_began_with() -> None:
    document = sources.parse((SHARED / "seed" / "edscg-5.txt").read_bytes(), "edscg-5.txt")
    assert document.title == "United States-ROK alliance holds fifth Extended Deterrence Strategy meeting"
    assert document.body.startswith("On September 4, 2024, the foreign affairs and defense agencies")
    assert document.body.endswith("The next high-level EDSCG meeting will be held in 2025.")
    assert document.text_status == "aggregator"
    assert not re.search(r"Webp|ORGANIZATIONS|Blinken|#|Official Website", document.body)
