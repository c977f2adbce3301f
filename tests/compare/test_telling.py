"""How a comparison is told: counts, brackets around changed words, warnings, ranks, and words that mark a text."""

from typing import get_args

import pytest

from briefreader.compare import UnifiedText, compared, counts, figure, redlined
from briefreader.compare.comparison import Comparison
from briefreader.compare.in_words import SIGNS, passage_in_words
from briefreader.compare.redline.brackets import BRACES, BRACKETS, bracketed
from briefreader.compare.redline.change import ChangeKind
from briefreader.compare.redline.one_text import Piece
from briefreader.compare.redline.tally import Tally
from briefreader.compare.similarity import is_of_one_matter, marking_words
from briefreader.compare.wording import Wording
from briefreader.model import Annotation, Brief, Entry, Meeting
from briefreader.text import Span

KEPT = (
    "The wardens count the seals of the outer skerries every spring before the ice has melted. "
    "Nobody may land on the skerries while the seals have pups. "
)
OLD = KEPT + "Ferries were late. The pilots of the sound asked for brighter lamps on every buoy and every mole."
NEW = KEPT.replace("Nobody may", "Nobody should") + "Eel fishing ends. Nets will be smaller. Boats will have numbers."


def brief(id: str, text: str, meeting: Meeting | None = None) -> Brief:
    entry = Entry(id, id, date=None, series=None, ordinal=None, city=None, country=None, path="")
    return Brief(entry, None, None, "unknown", text, Annotation(meeting=meeting))


def told(old: str, new: str) -> str:
    """Return the whole of two texts that are one carried sentence as they are told."""
    found = compared(brief("a", old), brief("b", new), {})
    unified = UnifiedText(old, new, found.changes)
    return passage_in_words(found, unified, Span(0, len(old)), Span(0, len(new)))


def test_whole_sentences_are_counted_apart_from_changed_words() -> None:
    found = compared(brief("a", OLD), brief("b", NEW), {})
    assert found.tally == Tally(new=3, gone=2, replaced=1)
    assert counts(found) == "sentences: 3 new, 2 gone · words in kept sentences: 1 replaced"
    assert counts(found, signs=True) == "sentences: + 3 new, - 2 gone · words in kept sentences: ~ 1 replaced"


def test_moved_sentences_are_counted_each() -> None:
    moved = "Lamps burn on the mole from dusk to dawn all year. The keeper of the mole trims them every second night. "
    found = compared(brief("a", moved + KEPT * 2), brief("b", KEPT * 2 + moved), {})
    assert found.tally == Tally(moved=2)


def test_equal_texts_have_no_change() -> None:
    assert counts(compared(brief("a", OLD), brief("b", OLD), {})) == "no change of wording"


def test_replaced_words_stand_beside_each_other_in_brackets() -> None:
    assert told(
        "The wardens of the skerries noted the decline of the seals in the quiet open bays with concern.",
        "Today the wardens of the skerries regretted the decline of the seals in the quiet bays with concern.",
    ) == (
        "[+ Today] the wardens of the skerries [noted → regretted] the decline of the seals in the quiet [- open] bays "
        "with concern."
    )


def test_words_gone_from_the_beginning_and_the_end_keep_their_spaces() -> None:
    assert told(
        "Yesterday evening the wardens of the skerries counted the seals of the outer bays by boat and lamp",
        "the wardens of the skerries counted the seals of the outer bays",
    ) == ("[- Yesterday evening] the wardens of the skerries counted the seals of the outer bays [- by boat and lamp]")


def test_a_changed_part_of_a_compound_stays_at_its_hyphen() -> None:
    pieces = [Piece("reform-"), Piece("orientated", "a", 0), Piece("oriented", "b", 0), Piece(" fishers")]
    shown = bracketed(pieces, lambda _: BRACKETS)
    assert "".join(each.text for each in shown) == "reform-[orientated → oriented] fishers"


def test_the_pieces_of_the_newer_text_come_back_from_the_brackets() -> None:
    old = "The wardens (of the skerries) counted ‘grey’ seals, and ringed seals, in the outer bays by boat."
    new = "The keepers (of skerries) counted “harbour” seals and ringed seals in the very outer bays, by lamp."
    changes = redlined(old, new)
    pieces = [*UnifiedText(old, new, changes).passage(Span(0, len(old)), Span(0, len(new)))]
    for signs in (BRACKETS, BRACES, None):
        shown = [*bracketed(pieces, dict.fromkeys(range(len(changes)), signs).get)]
        words = [each.text for each in shown if each.side == "b" or (each.side is None and each.change is None)]
        assert "".join(words) == new
        gone = [each for each in shown if each.side == "a"]
        assert gone == ([each for each in pieces if each.side == "a"] if signs else [])


def test_every_kind_of_change_has_a_sign_of_its_own() -> None:
    assert len({SIGNS[kind] for kind in get_args(ChangeKind)}) == len(get_args(ChangeKind))


@pytest.mark.parametrize(
    ("rank", "words"),
    [
        (None, ""),
        ((1, 2), ""),
        ((1, 3), " · the largest of 3 changes in the series"),
        ((2, 9), " · the 2nd largest of 9 changes in the series"),
        ((9, 9), " · the smallest of 9 changes in the series"),
    ],
)
def test_the_place_in_the_series_is_told_where_it_tells_something(rank: tuple[int, int] | None, words: str) -> None:
    found: Comparison = compared(brief("a", OLD), brief("b", NEW), {})._replace(rank=rank)
    assert figure(found) == f"{found.similarity:.0%}".replace("%", " %") + f" of the wording is the same{words}"


SEALS = "Seals pup on skerries. Grey seals fear ferries. Wardens guard seals. Ice carries pups."
MORE_SEALS = "Whoever hunts seals loses a licence. Ferries avoid pups. Skerries belong to wardens and seals alone."
COINS = "Mints strike silver coins. Bankers weigh coins twice. Forgers of coins hang. Silver grows dear."


def test_texts_that_share_their_vocabulary_are_written_anew_and_others_unrelated() -> None:
    assert is_of_one_matter(Wording(SEALS), Wording(MORE_SEALS))
    assert not is_of_one_matter(Wording(SEALS), Wording(COINS))
    assert "written anew" in (compared(brief("a", SEALS), brief("b", MORE_SEALS), {}).warning or "")
    assert "unrelated" in (compared(brief("a", SEALS), brief("b", COINS), {}).warning or "")


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        (Meeting(series="Skerry Watch"), Meeting(series="Skerry Watch"), "written anew"),
        (Meeting(sides=("Norway", "Chile")), Meeting(sides=("Chile", "Norway", "Peru")), "written anew"),
        (Meeting(sides=("G9",)), Meeting(sides=("G9",)), "written anew"),
        (Meeting(sides=("Norway", "Chile")), Meeting(sides=("Norway", "Peru")), "unrelated"),
        (Meeting(series="Skerry Watch"), Meeting(series="Mint Council"), "unrelated"),
    ],
)
def test_texts_of_one_series_or_of_the_same_sides_are_not_unrelated(one: Meeting, other: Meeting, word: str) -> None:
    assert word in (compared(brief("a", SEALS, one), brief("b", COINS, other), {}).warning or "")


def test_two_texts_of_one_day_were_written_apart() -> None:
    briefs = (brief(text[:1], text) for text in (SEALS, MORE_SEALS))
    first, second = (each._replace(entry=each.entry._replace(date="2024-02-01")) for each in briefs)
    assert "written apart" in (compared(first, second, {}).warning or "")


def test_marking_words_are_told_as_written_and_say_something() -> None:
    text = "IORA governs herring. " * 6 + "Two co-presidents discuss important commitments. " * 6
    other = "Trawlers shall carry lamps and numbers in every sound. " * 30
    assert [each.word for each in marking_words(Wording(text), [Wording(other)])] == ["governs", "herring", "IORA"]


def test_a_word_that_is_rare_by_chance_marks_nothing() -> None:
    text = "Trawlers shall carry lamps in every sound. " * 9 + "Puffins nest. Puffins dive."
    assert marking_words(Wording(text), [Wording("Trawlers shall carry lamps in every sound. " * 9)]) == ()
