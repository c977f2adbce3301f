"""An index on disk: brought up to date, replaced whole, and never trusted when it is damaged."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from briefreader.model import LibraryError
from briefreader.search.index import metadata as metadata_tables
from briefreader.search.index.document import IndexDocument
from briefreader.search.index.metadata import Metadata
from briefreader.search.query.parser import parse
from briefreader.search.storage import commits
from briefreader.search.whoosh_backend import postings_buffer
from search.briefs import BRIEFS, LIBRARY_STATES, item, metadata, open_searcher, update


def titles(folder: Path, query: str) -> list[str]:
    searcher = open_searcher(folder)
    assert searcher is not None
    found = [hit.id for hit in searcher.search(parse(query), limit=None).hits]
    searcher.close()
    return found


def write(
    folder: Path, items: tuple[IndexDocument, ...] = BRIEFS, wanted: tuple[IndexDocument, ...] | None = None
) -> None:
    update(folder, items, metadata(items if wanted is None else wanted)).close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "index")
    return tmp_path / "index"


def files(folder: Path) -> list[Path]:
    commit = commits.current(folder)
    assert commit is not None
    return sorted(path for path in commit.path.iterdir() if path.stat().st_size)


def test_an_index_is_found_again(folder: Path) -> None:
    assert titles(folder, "extended deterrence") == ["edscg-5", "undated"]


def test_where_nothing_is_there_is_no_index(tmp_path: Path) -> None:
    assert open_searcher(tmp_path) is None
    assert commits.current(tmp_path) is None


def test_the_metadata_comes_back_without_whoosh(folder: Path) -> None:
    expected = metadata(BRIEFS)
    commit = commits.current(folder)
    assert commit is not None
    assert list(metadata_tables.of(commit).items()) == list(expected.items())
    script = (
        "import sys; from pathlib import Path\n"
        "from briefreader.search.index import metadata; from briefreader.search.storage import commits\n"
        "found = metadata.of(commits.current(Path(sys.argv[1])))\n"
        "assert len(found) == int(sys.argv[2]); assert 'whoosh' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, str(folder), str(len(BRIEFS))], check=True, timeout=30)


def test_an_update_takes_new_changed_and_removed_briefs(folder: Path) -> None:
    new = item("new.md", "New talks", "A brief on verification.", "2025")
    changed = item("quad.md", "Quad", "Verification at sea.", "2024-07-29")
    kept = tuple(each for each in BRIEFS if each.row.entry.path not in ("quad.md", "aukus.md"))
    write(folder, (new, changed), (*kept, new, changed))
    assert titles(folder, "verification") == ["new", "quad"]
    assert titles(folder, "cooperation") == []
    assert titles(folder, "meeting") == ["edscg-5", "ncg-3"]
    assert len(titles(folder, "")) == len(BRIEFS)


def test_what_the_metadata_says_needs_no_new_indexing(folder: Path) -> None:
    renamed = tuple(
        replace(each, row=each.row._replace(entry=each.row.entry._replace(id=f"{each.row.entry.id}-x", date=None)))
        for each in BRIEFS
    )
    write(folder, (), renamed)
    assert titles(folder, "jenkins") == ["edscg-5-x"]
    assert titles(folder, "date:2024") == []


def test_many_small_updates_leave_few_segments_and_every_brief(tmp_path: Path) -> None:
    wanted: tuple[IndexDocument, ...] = ()
    for number in range(20):
        added = item(f"{number:02}.md", f"Brief {number}", f"word{number} shared", f"20{number:02}")
        wanted = (*wanted, added)
        write(tmp_path / "index", (added,), wanted)
    assert len(titles(tmp_path / "index", "shared")) == 20
    assert titles(tmp_path / "index", "word7") == ["07"]
    assert len([path for path in files(tmp_path / "index") if path.suffix == ".trm"]) <= 6


@settings(max_examples=25)
@given(LIBRARY_STATES)
def test_whatever_comes_and_goes_the_index_holds_exactly_what_is_there(states: list[dict[str, str]]) -> None:
    with TemporaryDirectory() as name:
        before: dict[str, str] = {}
        for state in states:
            briefs = {path: item(path, f"Brief {path}", body) for path, body in state.items()}
            changed = tuple(briefs[path] for path in state if before.get(path) != state[path])
            write(Path(name), changed, tuple(briefs.values()))
            for word in ("alpha", "beta", "gamma", '"beta gamma"'):
                expected = sorted(path for path, body in state.items() if word.strip('"') in body)
                assert titles(Path(name), word) == expected
            before = state


@settings(max_examples=25)
@given(LIBRARY_STATES)
def test_what_is_carried_over_from_the_index_before_is_what_would_be_written_anew(states: list[dict[str, str]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        before: dict[str, IndexDocument] = {}
        known: tuple[commits.Commit, Metadata] | None = None
        for state in states:
            made = {path: item(path, f"Brief {path}", body, f"20{len(body)}") for path, body in state.items()}
            briefs = {path: before[path] if before.get(path) == brief else brief for path, brief in made.items()}
            changed = [brief for path, brief in briefs.items() if before.get(path) is not brief]
            wanted = Metadata(brief.row for brief in briefs.values())
            update(folder, changed, wanted, before=known).close()
            commit = commits.current(folder)
            assert commit is not None
            assert list(metadata_tables.of(commit).items()) == list(wanted.items())
            searcher = open_searcher(folder)
            assert searcher is not None
            shown = [(hit.id, hit.title, hit.date) for hit in searcher.search(parse(""), limit=None).hits]
            assert shown == [(row.entry.id, row.entry.title, row.entry.date) for row in wanted.values()]
            for word in ("alpha", "beta", "gamma"):
                found = {hit.id for hit in searcher.search(parse(word), limit=None).hits}
                assert found == {path for path, body in state.items() if word in body}
            searcher.close()
            before, known = briefs, (commit, wanted)


def test_postings_that_do_not_fit_in_memory_are_laid_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "whole")
    monkeypatch.setattr(postings_buffer, "_LIMIT", 3_000)
    write(tmp_path / "bundles")
    for query in ("meeting", '"extended deterrence"', "e*", "who:jenkins", "대통령"):
        assert titles(tmp_path / "bundles", query) == titles(tmp_path / "whole", query) != []
    sizes = [[path.stat().st_size for path in files(tmp_path / name)] for name in ("whole", "bundles")]
    assert sizes[0] == sizes[1]


def test_the_postings_of_a_common_word_are_whole_however_many_briefs_have_it(tmp_path: Path) -> None:
    briefs = tuple(
        item(f"{number:03}.md", f"Brief {number}", "arms " * (number % 3) + "control " * (number % 2), "2024")
        for number in range(300)
    )
    write(tmp_path / "index", briefs)
    expected = [f"{number:03}" for number in range(300) if number % 3 and number % 2]
    assert titles(tmp_path / "index", '"arms control"') == expected
    kept = briefs[100:]
    write(tmp_path / "index", (), kept)  # fewer than half stay, so that the segment is written again
    write(tmp_path / "index", (), kept[80:])
    assert titles(tmp_path / "index", '"arms control"') == expected[60:]
    assert titles(tmp_path / "index", '"arms arms"') == [f"{number:03}" for number in range(182, 300, 3)]


def test_an_update_must_be_given_all_that_is_not_indexed_yet(folder: Path) -> None:
    new = item("new.md", "New", "text")
    with pytest.raises(LibraryError, match=r"lacks 1 brief.*--rebuild"):
        update(folder, (), metadata((*BRIEFS, new)))
    assert len(titles(folder, "")) == len(BRIEFS)


def test_an_update_that_fails_changes_nothing_and_leaves_nothing_behind(folder: Path) -> None:
    def interrupted() -> object:
        yield item("new.md", "New", "text")
        raise KeyboardInterrupt

    before = sorted(folder.rglob("*"))
    with pytest.raises(KeyboardInterrupt):
        update(folder, interrupted(), metadata(BRIEFS))  # type: ignore[arg-type]
    assert sorted(folder.rglob("*")) == before
    assert titles(folder, "jenkins") == ["edscg-5"]


def test_a_reader_keeps_what_it_opened_while_the_index_is_replaced(folder: Path) -> None:
    searcher = open_searcher(folder)
    assert searcher is not None
    other = item("other.md", "Other", "nothing alike")
    update(folder, (other,), metadata((other,)), rebuild=True).close()
    (hit,) = searcher.search(parse("jenkins")).hits
    assert hit.snippet is not None
    searcher.close()
    assert titles(folder, "jenkins") == []
    assert len(list(folder.glob("commit-*"))) == 1


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def zeroed(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def answer(folder: Path) -> list[str] | None:
    """Return what a search finds, None where the index says that it cannot be trusted."""
    searcher = open_searcher(folder)
    try:
        query = parse('"extended deterrence" OR e* -who:kim')
        if searcher is None:
            return None
        return [hit.id for hit in searcher.search(query, sort="relevance").hits]
    except LibraryError as error:
        assert "--rebuild" in str(error)
        return None


@pytest.mark.parametrize("damage", [truncated, zeroed, flipped, Path.unlink])
def test_a_damaged_index_gives_no_answer_or_the_right_one(folder: Path, damage: Callable[[Path], None]) -> None:
    right = answer(folder)
    answers = []
    for path in [*files(folder), folder / "current"]:
        whole = path.read_bytes()
        damage(path)
        answers.append(answer(folder))
        path.write_bytes(whole)
    assert right
    assert all(found in (None, right) for found in answers)
    assert answers.count(None) >= len(answers) - 5  # the others, or their damaged part, are not needed for this answer
    assert answer(folder) == right


@pytest.mark.parametrize("damage", [truncated, zeroed, flipped, Path.unlink])
def test_nothing_is_built_upon_a_damaged_index(folder: Path, damage: Callable[[Path], None]) -> None:
    damage(next(folder.glob("commit-*/doc-map")))
    with pytest.raises(LibraryError, match="--rebuild"):
        update(folder, (), metadata(BRIEFS))
    update(folder, BRIEFS, metadata(BRIEFS), rebuild=True).close()
    assert titles(folder, "jenkins") == ["edscg-5"]


def test_an_index_that_others_can_write_to_is_not_opened(folder: Path) -> None:
    folder.chmod(0o777)
    assert open_searcher(folder) is None
    assert commits.current(folder) is None
    write(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


class Crafted:
    """Runs a command when it is unpickled without care."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch {self.trace}",)


def test_a_crafted_index_runs_nothing(folder: Path, tmp_path: Path) -> None:
    commit = commits.current(folder)
    assert commit is not None
    trace = tmp_path / "trace"
    for path in files(folder):
        whole = path.read_bytes()
        for at in [at for at in range(len(whole)) if whole.startswith(b"\x80", at)][:40]:
            # The whole file from some pickle on is the attacker's, and the checksums fit.
            path.write_bytes((whole[:at] + pickle.dumps(Crafted(trace), 2)).ljust(len(whole), b"."))
            write_fitting_manifest(folder)
            searcher = open_searcher(folder)
            if searcher is not None:
                try:
                    searcher.search(parse("e* deterrence who:jenkins"))
                except LibraryError as error:
                    assert "--rebuild" in str(error)
        path.write_bytes(whole)
    assert not trace.exists()


def write_fitting_manifest(folder: Path) -> None:
    """Write a manifest that fits the files as they are."""
    aside = next(folder.glob("commit-*")).rename(folder / "commit.aside")
    commits.publish(folder, aside, None)
