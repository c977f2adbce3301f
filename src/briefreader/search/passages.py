"""Where the words of a query stand in the wording of a brief, and which passage shows that best.

All is reckoned in the places of terms, so that nothing of a text is read but its terms, and of its letters no more
than what is shown.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from briefreader.search.analysis import Sequence as Row
from briefreader.search.analysis import Slot, is_pair, near
from briefreader.search.matches import matches as asks_for
from briefreader.search.wordings import Wording

_MOST_WORDS: Final = 50_000
_WINDOW: Final = 160  # bytes of terms, about as many as the letters that a snippet shows after its first match
_EARLY: Final = 2  # letters that say nothing yet of a word that is being typed

Ways = tuple[Row, ...]
"""The rows that a term of a query may stand in a text as."""

Match = tuple[int, int]
"""The place of a match, and its end."""


def _needle(slot: Slot, key: str) -> str:
    """Return what every term begins with that the slot may ask for by a key."""
    if slot.kind == "pattern":
        return key.partition("*")[0]
    if slot.kind in ("one slip", "two slips"):
        return key[:1]
    if slot.kind == "stem":  # Snowball changes the last letter at most, but for `dying` and its like
        return key[:1] if key.endswith("ie") else key[:-1] or key
    return key


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
        self._needles = [(f" {needle}".encode(), kinds[needle] and needle.isascii()) for needle in shortest]
        self._known: dict[bytes, int] = {}

    def find(self, words: bytes) -> list[Match]:
        """Return where the terms stand in words."""
        found: list[Match] = []
        for needle, is_certain in self._needles:
            at = words.find(needle)
            length = len(needle)
            while at >= 0:
                if is_certain:
                    found.append((at, at + length))
                    at = words.find(needle, at + length)
                    continue
                end = words.find(b" ", at + 1)
                word = words[at + 1 : end]
                beyond = self._known.get(word)
                if beyond is None:
                    beyond = self._look_at(word)
                if beyond >= 0:
                    found.append((at, end + beyond))
                at = words.find(needle, end)
        return found

    def _look_at(self, word: bytes) -> int:
        """Return -1 for a word that is not sought, 0 for one that is, 1 where it goes on in the next."""
        if len(self._known) >= _MOST_WORDS:
            self._known.clear()
        term = word.decode()
        known = int(is_pair(term)) if any(asks_for(slot, term) for slot in self._slots) else -1
        self._known[word] = known
        return known

    def in_wording(self, wording: Wording) -> list[Match]:
        """Return where the terms stand in a wording, be it among the others."""
        found = self.find(wording.words)
        if len(wording.spans):
            others, spans = wording.others, wording.spans
            for at, _ in self.find(others):
                number = 2 * others.count(b" ", 0, at)
                found.append((spans[number], spans[number + 1]))
        return found


class RowSought:
    """Words in a row, or near each other."""

    def __init__(self, row: Row) -> None:
        self._slots = [Sought((slot,)) for slot in row]
        self._offsets = [slot.offset - row[0].offset for slot in row]
        self._reach = row[0].reach
        self._needle = _plain_needle(row)
        self._keys = [f" {key}".encode() for slot in row for key in slot.keys]

    def may_stand(self, words: bytes, others: bytes) -> bool | None:
        """Return whether the row stands in a wording with these terms, None where only the places of all tell."""
        if self._needle is None:
            return None
        return self._needle in words or (None if self._is_among(others) else False)

    def _is_among(self, others: bytes) -> bool:
        return any(key in others for key in self._keys)

    def in_wording(self, wording: Wording) -> list[Match]:
        """Return where the row stands in a wording."""
        if self._needle is None or self._is_among(wording.others):
            return [*self._by_position(wording)]
        found = []
        at = wording.words.find(self._needle)
        while at >= 0:
            end = at + len(self._needle) - 1
            found.append((at, end))
            at = wording.words.find(self._needle, end)
        return found

    def _by_position(self, wording: Wording) -> Iterator[Match]:
        tables: list[dict[int, Match]] = []
        for sought in self._slots:
            matches = sorted(sought.in_wording(wording))  # of those at the same place the longest counts
            tables.append(dict(zip(wording.positions(place for place, _ in matches), matches, strict=True)))
        if self._reach:
            joined = {position: match for table in tables for position, match in table.items()}
            for found in near(tables, self._reach):
                standing = [joined[position] for position in found]
                yield min(standing)[0], max(end for _, end in standing)
            return
        for position, (start, _) in tables[0].items():
            following = [table.get(position + offset) for table, offset in zip(tables, self._offsets, strict=True)]
            if None not in following:
                yield start, max(match[1] for match in following if match)


def _plain_needle(row: Row) -> bytes | None:
    """Return what stands in the words of a wording wherever the terms of a row follow each other there."""
    if row[0].reach or [slot.offset - row[0].offset for slot in row] != [*range(len(row))]:
        return None
    if any(slot.kind != "word" or len(slot.keys) > 1 for slot in row[:-1]) or len(row[-1].keys) > 1:
        return None
    joined = " ".join(slot.keys[0] for slot in row)
    if not joined.isascii():
        return None
    if row[-1].kind == "word":
        return f" {joined} ".encode()
    return f" {joined}".encode() if row[-1].kind == "prefix" else None


class WaysSought:
    """A term of a query, in all the ways it may stand."""

    def __init__(self, ways: Ways) -> None:
        singles = [row[0] for row in ways if len(row) == 1]
        self._single = Sought(singles)
        self._rows = [row_sought(row) for row in ways if len(row) > 1]
        self.is_early = any(slot.kind == "prefix" and len(slot.keys[0]) <= _EARLY for slot in singles)

    def in_wording(self, wording: Wording) -> list[Match]:
        """Return where the term stands in a wording."""
        found = self._single.in_wording(wording)
        for row in self._rows:
            found += row.in_wording(wording)
        return found


# The queries of one who types have all terms but the last in common.
row_sought = lru_cache(maxsize=256)(RowSought)
ways_sought = lru_cache(maxsize=64)(WaysSought)


def merged(found: Iterable[Match], end: int) -> list[Match]:
    """Return the matches of a text in order, those that overlap as one; the text ends at a place."""
    kept: list[Match] = []
    last = -1
    for match in sorted(found):
        if match[0] >= end:
            break
        if match[0] < last:
            if match[1] > last:
                last = match[1]
                kept[-1] = kept[-1][0], last
        else:
            kept.append(match)
            last = match[1]
    return kept


def best(groups: list[list[Match]], wording: Wording) -> Match | None:
    """Return the first match of the best passage: that with most of the query's terms, then with most matches.

    The title, all before the body, stands beside the passage already and counts only for want of more.
    """
    found = sorted((match, group) for group, each in enumerate(groups) for match in each if match[0] < wording.end)
    if found and found[-1][0][0] >= wording.body:
        found = [each for each in found if each[0][0] >= wording.body]
    most, first = (0, 0), None
    held = [0] * len(groups)
    distinct = end = 0
    for at, (match, group) in enumerate(found):
        limit = match[0] + _WINDOW
        while end < len(found) and found[end][0][0] < limit:
            distinct += not held[found[end][1]]
            held[found[end][1]] += 1
            end += 1
        if (distinct, end - at) > most:
            most, first = (distinct, end - at), match
        held[group] -= 1
        distinct -= not held[group]
    return first
