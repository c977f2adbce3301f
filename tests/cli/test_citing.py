"""cite and export: citations in each format, and the briefs of a query as one document."""

import csv
import io
import json
from pathlib import Path

import pytest

import readouts
from cli.conftest import Run

NCG_1 = (
    "Office of the President, “Inaugural meeting of the Nuclear Consultative Group”, Seoul, South Korea, 18 July 2023, "
    "https://president.example/ncg-1, [summary, not the official text]."
)


def test_cite_prints_text(run: Run, root: Path) -> None:
    answer = run("cite", "--library", root, "ncg-1")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.rstrip().replace(", readout", "") == NCG_1


def test_a_brief_is_cited_by_its_path(run: Run, root: Path) -> None:
    by_path = run("cite", "--library", root, root / "ncg-1.md")
    assert by_path.out == run("cite", "--library", root, "ncg-1").out


@pytest.mark.parametrize(
    "format, date",
    [("csl-json", '"date-parts": [[2023, 7, 18]]'), ("bibtex", "date = {2023-07-18}"), ("ris", "DA  - 2023/07/18/")],
)
def test_every_format_for_programs_has_the_facts_that_show_has(run: Run, root: Path, format: str, date: str) -> None:
    shown = run("show", "--json", "--library", root, "ncg-1").json
    out = run("cite", "--format", format, "--library", root, "ncg-1").out
    assert shown["date"] == "2023-07-18"
    assert all(fact in out for fact in (shown["title"], shown["source"], shown["url"], date))


def test_csl_json_of_several_briefs_is_one_array(run: Run, root: Path) -> None:
    items = json.loads(run("cite", "--format", "csl-json", "--library", root, "ncg-3", "ncg-1", "ncg-3").out)
    assert [item["id"] for item in items] == ["ncg-3-2024-06-10", "ncg-1-2023-07-18"]
    assert items[1]["issued"] == {"date-parts": [[2023, 7, 18]]}


def test_a_passage_is_quoted_as_the_text_has_it(run: Run, root: Path) -> None:
    answer = run("cite", "--library", root, "ncg-1", "--passage", "Guidelines  for\nextended deterrence")
    assert answer.status == 0
    assert answer.out.startswith("“guidelines for extended deterrence”\nOffice of the President, ")


@pytest.mark.parametrize(
    "arguments, status, message",
    [
        (["cite", "ncg-1", "--passage", "no such words"], 1, "the passage is not in the text of ncg-1-2023-07-18"),
        (["cite", "ncg-1", "ncg-3", "--passage", "guidelines"], 2, "--passage belongs to one brief"),
        (["cite", "ncg"], 1, "'ncg' can be any of 2 briefs"),
        (["cite", "nothing"], 1, "there is no brief 'nothing'"),
        (["cite"], 2, "cite takes ID..."),
        (["cite", "ncg-1", "--format", "endnote"], 2, "--format cannot be 'endnote'"),
        (["export", "zeppelin"], 1, "there is nothing to export: no brief matches 'zeppelin'"),
        (["export", "after:never"], 2, "no date: never"),
        (["export", "--format", "xml"], 2, "--format cannot be 'xml'"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    run: Run, root: Path, arguments: list[str], status: int, message: str
) -> None:
    answer = run(*arguments, "--library", root)
    assert (answer.status, answer.out) == (status, "")
    assert answer.err.startswith(f"briefreader: {message}")


def test_an_empty_library_has_nothing_to_export(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer = run("export", "--library", tmp_path / "empty")
    assert (answer.status, answer.out) == (1, "")
    assert "holds no briefs" in answer.err


def test_csv_is_exact(run: Run, tmp_path: Path) -> None:
    title = '=1+2, "quoted"; and, more'
    text = f"---\ntitle: {json.dumps(title)}\ndate: 2024-05-06\nurl: https://a.example/?x=1,2\n---\n\nText.\n"
    root = readouts.write(tmp_path / "table", {"a.md": text, "b.md": "# Second\n\nMay 2, 2024\n\nText.\n"})
    out = run("export", "--format", "csv", "--library", root).out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["title"] for row in rows] == [title, "Second"]
    assert rows[0]["url"] == "https://a.example/?x=1,2"
    assert rows[0]["citation"] == f"a.example, “{title}”, 6 May 2024, https://a.example/?x=1,2."
    assert (rows[1]["url"], rows[1]["date"]) == ("", "2024-05-02")


def test_json_lines_have_what_show_has_and_the_citation(run: Run, root: Path) -> None:
    lines = run("export", "--format", "jsonl", "--library", root, "series:ncg").lines
    assert [line["id"] for line in lines] == ["ncg-3-2024-06-10", "ncg-1-2023-07-18"]
    shown = run("show", "--json", "--library", root, "ncg-1").json
    assert {key: lines[1][key] for key in shown} == shown
    assert f"{lines[1]['citation']}\n" == run("cite", "--library", root, "ncg-1").out


def test_markdown_has_title_citation_and_text_of_each_brief(run: Run, tmp_path: Path) -> None:
    text = "---\ntitle: 'Talks *today*'\ndate: 2024-05-06\n---\n\n# Part\n\n- one\n- two\n\nThey met.\n"
    root = readouts.write(tmp_path / "texts", {"a.md": text})
    assert run("export", "--library", root).out.splitlines() == [
        "# Talks \\*today\\*",
        "",
        "“Talks \\*today\\*”, 6 May 2024.",
        "",
        "## Part",
        "",
        "- one",
        "- two",
        "",
        "They met.",
        "",
    ]


def test_an_unreadable_file_is_told_and_the_others_are_exported(run: Run, root: Path) -> None:
    run("index", "--library", root)
    path = root / "summit.md"
    path.write_bytes(b"\x00\x01\x02" * 50)
    answer = run("export", "--format", "jsonl", "--library", root)
    assert len(answer.lines) == 3
    assert "1 file of the library cannot be read" in answer.err


def test_what_a_person_states_of_a_meeting_is_cited(run: Run, root: Path) -> None:
    stated = "meetings:\n  - {brief: ncg-3-2024-06-10, city: Busan}\n"
    (root / "meetings.yaml").write_text(stated, encoding="utf-8")
    assert "Busan, South Korea" in run("cite", "--library", root, "ncg-3").out


@pytest.fixture
def noted(run: Run, root: Path) -> Path:
    """The library with a note on a passage, one on a brief, and one on a brief that is gone."""
    lines = [
        "ncg-1", 'note "guidelines for extended deterrence" Ask *when*.', "ncg-3", "note Nothing on the next meeting.",
        "camp david", "1", "note Gone soon.",
    ]  # fmt: skip
    given = "\n".join(f"read {line}" if line.startswith("ncg") else line for line in lines)
    assert run("--plain", "--library", root, given=given.encode()).out.count("is kept; undo") == 3
    (root / "summit.md").unlink()
    return root


def test_notes_are_exported_with_passage_and_citation(run: Run, noted: Path) -> None:
    lines = run("export", "--notes", "--format", "jsonl", "--library", noted).lines
    assert [(line["id"], line["quote"], line["note"], line["lost"]) for line in lines] == [
        ("2023-08-18-leaders-meet-at-camp-david", "", "Gone soon.", True),
        ("ncg-3-2024-06-10", "", "Nothing on the next meeting.", False),
        ("ncg-1-2023-07-18", "guidelines for extended deterrence", "Ask *when*.", False),
    ]
    assert lines[0]["citation"] == "“Leaders meet at Camp David”, 18 August 2023."
    assert f"{lines[2]['citation']}\n" == run("cite", "--library", noted, "ncg-1").out


def test_notes_as_markdown_quote_the_passage(run: Run, noted: Path) -> None:
    out = run("export", "--notes", "--library", noted, "when").out.splitlines()
    assert out[:2] == ["> guidelines for extended deterrence", ""]
    assert out[2].startswith("Office of the President, [Inaugural meeting")
    assert out[3:] == ["", "Ask *when*.", "", "---", ""]
    gone = run("export", "--notes", "--library", noted, "soon").out
    assert gone.endswith("Gone soon.\n\nThe brief is no longer in the library.\n\n---\n\n")


def test_notes_as_csv(run: Run, noted: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "--notes", "--format", "csv", "--library", noted).out)))
    assert [(row["id"][:5], row["note"], row["lost"]) for row in rows] == [
        ("2023-", "Gone soon.", "yes"),
        ("ncg-3", "Nothing on the next meeting.", ""),
        ("ncg-1", "Ask *when*.", ""),
    ]


def test_without_notes_there_is_nothing_to_export(run: Run, root: Path) -> None:
    answer = run("export", "--notes", "--library", root)
    assert (answer.status, answer.out) == (1, "")
    assert "there is nothing to export: there are no notes" in answer.err
