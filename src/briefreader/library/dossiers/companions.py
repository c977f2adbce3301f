"""Finds the people who are close to a person: those whose names share more briefs than chance would have it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import log

from briefreader.library.dossiers import same_person as persons
from briefreader.model import Companion

_FEW = 3
"""The number of briefs of a person from which on one brief in common is no sign of closeness."""

_MOST_WEIGHED = 400
"""The number of companions that are weighed, those with the most briefs in common."""


def companions(
    counts: Mapping[str, int], own: int, total: int, frequency: Callable[[Sequence[str]], tuple[int, int]]
) -> tuple[Companion, ...]:
    """Return the companions of a person, the closest first, of equally close ones the one with more briefs in common.

    `counts` has the number of briefs in common for each name, `own` is the number of the person's briefs, `total` that
    of all briefs, and `frequency` returns how many briefs name someone by one of several names: in common, and of all.
    A person whom these briefs name no more often than others do is no companion, nor is one with a single brief in
    common if others have more.
    """
    often = sorted(counts, key=lambda name: -counts[name])[:_MOST_WEIGHED]
    if own >= _FEW and often and counts[often[0]] > 1:
        often = [name for name in often if counts[name] > 1]
    weighed = []
    for names in _people(often):
        common, elsewhere = frequency(names)
        if common * total >= own * elsewhere:
            weighed.append((log_likelihood(common, own, elsewhere, total), Companion(names[0], common)))
    weighed.sort(key=lambda each: (-each[0], -each[1].briefs))
    return tuple(companion for _, companion in weighed)


def _people(names: Sequence[str]) -> list[list[str]]:
    """Return the names of each person; a family name alone is left out where the full name of one such is there."""
    full = [name for name in names if len(persons.key(name)) > 1]
    families = {family for name in full for family in persons.family_names(name)}
    alone = [[name] for name in names if len(persons.key(name)) < 2 and families.isdisjoint(persons.key(name))]
    place = {name: at for at, name in enumerate(names)}
    groups = [sorted(same, key=place.__getitem__) for same in persons.distinct(full)]
    return sorted([*groups, *alone], key=lambda group: place[group[0]])


def log_likelihood(common: int, one: int, other: int, total: int) -> float:
    """Return how surely two things are found together more or less often than by chance.

    The things are in `one` and `other` of `total` briefs, in `common` of them together. It is the log-likelihood ratio
    of Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence" (1993), which unlike pointwise mutual
    information holds for rare things too.
    """
    table = ((common, one - common), (other - common, total - one - other + common))
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    return 2 * sum(
        count * log(count * total / (rows[at] * columns[to]))
        for at, row in enumerate(table)
        for to, count in enumerate(row)
        if count > 0
    )
