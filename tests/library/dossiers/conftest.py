"""Libraries whose briefs are given by their dates."""

from collections.abc import Callable
from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Library

Held = Callable[[dict[str, str]], Library]


@pytest.fixture
def holding(tmp_path: Path, places: Places) -> Held:
    """Make a library of readouts, the text of each by its date."""

    def made(texts: dict[str, str]) -> Library:
        briefs = {f"{date}.md": f"# Readout of {date}\n\n{_day(date)}\n\n{text}\n" for date, text in texts.items()}
        library = Library(readouts.write(tmp_path / "library", briefs), places)
        library.update()
        return library

    return made


def _day(date: str) -> str:
    months = "January February March April May June July August September October November December".split()
    year, month, day = date.split("-")
    return f"{months[int(month) - 1]} {int(day)}, {year}"
