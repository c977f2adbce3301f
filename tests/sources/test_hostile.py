"""Whatever the bytes, there is a clean document or one sentence, and twice the bytes are at most twice the work."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader import sources
from briefreader.model import Document, SourceError
from briefreader.text import clean, clean_line
from sources.shapes import MILLION, NAMES, SHAPES, Shape


def strings(document: Document) -> list[str]:
    stated = (document.title, document.date, document.published, document.source, document.url)
    values = [value for value in document.facts.values() if isinstance(value, str)]
    values += [part for value in document.facts.values() if isinstance(value, tuple) for part in value]
    return [*filter(None, stated), *values, *document.removed, *document.unsure]


def check(data: bytes, name: str) -> Document | None:
    """Parse data and check what every document promises."""
    try:
        document = sources.parse(data, name)
    except SourceError as error:
        assert str(error).startswith(f"{name}: ")
        assert "\n" not in str(error)
        return None
    for text in strings(document):
        assert text == clean_line(text)
    paragraphs = document.body.split("\n\n") if document.body else []
    assert document.body == clean(document.body)
    assert all(text == clean_line(text) and text for text in paragraphs)
    assert document.title
    return document


pieces = st.lists(
    st.sampled_from(
        [
            *(
                b"---\n",
                b"title: ",
                b"a",
                b" b\n",
                b"\n\n",
                b"# ",
                b"- ",
                b"1. ",
                b"> ",
                b"| ",
                b"**",
                b"_",
                b"`",
                b"[x](y)",
            ),
            *(
                b"<p>",
                b"</p>",
                b"<div hidden>",
                b"<table><tr><td>",
                b"<!--",
                b"-->",
                b"<script>",
                b"&#27;[31m",
                b"&#x202e;",
            ),
            *(
                b"\x1b]0;x\x07",
                b"\xff\xfe",
                b"\xc3",
                b"\xe2\x80\xae",
                b"\x00",
                b"e\xcc\x81",
                b"\xc2\x85",
                b"{a: &b [*b",
                b'"',
            ),
            *(
                b"###\n\n",
                b"Webp a1b2c3d4e5f6g7h8i9j0k1l2m3\n\n",
                b"Date: 2024-09-04\n",
                b"<main>",
                b"<meta name=date content=",
            ),
        ]
    ),
    max_size=30,
).map(b"".join)


def test_any_bytes_give_a_clean_document_or_one_sentence() -> None:
    met: set[bool] = set()

    @settings(derandomize=True, max_examples=400, deadline=None)
    @given(st.one_of(st.binary(max_size=300), pieces), st.sampled_from(["x.md", "x.txt", "x.html", "x"]))
    def holds(data: bytes, name: str) -> None:
        met.add(check(data, name) is not None)

    holds()
    assert met == {True, False}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: repr((shape.start + shape.unit)[:12]))
def test_a_hostile_text_gives_a_clean_document_or_one_sentence(shape: Shape) -> None:
    for name in NAMES:
        check(shape.text(), name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: repr((shape.start + shape.unit)[:12]))
def test_twice_the_text_takes_twice_the_steps_at_most(shape: Shape, name: str) -> None:
    steps(shape.text(20), name)  # imports and compiles
    half, whole = steps(shape.text(4), name), steps(shape.text(2), name)
    assert whole <= 2.1 * half


def steps(data: bytes, name: str) -> int:
    """Count the calls and returns of functions while data is parsed; seconds are measured by bench/texts.py."""
    number = 0

    def count(*_: object) -> None:
        nonlocal number
        number += 1

    sys.setprofile(count)
    try:
        sources.parse(data, name)
    except SourceError:
        pass
    finally:
        sys.setprofile(None)
    return number


SEVERAL = "the file may hold several documents; take them out of it with `briefreader add`"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.rss", b"<rss/>", f"a.rss: {SEVERAL}"),
        ("a.zip", b"PK\5\6" + bytes(18), f"a.zip: {SEVERAL}"),
        ("a.html", b"\x1f\x8b\x08", f"a.html: {SEVERAL}"),
        ("a.docx", b"PK", "a.docx: this is no file of the kind .docx, or only a piece of one; save it again"),
        ("a.pdf", b" ", "a.pdf: the file is empty; save the article again"),
        ("a.doc", b"x", "a.doc: files of this kind are not read; save it as DOCX, PDF or text (mail as .eml)"),
        ("a.txt", b"{\\rtf1 Talks", "a.txt: RTF files are not read; save it as DOCX, PDF or text"),
        ("a.md", b"\x89PNG\r\n\x1a\n", "a.md: images are not read; save the text that it shows"),
        ("a.png", b"x", "a.png: files of the kind .png are not read; save the article as a web page, Markdown or text"),
        ("a.md", b"\0\1\2", "a.md: this is not a text file; save it as Markdown, plain text or a web page"),
        ("a.txt", b" \n\n", "a.txt: the file is empty; save the article again"),
        ("a.md", b"a" * (20 * MILLION + 1), "a.md: the file is larger than 20 MB; split it or save its text alone"),
    ],
)
def test_what_is_not_read_is_refused_in_a_sentence(name: str, data: bytes, said: str) -> None:
    with pytest.raises(SourceError) as refused:
        sources.parse(data, name)
    assert str(refused.value) == said


def test_what_has_no_suffix_is_known_by_its_content() -> None:
    assert sources.parse(b"---\ntitle: Talks\n---\nThey *met*.", "-").text == "Talks\n\nThey met."
    assert sources.parse(b"<!doctype html><title>Talks</title><p>They met.", "-").text == "Talks\n\nThey met."
    assert sources.parse(b"Talks\n\nThey *met*.", "-").text == "Talks\n\nThey *met*."
