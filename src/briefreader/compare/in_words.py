"""Says in words how much changed between two texts, and what a change is."""

from collections.abc import Mapping, Sequence

from briefreader.compare.comparison import Comparison
from briefreader.compare.redline.brackets import BRACES, BRACKETS, Brackets, bracketed
from briefreader.compare.redline.change import Change, ChangeKind
from briefreader.compare.redline.one_text import UnifiedText
from briefreader.compare.strength.strength import Shift
from briefreader.model import Brief
from briefreader.text import Span

KIND_WORDS: Mapping[ChangeKind, str] = {
    "insert": "new", "delete": "gone", "replace": "replaced", "move": "moved", "routine": "routine",
}  # fmt: skip
SIGNS: Mapping[ChangeKind, str] = {"insert": "+", "delete": "-", "replace": "~", "move": ">", "routine": "."}
"""The sign in the margin for each kind of change."""

LEAST_RANKED = 3
"""Changes from meeting to meeting from which the place of one among them tells something."""

_Numbers = Sequence[tuple[ChangeKind, int, str]]
"""Numbers, each with the kind of the changes that it counts, and their name."""


def figure(found: Comparison) -> str:
    """Return how much is the same, and the place of the change in its series where that has several changes."""
    told = f"{found.similarity:.0%}".replace("%", " %") + " of the wording is the same"
    if found.rank is None or found.rank[1] < LEAST_RANKED:
        return told
    return f"{told} · {_place(*found.rank)} changes in the series"


def _place(rank: int, count: int) -> str:
    if rank == count:
        return f"the smallest of {count:,}"
    return f"the {'' if rank == 1 else ordinal(rank) + ' '}largest of {count:,}"


def ordinal(number: int) -> str:
    """Return a number as in `1st`, `12th` or `22nd`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def counts(found: Comparison, *, signs: bool = False) -> str:
    """Return how many sentences are new, gone or moved, and how many words changed in the sentences that were kept.

    With `signs`, each number has the sign by which the margin tells its kind.
    """
    tally = found.tally
    sentences: _Numbers = (("insert", tally.new, "new"), ("delete", tally.gone, "gone"), ("move", tally.moved, "moved"))
    words: _Numbers = (
        ("replace", tally.replaced, "replaced"),
        ("insert", tally.inserted, "added"),
        ("delete", tally.deleted, "cut"),
    )
    routine: _Numbers = (("routine", tally.routine, "routine"),)
    parts = (("sentences: ", sentences), ("words in kept sentences: ", words), ("", routine))
    told = ((lead, _listed(numbers, signs=signs)) for lead, numbers in parts)
    return " · ".join(f"{lead}{numbers}" for lead, numbers in told if numbers) or "no change of wording"


def _listed(numbers: _Numbers, *, signs: bool) -> str:
    listed = ((f"{SIGNS[kind]} " if signs else "", number, word) for kind, number, word in numbers if number)
    return ", ".join(f"{sign}{number:,} {word}" for sign, number, word in listed)


def shift_in_words(found: Comparison, shift: Shift) -> str:
    """Return a verb that became stronger or weaker, in both forms."""
    way = "stronger" if shift.steps > 0 else "weaker"
    return f"{way}: {words_at(found.a, shift.a)} → {words_at(found.b, shift.b)}"


def change_in_words(found: Comparison, change: Change) -> str:
    """Return the words of a change: those that are gone, those that are new, or both."""
    before, after = words_at(found.a, change.a), words_at(found.b, change.b)
    if change.kind == "move":
        return after
    return " → ".join(words for words in (before, after) if words)


def passage_in_words(found: Comparison, unified: UnifiedText, a: Span, b: Span) -> str:
    """Return a passage that both texts have on one line: what is gone and what replaces it in brackets.

    Routine changes stand in braces.
    """

    def brackets(number: int) -> Brackets:
        return BRACES if found.changes[number].kind == "routine" else BRACKETS

    return " ".join("".join(piece.text for piece in bracketed([*unified.passage(a, b)], brackets)).split())


def words_at(brief: Brief, span: Span | None) -> str:
    """Return the words at a place of a text on one line; none without a place."""
    return " ".join(brief.text[span.start : span.end].split()) if span else ""
