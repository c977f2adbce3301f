"""A dozen briefs for the tests of search, and indexes of them."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from briefreader.model import Entry
from briefreader.search.execution.searcher import Searcher
from briefreader.search.index import update as updates
from briefreader.search.index.document import IndexDocument
from briefreader.search.index.metadata import Metadata, Row
from briefreader.search.index.snapshot import opened
from briefreader.search.storage import commits

Names = Mapping[str, tuple[str, ...]]


def item(
    path: str,
    title: str,
    body: str,
    date: str | None = None,
    series: str | None = None,
    city: str | None = None,
    country: str | None = None,
    source: str | None = None,
    names: Names | None = None,
    canonical: Names | None = None,
) -> IndexDocument:
    """Return a brief to be indexed."""
    entry = Entry(path.removesuffix(".md"), title, date, series, None, city, country, path)
    text = f"{title}\n\n{body}" if body else title
    return IndexDocument(
        Row(entry, len(text), 1, "", str(hash(text))), text, source, names or {}, canonical or names or {}
    )


def metadata(items: Iterable[IndexDocument]) -> Metadata:
    """Return the metadata of the items."""
    return Metadata(each.row for each in items)


def update(folder: Path | None, items: Iterable[IndexDocument], wanted: Metadata, **options: Any) -> Searcher:
    """Bring the index in a folder (None: one in memory) to the wanted metadata, and open it."""
    if folder is None:
        return Searcher(updates.write_in_memory(items, wanted, **options))
    return Searcher(opened(updates.update(folder, items, wanted, **options)))


def open_searcher(folder: Path) -> Searcher | None:
    """Open the index in a folder; None where there is none, or none that can be trusted."""
    commit = commits.current(folder)
    with suppress(Exception):
        return Searcher(opened(commit)) if commit else None
    return None


JENKINS = {
    "person": ("Bonnie Jenkins", "Jenkins"),
    "led": ("Bonnie Jenkins",),
    "place": ("Washington", "South Korea", "ROK"),
}

BRIEFS = (
    item(
        "edscg-5.md",
        "Fifth meeting of the deterrence strategy group",
        "The United States and the Republic of Korea met in Washington for extended deterrence talks. "
        "Under Secretary Jenkins led.\n\nThey discussed F-16s, an F-16 and strategic assets of the U.S.-ROK alliance.",
        "2024-09-04",
        "EDSCG",
        "Washington",
        "United States",
        "Department of State",
        JENKINS,
        {
            "person": ("Bonnie Jenkins",),
            "place": ("Washington", "South Korea"),
            "organization": ("Department of State",),
        },
    ),
    item(
        "ncg-3.md",
        "Third Nuclear Consultative Group meeting",
        "The group met in Seoul. Guidelines for nuclear deterrence were signed. No date was named for a next one.",
        "2024-06-10",
        "NCG",
        "Seoul",
        "South Korea",
        "Ministry of National Defense",
        {"place": ("Seoul",), "organization": ("Nuclear Consultative Group",)},
    ),
    item(
        "quad.md",
        "Quad Foreign Ministers' Meeting",
        "Ministers of Australia, India, Japan and the United States spoke of maritime co-operation and cybersecurity.",
        "2024-07-29",
        "Quad",
        "Tokyo",
        "Japan",
        names={"place": ("Tokyo", "Japan", "India", "Australia")},
    ),
    item(
        "aukus.md",
        "AUKUS Defence Ministers' meeting",
        "The Defence Ministers of Australia, Britain and the United States agreed on submarine cooperation.",
        "2023-12",
        "AUKUS",
    ),
    item(
        "two-plus-two.md",
        "U.S.-Japan 2+2 Ministerial",
        "The 2+2 was held. Missile defense came 1,000 days on.",
        "2023-01-11",
    ),
    item(
        "camp-david.md", "The Spirit of Camp David", "Korea's President and Japan's Prime Minister met.", "2023-08-18"
    ),
    item("p5.md", "P5+1 talks", "Negotiators of the P5+1 met in Vienna with Kim Hong Kyun absent.", "2015"),
    item("korean.md", "한미 정상회의", "대통령은 핵협의그룹 회의에서 확장억제를 강조했다.", "2023-04-26"),
    item("japanese.md", "日米首脳会談", "日本の外務大臣は拡大抑止について協議した。", "2022-05-23"),
    item("undated.md", "A note on extended nuclear deterrence", "Nobody knows when deterrence was first extended."),
    item("empty.md", "Untitled", "", "2021-02-29"),
    item(
        "accents.md",
        "Visite à Paris",
        "Le président Macron a reçu le chancelier à l'Élysée. Über uns: naïve façade.",
        "2024-01",
    ),
)

LIBRARY_STATES = st.lists(
    st.dictionaries(st.sampled_from("abcdefghij"), st.sampled_from(["alpha beta", "beta gamma", "gamma"]), max_size=10),
    min_size=1,
    max_size=12,
)
"""Libraries that follow each other: the body of each brief by its path."""
