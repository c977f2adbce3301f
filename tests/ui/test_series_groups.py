"""The list of briefs shows the spellings of one series under one heading."""

from briefreader.model import Entry
from briefreader.ui.panes.series_groups import Heading, SeriesGroups


def entry(number: int, series: str | None) -> Entry:
    """A brief of a series, the number its count and year."""
    return Entry(f"id-{number}", "Meeting", f"200{number}-01-01", series, number, None, None, f"{number}.md")


def test_spellings_of_one_series_have_one_heading_and_one_order() -> None:
    entries = [entry(3, "Ferry Talks Committee"), entry(2, None), entry(1, "FTC")]
    groups = SeriesGroups(entries, {"Ferry Talks Committee": "FTC"})
    assert groups.rows == (Heading("FTC", 2), entries[0], entries[2], Heading("Other briefs", 1), entries[1])
    assert [groups.position(each) for each in entries] == [(2, 2), None, (1, 2)]
