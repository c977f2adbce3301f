"""Counting a wording in the index gives what counting in the texts gives, in whatever spelling, wrapped or repeated."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from briefreader.search.analysis.analyzer import phrases
from briefreader.search.analysis.matching import find
from briefreader.search.execution import wordings
from briefreader.search.execution.searcher import Searcher
from briefreader.search.execution.wordings import PlainWording
from briefreader.search.index import forward_index
from briefreader.search.index.document import IndexDocument
from briefreader.search.index.snapshot import opened
from briefreader.search.index.update import update, write_in_memory
from briefreader.search.query.parser import parse
from search.briefs import item, metadata

WORDS = (
    "sea seas lane lanes sea-lane sea-lanes Sea’s statesman state states the united United F-16 F-16s F-35A US-Korea "
    "U.S. us organisation organization organisations defence Defense Élysée elysee more and more 1,000 2+2 G7 “sea "
    "lanes” co‑operation cooperation.\n\nThe 한국 대통령은 日本 日 日日日 S.S. s F-35A-35 35 Флот флота "
    f"{'x' * 70} x-{'x' * 70} {'x' * 70}-x"
).split(" ")
PHRASES = (
    "sea, sea lane, sea lanes, sea-lane, the united states, united state, more and more, more and, and more, the the, "
    "sea sea, lanes lanes lanes, state, us, U.S., F-16, F-35, organization, defence organisation, elysee, élysée sea, "
    "1000, 2+2, G7, cooperation the, co-operation, statesman state, harbour sea, nowhere, 대통령, 日本, 日日, 日, "
    f"harbour, lane, lanes, sealane, 8, 1, s, the, 35, 35a, f35, флот, флота, x, {'x' * 64}, {'x' * 70}, ,"
).split(", ")


def written(number: int) -> IndexDocument:
    """Return a brief of two or three hundred words taken from a few, with a series that is found by its label too."""
    words = Random(number).choices(WORDS, k=number % 7 * 50)
    body = " ".join(words[:100]) + "\n" + " ".join(words[100:])
    date = f"2024-0{1 + number % 4}" if number % 5 else None
    found = item(f"{number:02}.md", f"The sea lanes {number}", body, date, "Harbour Sea-Lane" if number % 3 else None)
    return replace(found, row=found.row._replace(entry=found.row.entry._replace(ordinal=number)))


BRIEFS = tuple(map(written, range(40)))


def in_memory(_: Path) -> Searcher:
    return Searcher(write_in_memory(BRIEFS, metadata(BRIEFS)))


def on_disk(folder: Path) -> Searcher:
    return Searcher(opened(update(folder / "index", BRIEFS, metadata(BRIEFS))))


def with_delta(folder: Path) -> Searcher:
    large = update(folder / "index", BRIEFS[:30], metadata(BRIEFS[:30]))
    added = update(folder / "added", BRIEFS[30:], metadata(BRIEFS[30:]), rebuild=True, large=large)
    return Searcher(opened(large, added))


def changed_and_merged(folder: Path) -> Searcher:
    """Write the briefs in many steps, which are merged, with briefs that are gone and others that were changed."""
    former = [replace(written(number + 60), row=BRIEFS[number % 40].row) for number in range(0, 120, 7)]
    gone = tuple(written(number) for number in range(40, 50))
    known: dict[str, IndexDocument] = {}
    for step in (former, gone[:5], *(BRIEFS[start::9] for start in range(9)), gone[5:]):
        known |= {each.row.entry.path: each for each in step}
        update(folder / "index", step, metadata(known.values()))
    return Searcher(opened(update(folder / "index", (), metadata(BRIEFS))))


@pytest.mark.parametrize("open_index", [in_memory, on_disk, with_delta, changed_and_merged])
@pytest.mark.parametrize("many", [0, 1_000])
def test_the_index_counts_what_stands_in_the_texts(
    open_index: Callable[[Path], Searcher], many: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wordings, "_MANY", many)  # texts beyond which a word is counted by its postings
    monkeypatch.setattr(forward_index, "_GROUP", 5_000)  # a few briefs, so that a segment has several groups
    monkeypatch.setattr(forward_index, "_GAP", 1_000)
    searcher = open_index(tmp_path)
    newest = [row.entry for row in metadata(BRIEFS).values()]
    text_of = {each.row.entry.id: each.text for each in BRIEFS}
    counted = 0
    for forms in [(phrase,) for phrase in PHRASES] + [(phrase, f"{phrase}s") for phrase in PHRASES]:
        queries = [parse(f'"{form}"') for form in forms]
        times = {id: sum(len(find(parse(f'"{form}"'), text)) for form in forms) for id, text in text_of.items()}
        expected = [(entry.id, entry.date, times[entry.id]) for entry in newest if times[entry.id]]
        assert [tuple(use) for use in searcher.occurrences(queries)] == expected, forms
        some = {entry.id for entry in newest[::3]}
        assert [tuple(use) for use in searcher.occurrences(queries, some)] == [
            use for use in expected if use[0] in some
        ]
        counted += len(expected)
    assert counted > 1_000
    searcher.close()


@pytest.mark.parametrize(
    ("forms", "is_plain"),
    [
        (("sea lane", "sea lanes"), True),
        (("state",), True),
        (("more and more",), False),
        (("statesman state", "statesman states"), False),
        (("sea lane", "other lane"), False),
        (("한국",), False),
    ],
)
def test_only_forms_that_cannot_overlap_are_counted_by_their_bytes(forms: tuple[str, ...], is_plain: bool) -> None:
    ways = [way for form in forms for way in phrases(form, exact=True, prefix=False)]
    assert (PlainWording.of(ways) is not None) is is_plain
