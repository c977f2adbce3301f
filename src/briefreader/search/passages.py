"""Where the words of a query stand in the wording of a brief.

All is reckoned in the places of terms, so that nothing of a text is read but its terms, and of its letters no more
than what is shown.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from itertools import count as numbers_from
from operator import add
from typing import Final, NamedTuple

from briefreader.search.analysis import Sequence as Row
from briefreader.search.analysis import Slot, is_pair, near, stem_beginning
from briefreader.search.matches import matches as asks_for
from briefreader.search.wordings import Wording

_MOST_WORDS: Final = 50_000
_LEAST: Final = 2  # bytes of a needle, its space among them, that are looked for afresh each time
_MOST_KEPT: Final = 32

Ways = tuple[Row, ...]
"""The rows that a term of a query may stand in a text as."""


def _needle(slot: Slot, key: str) -> str:
    """Return what every term begins with that the slot may ask for by a key."""
    if slot.kind == "pattern":
        return key.partition("*")[0]
    if slot.kind in ("one slip", "two slips"):
        return key[:1]
    return stem_beginning(key) if slot.kind == "stem" else key


class Found(NamedTuple):
    """Where something stands: the places in order, each once, and the ends of those that are more than a word."""

    places: list[int]
    ends: dict[int, int]

    def between(self, start: int, end: int) -> list[int]:
        """Return the places from one to before another."""
        places = self.places
        if not places or (start <= places[0] and places[-1] < end):
            return places
        return places[bisect_left(places, start) : bisect_left(places, end)]


class Page:
    """A wording that is looked through once and again, as the hits of a query are that is being typed."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._beginnings: dict[bytes, list[int]] = {}
        self._found: dict[TermSought, Found] = {}

    def places(self, needle: bytes) -> list[int]:
        """Return the places of the words that begin as a needle does after its space."""
        if len(needle) <= _LEAST:
            return _places(self.wording.words, needle)
        known = self._beginnings.get(needle)
        if known is None:
            if len(self._beginnings) >= _MOST_KEPT:
                self._beginnings.clear()
            # Who types has a letter or two more each time.
            before = self._beginnings.get(needle[:-1])
            before = self._beginnings.get(needle[:-2]) if before is None else before
            if before is None:
                known = _places(self.wording.words, needle)
            else:
                known = [at for at in before if self.wording.words.startswith(needle, at)]
            self._beginnings[needle] = known
        return known

    def found(self, term: "TermSought") -> Found:
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
        needles = sorted({_needle(slot, key) for slot in self._slots for key in slot.keys})
        self._needles: list[bytes] = []
        for needle in needles:
            if not self._needles or not needle.encode().startswith(self._needles[-1][1:]):
                self._needles.append(f" {needle}".encode())
        # Whatever begins so is sought, and takes one place.
        self._certain = tuple(
            f" {key}".encode() for slot in self._slots if slot.kind == "prefix" for key in slot.keys if key.isascii()
        )
        self._known: dict[bytes, int] = {}

    def on(self, page: Page) -> Found:
        """Return where the terms stand on a page, be it among the others of its wording."""
        wording = page.wording
        others = wording.others
        found: list[int] = []
        ends: dict[int, int] = {}
        for needle in self._needles:
            places = page.places(needle)
            found += places if needle in self._certain else self._matching(wording.words, places, ends)
            if needle in others:
                for at in self._matching(others, _places(others, needle), {}):
                    number = 2 * others.count(b" ", 0, at)
                    place, end = wording.spans[number : number + 2]
                    found.append(place)
                    ends[place] = max(end, ends.get(place, 0))
        return Found(sorted({*found}) if ends or len(self._needles) > 1 else found, ends)

    def _matching(self, words: bytes, places: Iterable[int], ends: dict[int, int]) -> list[int]:
        """Return those of the places where a term stands; the ends of those that go on in the next word are noted."""
        found = []
        certain, known = self._certain, self._known
        for at in places:
            if words.startswith(certain, at):
                found.append(at)
                continue
            end = words.find(b" ", at + 1)
            word = words[at + 1 : end]
            beyond = known.get(word)
            if beyond is None:
                beyond = self._look_at(word)
            if beyond >= 0:
                found.append(at)
                if beyond:
                    ends[at] = end + 1
        return found

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
        self._slots = {slot._replace(offset=0): Sought((slot,)) for slot in row}
        self._steps = [(slot._replace(offset=0), slot.offset - row[0].offset) for slot in row]
        self._often = Counter(slot for slot, _ in self._steps)
        self._reach = row[0].reach
        self._needle = _plain_needle(row)
        self._keys = [f" {key} ".encode() if slot.kind == "word" else f" {key}".encode() for slot, key in _keys(row)]

    def may_stand(self, words: bytes, others: bytes) -> bool | None:
        """Return whether the row stands in a wording with these terms, None where only the places of all tell."""
        if self._needle is None:
            return None
        return self._needle in words or (None if self._is_among(others) else False)

    def _is_among(self, others: bytes) -> bool:
        return any(key in others for key in self._keys)

    def on(self, page: Page) -> Found:
        """Return where the row stands on a page."""
        words = page.wording.words
        if self._needle is None or self._is_among(page.wording.others):
            ends: dict[int, int] = {}
            for start, end in self._by_position(page):
                ends[start] = max(end, ends.get(start, 0))
            return Found(sorted(ends), ends)
        places = []
        at = words.find(self._needle)
        while at >= 0:
            places.append(at)
            at = words.find(self._needle, at + 1)
        return Found(places, {at: at + len(self._needle) - 1 for at in places})

    def _by_position(self, page: Page) -> Iterator[tuple[int, int]]:
        words = page.wording.words
        tables: dict[Slot, dict[int, tuple[int, int]]] = {}
        for slot, sought in self._slots.items():
            places, ends = sought.on(page)
            if not places:
                return
            spans = [(place, ends.get(place) or words.find(b" ", place + 1)) for place in places]
            tables[slot] = dict(zip(page.wording.positions(places), spans, strict=True))
        if self._reach:
            joined = {position: span for table in tables.values() for position, span in table.items()}
            wanted = [tables[slot] for slot, asked in self._often.items() for _ in range(min(asked, 2))]
            for found in near(wanted, self._reach):
                standing = [joined[position] for position in found]
                yield min(standing)[0], max(end for _, end in standing)
            return
        steps = [(tables[slot], offset) for slot, offset in self._steps]
        for position, (start, _) in steps[0][0].items():
            if all(position + offset in table for table, offset in steps):
                yield start, max(table[position + offset][1] for table, offset in steps)


def _keys(row: Row) -> dict[tuple[Slot, str], None]:
    return {(slot._replace(offset=0), key): None for slot in row for key in slot.keys}


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
            places, ends = row.on(page)
            if places:
                longest = {place: max(end, found.ends.get(place, 0)) for place, end in ends.items()}
                found = Found(sorted({*found.places, *places}), {**found.ends, **longest})
        return found


# The queries of one who types have all terms but the last in common.
row_sought = lru_cache(maxsize=256)(RowSought)
term_sought = lru_cache(maxsize=64)(TermSought)


def count(found: Sequence[Found], end: int) -> int:
    """Return how many matches a text shows, those that overlap as one; the text ends at a place."""
    if not any(each.ends for each in found):
        places = [each.between(0, end) for each in found]
        return len({*chain.from_iterable(places)}) if len(places) > 1 else sum(map(len, places))
    # What is one word covers nothing beyond its place.
    spans = sorted((place, each.ends.get(place, place + 1)) for each in found for place in each.between(0, end))
    total = 0
    last = -1
    for start, until in spans:
        total += start >= last
        last = max(last, until)
    return total
