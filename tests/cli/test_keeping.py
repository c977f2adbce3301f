"""add, remove, show, annotate, index, check and paths."""

from pathlib import Path

import pytest

import readouts
from briefreader.config import data_folder
from cli.conftest import Run

ADDED_KEYS = ["path", "item", "status", "id", "title", "date", "removed", "unsure", "reason"]
BRIEF_KEYS = [
    "id", "title", "date", "source", "url", "text_status", "text", "entities", "meeting", "attendance", "commitments",
    "kind", "blocks", "links", "removed", "unsure",
]  # fmt: skip
MEETING_KEYS = [
    "series", "ordinal", "date", "format", "city", "country", "sides", "leads", "next", "evidence", "unsure", "stated",
]  # fmt: skip


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "statement.md"
    path.write_text(readouts.NCG_1)
    return path


def test_add_makes_the_library_and_says_what_became_of_each(run: Run, tmp_path: Path, article: Path) -> None:
    library = tmp_path / "new" / "library"
    answer = run("add", "--json", article, "--library", library)
    assert answer.status == 0
    assert list(answer.json) == ADDED_KEYS
    assert answer.json == {
        "path": str(article),
        "item": None,
        "status": "added",
        "id": "ncg-1-2023-07-18",
        "title": "Inaugural meeting of the Nuclear Consultative Group",
        "date": "2023-07-18",
        "removed": [],
        "unsure": [],
        "reason": None,
    }
    assert run("add", "--json", article, "--library", library).json["status"] in ("duplicate", "unchanged")
    assert run("search", "guidelines", "--library", library).status == 0


def test_add_without_a_library_makes_the_users_own(run: Run, home: Path, article: Path) -> None:
    assert run("add", article).status == 0
    assert (home / "data" / "briefreader" / "library" / "ncg-1-2023-07-18.md").is_file()
    assert [line["id"] for line in run("list", "--json").lines] == ["ncg-1-2023-07-18"]
    assert len(run("list", "--json", "--sample").lines) > 50


def test_add_goes_on_after_what_cannot_be_read(run: Run, tmp_path: Path, article: Path) -> None:
    broken = tmp_path / "broken.md"
    broken.write_bytes(b"\0")
    answer = run("add", "--json", broken, tmp_path / "gone.md", article, "--library", tmp_path / "own")
    assert answer.status == 3
    assert [line["status"] for line in answer.lines] == ["quarantined", "quarantined", "added"]
    assert all(line["reason"] for line in answer.lines[:2])


def test_add_takes_standard_input(run: Run, tmp_path: Path) -> None:
    answer = run("add", "-", "--json", "--library", tmp_path / "own", given=readouts.NOTE.encode())
    assert (answer.json["path"], answer.json["id"]) == ("-", "a-note-on-maritime-security")


def test_add_shows_people_what_was_removed_and_what_to_check(run: Run, tmp_path: Path) -> None:
    answer = run("add", "-", "--library", tmp_path / "own", given=b"Talks\n\nThe ministers met for talks.\n\n###\n")
    assert answer.out.startswith("added       talks  Talks\n")
    assert "    removed: end mark: ###\n" in answer.out
    assert "    please check: date:" in answer.out


def test_add_cuts_a_long_sentence_about_removed_text_for_people_alone(run: Run, tmp_path: Path) -> None:
    shared = "\n\n".join(f"Share this page {number}" for number in range(60))
    given = f"Talks\n\nThe ministers met for talks.\n\n{shared}\n".encode()
    assert "Share this page 59" not in run("add", "-", "--library", tmp_path / "own", given=given).out
    assert (
        "Share this page 59"
        in run("add", "-", "--json", "--library", tmp_path / "other", given=given).json["removed"][0]
    )


def test_add_says_a_reason_once_for_the_items_of_a_file_that_share_it(run: Run, tmp_path: Path) -> None:
    given = tmp_path / "counts.jsonl"
    given.write_text('{"count": 1}\n{"count": 2}\n{"title": "Talks", "text": "They met."}\n{"count": 3}\n')
    out = run("add", given, "--library", tmp_path / "own").out
    assert [line.split()[0] for line in out.splitlines() if line.startswith(("quarantined", "added"))] == [
        "quarantined", "quarantined", "added", "quarantined",
    ]  # fmt: skip
    assert out.count("there is neither a title nor a text in it") == 2


def test_the_sample_is_never_added_to(run: Run, article: Path) -> None:
    assert run("add", "--sample", article).status == 4
    assert run("remove", "edscg-5").status == 4
    assert not (data_folder() / "library" / ".briefreader").exists()


def test_remove_moves_files_and_ends_with_1_for_what_is_not_there(run: Run, root: Path) -> None:
    answer = run("remove", "ncg-1", "nothing", "summit", "--library", root)
    assert answer.status == 1
    assert "there is no brief 'nothing'" in answer.err
    assert len(answer.out.splitlines()) == 2
    assert sorted(path.name for path in (root / ".briefreader" / "removed").iterdir()) == ["ncg-1.md", "summit.md"]
    assert len(run("list", "--json", "--library", root).lines) == 2


def test_an_ambiguous_id_lists_the_candidates(run: Run, root: Path) -> None:
    answer = run("show", "ncg", "--library", root)
    assert (answer.status, answer.out) == (1, "")
    assert "  ncg-3-2024-06-10  Third meeting of the Nuclear Consultative Group\n" in answer.err
    assert (root / "ncg-1.md").exists()
    assert run("remove", "ncg", "--library", root).status == 1


def test_show_json_has_the_promised_keys_and_true_offsets(run: Run, root: Path) -> None:
    brief = run("show", "ncg-1", "--json", "--library", root).json
    assert list(brief) == BRIEF_KEYS
    assert list(brief["meeting"]) == MEETING_KEYS
    assert brief["meeting"]["leads"] == ["Kim Tae-hyo", "Kurt Campbell"]
    text = brief["text"]
    assert text.split("\n\n")[0] == brief["title"]
    for entity in brief["entities"]:
        assert list(entity) == ["start", "end", "type", "text", "canonical", "owner"]
        assert text[entity["start"] : entity["end"]] == entity["text"]
    for attendee in brief["attendance"]:
        assert list(attendee) == ["start", "end", "name", "title", "side", "role"]
    for commitment in brief["commitments"]:
        assert list(commitment) == ["start", "end", "actor", "verb", "text"]
        assert text[commitment["start"] : commitment["end"]] == commitment["text"]
    spans = [text[block["start"] : block["end"]] for block in brief["blocks"]]
    assert spans == text.split("\n\n")
    assert brief["blocks"][0] == {
        "start": 0,
        "end": len(brief["title"]),
        "kind": "heading",
        "level": 1,
        "columns": [],
        "strong": False,
    }


def test_show_prints_head_and_text(run: Run, root: Path) -> None:
    lines = run("show", root / "ncg-1.md", "--library", root).out.splitlines()
    assert lines[:4] == [
        "id:       ncg-1-2023-07-18",
        "date:     2023-07-18",
        "meeting:  NCG 1",
        "place:    Seoul, South Korea",
    ]
    assert lines[-1].startswith("They agreed to guidelines")


def test_annotate_says_what_texts_contain_in_their_order(run: Run, tmp_path: Path, article: Path) -> None:
    answer = run("annotate", "--json", article, tmp_path / "gone.md", "-", given=readouts.NOTE.encode())
    assert answer.status == 3
    first, second, third = answer.lines
    assert list(first) == list(third) == BRIEF_KEYS
    assert second == {"source": str(tmp_path / "gone.md"), "error": "there is no such file; check the name"}
    assert third["meeting"] is None or third["meeting"]["series"] is None
    assert not (tmp_path / "home" / "data" / "briefreader" / "library").exists()
    people = run("annotate", article)
    assert people.status == 0
    assert "PLACE: " in people.out


def test_index_json_has_the_promised_keys(run: Run, root: Path) -> None:
    report = run("index", "--json", "--library", root).json
    assert list(report) == ["briefs", "added", "updated", "removed", "quarantined", "seconds"]
    assert (report["briefs"], report["added"]) == (4, 4)
    assert run("index", "--json", "--library", root).json["added"] == 0
    assert run("index", "--json", "--rebuild", "--library", root).json["added"] == 4
    assert run("index", "--library", root).out.startswith("4 briefs: 0 added, 0 updated, 0 removed, 0 unreadable, in ")


def test_check_says_that_all_is_well_or_what_is_not(run: Run, root: Path) -> None:
    assert run("check", "--json", "--library", root).json == {"ok": True, "problems": []}
    assert run("check", "--library", root).out.startswith("nothing is wrong with ")
    (root / "broken.md").write_bytes(b"\0")
    answer = run("check", "--json", "--library", root)
    assert answer.status == 1
    [problem] = answer.json["problems"]
    assert list(problem) == ["where", "what", "remedy"]
    assert answer.json["ok"] is False
    assert str(root / "broken.md") in run("check", "--library", root).out


def test_paths_are_a_label_and_an_absolute_path(run: Run, root: Path, home: Path) -> None:
    lines = dict(line.split("\t") for line in run("paths", "--library", root).out.splitlines())
    assert lines["library"] == str(root)
    assert lines["settings"] == str(home / "config" / "briefreader" / "config.yaml")
    assert all(Path(path).is_absolute() for path in lines.values())


def test_a_disk_that_is_full_ends_with_4_and_one_sentence(
    run: Run, tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    from briefreader.store import state

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(state, "write", full)
    answer = run("add", article, "--library", tmp_path / "own")
    assert (answer.status, answer.out) == (4, "")
    assert answer.err == (
        f"briefreader: {article} was not added: the disk of {tmp_path / 'own'} is full; free some space and add it "
        "again\n"
    )


def test_nothing_in_a_file_or_its_name_reaches_the_terminal(run: Run, tmp_path: Path) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e"
    name = f"evil {evil.replace('/', '')}.md"
    root = tmp_path / "evil"
    root.mkdir()
    (root / name).write_text(
        f"---\ntitle: 'x{evil}y'\nsource: 'z{evil}'\nseries: 's{evil}'\n---\n\nText {evil} text.\n"
    )
    (root / f"bad {evil}.md").write_bytes(b"\0")
    commands = [["list"], ["list", "--json"], ["search", "text"], ["search", "text", "--json"], ["series"], ["check"],
                ["show", name], ["show", name, "--json"], ["show", evil], ["annotate", str(root / name)],
                ["index"], ["paths"], ["add", str(root / f"bad {evil}.md")], ["remove", name]]  # fmt: skip
    for command in commands:
        answer = run(*command, "--library", root)
        shown = (answer.out + answer.err).replace("\n", "").replace("\t", "")
        assert not any(char in shown for char in "\x1b\x07\x9b\u202e\x7f"), command
        assert answer.out or answer.err, command


def test_a_mistyped_name_makes_no_library(run: Run, tmp_path: Path) -> None:
    answer = run("--library", str(tmp_path / "new"), "add", str(tmp_path / "tpyo.md"), "--json")
    assert answer.status == 3
    assert answer.json["status"] == "quarantined"
    assert "no such file" in answer.json["reason"]
    assert not (tmp_path / "new").exists()


def test_nothing_is_added_or_removed_with_read_only(run: Run, root: Path, tmp_path: Path, article: Path) -> None:
    for given in (
        ["add", "--library", str(tmp_path / "new"), str(article)],
        ["remove", "--library", str(root), "ncg-1"],
    ):
        answer = run("--read-only", *given)
        assert answer.status == 4
        assert "--read-only" in answer.err
    assert not (tmp_path / "new").exists()
    assert not [*root.glob(".briefreader/**/*.md")]


def test_check_tells_mistakes_in_keys_and_themes(run: Run, root: Path, home: Path) -> None:
    config = home / "config" / "briefreader"
    (config / "themes").mkdir(parents=True)
    (config / "config.yaml").write_text("keys:\n  sort: o\n  undo: Z\ntheme: ligth\n", "utf-8")
    (config / "themes" / "dusk.yaml").write_text("acent: '#123'\n", "utf-8")
    answer = run("check", "--library", str(root))
    assert answer.status == 1
    told = " ".join(answer.out.split())
    assert "config.yaml, line 2: sort cannot have o, which is the key of address; give address another key" in told
    assert "config.yaml, line 4: theme: there is no theme 'ligth'; did you mean light?" in told
    assert "dusk.yaml, line 1: there is no colour 'acent'; did you mean accent?" in told
