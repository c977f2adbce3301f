"""A file taken in becomes a brief once, its bytes are kept, and nothing that goes wrong loses anything."""

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Added, Library, list_inputs
from briefreader.library.importing.inputs import Input
from briefreader.model import LibraryError

ARTICLE = """Allies hold fifth Extended Deterrence Strategy meeting

On September 4, 2024, two allies convened the fifth EDSCG meeting in Washington. Under Secretary of State
Bonnie Jenkins led the U.S. delegation. First Vice Minister of Foreign Affairs Kim Hong Kyun led the ROK delegation.

The next high-level EDSCG meeting will be held in 2025.
"""
FROM_THE_WEB = "---\ntitle: Joint statement\nurl: https://state.example/1\ntext_status: official\n---\n\n{text}\n"

Open = Callable[[], Library]


@pytest.fixture
def own(tmp_path: Path, places: Places) -> Library:
    """An empty library."""
    (tmp_path / "own").mkdir()
    return Library(tmp_path / "own", places)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    return tmp_path / "inbox"


def add(library: Library, *names: Path | str, standard_input: bytes = b"") -> list[Added]:
    return list(library.add(list_inputs([str(name) for name in names], lambda: standard_input, walk=True)))


def briefs(library: Library) -> list[str]:
    return sorted(path.name for path in library.root.glob("*.md"))


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_an_article_becomes_a_brief_named_by_its_meeting(own: Library, inbox: Path) -> None:
    [added] = add(own, put(inbox, "edscg.txt", ARTICLE))
    assert (added.status, added.id, added.date) == ("added", "edscg-5-2024-09-04", "2024-09-04")
    assert added.title == "Allies hold fifth Extended Deterrence Strategy meeting"
    own.update()
    brief = own.brief("edscg-5-2024-09-04")
    assert brief.entry.path == "edscg-5-2024-09-04.md"
    assert (brief.entry.series, brief.entry.ordinal) == ("EDSCG", 5)
    assert "convened the fifth EDSCG meeting" in brief.text


def test_the_front_matter_holds_what_the_document_says_of_itself_and_no_guess(own: Library, inbox: Path) -> None:
    add(own, put(inbox, "edscg.txt", ARTICLE))
    front = (own.root / "edscg-5-2024-09-04.md").read_text().split("---\n")[1].splitlines()
    assert [line.partition(":")[0] for line in front] == ["title", "id", "original_file", "text_status"]
    own.update()
    meeting = own.brief("edscg-5").annotation.meeting
    assert meeting is not None
    assert (meeting.series, meeting.ordinal, meeting.stated) == ("EDSCG", 5, ())


def test_a_persons_word_in_the_front_matter_wins_and_is_marked(own: Library, inbox: Path) -> None:
    add(own, put(inbox, "edscg.txt", ARTICLE))
    path = own.root / "edscg-5-2024-09-04.md"
    written = path.read_text()
    for words, stated in (
        ("meeting:\n  ordinal: 6\n  city: Oslo\n", ("ordinal", "city")),
        ("ordinal: 6\ncity: Oslo\n", ("ordinal", "city")),
        ("meeting: {ordinal: 6, city: Oslo}\n", ("ordinal", "city")),
    ):
        path.write_text(written.replace("---\n", f"---\n{words}", 1))
        own.update()
        meeting = own.brief("edscg-5-2024-09-04").annotation.meeting
        assert meeting is not None
        assert (meeting.series, meeting.ordinal, meeting.city, meeting.stated) == ("EDSCG", 6, "Oslo", stated)


def test_what_a_document_states_of_its_meeting_is_kept_as_its_own_word(own: Library, inbox: Path) -> None:
    front = "title: Talks\ndate: 2024-09-04\nseries: Harbour Talks\nordinal: 3\nleads: [Ann Example]"
    stated = f"---\n{front}\n---\n\nThey met.\n"
    [added] = add(own, put(inbox, "talks.md", stated))
    assert added.id == "harbour-talks-3-2024-09-04"
    own.update()
    meeting = own.brief(added.id).annotation.meeting
    assert meeting is not None
    assert (meeting.series, meeting.ordinal, meeting.leads) == ("Harbour Talks", 3, ("Ann Example",))
    assert meeting.stated == ("series", "ordinal", "date", "leads")


def test_the_original_is_kept_byte_for_byte(own: Library, inbox: Path) -> None:
    raw = ARTICLE.encode().replace(b"\n", b"\r\n") + b"\xe2\x80\x8b\x1b[31m"
    add(own, put(inbox, "edscg.TXT", raw))
    [original] = (own.root / ".briefreader" / "originals").iterdir()
    assert original.read_bytes() == raw
    assert original.name in (own.root / briefs(own)[0]).read_text()


def test_the_same_file_is_added_once(own: Library, inbox: Path, places: Places) -> None:
    path = put(inbox, "edscg.txt", ARTICLE)
    add(own, path)
    [again] = add(Library(own.root, places), path)
    assert (again.status, again.id, again.reason) == (
        "unchanged",
        "edscg-5-2024-09-04",
        "the same file was added before",
    )
    assert briefs(own) == ["edscg-5-2024-09-04.md"]


def test_the_same_text_from_another_file_is_a_duplicate(own: Library, inbox: Path) -> None:
    first, second = add(own, put(inbox, "a.txt", ARTICLE), put(inbox, "b.txt", ARTICLE.replace("\n\n", "\n\n\n")))
    assert (first.status, second.status, second.id) == ("added", "duplicate", first.id)


def test_a_brief_that_was_put_there_by_hand_counts_too(own: Library, inbox: Path) -> None:
    readouts.write(own.root, {"deep/ncg.md": readouts.NCG_1})
    own.update()
    same_bytes = put(inbox, "x.md", readouts.NCG_1)
    same_text = put(inbox, "y.md", readouts.NCG_1.replace("source: Office of the President\n", ""))
    assert [added.status for added in add(own, same_bytes, same_text)] == ["duplicate", "duplicate"]
    assert briefs(own) == []


def test_a_file_of_the_library_is_not_added_to_it_again(own: Library) -> None:
    inside = put(own.root, "sub/note.md", readouts.NOTE)
    [added] = add(own, own.root)
    assert (added.path, added.status, added.id) == (str(inside), "unchanged", "a-note-on-maritime-security")
    mended = put(own.root, ".briefreader/quarantine/mended.md", "# Mended\n\nNow it can be read.\n")
    assert [added.status for added in add(own, mended)] == ["added"]


def test_a_removed_brief_can_be_added_again(own: Library, inbox: Path) -> None:
    path = put(inbox, "edscg.txt", ARTICLE)
    [added] = add(own, path)
    own.update()
    assert added.id
    own.remove(added.id)
    assert briefs(own) == []
    assert [again.status for again in add(own, path)] == ["added"]


def test_a_changed_text_from_the_same_address_is_an_update_and_the_old_one_is_kept(own: Library, inbox: Path) -> None:
    [old] = add(own, put(inbox, "page.md", FROM_THE_WEB.format(text="The ministers met.")))
    [new] = add(own, put(inbox, "page.md", FROM_THE_WEB.format(text="The ministers met and agreed.")))
    assert (new.status, new.id) == ("updated", old.id)
    assert "met and agreed" in (own.root / "joint-statement.md").read_text()
    [kept] = (own.root / ".briefreader" / "removed").iterdir()
    assert "The ministers met.\n" in kept.read_text()
    [same] = add(own, put(inbox, "again.md", FROM_THE_WEB.format(text="The ministers met and  agreed.")))
    assert same.status == "unchanged"


def test_a_copy_from_another_file_says_of_which(own: Library, inbox: Path) -> None:
    first, same, other = add(
        own,
        put(inbox, "a.txt", ARTICLE),
        put(inbox, "copy/a.txt", ARTICLE),
        put(inbox, "b.md", FROM_THE_WEB.format(text="They met.")),
    )
    assert (same.status, same.id) == ("duplicate", first.id)
    assert f"a copy of {first.id}" in str(same.reason)
    elsewhere = FROM_THE_WEB.format(text="They met.").replace("state.example/1", "news.example/2")
    [copy] = add(own, put(inbox, "c.md", elsewhere))
    assert (copy.status, copy.id) == ("duplicate", other.id)
    assert copy.reason == f"a copy: the same text as {other.id}, which came from https://state.example/1"


def test_the_same_file_saved_with_other_spaces_is_unchanged(own: Library, inbox: Path) -> None:
    add(own, put(inbox, "a.txt", ARTICLE))
    [again] = add(own, put(inbox, "a.txt", ARTICLE.replace("\n\n", "\n\n\n")))
    assert again.status == "unchanged"


@pytest.mark.parametrize("form", ["http://www.state.example/1/", "https://state.example/1?utm_source=mail#top"])
def test_an_address_in_another_form_is_the_same(own: Library, inbox: Path, form: str) -> None:
    [old] = add(own, put(inbox, "page.md", FROM_THE_WEB.format(text="They met.")))
    newer = FROM_THE_WEB.format(text="They met and agreed.").replace("https://state.example/1", form)
    [new] = add(own, put(inbox, "newer.md", newer))
    assert (new.status, new.id) == ("updated", old.id)


DATED = "---\ntitle: Joint statement\nurl: https://state.example/1\ndate: {date}\n---\n\n{text}\n"


def test_a_newer_text_says_where_the_former_one_is(own: Library, inbox: Path) -> None:
    add(own, put(inbox, "old.md", DATED.format(date="2024-05-01", text="They met.")))
    [new] = add(own, put(inbox, "new.md", DATED.format(date="2024-05-02", text="They met and agreed.")))
    kept = ".briefreader/removed/2024-05-01-joint-statement~2024-05-01.md"
    assert new.reason == f"a newer text from the same address; the former one of 2024-05-01 is kept in {kept}"
    assert "They met.\n" in (own.root / kept).read_text()


def test_a_newer_text_keeps_a_persons_word_about_the_meeting(own: Library, inbox: Path) -> None:
    [old] = add(own, put(inbox, "old.md", DATED.format(date="2024-05-01", text="They met.")))
    path = own.root / f"{old.id}.md"
    path.write_text(path.read_text().replace("---\n", "---\nmeeting:\n  series: Harbour Talks\n", 1))
    own.update()
    [new] = add(own, put(inbox, "new.md", DATED.format(date="2024-05-02", text="They met and agreed.")))
    own.update()
    meeting = own.brief(str(new.id)).annotation.meeting
    assert (new.id, meeting and meeting.series, meeting and meeting.stated) == (old.id, "Harbour Talks", ("series",))


def test_a_file_without_a_text_replaces_no_text_but_one_with_less_text_does(own: Library, inbox: Path) -> None:
    [old] = add(own, put(inbox, "old.md", DATED.format(date="2024-05-01", text="They met.\n\nThey agreed.")))
    [empty] = add(own, put(inbox, "empty.md", DATED.format(date="2024-05-02", text="")))
    assert (empty.status, empty.id) == ("unchanged", old.id)
    [less] = add(own, put(inbox, "less.md", DATED.format(date="2024-05-02", text="They met.")))
    assert (less.status, less.id) == ("updated", old.id)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("They met.", "date: the text states none; write `date:` into the brief"),
        ("They met.\n\nDate: 03/04/2024", "date: Date: 03/04/2024 may be"),
    ],
)
def test_a_doubt_about_a_missing_date_is_told_once_with_its_remedy(
    own: Library, inbox: Path, text: str, doubt: str
) -> None:
    [added] = add(own, put(inbox, "talks.md", f"# Talks on harbours\n\n{text}\n"))
    assert added.date is None
    [told] = added.unsure
    assert told.startswith(doubt)
    assert told.endswith("; write `date:` into the brief")


def test_an_older_text_of_the_same_address_overwrites_nothing(own: Library, inbox: Path, places: Places) -> None:
    [new] = add(own, put(inbox, "new.md", DATED.format(date="2024-05-02", text="They met and agreed.")))
    older = put(inbox, "old.md", DATED.format(date="2024-05-01", text="They met."))
    [old] = add(own, older)
    assert (old.status, old.id) == ("unchanged", new.id)
    assert "has a newer text from the same address; this one of 2024-05-01 is kept in .briefreader/" in str(old.reason)
    [path] = own.root.glob("*.md")
    assert "met and agreed" in path.read_text()
    [kept] = (own.root / ".briefreader" / "removed").iterdir()
    assert "They met.\n" in kept.read_text()
    [again] = add(Library(own.root, places), older)
    assert again.status == "unchanged"
    assert len(list((own.root / ".briefreader" / "removed").iterdir())) == 1


def test_two_versions_without_dates_never_take_turns(own: Library, inbox: Path, places: Places) -> None:
    paths = [put(inbox, f"{n}.md", FROM_THE_WEB.format(text=f"They met {n} times.")) for n in (1, 2)]
    assert [added.status for added in add(own, *paths)] == ["added", "updated"]
    again = add(Library(own.root, places), *paths)
    assert [added.status for added in again] == ["unchanged", "unchanged"]
    assert "an older version of joint-statement" in str(again[0].reason)
    [path] = own.root.glob("*.md")
    assert "met 2 times" in path.read_text()


def test_briefs_that_ask_for_the_same_id_get_different_files_whatever_their_order(
    tmp_path: Path, places: Places, inbox: Path
) -> None:
    one = put(inbox, "one.md", "# Joint statement\n\nThe ministers of fisheries met.\n")
    two = put(inbox, "two.md", "# Joint statement\n\nThe ministers of defense met.\n")
    listed = []
    for order in ((one, two), (two, one)):
        library = Library(tmp_path / f"order-{order[0].stem}", places)
        library.root.mkdir()
        added = add(library, *order)
        library.update()
        assert [each.status for each in added] == ["added", "added"]
        for each, path in zip(added, order, strict=True):
            assert each.id
            assert path.read_text().split("\n\n")[1].strip() in library.brief(each.id).text
        listed.append({entry.id for entry in library.entries()})
    assert listed[0] == listed[1]


def test_a_file_added_again_is_named_by_its_own_id_before_there_is_an_index(
    own: Library, inbox: Path, places: Places
) -> None:
    put(inbox, "a.md", "# Talks\n\nMarch 3, 2025\n\nThey met.\n")
    put(inbox, "b.md", "# Talks\n\nMarch 3, 2025\n\nThey left.\n")
    first, second = (each.id for each in add(own, inbox))
    assert first != second
    again = add(Library(own.root, places), inbox)
    assert [(each.status, each.id) for each in again] == [("unchanged", first), ("unchanged", second)]


def test_what_cannot_be_read_goes_into_quarantine_and_the_rest_is_added(own: Library, inbox: Path) -> None:
    put(inbox, "broken.md", b"\x00\x01\x02")
    put(inbox, "feed.xml", "<rss></rss>")
    put(inbox, "sub/edscg.txt", ARTICLE)
    put(inbox, ".hidden.txt", ARTICLE)
    statuses = {Path(added.path).name: added for added in add(own, inbox)}
    assert {name: added.status for name, added in statuses.items()} == {
        "broken.md": "quarantined",
        "feed.xml": "quarantined",
        "edscg.txt": "added",
    }
    assert "not a text file" in str(statuses["broken.md"].reason)
    quarantine = own.root / ".briefreader" / "quarantine"
    kept = sorted(path.name.split("-")[0] for path in quarantine.iterdir() if path.suffix != ".reason")
    assert kept == ["broken", "feed"]
    [reason] = quarantine.glob("broken*.reason")
    assert reason.read_text().strip() == statuses["broken.md"].reason


def test_a_link_that_leads_out_of_a_folder_is_not_followed_unless_it_is_named(
    own: Library, tmp_path: Path, inbox: Path
) -> None:
    secret = put(tmp_path, "secret.txt", "Secret\n\nNobody else may read this.\n")
    put(inbox, "edscg.txt", ARTICLE)
    link = inbox / "link.txt"
    link.symlink_to(secret)
    (inbox / "same.txt").symlink_to("edscg.txt")
    found = {Path(added.path).name: added for added in add(own, inbox)}
    assert {name: added.status for name, added in found.items()} == {"edscg.txt": "added", "link.txt": "quarantined"}
    assert f"the link leads to {secret}, outside of the folder, and is not followed" in str(found["link.txt"].reason)
    assert not [path for path in own.root.rglob("*") if path.is_file() and b"Nobody else" in path.read_bytes()]
    assert [added.status for added in add(own, link)] == ["added"]
    (tmp_path / "linked-inbox").symlink_to(inbox)
    assert "edscg.txt" in [Path(added.path).name for added in add(own, tmp_path / "linked-inbox")]


def test_a_file_that_becomes_a_link_after_the_folder_was_listed_is_not_followed(
    own: Library, tmp_path: Path, inbox: Path
) -> None:
    secret = put(tmp_path, "secret.txt", "Secret\n\nNobody else may read this.\n")
    path = put(inbox, "edscg.txt", ARTICLE)

    def given() -> Iterator[Input]:
        for each in list_inputs([str(inbox)], bytes, walk=True):
            path.unlink()
            path.symlink_to(secret)
            yield each

    [added] = own.add(given())
    assert (added.status, "leads out of the folder" in str(added.reason)) == ("quarantined", True)


def test_what_is_no_file_is_told(own: Library, inbox: Path) -> None:
    os.mkfifo(inbox / "pipe.txt")
    gone, pipe = add(own, inbox / "gone.txt", inbox / "pipe.txt")
    assert (gone.status, gone.reason) == ("quarantined", "there is no such file; check the name")
    assert (pipe.status, "no regular file" in str(pipe.reason)) == ("quarantined", True)


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"<!DOCTYPE html><html><head><title>Talks in Oslo</title></head><body><article><h1>Talks in Oslo</h1>"
         b"<p>The two sides met in Oslo and spoke of fish, of ships and of the law of the sea.</p></article></html>",
         "Talks in Oslo"),
        (b"---\ntitle: Talks in Oslo\n---\n\nThe two sides met.\n", "Talks in Oslo"),
        (b"# Talks in Oslo\n\nThe two sides met.\n", "Talks in Oslo"),
        (b"Talks in Oslo\n\nThe two sides met.\n", "Talks in Oslo"),
    ],
)  # fmt: skip
def test_standard_input_is_taken_for_what_it_looks_like(own: Library, data: bytes, title: str) -> None:
    [added] = add(own, "-", standard_input=data)
    assert (added.path, added.status, added.title) == ("-", "added", title)


def test_a_text_without_a_date_says_so(own: Library, inbox: Path) -> None:
    [added] = add(own, put(inbox, "note.md", readouts.NOTE))
    assert added.date is None
    assert any(line.startswith("date:") for line in added.unsure)


def test_the_sample_is_never_written_to(places: Places, inbox: Path) -> None:
    from briefreader.library import sample_folder

    sample = Library(sample_folder(), places)
    with pytest.raises(LibraryError, match="never changed"):
        add(sample, put(inbox, "edscg.txt", ARTICLE))
    with pytest.raises(LibraryError, match="never changed"):
        sample.remove("edscg-5-2024-09-04")


def test_a_read_only_library_is_told(own: Library, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(LibraryError, match="read-only"):
        add(own, put(inbox, "edscg.txt", ARTICLE))


def test_a_full_disk_ends_in_one_sentence_and_leaves_no_half_file(
    own: Library, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(own, put(inbox, "first.txt", ARTICLE))
    real = os.fsync

    def full(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().is_relative_to(own.root):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LibraryError, match=r"second\.txt was not added: the disk of .* is full") as told:
        add(own, put(inbox, "second.txt", readouts.NOTE))
    assert "\n" not in str(told.value)
    assert briefs(own) == ["edscg-5-2024-09-04.md"]
    assert list((own.root / ".briefreader" / "partial").iterdir()) == []


def test_what_a_killed_run_added_is_whole_and_the_next_run_adds_the_rest(own: Library, inbox: Path) -> None:
    for number in range(40):
        put(
            inbox, f"{number:02}.md", f"# Statement number {number}\n\n" + f"Paragraph of statement {number}.\n\n" * 200
        )
    code = (
        "import sys; from pathlib import Path; from briefreader.config import Places; "
        "from briefreader.library import Library, list_inputs\n"
        "library = Library(Path(sys.argv[1]), Places(*map(Path, sys.argv[3:6])))\n"
        "for added in library.add(list_inputs([sys.argv[2]], bytes, walk=True)): print(added.status, flush=True)\n"
    )
    folders = [str(own._places.config), str(own._places.data), str(own._places.cache)]
    chance = random.Random(3)
    for _ in range(4):
        command = [sys.executable, "-c", code, str(own.root), str(inbox), *folders]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as adding:
            assert adding.stdout is not None
            adding.stdout.readline()
            time.sleep(chance.random() / 10)
            adding.send_signal(signal.SIGKILL)
        for name in briefs(own):
            assert (own.root / name).read_text().count("Paragraph of statement") == 200
    statuses = [added.status for added in add(own, inbox)]
    assert set(statuses) <= {"added", "unchanged", "duplicate"}
    assert len(briefs(own)) == 40
    ledger = own.root / ".briefreader" / "added.jsonl"
    assert all(json.loads(line) for line in ledger.read_text().splitlines() if line.endswith("}"))


def test_a_brief_that_is_indexed_while_others_are_added_can_be_replaced(
    own: Library, places: Places, inbox: Path
) -> None:
    reader = Library(own.root, places)
    put(own.root, "other.md", "# Other\n\nIt was there before.\n")
    reader.update()
    first = put(inbox, "first.md", FROM_THE_WEB.format(text="They met."))
    second = put(inbox, "second.md", FROM_THE_WEB.format(text="They met, and parted."))
    note = put(inbox, "note.txt", "Note\n\nAnother text.\n")
    add(own, first)  # and not indexed yet

    def given() -> Iterator[Input]:
        yield from list_inputs([str(note)], bytes, walk=False)
        reader.update()
        yield from list_inputs([str(second)], bytes, walk=False)

    assert [added.status for added in own.add(given())] == ["added", "updated"]
