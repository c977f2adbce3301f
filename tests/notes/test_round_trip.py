"""Twenty briefs with hostile titles, cited for other programs and read back by libraries that such programs use."""

import json
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from briefreader.library import Citation, Library, cited_all
from briefreader.model import Brief
from briefreader.text import clean_line
from notes.conftest import TITLES

Briefs = tuple[Library, list[Brief]]
PASSAGE = "“We will not yield 5% & more.”"
VERBATIM = ("url", "date")
"""Fields that TeX reads without its signs."""


@pytest.fixture
def citations(briefs: Briefs) -> dict[str, Citation]:
    library, found = briefs
    return {brief.entry.id: library.citation(brief) for brief in found}


def with_passage(citations: dict[str, Citation]) -> list[tuple[Citation, str | None]]:
    return [(citation, PASSAGE) for citation in citations.values()]


def test_the_briefs_have_the_titles_of_their_files(briefs: Briefs) -> None:
    assert sorted(brief.entry.title for brief in briefs[1]) == sorted(map(clean_line, TITLES))


def test_csl_json_reads_back_without_loss(citations: dict[str, Citation]) -> None:
    items = json.loads(cited_all(with_passage(citations), "csl-json"))
    assert len(items) == len(TITLES)
    for item in items:
        citation = citations[item["id"]]
        assert item["title"] == citation.title
        assert item.get("publisher") == citation.publisher
        assert item.get("URL") == citation.url
        assert item.get("genre") == citation.genre
        assert csl_date(item) == citation.date
        assert PASSAGE in item["note"]
    assert len({item["id"] for item in items}) == len(TITLES)


def csl_date(item: dict[str, Any]) -> str | None:
    if "issued" not in item:
        return None
    [parts] = item["issued"]["date-parts"]
    return "-".join(f"{part:02}" for part in parts)


def test_a_processor_of_csl_styles_takes_every_item(citations: dict[str, Citation]) -> None:
    items = json.loads(cited_all(with_passage(citations), "csl-json"))
    source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        bibliography.register(Cited([CitationItem(item["id"].lower())]))
    assert len(bibliography.bibliography()) == len(TITLES)


def test_bibtex_reads_back_without_loss(citations: dict[str, Citation]) -> None:
    library = parse_string(cited_all(with_passage(citations), "bibtex"))
    assert not library.failed_blocks
    assert not library.comments
    assert len(library.entries) == len(TITLES)
    by_title = {citation.title: citation for citation in citations.values()}
    for entry in library.entries:
        read = {field.key: str(field.value) for field in entry.fields}
        read = {name: value if name in VERBATIM else in_letters(value) for name, value in read.items()}
        citation = by_title[read["title"]]
        assert read.get("publisher") == citation.publisher
        assert read.get("author") == (None if citation.is_site else citation.publisher)
        assert read.get("url") == citation.url
        assert read.get("date") == citation.date
        assert read.get("type") == citation.genre
        assert read["annote"] == PASSAGE
        assert read["library"] == f"briefreader: {citation.id}"
    assert len({entry.key for entry in library.entries}) == len(TITLES)


def in_letters(value: str) -> str:
    """Return a value of BibTeX as people read it; the library spells the circumflex as an accent of its own."""
    signs = [MacroTextSpec("textbraceleft", "{"), MacroTextSpec("textbraceright", "}")]
    known = get_default_latex_context_db()
    known.add_context_category("braces", prepend=True, macros=signs)
    return str(LatexNodes2Text(latex_context=known, keep_braced_groups=False).latex_to_text(value)).replace("ˆ", "^")


def test_ris_reads_back_without_loss(citations: dict[str, Citation]) -> None:
    records = rispy.loads(cited_all(with_passage(citations), "ris"))
    assert len(records) == len(TITLES)
    for record in records:
        citation = citations[record["accession_number"]]
        assert record["title"] == citation.title
        assert record.get("publisher") == citation.publisher
        assert record.get("urls", [None])[0] == citation.url
        assert record.get("type_of_work") == citation.genre or record.get("custom3") == citation.genre
        assert (record.get("date") or "///").rstrip("/").replace("/", "-") == (citation.date or "")
        assert PASSAGE in record["notes"][-1]
