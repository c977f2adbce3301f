"""meetings.yaml as the reader changes it: a plain file that wins over what is inferred, and can be undone."""

import os
import random
import shutil
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Corrected, Library, Marked, own_files
from briefreader.library.corrections import meeting_row_edits as edits
from briefreader.library.corrections import meeting_rows as rows
from briefreader.meetings import Corrections, Grouping, HeldMeeting, Told
from briefreader.model import SettingsError, UsageError
from indexing.test_library_index import Open

PATH = Path("meetings.yaml")
MINE = """# mine
briefs:
  - {joined: [a, b]}   # the same day
  # a comment
  - parted: [c]
    from:
      - d   # not that one

meetings:
  - {brief: a, date: 2024-09-21, ordinal: 4}  # told by phone
  - brief: x
    city: Lima
series: [{name: Quad, aliases: [Quadrilateral]}]
# the end
"""


def found(text: str) -> Corrections:
    read = rows.read(PATH, text.encode())
    assert read.problems == ()
    return read.corrections


def test_a_file_is_read_in_any_form_of_yaml() -> None:
    corrections = found(MINE)
    assert corrections.groupings == (Grouping("joined", ("a", "b")), Grouping("parted", ("c",), ("d",)))
    assert corrections.facts == (("a", {"date": "2024-09-21", "ordinal": 4}), ("x", {"city": "Lima"}))
    assert corrections.series == {"Quadrilateral": "Quad"}
    assert found("") == found("briefs:\nmeetings: []\n") == found("# nothing") == Corrections()


def kept(before: str, after: str) -> list[str]:
    """Return the lines of the first text that the second one lacks."""
    return [line for line in before.splitlines() if line not in after.splitlines()]


def test_a_statement_on_briefs_is_one_more_line() -> None:
    changed = edits.with_grouping(PATH, MINE, Grouping("parted", ("2021-x", "y: z"), ("b",)))
    assert '  - {parted: [2021-x, "y: z"], from: [b]}' in changed.splitlines()
    assert not kept(MINE, changed)
    assert found(changed).groupings[-1] == Grouping("parted", ("2021-x", "y: z"), ("b",))


@pytest.mark.parametrize(
    ("briefs", "facts", "lost"),
    [
        (("a", "b"), {"date": "2024-09", "leads": ("Ann Lee, Jr.", "Bo")}, 1),
        (("x",), {"city": None, "sides": ()}, 2),
        (("x", "a"), {"country": "no"}, 3),
        (("new",), {"name": "The lake: talks"}, 0),
        (("a",), {}, 1),
        (("x",), {}, 2),
    ],
)
def test_the_facts_of_a_meeting_take_the_place_of_the_former(
    briefs: tuple[str, ...], facts: dict[str, object], lost: int
) -> None:
    changed = edits.with_facts(PATH, MINE, briefs, facts)  # type: ignore[arg-type]
    assert found(changed).facts_of(briefs) == facts
    assert len(kept(MINE, changed)) == lost
    assert changed.count("#") == MINE.count("#")
    others = [row for row in found(MINE).facts if row[0] not in briefs]
    assert [row for row in found(changed).facts if row[0] not in briefs] == others


def test_series_are_renamed_merged_and_named_back() -> None:
    renamed = edits.with_series(PATH, MINE, "Four", ["Quad"])
    assert found(renamed).series == {"Quadrilateral": "Four", "Quad": "Four"}
    merged = edits.with_series(PATH, renamed, "Four", ["AUKUS"])
    assert found(merged).series_called("AUKUS") == "Four"
    back = edits.with_series(PATH, merged, "Quad", ["Four"])
    assert {found(back).series_called(each) for each in ("Four", "AUKUS", "Quadrilateral", "Quad")} == {"Quad"}
    other = edits.with_series(PATH, back, "Other", ["Forum"])
    assert found(other).series_called("Forum") == "Other"
    assert not kept(back.replace("]}]", "]}"), other.replace("]}, {", "]}\n{").replace("]}]", "]}"))


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("meetings:\n  - {brief: a, date: 2024-13-01}\n", 2, "`date`: `2024-13-01` is not in the calendar"),
        ("meetings:\n  - {brief: a, date: 9999-12-31}\n", 2, "`date`: `9999-12-31` is no date of a meeting"),
        ("meetings:\n  - brief: a\n    place: Lima\n", 3, "`place` is no key of `meetings`"),
        ("meetings:\n  - {date: 2024-01-01}\n", 2, "this row names no brief"),
        ("meetings: {brief: a}\n", 1, "section `meetings` is no list"),
        ("briefs:\n  - {joined: [a]}\n", 2, "this row neither joins briefs nor parts them"),
        ("briefs:\n  - {parted: [a]}\n", 2, "this row neither joins briefs nor parts them"),
        (f"briefs:\n  - {{joined: {[*range(201)]}}}\n", 2, "this row has more than 200 briefs"),
        ("briefs:\n  - a\n", 2, "this is no row of `briefs`"),
        ("briefs:\n  - {joined: [a, [b]]}\n", 2, "a list holds something else than texts"),
        ("series:\n  - {name: A}\n", 2, "a series needs its name and its other names"),
        ("people:\n  - A\n", 1, "there is no section `people`"),
        ("- a\n", 1, "corrections of meetings stand under a section"),
        ("meetings: &a [{brief: a}]\nbriefs: *a\n", 2, "YAML aliases (*name) are not read"),
        ('"a\\e[31m\\rb": []\n', 1, "there is no section `a b`"),
        (f"briefs:\n  - {{joined: {'[' * 900}{']' * 900}}}\n", 2, "lists stand inside each other too often"),
        (f"{'x' * 900}: []\n", 1, f"there is no section `{'x' * 178}…"),
        ("meetings:\n  - {brief: a\n", 3, "this is not YAML (did not find expected ',' or '}')"),
    ],
)
def test_mistakes_are_told_with_file_and_line_and_the_other_rows_count(text: str, line: int, what: str) -> None:
    read = rows.read(PATH, text.encode())
    [problem] = read.problems
    assert (problem.where, problem.what) == (f"meetings.yaml, line {line}", what)
    assert problem.remedy
    if not read.is_broken:
        good = "briefs:\n  - {joined: [p, q]}\n"
        more = good + text.replace("briefs:\n", "") if text.startswith("briefs") else text + good
        assert Grouping("joined", ("p", "q")) in rows.read(PATH, more.encode()).corrections.groupings


@pytest.mark.parametrize("data", [b"meetings: [\n", b"\xff\xfe\xff", b"a: *b\n", b"a: " + b"[" * 300 + b"]" * 300])
def test_a_broken_file_is_never_written(data: bytes, root: Path, library: Library) -> None:
    (root / "meetings.yaml").write_bytes(data)
    before = library.meetings()
    assert before
    assert any("meetings.yaml" in problem.where and problem.remedy for problem in library.check())
    with pytest.raises(SettingsError, match=r"meetings\.yaml"):
        library.own_meetings.state("ncg-1-2023-07-18", {"city": "Lima"})
    assert (root / "meetings.yaml").read_bytes() == data


@pytest.fixture
def ids(library: Library) -> dict[str, str]:
    """Return the IDs of the briefs by the names of their files."""
    return {entry.path.rpartition("/")[2].removesuffix(".md"): entry.id for entry in library.entries()}


def state(library: Library) -> list[tuple[object, ...]]:
    return [
        (meeting.id, meeting.date, meeting.series, meeting.city, tuple(brief.id for brief in meeting.briefs))
        for meeting in library.meetings()
    ]


def test_each_change_holds_in_a_new_process_and_can_be_undone(
    root: Path, library: Library, opened: Open, ids: dict[str, str]
) -> None:
    states = [state(library)]
    own = library.own_meetings
    changes: list[Callable[[], Corrected]] = [
        lambda: own.join([Marked(ids["ncg-1"]), Marked(ids["summit"])]),
        lambda: own.part([ids["summit"]]),
        lambda: own.join([Marked(ids["note"], alone=True), Marked(ids["ncg-3"])]),
        lambda: own.state(ids["ncg-3"], {"date": "2024-06-11", "city": "Busan"}),
        lambda: own.state(ids["ncg-3"], {"series": None}),
        lambda: own.name_series(["NCG"], "Nuclear Group"),
    ]
    for change in changes:
        made = change()
        assert made.what
        assert made.path == root / "meetings.yaml"
        assert state(library) != states[-1]
        states.append(state(library))
        assert state(opened()) == states[-1]
    for before in reversed(states[:-1]):
        assert library.undo()
        assert state(library) == before
    assert library.undo() is None
    assert not (root / "meetings.yaml").exists()


def test_random_changes_are_undone_one_by_one_until_all_is_as_before(
    root: Path, library: Library, opened: Open, ids: dict[str, str]
) -> None:
    chance = random.Random(17)
    (root / "meetings.yaml").write_text("# mine\nseries: []\n", "utf-8")
    states = [state(library)]
    own, all_ids = library.own_meetings, sorted(ids.values())
    while len(states) < 16:
        some = chance.sample(all_ids, 2)
        try:
            match chance.randrange(4):
                case 0:
                    own.join([Marked(some[0], alone=chance.random() < 0.5), Marked(some[1])])
                case 1:
                    own.part(some[:1])
                case 2:
                    own.state(some[0], {"city": chance.choice(["Lima", "Cusco", None])})
                case 3:
                    own.name_series(["NCG"], chance.choice(["Nuclear Group", "Consultations"]))
        except UsageError:
            continue
        states.append(state(library))
    assert state(opened()) == states[-1]
    for before in reversed(states[:-1]):
        assert library.undo()
        assert state(library) == before
    assert (root / "meetings.yaml").read_text("utf-8") == "# mine\nseries: []\n"


def test_joined_and_stated_last_when_new_briefs_come(root: Path, library: Library, ids: dict[str, str]) -> None:
    library.own_meetings.join([Marked(ids["ncg-1"]), Marked(ids["summit"])])
    library.own_meetings.state(ids["ncg-1"], {"city": "Busan"})
    joint = readouts.NCG_1.replace("Inaugural meeting", "Joint statement on the first meeting")
    (root / "joint.md").write_text(joint, "utf-8")
    (root / "2024" / "ncg-3.md").unlink()
    library.update()
    first = library.resolve("ncg-1.md").id
    assert first != ids["ncg-1"]
    [meeting] = [held for held in library.meetings() if first in {brief.id for brief in held.briefs}]
    assert ids["summit"] in {brief.id for brief in meeting.briefs}
    assert meeting.city == "Busan"
    assert meeting.stated == ("city",)
    library.own_meetings.state(first, {"country": "Korea"})
    assert library.own_meetings.facts_of(first) == {"country": "Korea"}
    assert (root / "meetings.yaml").read_text("utf-8").count("brief:") == 1


def test_a_brief_that_is_gone_keeps_its_rows_for_its_return(root: Path, library: Library, ids: dict[str, str]) -> None:
    library.own_meetings.join([Marked(ids["ncg-1"]), Marked(ids["summit"])])
    after = state(library)
    text = (root / "summit.md").read_text("utf-8")
    (root / "summit.md").unlink()
    library.update()
    assert len(state(library)) == len(after)
    assert ids["summit"] in (root / "meetings.yaml").read_text("utf-8")
    (root / "summit.md").write_text(text, "utf-8")
    library.update()
    assert state(library) == after


def test_what_changes_nothing_is_refused(root: Path, library: Library, ids: dict[str, str]) -> None:
    own = library.own_meetings
    with pytest.raises(UsageError, match="one meeting already"):
        own.join([Marked(ids["ncg-1"])])
    with pytest.raises(UsageError, match="no other brief"):
        own.part([ids["ncg-1"]])
    with pytest.raises(UsageError, match="several meetings"):
        own.part([ids["ncg-1"], ids["ncg-3"]])
    with pytest.raises(UsageError, match="nothing was changed"):
        own.state(ids["ncg-1"], {})
    with pytest.raises(UsageError, match="has this name already"):
        own.name_series(["NCG"], "NCG")
    assert not (root / "meetings.yaml").exists()


def test_series_have_the_name_that_a_person_gave(library: Library, ids: dict[str, str]) -> None:
    library.own_meetings.name_series(["NCG"], "Nuclear Group")
    assert [series.name for series in library.series()] == ["Nuclear Group"]
    assert library.series_named("nuclear").name == "Nuclear Group"
    [section] = [each for each in library.overview().sections if each.name == "Series"]
    assert [group.name for group in section.groups] == ["Nuclear Group"]
    library.own_meetings.state(ids["ncg-3"], {"date": "2023-06-10", "city": "Busan"})
    first = library.series_named("nuclear").meetings[0]
    assert (first.id, first.date, first.city) == (ids["ncg-3"], "2023-06-10", "Busan")
    library.own_meetings.state(ids["ncg-3"], {"series": None})
    assert [len(series.meetings) for series in library.series()] == [1]


def test_two_sessions_that_write_at_once_lose_nothing(root: Path, opened: Open, ids: dict[str, str]) -> None:
    def work(name: str, city: str) -> None:
        own = opened().own_meetings
        for number in range(8):
            own.state(ids[name], {"city": f"{city} {number}"})

    threads = [
        threading.Thread(target=work, args=each) for each in (("ncg-1", "Lima"), ("ncg-3", "Cusco"), ("summit", "Ica"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    facts = dict(opened().own_meetings.corrections().facts)
    assert {str(each["city"]) for each in facts.values()} == {"Lima 7", "Cusco 7", "Ica 7"}
    library = opened()
    for _ in range(24):
        assert library.undo()
    assert not (root / "meetings.yaml").exists()


def test_the_file_of_the_user_serves_a_library_that_is_read_only(
    root: Path, places: Places, library: Library, opened: Open, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_files, "is_writable", lambda root: False)
    made = library.own_meetings.state(ids["ncg-1"], {"city": "Busan"})
    assert "Busan" in {meeting.city for meeting in opened().meetings()}
    assert library.check() == ()
    assert library.undo()
    assert "Busan" not in {meeting.city for meeting in opened().meetings()}
    assert not (root / "meetings.yaml").exists()
    assert made.path == places.config / "meetings.yaml"


def test_an_open_library_sees_an_edit_by_hand(root: Path, library: Library, ids: dict[str, str]) -> None:
    before = library.own_meetings.corrections()
    assert library.own_meetings.corrections() is before
    (root / "meetings.yaml").write_text(f"meetings:\n  - {{brief: {ids['ncg-1']}, city: Busan}}\n", "utf-8")
    assert library.own_meetings.corrections() is not before
    assert "Busan" in {meeting.city for meeting in library.meetings()}


def test_a_pipe_in_place_of_the_file_is_told_until_it_is_gone(root: Path, library: Library) -> None:
    os.mkfifo(root / "meetings.yaml")
    [problem] = library.own_meetings.problems()
    assert problem.where == str(root / "meetings.yaml")
    assert problem.what == "this is no regular file"
    with pytest.raises(SettingsError, match="no regular file"):
        library.own_meetings.state("ncg-1-2023-07-18", {"city": "Lima"})
    (root / "meetings.yaml").unlink()
    assert library.own_meetings.problems() == ()


def test_what_is_inferred_is_not_grouped_again_after_a_correction(
    library: Library, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefreader.meetings import grouping

    library.meetings()
    group = grouping.held_meetings

    def group_few(briefs: Iterable[Told]) -> tuple[HeldMeeting, ...]:
        told = list(briefs)
        assert len(told) <= 2, "all were grouped again"
        return group(told)

    monkeypatch.setattr(grouping, "held_meetings", group_few)
    library.own_meetings.join([Marked(ids["ncg-1"]), Marked(ids["summit"])])
    assert len(library.meetings()[-1].briefs) == 2


def test_joined_briefs_are_one_meeting_where_the_index_is_in_memory(
    library: Library, places: Places, opened: Open, ids: dict[str, str]
) -> None:
    library.own_meetings.join([Marked(ids["ncg-1"]), Marked(ids["summit"])])
    on_disk = state(library)
    shutil.rmtree(places.cache)
    places.cache.write_text("a file where the folder should be")
    in_memory = opened()
    in_memory.update()
    assert state(in_memory) == on_disk


def test_the_inferred_facts_are_known_beside_the_stated(library: Library, ids: dict[str, str]) -> None:
    library.own_meetings.state(ids["ncg-1"], {"city": "Busan"})
    inferred = library.inferred_meeting(ids["ncg-1"])
    assert inferred is not None
    assert (inferred.city, inferred.stated) == ("Seoul", ())


def test_meetings_are_made_from_the_index_and_not_from_previews(opened: Open, library: Library) -> None:
    after = state(library)
    other = opened()
    other._session._entries = {entry.id: entry._replace(city=None, series=None) for entry in other.entries()}
    assert state(other) == after
