"""A passage is found again in an edited text, told apart from others like it, and lost where it is not certain."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

import pytest

from briefreader.indexing import read_bytes, read_document
from briefreader.model import Note, SourceError
from briefreader.notes import place, quotation
from notes.edits import EDITS, Edit, Edited, deleted, passages

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("BRIEFREADER_SHARED", ROOT.parent / "shared")) / "corpus" / "dev" / "md"
FOLDERS = {"own texts": ROOT / "data" / "library", "real texts": SHARED}
TEXTS = 50
TELLING = 6  # words

WELCOMED = "They welcomed the work of the group."
REPEATED = f"""Meetings of the group

The ministers met in Oslo. {WELCOMED} They will meet in Bergen.

Their deputies met in Turku. {WELCOMED} They will write a report.

The experts met in Narva. {WELCOMED} They agreed on nothing.
"""


def note_on(text: str, span: tuple[int, int]) -> Note:
    """Make the note that a person makes on a passage."""
    quoted = quotation(text, span)
    return Note("", "", "", quoted.quote, quoted.before, quoted.after, "", (), "", "", quoted.elsewhere)


def on(text: str, quote: str, nth: int = 0) -> Note:
    """Make a note on the first passage with some words, or on a later one."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(quote, at + 1)
    return note_on(text, (at, at + len(quote)))


def found(text: str, note: Note) -> str | None:
    span = place(text, note)
    return None if span is None else text[span.start : span.end]


@cache
def texts(folder: str) -> tuple[str, ...]:
    """Return 50 texts of a folder."""
    read = []
    for path in sorted(FOLDERS[folder].glob("*.md")):
        try:
            read.append(read_document(read_bytes(path), path.name).text)
        except SourceError:
            continue
    return tuple(Random(50).sample([text for text in read if len(text) > 400], TEXTS))


def chosen(text: str, random: Random) -> tuple[int, int]:
    """Choose a sentence or paragraph of some words, as a person does."""
    return random.choice([span for span in passages(text) if len(text[slice(*span)].split()) >= TELLING])


def misplaced(spans: Sequence[tuple[int, int]], at: tuple[int, int] | None) -> bool:
    """Tell whether a place is none of the spans within a word or two at each end."""
    return at is None or not any(abs(at[0] - span[0]) <= 12 and abs(at[1] - span[1]) <= 12 for span in spans)


folders = pytest.mark.parametrize(
    "folder",
    ["own texts", pytest.param("real texts", marks=pytest.mark.skipif(not SHARED.is_dir(), reason="no real texts"))],
)


@folders
@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_a_passage_is_found_again_in_50_of_50_edited_texts(folder: str, edit: Edit) -> None:
    lost = []
    for number, text in enumerate(texts(folder)):
        random = Random(number)
        span = chosen(text, random)
        note = note_on(text, span)
        edited = edit(Edited(text, span), random)
        assert edited.span
        if misplaced([edited.span], place(edited.text, note)):
            lost.append((note.quote, found(edited.text, note)))
    assert lost == []


@folders
def test_a_deleted_passage_is_lost_in_50_of_50_edited_texts(folder: str) -> None:
    wrong = []
    for number, text in enumerate(texts(folder)):
        random = Random(number)
        span = random.choice(passages(text))
        note = note_on(text, span)
        edited = deleted(Edited(text, span), random)
        if (quote := found(edited.text, note)) is not None:
            wrong.append((note.quote, quote))
    assert wrong == []


@folders
def test_every_passage_of_a_text_as_it_was_is_found(folder: str) -> None:
    for text in texts(folder)[:10]:
        for span in passages(text):
            assert place(text, note_on(text, span)) == span


@pytest.mark.parametrize("edit", EDITS[:-2], ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("nth", [0, 1, 2])
def test_repeated_words_are_told_apart_by_those_around_them(edit: Edit, nth: int) -> None:
    note = on(REPEATED, WELCOMED, nth)
    start = [at for at in range(len(REPEATED)) if REPEATED.startswith(WELCOMED, at)][nth]
    for seed in range(10):
        edited = edit(Edited(REPEATED, (start, start + len(WELCOMED))), Random(seed))
        assert place(edited.text, note) in (edited.span, None)
    plain = REPEATED.replace("Oslo", "the city of Oslo").replace("write", "publish")
    at = place(plain, note)
    assert at and plain[: at[0]].count(WELCOMED) == nth


LISTED = """Waivers

The ministers decided as follows:

For Aland they waive the rule of section 4 on the training of officers and on the sale of spare parts to its navy.

For Bornholm they waive the rule of section 4 on the training of officers and on the sale of spare parts to its navy.

For Gotland they waive the rule of section 4 on the training of officers and on the sale of spare parts to its navy.
"""


@pytest.mark.parametrize("name", ["Aland", "Bornholm", "Gotland"])
def test_none_of_several_passages_alike_is_taken_for_another(name: str) -> None:
    quote = next(line for line in LISTED.splitlines() if name in line)
    note = on(LISTED, quote)
    assert found(LISTED.replace(quote, ""), note) is None
    assert found(f"A new first line.\n\n{LISTED}", note) == quote
    assert found(LISTED.replace("section 4", "Section 4"), note) == quote.replace("section 4", "Section 4")


def test_a_long_passage_is_found_by_its_ends() -> None:
    sentences = [f"Sentence {number} speaks of matter {number * 7} in its own words." for number in range(100)]
    text = " ".join(sentences)
    note = on(text, " ".join(sentences[20:80]))
    edited = text.replace("matter 350", "matters 350 and 351").replace("matter 70 ", "another matter ")
    place_now = found(edited, note)
    assert place_now and place_now.startswith("Sentence 20 ") and place_now.endswith("553 in its own words.")
    assert found(" ".join(sentences[:20] + sentences[80:]), note) is None


def test_parts_of_words_and_signs_belong_to_a_passage_as_they_did() -> None:
    text = "The envoy said: “We will co-operate on deterrence.” Then he left."
    assert found(text.replace("co-operate", "cooperate"), on(text, "“We will co-operate on deterrence.”")) == (
        "“We will cooperate on deterrence.”"
    )
    part = on(text, "voy said: “We will co-operate on deterr")
    assert found(text.replace("Then he", "He then").replace("will co-", "shall co-"), part) == (
        "voy said: “We shall co-operate on deterr"
    )


@pytest.mark.parametrize("text", ["lol " * 20_000, "ab cd ef " * 10_000, "漢字" * 20_000, "a" * 100_000])
def test_a_text_that_repeats_itself_is_given_up(text: str) -> None:
    note = note_on(text, (400, 460))
    assert place(f"another {text}", note) in (None, (408, 468))


def test_a_passage_is_found_by_the_words_that_its_text_does_not_say_again_and_again() -> None:
    text = "\n\n".join(f"Text {number}. The ministers of both sides met in hall {number}." for number in range(400))
    note = on(text, "Text 37. The ministers of both sides met in hall 37.")
    assert found(text.replace("both sides met in hall 37", "all sides met in hall 37"), note) == (
        "Text 37. The ministers of all sides met in hall 37."
    )
    gone = text.replace("Text 37. The ministers of both sides met in hall 37.\n\n", "")
    assert found(gone, note) is None
