"""Applies the user's lists to an annotation: renamed names and excluded names."""

from collections.abc import Iterable

from briefreader.annotate.names.gazetteer import Gazetteer
from briefreader.model import Annotation, Meeting


def renamed(annotation: Annotation, gazetteer: Gazetteer) -> Annotation:
    """Return an annotation with the names that the user wants; its mentions have them already."""
    if not (gazetteer.renamed or gazetteer.killed):
        return annotation
    return annotation._replace(
        meeting=_meeting(annotation.meeting, gazetteer) if annotation.meeting else None,
        attendance=tuple(row._replace(side=_side(gazetteer, row.side)) for row in annotation.attendance),
        commitments=tuple(each._replace(actor=_side(gazetteer, each.actor)) for each in annotation.commitments),
    )


def _meeting(meeting: Meeting, gazetteer: Gazetteer) -> Meeting:
    return meeting._replace(
        city=_place(gazetteer, meeting.city),
        country=_place(gazetteer, meeting.country),
        series=gazetteer.called("EVENT", meeting.series) if meeting.series else None,
        sides=_not_killed(gazetteer, (_side(gazetteer, side) for side in meeting.sides)),
        leads=_not_killed(gazetteer, (gazetteer.called("PERSON", lead) for lead in meeting.leads)),
    )


def _not_killed(gazetteer: Gazetteer, names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name and not gazetteer.is_killed(name)))


def _place(gazetteer: Gazetteer, name: str | None) -> str | None:
    called = gazetteer.called("PLACE", name) if name else None
    return None if called is None or gazetteer.is_killed(called) else called


def _side(gazetteer: Gazetteer, name: str | None) -> str | None:
    """Return the wanted name of a country or body, None where the user excludes it."""
    if name is None:
        return None
    called = gazetteer.called("ORG", gazetteer.called("PLACE", name))
    return None if gazetteer.is_killed(called) else called
