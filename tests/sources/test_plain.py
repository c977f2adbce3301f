"""Plain text files: an aggregator's page pasted, a release with header lines, text wrapped by hand."""

from briefreader import sources

AGGREGATOR = """\
News Release: Norway and Korea hold fifth round of Example Talks

Webp a1b2c3d4e5f6g7h8i9j0k1l2m3

Norway and Korea hold fifth round of Example Talks

ORGANIZATIONS IN THIS STORY

Maria Absent 12th Secretary of Examples | Official Website

On September 4, 2024, the two governments held the fifth round in Oslo. Ann Example led the Norwegian side.

Office of the Spokesperson

The next round will be held in 2025.

###

ORGANIZATIONS IN THIS STORY
"""


def test_an_aggregators_page_is_reduced_to_the_text_and_says_what_went() -> None:
    document = sources.parse(AGGREGATOR.encode(), "talks.txt")
    assert document.title == "Norway and Korea hold fifth round of Example Talks"
    assert document.body == (
        "On September 4, 2024, the two governments held the fifth round in Oslo. Ann Example led the Norwegian side."
        "\n\nOffice of the Spokesperson\n\nThe next round will be held in 2025."
    )
    assert (document.text_status, document.source, document.date) == ("aggregator", None, None)
    assert document.removed == (
        "label before the title: News Release:",
        "image caption: Webp a1b2c3d4e5f6g7h8i9j0k1l2m3; Maria Absent 12th Secretary of Examples | Official Website",
        "list of organizations: ORGANIZATIONS IN THIS STORY (2 times)",
        "end mark: ###",
        "title, repeated: Norway and Korea hold fifth round of Example Talks",
    )


def test_header_lines_say_what_front_matter_would() -> None:
    document = sources.parse(
        b"Title: Talks end\nDate: Wed, 04 Sep 2024 16:30:00 +0200\nSource: Example Ministry\n"
        b"URL: https://example.go.kr/talks\n\nThey met.",
        "talks.txt",
    )
    assert (document.title, document.body) == ("Talks end", "They met.")
    assert (document.date, document.published) == ("2024-09-04", "2024-09-04T16:30:00+02:00")
    assert (document.source, document.text_status) == ("Example Ministry", "official")


def test_a_header_line_without_a_use_is_told() -> None:
    document = sources.parse(b"Title: Talks end\nAuthor: Ann Roe\nSource: Example Ministry\n\nThey met.", "talks.txt")
    assert (document.source, document.removed) == ("Example Ministry", ("header line: author: Ann Roe",))


def test_a_line_that_only_looks_like_a_header_is_text() -> None:
    assert (
        sources.parse(b"Date: to be agreed\n\nThey will meet.", "a.txt").text == "Date: to be agreed\n\nThey will meet."
    )


def test_wrapped_lines_are_joined_and_short_ones_are_not() -> None:
    text = (
        "Talks end\n=========\n\n"
        "The two delegations reviewed the agenda that was agreed at the last\n"
        "meeting and noted steady progress on every one of its five points.\n"
        "- They will meet again in the autumn of next year to prepare the\n"
        "  common position of both governments.\n"
        "- Experts continue.\n\n"
        "Ann Example\nMinister of Examples\nGovernment of the Kingdom of Norway\n"
    )
    assert sources.parse(text.encode(), "a.txt").body.split("\n\n") == [
        "The two delegations reviewed the agenda that was agreed at the last meeting and noted steady progress on "
        "every one of its five points.",
        "They will meet again in the autumn of next year to prepare the common position of both governments.",
        "Experts continue.",
        "Ann Example",
        "Minister of Examples",
        "Government of the Kingdom of Norway",
    ]


def test_a_line_too_long_to_be_wrapped_is_a_paragraph() -> None:
    line = "They agreed on one more of the many points that were open between them. " * 3
    assert sources.parse(f"Talks\n\n{line}\n{line}".encode(), "a.txt").body == "\n\n".join([line.strip()] * 2)


def test_text_in_latin_1_and_utf_16_is_read() -> None:
    for encoding in ("latin-1", "utf-16", "utf-8-sig"):
        data = "Gespräche in Zürich\n\nDie Außenminister trafen sich in Zürich.".encode(encoding)
        assert sources.parse(data, "a.txt").title == "Gespräche in Zürich", encoding


def test_what_stands_above_the_title_of_a_release_is_not_its_title() -> None:
    text = "FOR IMMEDIATE RELEASE\nOctober 31, 2022\n\nJoint Statement on the Meeting\n\nThe sides met in Rome.\n"
    found = sources.parse(text.encode(), "release.txt")
    assert found.title == "Joint Statement on the Meeting"
    assert found.date == "2022-10-31"
    assert found.body.endswith("The sides met in Rome.")


def test_a_paragraph_of_several_sentences_stays_text_and_lends_its_first_as_title() -> None:
    found = sources.parse(b"The envoys met in Rome on 31 October 2021. They talked.\n", "note.txt")
    assert found.title == "The envoys met in Rome on 31 October 2021"
    assert found.body == "The envoys met in Rome on 31 October 2021. They talked."
