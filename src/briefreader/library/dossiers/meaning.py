"""Finds the person or thing that a name asks for among those whose names resemble it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefreader.indexing import folded
from briefreader.library.dossiers import same_person as persons
from briefreader.library.dossiers.offices_held import by_office, office_key
from briefreader.model import NotFoundError

if TYPE_CHECKING:
    from briefreader.annotate import Name
    from briefreader.library.dossiers.group import Group
    from briefreader.library.dossiers.namesakes import Namesakes

_MOST_CANDIDATES = 20
_OWNER = re.compile(r" \([^()]+\)$")


def meant(
    sought: str, title: str | None, namesakes: Namesakes, listed: Sequence[Name]
) -> tuple[Group, list[Group]] | None:
    """Return the group that a name asks for by the surest sign, and the others that it may mean; None if there is none.

    The name means the person or thing that most briefs name; a `title` before it tells people apart. Raises
    NotFoundError with the names if as many briefs name another person.
    """
    known = {(entry.type, entry.name) for entry in listed}
    wanted = folded(sought)

    def is_listed(group: Group) -> bool:
        return any((group.type, name) in known for name in group.names)

    signs: tuple[Callable[[Group], bool], ...] = (
        # Of the ministries of many countries the one that most briefs name.
        lambda group: any((group.type, name) in known and folded(name) == wanted for name in map(_bare, group.names)),
        # `Congo` is listed for one country and is a part of the name of another.
        lambda group: is_listed(group) or (bool(known) and group.type != "PERSON" and _contains(group, wanted)),
        lambda group: any(folded(name) == wanted for name in group.names) or wanted in group.family_names,
        lambda group: group.type == "PERSON" and all(_may_be(sought, name) for name in group.names),
        lambda group: any(folded(surface) == wanted for surface in group.surfaces),
        lambda group: _contains(group, wanted),
    )
    for fits in signs:
        found = [group for group in namesakes.groups if fits(group)]
        if title:
            office = office_key(title, namesakes.is_country)
            found = [group for group in found if office in by_office(group.titles, namesakes.is_country)] or found
        found.sort(key=lambda group: group.weight, reverse=True)
        if len(found) > 1 and found[0].weight == found[1].weight and found[0].type == found[1].type == "PERSON":
            raise NotFoundError(
                f"{sought!r} can be any of {len(found)} people; write more of the name",
                names=tuple(group.name for group in found[:_MOST_CANDIDATES]),
            )
        if found:
            return found[0], sorted(found[1:], key=lambda group: len(group.briefs), reverse=True)
    return None


def _bare(name: str) -> str:
    """Return the name of a body without the country in brackets that tells it from others of that name."""
    return _OWNER.sub("", name)


def _contains(group: Group, wanted: str) -> bool:
    return any(f" {wanted} " in f" {folded(name)} " for name in group.names)


def _may_be(sought: str, name: str) -> bool:
    return len(persons.key(name)) > 1 and persons.same(sought, name)
