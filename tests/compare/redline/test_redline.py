"""Redlines: what changed in the wording, told by words, whole sentences and moves."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefreader.compare import Change, redlined
from briefreader.config import data_folder
from briefreader.model import Mention
from briefreader.text import Span
from compare.redline.edited_texts import Score, edited_pairs, told

FIRST = """Joint Statement of the Harbour Group

The ministers of Norway and Chile met in Oslo on 4 May 2021 and discussed the safety of ports and of the open sea.

The sides expressed concern about the sinking of fishing vessels without a licence in the southern waters. They agreed
to share the pictures of two satellites before the end of the year.

The ministers thanked the coast guards of both countries for their help in the storms of last winter."""

SHARED = os.environ.get("BRIEFREADER_SHARED")


def changes(a: str, b: str, mentions: tuple[Mention, ...] = ()) -> list[tuple[str, str | None, str | None]]:
    """Return the kind and the words of each change."""

    def words(text: str, span: Span | None) -> str | None:
        return None if span is None else " ".join(text[span.start : span.end].split())

    return [(each.kind, words(a, each.a), words(b, each.b)) for each in redlined(a, b, mentions, mentions)]


def test_equal_texts_have_no_change() -> None:
    assert changes(FIRST, FIRST) == []


def test_a_word_that_is_replaced_added_or_dropped() -> None:
    second = FIRST.replace("expressed concern", "expressed deep concern").replace("discussed", "reviewed")
    assert changes(FIRST, second.replace("of the open sea", "of the sea")) == [
        ("replace", "discussed", "reviewed"),
        ("delete", "open", None),
        ("insert", None, "deep"),
    ]


def test_typography_wrapping_case_and_spelling_are_no_change() -> None:
    second = (
        FIRST.replace(" of two", "\nof two").replace("agreed", "Agreed").replace("southern waters", "southern  waters")
    )
    assert changes(FIRST.replace("sinking", "“sinking”"), second.replace("sinking", '"sinking"')) == []


@pytest.mark.parametrize("compound", ["underway", "under way", "Under-way"])
def test_a_compound_is_the_same_as_its_parts(compound: str) -> None:
    with_it = FIRST.replace("in the storms", f"{compound} in the storms")
    assert changes(with_it, FIRST.replace("in the storms", "underway in the storms")) == []
    assert changes(with_it, FIRST.replace("in the storms", "planned in the storms")) == [
        ("replace", compound, "planned")
    ]


@pytest.mark.parametrize(("one", "other"), [("coastguard", "coast guard"), ("sea lanes", "sea-lanes")])
def test_a_word_that_one_text_writes_as_two_is_no_change(one: str, other: str) -> None:
    a = FIRST.replace("coast guards", f"{one} and pilots")
    b = FIRST.replace("coast guards", f"{other} and pilots")
    assert changes(a, b) == [] == changes(b, a)
    assert changes(a, b.replace("storms", "floods")) == [("replace", "storms", "floods")]


def test_a_paragraph_or_a_sentence_that_is_split_or_joined_is_no_change() -> None:
    assert changes(FIRST, FIRST.replace("waters. They", "waters.\n\nThey")) == []
    assert changes(FIRST.replace("waters. They", "waters; they"), FIRST) == []


def test_a_part_of_a_sentence_that_was_split_and_rewritten_is_no_new_sentence() -> None:
    one = (
        "The sides saw that the southern ports have no charts of the reefs, and agreed to pay for the pilots of ships."
    )
    two = (
        "It was seen by all that the southern ports have no good charts of the reefs. "
        "The two sides will talk again in spring, and agreed to pay for the pilots of ships."
    )
    assert changes(one, two) == [
        ("replace", "The sides saw", "It was seen by all"),
        ("insert", None, "good"),
        ("insert", None, "The two sides will talk again in spring"),
    ]


def test_a_part_of_a_sentence_that_became_the_beginning_of_a_long_new_one_is_no_new_sentence() -> None:
    one = "The work of the pilots is long and full of danger, and we value what they give to all our ships and ports."
    two = (
        "The work of the pilots is long and full of danger, from the storms of last winter on the coast of Chile to "
        "the fires that burned three tankers near Valdivia and closed the harbour for many weeks. "
        "We value what they give to all our ships and ports."
    )
    assert [kind for kind, _, _ in changes(one, two)] == ["replace"]


def test_a_sentence_that_is_new_or_gone_is_told_whole() -> None:
    second = FIRST.replace("They agreed\nto share the pictures of two satellites before the end of the year.", "")
    second += "\n\nA school for young pilots of rescue boats opens in Valdivia."
    assert changes(FIRST, second) == [
        ("delete", "They agreed to share the pictures of two satellites before the end of the year.", None),
        ("insert", None, "A school for young pilots of rescue boats opens in Valdivia."),
    ]


def test_a_paragraph_that_moved_is_told_once_with_the_words_that_changed_inside() -> None:
    title, met, concern, thanks = FIRST.split("\n\n")
    moved = thanks.replace("storms", "floods")
    assert changes(FIRST, "\n\n".join((title, moved, met, concern))) == [
        ("move", " ".join(thanks.split()), " ".join(moved.split())),
        ("replace", "storms", "floods"),
    ]


def test_words_that_are_added_before_a_passage_that_moved_are_no_part_of_the_move() -> None:
    title, met, concern, thanks = FIRST.split("\n\n")
    added = thanks.replace("The ministers", "At the end of a long day the ministers")
    assert changes(FIRST, "\n\n".join((title, added, met, concern))) == [
        ("insert", None, "At the end of a long day"),
        ("move", " ".join(thanks.split()), " ".join(thanks.split()).replace("The ministers", "the ministers")),
    ]


def test_a_passage_that_moved_far_may_be_rewritten_in_half() -> None:
    title, met, concern, thanks = FIRST.split("\n\n")
    hopes = "The sides agree to share the maps of reefs, the cost of tugs and the fees of all pilots in the south."
    asked = "After long talks they agree to share the maps of reefs and the cost of tugs with poorer ports nearby."
    found = changes("\n\n".join((FIRST, hopes)), "\n\n".join((title, asked, met, concern, thanks)))
    assert ("move", hopes, asked) in found
    assert ("replace", "and the fees of all pilots in the south", "with poorer ports nearby") in found


def test_of_two_passages_of_one_weight_that_changed_much_none_is_told_as_moved() -> None:
    ports = "The ministers agreed to share the pictures of two satellites with the ports of the southern coast."
    storms = "The ministers thanked the coast guards of both countries for their help in the storms of last winter."
    shared = ports.replace("of two satellites", "and charts that ships have made on their way to and from Lima")
    helped = storms.replace("for their help", "and the crews of all the ships, who saved many lives by their work")
    assert "move" in {kind for kind, _, _ in changes(f"{ports} {storms}", f"{storms} {ports}")}
    assert "move" not in {kind for kind, _, _ in changes(f"{ports} {storms}", f"{helped} {shared}")}


def test_a_sentence_between_carried_ones_became_the_one_in_its_place() -> None:
    thanks = FIRST.replace("The ministers thanked", "Thank you. The ministers thanked")
    assert changes(thanks, thanks.replace("Thank you.", "Thank you very much.")) == [("insert", None, "very much")]
    assert changes("Thank you.", "Thank you very much, all of you who came from so far away to this hall.") == [
        ("insert", None, "Thank you very much, all of you who came from so far away to this hall."),
        ("delete", "Thank you.", None),
    ]


def test_a_sentence_beside_a_carried_one_is_carried_though_half_of_it_was_rewritten() -> None:
    met = "The ministers of Norway and Chile met and discussed the safety of ports and of the open sea."
    a = f"{met} They condemn the attacks of last week on many small fishing vessels. A school opens. Bees sing."
    b = f"{met} They condemn the attacks that pirates made on vessels near Lima. Carts are sold in Ilo."
    assert {kind for kind, _, _ in changes(a, b)} == {"replace", "delete", "insert"}
    assert {kind for kind, _, _ in changes(a.replace(met, ""), b.replace(met, ""))} == {"delete", "insert"}


def test_the_only_sentence_between_carried_ones_needs_little_in_common() -> None:
    _, met, _, thanks = FIRST.split("\n\n")
    a = "The pirates have refused those calls, and answered with raids in the north and with violent acts on Sunday."
    b = "The pirates go on to decline those calls and reply by violent acts and traps, all of which prolong the strife."
    assert {kind for kind, _, _ in changes(f"{met} {a} {thanks}", f"{met} {b} {thanks}")} == {"replace"}
    assert {kind for kind, _, _ in changes(f"{met} {a}", f"{thanks} {b}")} == {"delete", "insert"}


def test_a_run_of_some_words_in_the_same_place_is_enough() -> None:
    _, met, _, thanks = FIRST.split("\n\n")
    begin, end = (
        ("Bees carry pollen. Keepers sing.", "Wax is sold. Limes flower."),
        ("Copper is dear.", "Sand is cheap."),
    )
    a = "Work at sea serves common aims of safe trade and the old hopes of the island people, as much as it makes jobs."
    b = "All delegations support the old hopes of the island people."
    found = changes(f"{met} {begin[0]} {a} {end[0]} {thanks}", f"{met} {begin[1]} {b} {end[1]} {thanks}")
    assert ("replace", "Work at sea serves common aims of safe trade and", "All delegations support") in found


def test_a_sentence_whose_parts_changed_places_keeps_the_most_words() -> None:
    fair = "the great fair of nets and sails in the old harbour"
    captain, pilot = "the old captain of the northern ship Alba", "the young pilot of all southern ports"
    a = f"Today {captain}, together with {pilot}, opened {fair}."
    b = f"Today {fair} was opened by {captain} and by {pilot}."
    assert changes(a, b) == [
        ("insert", None, f"{fair} was opened by"),
        ("replace", "together with", "and by"),
        ("delete", f"opened {fair}", None),
    ]


def test_a_sentence_that_became_the_beginning_of_a_longer_one_is_carried() -> None:
    a = "Both meetings were held in the harbour."
    b = "Both meetings were held in the harbour, with more talks on the ship where the captains ate and sang all night."
    assert changes(f"{OTHER} {a}", f"{met_anew()} {b}")[-1] == (
        "insert", None, "with more talks on the ship where the captains ate and sang all night"
    )  # fmt: skip


def test_a_long_run_of_words_is_enough_to_carry_a_sentence() -> None:
    begins = "They affirm their resolve to keep the whole coast free of old nets and"
    a = f"{begins} ask both the ministers to send a third of the divers and many cranes as soon as a year ends."
    b = f"{begins} thank every one of those captains that gave rope, good food, warm clothes or even a new anchor."
    assert ("replace", a[len(begins) + 1 : -1], b[len(begins) + 1 : -1]) in changes(f"{OTHER} {a}", f"{met_anew()} {b}")


OTHER = """A note on bees

Bees of the valley carry pollen from one orchard to another in the first days of spring. The keepers feed them with
sugar in winter. In a good year, each hive gives twenty jars of honey, and the wax is sold to the makers of candles.
Old keepers tell that swarms go where the limes are in flower."""


def test_single_words_that_are_kept_are_told_where_the_rest_was_kept_too() -> None:
    second = FIRST.replace("expressed concern about", "condemned")
    assert changes(FIRST, second) == [("replace", "expressed concern about", "condemned")]
    assert changes(FIRST, FIRST.replace("the pictures of", "all pictures from")) == [
        ("replace", "the", "all"),
        ("replace", "of", "from"),
    ]


def test_in_a_text_that_is_written_anew_single_words_that_are_kept_are_chance() -> None:
    met = "They agreed to share the pictures of two satellites before the end of the year."
    new = "They agreed to share all pictures from two satellites before the end of the year."
    assert changes(f"{OTHER} {met}", f"{met_anew()} {new}")[2:] == [("replace", "the pictures of", "all pictures from")]


def met_anew() -> str:
    """Return a text that has nothing of the one on bees."""
    return "Sailing to Lima\n\n" + " ".join(
        f"Ship {name} left port {place} with {freight} under a clear sky, while sailors sang."
        for name, place, freight in (
            ("Alba", "Iquique", "copper"),
            ("Berta", "Arica", "tin"),
            ("Clara", "Ilo", "guano"),
            ("Dora", "Paita", "rice"),
        )
    )


def test_a_short_sentence_is_never_told_as_moved() -> None:
    second = "The door closed.\n\n" + FIRST
    assert changes(FIRST + "\n\nThe door closed.", second) == [
        ("insert", None, "The door closed."),
        ("delete", "The door closed.", None),
    ]


def test_ordinals_dates_places_and_names_are_routine() -> None:
    a = "The third meeting was held in Oslo on 4 May 2021, and Anna Lind led the delegation that saw all the plans."
    b = "The fourth meeting was held in Lima on 9 June 2022, and Ruth Carr led the delegation that saw all the plans."
    found = redlined(
        a, b, mentions(a, "Oslo", "4 May 2021", "Anna Lind"), mentions(b, "Lima", "9 June 2022", "Ruth Carr")
    )
    assert {each.kind for each in found} == {"routine"}


def test_a_country_that_a_text_speaks_of_is_wording_and_a_place_where_people_met_is_routine() -> None:
    a = "The ministers met in Oslo and spoke about the safety of ports in the waters that belong to Chile alone."
    b = "The ministers met in Lima and spoke about the safety of ports in the waters that belong to Peru alone."
    places = [
        tuple(Mention(at := text.index(name), at + 4 + (name == "Chile"), "PLACE", name, name) for name in names)
        for text, names in ((a, ("Oslo", "Chile")), (b, ("Lima", "Peru")))
    ]
    assert [each.kind for each in redlined(a, b, *places)] == ["routine", "replace"]


def test_a_house_and_a_form_of_address_are_routine() -> None:
    a = "Mr. Chairman, they met at the Naval Academy to discuss the safety of ports and of the open sea."
    b = "Mr. Vice Chairman, they met at the Palace of the Sea to discuss the safety of ports and of the open sea."
    assert {kind for kind, _, _ in changes(a, b)} == {"routine"}


def mentions(text: str, place: str, day: str, person: str) -> tuple[Mention, ...]:
    typed = (("PLACE", place), ("DATE", day), ("PERSON", person))
    return tuple(Mention(at := text.index(words), at + len(words), type, words, words) for type, words in typed)  # type: ignore[arg-type]


def test_a_part_of_a_name_that_one_text_alone_has_is_told_without_the_name_that_both_have() -> None:
    a = "President Jon T. Berg, Jr. met the captains of the ships at noon and thanked them for their help."
    b = "President Berg met the captains of the ships at noon and thanked them for their help."
    named = [
        (Mention(0, 9, "TITLE", "President", "President"), Mention(10, 10 + len(name), "PERSON", name, name))
        for name in ("Jon T. Berg, Jr.", "Berg")
    ]
    words = [each.a and a[each.a.start : each.a.end] for each in redlined(a, b, *named)]
    assert words == ["Jon T", "Jr"]


def test_another_person_with_another_office_is_one_routine_change() -> None:
    first, second = (
        "Minister of the Coastal Department of the Council of Ports Anna Lind",
        "Vice Minister of Fish Ruth Carr",
    )
    a, b = (
        f"Jon Berg met with {each} at noon and thanked her for the pilots of the ships." for each in (first, second)
    )
    named = [
        tuple(Mention(at := text.index(name), at + len(name), "PERSON", name, name) for name in ("Jon Berg", other))
        for text, other in ((a, "Anna Lind"), (b, "Ruth Carr"))
    ]
    found = [(each.kind, each.a and a[slice(*each.a)], each.b and b[slice(*each.b)]) for each in redlined(a, b, *named)]
    assert found == [("routine", first, second)]


@pytest.mark.parametrize("other", ["Vice President Ruth Carr", "The Vice President", "She", "President Jon Berg"])
def test_a_word_that_stands_for_a_person_is_routine_where_the_other_text_has_a_person(other: str) -> None:
    a, b = (f"{who} reaffirmed the support for the pilots of the ships in the south." for who in ("He", other))
    name = next((name for name in ("Ruth Carr", "Jon Berg") if name in b), "")
    named = [Mention(at := b.index(name), at + len(name), "PERSON", name, name)] if name else []
    found = [
        (each.kind, each.a and a[slice(*each.a)], each.b and b[slice(*each.b)]) for each in redlined(a, b, (), named)
    ]
    assert found == [("routine", "He", other)]
    assert {each.kind for each in redlined(f"She agreed, and he {a[3:]}", f"She agreed, and {a[3:]}")} == {"delete"}


def test_a_change_inside_a_compound_with_hyphens_covers_the_compound() -> None:
    a = FIRST.replace("of the open sea", "of the mid-sea routes and the build-up of fleets")
    b = a.replace("mid-sea", "low-sea").replace("build-up", "build up")
    assert changes(a, b) == [("replace", "mid-sea", "low-sea")]


def test_an_ordinal_in_two_words_is_routine() -> None:
    a = FIRST.replace("met in Oslo", "met for the twenty-fourth time in Oslo")
    assert changes(a, a.replace("twenty-fourth", "thirty-fifth")) == [("routine", "twenty-fourth", "thirty-fifth")]


def test_third_countries_and_first_as_an_adverb_are_wording() -> None:
    a = "First, the ministers agreed on the safety of ports and spoke about the ships of third countries in the south."
    found = changes(a, a.replace("First, the", "The").replace("third countries", "pirates"))
    assert {kind for kind, _, _ in found} == {"delete", "replace"}


def test_other_numbers_are_wording() -> None:
    assert changes(FIRST, FIRST.replace("two satellites", "three satellites")) == [("replace", "two", "three")]


def test_unrelated_texts_have_nothing_in_common() -> None:
    other = "A note on bees\n\nBees of the valley carry pollen from one orchard to another in the first days of spring."
    assert {kind for kind, _, _ in changes(FIRST, other)} == {"delete", "insert"}


def sample_texts() -> list[str]:
    """Return texts made of six sample briefs each: in a short text, either of two sentences may have moved."""
    paths = sorted((data_folder() / "library").glob("*.md"))
    found = [path.read_text("utf-8").split("---\n", 2)[2].strip() for path in paths]
    return ["\n\n".join(found[at : at + 6]) for at in range(0, len(found), 6)]


def real_texts() -> list[str]:
    if SHARED is None:
        pytest.skip("BRIEFREADER_SHARED names no folder of real documents")
    found = sorted((Path(SHARED) / "corpus" / "dev" / "md").glob("*.md"))
    return [text for path in found if len(text := path.read_text("utf-8")) > 2_500]


@pytest.mark.parametrize("texts", [sample_texts, real_texts])
def test_known_edits_are_found(texts: Callable[[], list[str]]) -> None:
    score = Score()
    for pair in edited_pairs(texts(), 60, seed=11):
        score.add(pair.changed, told(redlined(pair.a, pair.b), pair.a, pair.b))
    for kind in ("replace", "insert", "delete", "move", "routine"):
        assert score.f1(kind) >= 0.97, kind
    assert score.recall("replace in move") >= 0.95


@settings(derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(FIRST.split()), max_size=60), st.lists(st.sampled_from(FIRST.split()), max_size=60))
def test_both_texts_come_back_from_every_redline(a: list[str], b: list[str]) -> None:
    before, after = " ".join(a), "\n\n".join((" ".join(b[:20]), " ".join(b[20:])))
    found = redlined(before, after)
    for text, side in ((before, 0), (after, 1)):
        spans = sorted(span for each in found if each.kind != "move" and (span := (each.a, each.b)[side]))
        ends = [0, *(end for _, end in spans)]
        assert all(0 <= start <= end <= len(text) for start, end in spans)
        assert all(end <= start for end, (start, _) in zip(ends, spans, strict=False))
    kept = [without(before, found, 0), without(after, found, 1)]
    assert kept[0] == kept[1] or any(each.kind == "move" for each in found)


def without(text: str, found: tuple[Change, ...], side: int) -> list[str]:
    """Return the words of a text that no change holds."""
    for each in sorted(found, key=lambda each: (each.a, each.b)[side] or (0, 0), reverse=True):
        span = (each.a, each.b)[side]
        if span is not None and each.kind != "move":
            text = text[: span.start] + text[span.end :]
    return [word.strip(".,;").casefold() for word in text.split() if word.strip(".,;")]


def test_a_sentence_that_a_text_repeats_a_thousand_times() -> None:
    before = "The ministers reaffirmed their commitment to peace and stability. "
    after = before.replace("and stability", "and regional stability")
    found = redlined(before * 1000, after * 1000)
    assert [each.kind for each in found] == ["insert"] * 1000
    assert {after[each.b.start % len(after) : each.b.end % len(after)].strip() for each in found if each.b} == {
        "regional"
    }
