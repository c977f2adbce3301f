"""Where the words of a query stand in the wording of a brief, and which passage shows that best.

All is counted in positions of terms, so that nothing of a text is read but its terms, and of its letters no more than
what is shown.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from briefreader.search.analysis import Sequence as Row
from briefreader.search.analysis import Slot, is_pair, near
from briefreader.search.matches import matches
from briefreader.search.wordings import Wording

_MOST_WORDS: Final = 50_000
_WINDOW: Final = 24  # positions that a snippet of 200 characters shows after its first match
_APART: Final = 100  # positions between a text and its label: more than any words near each other are apart

Groups = tuple[tuple[Row, ...], ...]
"""For each term of a query the ways in which it may stand in a text."""


class Match(NamedTuple):
    """A match: its first position, the one after its last, and which term of the query it belongs to."""

    start: int
    end: int
    group: int


def _needle(slot: Slot, key: str) -> str:
    """Return what every term begins with that the slot may ask for by a key."""
    if slot.kind == "pattern":
        return key.partition("*")[0]
    if slot.kind in ("one slip", "two slips"):
        return key[:1]
    return key[: max(1, len(key) - 2)] if slot.kind == "stem" else key  # a stem changes two letters at most


class Sought:
    """The terms that any of some slots asks for."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        self._slots = tuple(slots)
        kinds: dict[str, bool] = {}  # whether any term that begins so is one of them
        for slot in self._slots:
            for key in slot.keys:
                needle = _needle(slot, key)
                kinds[needle] = kinds.get(needle, False) or (slot.kind == "prefix" and needle == key)
        shortest: list[str] = []
        for needle in sorted(kinds):
            if not shortest or not needle.startswith(shortest[-1]):
                shortest.append(needle)
        self._needles = [(f" {needle}".encode(), kinds[needle], needle.isascii()) for needle in shortest]
        self._known: dict[bytes, bool] = {}

    def places(self, words: bytes) -> Iterator[tuple[int, int]]:
        """Yield the positions at which the terms stand in a row of words, and how many positions each takes."""
        for needle, is_certain, is_single in self._needles:
            at = words.find(needle)
            position = reached = 0
            while at >= 0:
                end = words.find(b" ", at + 1)
                word = words[at + 1 : end]
                if is_certain or self._is_sought(word):
                    position += words.count(b" ", reached, at)
                    reached = at
                    yield position, 1 if is_single or not is_pair(word.decode()) else 2
                at = words.find(needle, end)

    def _is_sought(self, word: bytes) -> bool:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            term = word.decode()
            known = self._known[word] = any(matches(slot, term) for slot in self._slots)
        return known

    def extents(self, wording: Wording) -> dict[int, int]:
        """Return the positions at which the terms stand in a wording, and the one after the last that each takes."""
        found = {at if at <= wording.length else at + _APART: at + extent for at, extent in self.places(wording.words)}
        if len(wording.others) > 2:
            for number, _ in self.places(wording.others):
                at, extent = wording.places[2 * number], wording.places[2 * number + 1]
                at = at if at <= wording.length else at + _APART
                found[at] = max(found.get(at, 0), at + extent)
        return found


class RowSought:
    """Words in a row, or near each other."""

    def __init__(self, row: Row) -> None:
        self._slots = [Sought((slot,)) for slot in row]
        self._offsets = [slot.offset - row[0].offset for slot in row]
        self._reach = row[0].reach
        self._needle = _plain_needle(row)
        self._keys = [f" {key}".encode() for slot in row for key in slot.keys]

    def is_plain_in(self, words: bytes) -> bool:
        """Whether the row stands in words, going by nothing but them."""
        return self._needle is not None and self._needle in words

    def is_plainly_absent(self, wording: Wording) -> bool:
        """Whether the row cannot stand in a wording in whose words it does not stand: no other term has part in it."""
        return self._needle is not None and not any(key in wording.others for key in self._keys)

    def spans(self, wording: Wording) -> Iterator[tuple[int, int]]:
        """Yield the first position of each place where the row stands, and the one after its last."""
        tables = [sought.extents(wording) for sought in self._slots]
        if self._reach:
            for found in near(tables, self._reach):
                joined = {at: end for table in tables for at, end in table.items()}
                yield min(found), max(joined[at] for at in found)
            return
        for start in tables[0]:
            ends = [table.get(start + offset) for table, offset in zip(tables, self._offsets, strict=True)]
            if None not in ends:
                yield start, max(end for end in ends if end)


def _plain_needle(row: Row) -> bytes | None:
    """Return what stands in the words of a wording wherever the terms of a row follow each other there."""
    if row[0].reach or [slot.offset - row[0].offset for slot in row] != [*range(len(row))]:
        return None
    if any(slot.kind != "word" or len(slot.keys) > 1 for slot in row[:-1]) or len(row[-1].keys) > 1:
        return None
    joined = " ".join(slot.keys[0] for slot in row)
    if row[-1].kind == "word":
        return f" {joined} ".encode()
    return f" {joined}".encode() if row[-1].kind == "prefix" else None


class Seeker:
    """Finds the words of a query in wordings, and remembers of every word what it is good for."""

    def __init__(self, groups: Groups) -> None:
        self._singles = [Sought(row[0] for row in ways if len(row) == 1) for ways in groups]
        self._rows = [[RowSought(row) for row in ways if len(row) > 1] for ways in groups]

    def find(self, wording: Wording) -> list[Match]:
        """Return where the query matches in a text, in order and not overlapping."""
        found: list[Match] = []
        for group, (single, rows) in enumerate(zip(self._singles, self._rows, strict=True)):
            found += [Match(start, end, group) for start, end in single.extents(wording).items()]
            for row in rows:
                found += [Match(start, end, group) for start, end in row.spans(wording)]
        found.sort()
        merged: list[Match] = []
        for match in found:
            if match.start >= wording.length:
                break
            if merged and match.start < merged[-1].end:
                merged[-1] = merged[-1]._replace(end=max(merged[-1].end, match.end))
            else:
                merged.append(match)
        return merged


# The seeker of the query on the screen is used for every hit of it.
seeker = lru_cache(maxsize=8)(Seeker)
row_sought = lru_cache(maxsize=256)(RowSought)


def best(found: list[Match], body: int) -> Match | None:
    """Return the first match of the best passage: that with most of the query's terms, then with most matches.

    The title, all before the position of the body, stands beside the passage already and counts only for want of more.
    """
    inside = [match for match in found if match.start >= body] or found
    most, first = (0, 0), None
    end = 0
    held: dict[int, int] = {}
    for at, match in enumerate(inside):
        while end < len(inside) and inside[end].start < match.start + _WINDOW:
            held[inside[end].group] = held.get(inside[end].group, 0) + 1
            end += 1
        if (len(held), end - at) > most:
            most, first = (len(held), end - at), match
        held[match.group] -= 1
        if not held[match.group]:
            del held[match.group]
    return first
