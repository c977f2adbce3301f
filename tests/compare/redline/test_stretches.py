"""Two compared texts beside each other, and as one: both stay whole."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.compare import Stretch, UnifiedText, Wording
from briefreader.compare.redline.redline import Redline
from briefreader.compare.redline.stretches import stretches
from compare.redline.test_redline import FIRST

MOVED = "The ministers thanked the coast guards of both countries for their help in the storms of last winter."
SECOND = FIRST.replace(f"\n\n{MOVED}", "").replace("The ministers of", f"{MOVED}\n\nThe ministers of").replace(
    "expressed concern", "expressed deep concern"
)  # fmt: skip


def laid_out(a: str, b: str) -> tuple[list[Stretch], UnifiedText]:
    before, after = Wording(a), Wording(b)
    redline = Redline(before, after)
    found = list(stretches(before, after, redline.carried, redline.changes))
    return found, UnifiedText(a, b, redline.changes)


def whole(text: str, found: list[Stretch], side: str) -> str:
    return " ".join(text[slice(*part.span)] for stretch in found for part in getattr(stretch, side))


def as_one(a: str, b: str) -> tuple[list[str], list[str]]:
    """Return the words of each side in the passages that are told as one, and in the others."""
    found, text = laid_out(a, b)
    words: dict[str, list[str]] = {"a": [], "b": []}
    for stretch in found:
        pieces = [*text.passage(stretch.a[0].span, stretch.b[0].span)] if stretch.is_carried else []
        for side, own in (("a", a), ("b", b)):
            one = " ".join(piece.text for piece in pieces if piece.side in (None, side))
            apart = " ".join(own[slice(*part.span)] for part in getattr(stretch, side) if not stretch.is_carried)
            words[side] += Wording(f"{one} {apart}").words
    return words["a"], words["b"]


def test_carried_sentences_stand_beside_each_other_and_a_moved_one_at_both_places() -> None:
    found, _ = laid_out(FIRST, SECOND)
    told = [
        ([FIRST[slice(*part.span)][:14] for part in each.a], [SECOND[slice(*part.span)][:14] for part in each.b])
        for each in found
    ]
    assert told == [
        (["Joint Statemen"], ["Joint Statemen"]),
        ([], ["The ministers "]),
        (["The ministers "], ["The ministers "]),
        (["The sides expr"], ["The sides expr"]),
        (["They agreed\nto"], ["They agreed\nto"]),
        (["The ministers "], []),
    ]
    assert [each.is_carried for each in found] == [True, False, True, True, True, False]
    assert found[1].b[0].change == found[5].a[0].change is not None


def test_words_that_are_gone_stand_before_those_that_replace_them() -> None:
    a, b = "They met in Oslo and discussed the safety of ports.", "They met in Oslo and reviewed the safety of ports."
    [stretch], text = laid_out(a, b)
    pieces = [*text.passage(stretch.a[0].span, stretch.b[0].span)]
    assert [(piece.text, piece.side) for piece in pieces] == [
        ("They met in Oslo and", None), ("discussed", "a"), (" ", None), ("reviewed", "b"),
        (" the safety of ports.", None),
    ]  # fmt: skip


def test_words_between_a_word_and_its_genitive_are_put_after_it() -> None:
    a, b = "They spoke of Norway's urgent help for all ports.", "They spoke of Norway's help, and for all ports."
    [stretch], text = laid_out(a, b)
    shown = "|".join(piece.text for piece in text.passage(stretch.a[0].span, stretch.b[0].span))
    assert shown == "They spoke of Norway's|urgent| help,| |and| for all ports."


WORDS = "the sides agreed to share pictures of ships and thanked both coast guards in the storms".split()


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_both_texts_come_back_whole(rng: random.Random) -> None:
    """Sentences are carried, changed, moved, dropped and added in any way."""
    stock = [" ".join(rng.choices(WORDS, k=rng.randrange(3, 15))).capitalize() + "." for _ in range(8)]

    def text() -> str:
        chosen = rng.sample(stock, rng.randrange(1, 8))
        changed = [
            each.replace(rng.choice(WORDS), rng.choice(WORDS)) if rng.random() < 0.4 else each for each in chosen
        ]
        return "".join(f"{each}{rng.choice((' ', chr(10) * 2, ' *** '))}" for each in changed)

    a, b = text(), text()
    found, _ = laid_out(a, b)
    assert "".join(whole(a, found, "a").split()) == "".join(a.split())
    assert "".join(whole(b, found, "b").split()) == "".join(b.split())
    assert as_one(a, b) == (Wording(a).words, Wording(b).words)


def test_a_word_that_one_text_writes_as_two_stands_as_in_the_second_text() -> None:
    a = "The coast guard of Chile thanked the crews for help in the storms."
    b = "The coastguard of Chile thanked all crews for help in the storms."
    found, text = laid_out(a, b)
    pieces = [*text.passage(found[0].a[0].span, found[0].b[0].span)]
    assert [(piece.text, piece.side) for piece in pieces if piece.text.strip()] == [
        ("The coastguard of Chile thanked", None),
        ("the", "a"),
        ("all", "b"),
        (" crews for help in the storms.", None),
    ]
