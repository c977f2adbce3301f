"""After a change of own names only the briefs concerned are read again, and the index is as if all had been."""

import random
from pathlib import Path

import pytest

from briefreader.annotate import Annotator
from briefreader.config import Places
from briefreader.indexing import inventory, reading
from briefreader.indexing.list_changes import ListChanges
from briefreader.library import Library
from briefreader.search import Index, Searcher, parse
from briefreader.store import File
from indexing.test_library_index import Open, found

TEXTS = {
    "visit": "Readout of the Visit to Seoul\n\nSecretary of State Antony Blinken met President Yoon Suk Yeol.",
    "call": "Call with Tokyo\n\nPresident Biden spoke with Prime Minister Kishida. Blinken and Mr. Yoon were told.",
    "fish": "Talks on Fish\n\nThe Ministry of Fisheries of Kenya met the Royal Australian Navy at the Lake Forum.",
    "king": "An Audience\n\nKing Abdullah of Jordan received Foreign Minister Catherine Colonna. The King thanked her.",
    "georgia": "A Day in Georgia\n\nSenator Ann Smith of Georgia spoke. Smith-Jones and A. Smith came to Atlanta.",
    "kremlin": "From the Kremlin\n\nThe Kremlin said that the foreign minister had met Secretary Blinken.",
    "group": "Third Meeting of the Nuclear Consultative Group\n\nThe third NCG meeting was held in Washington, D.C. by "
    "the United States and the ROK. Cara Abercrombie and Cho Chang Lae led it under the Washington Declaration.",
    "un": "In New York\n\nThe U.N. Security Council heard JAMES SMITH-BROWN, of the U.S.-Japan group and AT&T.",
    "stated": "---\nmeeting:\n  country: Japan\n  city: Kyoto\n  sides: [Japan, Wakanda]\n  leads: [Cara Bel]\n---\n\n"
    "Talks in a Garden\n\nThe two sides met.",
    "none": "A Note on Rain\n\nIt rained for eleven days and nobody said a word.",
    "oslo": "Olso and Oslo\n\nThe Norwegian Foreign Minister Anniken Huitfeldt and Antony J. Blinken met in Oslo. "
    "Blinken left for Tallinn; Huitfeldt stayed. Estonian troops trained with HIMARS.",
}
PEOPLE = (
    "Blinken",
    "Antony Blinken",
    "Antony J. Blinken",
    "Joe Biden",
    "Biden",
    "Smith",
    "Ann Smith",
    "Yoon",
    "Abdullah",
)
PLACES = ("Japan", "South Korea", "ROK", "Georgia", "Seoul", "Russia", "Wakanda", "Kyoto", "Republic of Korea", "U.S.")
BODIES = ("Lake Forum", "Royal Australian Navy", "Kremlin", "United Nations", "UN", "AT&T", "Ministry of Fisheries")
EVENTS = ("Nuclear Consultative Group", "NCG", "Third Meeting", "Lake Forum")
NAMES = {"people": PEOPLE, "countries": PLACES, "cities": PLACES, "organizations": BODIES, "series": EVENTS}
KILLED = (*PEOPLE, *PLACES, *BODIES, *EVENTS, "Washington Declaration", "HIMARS", "smith-jones", "Estonian", "rain")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.md").write_text(text if text.startswith("---") else f"# {text}\n", "utf-8")
    return folder


def content(library: Library) -> object:
    """Return what an index holds: its rows, the names of each brief, and the number of briefs of each name."""
    snapshot = library._index.index.open()
    assert snapshot is not None
    searcher = Searcher(snapshot)
    stored = {document.id: document.value for document in searcher.stored(range(searcher.count()))}
    facets = searcher.search(parse("")).facets
    searcher.close()
    spelled = {
        name: sorted(found(library, f'{field}:"{name}"')) for name in KILLED for field in ("who", "place", "org")
    }
    metadata = library._index.index.metadata()
    assert metadata is not None
    return [*metadata.values()], stored, facets, spelled


def edited(lists: dict[str, list[str]], chance: random.Random) -> None:
    """Add or remove one entry of some lists."""
    kinds = [kind for kind, rows in lists.items() if rows]
    if kinds and chance.random() < 0.4:
        rows = lists[chance.choice(kinds)]
        rows.pop(chance.randrange(len(rows)))
    elif chance.random() < 0.4:
        lists.setdefault("kill", []).append(chance.choice(KILLED))
    else:
        section = chance.choice([*NAMES])
        name, alias = chance.choice(NAMES[section]), chance.choice(NAMES[section])
        side = f", side: {chance.choice(PLACES)}" if section == "people" and chance.random() < 0.3 else ""
        rows = lists.setdefault(section, [])
        rows.insert(chance.randint(0, len(rows)), f"{{name: {name}, aliases: [{alias}]{side}}}")


def written(lists: dict[str, list[str]]) -> str:
    return "".join(f"{kind}:\n" + "".join(f"  - {row}\n" for row in rows) for kind, rows in lists.items() if rows)


@pytest.mark.parametrize("seed", range(2))
def test_an_index_after_any_edits_of_the_lists_is_as_a_rebuilt_one(
    root: Path, places: Places, opened: Open, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    library = opened()
    library.update()
    lists: dict[str, list[str]] = {}
    read = 0
    for step in range(6):
        edited(lists, chance)
        (root / "names.yaml").write_text(written(lists), "utf-8")
        assert library.changed()
        read += library.update().updated
        assert not library.changed()
        rebuilt = Library(root, places, cache=tmp_path / f"rebuilt-{step}")
        rebuilt.update()
        assert content(library) == content(rebuilt), written(lists)
    assert read < 6 * len(TEXTS)


def read_again(library: Library) -> set[str]:
    """Update the index and return the names of the files that are read."""
    read: set[str] = set()
    plain = reading.read

    def noted(root: Path, file: File, annotator: Annotator) -> reading.Reading:
        read.add(Path(file.path).stem)
        return plain(root, file, annotator)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read", noted)
        library.update()
    return read


STATED = {"stated"}
"""The brief that states facts in which names may stand that its text lacks: it is read after every change."""


@pytest.mark.parametrize(
    ("lists", "concerned"),
    [
        ("kill: [Lake Forum]", {"fish"}),
        ("kill: [HIMARS]", {"oslo"}),
        ("people:\n  - {name: Anniken H., aliases: [Huitfeldt]}", {"oslo"}),
        ("people:\n  - {name: Tony Blinken, aliases: [Antony Blinken]}", {"visit", "call", "kremlin", "oslo"}),
        ("countries:\n  - {name: Hashemite Kingdom, aliases: [Jordan]}", {"king"}),
        ("kill: [Yuletide]", set()),
        ("# nothing but a remark", set()),
    ],
)
def test_only_the_briefs_that_hold_a_name_are_read_again(
    root: Path, opened: Open, lists: str, concerned: set[str]
) -> None:
    opened().update()
    (root / "names.yaml").write_text(lists, "utf-8")
    assert read_again(opened()) == concerned | STATED
    assert read_again(opened()) == set()
    (root / "names.yaml").unlink()
    assert read_again(opened()) == concerned | STATED


def test_a_change_that_may_concern_any_brief_has_all_read_again(root: Path, opened: Open) -> None:
    (root / "names.yaml").write_text("kill: [Japan]", "utf-8")
    opened().update()
    (root / "names.yaml").unlink()
    assert read_again(opened()) == TEXTS.keys()


@pytest.mark.parametrize("name", ["made-with", "inventory"])
def test_without_the_record_of_the_lists_all_are_read_again(root: Path, opened: Open, name: str) -> None:
    opened().update()
    (opened()._index._cache / name).write_bytes(b"damaged")
    (root / "names.yaml").write_text("kill: [Lake Forum]", "utf-8")
    assert read_again(opened()) == TEXTS.keys()


def test_a_lost_record_of_the_lists_is_not_begun_anew_from_a_few_files(root: Path, opened: Open) -> None:
    opened().update()
    record = opened()._index._cache / "made-with"
    record.unlink()
    (root / "new.md").write_text("---\nmeeting:\n  city: Turku\n---\n\n# News of Ponds\n\nTwo sides met.\n", "utf-8")
    assert read_again(opened()) == {"new"}
    (root / "names.yaml").write_text("kill: [Lake Forum]", "utf-8")
    assert read_again(opened()) == {*TEXTS, "new"}
    (root / "names.yaml").unlink()
    assert read_again(opened()) == {"fish", "new"} | STATED


def test_new_files_and_a_change_of_names_are_taken_in_together(root: Path, opened: Open) -> None:
    opened().update()
    (root / "new.md").write_text("# News of Ponds\n\nAnniken Huitfeldt swam.\n", "utf-8")
    (root / "none.md").unlink()
    (root / "names.yaml").write_text("kill: [Lake Forum]", "utf-8")
    assert read_again(opened()) == {"new", "fish"} | STATED
    assert len(opened().entries()) == len(TEXTS)
    (root / "names.yaml").write_text("kill: [Anniken Huitfeldt]", "utf-8")
    assert read_again(opened()) == {"new", "fish", "oslo"} | STATED


class KilledError(Exception):
    """Stands for the end of a process."""


@pytest.mark.parametrize("at", ["save", "update", "finish"])
@pytest.mark.parametrize("later", ["", "kill: [Lake Forum, HIMARS]"])
def test_an_update_that_is_killed_leaves_no_brief_of_other_lists(
    root: Path, places: Places, opened: Open, tmp_path: Path, at: str, later: str
) -> None:
    opened().update()
    (root / "names.yaml").write_text("kill: [Blinken]", "utf-8")
    owner, name = {"save": (inventory, "save"), "update": (Index, "update"), "finish": (ListChanges, "finish")}[at]
    plain = getattr(owner, name)

    def killed(*given: object, **named: object) -> None:
        if at == "update":
            plain(*given, **named)
        raise KilledError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, killed)
        with pytest.raises(KilledError):
            opened().update()
    (root / "names.yaml").write_text(later, "utf-8")
    library = opened()
    library.update()
    rebuilt = Library(root, places, cache=tmp_path / "rebuilt")
    rebuilt.update()
    assert content(library) == content(rebuilt)
    assert not opened().changed()


def test_an_open_library_sees_an_edit_by_hand(root: Path, opened: Open) -> None:
    library = opened()
    library.update()
    (root / "names.yaml").write_text("kill: [Anniken Huitfeldt]", "utf-8")
    assert library.changed()
    library.update()
    assert not library.search('who:"Anniken Huitfeldt"').total
    assert not library.changed()
    (root / "names.yaml").unlink()
    library.update()
    assert library.search('who:"Anniken Huitfeldt"').total == 1
