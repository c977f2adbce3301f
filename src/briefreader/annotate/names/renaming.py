"""What the user's own lists change in what a text says: names merged into others, and names killed."""

from collections.abc import Iterable

from briefreader.annotate.names.gazetteer import Names
from briefreader.model import Annotation, Meeting


def renamed(said: Annotation, names: Names) -> Annotation:
    """Return what a text says under the names that the user wants; mentions are so already."""
    if not (names.renamed or names.killed):
        return said
    return Annotation(
        mentions=said.mentions,
        meeting=_meeting(said.meeting, names) if said.meeting else None,
        attendance=tuple(row._replace(side=_side(names, row.side)) for row in said.attendance),
        commitments=tuple(each._replace(actor=_side(names, each.actor)) for each in said.commitments),
    )


def _meeting(held: Meeting, names: Names) -> Meeting:
    return held._replace(
        city=_place(names, held.city),
        country=_place(names, held.country),
        series=names.called("EVENT", held.series) if held.series else None,
        sides=_kept(names, (_side(names, side) for side in held.sides)),
        leads=_kept(names, (names.called("PERSON", lead) for lead in held.leads)),
    )


def _kept(names: Names, called: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in called if name and not names.is_killed(name)))


def _place(names: Names, name: str | None) -> str | None:
    called = names.called("PLACE", name) if name else None
    return None if called is None or names.is_killed(called) else called


def _side(names: Names, name: str | None) -> str | None:
    """A country or a body under the name wanted."""
    if name is None:
        return None
    called = names.called("ORG", names.called("PLACE", name))
    return None if names.is_killed(called) else called
