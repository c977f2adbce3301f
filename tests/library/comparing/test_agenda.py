"""The agenda reads each brief that promises a meeting once, and again where its file or the lists of names change."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Library
from briefreader.model import Brief

HEAD = "---\ntitle: {title}\ndate: {date}\nseries: Heron Group\nordinal: {number}\nsides: [Norway, Chile]\n---\n"
FIRST = HEAD.format(title="First Meeting of the Heron Group", date="2022-05-04", number=1) + (
    "The ministers of Norway and Chile met in Bergen on 4 May 2022 for the first meeting of the Heron Group.\n\n"
    "They agreed to hold the next meeting in {when}.\n"
)
LETTER = "---\ntitle: A letter on herons\ndate: 2022-06-01\n---\nThe herons of Bergen have come back.\n"
LATER = date(2024, 1, 1)

Asked = tuple[list[tuple[str, str | None, bool]], int]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return readouts.write(tmp_path / "library", {"1.md": FIRST.format(when="Oslo in May 2023"), "2.md": LETTER})


@pytest.fixture
def ask(opened: Callable[[], Library], monkeypatch: pytest.MonkeyPatch) -> Callable[[], Asked]:
    """Ask for the agenda as a new process would, and return the promises with the number of briefs that were read."""

    def asked() -> Asked:
        library, read = opened(), list[str]()
        library.update()
        brief = library.brief

        def counted(id: str) -> Brief:
            read.append(id)
            return brief(id)

        monkeypatch.setattr(library, "brief", counted)
        promised = library.comparing.agenda(LATER)
        return [(each.promise.promised, each.evidence, each.promise.overdue) for each in promised], len(read)

    return asked


IN_MAY = ("2023-05", "They agreed to hold the next meeting in Oslo in May 2023.", True)


def test_a_brief_that_promises_a_meeting_is_read_once(ask: Callable[[], Asked]) -> None:
    assert ask() == ([IN_MAY], 1)
    assert ask() == ([IN_MAY], 0)


def test_a_brief_whose_file_has_changed_is_read_again(ask: Callable[[], Asked], root: Path) -> None:
    ask()
    (root / "1.md").write_text(FIRST.format(when="Lima in June 2025"), "utf-8")
    in_june = ("2025-06", "They agreed to hold the next meeting in Lima in June 2025.", False)
    assert ask() == ([in_june], 1)


def test_another_file_changes_nothing(ask: Callable[[], Asked], root: Path) -> None:
    ask()
    (root / "2.md").write_text(LETTER.replace("back", "home"), "utf-8")
    assert ask() == ([IN_MAY], 0)


def test_other_lists_of_names_may_read_a_promise_otherwise(ask: Callable[[], Asked], places: Places) -> None:
    ask()
    places.names.mkdir(parents=True)
    (places.names / "own.yaml").write_text("people:\n- name: Ole Berg\n", "utf-8")
    assert ask() == ([IN_MAY], 1)


def test_a_damaged_record_of_promises_is_made_anew(ask: Callable[[], Asked], places: Places) -> None:
    ask()
    (record,) = places.cache.glob("*/promises")
    record.write_bytes(record.read_bytes().replace(b"2023-05", b"2024-05"))
    assert ask() == ([IN_MAY], 1)
    assert ask() == ([IN_MAY], 0)


GAZETTE = "---\ntitle: {title}\ndate: {date}\n---\nMinister Anna Lind of Norway spoke on the price of herring.\n"


@pytest.mark.parametrize(
    ("title", "day", "is_told"),
    [
        ("Anna Lind on the Heron Group in Oslo", "2023-05-20", True),
        ("Anna Lind on the Heron Group in Oslo", "2023-06-12", True),
        ("Anna Lind on the Heron Group in Oslo", "2023-07-01", False),
        ("Anna Lind on the Heron Group in Oslo", "2022-05-05", False),
        ("Anna Lind on herons", "2023-05-20", False),
    ],
)
def test_a_title_of_the_promised_days_tells_that_the_missing_meeting_was_held(
    ask: Callable[[], Asked], opened: Callable[[], Library], root: Path, title: str, day: str, is_told: bool
) -> None:
    readouts.write(root, {"3.md": GAZETTE.format(title=title, date=day)})
    assert ask() == ([IN_MAY], 1)
    [promised] = opened().comparing.agenda(LATER)
    assert promised.later_title == (f"named on {day} in “{title}”" if is_told else "")


def test_another_meeting_of_the_series_does_not_tell_of_the_missing_one(
    ask: Callable[[], Asked], opened: Callable[[], Library], root: Path
) -> None:
    third = HEAD.format(title="Third Meeting of the Heron Group", date="2023-05-20", number=3)
    readouts.write(root, {"3.md": f"{third}The ministers of Norway and Chile met in Oslo on 20 May 2023.\n"})
    ask()
    [promised] = opened().comparing.agenda(LATER)
    assert (promised.promise.overdue, promised.named_in) == (True, ())
