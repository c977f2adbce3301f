"""No word of a file is lost without a word said: greedy readings of real and of made files against their documents."""

import tarfile
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import pytest

from briefreader import sources
from briefreader.model import Document
from briefreader.sources import docx, odt, pdf
from briefreader.sources.document import cleaning, lost_words
from briefreader.sources.structure.paragraph import Paragraph
from sources import made_docx, made_odt, made_pdf
from sources.made_documents import DOCUMENTS, Made
from sources.nothing_lost import lost, of_markdown, of_page, of_plain_text
from sources.test_corpus import CORPUS, SHARED

OF_ARCHIVES = {"state-html": 160, "wh2017-html": 40, "wh-md": 100}
EACH = 5  # every fifth file, so that the end of a large archive need not be unpacked
real = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the collection of real documents is not at {SHARED}")


def lost_of(data: bytes, name: str) -> list[str]:
    """Return the words of a file of real documents that are lost."""
    text = data.decode()
    document = sources.parse(data, name)
    assert [doubt for doubt in document.unsure if doubt.startswith("text:") and "words" in doubt] == [], name
    if name.endswith(".html"):
        return lost(of_page(text, links="saved-page" not in name and "wh2017" not in name), document)
    return lost(of_markdown(text), document)


def files_of(archive: str) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(CORPUS / f"{archive}.tar.xz") as held:
        files = (member for member in held if member.isfile())
        for member in islice(files, 0, EACH * OF_ARCHIVES[archive], EACH):
            if file := held.extractfile(member):
                yield member.name, file.read()


@real
def test_no_word_of_the_collection_is_lost() -> None:
    paths = sorted(path for path in (CORPUS / "dev").rglob("*") if path.suffix in (".md", ".html"))
    assert len(paths) >= 210
    found = {path.name: lost_of(path.read_bytes(), str(path)) for path in paths}
    assert {name: words for name, words in found.items() if words} == {}


@real
@pytest.mark.parametrize("archive", OF_ARCHIVES)
def test_no_word_of_the_archives_is_lost(archive: str) -> None:
    found = {name: lost_of(data, f"{archive}/{name}") for name, data in files_of(archive)}
    assert len(found) == OF_ARCHIVES[archive]
    assert {name: words for name, words in found.items() if words} == {}


MARKDOWN = """\
---
title: Talks end in Oslo
---

# Talks end in Oslo

The *two* sides met on [6 May](https://example.gov/a_(b)#c) & agreed: **"all is well"**[^1].

- one \\* star
- [x] a task that is done, see [the plan][label]
    1. two
> three four

| Side | Lead |
|---|---|
| A | Ann Roe |

![a picture](x.png) <b>Bold</b>ness. <!-- not seen -->

###

[^1]: A note of theirs.
[label]: https://example.gov/
"""
PLAIN = """\
MINISTRY OF EXAMPLES
ANN ROE M.P.

Talks end in Oslo

The two sides reaffirmed in Oslo their commitment to the denucleari-
zation of the peninsula and to the plan that both agreed on in

2

the spring of the year before.

- one
- two

Country   Year  Sum
Norway    2023  1.5
Japan     2024  2.0

> three four

* * *

-30-
"""
PAGE = """\
<html><head><title>Talks end in Oslo - Ministry</title><link rel=stylesheet href=a></head><body>
<nav><a href=/>Home</a> <a href=/n>News</a></nav><header>Ministry of Examples</header>
<div>For the press alone</div><main><h1>Talks end in Oslo</h1><p>6 May 2025</p>
<p>The two sides met in <a href=/o>Oslo</a>, where they agreed on the plan of work for the year<sup>1</sup>.</p>
<ol><li><p>first</p></li><li>second<ul><li>third</li></ul></li></ol>
<h3><button>Matters of trade</button></h3><table><tr><th>Side<td>Lead</tr></table>
<fieldset><legend>Ports</legend>Ships</fieldset>
<blockquote>We stand by our word in all the things that we have agreed on.</blockquote>
<figure><img src=a><figcaption>The ministers at lunch</figcaption></figure>
<details><summary>Notes</summary>They will meet again in the year to come, as they have done before.</details></main>
<p style="display:none">unseen</p><footer>All rights</footer></body></html>
"""


@pytest.mark.parametrize(
    ("text", "name", "seen"),
    [
        (MARKDOWN, "a.md", of_markdown),
        (PLAIN, "a.txt", of_plain_text),
        (PAGE, "a.html", of_page),
        (PAGE.replace("<link rel=stylesheet href=a>", ""), "fragment.html", of_page),
    ],
)
def test_no_word_of_a_made_file_is_lost(text: str, name: str, seen: Callable[[str], Iterator[str]]) -> None:
    document = sources.parse(text.encode(), name)
    assert lost(seen(text), document, cut=name.endswith(".txt")) == []
    assert not any(doubt.startswith("text:") for doubt in document.unsure)


def test_the_checker_finds_a_word_that_is_lost() -> None:
    document = Document("Talks", "They met.", removed=("end mark: ### (2 times)", "label: Press (2 times)"))
    assert lost(of_markdown("# Talks\n\nThey met in Oslo.\n\nThey met.\n\nPress\n\nPress"), document) == [
        "in", "oslo", "they", "met",
    ]  # fmt: skip


def test_words_that_are_lost_are_told() -> None:
    seen = "The two sides met in Oslo.\n\nThey signed the plan of work."
    assert lost_words.doubt(seen, seen) is None
    assert (
        lost_words.doubt(seen, "The two sides met in Oslo.")
        == "text: 6 words of the file are not in the text, the first: “They signed the plan of work”"
    )
    assert lost_words.doubt(f"{seen} Again.", seen) == "text: 1 word of the file is not in the text, the first: “Again”"


OFFICE: dict[str, tuple[Callable[[Made], bytes], Callable[[bytes, str], Document]]] = {
    "docx": (made_docx.of, docx.read),
    "odt": (made_odt.of, odt.read),
    "pdf": (lambda made: made_pdf.pdf(made, made_pdf.LOOKS[0]), pdf.read),
}


@pytest.mark.parametrize("kind", OFFICE)
def test_words_that_an_office_file_loses_are_told(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make, read = OFFICE[kind]
    data = [make(made) for made in DOCUMENTS[:4]]
    assert [doubt for each in data for doubt in read(each, "a").unsure if doubt.startswith("text:")] == []

    def clean(title: str, paragraphs: Iterable[Paragraph]) -> cleaning.Cleaned:
        kept = [*paragraphs]
        del kept[1]
        return cleaned(title, kept)

    cleaned = cleaning.clean
    monkeypatch.setattr(cleaning, "clean", clean)
    for each in data:
        [doubt] = [doubt for doubt in read(each, "a").unsure if doubt.startswith("text:")]
        assert "of the file are not in the text, the first: " in doubt


@pytest.mark.parametrize(
    ("seen", "kept"),
    [
        ("the denucleari-\nzation of it", "the denuclearization of it"),
        ("**Bold**ness and\n\n- a\n- b", "Boldness and a b"),
        ("A &amp; B", "A & B"),
        ("21^st^ and _x_", "21st and x"),
        ("• one • two", "one two"),
    ],
)
def test_a_mark_or_a_joined_word_is_no_loss(seen: str, kept: str) -> None:
    assert lost_words.missing(seen, kept) == []


def test_a_word_in_a_control_of_a_page_is_told_if_it_stands_in_the_text() -> None:
    page = "<title>Talks</title><p>They met in Oslo.</p><math><mi>alpha</mi></math><object>beta gamma</object>"
    document = sources.parse(page.encode(), "a.html")
    assert document.unsure == ("text: 3 words of the file are not in the text, the first: “alpha beta gamma”",)
