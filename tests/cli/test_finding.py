"""search, list and series: what is found, as lines and as JSON, and how the program ends."""

import re
from pathlib import Path

import pytest

import readouts
from briefreader.library import Library
from cli.conftest import Run

HIT_KEYS = ["id", "title", "date", "series", "ordinal", "path", "url", "score", "matches", "snippet"]


def test_search_prints_a_hit_a_line_newest_first(run: Run, root: Path) -> None:
    answer = run("--library", root, "search", "guidelines")
    assert answer.status == 0
    assert [line.split()[:2] for line in answer.out.splitlines()] == [
        ["2024-06-10", "ncg-3-2024-06-10"],
        ["2023-07-18", "ncg-1-2023-07-18"],
    ]
    assert "2 of 4 briefs" in answer.err


def test_search_json_has_the_promised_keys(run: Run, root: Path) -> None:
    found = run("search", "--json", "--library", root, "extended", "deterrence").json
    assert list(found) == ["query", "understood", "total", "suggestion", "took_ms", "hits", "facets"]
    assert (found["query"], found["total"]) == ("extended deterrence", 2)
    assert isinstance(found["understood"], str)
    assert found["took_ms"] > 0
    assert [list(hit) for hit in found["hits"]] == [HIT_KEYS] * 2
    assert found["hits"][0]["matches"] == 1 or found["hits"][0]["matches"] == 2
    assert "deterrence" in found["hits"][0]["snippet"]
    assert set(found["facets"]) == {"series", "year", "kind", "with", "person", "organization", "place"}
    assert found["facets"]["series"] == {"NCG": 2}


def test_a_quick_search_leaves_out_what_costs(run: Run, root: Path) -> None:
    found = run("search", "--json", "--quick", "--library", root, "deterrence").json
    assert found["facets"] is None
    assert {(hit["snippet"], hit["matches"]) for hit in found["hits"]} == {(None, None)}


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (["search", "--json", "deterrence"], "doc-map"),
        (["list"], "metadata"),
        (["series"], "metadata"),
        (["show", "ncg-1"], "metadata"),
        (["who", "kim tae-hyo"], "*.pfx"),
    ],
)
def test_a_command_that_meets_a_damaged_index_rebuilds_it(
    run: Run, root: Path, home: Path, command: list[str], file: str
) -> None:
    right = run("--library", root, *command)
    for path in home.glob(f"cache/briefreader/*/index/commit-*/{file}"):
        path.write_bytes(bytes(path.stat().st_size))
    answer = run("--library", root, *command)
    assert "the search index is damaged; it is rebuilt from the briefs" in answer.err
    assert answer.status == right.status == 0
    assert answer.out.split('"took_ms"')[0] == right.out.split('"took_ms"')[0]
    assert "damaged" not in run("--library", root, *command).err


def test_search_takes_limit_order_and_prefix(run: Run, root: Path) -> None:
    found = run("search", "--json", "--limit", "1", "--library", root, "nuclear").json
    assert (found["total"], len(found["hits"])) == (2, 1)
    assert run("search", "--json", "--library", root, "guidel").json["total"] == 0
    assert run("search", "--json", "--prefix", "--library", root, "guidel").json["total"] == 2
    best = run("search", "--json", "--sort", "relevance", "--library", root, "nuclear").json["hits"]
    assert best[0]["score"] >= best[1]["score"] > 0


def test_a_word_with_a_dash_leaves_briefs_out(run: Run, root: Path) -> None:
    found = run("search", "--json", "--library", root, "deterrence", "-regime").json
    assert [hit["id"] for hit in found["hits"]] == ["ncg-3-2024-06-10"]


@pytest.mark.parametrize("words", [[], [""], ["  "]])
def test_an_empty_query_finds_every_brief(run: Run, root: Path, words: list[str]) -> None:
    found = run("search", "--json", "--library", root, *words).json
    assert found["total"] == 4
    assert found["hits"][-1]["date"] is None


def test_nothing_found_is_status_1_and_an_answer_all_the_same(run: Run, root: Path) -> None:
    answer = run("search", "--json", "--library", root, "zeppelin")
    assert answer.status == 1
    assert (answer.json["total"], answer.json["hits"]) == (0, [])
    assert run("search", "--library", root, "zeppelin").status == 1


def test_a_date_that_is_no_date_is_wrong_usage(run: Run, root: Path) -> None:
    for word in ("date:soon", "year:20x4", "after:2024-13"):
        answer = run("search", "--library", root, "deterrence", word)
        assert (answer.status, answer.out) == (2, "")
        assert run("search", "--prefix", "--library", root, "deterrence", word).status == 0
        assert f"no date: {word.partition(':')[2]} (write 2024, 2024-06 or 2024-06-15)" in answer.err


def test_briefs_that_were_starred_in_the_reader_are_found(run: Run, root: Path) -> None:
    assert run("search", "--library", root, "is:starred").status == 1
    Library(root).reading.star(["ncg-3-2024-06-10"], True)
    starred = run("search", "--json", "--library", root, "is:starred", "guidelines").json
    assert (starred["understood"], [hit["id"] for hit in starred["hits"]]) == (
        "guidelines; starred briefs",
        ["ncg-3-2024-06-10"],
    )
    assert run("search", "--json", "--library", root, "guidelines", "-is:starred").json["total"] == 1
    assert run("search", "--json", "--library", root, "is:unread").json["total"] == 4


def test_a_mark_that_there_is_not_is_wrong_usage(run: Run, root: Path) -> None:
    answer = run("search", "--library", root, "is:stared")
    assert (answer.status, answer.out) == (2, "")
    assert "no is:stared (unread, read, new, starred, noted)" in answer.err


def test_an_argument_that_is_no_text_stays_valid_json(run: Run, root: Path) -> None:
    answer = run("search", "--json", "--library", root, "deterrence\udcff")
    assert answer.json["query"] == "deterrence\ufffd"


def test_lines_are_answered_each_even_an_empty_and_a_badly_encoded_one(run: Run, root: Path) -> None:
    answer = run("search", "--lines", "--library", root, given=b"guidelines\n\n\xff\xfe deterrence\r\nzeppelin")
    assert answer.status == 0
    assert [found["total"] for found in answer.lines] == [2, 4, 2, 0]
    assert answer.lines[2]["query"] == "\ufffd\ufffd deterrence"


def test_lines_and_words_do_not_go_together(run: Run, root: Path) -> None:
    assert run("search", "--lines", "x", "--library", root).status == 2


def test_list_json_has_the_promised_keys(run: Run, root: Path) -> None:
    lines = run("list", "--json", "--library", root).lines
    assert lines[0] == {
        "id": "ncg-3-2024-06-10",
        "title": "Third meeting of the Nuclear Consultative Group",
        "date": "2024-06-10",
        "series": "NCG",
        "ordinal": 3,
        "city": "Seoul",
        "country": "South Korea",
        "path": "2024/ncg-3.md",
        "url": None,
    }
    assert lines[-1]["date"] is None
    assert len(lines) == 4


def test_list_and_open_take_the_series_number_and_place_that_a_person_stated(run: Run, root: Path) -> None:
    row = "{brief: ncg-1-2023-07-18, ordinal: 9, city: Busan}"
    (root / "meetings.yaml").write_text(
        f"meetings:\n  - {row}\nseries:\n  - {{name: Nuclear, aliases: [NCG]}}\n", "utf-8"
    )
    lines = run("list", "--json", "--library", root).lines
    assert [(line["series"], line["ordinal"], line["city"]) for line in lines if line["ordinal"]] == [
        ("Nuclear", 3, "Seoul"),
        ("Nuclear", 9, "Busan"),
    ]
    assert "ncg-1-2023-07-18" in run("open", "--plain", "--library", root, "nuclear 9").out


def test_list_prints_columns(run: Run, root: Path) -> None:
    lines = run("list", "--library", root).out.splitlines()
    assert len(lines) == 4
    assert len({line.index(title) for line, title in zip(lines, ["Third", "Leaders", "Inaugural"], strict=False)}) == 1
    assert lines[-1].split()[0] == "a-note-on-maritime-security"


def test_a_file_that_cannot_be_read_is_told_with_status_3(run: Run, root: Path) -> None:
    (root / "broken.md").write_bytes(b"\0")
    answer = run("list", "--library", root)
    assert answer.status == 3
    assert len(answer.out.splitlines()) == 4
    assert f"{root / 'broken.md'}: this is not a text file" in answer.err
    assert run("index", "--library", root).status == 3
    assert run("series", "--library", root).status == 3
    search = run("search", "--library", root, "guidelines")
    assert search.status == 0
    assert "1 file of the library cannot be read" in search.err


def test_an_empty_library_is_told_what_to_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer = run("list", "--library", tmp_path / "empty")
    assert (answer.status, answer.out) == (0, "")
    assert "holds no briefs; `briefreader add FILE`" in answer.err
    assert run("search", "--library", tmp_path / "empty", "x").status == 1
    found = run("search", "--json", "--library", tmp_path / "empty", "x").json
    assert (found["understood"], found["total"]) == ("x", 0)
    kinds = ("series", "year", "kind", "with", "person", "organization", "place")
    assert found["facets"] == {kind: {} for kind in kinds}


def test_series_json_has_the_promised_keys(run: Run, root: Path) -> None:
    assert run("series", "--json", "--library", root).json == {
        "series": "NCG",
        "meetings": [
            {"id": "ncg-1-2023-07-18", "ordinal": 1, "date": "2023-07-18", "city": "Seoul"},
            {"id": "ncg-3-2024-06-10", "ordinal": 3, "date": "2024-06-10", "city": "Seoul"},
        ],
        "gaps": [2],
        "next": "at the end of 2024",
    }
    assert run("series", "ncg", "--json", "--library", root).json["series"] == "NCG"


def test_series_prints_gaps_and_meetings(run: Run, root: Path) -> None:
    assert run("series", "--library", root).out == "NCG · 2 meetings · missing: 2 · next: at the end of 2024\n"
    lines = run("series", "ncg", "--library", root).out.splitlines()
    assert [line.split()[:3] for line in lines[1:]] == [["1", "2023-07-18", "Seoul"], ["3", "2024-06-10", "Seoul"]]


def test_a_series_that_is_not_there_is_status_1(run: Run, root: Path) -> None:
    answer = run("series", "quad", "--library", root)
    assert answer.status == 1
    assert "the series: NCG" in answer.err


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["search", "x"], ["show", "x"], ["series"], ["index"], ["check"], ["paths"], ["remove", "x"],
     ["annotate", "-"], ["read", "--plain"], ["open", "x", "--plain"], ["--plain"]],
)  # fmt: skip
def test_a_missing_library_is_status_4(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    answer = run("--library", tmp_path / "nowhere", *arguments)
    assert (answer.status, answer.out) == (4, "")
    assert answer.err == (
        f"briefreader: the library {tmp_path / 'nowhere'} does not exist; name another, or make it with "
        "`briefreader add`\n"
    )


def test_without_a_library_the_sample_is_read(run: Run) -> None:
    answer = run("list", "--json")
    assert answer.status == 0
    asked_for = run("list", "--json", "--sample")
    assert answer.out == asked_for.out
    assert len(answer.lines) > 50
    assert asked_for.err == ""


@pytest.mark.parametrize("arguments", ["list", "search deterrence", "read --plain deterrence", "paths"])
def test_a_printed_command_says_once_that_it_falls_back_to_the_sample(run: Run, arguments: str) -> None:
    told = "so the sample is read; `briefreader add` makes your own\n"
    assert run(*arguments.split()).err.count(told) == 1


def test_mistaken_settings_are_told_with_status_2(run: Run, home: Path, root: Path) -> None:
    settings = home / "config" / "briefreader" / "config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text("librry: x\n")
    answer = run("list", "--library", root)
    assert answer.status == 2
    assert f"{settings}, line 1: there is no setting 'librry'; did you mean library?" in answer.err
    assert run("paths", "--library", root).status == 0
    settings.write_text(f"library: {root}\n")
    assert len(run("list", "--json").lines) == 4


def test_of_briefs_that_say_the_same_the_shorter_is_better(run: Run, root: Path) -> None:
    said = "Envoys spoke of submarines."
    (root / "short.txt").write_text(f"Short text\n\n{said}\n")
    (root / "long.txt").write_text(f"Long text\n\n{said}{' Lunch was served.' * 60}\n")
    run("index", "--library", root)
    answer = run("search", "--lines", "--json", "--sort", "relevance", "--library", root, given=b"submarines\n")
    assert [hit["title"] for hit in answer.json["hits"]] == ["Short text", "Long text"]
    assert answer.json["hits"][0]["score"] > answer.json["hits"][1]["score"] > 0


MEETING_KEYS = "id date series ordinal format level city country sides leads face briefs next name stated".split()


def test_meetings_json_is_a_line_a_meeting_newest_first(run: Run, root: Path) -> None:
    lines = run("meetings", "--json", "--library", root).lines
    assert [line["id"] for line in lines] == [
        "ncg-3-2024-06-10",
        "2023-08-18-leaders-meet-at-camp-david",
        "ncg-1-2023-07-18",
    ]
    assert [list(line)[: len(MEETING_KEYS)] for line in lines] == [MEETING_KEYS] * 3
    assert lines[2]["briefs"] == [{"id": "ncg-1-2023-07-18", "kind": "readout"}]
    assert lines[2]["face"] == lines[2]["id"]
    assert lines[2]["leads"] == ["Kim Tae-hyo", "Kurt Campbell"]


def test_meetings_json_names_what_a_person_stated_and_mistakes_are_told(run: Run, root: Path) -> None:
    rows = "  - {brief: ncg-1-2023-07-18, city: Busan, name: The opening}\n  - {brief: ncg-3-2024-06-10, date: soon}\n"
    (root / "meetings.yaml").write_text(f"meetings:\n{rows}series:\n  - {{name: Nuclear, aliases: [NCG]}}\n", "utf-8")
    answer = run("meetings", "--json", "--library", root)
    assert answer.status == 0
    assert [line["stated"] for line in answer.lines] == [["series"], [], ["name", "series", "city"]]
    assert [line["series"] for line in answer.lines] == ["Nuclear", None, "Nuclear"]
    assert (answer.lines[2]["city"], answer.lines[2]["name"]) == ("Busan", "The opening")
    assert "meetings.yaml, line 3: `date`: `soon` is no date; write it as 2024-09-21, 2024-09 or 2024" in answer.err
    assert "The opening" in run("meetings", "--library", root).out
    assert [line["series"] for line in run("series", "--json", "--library", root).lines] == ["Nuclear"]
    found = run("check", "--json", "--library", root)
    assert (found.status, [problem["remedy"] for problem in found.json["problems"]]) == (
        1,
        ["write it as 2024-09-21, 2024-09 or 2024"],
    )
    shown = run("show", "--json", "--library", root, "ncg-1").json["meeting"]
    assert shown["city"] == "Seoul"


def test_meetings_of_a_series_have_its_listed_name_however_their_briefs_spell_it(run: Run, root: Path) -> None:
    spelled = readouts.NCG_1.replace("series: NCG", "series: Nuclear Consultative Group")
    readouts.write(root, {"ncg-1.md": spelled})
    [listed] = [line for line in run("series", "--json", "--library", root).lines if len(line["meetings"]) > 1]
    assert listed["series"] == "NCG"
    for words in ([], ["seoul"]):
        found = [line["series"] for line in run("meetings", "--json", "--library", root, *words).lines]
        assert found.count("NCG") == len(listed["meetings"])
        assert "Nuclear Consultative Group" not in found
    assert "Nuclear Consultative Group" not in run("meetings", "--library", root).out


def test_a_query_keeps_the_meetings_one_of_whose_briefs_it_finds(run: Run, root: Path) -> None:
    assert [line["ordinal"] for line in run("meetings", "--json", "--library", root, "guidelines").lines] == [3, 1]
    nothing = run("meetings", "--library", root, "zebra")
    assert (nothing.status, nothing.out) == (1, "")
    wrong = run("meetings", "--library", root, "date:soon")
    assert wrong.status == 2


@pytest.mark.parametrize("command", ["list", "search", "meetings"])
def test_the_template_in_the_help_of_a_command_can_be_used(run: Run, root: Path, command: str) -> None:
    example = re.search("such as '(.+?)'", " ".join(run(command, "--help").out.split()))
    assert example
    answer = run(command, "--library", root, "--format", example[1], *(["seoul"] if command == "search" else []))
    assert answer.status == 0
    assert answer.out


def test_meetings_are_printed_by_a_template_or_as_a_table(run: Run, root: Path) -> None:
    printed = run(
        "meetings", "--library", root, "--format", "{date}|{ordinal}|{leads}|{briefs}", "series:ncg", "seoul", "2023"
    )
    assert printed.out == "2023-07-18|1|Kim Tae-hyo, Kurt Campbell|ncg-1-2023-07-18\n"
    table = run("meetings", "--library", root)
    assert table.out.splitlines()[0].split()[:4] == ["2024-06-10", "ncg-3-2024-06-10", "NCG", "3"]
    assert "3 meetings with 3 of 4 briefs" in table.err
    assert "1 meeting with 1 of 4 briefs" in run("meetings", "--library", root, "series:ncg", "seoul", "2023").err
