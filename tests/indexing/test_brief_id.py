"""IDs are short, readable and stable: they come from what a brief says, never from the order of files."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.indexing.brief_id import RequestedId, affected_paths, assign, base_id, requested_id, slug, stated_id


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Joint Statement", "joint-statement"),
        ("U.S.–ROK “2+2” Talks", "us-rok-2-2-talks"),
        ("Reunião de São Paulo", "reuniao-de-sao-paulo"),
        ("Korea’s role", "koreas-role"),
        ("제5차 한미 회의", "제5차-한미-회의"),
        ("— ? —", ""),
    ],
)
def test_a_slug_is_readable(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_a_meeting_of_a_series_is_named_by_it() -> None:
    assert base_id("x.md", "Fifth meeting", "2024-09-04", "EDSCG", 5) == "edscg-5-2024-09-04"
    assert (
        base_id("x.md", "Third Summit", "2024", "Nuclear Consultative Group", 3) == "nuclear-consultative-group-3-2024"
    )


@pytest.mark.parametrize("known", [{"series": "EDSCG"}, {"ordinal": 5}, {}])
def test_any_other_brief_is_named_by_date_and_title(known: dict[str, object]) -> None:
    assert base_id("x.md", "Joint Statement", "2024-09", **known) == "2024-09-joint-statement"  # type: ignore[arg-type]


def test_an_undated_brief_is_named_by_its_title_and_an_untitled_one_by_its_file() -> None:
    assert base_id("2024/notes.md", "Joint Statement") == "joint-statement"
    assert base_id("2024/notes.md", "***") == "notes"
    assert base_id("2024/--.md", "***") == "untitled"


def test_a_long_title_is_cut_between_words() -> None:
    title = "Joint statement of the leaders of Australia, India, Japan and the United States on the Indo-Pacific"
    assert base_id("x.md", title) == "joint-statement-of-the-leaders-of-australia-india-japan-and"
    assert len(base_id("x.md", "x" * 500)) == 60
    assert len(base_id("x.md", "회" * 500).encode()) <= 180


@pytest.mark.parametrize("value", ["edscg-5-2024-09-04", "NCG.1", "a", "제5차"])
def test_a_stated_id_is_taken_when_a_file_can_be_named_so(value: str) -> None:
    assert stated_id(value) == value


@pytest.mark.parametrize("value", ["", "a b", "../up", "a/b", "-x", ".x", "x.", "a" * 121, 5, None, "a\nb", "회" * 70])
def test_any_other_stated_id_is_not(value: object) -> None:
    assert stated_id(value) is None


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_equal_ids_get_a_suffix_from_the_content_of_each() -> None:
    one, two = digest("one"), digest("two")
    ids = assign(
        {"a.md": RequestedId("x", one), "b.md": RequestedId("x", two), "c.md": RequestedId("y", digest("three"))}
    )
    assert ids == {"a.md": f"x-{one[:4]}", "b.md": f"x-{two[:4]}", "c.md": "y"}


def test_files_of_equal_content_are_told_apart_by_their_paths() -> None:
    ids = assign({"a.md": RequestedId("x", digest("same")), "b.md": RequestedId("x", digest("same"))})
    assert len(set(ids.values())) == 2


def test_a_suffix_grows_until_it_tells() -> None:
    ids = assign({"a.md": RequestedId("x", "abcd1" + "0" * 59), "b.md": RequestedId("x", "abcd2" + "0" * 59)})
    assert sorted(ids.values()) == ["x-abcd1", "x-abcd2"]


def test_a_suffixed_id_is_never_one_that_another_brief_states() -> None:
    one, two = digest("one"), digest("two")
    ids = assign(
        {
            "a.md": RequestedId("x", one),
            "b.md": RequestedId("x", two),
            "c.md": RequestedId(f"x-{one[:4]}", digest("three")),
        }
    )
    assert ids["a.md"] == f"x-{one[:5]}"


files = st.dictionaries(
    st.sampled_from([f"{name}.md" for name in "abcdefgh"]),
    st.builds(RequestedId, st.sampled_from(["x", "y", "x-1"]), st.sampled_from("01234").map(digest)),
)


@settings(derandomize=True, max_examples=80)
@given(files, st.randoms(use_true_random=False))
def test_ids_are_unique_in_any_order_and_remember_what_was_requested(
    requests: dict[str, RequestedId], chance: object
) -> None:
    ids = assign(requests)
    assert len(set(ids.values())) == len(requests)
    shuffled = list(requests.items())
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert assign(dict(shuffled)) == ids
    assert {path: requested_id(id, requests[path].digest, path) for path, id in ids.items()} == requests


# Two of the IDs asked for are what a suffix makes of another.
BASES = ["x", "y", f"x-{digest('0')[:4]}", f"x-{digest('1')[:5]}"]
rivals = st.dictionaries(
    st.sampled_from([f"{name}.md" for name in "abcdef"]),
    st.builds(RequestedId, st.sampled_from(BASES), st.sampled_from("01234").map(digest)).filter(
        lambda asked: not asked.digest.startswith(asked.base.partition("-")[2] or "no")
    ),
)


@settings(derandomize=True, max_examples=200)
@given(st.lists(rivals, max_size=5))
def test_only_affected_briefs_get_another_id_when_files_come_and_go(states: list[dict[str, RequestedId]]) -> None:
    known: dict[str, RequestedId] = {}
    ids: dict[str, str] = {}
    for state in states:
        kept = {path: ids[path] for path, each in known.items() if state.get(path) == each}
        come = {path: each for path, each in state.items() if path not in kept}
        gone = [each for path, each in known.items() if path not in kept]
        bases = {each.base for each in (*come.values(), *gone)}
        requests = {path: requested_id(id, state[path].digest, path) for path, id in kept.items()}
        near = affected_paths(kept, bases, {path: each.base for path, each in requests.items()}.__getitem__)
        asked = {path: requests[path] for path in near} | come
        others = {path: id for path, id in kept.items() if path not in near}
        ids = others | assign(asked, others.values())
        assert ids == assign(state)
        known = state
