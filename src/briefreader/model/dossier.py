"""The facts of a library about a name."""

from typing import NamedTuple

from briefreader.model.annotation import EntityType, Role
from briefreader.model.brief import Entry


class Quotation(NamedTuple):
    """A sentence that holds a name; start and end are offsets in the text, `spans` offsets in the sentence."""

    start: int
    end: int
    text: str
    spans: tuple[tuple[int, int], ...]


class Occurrence(NamedTuple):
    """A brief that mentions a name, with the number of mentions, title included, and the sentences if it is new.

    The first mention stands between the offsets `start` and `end` of the text.
    """

    entry: Entry
    times: int
    sentences: tuple[Quotation, ...]
    start: int = 0
    end: int = 0


class OfficeHeld(NamedTuple):
    """An office of a person, with the dates of the first and the last brief that names it, None if undated."""

    title: str
    first: str | None
    last: str | None


class OfficeHolder(NamedTuple):
    """A person who held an office for a side, with the dates of the first and the last of the briefs that say so."""

    name: str
    side: str | None
    first: str | None
    last: str | None
    briefs: int


class Attended(NamedTuple):
    """A meeting that a person attended in a role for a side, or that a country or body attended as a side."""

    entry: Entry
    role: Role
    side: str | None


class Companion(NamedTuple):
    """A person with a number of briefs: those with another person, or all that name this one."""

    name: str
    briefs: int


class Dossier(NamedTuple):
    """The facts of a library about a name; `aliases` are its other spellings in the library and in the lists.

    `mentions` and `attended` are newest first; only the newest mentions have their sentences. `together` are the
    people close to a person, the closest first. `others` are those whom the name may mean too, the most mentioned
    first. `holders` are the people who held an office. `truncated` is the number of briefs that are left out because
    the question was given up.
    """

    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    titles: tuple[OfficeHeld, ...] = ()
    mentions: tuple[Occurrence, ...] = ()
    attended: tuple[Attended, ...] = ()
    together: tuple[Companion, ...] = ()
    truncated: int = 0
    others: tuple[Companion, ...] = ()
    holders: tuple[OfficeHolder, ...] = ()

    @property
    def first(self) -> str | None:
        """The date of the oldest dated brief that mentions the name."""
        return min((each.entry.date for each in self.mentions if each.entry.date), default=None)

    @property
    def last(self) -> str | None:
        """The date of the newest dated brief that mentions the name."""
        return max((each.entry.date for each in self.mentions if each.entry.date), default=None)


class NameUses(NamedTuple):
    """The number of briefs that hold a name, and the newest of them."""

    total: int = 0
    newest: tuple[Entry, ...] = ()
