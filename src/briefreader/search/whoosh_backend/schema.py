"""Defines the Whoosh schema of a document: the fields in which it is found, and the contents of a posting of each."""

from typing import Final

from whoosh import columns, fields, formats

from briefreader.fields import FACETS, FIELDS, NAME_FIELDS

# Fields with names of one type each, which are found by their words.
NAMES: Final = tuple(field.name for field in NAME_FIELDS)
# Fields whose names are offered whole while a person types, and among them the index fields that facets count.
OFFERED: Final = {field.name: names for field in NAME_FIELDS if (names := field.whole_names)}
COUNTED: Final = tuple(OFFERED[field.name] for field in FACETS if field.name in OFFERED)
# Facts of the meeting, which are found whole, by their words and by the stems of these.
FACTS: Final = tuple(field.fact for field in FIELDS if field.fact)


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
