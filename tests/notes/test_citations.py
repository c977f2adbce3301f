"""Citations of briefs: only stated facts, in five formats, with a passage or without."""

import pytest

from briefreader.library import FORMATS, Citation, cited, cited_all
from briefreader.model import Annotation, Brief, Entry, Kind, Meeting, TextStatus
from briefreader.notes import citation_of

EMPTY = Citation("vienna", "Talks in Vienna")
WHOLE = Citation(
    "vienna-2", "Talks in Vienna", "Ministry of Foreign Affairs", "2024-03-14", "https://ruritania.example/2",
    "Vienna, Austria", genre="Readout", status="summary, not the official text",
)  # fmt: skip


def brief(
    meeting: Meeting | None = None, kind: Kind | None = None, text_status: TextStatus = "official", source: str = "MFA"
) -> Brief:
    entry = Entry("vienna-2", "Talks in Vienna", "2024-03", None, None, None, None, "vienna.md")
    annotation = Annotation(meeting=meeting, kind=kind)
    return Brief(entry, source, "https://ruritania.example/2", text_status, "Talks in Vienna\n\nText.", annotation)


def test_a_citation_has_the_facts_of_the_brief() -> None:
    held = Meeting(city="Vienna", country="Austria", format="in person")
    assert citation_of(brief(held, "fact sheet")) == Citation(
        "vienna-2", "Talks in Vienna", "MFA", "2024-03", "https://ruritania.example/2", "Vienna, Austria",
        genre="Fact sheet",
    )  # fmt: skip


@pytest.mark.parametrize(
    "kind, genre",
    [
        ("readout", "Readout"),
        ("joint statement", "Joint statement"),
        ("statement", "Statement"),
        ("fact sheet", "Fact sheet"),
        ("remarks", "Remarks"),
        ("transcript", "Transcript"),
        ("announcement", "Announcement"),
        ("release", "Press release"),
        (None, None),
    ],
)
def test_the_kind_of_a_text_is_its_genre(kind: Kind | None, genre: str | None) -> None:
    assert citation_of(brief(kind=kind)).genre == genre


def test_a_place_that_the_text_only_suggests_is_left_out() -> None:
    held = Meeting(city="Vienna", country="Austria")
    assert citation_of(brief(held._replace(unsure=("city",)))).place == "Austria"
    assert citation_of(brief(held._replace(unsure=("city", "country")))).place is None


@pytest.mark.parametrize("format", ["virtual", "call"])
def test_a_call_has_no_place(format: str) -> None:
    held = Meeting(city="Vienna", country="Austria", format="call" if format == "call" else "virtual")
    assert citation_of(brief(held)).place is None


def test_an_announcement_was_not_made_where_the_parties_will_meet() -> None:
    assert citation_of(brief(Meeting(city="Vienna", country="Austria"), "announcement")).place is None


def test_a_city_that_is_a_country_is_named_once() -> None:
    assert citation_of(brief(Meeting(city="Singapore", country="Singapore"))).place == "Singapore"


@pytest.mark.parametrize(
    "status, words",
    [
        ("official", None),
        ("unknown", None),
        ("summary", "summary, not the official text"),
        ("translation", "translation"),
        ("wire", "wire report"),
        ("aggregator", "aggregator's copy"),
    ],
)
def test_a_text_that_is_not_the_official_one_says_so(status: TextStatus, words: str | None) -> None:
    assert citation_of(brief(text_status=status)).status == words


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_says_that_a_text_is_a_summary(format: str) -> None:
    assert "summary, not the official text" in cited(WHOLE, next(each for each in FORMATS if each == format))


def test_only_a_joint_statement_was_published_where_its_parties_met() -> None:
    held = Meeting(city="Vienna", country="Austria")
    joint, own = citation_of(brief(held, "joint statement")), citation_of(brief(held, "readout"))
    assert '"publisher-place": "Vienna, Austria"' in cited(joint, "csl-json")
    assert '"event-place": "Vienna, Austria"' in cited(own, "csl-json")
    assert "address = {Vienna, Austria}" in cited(joint, "bibtex")
    assert "note = {Meeting in Vienna, Austria}" in cited(own, "bibtex")


def test_a_publisher_known_by_its_site_is_no_author() -> None:
    site = citation_of(brief(source="ruritania.example"))
    assert "author" not in cited(site, "csl-json")
    assert '"container-title": "ruritania.example"' in cited(site, "csl-json")
    assert "author = " not in cited(site, "bibtex")


def test_text() -> None:
    assert cited(WHOLE, "text") == (
        "Ministry of Foreign Affairs, “Talks in Vienna”, readout, Vienna, Austria, 14 March 2024, "
        "https://ruritania.example/2, [summary, not the official text]."
    )
    assert cited(EMPTY, "text") == "“Talks in Vienna”, undated."
    assert cited(EMPTY, "text", "We will not yield.") == "“We will not yield.”\n“Talks in Vienna”, undated."


def test_markdown_shows_signs_as_they_are() -> None:
    citation = EMPTY._replace(title="*Talks* [1]", url="https://ruritania.example/a>b c")
    assert cited(citation, "markdown", "1. First\n\n# not a heading") == (
        "> 1\\. First\n>\n> \\# not a heading\n\n[\\*Talks\\* \\[1\\]](<https://ruritania.example/a%3Eb%20c>), undated."
    )


def test_bibtex() -> None:
    assert cited(WHOLE._replace(title="R&D at 50% {of} it"), "bibtex", "Costs\n\nrise 5%").splitlines() == [
        "@online{vienna-2,",
        "  author = {{Ministry of Foreign Affairs}},",
        r"  title = {R\&D at 50\% \{of\} it},",
        "  publisher = {Ministry of Foreign Affairs},",
        "  date = {2024-03-14},",
        "  type = {Readout},",
        "  url = {https://ruritania.example/2},",
        "  note = {Meeting in Vienna, Austria; Text: summary, not the official text},",
        "  library = {briefreader: vienna-2},",
        r"  annote = {Costs rise 5\%},",
        "}",
    ]


def test_bibtex_keys_are_safe_and_differ() -> None:
    ids = ["vienna-2", "Vienna-2", "회담-2024", "회담-2025", "회담", "a b", "a_b", "Ä"]
    keys = [cited(EMPTY._replace(id=id), "bibtex").splitlines()[0].removeprefix("@misc{").rstrip(",") for id in ids]
    assert keys[0] == "vienna-2"
    assert len(set(keys)) == len(ids)
    assert all(key.isascii() and not set(key) & set(" {}%#~,\\_") for key in keys)


def test_ris() -> None:
    assert cited(EMPTY._replace(date="2024"), "ris").splitlines() == [
        "TY  - RPRT",
        "TI  - Talks in Vienna",
        "PY  - 2024",
        "DA  - 2024///",
        "DB  - briefreader",
        "AN  - vienna",
        "ER  - ",
    ]


def test_several_citations_are_one_document() -> None:
    pair: list[tuple[Citation, str | None]] = [(EMPTY, None), (WHOLE, "We agree.")]
    assert cited_all(pair, "text").count("\n\n") == 1
    assert cited_all(pair, "bibtex").count("@") == 2
    assert cited_all(pair, "csl-json").startswith("[") and cited_all(pair, "csl-json").endswith("]")
