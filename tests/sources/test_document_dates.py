"""The date of a document, as sources write it."""

import pytest

from briefreader.sources import document_dates as dates
from briefreader.sources import publication
from briefreader.sources.publication import Evidence


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2024", "2024"),
        ("2024-09", "2024-09"),
        ("2024-09-04T16:30:00Z", "2024-09-04"),
        ("20240904", "2024-09-04"),
        ("2024/09/04", "2024-09-04"),
        ("Wed, 04 Sep 2024 16:30:00 +0000", "2024-09-04"),
        ("Wednesday, September 4th, 2024", "2024-09-04"),
        ("4 Sept. 2024", "2024-09-04"),
        ("29 February 2023", None),
        ("04/09/2024", None),
        ("2024-13", None),
        ("9999999", None),
        ("soon", None),
    ],
)
def test_a_day_is_read_or_unknown(raw: str, day: str | None) -> None:
    assert dates.day(raw) == day


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("2022-03-25 15:22:37-04:00", "2022-03-25T15:22:37-04:00"),
        ("2024-09-26T10:00:00.123+0100", "2024-09-26T10:00:00+01:00"),
        ("Fri, 23 Jul 2021 18:41:23 GMT", "2021-07-23T18:41:23+00:00"),
        ("2024-09-26T10:00", None),
        ("2024-09-26", None),
    ],
)
def test_a_moment_needs_its_zone(raw: str, moment: str | None) -> None:
    assert dates.moment(raw) == moment


@pytest.mark.parametrize(
    ("paragraph", "day"),
    [
        ("September 22, 2017", "2017-09-22"),
        ("For Immediate Release September 22, 2017", "2017-09-22"),
        ("Washington, D.C., September 4, 2024", "2024-09-04"),
        ("TOKYO (20 May 2022) — The ministers met today to review their plans for the coming year.", "2022-05-20"),
        ("On September 4, 2024, the two sides met in Washington to review their plans.", None),
        ("The talks of September 4, 2024 were useful.", None),
    ],
)
def test_a_dateline_is_no_date_in_a_sentence(paragraph: str, day: str | None) -> None:
    assert publication.choose(Evidence("Talks", ["A by-line", paragraph])) == (day, None)
