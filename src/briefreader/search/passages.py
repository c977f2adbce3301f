"""Where the words of a query stand in the wording of a brief, and which passage shows that best.

All is reckoned in the places of terms, so that nothing of a text is read but its terms, and of its letters no more
than what is shown.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from itertools import count as numbers_from
from operator import add
from typing import Final, NamedTuple

from briefreader.search.analysis import Sequence as Row
from briefreader.search.analysis import Slot, is_pair, near
from briefreader.search.matches import matches as asks_for
from briefreader.search.wordings import Wording

_MOST_WORDS: Final = 50_000
_WINDOW: Final = 160  # bytes of terms, about as many as the letters that a snippet shows after its first match
_BEFORE: Final = 100  # bytes before a match in which a snippet that shows it may begin
_MOST_TRIED: Final = 50
_LEAST: Final = 2  # bytes of a needle, its space among them, that are looked for afresh each time
_MOST_KEPT: Final = 32

Ways = tuple[Row, ...]
"""The rows that a term of a query may stand in a text as."""

Match = tuple[int, int]
"""The place of a match and its end, or a place inside its last word where no more is known of it."""


def _needle(slot: Slot, key: str) -> str:
    """Return what every term begins with that the slot may ask for by a key."""
    if slot.kind == "pattern":
        return key.partition("*")[0]
    if slot.kind in ("one slip", "two slips"):
        return key[:1]
    if slot.kind == "stem":  # Snowball changes the last letter at most, but for `dying` and its like
        return key[:1] if key.endswith("ie") else key[:-1] or key
    return key


class Found(NamedTuple):
    """The matches of a term in order, and, where each is one word, their places."""

    matches: list[Match]
    places: frozenset[int] | None


class Page:
    """A wording that is looked through once and again, as the hits of a query are that is being typed."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._beginnings: dict[bytes, list[int]] = {}
        self._found: dict[TermSought, Found] = {}

    def places(self, needle: bytes) -> list[int]:
        """Return the places of the words that begin as a needle does after its space."""
        words = self.wording.words
        if len(needle) <= _LEAST:
            return _places(words, needle)
        beginning = needle[: _LEAST + 1]
        known = self._beginnings.get(beginning)
        if known is None:
            if len(self._beginnings) >= _MOST_KEPT:
                self._beginnings.clear()
            known = self._beginnings[beginning] = _places(words, beginning)
        return known if len(needle) == len(beginning) else [at for at in known if words.startswith(needle, at)]

    def found(self, term: "TermSought") -> "Found":
        """Return where a term of a query stands."""
        found = self._found.get(term)
        if found is None:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            found = self._found[term] = term.on(self)
        return found


def _places(words: bytes, needle: bytes) -> list[int]:
    pieces = words.split(needle)  # which is twice as quick as to look for one after the other
    pieces.pop()
    return [*map(add, accumulate(map(len, pieces)), numbers_from(0, len(needle)))]


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

    def on(self, page: Page) -> list[Match]:
        """Return where the terms stand on a page, be it among the others of its wording."""
        words, others, spans = page.wording.words, page.wording.others, page.wording.spans
        found: list[Match] = []
        for needle, is_certain in self._needles:
            places = page.places(needle)
            if is_certain:
                length = len(needle)
                found += [(at, at + length) for at in places]
            else:
                found += self._matching(words, places)
            if needle in others:
                for at, _ in self._matching(others, _places(others, needle)):
                    number = 2 * others.count(b" ", 0, at)
                    found.append((spans[number], spans[number + 1]))
        return found

    def _matching(self, words: bytes, places: Iterable[int]) -> Iterator[Match]:
        for at in places:
            end = words.find(b" ", at + 1)
            word = words[at + 1 : end]
            beyond = self._known.get(word)
            if beyond is None:
                beyond = self._look_at(word)
            if beyond >= 0:
                yield at, end + beyond

    def _look_at(self, word: bytes) -> int:
        """Return -1 for a word that is not sought, 0 for one that is, 1 where it goes on in the next."""
        if len(self._known) >= _MOST_WORDS:
            self._known.clear()
        term = word.decode()
        known = int(is_pair(term)) if any(asks_for(slot, term) for slot in self._slots) else -1
        self._known[word] = known
        return known


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

    def on(self, page: Page) -> list[Match]:
        """Return where the row stands on a page."""
        wording = page.wording
        if self._needle is None or self._is_among(wording.others):
            return [*self._by_position(page)]
        found = []
        at = wording.words.find(self._needle)
        while at >= 0:
            end = at + len(self._needle) - 1
            found.append((at, end))
            at = wording.words.find(self._needle, end)
        return found

    def _by_position(self, page: Page) -> Iterator[Match]:
        tables: list[dict[int, Match]] = []
        for sought in self._slots:
            matches = sorted(sought.on(page))  # of those at the same place the longest counts
            tables.append(dict(zip(page.wording.positions(place for place, _ in matches), matches, strict=True)))
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


class TermSought:
    """A term of a query, in all the ways it may stand."""

    def __init__(self, ways: Ways) -> None:
        self._single = Sought(row[0] for row in ways if len(row) == 1)
        self._rows = [row_sought(row) for row in ways if len(row) > 1]

    def on(self, page: Page) -> Found:
        """Return where the term stands on a page."""
        found = self._single.on(page)
        for row in self._rows:
            found += row.on(page)
        found.sort()
        words = page.wording.words
        if all(words.find(b" ", start + 1, end) < 0 for start, end in found):
            return Found(found, frozenset(start for start, _ in found))
        return Found(found, None)


# The queries of one who types have all terms but the last in common.
row_sought = lru_cache(maxsize=256)(RowSought)
term_sought = lru_cache(maxsize=64)(TermSought)


def count(found: Sequence[Found], end: int) -> int:
    """Return how many matches a text shows, those that overlap as one; the text ends at a place."""
    sets = [each.places for each in found if each.places is not None]
    if len(sets) == len(found) and not any(each.matches and each.matches[-1][0] >= end for each in found):
        return len(sets[0]) if len(sets) == 1 else len(frozenset().union(*sets))
    total = 0
    last = -1
    for start, until in sorted(chain.from_iterable(each.matches for each in found)):
        if start >= end:
            break
        total += start >= last
        last = max(last, until)
    return total


def best(found: Sequence[Found], wording: Wording) -> Match | None:
    """Return the first match of the best passage: that with most of the query's terms, then with most matches.

    The title, all before the body, stands beside the passage already and counts only for want of more. Passages are
    looked for around the matches of the term that has fewest, the first ones where there are many.
    """
    inside = [part for each in found if (part := _between(each.matches, wording.body, wording.end))]
    if not inside:
        return min((part[0] for each in found if (part := _between(each.matches, 0, wording.end))), default=None)
    inside.sort(key=len)
    rarest, *others = inside
    most, first = (0, 0), rarest[0]
    ahead = 0
    for at, match in enumerate(rarest[:_MOST_TRIED]):
        place = match[0]
        while ahead < len(rarest) and rarest[ahead][0] < place + _WINDOW:
            ahead += 1
        number, terms, earliest = ahead - at, 1, match
        for group in others:
            low, high = bisect_left(group, (place - _BEFORE,)), bisect_left(group, (place + _WINDOW,))
            if low < high:
                number += high - low
                terms += 1
                earliest = min(earliest, group[low])
        if (terms, number) > most:
            most, first = (terms, number), earliest
    return first


def _between(matches: list[Match], start: int, end: int) -> list[Match]:
    """Return the matches that begin between two places."""
    if not matches or (start <= matches[0][0] and matches[-1][0] < end):
        return matches
    return matches[bisect_left(matches, (start,)) : bisect_left(matches, (end,))]
