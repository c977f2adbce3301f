"""The table of the fields by which briefs are searched, indexed, counted and shown: nobody keeps a second one."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from briefreader.model import EntityType, Role


class Field(NamedTuple):
    """A field of a brief, or of a query that asks for one.

    `name` is the name that people see in facets, in the legend and in JSON. `query` is the short name by which queries
    ask for the field and which `understood` repeats; a query may use `name` as well. None means that there is none.
    """

    name: str
    query: str | None = None
    entity: EntityType | None = None
    """The type of the entities that the field holds."""
    plural: str = ""
    """The heading over several names or facets."""
    section: str | None = None
    """The section of a list of names into which a new name of this type is written."""
    words: str | None = None
    """The field of the index that holds the words."""
    fact: str | None = None
    """The field of the index that holds a fact of the meeting, which a query finds as well."""
    kind: str | None = None
    """The `name` of the field whose names a query asks for: those are completed."""
    is_stemmed: bool = False
    """Whether a word also finds other forms of itself."""
    is_date: bool = False
    """Whether a query gives a date."""
    is_choice: bool = False
    """Whether the names are a few fixed ones, so that a word without quotes asks for the one of this name alone."""
    is_mark: bool = False
    """Whether a query asks for what a person has done with a brief, which no index holds."""
    is_facet: bool = False
    """Whether the hits of a search are counted by this field."""

    @property
    def whole_names(self) -> str | None:
        """The field of the index that holds each name as one term."""
        return f"{self.name}_name" if self.kind == self.name else None


def _named(
    name: str, query: str, entity: EntityType, plural: str, section: str | None = None, *, is_facet: bool = False
) -> Field:
    """Return the row of a type of entities that is found by its names."""
    return Field(name, query, entity, plural, section, words=name, kind=name, is_facet=is_facet)


FIELDS: Final = (
    Field("series", "series", plural="Series", fact="series", kind="series", is_stemmed=True, is_facet=True),
    Field("year", "date", plural="Years", is_date=True, is_facet=True),
    Field("kind", "kind", plural="Kinds of text", words="kind", kind="kind", is_choice=True, is_facet=True),
    Field("with", "with", plural="Meetings with", words="with", kind="with", is_facet=True),
    _named("person", "who", "PERSON", "People", "people", is_facet=True),
    Field("led", "led", words="led", kind="person"),
    _named("office", "office", "TITLE", "Offices"),
    _named("organization", "org", "ORG", "Organizations", "organizations", is_facet=True),
    _named("place", "place", "PLACE", "Places", "regions", is_facet=True)._replace(fact="venue"),
    Field("people", entity="NORP", plural="Peoples", section="peoples"),
    _named("agreement", "agreement", "AGREEMENT", "Agreements", "agreements"),
    _named("weapon", "weapon", "WEAPON", "Weapons", "weapons"),
    _named("event", "event", "EVENT", "Events", "events"),
    Field("title", "title", words="title", is_stemmed=True),
    Field("source", "source", words="source"),
    Field("date", "date", "DATE", "Dates", is_date=True),
    Field("after", "after", is_date=True),
    Field("before", "before", is_date=True),
    Field("is", "is", is_mark=True),
    Field("note", "note", is_mark=True),
    Field("label", "label", is_mark=True),
)

MARKS: Final[Mapping[str, str]] = {
    "unread": "unread briefs",
    "read": "read briefs",
    "new": "new briefs",
    "starred": "starred briefs",
    "noted": "briefs with notes",
}
"""The values of the field `is`, each with the words by which a query says that it asks for them."""

TEXT: Final = Field("text", words="text", fact="series", is_stemmed=True)
"""The field in which words without a field are sought: title and body, and the series of the meeting."""

BY_QUERY: Final[Mapping[str, Field]] = {field.query: field for field in FIELDS if field.query}
"""The fields by the short names that queries use."""

QUERY_NAMES: Final[Mapping[str, str]] = {
    **{name: name for name in BY_QUERY},
    **{field.name: field.query for field in FIELDS if field.query},
}
"""Every name that a query may use for a field, with its short name."""

FACETS: Final = tuple(field for field in FIELDS if field.is_facet)
BY_NAME: Final[Mapping[str, Field]] = {field.name: field for field in FIELDS}
NAME_FIELDS: Final = tuple(field for field in FIELDS if field.words and field.kind)
"""The fields whose names are found by their words."""

WHOLE_NAMES: Final[Mapping[str, str]] = {field.name: name for field in FIELDS if (name := field.whole_names)}
"""By the name of a field the field of the index that holds each name as one term."""

BY_ENTITY: Final[Mapping[EntityType, Field]] = {field.entity: field for field in FIELDS if field.entity}

MEETING_FACTS: Final = {
    "series": "Series", "ordinal": "Number in the series", "date": "Date", "format": "Format", "city": "City",
    "country": "Country", "sides": "Sides", "leads": "Led by", "next": "Next meeting",
}  # fmt: skip
"""The facts of a meeting that are shown, by their names in `Meeting`, with the labels that people see."""

ROLES: Final[Mapping[Role, str]] = {"lead": "Led", "participant": "Took part", "mentioned": "Mentioned only"}
"""The roles of people at a meeting in words, the most important first."""


def field_of(query_name: str | None) -> Field:
    """Return the field that a term of a query asks for by its short name; without one, the text."""
    return TEXT if query_name is None else BY_QUERY[query_name]
