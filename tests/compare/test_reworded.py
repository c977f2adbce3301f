"""Sentences told as gone and as new that perhaps say the same in other words."""

import random
from collections.abc import Iterator, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.compare import Wording
from briefreader.compare.redline.redline import Redline
from briefreader.compare.redline.stretches import stretches
from briefreader.compare.reworded import rewordings
from briefreader.model import Mention
from reworded_statements import LAMPS, OPENING, PILOTS, PILOTS_ANEW, TURBINES, TURBINES_ANEW, WHALES


def text(*sentences: str) -> str:
    return "\n\n".join((OPENING.format(place="in Oslo"), *sentences))


def reworded(a: str, b: str, *places: str) -> list[tuple[str, str]]:
    """Return both forms of each sentence; the last mention of each place in a text is known as one."""
    before, after = (Wording(each, [*mentions(each, places)]) for each in (a, b))
    redline = Redline(before, after)
    return [(a[slice(*each.a)], b[slice(*each.b)]) for each in rewordings(before, after, redline.carried)]


def mentions(text: str, places: Sequence[str]) -> Iterator[Mention]:
    ends = ((place, text.rfind(place)) for place in places)
    return (Mention(at, at + len(place), "PLACE", place, place) for place, at in ends if at >= 0)


def test_a_sentence_that_was_reworded_strongly_is_told_with_its_other_form() -> None:
    a, b = text(WHALES, TURBINES), text(TURBINES_ANEW, LAMPS)
    kinds = [(each.kind, each.a is None) for each in Redline(Wording(a), Wording(b)).changes]
    assert kinds == [("delete", False), ("insert", True)]
    assert reworded(a, b) == [(TURBINES, TURBINES_ANEW)]


def test_two_sentences_that_changed_places_and_were_reworded_are_told_in_the_order_of_the_first_text() -> None:
    a, b = text(TURBINES, PILOTS), text(PILOTS_ANEW, TURBINES_ANEW)
    assert reworded(a, b) == [(TURBINES, TURBINES_ANEW), (PILOTS, PILOTS_ANEW)]


def test_other_sentences_are_not_connected() -> None:
    assert reworded(text(WHALES), text(LAMPS)) == []
    assert reworded(text(TURBINES), text(PILOTS_ANEW)) == []
    assert reworded("", text(TURBINES)) == []


def test_words_of_statements_of_any_subject_connect_nothing() -> None:
    a = "Both leaders reaffirmed their strong commitment to support further cooperation on important issues today."
    b = "Today, the support and further commitment of leaders was reaffirmed, and important cooperation discussed."
    assert reworded(text(WHALES, a), text(b, LAMPS)) == []


def test_a_formula_alone_connects_nothing() -> None:
    a = "We stand by the sovereignty and the territorial integrity of each other."
    b = "It is territorial integrity and sovereignty that they spoke of."
    assert reworded(text(WHALES, a), text(b, LAMPS)) == []
    a = a.replace("of each other", "of all islands of the southern archipelago")
    b = "It is for southern islands, an archipelago, that territorial integrity and sovereignty were spoken of."
    assert reworded(text(WHALES, a), text(b, LAMPS)) == [(a, b)]


def test_where_two_sentences_share_nearly_as_much_neither_is_told() -> None:
    other = "Before winter, the grid is to have drawings of the tidal turbines, and cables off Lofoten are shared."
    assert reworded(text(TURBINES), text(TURBINES_ANEW, LAMPS)) == [(TURBINES, TURBINES_ANEW)]
    assert reworded(text(TURBINES), text(TURBINES_ANEW, LAMPS, other)) == []


def test_a_sentence_that_was_kept_is_not_told_as_the_other_form_of_one_that_is_gone() -> None:
    assert reworded(text(TURBINES, TURBINES_ANEW), text(TURBINES_ANEW, LAMPS)) == []


def test_the_same_formula_on_another_country_is_not_told() -> None:
    a = "We stand by the sovereignty, unity and territorial integrity of Chile, whose islands pirates raid."
    b = "Pirates raid the islands of Norway, and its territorial integrity, sovereignty and unity are dear to us."
    assert reworded(text(WHALES, a), text(b, LAMPS)) == [(a, b)]
    assert reworded(text(WHALES, a), text(b, LAMPS), "Chile", "Norway") == []
    b = b.replace("Norway", "Chile")
    assert reworded(text(WHALES, a), text(b, LAMPS), "Chile") == [(a, b)]


def test_headings_are_not_connected() -> None:
    assert reworded(text("Tidal turbines, cables and the grid"), text("Grid cables of tidal turbines")) == []


def test_a_sentence_that_was_perhaps_reworded_is_a_part_by_itself() -> None:
    a, b = text(f"{WHALES} {TURBINES}"), text(f"{TURBINES_ANEW} {LAMPS}")
    before, after = Wording(a), Wording(b)
    redline = Redline(before, after)
    found = rewordings(before, after, redline.carried)
    apart = [*stretches(before, after, redline.carried, redline.changes, found)][-1]
    assert [(a[slice(*part.span)], part.change, part.rewording) for part in apart.a] == [
        (WHALES, 0, None),
        (TURBINES, 0, 0),
    ]
    assert [(b[slice(*part.span)], part.change, part.rewording) for part in apart.b] == [
        (TURBINES_ANEW, 1, 0),
        (LAMPS, 1, None),
    ]


STOCK = (OPENING, TURBINES, TURBINES_ANEW, PILOTS, PILOTS_ANEW, WHALES, LAMPS, "Tides of June", "They met twice.")
WORDS = " ".join(STOCK).split()


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_only_whole_sentences_that_are_gone_and_new_are_connected_each_with_one(rng: random.Random) -> None:
    def some_text() -> str:
        chosen = rng.choices(STOCK, k=rng.randrange(1, 9))
        changed = [
            each.replace(rng.choice(WORDS), rng.choice(WORDS)) if rng.random() < 0.5 else each for each in chosen
        ]
        return "".join(f"{each}{rng.choice((' ', chr(10) * 2))}" for each in changed)

    a, b = some_text(), some_text()
    before, after = Wording(a), Wording(b)
    redline = Redline(before, after)
    found = rewordings(before, after, redline.carried)
    gone = {each.span for each in before.sentences}
    gone -= {before.sentences[number].span for group in redline.carried for number in group.a}
    new = {each.span for each in after.sentences}
    new -= {after.sentences[number].span for group in redline.carried for number in group.b}
    assert gone.issuperset(each.a for each in found)
    assert new.issuperset(each.b for each in found)
    assert len({each.a for each in found}) == len({each.b for each in found}) == len(found)
    laid_out = [*stretches(before, after, redline.carried, redline.changes, found)]
    parts_a = [part for each in laid_out for part in each.a]
    parts_b = [part for each in laid_out for part in each.b]
    for whole, parts in ((a, parts_a), (b, parts_b)):
        assert "".join("".join(whole[slice(*part.span)] for part in parts).split()) == "".join(whole.split())
    for number in range(len(found)):
        [gone_change] = [part.change for part in parts_a if part.rewording == number]
        [new_change] = [part.change for part in parts_b if part.rewording == number]
        assert gone_change is not None and redline.changes[gone_change].kind == "delete"
        assert new_change is not None and redline.changes[new_change].kind == "insert"
