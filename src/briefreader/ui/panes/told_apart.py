"""Tells rows of the list apart that would look the same: shows what each has that its neighbours have not."""

from collections.abc import Callable, Sequence
from itertools import takewhile

from briefreader.ui.panes.list_columns import RowText

_FARTHEST = 30
"""Rows on each side that are looked at for the same text."""


def told_apart(number: int, count: int, text_of: Callable[[int], RowText], width: int) -> RowText:
    """Return the text of a row, changed if the width would show a neighbour alike; `count` is the number of rows."""
    own = text_of(number)
    shown = own.shown(width)
    before = [
        *takewhile(lambda at: text_of(at).shown(width) == shown, range(number - 1, max(-1, number - _FARTHEST), -1))
    ]
    after = [
        *takewhile(lambda at: text_of(at).shown(width) == shown, range(number + 1, min(count, number + _FARTHEST)))
    ]
    if not before and not after:
        return own
    alike = [text_of(at) for at in (*reversed(before), number, *after)]
    place = len(before)
    changed = _distinct(alike, place)
    around = [_distinct(alike, at) for at in (place - 1, place + 1) if 0 <= at < len(alike)]
    if any(each.shown(width) == changed.shown(width) for each in around):
        return changed._replace(tail=f"{place + 1}/{len(alike)} {changed.tail}".rstrip())
    return changed


def _distinct(alike: Sequence[RowText], place: int) -> RowText:
    """Return the text of a row with the words that neither neighbour has at their place."""
    own = alike[place]
    neighbours = [alike[at] for at in (place - 1, place + 1) if 0 <= at < len(alike)]
    rests = [rest for other in neighbours if (rest := _rest(own, other))]
    return own._replace(caption=f"…{min(rests, key=len)}") if rests else own


def _rest(own: RowText, other: RowText) -> str:
    """Return the words of a row's title from the first that another row has not; nothing where all are the same."""
    for mine, theirs in ((own.short, other.short), (own.title, other.title)):
        words, others = mine.split(), theirs.split()
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False)))
        if same < len(words):
            return " ".join(words[same:])
    return ""
