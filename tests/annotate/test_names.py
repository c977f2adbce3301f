"""The lists of names are read, compiled and cached, and mistakes in them are explained."""

import json
from pathlib import Path

import pytest

import briefreader
from annotate.conftest import NAMES
from annotate.marked import found
from briefreader.annotate import Annotator
from briefreader.annotate.names import lists
from briefreader.config import Places
from briefreader.indexing.known_names import KnownNames
from briefreader.model import SettingsError


def test_later_lists_win(tmp_path: Path) -> None:
    mine = tmp_path / "names"
    mine.mkdir()
    (mine / "names.yaml").write_text("agreements:\n  - {name: Blue Pact, aliases: [BP7]}\norganizations:\n  - BP8\n")
    known = Annotator.load([NAMES, mine])
    assert found(known, "the BP7 and BP8") == [("BP7", "AGREEMENT"), ("BP8", "ORG")]


def test_a_cache_gives_the_same_names_and_is_not_believed_when_damaged(tmp_path: Path) -> None:
    plain = lists.load([NAMES])
    first = lists.load([NAMES], tmp_path)
    (kept,) = tmp_path.glob("names-*.json")
    cached = lists.load([NAMES], tmp_path)
    assert cached.trie == first.trie == plain.trie
    assert [(entry.name, entry.facts) for entry in cached.entries] == [
        (entry.name, entry.facts) for entry in plain.entries
    ]
    damaged = kept.read_bytes().replace(b"Seoul", b"Seoux")
    kept.write_bytes(damaged)
    assert lists.load([NAMES], tmp_path).trie == plain.trie
    assert kept.read_bytes() != damaged


def test_a_changed_list_makes_a_new_cache_and_drops_the_old(tmp_path: Path) -> None:
    folder, cache = tmp_path / "lists", tmp_path / "cache"
    folder.mkdir()
    (folder / "a.yaml").write_text("cities:\n  - Atlantis\n")
    lists.load([folder], cache)
    (folder / "a.yaml").write_text("cities:\n  - Avalon\n")
    assert "Avalon" in lists.load([folder], cache).trie
    assert len(list(cache.glob("*"))) == 1


def test_changed_code_makes_a_new_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, cache = tmp_path / "program", tmp_path / "cache"
    (program / "annotate" / "text").mkdir(parents=True)
    code = program / "annotate" / "text" / "tokens.py"
    monkeypatch.setattr(lists, "_PROGRAM", program)
    kept = []
    for version in ("# splits at a hyphen", "# splits at a space"):
        code.write_text(version)
        lists.load([NAMES / "weapons.yaml"], cache)
        kept += [path.name for path in cache.glob("*")]
    assert len(set(kept)) == len(kept) == 2


def test_an_index_depends_on_every_file_of_the_annotator(tmp_path: Path) -> None:
    known = KnownNames(tmp_path, Places(config=tmp_path, data=tmp_path, cache=tmp_path))
    code = set((Path(briefreader.__file__).parent / "annotate").rglob("*.py"))
    assert len(code) > 40
    assert code <= set(known._depended_on())


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert "Seoul" in lists.load([NAMES], blocked / "cache").trie


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("people: [", "line 2"),
        ("# mine\npeople:\n  - {name: X,\n     alias: [Y]}\n", "line 4"),
        ("kill:\n  - A\n  - {name: B}\n", "line 3"),
        ("[a]: b\n", "a key is one word"),
        ("people:\n  - &a {name: X}\n  - *a\n", "aliases"),
        ("persons:\n  - X\n", "no section `persons`"),
        ('"a\\e[31m\\rb": []\n', "no section `a b`"),
        ('people:\n  - {name: "X\\e[31m", "ali\\u202eas": [Y]}\n', "`X` in `people` has an unknown key `alias`"),
        ("people: X\n", "is no list"),
        ("- X\n", "sections"),
        ("people:\n  - {aliases: [X]}\n", "no name"),
        ("people:\n  - {name: X, alias: [Y]}\n", "unknown key `alias`"),
        ("people:\n  - {name: X, aliases: Y}\n", "must be a list"),
        ("people:\n  - {name: X, side: [Y]}\n", "must be one text"),
    ],
)
def test_a_mistake_is_told_with_file_and_place(tmp_path: Path, content: str, what: str) -> None:
    (tmp_path / "names.yaml").write_text(content)
    with pytest.raises(SettingsError, match=r"names\.yaml") as error:
        lists.load([tmp_path])
    assert what in str(error.value)


def test_scalars_stay_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "names.yaml").write_text("countries:\n  - {name: Norway, aliases: [NO, 1814]}\n")
    (entry,) = lists.load([tmp_path]).entries
    assert entry.facts["aliases"] == ["NO", "1814"]


def test_names_are_cleaned(tmp_path: Path) -> None:
    (tmp_path / "names.yaml").write_text('people:\n  - {name: "Ada\\e[31m Lund", aliases: ["A\\u202e. Lund"]}\n')
    (entry,) = lists.load([tmp_path]).entries
    assert (entry.name, entry.facts["aliases"]) == ("Ada Lund", ["A. Lund"])


def test_the_compiled_form_is_plain_json(tmp_path: Path) -> None:
    lists.load([NAMES], tmp_path)
    (kept,) = tmp_path.glob("names-*.json")
    head, _, body = kept.read_bytes().partition(b"\n")
    assert len(head.split()) == 2 and len(json.loads(body)) == 5


def test_every_list_of_ours_has_distinct_names() -> None:
    seen: set[tuple[str, str]] = set()
    for entry in lists.load([NAMES]).entries:
        assert (entry.section, entry.name) not in seen, entry
        seen.add((entry.section, entry.name))
