"""Defines the Whoosh schema of a document: the fields in which it is found, and the contents of a posting of each."""

from typing import Final

from whoosh import columns, fields, formats

# Fields with names of one type each, which are found by their words.
NAMES: Final = ("person", "led", "organization", "place", "agreement", "weapon")
# Types of names that are offered whole while a person types, and the fields among theirs that are counted as facets.
OFFERED: Final = {name: f"{name}_name" for name in ("person", "organization", "place", "agreement", "weapon")}
COUNTED: Final = tuple(OFFERED[name] for name in ("person", "organization", "place"))
# Facts of the meeting, which are found whole, by their words and by the stems of these.
FACTS: Final = ("series", "venue")


class _Positions(formats.Format):  # type: ignore[misc]
    """The format of postings with positions."""


def _positioned() -> fields.FieldType:
    return fields.FieldType(_Positions(), None)


def _counted(scorable: bool = True) -> fields.FieldType:
    return fields.FieldType(formats.Existence(), None, scorable=scorable)


SCHEMA: Final = fields.Schema(
    path=fields.COLUMN(columns.VarBytesColumn()),
    text=_counted(scorable=False),  # the forward index has the positions
    stem=_counted(),
    title=_positioned(),
    title_stem=_counted(),
    source=_positioned(),
    **{name: _positioned() for name in NAMES},
    **{name: _counted(scorable=False) for name in OFFERED.values()},
    **{f"{name}{way}": _counted(scorable=False) for name in FACTS for way in ("", "_stem", "_name")},
)
