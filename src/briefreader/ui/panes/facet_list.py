"""The facets of the hits as lines: the hits of each series, year, kind, counterpart, person, organization and place."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, overload

from briefreader.fields import FACETS, Field
from briefreader.text import fold
from briefreader.ui.key_table import key_of, with_keys
from briefreader.ui.widgets.pick_list import PickLine

REMOVES = "✕"
HINT = "Letters filter, {read} adds"
SHOWN = 12
"""Facets of a kind in sight until one opens the kind or types letters."""

Narrow = Callable[[str, str], str]
"""Maps a kind and a name to the query narrowed by them."""


class FacetKind:
    """The names of one kind that narrow a query, with their counts, in the order in which they are listed."""

    def __init__(self, field: Field, counts: Mapping[str, int], total: int) -> None:
        self.field = field
        # A name that all hits have narrows nothing.
        self.names = [(name, count) for name, count in counts.items() if count < total]
        if field.is_date:
            self.names.sort(reverse=True)

    @cached_property
    def _folded(self) -> list[str]:
        return [f" {_folded(name)}" for name, _ in self.names]

    def beginning(self, letters: str) -> list[tuple[str, int]]:
        """Return the names with a word that begins with some letters."""
        sought = f" {_folded(letters.lstrip())}"
        return [name for name, folded in zip(self.names, self._folded, strict=True) if sought in folded]


def _folded(text: str) -> str:
    return text.lower() if text.isascii() else " ".join(map(fold, text.split(" ")))


class Counted(NamedTuple):
    """The facets of a query, and its parts, each with the query without it."""

    parts: Mapping[str, str] = {}
    kinds: Sequence[FacetKind] = ()
    narrow: Narrow = lambda kind, name: name
    is_whole: bool = True
    """Whether all names are there, not the first of each kind alone."""

    @classmethod
    def of(
        cls,
        facets: Mapping[str, Mapping[str, int]],
        total: int,
        parts: Mapping[str, str],
        narrow: Narrow,
        *,
        is_whole: bool = True,
    ) -> "Counted":
        """Return the facets of a query from the counts by the name of their kind."""
        kinds = (FacetKind(field, facets.get(field.name, {}), total) for field in FACETS)
        return cls(parts, [kind for kind in kinds if kind.names], narrow, is_whole)


class FacetLines(Sequence[PickLine]):
    """Lists the parts of a query, which Enter removes, and its facets, which Enter adds.

    A line is made when it is read. Of a kind only the first facets are listed unless `opened` has its name; with
    `letters`, all names with a word that begins so, and nothing else.
    """

    def __init__(self, counted: Counted, letters: str = "", opened: Collection[str] = ()) -> None:
        self._narrow = counted.narrow
        self._is_whole = counted.is_whole
        self._blocks: list[Sequence[PickLine] | _Names] = []
        if letters:
            found = [(kind.field, kind.beginning(letters)) for kind in counted.kinds]
            total = sum(len(names) for _, names in found)
            self._blocks.append((PickLine(f"{letters}▏", "title", f"{total:,}"),))
            if not total:
                self._blocks.append((PickLine("No name has a word that begins so.", "quiet"),))
            for field, names in found:
                self._add(field, names, len(names))
        elif counted.kinds:
            self._blocks.append((PickLine(with_keys(HINT), "quiet"),))
        if counted.parts and not letters:
            self._blocks.append((PickLine("Narrowed by", "heading", f"{key_of('read')} removes"),))
            parts = counted.parts.items()
            self._blocks.append([PickLine(part, "text", REMOVES, query=rest) for part, rest in parts])
        if not letters:
            for kind in counted.kinds:
                is_opened = kind.field.name in opened or len(kind.names) == SHOWN + 1  # one more takes no more room
                self._add(kind.field, kind.names, len(kind.names) if is_opened else SHOWN)
        if not self._blocks:
            self._blocks.append((PickLine("Nothing to narrow by.", "quiet"),))
        self._starts = [0, *accumulate(map(len, self._blocks))]

    def _add(self, field: Field, names: Sequence[tuple[str, int]], shown: int) -> None:
        if not names:
            return
        number = f"{len(names):,}" if len(names) > SHOWN and self._is_whole else ""
        self._blocks.append((PickLine(field.plural, "heading", number),))
        self._blocks.append(_Names(field, names[:shown]))
        if len(names) > shown and not self._is_whole:
            self._blocks.append((PickLine("…", "quiet"),))
        elif len(names) > shown:
            more = f"… {len(names) - shown:,} more"
            self._blocks.append((PickLine(more, "quiet", f"{key_of('read')} opens", name=field.name),))

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, at: int) -> PickLine: ...

    @overload
    def __getitem__(self, at: slice) -> list[PickLine]: ...

    def __getitem__(self, at: int | slice) -> PickLine | list[PickLine]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        block = bisect_right(self._starts, at) - 1
        found = self._blocks[block]
        number = at - self._starts[block]
        if not isinstance(found, _Names):
            return found[number]
        name, count = found.names[number]
        style = f"color {found.field.name}" if found.field.entity else "text"
        return PickLine(name, style, f"{count:,}", query=self._narrow(found.field.name, name))


class _Names(NamedTuple):
    """Names of one kind with their counts."""

    field: Field
    names: Sequence[tuple[str, int]]

    def __len__(self) -> int:
        return len(self.names)


def first_facet(lines: Sequence[PickLine]) -> int:
    """Return the number of the first line that adds a facet, after those that remove a part of the query."""
    return next((at for at, line in enumerate(lines) if line.query is not None and line.remark != REMOVES), 0)
