"""The lines of a dossier."""

from itertools import takewhile

from briefreader.model import Attended, Companion, Dossier, Entry, Occurrence, OfficeHolder, Quotation
from briefreader.text import Span
from briefreader.ui.screens.dossier_lines import dossier_lines, over_time
from briefreader.ui.widgets.pick_list import PickLine


def test_others_of_the_name_lead_to_their_dossiers() -> None:
    lines = dossier_lines(Dossier("Clara Wessel", "PERSON", others=(Companion("Hugo Wessel", 3),)), 80)
    at = [line.text for line in lines].index("Others of this name")
    assert (lines[at + 1].text, lines[at + 1].remark, lines[at + 1].name) == ("Hugo Wessel", "×3", "Hugo Wessel")


def test_a_name_of_one_person_has_no_others() -> None:
    assert "Others of this name" not in [line.text for line in dossier_lines(Dossier("Clara Wessel", "PERSON"), 80)]


def entry(number: int) -> Entry:
    return Entry(f"note-{number}", f"Note {number}", f"2021-03-{number:02}", None, None, None, None, f"{number}.md")


def headed(lines: tuple[PickLine, ...], heading: str) -> list[PickLine]:
    """Return the lines under a heading, up to a blank one."""
    start = [line.text for line in lines].index(heading) + 1
    return [*takewhile(lambda line: line.text, lines[start:])]


def test_a_long_section_shows_its_first_items_until_it_is_opened() -> None:
    met = tuple(Attended(entry(number), "lead", "Norway") for number in range(30, 0, -1))
    dossier = Dossier("Ada Lund", "PERSON", attended=met)
    closed = headed(dossier_lines(dossier, 80), "Meetings attended")
    assert len(closed) == 9
    assert (closed[-1].text, closed[-1].section) == ("… 22 more: Enter shows them", "Meetings attended")
    assert len(headed(dossier_lines(dossier, 80, {"Meetings attended"}), "Meetings attended")) == 30


def test_one_item_more_is_shown_in_place_of_a_line_that_says_so() -> None:
    met = tuple(Attended(entry(number), "lead", "Norway") for number in range(9, 0, -1))
    assert len(headed(dossier_lines(Dossier("Ada Lund", "PERSON", attended=met), 80), "Meetings attended")) == 9


def test_meetings_are_counted_by_role() -> None:
    met = (Attended(entry(2), "lead", None), Attended(entry(1), "participant", None), Attended(entry(3), "lead", None))
    lines = dossier_lines(Dossier("Ada Lund", "PERSON", attended=met), 80)
    assert next(line.remark for line in lines if line.text == "Meetings attended") == "2 as lead · 1 as participant"


def test_holders_of_an_office_lead_to_their_dossiers() -> None:
    holder = OfficeHolder("Ada Lund", "Norway", "2020-01-02", "2021-03-04", 12)
    (line,) = headed(dossier_lines(Dossier("President", "TITLE", holders=(holder,)), 80), "Held by")
    assert (line.text, line.remark, line.name) == ("Ada Lund", "Norway · 2020-01 – 2021-03 · ×12", "Ada Lund")


def test_each_quoted_sentence_can_be_picked_and_a_brief_leads_to_its_first_mention() -> None:
    quoted = Quotation(30, 52, "Ada Lund was in Rome. ", ((0, 8),))
    found = Occurrence(entry(1), 2, (quoted, quoted._replace(start=60, end=82)), start=4, end=8)
    lines = headed(dossier_lines(Dossier("Ada Lund", "PERSON", mentions=(found,)), 80), "Mentions")
    assert [(line.brief_id, line.span) for line in lines] == [
        ("note-1", Span(4, 8)),
        ("note-1", Span(30, 52)),
        ("note-1", Span(60, 82)),
    ]


def test_the_dates_and_the_numbers_of_mentions_and_briefs_are_in_one_line() -> None:
    mentions = (Occurrence(entry(9), 2, ()), Occurrence(entry(1)._replace(date="2019-01-05"), 1, ()))
    assert over_time(Dossier("Ada Lund", "PERSON", mentions=mentions)) == (
        "2019-01-05 ▄ █ 2021-03-09  3 mentions in 2 briefs"
    )
