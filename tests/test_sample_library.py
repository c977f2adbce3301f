"""The sample library in `data/library`: 84 summaries, facts in front matter and a body of our own words."""

import datetime
import re
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
import yaml

LIBRARY = Path(__file__).parents[1] / "data" / "library"
FILES = sorted(LIBRARY.iterdir())
FURTHER = [path for path in FILES if path.name[0].isdigit()]
"""Calls and meetings outside the series, and further briefs of a meeting; their facts stand under `meeting:`."""
NUMBERED = [path for path in FILES if path not in FURTHER]
"""One brief for each meeting of a series."""

KEYS = ["title", "date", "end_date", "series", "ordinal", "city", "country", "format", "sides", "leads", "next"]
KEYS += ["sources", "text_status"]
REQUIRED = {"title", "date", "series", "sides", "sources", "text_status"}
KEYS_OF_FURTHER = ["title", "id", "date", "meeting", "sources", "text_status"]

MEETINGS_OF_SERIES = {
    "AUKUS DMM": 3,
    "AUKUS JSG": 1,
    "AUKUS leaders": 2,
    "AUSMIN": 2,
    "EDSCG": 5,
    "KIDD": 7,
    "NCG": 5,
    "Quad FMM": 2,
    "Quad leaders": 5,
    "SCM": 7,
    "US-EU consultations": 1,
    "US-India 2+2": 1,
    "US-Japan EDD": 3,
    "US-Japan SCC 2+2": 2,
    "US-Japan-Philippines NSAs": 1,
    "US-Japan-ROK Economic Security Dialogue": 1,
    "US-Japan-ROK FMM": 3,
    "US-Japan-ROK NSAs": 4,
    "US-Japan-ROK TMM": 5,
    "US-Japan-ROK VFMM": 2,
    "US-Japan-ROK leaders": 2,
    "US-Philippines 3+3": 1,
    "US-ROK 2+2": 2,
    "US-Russia Strategic Stability Dialogue": 1,
    "US-Thailand Strategic and Defense Dialogue": 1,
}

# What the sources of a meeting do not confirm, and a word of the sentence in which its brief says so.
UNCONFIRMED = {
    "edscg-1-2016-12-20": "does not confirm that the inaugural meeting took place as planned",
    "edscg-2-2018-01-17": "That the meeting took place as planned is not confirmed",
    "scm-57-2025-11-04": "which was not read for this summary",
    "us-rok-2-2-5-2021-03-18": "the fifth 2+2 talks is not confirmed",
    "us-japan-edd-2023-06-26": "That the year was 2023 is not confirmed",
    "us-japan-rok-nsas-2023-12-09": "does not name the place",
    "us-japan-rok-fmm-2022-02-12": "The day, 12 February, is not confirmed",
    "us-japan-rok-fmm-2022-07-08": "G20 foreign ministers is not confirmed",
    "us-japan-rok-economic-security-dialogue-1-2023-02-27": "held on 27 February is not confirmed",
    "quad-leaders-1-2021-03-12": "a virtual one is not confirmed",
    "quad-leaders-2-2021-09-24": "the source does not confirm",
    "quad-fmm-4-2022-02-11": "are not confirmed by the source",
    "aukus-leaders-2023-03-13": "does not confirm the place",
}


class Sample(NamedTuple):
    """A brief as its file holds it: front matter as YAML gives it, with and without `meeting:`, and the body."""

    front: dict[str, Any]
    facts: dict[str, Any]
    body: str


def sample(path: Path) -> Sample:
    match = re.fullmatch(r"---\n(.*?\n)---\n\n(.*)", path.read_text("utf-8"), re.DOTALL)
    assert match, f"{path.name} has no front matter followed by a blank line"
    front: dict[str, Any] = yaml.safe_load(match[1])
    return Sample(front, {**front, **front.get("meeting", {})}, match[2])


def facts_of(name: str) -> dict[str, Any]:
    return sample(LIBRARY / f"{name}.md").facts


def test_there_are_84_briefs_and_nothing_else() -> None:
    assert (len(NUMBERED), len(FURTHER)) == (69, 15)
    assert {path.suffix for path in FILES} == {".md"}


def test_every_series_has_its_meetings() -> None:
    assert Counter(sample(path).facts["series"] for path in NUMBERED) == MEETINGS_OF_SERIES


def test_no_series_counts_a_meeting_twice() -> None:
    numbered = [(facts["series"], facts["ordinal"]) for _, facts, _ in map(sample, NUMBERED) if "ordinal" in facts]
    assert len(numbered) == len(set(numbered))


def test_four_meetings_have_several_briefs() -> None:
    def meeting(path: Path) -> tuple[str | None, str, tuple[str, ...]]:
        facts = sample(path).facts
        return facts.get("series"), str(facts["date"]), tuple(sorted(facts["sides"]))

    counted = Counter(map(meeting, FILES))
    assert {(series, date): count for (series, date, _), count in counted.items() if count > 1} == {
        ("Quad leaders", "2021-09-24"): 2,
        (None, "2023-04-26"): 2,
        ("US-Japan-ROK leaders", "2023-08-18"): 3,
        ("Quad leaders", "2024-09-21"): 3,
    }
    assert len(counted) == 78


def test_calls_and_meetings_outside_the_series_have_four_counterparts() -> None:
    outside = {path: sample(path).facts for path in FURTHER if "series" not in sample(path).facts}
    assert Counter(side for facts in outside.values() for side in facts["sides"]) == {
        "United States": 10,
        "South Korea": 5,
        "Japan": 3,
        "Australia": 1,
        "Israel": 1,
    }
    assert sum(facts.get("format") == "call" for facts in outside.values()) == 3


def test_titles_differ() -> None:
    titles = Counter(sample(path).facts["title"] for path in FILES)
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestEveryBrief:
    def test_holds_known_keys_in_order(self, path: Path) -> None:
        front = sample(path).front
        if path in NUMBERED:
            assert list(front) == [key for key in KEYS if key in front]
            assert set(front) >= REQUIRED
        else:
            assert list(front) == [key for key in KEYS_OF_FURTHER if key in front]
            assert set(front) >= set(KEYS_OF_FURTHER) - {"id"}
            meeting = front["meeting"]
            assert sorted(meeting) == sorted(set(meeting) & set(KEYS[1:]))

    def test_is_named_after_its_meeting_or_its_date_and_title(self, path: Path) -> None:
        front, facts, _ = sample(path)
        if path in FURTHER:
            title = re.sub(r"[^a-z0-9]+", "-", front["title"].lower().replace("'", ""))
            assert path.stem == f"{front['date']}-{title}"
            assert ("ordinal" in facts) == (front.get("id") == path.stem)
            return
        slug = re.sub(r"[^a-z0-9]+", "-", str(facts["series"]).lower())
        parts = [slug, str(facts["ordinal"])] if "ordinal" in facts else [slug]
        assert path.stem == "-".join([*parts, str(facts["date"])])

    def test_states_facts_of_the_right_kind(self, path: Path) -> None:
        facts = sample(path).facts
        assert facts["text_status"] == "summary"
        assert type(facts["date"]) is datetime.date
        end = facts.get("end_date", facts["date"])
        assert isinstance(end, datetime.date) and facts["date"] <= end
        assert isinstance(facts.get("ordinal", 1), int)
        assert facts.get("format", "virtual") in ("virtual", "call")
        for key in ("title", "series", "city", "country", "next"):
            assert isinstance(facts.get(key, "stated"), str)
        for key in ("sides", "leads", "sources"):
            values = facts.get(key, ["stated"])
            assert isinstance(values, list) and values
            assert all(isinstance(value, str) and value == value.strip() != "" for value in values)
            assert len(values) == len(set(values))
        assert len(facts["sides"]) >= 2

    def test_lists_complete_web_addresses_of_pages_as_sources(self, path: Path) -> None:
        for source in sample(path).facts["sources"]:
            address = urlsplit(source)
            assert address.scheme in ("http", "https")
            assert re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,4}", address.netloc)
            assert len(address.path + address.query) > 1
            assert ".." not in source and not re.search(r"[\s<>]", source)

    def test_has_a_body_of_30_to_250_words_in_plain_paragraphs(self, path: Path) -> None:
        _, facts, body = sample(path)
        assert 30 <= len(body.split()) <= 250
        assert body.endswith(".\n") and not body.endswith("\n\n")
        assert re.search(r"[#*_<>\[\]\\@|`]|https?:| \n|\n{3}|  ", body) is None
        assert all("\n" not in paragraph and paragraph.endswith(".") for paragraph in body.strip().split("\n\n"))
        assert str(facts["title"]) not in body

    def test_names_its_leads_and_city_in_the_body(self, path: Path) -> None:
        _, facts, body = sample(path)
        assert [name for name in facts.get("leads", []) if name not in body] == []
        assert str(facts.get("city", "")).removesuffix(" area") in body

    def test_gives_the_day_of_the_meeting_in_the_body(self, path: Path) -> None:
        _, facts, body = sample(path)
        day = facts["date"]
        assert re.search(rf"\b{day.day}\b(?: and \d+)? {day:%B}\b", body)
        assert str(day.year) in body

    def test_spells_an_acronym_out_where_it_comes_first(self, path: Path) -> None:
        body = sample(path).body
        for acronym in set(re.findall(r"\(([A-Z]{2,5})\)", body)):
            first = re.search(rf"\b{acronym}\b", body)
            assert first is not None
            assert first.start() == body.index(f"({acronym})") + 1


def test_what_a_source_does_not_confirm_is_said() -> None:
    silent = [name for name, words in UNCONFIRMED.items() if words not in sample(LIBRARY / f"{name}.md").body]
    assert silent == []


def test_what_a_source_does_not_confirm_is_no_fact() -> None:
    assert not facts_of("quad-leaders-1-2021-03-12").keys() & {"city", "country", "format", "leads"}
    assert not facts_of("quad-leaders-2-2021-09-24").keys() & {"city", "country", "leads"}
    assert not facts_of("us-japan-rok-nsas-2023-12-09").keys() & {"city", "country"}
    assert "city" not in facts_of("us-japan-rok-nsas-2021-04-02")
    assert "city" not in facts_of("aukus-leaders-2023-03-13")
    assert facts_of("quad-fmm-4-2022-02-11")["leads"] == ["Antony J. Blinken"]


def test_the_fifth_edscg_is_on_record() -> None:
    assert facts_of("edscg-5-2024-09-04") == {
        "title": "Fifth meeting of the Extended Deterrence Strategy and Consultation Group",
        "date": datetime.date(2024, 9, 4),
        "series": "EDSCG",
        "ordinal": 5,
        "city": "Washington",
        "country": "United States",
        "sides": ["South Korea", "United States"],
        "leads": ["Kim Hong Kyun", "Cho Chang Lae", "Bonnie Jenkins", "Cara Abercrombie"],
        "next": "2025",
        "sources": [
            "https://thefederalnewswire.com/stories/664064380-united-states-rok-alliance-holds-fifth-extended-deterrence-strategy-meeting",
            "https://thefederalnewswire.com/stories/664049335-us-rok-hold-fifth-extended-deterrence-strategy-consultation-group-meeting",
            "https://www.defense.gov/News/Speeches/Speech/Article/3894986/acting-deputy-under-secretary-of-defense-policy-ms-cara-abercrombies-remarks-fo/",
        ],
        "text_status": "summary",
    }


def test_a_dialogue_of_two_days_has_an_end_and_a_remote_one_no_city() -> None:
    assert facts_of("kidd-25-2024-09-23")["end_date"] == datetime.date(2024, 9, 24)
    remote = facts_of("kidd-17-2020-04-21")
    assert remote["format"] == "virtual"
    assert not remote.keys() & {"city", "country"}


def test_the_next_meeting_is_as_precise_as_it_was_stated() -> None:
    assert facts_of("us-russia-strategic-stability-dialogue-2021-07-28")["next"] == "2021-09"
    assert facts_of("ncg-2-2023-12-15")["next"] == "2024"
    assert facts_of("us-japan-rok-vfmm-2022-06-08")["next"] == "in Tokyo"
    assert "next" not in facts_of("kidd-25-2024-09-23")


def test_the_fifth_ncg_was_promised_to_one_place_and_held_at_another() -> None:
    assert facts_of("ncg-4-2025-01-10")["next"] == "in South Korea"
    assert facts_of("ncg-5-2025-12-11")["city"] == "Washington"
