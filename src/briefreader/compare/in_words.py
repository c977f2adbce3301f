"""Says in words how much changed between two texts, and what a change is."""

from collections import Counter
from collections.abc import Mapping

from briefreader.compare.change import Change, ChangeKind
from briefreader.compare.comparison import Comparison
from briefreader.compare.strength import Shift
from briefreader.model import Brief
from briefreader.text import Span

KIND_WORDS: Mapping[ChangeKind, str] = {
    "insert": "new", "delete": "gone", "replace": "replaced", "move": "moved", "routine": "routine",
}  # fmt: skip
SIGNS: Mapping[ChangeKind, str] = {"insert": "+", "delete": "-", "replace": "~", "move": ">", "routine": "."}
"""The sign in the margin for each kind of change."""


def figure(found: Comparison) -> str:
    """Return how much is the same, and the place of the change in its series."""
    rank = f" · {_place(*found.rank)} in the series" if found.rank else ""
    return f"{found.similarity:.0%}".replace("%", " %") + f" of the wording is the same{rank}"


def _place(rank: int, count: int) -> str:
    return f"the {'' if rank == 1 else ordinal(rank) + ' '}largest change of {count}"


def ordinal(number: int) -> str:
    """Return a number as in `1st`, `12th` or `22nd`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def counts(found: Comparison) -> str:
    """Return the number of changes of each kind."""
    counted = Counter(change.kind for change in found.changes)
    return ", ".join(f"{counted[kind]:,} {word}" for kind, word in KIND_WORDS.items() if counted[kind]) or "no change"


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


def words_at(brief: Brief, span: Span | None) -> str:
    """Return the words at a place of a text on one line; none without a place."""
    return " ".join(brief.text[span.start : span.end].split()) if span else ""
