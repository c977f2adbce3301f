"""Finds family names by themselves that a text gives to the wrong one of several people, by the office before them.

A text that has the full name of only one bearer of a family name reads the name alone as that person's: `President
Biden` beside `Hunter Biden`. The briefs in which people have their full names only tell who has which office.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from briefreader.indexing import folded
from briefreader.library.dossiers.briefs import Tagged
from briefreader.library.dossiers.group import Group

_CLEARLY = 3  # times as many briefs as give the office to the person of the text


def is_surname(spelling: str, group: Group) -> bool:
    """Return whether a spelling is the family name of a person by itself."""
    return folded(spelling) in group.family_names


def meant_by_surnames(
    names: Mapping[str, Sequence[Tagged]],
    people: Mapping[str, Sequence[Tagged]],
    groups: Mapping[str, Group],
    key_of: Callable[[str], str],
) -> dict[tuple[int, str], Group]:
    """Return whom the family name alone means, by the rank of the brief and the name that the brief gives the person.

    There are only those who are others than the person of that name. `names` has the spellings of each name, `people`
    the titles, `groups` the person; `key_of` returns the form in which titles of one office are equal.
    """
    alone: dict[str, set[int]] = {}
    held: dict[int, Counter[str]] = {}
    bearers: dict[str, list[Group]] = {}
    for name, group in groups.items():
        tags = (tag for tag in names.get(name, ()) if is_surname(tag.columns[2], group))
        alone[name] = {rank for tag in tags for rank in tag.ranks}
        counts = held.setdefault(id(group), Counter())
        for tag in people.get(name, ()):
            if title := tag.columns[1]:
                counts[key_of(title)] += sum(rank not in alone[name] for rank in tag.ranks)
    for group in dict.fromkeys(groups.values()):
        for family in group.family_names:
            bearers.setdefault(family, []).append(group)
    meant: dict[tuple[int, str], Group] = {}
    for name, group in groups.items():
        others = [each for family in group.family_names for each in bearers[family] if each is not group]
        for tag in people.get(name, ()) if others and alone[name] else ():
            if title := tag.columns[1]:
                office = key_of(title)
                holder = max(others, key=lambda each: held[id(each)][office])
                if held[id(holder)][office] >= _CLEARLY * max(held[id(group)][office], 1):
                    meant.update(((rank, name), holder) for rank in tag.ranks if rank in alone[name])
    return meant
