"""A comparison as one document: the whole redline in Markdown, or a row for each change."""

import json
from pathlib import Path

import pytest

import harbour_group
import reworded_statements
from briefreader.config import Places
from briefreader.library import Comparison, Library
from harbour_group import THREE, TWO
from reworded_statements import NEWER_ID, OLDER_ID, PILOTS, PILOTS_ANEW, TURBINES, TURBINES_ANEW


@pytest.fixture
def library(tmp_path: Path) -> Library:
    root = tmp_path / "harbour"
    root.mkdir()
    for name, text in {**harbour_group.BRIEFS, **reworded_statements.BRIEFS}.items():
        (root / name).write_text(text, "utf-8")
    user = tmp_path / "user"
    found = Library(root, Places(user / "config", user / "data", user / "cache"))
    found.update()
    return found


@pytest.fixture
def found(library: Library) -> Comparison:
    return library.comparing.compare(TWO, THREE)


def test_markdown_has_both_texts_whole_in_paragraphs(library: Library, found: Comparison) -> None:
    text = library.documents.of_comparison(found, "markdown")
    redline = text.partition("is new.\n\n")[2].partition("\n## Changes")[0]
    assert redline.split("\n\n") == [
        "Joint Statement of the ~~second~~ **third** Harbour Group",
        "The ministers of Norway and Chile met in ~~Valparaíso on 9 June 2022~~ **Oslo on 11 May 2023** for the "
        "~~second~~ **third** meeting of the Harbour Group.",
        "> moved away: ~~The ministers thanked the coast guards of both countries for their help in the storms of last "
        "winter.~~",
        "They ~~expressed concern about~~ **condemned** the sinking of fishing vessels in the southern waters, and "
        "~~discussed~~ **reviewed** the safety of ports and of the ~~open~~ sea.",
        "They noted the report of the experts on the depth of harbours. The experts ~~should~~ **will** meet again "
        "before the end of the year.",
        "~~Both sides intend to share the pictures of two satellites, and to train forty pilots in each other's "
        "harbours.~~",
        "**A new fund of three million crowns pays for lights on the piers of small islands.**",
        "> moved here: **The ministers thanked the coast guards of both countries for their help in the floods of last "
        "winter.**\n",
    ]


def test_markdown_begins_with_citations_and_figures(library: Library, found: Comparison) -> None:
    text = library.documents.of_comparison(found, "markdown")
    assert text.count("Joint Statement of the second Harbour Group”, joint statement") == 1
    assert "% of the wording is the same · sentences: 1 new, 1 gone, 1 moved · words in kept sentences: " in text
    assert "words in kept sentences: 4 replaced, 1 cut · 3 routine\n" in text
    assert (
        "\n- stronger: should → will\n"
        "  - “The experts should meet again before the end of the year.”\n"
        "  - “The experts will meet again before the end of the year.”\n"
    ) in text
    assert "\n5. replaced: storms → floods\n" in text


def test_csv_has_a_row_for_each_change(library: Library, found: Comparison) -> None:
    rows = library.documents.of_comparison(found, "csv").splitlines()
    assert rows[0].startswith("number,kind,a_id,a_start,a_end,a_words")
    assert len(rows) == 1 + len(found.changes)


def test_markdown_remarks_on_sentences_that_were_perhaps_reworded(library: Library) -> None:
    found = library.comparing.compare(OLDER_ID, NEWER_ID)
    text = library.documents.of_comparison(found, "markdown")
    remarks = [line for line in text.splitlines() if line.startswith("> ")]
    assert remarks == [
        f"> perhaps reworded, see below: ~~{TURBINES}~~",
        f"> perhaps reworded, see below: **{PILOTS_ANEW}**",
        f"> perhaps reworded, see above: ~~{PILOTS}~~",
        f"> perhaps reworded, see above: **{TURBINES_ANEW}**",
    ]
    numbers = {change.kind: number for number, change in enumerate(found.changes, 1)}
    assert f"\n{numbers['insert']}. new (1 sentence perhaps reworded, see change " in text


def test_rows_tell_the_change_that_perhaps_has_a_sentence_in_other_words(library: Library) -> None:
    found = library.comparing.compare(OLDER_ID, NEWER_ID)
    rows = [json.loads(line) for line in library.documents.of_comparison(found, "jsonl").splitlines()]
    for own, other in ((TURBINES, TURBINES_ANEW), (PILOTS, PILOTS_ANEW)):
        [gone] = [row for row in rows if own in row["a_words"]]
        [new] = [row for row in rows if other in row["b_words"]]
        assert gone["remark"] == f"1 sentence perhaps reworded, see change {new['number']}"
        assert new["remark"] == f"1 sentence perhaps reworded, see change {gone['number']}"
    assert {row["remark"] for row in rows if row["kind"] not in ("delete", "insert")} == {""}
