"""What a person asks of a library: one brief, a series, titles at once, where things are, what is wrong."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefreader.config import Places, Settings, data_folder
from briefreader.indexing import KnownNames, LibraryIndex, read_bytes
from briefreader.library import Library, choose, choose_for_adding
from briefreader.library.importing.inputs import list_inputs, sniffed_name
from briefreader.model import LibraryError, NotFoundError, SourceError
from briefreader.search.execution.title_searcher import ONLY_TITLES

Open = Callable[[], Library]
CAMP_DAVID = "2023-08-18-leaders-meet-at-camp-david"


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("ncg-3-2024-06-10", "ncg-3-2024-06-10"),
        ("ncg-3", "ncg-3-2024-06-10"),
        ("NCG-3", "ncg-3-2024-06-10"),
        ("2023-08-18-leaders…", CAMP_DAVID),
        ("2024/ncg-3.md", "ncg-3-2024-06-10"),
        ("summit", CAMP_DAVID),
    ],
)
def test_a_brief_is_found_by_id_its_beginning_or_its_path(library: Library, word: str, id: str) -> None:
    assert library.resolve(word).id == id


def test_a_brief_is_found_by_the_path_a_person_types(
    library: Library, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert library.resolve(str(root / "summit.md")).id == CAMP_DAVID
    monkeypatch.chdir(root / "2024")
    assert library.resolve("ncg-3.md").id == "ncg-3-2024-06-10"
    assert library.resolve("../summit.md").id == CAMP_DAVID


def test_several_meant_are_listed(library: Library) -> None:
    with pytest.raises(NotFoundError, match="can be any of 2 briefs") as told:
        library.resolve("ncg")
    assert [entry.id for entry in told.value.candidates] == ["ncg-3-2024-06-10", "ncg-1-2023-07-18"]


@pytest.mark.parametrize("word", ["", "nothing", "ncg 3", "../etc/passwd", "\0"])
def test_what_means_nothing_is_told(library: Library, word: str) -> None:
    with pytest.raises(NotFoundError, match="there is no brief"):
        library.resolve(word)


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("ncg 3", "ncg-3-2024-06-10"),
        ("NCG 3rd", "ncg-3-2024-06-10"),
        ("ncg 2023", "ncg-1-2023-07-18"),
        ("seoul 2024-06", "ncg-3-2024-06-10"),
        ("camp david", CAMP_DAVID),
        ("maritime note", "a-note-on-maritime-security"),
        ("leaders meet", CAMP_DAVID),
        ("ncg-1", "ncg-1-2023-07-18"),
    ],
)
def test_words_that_name_one_meeting_find_it(library: Library, words: str, id: str) -> None:
    assert library.resolve_words(words).id == id


@pytest.mark.parametrize("words", ["ncg 4", "seoul summit", "", "?"])
def test_words_that_name_none_find_none(library: Library, words: str) -> None:
    with pytest.raises(NotFoundError):
        library.resolve_words(words)


def test_words_that_name_several_list_them(library: Library) -> None:
    with pytest.raises(NotFoundError) as told:
        library.resolve_words("seoul")
    assert len(told.value.candidates) == 2


def test_a_brief_is_read_with_what_it_says(library: Library) -> None:
    brief = library.brief("ncg-1-2023-07-18")
    assert brief.entry.city == "Seoul"
    assert brief.text.startswith("Inaugural meeting of the Nuclear Consultative Group\n\nSouth Korea and")
    assert (brief.source, brief.url, brief.text_status) == (
        "Office of the President",
        "https://president.example/ncg-1",
        "summary",
    )
    assert {mention.canonical for mention in brief.annotation.mentions} >= {"Seoul", "South Korea", "United States"}


def test_a_brief_whose_file_is_gone_is_told(library: Library, root: Path) -> None:
    (root / "summit.md").unlink()
    with pytest.raises(SourceError, match=r"summit\.md: there is no such file"):
        library.brief(CAMP_DAVID)


def test_a_series_knows_its_order_its_gaps_and_what_comes_next(library: Library) -> None:
    [series] = library.series()
    assert (series.name, series.gaps, series.next) == ("NCG", (2,), "at the end of 2024")
    assert [entry.ordinal for entry in series.meetings] == [1, 3]
    assert library.series_named("ncg") == library.series_named("N") == series


def test_a_series_that_is_not_there_is_told_with_those_that_are(library: Library) -> None:
    with pytest.raises(NotFoundError, match="'EDSCG' is no series here; the series: NCG"):
        library.series_named("EDSCG")


def previews(root: Path, places: Places) -> Iterator[list[list[object]]]:
    """Yield what the indexing process says of the files before it reads them whole."""
    index = LibraryIndex(root, places.cache, KnownNames(root, places))
    return index.previews(index.pending().added)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("nuclear group", ["ncg-3-2024-06-10", "ncg-1-2023-07-18"]),
        ("nuclear -third", ["ncg-1-2023-07-18"]),
        ("camp OR note", [CAMP_DAVID, "a-note-on-maritime-security"]),
        ("series:ncg date:2024", ["ncg-3-2024-06-10"]),
        ("after:2023-08 nuclear", ["ncg-3-2024-06-10"]),
        ("guidelines", []),
        ("who:campbell", []),
        ("", ["ncg-3-2024-06-10", CAMP_DAVID, "ncg-1-2023-07-18", "a-note-on-maritime-security"]),
    ],
)
def test_titles_can_be_searched_before_there_is_an_index(
    opened: Open, places: Places, query: str, ids: list[str]
) -> None:
    library = opened()
    for batch in previews(library.root, places):
        entries = library.add_previews({"stage": "previews", "entries": batch})
    assert [entry.id for entry in entries] == [entry.id for entry in library.entries()]
    results = library.search(query)
    assert [hit.id for hit in results.hits] == ids
    assert results.understood.endswith(ONLY_TITLES)
    assert library.brief(entries[0].id).entry.id == entries[0].id


def test_a_search_by_titles_can_be_given_up(opened: Open, places: Places) -> None:
    library = opened()
    for batch in previews(library.root, places):
        library.add_previews({"entries": batch})
    assert library.search("nuclear", cancelled=lambda: True).hits == ()


def test_an_index_made_meanwhile_is_taken_over(opened: Open) -> None:
    reading = opened()
    assert reading.entries() == ()
    opened().update()
    assert reading.reload()
    assert reading.search("guidelines").total == 2
    assert not reading.reload()


def test_a_library_may_be_searched_and_read_from_many_threads(library: Library) -> None:
    answers: list[object] = []

    def ask(query: str) -> None:
        for _ in range(5):
            answers.append((query, library.search(query).total, len(library.brief("ncg-1").text)))

    threads = [threading.Thread(target=ask, args=(query,)) for query in ("nuclear", "guidelines", "camp david", "")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(answers) == 20
    assert len(set(answers)) == 4


def test_a_brief_opens_while_a_search_is_running(library: Library) -> None:
    started, ended = threading.Event(), threading.Event()

    def slow() -> bool:
        started.set()
        ended.wait(10)
        return False

    searching = threading.Thread(target=library.search, args=("nuclear",), kwargs={"cancelled": slow})
    searching.start()
    assert started.wait(10)
    assert library.brief("ncg-1").entry.ordinal == 1
    assert searching.is_alive()
    ended.set()
    searching.join(10)


def test_matches_are_where_the_query_is_in_the_text(library: Library) -> None:
    text = "Extended deterrence and more deterrence."
    assert [text[match.start : match.end] for match in library.matches("deterrence", text)] == ["deterrence"] * 2


def test_one_file_can_be_a_library_of_its_own(root: Path, places: Places) -> None:
    library = Library(root, places, only="summit.md")
    assert library.update().briefs == 1
    assert [entry.path for entry in library.entries()] == ["summit.md"]
    assert not library.changed()
    assert library.indexer_command()[-2:] == ["--only", "summit.md"]


def test_a_healthy_library_has_no_problems_and_checking_makes_no_index(opened: Open, places: Places) -> None:
    library = opened()
    assert library.check() == ()
    assert not library._index.index.folder.exists()
    library.update()
    assert library.check() == ()


def test_everything_wrong_is_told_with_a_remedy(library: Library, root: Path, places: Places) -> None:
    places.config.mkdir(parents=True)
    places.settings.write_text("libary: here\n")
    (root / "broken.md").write_bytes(b"\0\0")
    [segment] = [path for path in library._index.index.folder.rglob("*metadata*") if path.is_file()]
    segment.write_bytes(segment.read_bytes()[:-1] + b"!")
    (root / ".briefreader" / "quarantine").mkdir(parents=True)
    (root / ".briefreader" / "quarantine" / "x.pdf.reason").write_text("PDF files are not read\n")
    where = {problem.where: problem for problem in library.check()}
    assert list(where) == [
        f"{places.settings}, line 1",
        str(root / "broken.md"),
        str(library._index.index.folder),
        str(root / ".briefreader" / "quarantine" / "x.pdf"),
    ]
    assert all(problem.what and problem.remedy for problem in where.values())


def test_a_locale_without_utf8_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    import locale

    monkeypatch.setattr(locale, "getencoding", lambda: "ISO-8859-1")
    assert [problem.where for problem in library.check()] == ["locale"]


def test_places_are_absolute(library: Library, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    places = {place.label: place.path for place in Library(Path("library")).places()}
    assert places["library"] == root
    assert places["removed"] == root / ".briefreader" / "removed"
    assert all(path.is_absolute() for path in places.values())


def test_the_library_is_the_one_named_first(tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    named, variable, setting = (tmp_path / name for name in ("named", "variable", "setting"))
    monkeypatch.delenv("BRIEFREADER_LIBRARY", raising=False)
    for folder in (named, variable, setting):
        folder.mkdir()
    sample = data_folder() / "library"
    assert choose(places, Settings()) == sample
    places.library.mkdir(parents=True)
    assert choose(places, Settings()) == places.library
    assert choose(places, Settings(library=setting)) == setting
    monkeypatch.setenv("BRIEFREADER_LIBRARY", str(variable))
    assert choose(places, Settings(library=setting)) == variable
    assert choose(places, Settings(library=setting), named=named) == named
    assert choose(places, Settings(library=setting), named=named, sample=True) == sample


def test_a_library_has_the_name_of_its_folder(tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "read\x07outs"
    folder.mkdir()
    assert Library(folder, places).name == "readouts"
    assert Library(folder, places, only="letter.md").name == "letter.md"
    monkeypatch.chdir(folder)
    assert Library(Path(), places).name == "readouts"
    assert Library(data_folder() / "library", places).name == "sample library"
    assert Library(Path("/"), places).name == "/"


def test_a_library_that_is_named_and_missing_is_told_and_made_only_for_adding(tmp_path: Path, places: Places) -> None:
    wanted = tmp_path / "new" / "library"
    with pytest.raises(LibraryError, match="does not exist"):
        choose(places, Settings(), named=wanted)
    assert choose_for_adding(places, Settings(), named=wanted) == wanted
    assert wanted.is_dir()
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="is no folder"):
        choose(places, Settings(), named=tmp_path / "file")
    with pytest.raises(LibraryError, match="cannot be made"):
        choose_for_adding(places, Settings(), named=tmp_path / "file" / "library")
    with pytest.raises(LibraryError, match="never written to"):
        choose_for_adding(places, Settings(), sample=True)


def test_inputs_keep_the_names_they_were_given(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    given = list(list_inputs(["2024", "note.md", "-"], lambda: b"piped", walk=True))
    assert [each.name for each in given] == ["2024/ncg-3.md", "note.md", "-"]
    assert [len(each.read()) > 0 for each in given] == [True, True, True]
    [folder] = list_inputs(["2024"], bytes, walk=False)
    with pytest.raises(SourceError, match="this is a folder"):
        folder.read()


def test_a_file_too_large_to_be_a_text_is_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        os.truncate(file.fileno(), 20_000_001)
    with pytest.raises(SourceError, match=r"^the file is larger than 20 MB; split it or save its text alone$"):
        read_bytes(huge)


def test_what_is_no_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"^there is no such file; check the name$"):
        read_bytes(tmp_path / "gone.md")
    with pytest.raises(SourceError, match=r"^this is a folder; name the files in it$"):
        read_bytes(tmp_path)
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(SourceError, match=r"^this is no regular file; pass a stream as standard input, named -$"):
        read_bytes(tmp_path / "pipe.md")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html>", "stdin.html"),
        (b" \n<html>", "stdin.html"),
        (b"<p>A fragment</p>", "stdin.html"),
        (b"\xef\xbb\xbf---\ntitle: x\n---\n", "stdin.md"),
        (b"Text\n\n## Heading\n", "stdin.md"),
        (b"See [the site](https://state.example).", "stdin.md"),
        (b"Plain text.", "stdin.txt"),
        (b"", "stdin.txt"),
    ],
)
def test_nameless_bytes_get_the_name_of_their_kind(data: bytes, name: str) -> None:
    assert sniffed_name("stdin", data) == name


def test_check_tells_of_front_matter_that_is_not_understood(library: Library, root: Path) -> None:
    (root / "broken.md").write_text("---\ntitle: Talks\ndate: 2024-02-31\nseries: NCG\n---\nThey met.\n", "utf-8")
    [found] = [problem for problem in library.check() if problem.where.endswith("broken.md")]
    assert "`date` is not used" in found.what


def test_a_meeting_is_found_as_lists_show_it(library: Library) -> None:
    assert [hit.ordinal for hit in library.search("ncg 3").hits] == [3]
    assert [hit.ordinal for hit in library.search('"ncg 1"').hits] == [1]
    assert [hit.ordinal for hit in library.search("series:ncg 3", typing=True).hits] == [3]


def test_a_search_of_titles_that_is_cancelled_empties_no_other(opened: Open, places: Places) -> None:
    library = opened()
    for batch in previews(library.root, places):
        library.add_previews({"entries": batch})

    def search_meanwhile() -> bool:
        """Stand for another thread, which gives up its own search."""
        if not others:
            others.append(threading.Thread(target=library.search, args=("group",), kwargs={"cancelled": lambda: True}))
            others[0].start()
            others[0].join(0.2)
        return False

    others: list[threading.Thread] = []
    found = library.search("nuclear consultative", cancelled=search_meanwhile)
    others[0].join()
    assert found.total == 2


def test_a_link_out_of_the_library_is_told_and_not_followed(library: Library, root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n\nNobody else may read this.\n")
    (root / "link.md").symlink_to(tmp_path / "secret.md")
    report = library.update()
    assert (report.briefs, report.added) == (4, 0)
    [problem] = report.problems
    assert (problem.where, problem.what) == (
        str(root / "link.md"),
        f"the link leads to {tmp_path / 'secret.md'}, outside of the library, and is not followed",
    )
    assert problem in library.check()


def test_a_brief_that_becomes_a_link_out_of_the_library_is_not_read(
    library: Library, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n\nNobody else may read this.\n")
    (root / "note.md").unlink()
    (root / "note.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(SourceError, match="leads out of the folder"):
        library.brief("a-note")
