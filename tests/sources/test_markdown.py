"""Markdown as converters and people write it becomes paragraphs of plain text."""

import pytest

from briefreader import sources


def body(markdown: str) -> str:
    return sources.parse(f"---\ntitle: A title\n---\n\n{markdown}".encode(), "brief.md").body


def test_wrapped_lines_are_joined_and_a_line_of_spaces_parts_paragraphs() -> None:
    wrapped = "The two sides met in\nOslo and reviewed  the\nagenda.  \n   \nThey will meet\nagain.  \n\n\\###\n"
    assert body(wrapped) == "The two sides met in Oslo and reviewed the agenda.\n\nThey will meet again."


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Bold**, *slanted*, ***both*** and `code`", "Bold, slanted, both and code"),
        ("_slanted_ but snake_case_name, 2 * 3", "slanted but snake_case_name, 2 * 3"),
        ("broken **bold **text and *Ukraine *here", "broken bold text and Ukraine here"),
        ("a [link](https://example.org/a_(b) 'Title') and ![image](x.png) gone", "a link and gone"),
        ("[Ministry](https://a.example){.external target='_blank'} met", "Ministry met"),
        ("[Ministry](https://a.example){:target=_blank} met", "Ministry met"),
        ("[Ministry](https://a.example){of Defence} met", "Ministry{of Defence} met"),
        ("an [odd link](https://example.org/a(b) here", "an odd link here"),
        ("see [the text][1] and [that]\n\n[1]: https://example.org", "see the text and [that]"),
        ("<https://example.org/x> or <press@example.org>", "https://example.org/x or press@example.org"),
        ("the 21<sup>st</sup> century<br>and <u>more</u> <applause>", "the 21st century and more <applause>"),
        ("R&amp;D, &#8220;quoted&rdquo;, Q&A; AT&T", "R&D, “quoted”, Q&A; AT&T"),
        (r"\$\[482\] million, 5\*, \_\_, \&amp; and \\", "$[482] million, 5*, __, &amp; and \\"),
        ("~~struck~~ ~ 5", "struck ~ 5"),
        ("a backslash\\\nbreaks", "a backslash breaks"),
        (r"\<!-- shown --> and \<div>", "<!-- shown --> and <div>"),
        ("a<!-- hidden\n\nnote --> b", "a b"),
        ("<script>\nalert(1)\n</script>text", "text"),
        ("a note[^1]\n\n[^1]: the note", "a note[1]\n\n[1] the note"),
    ],
)
def test_marks_go_and_words_stay(markdown: str, text: str) -> None:
    assert body(markdown) == text


@pytest.mark.parametrize(
    ("markdown", "paragraphs"),
    [
        ("# One #\ntext\n\nTwo\n===\n## 3", ["One", "text", "Two", "3"]),
        ("-   first\n    wrapped\n*   second\n+   third\n• fourth", ["first wrapped", "second", "third", "fourth"]),
        (
            "1.  one\n    wrapped\n2.  two\n    1.  nested\n3)  three",
            ["1. one wrapped", "2. two", "1. nested", "3) three"],
        ),
        ("They last met in\n2014. The next\nmeeting follows.", ["They last met in 2014. The next meeting follows."]),
        ("2\\. **We agree:**\n\n-   to act", ["2. We agree:", "to act"]),
        ("> quoted\n> more\n>\n> again", ["quoted more", "again"]),
        ("before\n\n* * *\n\n---\n\nafter", ["before", "after"]),
        ("```\n*kept* as is\n```\nafter", ["*kept* as is", "after"]),
        ("| Side | Lead |\n|:-----|-----:|\n| A | Ann B |", ["Side | Lead", "A | Ann B"]),
        (
            '<table>\n<tr>\n<td class="x">Ann\nExample</td>\n<td><b>Bo</b></td>\n</tr>\n<tr><td>x</td></tr></table>',
            ["Ann Example | Bo", "x"],
        ),
        ("<table><tr><td>A &amp; B</td><td>*Oslo*</td></tr></table>", ["A & B | Oslo"]),
        ("<figure>\n<img src=x>\n<figcaption>Both at work</figcaption>\n</figure>\ntext", ["Both at work", "text"]),
    ],
)
def test_blocks_become_paragraphs(markdown: str, paragraphs: list[str]) -> None:
    assert body(markdown).split("\n\n") == paragraphs


def test_the_title_is_the_front_matters_else_the_heading_else_the_first_paragraph() -> None:
    assert sources.parse(b"---\ntitle: Stated\n---\n# Heading\n\ntext", "a.md").text == "Stated\n\nHeading\n\ntext"
    assert sources.parse(b"By someone\n\n# Heading\n\ntext", "a.md").text == "Heading\n\nBy someone\n\ntext"
    assert sources.parse(b"A first line\n\ntext", "a.md").text == "A first line\n\ntext"


def test_a_text_without_a_title_is_known_by_its_file_and_says_so() -> None:
    document = sources.parse(b"word " * 100, "oslo-talks.md")
    assert document.title == "oslo-talks"
    assert document.unsure == ("title: the text has none, the name of its file is used",)


def test_a_title_of_a_thousand_words_is_cut_and_kept_whole_in_the_text() -> None:
    document = sources.parse(b"# " + b"word " * 1000 + b"\n\ntext", "a.md")
    assert len(document.title) <= 1000
    assert document.body.split("\n\n")[0].split() == ["word"] * 1000
    assert "too long" in document.unsure[0]
