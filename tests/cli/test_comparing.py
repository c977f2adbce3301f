"""compare, trace and next: the wording of meetings, phrases through a series, and promises."""

import csv
import json
from pathlib import Path

import pytest

import readouts
import reworded_statements
from cli.conftest import Run

HARBOUR_1 = """---
title: Harbour Group, first meeting
date: 2021-05-04
series: Harbour Group
ordinal: 1
sides: [Norway, Chile]
leads: [Anna Lind]
next: 2022-05
text_status: official
---
The ministers of Norway and Chile met in Oslo on 4 May 2021 and expressed concern about the sinking of fishing vessels.

They agreed to share the pictures of two satellites, and spoke of free-and-open sea lanes at length.
"""
HARBOUR_2 = """---
title: Harbour Group, second meeting
date: 2022-06-09
series: Harbour Group
ordinal: 2
sides: [Norway, Chile]
leads: [Ruth Carr]
next: 2023
text_status: official
---
The ministers of Norway and Chile met in Lima on 9 June 2022 and condemned the sinking of fishing vessels.

They agreed to share the pictures of two satellites, and spoke of the organisation of sea lanes at length.
"""
HARBOUR_3 = """---
title: Harbour Group, third meeting
date: 2022-12-01
series: Harbour Group
ordinal: 3
sides: [Norway, Chile]
text_status: summary
---
The ministers of Norway and Chile met in Oslo on 1 December 2022 and noted the sinking of fishing vessels.

They want free and
open sea lanes, and the organization of them.
"""
LIBRARY = {"harbour-1.md": HARBOUR_1, "harbour-2.md": HARBOUR_2, "harbour-3.md": HARBOUR_3}
ONE, TWO, THREE = "harbour-group-1-2021-05-04", "harbour-group-2-2022-06-09", "harbour-group-3-2022-12-01"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return readouts.write(tmp_path / "library", LIBRARY)


def test_compare_answers_with_the_changes_and_both_texts(run: Run, root: Path) -> None:
    found = run("compare", "--json", "--library", root, ONE, TWO).json
    shown = run("show", "--json", "--library", root, ONE).json
    assert found["a"] == {"id": ONE, "text": shown["text"]}
    changed = [
        tuple(found[side]["text"][slice(*change[side])] if change[side] else None for side in "ab")
        for change in found["changes"]
        if change["kind"] != "routine"
    ]
    assert changed == [
        ("expressed concern about", "condemned"),
        ("free-and-open", "the organisation of"),
    ]
    routine = {change["kind"] for change in found["changes"]} - {"replace"}
    assert routine == {"routine"}
    assert found["warning"] is None


def test_compare_tells_verbs_that_became_stronger_or_weaker(run: Run, root: Path) -> None:
    [shift] = run("compare", "--json", "--library", root, ONE, TWO).json["strength"]
    assert shift["ladder"] == "judgement"
    assert shift["steps"] > 0
    [shift] = run("compare", "--json", "--library", root, TWO, THREE).json["strength"]
    assert shift["steps"] < 0


def test_compare_tells_phrases_that_are_gone_and_new(run: Run, root: Path) -> None:
    found = run("compare", "--json", "--library", root, TWO, THREE).json
    for side, key in (("a", "gone_phrases"), ("b", "new_phrases")):
        for each in found[key]:
            assert " ".join(found[side]["text"][slice(*each["span"])].split()) == each["phrase"]
            assert each["sentence"][0] <= each["span"][0] < each["span"][1] <= each["sentence"][1]


def test_check_tells_a_mistake_in_the_ladders_of_the_user(run: Run, root: Path, home: Path) -> None:
    own = home / "config" / "briefreader" / "strength.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("duty: strong\n", "utf-8")
    [problem] = run("check", "--json", "--library", root).json["problems"]
    assert (problem["where"], "duty" in problem["what"]) == (str(own), True)
    assert run("compare", "--library", root, ONE, TWO).status != 0
    paths = dict(line.split("\t") for line in run("paths", "--library", root).out.splitlines())
    assert paths["strength"] == str(own)


def test_compare_ranks_a_change_among_those_of_the_series(run: Run, root: Path) -> None:
    small, large = (run("compare", "--json", "--library", root, *pair).json for pair in ((ONE, TWO), (TWO, THREE)))
    assert small["similarity"] > large["similarity"]
    assert (small["rank"], large["rank"]) == ([2, 2], [1, 2])
    assert run("compare", "--json", "--library", root, ONE, THREE).json["rank"] is None


def test_compare_warns_where_the_texts_differ_in_status(run: Run, root: Path) -> None:
    assert "summary" in run("compare", "--json", "--library", root, TWO, THREE).json["warning"]


def test_a_brief_is_equal_to_itself(run: Run, root: Path) -> None:
    found = run("compare", "--json", "--library", root, ONE, ONE).json
    assert (found["changes"], found["similarity"]) == ([], 1.0)
    assert "no change" in run("compare", "--library", root, ONE, ONE).out


def test_compare_prints_changed_words_in_their_sentences(run: Run, root: Path) -> None:
    lines = run("compare", "--library", root, ONE, TWO).out.splitlines()
    assert (
        "~ The ministers of Norway and Chile met in {Oslo on 4 May 2021 → Lima on 9 June 2022} and "
        "[expressed concern about → condemned] the sinking of fishing vessels."
    ) in lines
    assert ". Harbour Group, {first → second} meeting" in lines


def test_compare_prints_both_sentences_of_a_verb_that_became_stronger(run: Run, root: Path) -> None:
    lines = run("compare", "--library", root, ONE, TWO).out.splitlines()
    at = lines.index("stronger: expressed concern → condemned")
    assert lines[at + 1].startswith("  a: The ministers of Norway and Chile met in Oslo")
    assert lines[at + 2].startswith("  b: The ministers of Norway and Chile met in Lima")


def test_compare_prints_what_is_gone_before_what_is_new_in_its_place(run: Run, root: Path) -> None:
    lines = run("compare", "--library", root, TWO, THREE).out.splitlines()
    [gone] = [at for at, line in enumerate(lines) if line.startswith("- They agreed to share")]
    assert lines[gone + 1] == "+ They want free and open sea lanes, and the organization of them."


def test_the_words_of_every_change_are_printed(run: Run, root: Path) -> None:
    for pair in ((ONE, TWO), (TWO, THREE), (THREE, ONE)):
        found = run("compare", "--json", "--library", root, *pair).json
        out = run("compare", "--library", root, *pair).out
        for change in found["changes"]:
            for side in "ab":
                assert not change[side] or " ".join(found[side]["text"][slice(*change[side])].split()) in out


def test_compare_counts_sentences_apart_from_words(run: Run, root: Path) -> None:
    assert run("compare", "--json", "--library", root, TWO, THREE).json["counts"] == {
        "sentences": {"new": 1, "gone": 1, "moved": 0},
        "words": {"replaced": 1, "inserted": 0, "deleted": 0},
        "routine": 3,
    }
    told = "sentences: 1 new, 1 gone · words in kept sentences: 1 replaced · 3 routine"
    assert told in run("compare", "--library", root, TWO, THREE).out.splitlines()


def test_compare_tells_sentences_that_were_perhaps_reworded(run: Run, tmp_path: Path) -> None:
    root = readouts.write(tmp_path / "tides", reworded_statements.BRIEFS)
    pair = reworded_statements.OLDER_ID, reworded_statements.NEWER_ID
    found = run("compare", "--json", "--library", root, *pair).json
    told = [
        (change["kind"], found["a"]["text"][slice(*each["a"])], found["b"]["text"][slice(*each["b"])])
        for change in found["changes"]
        for each in change.get("perhaps_reworded", ())
    ]
    pilots = reworded_statements.PILOTS, reworded_statements.PILOTS_ANEW
    turbines = reworded_statements.TURBINES, reworded_statements.TURBINES_ANEW
    assert sorted(told) == sorted((kind, *each) for kind in ("delete", "insert") for each in (pilots, turbines))
    assert found["counts"]["sentences"] == {"new": 3, "gone": 4, "moved": 0}
    lines = run("compare", "--library", root, *pair).out.splitlines()
    assert [line for line in lines if "perhaps" in line] == [
        f"- perhaps reworded, see below: {turbines[0]}",
        f"+ perhaps reworded, see below: {pilots[1]}",
        f"- perhaps reworded, see above: {pilots[0]}",
        f"+ perhaps reworded, see above: {turbines[1]}",
    ]


def test_compare_has_no_key_for_a_doubt_where_there_is_none(run: Run, root: Path) -> None:
    for change in run("compare", "--json", "--library", root, TWO, THREE).json["changes"]:
        assert change.keys() == {"kind", "a", "b"}


def test_the_place_of_a_change_is_told_among_three_at_least(run: Run, root: Path) -> None:
    assert "largest" not in run("compare", "--library", root, ONE, TWO).out
    fourth = (
        HARBOUR_2.replace("second", "fourth").replace("ordinal: 2", "ordinal: 4").replace("2022-06-09", "2023-01-02")
    )
    (root / "harbour-4.md").write_text(fourth, "utf-8")
    lines = run("compare", "--library", root, ONE, TWO).out.splitlines()
    assert [line for line in lines if line.endswith(" · the smallest of 3 changes in the series")]


def test_compare_writes_the_whole_redline_as_markdown(run: Run, root: Path) -> None:
    found = run("compare", "--format", "markdown", "--library", root, ONE, TWO).out
    assert found.startswith("# 2021-05-04 Harbour Group, first meeting → 2022-06-09 Harbour Group, second meeting\n\n")
    assert "- stronger: expressed concern → condemned\n" in found
    assert "and ~~expressed concern about~~ **condemned** the sinking of fishing vessels." in found
    assert "met in ~~Oslo on 4 May 2021~~ **Lima on 9 June 2022** and" in found


def test_compare_writes_a_row_for_each_change(run: Run, root: Path) -> None:
    rows = [*csv.DictReader(run("compare", "--format", "csv", "--library", root, ONE, TWO).out.splitlines())]
    text = run("show", "--json", "--library", root, TWO).json["text"]
    [row] = [row for row in rows if row["b_words"] == "condemned"]
    assert (row["kind"], row["a_words"], row["b_id"]) == ("replace", "expressed concern about", TWO)
    assert text[int(row["b_start"]) : int(row["b_end"])] == "condemned"
    lines = run("compare", "--format", "jsonl", "--library", root, ONE, TWO).out.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == [row["kind"] for row in rows]


def test_trace_follows_a_wording_whatever_its_hyphens(run: Run, root: Path) -> None:
    found = run("trace", "--json", "--series", "harbour", "--library", root, "free and open").json
    assert [row["count"] for row in found["rows"]] == [1, 0, 1]
    assert (found["series"], found["first"], found["last"]) == ("Harbour Group", ONE, THREE)
    assert (found["dropped"], found["returned"]) == ([TWO], [THREE])


def test_trace_without_a_series_lists_the_briefs_that_have_it(run: Run, root: Path) -> None:
    found = run("trace", "--json", "--library", root, "organization of").json
    assert [(row["id"], row["count"]) for row in found["rows"]] == [(TWO, 1), (THREE, 1)]
    assert (found["series"], found["dropped"], found["returned"]) == (None, [], [])


@pytest.mark.parametrize("phrase", ["", " ", "..."])
def test_trace_of_no_word_asks_for_some(run: Run, root: Path, phrase: str) -> None:
    answer = run("trace", "--library", root, phrase)
    assert answer.status == 1
    assert "has no word that a brief could use; write a wording of some words" in answer.err


def test_a_wording_that_nobody_uses(run: Run, root: Path) -> None:
    answer = run("trace", "--library", root, "purple whales")
    assert (answer.status, answer.out) == (1, "")
    assert "no brief has the wording" in answer.err


def test_next_lists_what_was_promised_and_is_not_there(run: Run, root: Path) -> None:
    [promise] = run("next", "--json", "--today", "2024-03-01", "--library", root).lines
    assert promise == {
        "series": "Harbour Group",
        "ordinal": 3,
        "promised": "2023",
        "promised_in": TWO,
        "evidence": None,
        "overdue": True,
        "sides": ["Norway", "Chile"],
        "kept_by": None,
        "late": False,
        "virtual": False,
    }


def test_next_names_the_sides_of_a_meeting_of_no_series_and_tells_what_became_of_it(run: Run, tmp_path: Path) -> None:
    call = """---
title: Minister Lind's Call with Minister Carr
date: 2022-06-03
---
Norwegian Foreign Minister Anna Lind spoke with Chilean Foreign Minister Ruth Carr on 2 June 2022. Minister Lind looked
forward to hosting the Minister in Oslo soon.
"""
    root = readouts.write(tmp_path / "calls", {"call.md": call})
    printed = run("next", "--today", "2024-03-01", "--library", root).out
    assert "in Oslo soon" in printed
    assert "no date stated" in printed
    assert "Norway, Chile" in printed


def test_next_wants_a_date_for_today(run: Run, root: Path) -> None:
    answer = run("next", "--today", "soon", "--library", root)
    assert answer.status == 2
    assert "write a date" in answer.err


def test_next_tells_at_wish_which_meeting_kept_a_promise(run: Run, root: Path) -> None:
    kept, missing = run("next", "--kept", "--json", "--today", "2024-03-01", "--library", root).lines
    assert (kept["promised_in"], kept["kept_by"], kept["late"], kept["virtual"]) == (ONE, TWO, True, False)
    assert (missing["promised_in"], missing["kept_by"], missing["overdue"]) == (TWO, None, True)
    assert "kept late by Harbour Group 2" in run("next", "--kept", "--library", root).out
    assert "kept" not in run("next", "--library", root).out


def test_next_is_a_table_for_papers_and_spreadsheets(run: Run, root: Path) -> None:
    command = ("next", "--today", "2024-03-01", "--library", root, "--format")
    [row] = csv.DictReader(run(*command, "csv").out.splitlines())
    assert (row["promised"], row["state"], row["promised_in"]) == ("2023", "date past, not in the library", TWO)
    assert run(*command, "markdown").out.startswith("# Promised meetings\n\n| promised |")


def test_a_trace_is_a_table_for_papers_and_spreadsheets(run: Run, root: Path) -> None:
    command = ("trace", "free and open", "--series", "harbour", "--library", root, "--format")
    rows = [*csv.DictReader(run(*command, "csv").out.splitlines())]
    assert [(row["id"], row["count"], row["remark"]) for row in rows] == [
        (ONE, "1", ""),
        (TWO, "0", "dropped"),
        (THREE, "1", "returned"),
    ]
    assert run(*command, "markdown").out.startswith("# “free and open” in Harbour Group\n")


@pytest.mark.parametrize("command", [["next"], ["trace", "sea lanes"]])
def test_json_and_a_table_are_not_printed_at_once(run: Run, root: Path, command: list[str]) -> None:
    answer = run(*command, "--json", "--format", "csv", "--library", root)
    assert (answer.status, answer.out) == (2, "")
    assert "keep one of them" in answer.err


def test_a_promise_and_its_keeper_have_the_listed_name_of_their_series(run: Run, tmp_path: Path) -> None:
    first = readouts.NCG_1.replace("sides:", "next: 2024-06\nsides:")
    third = readouts.NCG_3.replace("series: NCG", "series: Nuclear Consultative Group").replace(
        "ordinal: 3", "ordinal: 2"
    )
    root = readouts.write(tmp_path / "groups", {"1.md": first, "2.md": third})
    assert "kept by NCG 2" in run("next", "--kept", "--library", root).out


def test_a_promise_that_names_a_place_is_told_with_the_place_of_its_keeper(run: Run, tmp_path: Path) -> None:
    first = readouts.NCG_1.replace("sides:", "next: in Oslo\nsides:")
    third = readouts.NCG_3.replace("ordinal: 3", "ordinal: 2")
    root = readouts.write(tmp_path / "groups", {"1.md": first, "2.md": third})
    [place] = {json.loads(line)["city"] for line in run("meetings", "--json", "--library", root).out.splitlines()[:1]}
    assert place
    assert f"kept by NCG 2 in {place}" in run("next", "--kept", "--library", root).out
