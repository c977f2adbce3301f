"""A document written as a brief reads back as the same document, and its head says the same at once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader import sources
from briefreader.model import Document, SourceError
from briefreader.sources import preview, render

DOCUMENT = Document(
    title='Talks end: "fifth" round',
    body="They met in Oslo.\n\n2. They agree.",
    date="2024-09-05",
    published="2024-09-05T10:00:00+02:00",
    source="Ministry of Examples",
    url="https://example.gov/talks",
    text_status="official",
    facts={
        "date": "2024-09-04",
        "series": "Example Talks",
        "ordinal": 5,
        "city": "Oslo",
        "country": "Norway",
        "sides": ("Norway", "Republic of Korea"),
        "leads": ("Ann Example",),
        "next": "2025",
        "original": "talks.html",
    },
)


def test_a_brief_is_markdown_with_facts_in_front() -> None:
    assert render(DOCUMENT, "example-talks-5").startswith(
        '---\ntitle: "Talks end: \\"fifth\\" round"\ndate: 2024-09-05\nmeeting:\n'
        "  series: Example Talks\n  ordinal: 5\n  date: 2024-09-04\n  city: Oslo\n  country: Norway\n"
        "  sides:\n    - Norway\n    - Republic of Korea\n  leads:\n    - Ann Example\n"
        '  next: "2025"\nid: example-talks-5\noriginal_file: talks.html\n'
    )
    assert render(DOCUMENT, "x").endswith("---\n\nThey met in Oslo.\n\n2\\. They agree.\n")


def test_a_brief_reads_back_as_what_was_written() -> None:
    read = sources.parse(render(DOCUMENT, "example-talks-5").encode(), "x.md")
    assert read.facts == {**DOCUMENT.facts, "id": "example-talks-5", "meeting": True}
    assert (read.text, read.date, read.published) == (DOCUMENT.text, DOCUMENT.date, DOCUMENT.published)
    assert (read.source, read.url, read.text_status) == (DOCUMENT.source, DOCUMENT.url, DOCUMENT.text_status)
    assert read.removed == read.unsure == ()


@pytest.mark.parametrize(
    "paragraph",
    [
        "# no heading",
        "- no bullet",
        "* nor this * one",
        "+ nor that",
        "• nor a dot",
        "> no quotation",
        "1. a number",
        "12) another",
        "| no | table |",
        "a | b",
        "```",
        "~~~ no fence ~~~",
        "=== a",
        "-- a",
        "--- | ---",
        ": a",
        "[no]: definition",
        "[^1]: no footnote, [^2] neither",
        "[no](link) and ![no](image) and [no][reference]",
        "<div>no tag</div> 1 < 2 <!-- no comment --> <a@b.example>",
        "&amp; &#42; AT&T &",
        "snake_case _slanted_ __bold__ *x* **y** `code` ~~z~~",
        "C:\\path\\*.md ends in \\",
        "---",
    ],
)
def test_no_paragraph_is_taken_for_a_mark(paragraph: str) -> None:
    document = Document(title="Talks", body=f"Before.\n\n{paragraph}\n\nAfter.")
    read = sources.parse(render(document, "x").encode(), "x.md")
    expected = document.body if paragraph != "---" else "Before.\n\nAfter."  # a dividing line is cleaned away
    assert read.body == expected


signs = st.text("ab1. #*_-+>|`~=[]()!<>&;:\\\"'/\n\té€한", max_size=60)
PIECES = (
    "\n- a", "\n    - b", "\n1. c", "\n\n", "\n> d", "\n## e #", "\n| f | |", "| g |\n", "[h](https://a.example/i_(1))",
    "!",
    "\n    j", "<ul><li>", "</li>", "</ul>", "<ol start=9>", "</ol>", "<blockquote>", "</blockquote>",
    "<table><tr><td>", "<td>",
    "<tr><td>", "</table>", "<a href='https://b.example/?x=1&amp;y'>", "</a>", "<h3>", "</h3>", "<p>", "<br>", "k [l]",
    "m|", "_", "#", "\n**n o**\n", "<b>", "</b>",
)  # fmt: skip
marks = signs | st.lists(st.sampled_from(PIECES) | st.text("ab_*]! ", max_size=4), max_size=14).map("".join)


def test_whatever_was_read_is_written_and_read_again_as_the_same() -> None:
    met: set[bool] = set()

    @settings(derandomize=True, max_examples=600, deadline=None)
    @given(marks, st.sampled_from(["x.md", "x.txt", "x.html"]))
    def holds(raw: str, name: str) -> None:
        try:
            document = sources.parse(raw.encode(), name)
        except SourceError:
            return
        met.add(bool(document.text))
        read = sources.parse(render(document, "x").encode(), "x.md")
        assert (read.title, read.text, read.date) == (document.title, document.text, document.date)
        assert (read.blocks, read.links) == (document.blocks, document.links)
        assert read.facts == {**document.facts, "id": "x"}
        assert read.text_status == document.text_status

    holds()
    assert True in met


@pytest.mark.parametrize(
    ("name", "content", "head"),
    [
        (
            "a.md",
            "---\ntitle: Talks end\ndate: 2024-09-05\nseries: Example Talks\nordinal: 5\n---\n\nThey met.\n",
            preview.Preview("Talks end", "2024-09-05", "Example Talks", 5),
        ),
        (
            "b.md",
            "---\npublished_time: 2021-05-28 09:46:32-04:00\ntitle: 'It''s on'\n---\nx",
            ("It's on", "2021-05-28"),
        ),
        ("c.md", "# A heading\n\ntext", ("A heading",)),
        ("d.md", "---\ntitle: |\n  folded\nseries: S\n---\n\nFirst line\n\ntext", ("First line", None, "S")),
        ("e.txt", "\n\nFirst line\n\ntext", ("First line",)),
        (
            "f.html",
            "<meta name='date' content='2021-05-28'><title>Talks &amp; more | x.gov</title>",
            ("Talks & more", "2021-05-28"),
        ),
        ("g.md", "word " * 4000, ("g",)),
        ("h.md", "\0\0\0", ("h",)),
    ],
)
def test_the_head_of_a_file(tmp_path: Path, name: str, content: str, head: tuple[object, ...]) -> None:
    (tmp_path / name).write_text(content)
    found = preview.read(tmp_path / name)
    assert found[: len(head)] == tuple(head)
    assert not any(found[len(head) :])


def test_the_head_of_a_file_that_is_not_there_is_its_name(tmp_path: Path) -> None:
    assert preview.read(tmp_path / "gone.md").title == "gone"
