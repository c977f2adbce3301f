"""Whatever stands in the file of a note, its text is read, and its facts are safe for all that uses them."""

import pytest

from briefreader.library import cited
from briefreader.long_dates import long_date
from briefreader.notes import Citation, read


def note_file(front: str) -> bytes:
    return f'---\nbrief: "a"\n{front}---\n\nmine\n'.encode()


@pytest.mark.parametrize("date", ["2024-13", "2024-0²", "2024-01-٣", "99999-01-01", "soon", "2024-1" + "1" * 5000])
def test_a_date_that_is_none_is_told_and_left_out(date: str) -> None:
    found = read(note_file(f"date: {date}\n"), "n")
    assert found.date is None
    assert found.faults == ("`date` is no date such as 2026-11-29",)
    assert found.note.text == "mine"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://[bad", "-n", "file:///etc/passwd", "//x"])
def test_an_address_that_no_program_may_follow_is_told_and_left_out(address: str) -> None:
    found = read(note_file(f'address: "{address}"\n'), "n")
    assert found.url is None
    assert found.faults == ("`address` is no address of a web page",)


def test_facts_of_a_note_that_are_sound_are_kept() -> None:
    found = read(note_file('date: 2024-09\naddress: "https://a.example/b"\n'), "n")
    assert (found.date, found.url, found.faults) == ("2024-09", "https://a.example/b", ())


@pytest.mark.parametrize("date", ["2024-²", "2024-01-²", "2024-1" + "1" * 5000])
def test_words_for_a_date_that_is_none_are_the_date_itself(date: str) -> None:
    assert long_date(date) == date
    assert date in cited(Citation("a", "Talks", date=date), "text")


def test_of_long_front_matter_each_known_key_is_read_by_itself() -> None:
    others = "".join(f"other-{number}: [\n" for number in range(20_000))
    quote = "word " * 60_000
    found = read(note_file(f'title: The talks\nquote: "{quote}"\n{others}labels: [ask, wording]\n'), "n")
    assert (found.note.brief_id, found.title, found.note.labels) == ("a", "The talks", ("ask", "wording"))
    assert found.note.quote == quote
    assert found.note.text == "mine"


def test_a_value_that_is_too_long_for_yaml_is_told_and_left_out() -> None:
    found = read(note_file(f"quote: {'word ' * 60_000}\ntitle: The talks\n"), "n")
    assert (found.title, found.note.quote) == ("The talks", "")
    assert found.faults == ("`quote` is too long, and is left out",)


@pytest.mark.parametrize("nested", ["[" * 100_000, "{a: " * 20_000, "- " * 50_000])
def test_values_in_each_other_without_end_hide_no_text(nested: str) -> None:
    assert read(note_file(f"title: {nested}\n"), "n").note.text == "mine"
