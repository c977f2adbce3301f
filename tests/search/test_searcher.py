"""What a search finds, in which order, and what it says beside the hits."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.search.analysis import matching as matches
from briefreader.search.execution import hits
from briefreader.search.execution.cancellation import Cancelled
from briefreader.search.execution.searcher import Searcher
from briefreader.search.index.document import IndexDocument
from briefreader.search.query.date_ranges import period
from briefreader.search.query.parser import parse
from briefreader.search.query.tree import And, Dated, Node, Not, Or, Term
from search.briefs import BRIEFS, item, metadata, update


def ids(searcher: Searcher, query: str, *, typing: bool = False, **options: object) -> list[str]:
    return [hit.id for hit in searcher.search(parse(query, typing=typing), **options).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("extended deterrence", ["edscg-5", "undated"]),
        ('"extended deterrence"', ["edscg-5"]),
        ("deterrence -extended", ["ncg-3"]),
        ("cooperation", ["quad", "aukus"]),
        ("cyber-security", ["quad"]),
        ("defense ministers", ["aukus"]),
        ("2+2", ["two-plus-two"]),
        ("p5+1 OR 1000", ["two-plus-two", "p5"]),
        ("us-japan", ["two-plus-two"]),
        ("f16", ["edscg-5"]),
        ("edscg", ["edscg-5"]),
        ("korea", ["edscg-5", "camp-david"]),
        ("who:jenkins", ["edscg-5"]),
        ('who:"bonnie jenkins"', ["edscg-5"]),
        ('who:"jenkins bonnie"', []),
        ("who:kim", []),
        ("place:ROK", ["edscg-5"]),
        ("place:japan", ["quad"]),
        ('place:"united states"', ["edscg-5"]),
        ("place:seoul OR place:tokyo", ["quad", "ncg-3"]),
        ("place:(seoul OR tokyo)", ["quad", "ncg-3"]),
        ('place:(seoul OR tokyo OR washington) -place:(tokyo OR "washington") deterrence', ["ncg-3"]),
        ("who:(bonnie jenkins) place:(korea japan)", []),
        ("series:ncg", ["ncg-3"]),
        ("title:meeting", ["edscg-5", "quad", "ncg-3", "aukus"]),
        ('source:"department of state"', ["edscg-5"]),
        ("org:nuclear", ["ncg-3"]),
        ("led:jenkins", ["edscg-5"]),
        ("led:kim", []),
        ("deterence~", ["edscg-5", "ncg-3", "undated"]),
        ("koera~1", ["edscg-5", "camp-david"]),
        ("submarnie~9 aukus", ["aukus"]),
        ("title:f*h", ["edscg-5"]),
        ("mar*time", ["quad"]),
        ('"states australia"~5', ["quad", "aukus"]),
        ('"states australia"~4', ["aukus"]),
        ('"states australia"', []),
        ('who:"jenkins bonnie"~1', ["edscg-5"]),
        ("*time", []),
        ("date:2024", ["edscg-5", "quad", "ncg-3", "accents"]),
        ("date:2023-12", ["aukus"]),
        ("date:2023-12-05", []),
        ("date:2023-06..2024-06 -meeting", ["accents", "camp-david"]),
        ("after:2024-07", ["edscg-5"]),
        ("before:2016", ["p5"]),
        ("대통령", ["korean"]),
        ("拡大抑止", ["japanese"]),
        ("elysee uber", ["accents"]),
        ("nowhere", []),
    ],
)
def test_finds(searcher: Searcher, query: str, expected: list[str]) -> None:
    assert ids(searcher, query) == expected


def test_what_is_being_typed_is_found_as_it_is_spelled_too(searcher: Searcher) -> None:
    assert ids(searcher, "defenc", typing=True) == ["aukus"]
    assert ids(searcher, "defens", typing=True) == ["aukus", "two-plus-two"]
    assert "edscg-5" in ids(searcher, "s", typing=False)  # of U.S., as other engines have it


def test_an_empty_query_finds_every_brief_newest_first_and_undated_last(searcher: Searcher) -> None:
    found = ids(searcher, "")
    assert found[:3] == ["edscg-5", "quad", "ncg-3"]
    assert found[-1] == "undated"
    assert len(found) == len(BRIEFS)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("F-35", {"fleet", "drill"}),
        ("weapon:F-35", {"fleet", "drill"}),
        ("weapon:F-35A", {"drill"}),
        ("F-35A", {"drill"}),
        ('"F-35 flew"', {"drill"}),
        ("C-130", {"drill"}),
        ("Su-30", {"fleet"}),
        ("عمان", {"fleet"}),
    ],
)
def test_a_designation_finds_its_variants_and_arabic_is_found_without_its_marks(query: str, expected: set[str]) -> None:
    drill = item("drill.md", "Air drill", "The F-35A flew with a C-130J.", names={"weapon": ("F-35A", "C-130J")})
    fleet = item("fleet.md", "Fleets", "Two F‑35s and a Su-30MKI over عُمَان.", names={"weapon": ("F-35s",)})
    opened = update(None, [drill, fleet], metadata([drill, fleet]))
    try:
        results = opened.search(parse(query))
        assert {hit.id for hit in results.hits} == expected
        assert all(hit.matches == 1 for hit in results.hits if ":" not in query)
    finally:
        opened.close()


def test_counts_all_hits_and_shows_as_many_as_asked_for(searcher: Searcher) -> None:
    results = searcher.search(parse("meeting OR met"), limit=2)
    assert [hit.id for hit in results.hits] == ["edscg-5", "quad"]
    assert results.total == 6
    assert len(searcher.search(parse("meeting OR met"), limit=None).hits) == 6


def test_the_best_hit_has_the_words_in_its_title(searcher: Searcher) -> None:
    results = searcher.search(parse("nuclear deterrence"), sort="relevance")
    assert [hit.id for hit in results.hits] == ["undated", "ncg-3"]
    scores = [hit.score for hit in results.hits if hit.score is not None]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 2


@pytest.mark.parametrize("query", ["deter*", "det*ence", "deterrense~1", "deterr"])
def test_a_hit_is_scored_by_every_word_that_an_unfinished_one_stands_for(searcher: Searcher, query: str) -> None:
    hits = searcher.search(parse(query, typing=True), sort="relevance").hits
    assert [hit.id for hit in hits] == ["undated", "edscg-5", "ncg-3"]
    assert all(hit.score for hit in hits)


def test_a_word_asked_for_twice_must_stand_there_twice(searcher: Searcher) -> None:
    assert ids(searcher, '"deterrence deterrence"~9') == ["undated"]
    assert ids(searcher, 'title:"meeting meeting"~5') == []


def test_a_hit_shows_its_best_passage_and_counts_its_matches(searcher: Searcher) -> None:
    (hit,) = searcher.search(parse("f-16 who:jenkins")).hits
    assert hit.matches == 3
    assert hit.snippet == (
        "… extended deterrence talks. Under Secretary Jenkins led. They discussed F-16s, an F-16 and strategic assets "
        "of the U.S.-ROK alliance."
    )


def test_a_quick_search_leaves_out_what_costs_most(searcher: Searcher) -> None:
    results = searcher.search(parse("jenkins"), quick=True)
    assert results.facets is None
    assert [(hit.id, hit.snippet, hit.matches) for hit in results.hits] == [("edscg-5", None, None)]


def test_facets_count_all_hits(searcher: Searcher) -> None:
    facets = searcher.search(parse("deterrence"), limit=1).facets
    assert facets == {
        "series": {"EDSCG": 1, "NCG": 1},
        "year": {"2024": 2},
        "kind": {},
        "with": {},
        "person": {"Bonnie Jenkins": 1},
        "organization": {"Department of State": 1, "Nuclear Consultative Group": 1},
        "place": {"Seoul": 1, "South Korea": 1, "Washington": 1},
    }


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("extended deterence", "extended deterrence"),
        ("cybersceurity quad", "cybersecurity quad"),
        ("zzzzzz", None),
        ("extended submarine", None),
        ("deterrence", None),
    ],
)
def test_suggests_a_word_that_is_there(searcher: Searcher, query: str, suggestion: str | None) -> None:
    assert searcher.search(parse(query)).suggestion == suggestion


def test_a_search_can_be_given_up(searcher: Searcher) -> None:
    with pytest.raises(Cancelled):
        searcher.search(parse("given* up*"), cancelled=lambda: True)
    assert ids(searcher, "jenkins") == ["edscg-5"]


def test_an_empty_library_answers_every_query() -> None:
    empty = update(None, (), metadata(()))
    for query in ("", "korea", '"extended deterrence"', "-korea", "who:kim", "date:2024"):
        results = empty.search(parse(query, typing=True), sort="relevance")
        assert (results.total, results.hits) == (0, ())


def test_names_that_follow_each_other_are_no_phrase() -> None:
    briefs = [item("a.md", "A", "text", names={"person": ("Kim Hong", "Kyun Lee")})]
    assert ids(update(None, briefs, metadata(briefs)), 'who:"hong kyun"') == []


def evaluate(node: Node | None, brief: IndexDocument) -> bool:
    """Return whether a brief matches, by reading it: what the index must answer."""
    if node is None:
        return True
    if isinstance(node, Not):
        return not evaluate(node.node, brief)
    if isinstance(node, Dated):
        days = period(brief.row.entry.date or "")
        return days is not None and (node.first or "") <= days[0] and days[1] <= (node.last or "9999")
    if isinstance(node, Term):
        return any(matches.spans(matches.ways(node), text) for text in searched(node, brief) if text)
    assert isinstance(node, And | Or)
    return (all if isinstance(node, And) else any)(evaluate(child, brief) for child in node.nodes)


def searched(term: Term, brief: IndexDocument) -> list[str | None]:
    entry = brief.row.entry
    places: dict[str | None, Callable[[], list[str | None]]] = {
        None: lambda: [brief.text, entry.series],
        "title": lambda: [entry.title],
        "series": lambda: [entry.series],
        "source": lambda: [brief.source],
        "place": lambda: [entry.city, entry.country, *brief.names.get("place", ())],
        "who": lambda: [*brief.names.get("person", ())],
        "led": lambda: [*brief.names.get("led", ())],
        "org": lambda: [*brief.names.get("organization", ())],
    }
    return places[term.field]()


WORDS = [
    "extended",
    "deterrence",
    "meet",
    "met",
    "u.s.",
    "us-rok",
    "f-16",
    "2+2",
    "korea",
    "the",
    "대통령",
    "大",
    "edscg",
]
FIELDS = [
    "who:jenkins",
    "led:jenk*",
    'who:"bonnie j',
    "org:nuclear",
    "place:ROK",
    "place:s",
    "series:quad",
    "title:meeting",
    "source:state",
]
DATES = ["date:2024", "date:2023..2024-06", "after:2023", "before:2024-02", "date:2024-13"]
PHRASES = ['"met in"', '"extended deterrence"', '"the united sta', '"f-16', "d*", "e*", "e"]
INEXACT = ["e*d", "m*t*", "extendde~", "f~2", "korea~1", "who:j*s", "title:meetnig~"]
NEAR = ['"korea met"~3', '"met the in"~9', '"deterrence extended"~1', 'who:"jenkins bonnie"~2', '"the the"~4']
pieces = st.sampled_from([*WORDS, *FIELDS, *DATES, *PHRASES, *INEXACT, *NEAR, "-", "(", ")", "OR", "NOT", '"', "who:"])
queries = st.one_of(
    st.lists(pieces, max_size=7).map(" ".join), st.lists(pieces, max_size=7).map("".join), st.text(max_size=20)
)


def test_finds_exactly_what_reading_every_brief_finds(searcher: Searcher) -> None:
    totals: set[int] = set()

    @given(queries, st.booleans())
    def holds(query: str, typing: bool) -> None:
        asked = parse(query, typing=typing)
        results = searcher.search(asked, limit=None)
        assert {hit.id for hit in results.hits} == {each.row.entry.id for each in BRIEFS if evaluate(asked.root, each)}
        assert results.total == len(results.hits)
        totals.add(results.total)

    holds()
    assert 0 in totals and len(BRIEFS) in totals and len(totals) > 4


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("denuclearisation of the centre", "denuclearization center"),
        ("The Organization modernized", '"organisation modernised"'),
        ("labor and defense programs", "labour defence programmes"),
        ("the U.S. and the U.K.", "us UK"),
        ("US officials", "u.s."),
        ("São Tomé, Łódź and Ærø", "sao tome lodz aero"),
        ("Korea’s ‘own’ policy—makers", '"korea\'s own policy makers"'),
        ("대통령이 서울에서 말했다", "대통령 서울"),
        ("中华人民共和国外交部", "外交部"),
        ("ミサイル防衛", '"ミサイル防衛"'),
        ("co-operation in cyber-space", "cooperation cyberspace"),
        ("2,000 troops, F–16 jets", "2000 f-16"),
    ],
)
def test_a_word_is_found_however_it_is_spelled(written: str, asked: str) -> None:
    briefs = [item("a.md", "A", written), item("b.md", "B", "nothing alike")]
    opened = update(None, briefs, metadata(briefs))
    assert ids(opened, asked) == ["a"]
    assert opened.search(parse(asked)).hits[0].matches
    opened.close()


def test_documents_are_kept_between_two_letters_as_far_as_memory_is_there_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hits, "_MOST_KEPT", 600)
    monkeypatch.setattr(hits, "_LARGEST_KEPT", 300)
    sizes = {"large": 40, "first": 10, "second": 20, "third": 20}
    briefs = [item(f"{name}.md", name, "deterrence " * count) for name, count in sizes.items()]
    opened = update(None, briefs, metadata(briefs))
    for query in ("deter", "deterr", "deterrence"):
        assert sorted(hit.matches or 0 for hit in opened.search(parse(query, typing=True)).hits) == [10, 20, 20, 40]
    kept = [document.terms.word_source.size for document in opened._hits._documents.values()]
    assert 0 < sum(kept) <= 600
    assert max(kept) <= 300
