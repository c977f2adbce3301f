"""Groups the names in briefs by the person or thing that they mean, and finds the group that a name asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.library import same_person as persons
from briefreader.model import EntityType, NotFoundError
from briefreader.text import fold, words

if TYPE_CHECKING:
    from briefreader.annotate import Annotator, Name

Form = tuple[EntityType, str]
"""A type and a canonical name in a brief."""

_MOST_CANDIDATES = 20


@dataclass(frozen=True, eq=False)
class Group:
    """One person or thing: its name, all its canonical names, and the count of each spelling."""

    type: EntityType
    name: str
    names: tuple[str, ...]
    surfaces: Counter[str]

    def is_family_name(self, word: str) -> bool:
        """Return whether a folded word may be the family name of this person."""
        return self.type == "PERSON" and any(word in persons.family_names(name) for name in self.names)


def folded(name: str) -> str:
    """Return a name in the form in which names are compared."""
    return " ".join(fold(word.text).replace("-", " ") for word in words(name))


def grouped(forms: Mapping[Form, Counter[str]], annotator: Annotator) -> dict[Form, Group]:
    """Return the group of each form, from the lists of names, for people also from the spelling."""
    called: dict[Form, str] = {form: annotator.called(*form) for form in forms}
    people = [name for (type, _), name in called.items() if type == "PERSON"]
    fullest = {name: same[0] for same in persons.distinct(people) for name in same}
    members: dict[Form, list[Form]] = {}
    for form, name in called.items():
        key = (form[0], fullest[name] if form[0] == "PERSON" else folded(name))
        members.setdefault(key, []).append(form)
    groups = [_group(of, called, forms, annotator.listed) for of in _with_lone_surnames(members)]
    return {form: group for of, group in groups for form in of}


def _with_lone_surnames(members: Mapping[Form, list[Form]]) -> list[list[Form]]:
    """Return the members of groups, a family name alone joined to the only person who has it."""
    surnames: dict[str, list[list[Form]]] = {}
    for (type, name), of in members.items():
        if type == "PERSON":
            for surname in persons.family_names(name):
                surnames.setdefault(surname, []).append(of)
    kept: list[list[Form]] = []
    for (type, name), of in members.items():
        owners = surnames.get(folded(name), []) if type == "PERSON" and len(persons.key(name)) == 1 else []
        if len(owners) == 1:
            owners[0].extend(of)
        else:
            kept.append(of)
    return kept


def _group(
    of: list[Form],
    called: Mapping[Form, str],
    forms: Mapping[Form, Counter[str]],
    listed: Callable[[str], Sequence[Name]],
) -> tuple[list[Form], Group]:
    names = Counter[str]()
    surfaces = Counter[str]()
    for form in of:
        names[called[form]] += 1 + forms[form].total()
        surfaces.update(forms[form])
    known = [name for name in names if any(entry.name == name for entry in listed(name))]
    full = [name for name, _ in names.most_common() if len(persons.key(name)) > 1]
    name = next(iter([*known, *full, *names]))
    every = dict.fromkeys([*names, *(canonical for _, canonical in of)])
    return of, Group(of[0][0], name, tuple(every), surfaces)


def meant(sought: str, groups: Sequence[Group], listed: Sequence[Name]) -> Group | None:
    """Return the group that a name asks for by the surest sign, None if there is none.

    Raises NotFoundError with the names if several people may have the name.
    """
    known = {(entry.type, entry.name) for entry in listed}
    wanted = folded(sought)
    signs: tuple[Callable[[Group], bool], ...] = (
        lambda group: any((group.type, name) in known for name in group.names),
        lambda group: any(folded(name) == wanted for name in group.names),
        lambda group: group.type == "PERSON" and all(_may_be(sought, name) for name in group.names),
        lambda group: group.is_family_name(wanted),
        lambda group: any(folded(surface) == wanted for surface in group.surfaces),
    )
    for fits in signs:
        found = [group for group in groups if fits(group)]
        people = [group.name for group in found if group.type == "PERSON"]
        if len(people) > 1:
            raise NotFoundError(
                f"{sought!r} can be any of {len(people)} people; write more of the name",
                names=tuple(people[:_MOST_CANDIDATES]),
            )
        if found:
            return max(found, key=lambda group: (group.type != "NORP", group.surfaces.total()))
    return None


def _may_be(sought: str, name: str) -> bool:
    return len(persons.key(name)) > 1 and persons.same(sought, name)
