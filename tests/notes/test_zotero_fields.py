"""Facts of Zotero's schema and import, against which each field of a citation is held: it drops what a type lacks.

Sources: the item types of zotero/zotero-schema with the fields that Zotero 8 added to web pages (publisher, place) and
documents (type, place); `itemFromCSLJSON` of zotero/utilities, which sets the first field of a variable that the type
has; the translators RIS.js and BibTeX.js of zotero/translators.
"""

import json

import pytest
from bibtexparser.entrypoint import parse_string

from briefreader.library import Citation, cited

COMMON = {"title", "creators", "date", "url", "language", "shortTitle", "rights", "extra", "notes"}
FIELDS = {
    "webpage": COMMON | {"publicationTitle", "type", "publisher", "place"},
    "document": COMMON | {"type", "publisher", "place", "archive", "archiveLocation", "libraryCatalog", "callNumber"},
    "report": COMMON | {"type", "publisher", "place", "archive", "archiveLocation", "number", "pages"},
}
"""The fields of the types by the names of their base fields: the website type is a `type`, its title a publication."""
BEFORE_8 = {"webpage": {"publisher", "place"}, "document": {"type", "place"}}
"""Fields that these types have since version 8."""

CSL_TYPES = {"webpage": "webpage", "document": "document"}
CSL_VARIABLES = {
    "title": "title", "author": "creators", "container-title": "publicationTitle", "publisher": "publisher",
    "publisher-place": "place", "event-place": "place", "issued": "date", "genre": "type", "URL": "url",
    "archive": "archive", "archive_location": "archiveLocation", "note": "extra",
}  # fmt: skip
RIS_TYPES = {"ELEC": "webpage", "RPRT": "report"}
RIS_TAGS = {
    "TI": "title", "AU": "creators", "PB": "publisher", "CY": "place", "PY": "date", "DA": "date", "M3": "type",
    "UR": "url", "DB": "archive", "AN": "archiveLocation", "N1": "notes",
}  # fmt: skip
KEPT_AS_NOTES = {"webpage": {"archive", "archiveLocation"}}
"""RIS alone: a tag whose field the type lacks becomes a note of the item."""
BIBTEX_TYPES = {"online": "webpage", "misc": "document"}
BIBTEX_FIELDS = {
    "title": "title", "author": "creators", "publisher": "publisher", "address": "place", "date": "date",
    "type": "type", "url": "url", "note": "extra", "annote": "notes",
}  # fmt: skip
BIBTEX_ONLY = {"library"}
"""A field of biblatex for the key of the archive, which the citation key repeats."""

WHOLE = Citation(
    id="vienna-2-2024-03-14",
    title="Joint Statement of Ruritania and Freedonia",
    publisher="Ministry of Foreign Affairs",
    date="2024-03-14",
    url="https://ruritania.example/vienna",
    place="Vienna, Austria",
    issued_there=True,
    genre="Joint statement",
    status="translation",
)
CITATIONS = [
    WHOLE,
    WHOLE._replace(url=None),
    WHOLE._replace(issued_there=False, genre="Readout"),
    WHOLE._replace(issued_there=False, genre="Readout", url=None),
    WHOLE._replace(publisher="ruritania.example"),
    WHOLE._replace(publisher="Ministry of Trade, Energy and Tourism"),
]
PASSAGE = "We will not yield."


@pytest.mark.parametrize("citation", CITATIONS)
def test_zotero_has_a_field_for_each_variable_of_csl_json(citation: Citation) -> None:
    [item] = json.loads(cited(citation, "csl-json", PASSAGE))
    fields = FIELDS[CSL_TYPES[item.pop("type")]]
    assert item.pop("id") == citation.id
    assert {CSL_VARIABLES[name] for name in item} <= fields
    carried = json.dumps(item, ensure_ascii=False)
    facts = (citation.title, citation.publisher, citation.url, citation.place, citation.genre, citation.status)
    assert all(str(fact) in carried for fact in (*facts, PASSAGE, citation.id) if fact)


def test_the_archive_of_a_web_page_stands_in_lines_that_zotero_takes_for_fields() -> None:
    [item] = json.loads(cited(WHOLE, "csl-json"))
    assert item["note"].splitlines()[:2] == ["Archive: briefreader", "Archive Location: vienna-2-2024-03-14"]


@pytest.mark.parametrize("citation", CITATIONS)
def test_versions_before_8_keep_the_publisher_of_a_web_page_in_another_field(citation: Citation) -> None:
    [item] = json.loads(cited(citation, "csl-json"))
    type = CSL_TYPES[item["type"]]
    old = FIELDS[type] - BEFORE_8[type]
    kept = json.dumps([value for name, value in item.items() if CSL_VARIABLES.get(name) in old], ensure_ascii=False)
    assert str(citation.publisher) in kept


@pytest.mark.parametrize("citation", CITATIONS)
def test_zotero_has_a_field_for_each_tag_of_ris(citation: Citation) -> None:
    lines = [line.split("  - ", 1) for line in cited(citation, "ris", PASSAGE).splitlines()]
    assert (lines[0][0], lines[-1][0]) == ("TY", "ER")
    type = RIS_TYPES[lines[0][1]]
    assert {RIS_TAGS[tag] for tag, _ in lines[1:-1]} <= FIELDS[type] | KEPT_AS_NOTES.get(type, set())


def test_ris_gives_no_body_whose_name_has_a_comma_as_author() -> None:
    """Zotero splits an author at commas, and drops what follows the second one."""
    assert "AU  - Ministry of Foreign Affairs" in cited(WHOLE, "ris")
    record = cited(CITATIONS[-1], "ris")
    assert "AU  - " not in record
    assert "PB  - Ministry of Trade, Energy and Tourism" in record


@pytest.mark.parametrize("citation", CITATIONS)
def test_zotero_has_a_field_for_each_field_of_bibtex(citation: Citation) -> None:
    [entry] = parse_string(cited(citation, "bibtex", PASSAGE)).entries
    names = {field.key for field in entry.fields}
    assert {BIBTEX_FIELDS[name] for name in names - BIBTEX_ONLY} <= FIELDS[BIBTEX_TYPES[entry.entry_type]]
    assert entry.key == citation.id
