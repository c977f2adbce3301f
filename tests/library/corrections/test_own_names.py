"""names.yaml as the reader changes it: the plain file, its comments and order kept, read again at once."""

import os
from pathlib import Path

import pytest

from briefreader.annotate import list_edits
from briefreader.annotate.names.lists import read
from briefreader.config import Places
from briefreader.library import Library
from briefreader.model import LibraryError, SettingsError
from indexing.test_library_index import Open

PATH = Path("names.yaml")
MINE = """# mine
people:
  # an envoy
  - {name: Ann Smith, aliases: [A. Smith], side: Japan}  # short
  - Bo Chen
  - name: Cy Young
    aliases:
      - C. Young   # with a comment
    side: Australia

kill: [Horizon]
# the end
"""


@pytest.mark.parametrize(
    ("name", "alias", "line"),
    [
        ("Ann Smith", "Annie", "  - {name: Ann Smith, aliases: [A. Smith, Annie], side: Japan}  # short"),
        ("Bo Chen", "Chen: Bo", '  - {name: Bo Chen, aliases: ["Chen: Bo"]}'),
        ("Cy Young", "C.Y.", "      - C.Y."),
        ("Dan Doe", "D. Doe", "  - {name: Dan Doe, aliases: [D. Doe]}"),
        ("Dan Doe", "Dan Doe", "  - Dan Doe"),
    ],
)
def test_one_line_changes_and_the_others_stay(name: str, alias: str, line: str) -> None:
    changed = list_edits.with_alias(PATH, MINE, "people", name, alias)
    assert line in changed.splitlines()
    before, after = MINE.splitlines(), changed.splitlines()
    assert len([one for one in before if one not in after]) <= 1
    assert [one for one in after if one.startswith("#")] == ["# mine", "# the end"]
    [entry] = [entry for entry in read(PATH, changed.encode()).entries if entry.name == name]
    assert alias in entry.spellings


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("people:\n- Ann\nkill:\n    - A # one\n", "- Ann\n", "- {name: Ann, aliases: [Annie]}\n"),
        ("people:\n  - { name: Ann,  aliases: [ A.,B. ] }\n", ",B. ]", ",B., Annie ]"),
        ("people:\n  - name:  Ann\n    side:  Japan\n", "  Japan\n", "  Japan\n    aliases: [Annie]\n"),
        (
            'people:\n  - {name: "\\u0041nn"}\nkill: [\n  B,   # a ship\n]\n',
            '\\u0041nn"',
            '\\u0041nn", aliases: [Annie]',
        ),
        ("people: [\n  B,   # a ship\n  Ann,\n]\n", "Ann,", "{name: Ann, aliases: [Annie]},"),
        ("people:\n\n  - Ann        # one\n    # two\n\n  - B", "- Ann ", "- {name: Ann, aliases: [Annie]} "),
        ("---\npeople:\n  - Ann\n...\n", "- Ann", "- {name: Ann, aliases: [Annie]}"),
        ("countries: [NO, 0x10, ~]\npeople: [Ann]\n", "[Ann]", "[{name: Ann, aliases: [Annie]}]"),
    ],
)
def test_whatever_form_a_list_has_nothing_but_the_entry_changes(text: str, before: str, after: str) -> None:
    assert list_edits.with_alias(PATH, text, "people", "Ann", "Annie") == text.replace(before, after)


@pytest.mark.parametrize("text", ["", "people:\n", "people: []\n", "organizations: [UN]", "people:\n- X\n"])
def test_a_section_is_made_or_filled_whatever_there_is(text: str) -> None:
    changed = list_edits.with_alias(PATH, text, "people", "Ann Smith", "Annie")
    assert [entry.name for entry in read(PATH, changed.encode()).entries][-1] == "Ann Smith"
    killed = list_edits.with_killed(PATH, changed, "on")
    assert read(PATH, killed.encode()).killed == ("on",)
    assert list_edits.with_killed(PATH, killed, "on") == killed


def test_what_the_file_says_already_is_not_said_twice() -> None:
    assert list_edits.with_alias(PATH, MINE, "people", "Ann Smith", "A. Smith") == MINE
    with pytest.raises(SettingsError, match="`Ann Smith` in `people` already"):
        list_edits.with_alias(PATH, MINE, "people", "Bo Chen", "A. Smith")
    with pytest.raises(SettingsError, match="under `kill`"):
        list_edits.with_alias(PATH, MINE, "people", "Bo Chen", "Horizon")


def test_a_form_that_cannot_be_added_to_is_left_alone() -> None:
    with pytest.raises(SettingsError, match="names"):
        list_edits.with_alias(PATH, "{people: [X]}", "events", "Y", "Z")


def test_a_merge_is_applied_at_once_and_undone_by_editing(library: Library) -> None:
    path = library.own_names.rename("South Korea", "Republic of Korea", "PLACE")
    assert path == library.root / "names.yaml"
    assert "  - {name: Republic of Korea, aliases: [South Korea]}\n" in path.read_text()
    named = {mention.canonical for mention in library.brief("ncg-1").annotation.mentions}
    assert "Republic of Korea" in named and "South Korea" not in named
    assert library.changed()  # the index knows the old name
    library.update()
    assert library.search('place:"Republic of Korea"').total == 3
    assert library.dossier("ROK").name == "Republic of Korea"
    path.unlink()
    assert Library(library.root, library._places).dossier("ROK").name == "South Korea"


def test_a_killed_name_is_gone(library: Library) -> None:
    library.own_names.remove("Camp David")
    assert not [each for each in library.brief("2023-08-18").annotation.mentions if each.text == "Camp David"]


def test_dates_and_titles_have_no_name(library: Library) -> None:
    with pytest.raises(SettingsError, match="choose a name"):
        library.own_names.rename("18 July", "July", "DATE")


def test_a_mistake_in_the_file_is_told_and_nothing_is_written(library: Library) -> None:
    path = library.root / "names.yaml"
    path.write_text("people:\n  - {name: X, alias: [Y]}\n")
    with pytest.raises(SettingsError, match=r"names\.yaml, line 2: .*`alias`"):
        library.own_names.remove("Seoul")
    assert path.read_text() == "people:\n  - {name: X, alias: [Y]}\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_names_for_a_read_only_library_go_to_the_user(library: Library, places: Places) -> None:
    library.root.chmod(0o500)
    try:
        assert library.own_names.remove("Seoul") == places.names / "names.yaml"
    finally:
        library.root.chmod(0o700)


def test_names_for_the_sample_go_to_the_user(places: Places, opened: Open) -> None:
    from briefreader.library import sample_folder

    sample = Library(sample_folder(), places)
    assert sample.own_names.remove("Seoul") == places.names / "names.yaml"
    assert sample.own_names.remove("Tokyo").read_text().endswith("kill:\n  - Seoul\n  - Tokyo\n")


def test_changes_of_names_are_undone_by_a_later_process(library: Library, opened: Open) -> None:
    path = library.own_names.remove("Seoul")
    kept = path.read_text()
    library.own_names.rename("South Korea", "Republic of Korea", "PLACE")
    later = opened()
    assert later.undo() == "South Korea is now Republic of Korea"
    assert path.read_text() == kept
    assert "South Korea" in {mention.canonical for mention in later.brief("ncg-1").annotation.mentions}
    assert later.undo() == "Seoul is no longer a name"
    assert not path.exists()
    assert later.undo() is None


def test_an_edit_by_hand_is_kept_when_a_change_is_undone(library: Library) -> None:
    path = library.root / "names.yaml"
    path.write_text("kill: [Busan]\n")
    library.own_names.rename("South Korea", "Republic of Korea", "PLACE")
    path.write_text(path.read_text().replace("Busan", "Busan, Daegu"))
    with pytest.raises(LibraryError, match="its lines were changed after 'South Korea is now Republic of Korea'"):
        library.undo()
    assert "Busan, Daegu" in path.read_text()
    path.write_text(f"# mine\n{path.read_text().replace('Busan, Daegu', 'Busan')}")
    library.undo()
    assert path.read_text() == "# mine\nkill: [Busan]\n"


def test_no_list_with_a_mistake_is_left_by_undoing(library: Library) -> None:
    path = library.root / "names.yaml"
    path.write_text("# mine\n")
    library.own_names.remove("Seoul")
    path.write_text(f"{path.read_text()}  - Busan\n")
    before = path.read_text()
    with pytest.raises(SettingsError, match=r"names\.yaml"):
        library.undo()
    assert path.read_text() == before


def test_changes_of_names_for_the_sample_are_undone_too(places: Places) -> None:
    from briefreader.library import sample_folder

    sample = Library(sample_folder(), places)
    path = sample.own_names.remove("Seoul")
    assert sample.undo() == "Seoul is no longer a name"
    assert not path.exists()


def test_the_briefs_that_hold_a_name_are_told_before_it_changes(library: Library) -> None:
    uses = library.own_names.uses("South Korea", "PLACE")
    assert uses.total == 2
    assert uses.newest[0].id == "2023-08-18-leaders-meet-at-camp-david"
    assert library.own_names.uses("south korea", "PLACE") == uses
    assert library.own_names.uses("South Korea", "ORG").total == 0
    assert library.own_names.uses("Busan", "PLACE").total == 0


def test_a_pipe_in_place_of_the_list_is_a_mistake(root: Path, library: Library) -> None:
    os.mkfifo(root / "names.yaml")
    with pytest.raises(SettingsError, match=r"names\.yaml: the list of names is no regular file"):
        library.changed()
