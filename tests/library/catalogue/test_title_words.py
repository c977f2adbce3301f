"""Titles in few words: the kind in a word, the subject without what titles share, and who speaks."""

import pytest

from briefreader.library import TitleWords


@pytest.mark.parametrize(
    ("title", "kind", "text"),
    [
        ("Readout of President Doe’s Call with Prime Minister Roe of Utopia", "call", "Roe of Utopia · Doe"),
        ("Readout of Vice President Doe's Meeting with King Roe", "meeting", "Roe · Doe"),
        ("Readout of the Supply Task Force Meeting", "readout", "Supply Task Force Meeting"),
        ("Statement by NSC Spokesperson Ann Doe on the Release of Sam Roe", "statement", "Release of Sam Roe · Doe"),
        ("Remarks by President Doe at a Dinner in Rome", "remarks", "Dinner in Rome · Doe"),
        ("Remarks by President Doe and Prime Minister Roe Before Talks", "remarks", "Before Talks · Doe, Roe"),
        ("Remarks as Prepared for Delivery by First Lady Doe in Rome", "remarks", "Rome · Doe"),
        ("FACT SHEET: New Bridges", "facts", "New Bridges"),
        ("Joint Statement of the Leaders of Utopia and Erewhon", "joint", "Leaders of Utopia and Erewhon"),
        ("Press Briefing by Press Secretary Ann Doe, May 1, 2020", "briefing", "May 1, 2020 · Doe"),
        ("Background Press Call by Senior Administration Officials on Tin", "briefing", "Tin · officials"),
        ("Press Gaggle by Press Secretary Ann Doe", "gaggle", "Doe"),
        ("National Tin Day", "", "National Tin Day"),
        ("Statement", "", "Statement"),
        ("", "", ""),
    ],
)
def test_a_word_says_the_kind_and_the_rest_is_the_subject(title: str, kind: str, text: str) -> None:
    short = TitleWords().short(title)
    assert (short.kind, short.text) == (kind, text)


def test_an_opening_that_many_titles_share_is_left_out() -> None:
    subjects = ["Tin", "Iron", "Gold", "Salt", "Wool", "Silk", "Corn", "Rice"]
    titles = TitleWords(f"The Board Publishes Figures About {subject} Mines" for subject in subjects)
    assert titles.short("The Board Publishes Figures About Tin Mines").text == "Tin Mines"
    assert titles.short("The Board Publishes Nothing New").text == "Nothing New"
    assert TitleWords().short("The Board Publishes Figures About Tin").text == "The Board Publishes Figures About Tin"


def test_the_kind_is_read_from_the_opening_that_is_left_out_and_no_name_is_cut() -> None:
    titles = TitleWords(
        [
            *(f"Daily Tin Briefing – May {day}, 2020" for day in range(1, 9)),
            *(f"The United {name} Day" for name in "Abc Bcd Cde Def Efg Fgh Ghi Hij".split()),
        ]
    )
    assert titles.short("Daily Tin Briefing – May 3, 2020")[:2] == ("briefing", "May 3, 2020")
    assert titles.short("The United Abc Day").text == "The United Abc Day"


def test_the_publisher_at_the_end_of_many_titles_is_left_out() -> None:
    titles = TitleWords(f"Talks on {subject} - Ministry of Trade" for subject in "tin iron gold salt wool silk".split())
    assert titles.short("Talks on tin - Ministry of Trade").text == "Talks on tin"
    assert titles.short("Talks on tin - second day").text == "Talks on tin - second day"
