"""Briefs that spell a series in several ways belong to one."""

from pathlib import Path

import pytest

import readouts
from briefreader.annotate import Annotator
from briefreader.library import Library
from briefreader.library.catalogue.series import Member, all_series, named
from briefreader.model import Entry, NotFoundError

NAMES = Path(__file__).parents[3] / "data" / "names"
SPELLED = ("Nuclear Consultative Group", "NCG", "Nuclear Consultative Group Meeting", "Ferry Talks")


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator.load([NAMES])


def entry(number: int, series: str) -> Entry:
    """A brief of a series, the number its count and year."""
    return Entry(f"id-{number}", "Meeting", f"200{number}-01-01", series, number, None, None, f"{number}.md")


def test_acronym_and_full_name_are_one_series() -> None:
    called = Annotator.load([NAMES]).series_called
    entries = [entry(number, series) for number, series in enumerate(SPELLED, 1)]
    meetings = [Member(each) for each in entries]
    found = all_series(meetings, called)
    assert [(each.name, len(each.meetings)) for each in found] == [("Ferry Talks", 1), ("NCG", 3)]
    for spelling in ("ncg", "Nuclear Consultative Group", "nuclear cons"):
        assert named(spelling, meetings, called) == found[1]


def consultations(place: str, ordinal: int, countries: str, acronym: str = " (FOC)") -> str:
    """The readout of consultations between two countries."""
    return (
        f"Consultations in {place}\n\nMay 7, 202{ordinal}\n\nThe {ordinal}th round of Foreign Office "
        f"Consultations{acronym} "
        f"between {countries} was held in {place} on May 6, 202{ordinal}."
    )


@pytest.fixture
def of_pairs(tmp_path: Path) -> Library:
    """Consultations of one kind that two pairs of countries hold, of one pair with and without an acronym."""
    root = tmp_path / "library"
    root.mkdir()
    (root / "fiji.txt").write_text(consultations("Suva", 4, "India and Fiji"), "utf-8")
    (root / "kuwait.txt").write_text(consultations("Kuwait City", 6, "India and Kuwait"), "utf-8")
    (root / "kuwait-later.txt").write_text(consultations("New Delhi", 7, "Kuwait and India", ""), "utf-8")
    library = Library(root, cache=tmp_path / "cache")
    library.update()
    return library


def test_one_kind_of_meeting_of_two_pairs_is_two_series(of_pairs: Library) -> None:
    found = [(each.name, [entry.ordinal for entry in each.meetings], each.gaps) for each in of_pairs.series()]
    assert found == [("FOC Fiji-India", [4], ()), ("FOC India-Kuwait", [6, 7], ())]


@pytest.mark.parametrize(
    "name", ["foc india-kuwait", "FOC Kuwait-India", "India-Kuwait Foreign Office Consultations", "foc india-k"]
)
def test_a_series_of_two_parties_is_found_by_acronym_and_name(of_pairs: Library, name: str) -> None:
    assert of_pairs.series_named(name).name == "FOC India-Kuwait"


def test_the_body_alone_means_the_series_of_every_pair(of_pairs: Library) -> None:
    with pytest.raises(NotFoundError, match="several series; the series: FOC Fiji-India, FOC India-Kuwait"):
        of_pairs.series_named("FOC")
    assert of_pairs.search("series:FOC").total == 2
    assert {hit.series for hit in of_pairs.search("series:foc").hits} == {"FOC Fiji-India", "FOC India-Kuwait"}


def test_an_id_does_not_name_the_parties(of_pairs: Library) -> None:
    assert {entry.id for entry in of_pairs.entries()} >= {"foc-4-2024-05-06", "foc-6-2026-05-06"}


@pytest.mark.parametrize(
    "spellings",
    [
        ("TFC", "Trilateral Fentanyl Committee"),
        ("OOC", "Our Ocean Conference", "Our Ocean Conference 2022"),
        ("ASEAN-U.S. Summit", "U.S.-ASEAN Summit"),
        ("USASD", "U.S.-Armenia Strategic Dialogue", "Armenia-U.S. Strategic Dialogue"),
        ("G20 Summit", "G20 Leaders' Summit", "G20 Leaders’ Summit"),
        ("TTC", "U.S.-EU Trade and Technology Council"),
        ("Quad Leaders' Summit", "Quad Leaders Summit", "Quad Leaders"),
        ("Norway-Peru Minister-level Strategic Dialogue", "Peru-Norway Strategic Dialogue"),
        ("Food Security Ministerial", "Global Food Security Ministerial Meeting"),
    ],
    ids=lambda spellings: spellings[0],
)
def test_spellings_of_one_series_are_one(annotator: Annotator, spellings: tuple[str, ...]) -> None:
    assert len({*annotator.series_keys(spellings).values()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("India-Fiji Strategic Dialogue", "India-Kuwait Strategic Dialogue"),
        ("Quad Leaders' Summit", "Quad Foreign Ministers' Meeting"),
        ("France-U.S. Civil Space Dialogue", "Japan-U.S. Civil Space Dialogue"),
        ("TFC", "Trilateral Trade Committee"),
    ],
)
def test_other_parties_or_another_level_are_another_series(annotator: Annotator, one: str, other: str) -> None:
    keys = annotator.series_keys((one, other))
    assert keys[one] != keys[other]


def test_an_acronym_of_two_pairs_means_neither_without_its_parties(annotator: Annotator) -> None:
    names = ("USASD", "U.S.-Armenia Strategic Dialogue", "U.S.-Austria Strategic Dialogue")
    keys = annotator.series_keys(names)
    assert len({*keys.values()}) == 3
    keys = annotator.series_keys(("USASD Armenia-U.S.", *names[1:]))
    assert keys["USASD Armenia-U.S."] == keys["U.S.-Armenia Strategic Dialogue"]


def test_letters_inside_words_make_no_acronym(annotator: Annotator) -> None:
    keys = annotator.series_keys(("IACC", "International Conference on Population", "HRC", "Herzliya Conference"))
    assert len({*keys.values()}) == 4


def test_a_meeting_with_several_briefs_counts_once(tmp_path: Path) -> None:
    root = tmp_path / "library"
    root.mkdir()
    facts = "meeting: {series: Ferry Talks, ordinal: 3, date: 2024-05-06, sides: [Norway, Chile], leads: [Ann Lee]}"
    told = "Ann Lee of Norway met Carl Hale of Chile in Oslo on 6 May 2024."
    for name, title in (("joint", "Joint statement on ferries"), ("facts", "Fact sheet on ferries")):
        (root / f"{name}.md").write_text(f"---\ntitle: {title}\ndate: 2024-05-06\nid: {name}\n{facts}\n---\n{told}\n")
    library = Library(root, cache=tmp_path / "cache")
    library.update()
    [series] = library.series()
    assert [entry.id for entry in series.meetings] == ["joint"]
    assert library.series_named("ferry") == series


def test_the_place_of_a_meeting_of_a_series_is_told_by_any_of_its_briefs(tmp_path: Path) -> None:
    root = tmp_path / "library"
    head = "---\ntitle: {}\ndate: 2023-05-03\nmeeting: {{series: Heron Group, ordinal: 4, date: 2023-05-03{}}}\n---\n"
    statement = head.format("Joint Statement of the Heron Group", "")
    readout = head.format("Readout of the Fourth Meeting of the Heron Group", ", city: Oslo, country: Norway")
    readouts.write(
        root,
        {
            "statement.md": f"{statement}We, the ministers of Norway and Chile, welcome the talks.\n",
            "readout.md": f"{readout}The ministers of Norway and Chile met.\n",
        },
    )
    library = Library(root, cache=tmp_path / "cache")
    library.update()
    [series] = library.series()
    [meeting] = library.meetings()
    assert (meeting.face, len(meeting.briefs)) == (series.meetings[0].id, 2)
    assert [(each.city, each.country) for each in series.meetings] == [("Oslo", "Norway")]
