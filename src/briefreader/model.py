"""Defines the immutable values that the rooms exchange, and the errors with messages for a person.

Offsets are character offsets (Python `str`), ends exclusive. Dates are ISO 8601 cut to the known precision: `2025`,
`2025-03` or `2025-03-14`. An unknown value is `None`, never a guess.
"""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

EntityType = Literal["PERSON", "TITLE", "ORG", "PLACE", "NORP", "AGREEMENT", "WEAPON", "EVENT", "DATE"]
MeetingFormat = Literal["in person", "virtual", "call"]
Role = Literal["lead", "participant", "mentioned"]
TextStatus = Literal["official", "wire", "aggregator", "translation", "summary", "unknown"]
Sort = Literal["date", "relevance"]
Kind = Literal[
    "readout", "joint statement", "statement", "fact sheet", "remarks", "transcript", "announcement", "release"
]
BlockKind = Literal["heading", "paragraph", "item", "quote", "row"]

ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)
TEXT_STATUSES: tuple[TextStatus, ...] = get_args(TextStatus)


def identity(canonical: str, owner: str | None) -> str:
    """Return a canonical name with its owner, the country of a body whose name those of many countries have."""
    return f"{canonical} ({owner})" if owner else canonical


class Mention(NamedTuple):
    """A name or date at its position in a text; `canonical` is the same name in all texts.

    `owner` is the country of a body whose name those of many countries have, None where it is not known.
    """

    start: int
    end: int
    type: EntityType
    text: str
    canonical: str
    owner: str | None = None

    @property
    def identity(self) -> str:
        """The canonical name, with the country of a body whose name those of many countries have."""
        return identity(self.canonical, self.owner)


class Meeting(NamedTuple):
    """The meeting or call that a text reports; `sides` are common names of countries or organizations.

    `evidence` maps a field to the range of the text that it was read from; `unsure` are the fields that the text only
    suggests. `stated` are the fields that the document itself or a person states, which outrank the text.
    """

    series: str | None = None
    ordinal: int | None = None
    date: str | None = None
    format: MeetingFormat | None = None
    city: str | None = None
    country: str | None = None
    sides: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    next: str | None = None
    evidence: Mapping[str, tuple[int, int]] = MappingProxyType({})
    unsure: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()

    def is_unsure(self, *fields: str) -> bool:
        """Whether the text only suggests one of some fields."""
        return any(field in self.unsure for field in fields)


class Attendee(NamedTuple):
    """A person and the role at the meeting; the span is the name in the sentence that states the role."""

    start: int
    end: int
    name: str
    title: str | None
    side: str | None
    role: Role


class Commitment(NamedTuple):
    """A sentence in which a side commits itself to an act."""

    start: int
    end: int
    actor: str | None
    verb: str
    text: str


class Annotation(NamedTuple):
    """All facts found in a text; `mentions` are in order and never overlap, `kind` is None for an unknown kind.

    `series_label` is the series of the meeting as lists show it, with its parties where several pairs have such a body.
    """

    mentions: tuple[Mention, ...] = ()
    meeting: Meeting | None = None
    attendance: tuple[Attendee, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    kind: Kind | None = None
    series_label: str | None = None


class Block(NamedTuple):
    """A paragraph of a text with its kind.

    `level` is that of a heading (1 to 6), of a list item or of a quotation (1 is the outermost). The level of a
    paragraph is that of the list item that it continues, None outside of lists. `columns` are the columns of the cells
    of a table row, counted from 0; the cells are separated by ` | ` in the text, which leaves out empty ones. `strong`
    marks a paragraph all in bold letters, which many sources use for headings.
    """

    start: int
    end: int
    kind: BlockKind
    level: int | None = None
    columns: tuple[int, ...] = ()
    strong: bool = False


class Link(NamedTuple):
    """A part of a text that leads to a web or mail address."""

    start: int
    end: int
    url: str


class Document(NamedTuple):
    """The cleaned text of a source: paragraphs without line breaks, separated by blank lines.

    `facts` are statements of the source about the meeting under the keys of front matter (`id`, `series`, `ordinal`,
    `date`, `city`, `country`, `sides`, `leads`, `next`); `meeting` says that they stand under that key. `date` is the
    date of the document and `published` its time with zone, ISO 8601, if the source has one. `removed` describes the
    text that cleaning dropped, and `unsure` the facts that a person should check. `blocks` has one block for each
    paragraph, the title included; `links` are in order and never overlap.
    """

    title: str
    body: str
    date: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    text_status: TextStatus = "unknown"
    facts: Mapping[str, object] = MappingProxyType({})
    removed: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def text(self) -> str:
        """Title, blank line and body, in which all offsets count."""
        return f"{self.title}\n\n{self.body}" if self.body else self.title


class Entry(NamedTuple):
    """The metadata that list, sort and group a brief without opening its file.

    `date` is the date of the document, else of the meeting. `path` is relative to the library, with `/`; `url` is the
    address of the text.
    """

    id: str
    title: str
    date: str | None
    series: str | None
    ordinal: int | None
    city: str | None
    country: str | None
    path: str
    url: str | None = None


class Brief(NamedTuple):
    """A brief with its entry, its text with blocks and links, and the annotation of the text."""

    entry: Entry
    source: str | None
    url: str | None
    text_status: TextStatus
    text: str
    annotation: Annotation
    removed: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def body_start(self) -> int:
        """The offset of the body in the text, after the title and a blank line."""
        gap = self.text.find("\n\n")
        return len(self.text) if gap < 0 else gap + 2


class Hit(NamedTuple):
    """A brief found by a query; values that a quick search leaves out are None."""

    id: str
    title: str
    date: str | None
    series: str | None
    ordinal: int | None
    path: str
    url: str | None = None
    score: float | None = None
    matches: int | None = None
    snippet: str | None = None


class HitList(Sequence[Hit]):
    """Hits each of which is made when it is read."""

    @abstractmethod
    def place(self, id: str) -> int | None:
        """Return the position of the brief of an ID, None if it is not among the hits."""

    @abstractmethod
    def holds(self, id: str) -> bool:
        """Tell whether the brief of an ID is among the hits, which is quicker than its position."""

    @abstractmethod
    def ids(self, start: int, end: int) -> list[str]:
        """Return the IDs of the hits from one position to before another."""


class Results(NamedTuple):
    """The answer to a query: `total` counts all hits, `hits` are the requested number of them, a `HitList` if many.

    `understood` describes in words how the query was parsed; `facets` counts hits by series, year, kind of text,
    side of a meeting (`with`), person, organization and place.
    """

    query: str
    understood: str
    total: int
    hits: Sequence[Hit]
    suggestion: str | None = None
    took_ms: float = 0.0
    facets: Mapping[str, Mapping[str, int]] | None = None


class Completion(NamedTuple):
    """A completion of a query: `text` replaces all from offset `start` on."""

    start: int
    text: str


class SavedSearch(NamedTuple):
    """A saved query with the briefs found now and the new ones among them since it was `visited`, an ISO date."""

    query: str
    found: tuple[str, ...]
    new: frozenset[str]
    visited: str | None


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


class Problem(NamedTuple):
    """A fault as a person reads it: the place, the fault and the remedy."""

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


class BriefreaderError(Exception):
    """An error whose message is one sentence for a person with the fault, its place and the remedy."""


class SourceError(BriefreaderError):
    """A file cannot be read as a brief."""


class LibraryError(BriefreaderError):
    """A library cannot be read or written."""


class IndexLostError(LibraryError):
    """The search index is damaged or missing; an update rebuilds it."""


class NotFoundError(BriefreaderError):
    """No brief, name or series is meant, or several are; `candidates` are possible briefs, `names` possible names."""

    def __init__(self, message: str, candidates: tuple[Entry, ...] = (), names: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates
        self.names = names


class SettingsError(BriefreaderError):
    """A setting or a list of names has a mistake; the message names file, line and key."""


class UsageError(BriefreaderError):
    """The command line has a mistake."""


class NameUses(NamedTuple):
    """The number of briefs that hold a name, and the newest of them."""

    total: int = 0
    newest: tuple[Entry, ...] = ()


class Place(NamedTuple):
    """A labelled path of files of the program or the user."""

    label: str
    path: Path
