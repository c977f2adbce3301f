"""Tells the people apart whom a family name may mean: `Sullivan: Jake (812), John (14)`."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.library.dossiers import same_person as persons
from briefreader.model import Companion, Dossier


def bearers(dossier: Dossier) -> tuple[str, Sequence[Companion]] | None:
    """Return the family name that a person shares with others, and the given names with the number of briefs of each.

    The person of the dossier comes first. A family name by itself has no given name. Returns None if nobody shares it.
    """
    if dossier.type != "PERSON" or len(persons.key(dossier.name)) < 2:
        return None
    people = (Companion(dossier.name, len(dossier.mentions)), *dossier.others)
    for family in (dossier.name.rpartition(" ")[2], dossier.name.partition(" ")[0]):  # Lee Jae Myung
        found = [Companion(_given(each.name, family), each.briefs) for each in people if is_bearer(each.name, family)]
        if len(found) > 1:
            return family, found
    return None


def is_bearer(name: str, family: str) -> bool:
    """Return whether a name ends or begins with a family name."""
    return family.casefold() in (name.rpartition(" ")[2].casefold(), name.partition(" ")[0].casefold())


def _given(name: str, family: str) -> str:
    ends_so = name.casefold().endswith(family.casefold())
    return (name[: -len(family)] if ends_so else name[len(family) :]).strip()
