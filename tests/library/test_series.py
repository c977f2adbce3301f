"""Briefs that spell a series in several ways belong to one."""

from pathlib import Path

from briefreader.annotate import Annotator
from briefreader.library.series import all_series, named
from briefreader.model import Entry

NAMES = Path(__file__).parents[2] / "data" / "names"
SPELLED = ("Nuclear Consultative Group", "NCG", "Nuclear Consultative Group Meeting", "Ferry Talks")


def entry(number: int, series: str) -> Entry:
    """A brief of a series, the number its count and year."""
    return Entry(f"id-{number}", "Meeting", f"200{number}-01-01", series, number, None, None, f"{number}.md")


def test_acronym_and_full_name_are_one_series() -> None:
    called = Annotator.load([NAMES]).series_called
    entries = [entry(number, series) for number, series in enumerate(SPELLED, 1)]
    found = all_series(entries, lambda _: None, called)
    assert [(each.name, len(each.meetings)) for each in found] == [("Ferry Talks", 1), ("NCG", 3)]
    for spelling in ("ncg", "Nuclear Consultative Group", "nuclear cons"):
        assert named(spelling, entries, lambda _: None, called) == found[1]
