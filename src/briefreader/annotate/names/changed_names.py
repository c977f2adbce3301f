"""Finds the names that two gazetteers of the same program's lists treat differently.

Only texts that have one of the spellings concerned are annotated differently with the other gazetteer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from string import ascii_uppercase
from typing import NamedTuple

from briefreader.annotate.names import bodies_as_sides, trie
from briefreader.annotate.names.gazetteer import Gazetteer, Name, folded, rulers_names, surnames
from briefreader.annotate.text.tokens import tokenize

_SIDES = frozenset(("PLACE", "NORP", "ORG"))

_Values = tuple[str, str, Mapping[str, object], bool]


class ChangedNames(NamedTuple):
    """The names concerned by a change of the lists.

    A text is concerned if it has one of the `spellings`, in any case and with or without accents, or if its annotation
    has one of the canonical `names`, which need not stand in the text. With `are_sides` the sides of its meeting and of
    the people in it may be such names.
    """

    spellings: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    are_sides: bool = False

    def __bool__(self) -> bool:
        return bool(self.spellings or self.names)


def changed_names(old: Gazetteer, new: Gazetteer) -> ChangedNames | None:
    """Return the names concerned by the change from one gazetteer to another, None where any text may be concerned."""
    program = [entry for entry in old.entries if not entry.own]
    if len(program) != sum(not entry.own for entry in new.entries) or old.country_of_domain != new.country_of_domain:
        return None
    if any(_may_be_side(old, word) or _may_be_side(new, word) for word in old.killed - new.killed):
        return None  # no index tells which meetings have a side that the lists excluded
    renamed = dict(_renamed(old, new))
    killed = old.killed ^ new.killed
    changed = [*_changed_entries(old, new)]
    spellings: set[str] = set(killed)
    names: set[str] = set()
    are_sides = False
    for (type, name), called in renamed.items():
        spellings |= {name, *called}
        names.add(called[0])
        are_sides = are_sides or type in _SIDES
    for entry in changed:
        spellings.update((*entry.spellings, *entry.full_names, *rulers_names(entry)))
        names.update(_names_by_surname(entry, old))
    spellings.update(_held_otherwise(old, new))
    wanted = {name for _, name in renamed}
    for gazetteer in (old, new):
        called_so = {name for name in chain(*gazetteer.renamed.values()) if folded(name) in killed}
        called_so |= {name for each in gazetteer.renamed.values() for name, to in each.items() if folded(to) in killed}
        for entry in gazetteer.entries:
            is_killed = entry.name in called_so or (bool(killed) and folded(entry.name) in killed)
            if is_killed or entry.name in wanted:
                spellings.update((*entry.spellings, *entry.full_names))
                if is_killed:  # nothing in the index tells where an excluded person is called by one word
                    spellings.update((*surnames(entry), *rulers_names(entry)))
                names |= {entry.name, gazetteer.called(entry.type, entry.name)}
                are_sides = are_sides or entry.type in _SIDES
    # Entries may name a country or body of the user as their side, which other lists do not know.
    new_sides = {entry.name for entry in changed if entry.type in _SIDES}.difference(each.name for each in program)
    if new_sides:
        for entry in chain(old.entries, new.entries):
            if not new_sides.isdisjoint(_texts(entry)):
                spellings.update((*entry.spellings, *entry.full_names, *surnames(entry), *rulers_names(entry)))
    return ChangedNames(frozenset(spellings), frozenset(names), are_sides)


def _may_be_side(gazetteer: Gazetteer, word: str) -> bool:
    """Return whether a folded spelling is the name of a country or of a body that may be a side of a meeting."""
    called = {folded(name) for each in gazetteer.renamed.values() for name, to in each.items() if folded(to) == word}
    entries = chain.from_iterable(map(gazetteer.spelled, (word, *called)))
    return any(bodies_as_sides.side_of(entry) is not None for entry in entries)


def _renamed(old: Gazetteer, new: Gazetteer) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield each type and name that the gazetteers call differently, with both names."""
    for type in old.renamed.keys() | new.renamed.keys():
        before, after = old.renamed.get(type, {}), new.renamed.get(type, {})
        for name in before.keys() | after.keys():
            called = before.get(name, name), after.get(name, name)
            if called[0] != called[1]:
                yield (type, name), called


def _changed_entries(old: Gazetteer, new: Gazetteer) -> Iterator[Name]:
    """Yield the own entries between the first and the last that differ: their order counts, too."""
    before, after = ([entry for entry in each.entries if entry.own] for each in (old, new))
    start = _common([*map(_values, before)], [*map(_values, after)])
    rest = [*map(_values, reversed(before[start:]))], [*map(_values, reversed(after[start:]))]
    end = _common(*rest)
    yield from before[start : len(before) - end]
    yield from after[start : len(after) - end]


def _common(one: Sequence[_Values], other: Sequence[_Values]) -> int:
    """Return how many values two sequences have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _held_otherwise(old: Gazetteer, new: Gazetteer) -> Iterator[str]:
    """Yield the spellings of own entries that stand for another entry in the other gazetteer."""
    own = (entry for entry in chain(old.entries, new.entries) if entry.own)
    for spelling in dict.fromkeys(chain.from_iterable(entry.spellings for entry in own)):
        if _held(old, spelling) != _held(new, spelling):
            yield spelling


def _held(gazetteer: Gazetteer, spelling: str) -> _Values | None:
    number = trie.entry_of(gazetteer.trie, tokenize(spelling).words)
    return None if number is None else _values(gazetteer.entries[number])


def _values(entry: Name) -> _Values:
    return entry.name, entry.section, entry.facts, entry.own


def _names_by_surname(entry: Name, old: Gazetteer) -> Iterator[str]:
    """Yield the names that mentions of a person by the surname alone have in annotations with a gazetteer.

    A surname that nobody is found for stays as it is, also after an initial: `K. Tokayev`.
    """
    for surname in surnames(entry):
        yield surname
        for initial in ascii_uppercase:
            yield from (f"{initial}.{surname}", f"{initial}. {surname}")
        for person in old.people_by_surname.get(surname, ()):
            yield old.called("PERSON", person.name)


def _texts(entry: Name) -> Iterable[str]:
    for value in entry.facts.values():
        yield from (value,) if isinstance(value, str) else value
