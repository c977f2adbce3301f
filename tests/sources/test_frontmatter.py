"""Front matter, ours and others', is read without trust and never costs the text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader import sources
from briefreader.model import Document
from briefreader.sources.letters.mojibake import mend
from briefreader.text import clean_line

BRIEF = """\
---
title: Talks end in Oslo
date: 2024-09-04
series: Example Talks
ordinal: 5
city: Oslo
country: Norway
format: in person
sides:
  - Norway
  - Republic of Korea
leads: [Ann Example, {name: Bo Example, title: Minister}]
next: '2025'
sources:
  - https://www.example.gov/talks
text_status: summary
---

They met.
"""


def parse(text: str) -> Document:
    return sources.parse(text.encode(), "brief.md")


def test_a_brief_states_facts_of_its_meeting() -> None:
    document = parse(BRIEF)
    assert document.facts == {
        "date": "2024-09-04",
        "series": "Example Talks",
        "ordinal": 5,
        "city": "Oslo",
        "country": "Norway",
        "format": "in person",
        "sides": ("Norway", "Republic of Korea"),
        "leads": ("Ann Example", "Bo Example"),
        "next": "2025",
        "sources": ("https://www.example.gov/talks",),
    }
    assert (document.date, document.source, document.text_status) == ("2024-09-04", "example.gov", "summary")
    assert document.unsure == ()


def test_a_person_states_facts_of_the_meeting_under_one_key() -> None:
    document = parse(
        "---\ntitle: Talks\ndate: 2024-09-05\n"
        "meeting:\n  ordinal: 5\n  date: 2024-09-04\n  leads: Ann Example\n---\n\nx\n"
    )
    assert document.facts == {"ordinal": 5, "date": "2024-09-04", "leads": ("Ann Example",), "meeting": True}
    assert (document.date, document.unsure) == ("2024-09-05", ())


def test_what_stands_under_that_key_outranks_what_stands_beside_it() -> None:
    facts = parse("---\nseries: One\nordinal: 1\nmeeting:\n  series: Two\n---\n\nx\n").facts
    assert facts == {"series": "Two", "ordinal": 1, "meeting": True}


@pytest.mark.parametrize(
    ("meeting", "unsure"),
    [
        ("meeting: EDSCG 5", "`meeting` is not used, it should hold keys such as"),
        ("meeting: [EDSCG]", "`meeting` is not used, it should hold keys such as"),
        ("meeting:\n  ordinal: fifth", "`meeting: ordinal` is not used, it should be a number"),
        ("meeting:\n  town: Oslo", "`meeting: town` is not known, the keys are series,"),
    ],
)
def test_a_mistake_under_that_key_is_told(meeting: str, unsure: str) -> None:
    document = parse(f"---\ntitle: Talks\n{meeting}\n---\n\nx\n")
    assert document.facts.keys() <= {"meeting"}
    assert [line for line in document.unsure if unsure in line]


ORIGINAL = f"{'0a1b' * 16}.html"


def test_the_guesses_that_an_earlier_version_wrote_into_a_brief_do_not_count() -> None:
    former = (
        "---\ntitle: Talks\ndate: 2024-09-04\nseries: Guessed\nordinal: 5\nleads:\n  - Bo Guess\n"
        f"id: guessed-5-2024-09-04\noriginal: {ORIGINAL}\ndocument_date: 2024-09-05\n"
        "text_status: official\n{}---\n\nThey met.\n"
    )
    document = parse(former.format(""))
    assert document.facts == {"id": "guessed-5-2024-09-04", "original": ORIGINAL}
    assert (document.date, document.text_status) == ("2024-09-05", "official")
    [unsure] = document.unsure
    assert unsure.startswith("meeting: an earlier version of briefreader wrote series, ordinal, leads into this file")
    assert parse(former.format("meeting:\n  series: Known\n")).facts["series"] == "Known"


def test_another_original_is_no_sign_of_a_guess() -> None:
    facts = parse("---\nseries: Known\noriginal: https://state.example/1\n---\n\nThey met.\n").facts
    assert facts["series"] == "Known"


def test_in_a_brief_that_was_added_the_date_is_that_of_the_document() -> None:
    document = parse("---\ndate: 2024-09-05\nseries: Mine\noriginal_file: 0a1b.html\n---\n\nThey met.\n")
    assert document.facts == {"series": "Mine", "original": "0a1b.html"}
    assert document.date == "2024-09-05"


def test_others_state_the_day_of_publication_and_no_fact_of_a_meeting() -> None:
    document = parse(
        "---\ndate: '2021-05-28'\nmodified_time: 2021-05-28 09:46:33-04:00\npublished_time: 2021-05-28 09:46:32-04:00\n"
        "source_url: https://www.example.gov/call/\ntags: statements\n"
        'title: "Readout of Prime\\_Minister Example\\u2019s\\\n  \\ Call with L\\xF3pez"\n---\n \nThey spoke.\n'
    )
    assert document.title == "Readout of Prime Minister Example’s Call with López"
    assert (document.date, document.published) == ("2021-05-28", "2021-05-28T09:46:32-04:00")
    assert (document.source, document.url) == ("example.gov", "https://www.example.gov/call/")
    assert (document.text_status, document.facts) == ("official", {})


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: NO", "NO"),
        ("title: 2024-09-04", "2024-09-04"),
        ("title: 'It''s done'", "It's done"),
        ('title: "a\\e[31mb\\u202e\\x07c"', "abc"),
        ("title: one\n  two", "one two"),
        ("title: >-\n  one\n  two", "one two"),
        ("title: !!python/object/apply:os.system 'x'", "x"),
    ],
)
def test_every_value_is_text(line: str, title: str) -> None:
    assert parse(f"---\n{line}\n---\nThey met.").title == title


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("title: Kept\nother: a: b", "front matter, line 3: mapping values are not allowed"),
        ("title: Kept\nother: [a, b", "front matter, line 4: "),
        ("title: Kept\na: &x [1]\nb: *x", "front matter, line 3: anchors and aliases are not read"),
        ("title: Kept\na: " + "[" * 100, "nested too deep"),
        ("title: Kept\na: " + "[" * 2000, "nest"),  # libyaml from 0.2.6 on refuses it in words of its own
        ("title: Kept\na:\n" + "- x\n" * 5000, "holds too much"),
        ("title: Kept\n" + "k: v\n" * 20_000, "larger than 64 KiB"),
        ("title: Kept\ntitle: Other", "front matter, line 3: `title` stands there twice; the first one counts"),
        ("title: Kept\nseries: X\nordinal: fifth", "`ordinal` is not used, it should be a number"),
        ("title: Kept\nseries: X\ndate: soon", "`date` is not used, it should be a date"),
        ("title: Kept\nseries: X\nformat: by post", "`format` is not used, it should be `in person`"),
    ],
)
def test_what_is_broken_is_told_and_the_text_is_kept(block: str, said: str) -> None:
    document = parse(f"---\n{block}\n---\n\nThey met.\n")
    assert (document.title, document.body) == ("Kept", "They met.")
    assert any(said in line for line in document.unsure), document.unsure


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Transcript: Doorstop: Bergen", "Transcript: Doorstop: Bergen"),
        ("title: Readout: Talks\n  in Oslo: day two", "Readout: Talks in Oslo: day two"),
        ('title: "He said "yes" to talks"', 'He said "yes" to talks'),
        ('title: "Talks" end in Oslo', '"Talks" end in Oslo'),
        ('title: "Talks end in Oslo', "Talks end in Oslo"),
        ("title: 'It's done'", "It's done"),
        ("title: 'It's done", "It's done"),
        ("title: [Updated] Talks end", "[Updated] Talks end"),
        ("title: [Talks end", "[Talks end"),
        ("title: !Talks end: day two", "!Talks end: day two"),
        ("title: *Talks* end", "*Talks* end"),
        ("title: & more talks", "& more talks"),
        ("title: - Talks", "- Talks"),
        ("title: @Ministry talks", "@Ministry talks"),
        ("title: Talks end\ntags: [a, b", "Talks end"),
        ("title: Talks end\ndescription: some: thing", "Talks end"),
    ],
)
def test_an_entry_that_is_no_yaml_is_read_as_words_and_told(line: str, title: str, tmp_path: Path) -> None:
    text = f"---\n{line}\ndate: 2025-03-31\nsides:\n  - Norway\n  - Japan\n---\n\nI thank our hosts. It rained.\n"
    document = parse(text)
    assert (document.title, document.date, document.body) == (title, "2025-03-31", "I thank our hosts. It rained.")
    assert document.facts["sides"] == ("Norway", "Japan")
    assert any(said.startswith("front matter, line ") for said in document.unsure)
    (tmp_path / "brief.md").write_text(text)
    assert sources.read_preview(tmp_path / "brief.md")[:2] == (title, "2025-03-31")


def test_a_tab_before_a_key_or_a_value_is_a_space() -> None:
    document = parse("---\ntitle:\tTalks end\n\tdate:\t2025-03-31\n---\nThey met.")
    assert (document.title, document.date, document.body) == ("Talks end", "2025-03-31", "They met.")


def test_keys_count_in_any_case_and_with_hyphens() -> None:
    document = parse("---\nTitle: Talks end\nPublish-Date: 31 March 2025\nlastmod: 2025-04-01\n---\nThey met.")
    assert (document.title, document.date, document.unsure) == ("Talks end", "2025-03-31", ())


def test_front_matter_that_is_never_closed_ends_where_the_text_begins() -> None:
    document = parse("---\ntitle: Kept\ndate: 2024-09-04\n\nThey met.\n")
    assert (document.title, document.date, document.body) == ("Kept", "2024-09-04", "They met.")
    assert "closes it is missing" in document.unsure[0]


def test_a_text_that_begins_with_a_rule_has_no_front_matter() -> None:
    assert parse("---\n\nA title\n\nThey met: in Oslo.\n\n---\n\nEnd.").text == "A title\n\nThey met: in Oslo.\n\nEnd."


plain = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).map(clean_line).filter(bool)
plain = plain.filter(lambda text: mend(text) == (text, []))  # misread letters are mended before the lines are read


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.fixed_dictionaries({"title": plain, "city": plain}, optional={"series": plain, "next": plain}))
def test_simple_lines_are_read_as_yaml_reads_them(values: dict[str, str]) -> None:
    import yaml

    block = yaml.safe_dump(values, allow_unicode=True, width=30)
    document = parse(f"---\n{block}text_status: unknown\n---\nThey met.")
    assert document.unsure == ()
    read = {**document.facts, "title": document.title}
    assert {key: read[key] for key in values} == values


def test_header_lines_count_as_front_matter_where_there_is_none(tmp_path: Path) -> None:
    text = "Title: Talks: Oslo\nDate: 2025-03-31\n\n## Fjords\n\nThey met.\n"
    document = parse(text)
    assert (document.title, document.date, document.body) == ("Talks: Oslo", "2025-03-31", "Fjords\n\nThey met.")
    (tmp_path / "brief.md").write_text(text)
    assert sources.read_preview(tmp_path / "brief.md").title == "Talks: Oslo"
    assert "Date: open" in parse("Date: open\n\nThey met in Oslo. It rained.\n").title


def test_the_language_in_front_matter_tells_whether_the_day_comes_first() -> None:
    for language, date in (("en-GB", "2025-09-04"), ("en-US", "2025-04-09")):
        assert parse(f"---\ntitle: Talks\ndate: 04/09/2025\nlang: {language}\n---\n\nThey met.\n").date == date
