"""What surrounds a text is dropped and told; what may belong to it stays."""

from collections.abc import Iterable
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.sources.document import cleaning
from briefreader.sources.structure.paragraph import Paragraph

TITLE = "Talks end in Oslo"


class Cleaned(NamedTuple):
    """The title, the texts of the paragraphs, and the sentences about the removed ones."""

    title: str
    paragraphs: list[str]
    removed: tuple[str, ...]


def clean(title: str, lines: Iterable[str]) -> Cleaned:
    cleaned = cleaning.clean(title, map(Paragraph, lines))
    return Cleaned(cleaned.title, [paragraph.text for paragraph in cleaned.paragraphs], cleaned.removed)


@pytest.mark.parametrize(
    ("junk", "told"),
    [
        ("###", "end mark"),
        ("# # #", "end mark"),
        ("-30-", "end mark"),
        ("(END)", "end mark"),
        ("* * *", "dividing line"),
        ("Webp a1b2c3d4e5f6g7h8i9j0k1l2m3", "image caption"),
        ("Ann Example 3rd Minister | Official Website", "image caption"),
        ("Photo by Bo Example", "image caption"),
        ("TALKS END IN OSLO.", "title, repeated"),
        ("Skip to main content", "site navigation"),
        ("Home > News > Press releases", "site navigation"),
        ("Share this article", "share line"),
        ("Facebook Twitter LinkedIn Email", "share line"),
        ("This site uses cookies to make it work better for you.", "cookie notice"),
        ("© 2024 Example News. All rights reserved.", "copyright line"),
        ("From:", "label"),
    ],
)
def test_a_line_that_is_surely_junk_goes(junk: str, told: str) -> None:
    cleaned = clean(TITLE, [junk, "They met in Oslo."])
    assert cleaned.paragraphs == ["They met in Oslo."]
    assert cleaned.removed == (f"{told}: {junk}",)


@pytest.mark.parametrize(
    "line",
    [
        "Office of the Spokesperson",
        "Washington, D.C.",
        "Begin Text:",
        "MENU",
        "Home",
        "Share Satellite Data to Protect the Earth",
        "For further information, please contact press@example.gov.",
        "End of hostilities",
        "30 million people live there.",
        "...",
        "They met at 10 Example Street, Washington, DC 20500, and agreed on the agenda.",
        "Facebook Live Events with key groups will follow.",
    ],
)
def test_a_line_that_may_belong_to_the_text_stays(line: str) -> None:
    cleaned = clean(TITLE, ["They met.", line, "They left."])
    assert cleaned.paragraphs == ["They met.", line, "They left."]
    assert cleaned.removed == ()


def test_menu_words_go_in_company_only() -> None:
    cleaned = clean(TITLE, ["Home", "News", "Search", "Contact us", "They met.", "Menu", "Soup"])
    assert cleaned.paragraphs == ["Home", "News", "They met.", "Menu", "Soup"]
    assert cleaned.removed == ("site navigation: Search; Contact us",)


def test_an_end_mark_glued_to_the_last_sentence_goes() -> None:
    assert clean(TITLE, ["They met. ###"]).paragraphs == ["They met."]


def test_a_press_contact_and_an_address_at_the_end_go() -> None:
    end = ["Press contact:", "Ann Example", "+47 22 00 00 00", "1600 Example Avenue NW, Washington, DC 20500"]
    cleaned = clean(TITLE, ["They met.", *end])
    assert cleaned.paragraphs == ["They met."]
    assert [line.split(":")[0] for line in cleaned.removed] == ["address", "press contact"]
    assert clean(TITLE, ["They met.", "Press contact:", "Ann Example spoke."]).removed == ()


def test_every_line_of_a_kind_is_named() -> None:
    lines = [f"Share this page {number}" for number in range(9)]
    assert clean(TITLE, ["They met.", *lines]).removed == (f"share line: {'; '.join(lines)}",)
    assert clean(TITLE, ["They met.", *lines[:1] * 3]).removed == ("share line: Share this page 0 (3 times)",)


def test_a_long_line_is_named_whole() -> None:
    notice = "This site uses cookies " + "to make it work better for you and for everybody else " * 6
    assert clean(TITLE, ["They met.", notice.strip()]).removed == (f"cookie notice: {notice.strip()}",)


JUNK = (
    "###|Menu|Home|Talks end in Oslo|News Release: Talks end in Oslo|Webp a1b2c3d4e5f6g7h8i9j0k1l2m3|12345|They met.|"
    "Press contact:|a@b.example|ORGANIZATIONS IN THIS STORY|Share this page|They left. ###|-30-|Search"
)
lines = st.one_of(
    st.sampled_from(JUNK.split("|")),
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30),
)


def test_cleaning_twice_changes_nothing_more() -> None:
    met: set[bool] = set()

    @settings(derandomize=True, max_examples=300, deadline=None)
    @given(st.lists(lines, max_size=14), st.sampled_from([TITLE, f"News Release: {TITLE}", "Menu", "###"]))
    def holds(paragraphs: list[str], title: str) -> None:
        once = clean(title, paragraphs)
        met.add(bool(once.removed))
        again = clean(once.title, once.paragraphs)
        assert (again.title, again.paragraphs, again.removed) == (once.title, once.paragraphs, ())

    holds()
    assert met == {True, False}
