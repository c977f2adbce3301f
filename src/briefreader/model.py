"""What the rooms hand to each other: frozen values, and the errors a person is told about.

Offsets are character offsets (Python `str`), ends exclusive. Dates are ISO 8601 cut to the precision known:
`2025`, `2025-03` or `2025-03-14`. Unknown is `None`, never a guess.
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

ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)
TEXT_STATUSES: tuple[TextStatus, ...] = get_args(TextStatus)


class Mention(NamedTuple):
    """A name or date where it stands in a text; `canonical` is the name it goes by everywhere."""

    start: int
    end: int
    type: EntityType
    text: str
    canonical: str


class Meeting(NamedTuple):
    """The meeting or call that a text reports. `sides` are common country or organization names."""

    series: str | None = None
    ordinal: int | None = None
    date: str | None = None
    format: MeetingFormat | None = None
    city: str | None = None
    country: str | None = None
    sides: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    next: str | None = None


class Attendee(NamedTuple):
    """A person and the part taken in the meeting; the span is the name where the text says so."""

    start: int
    end: int
    name: str
    title: str | None
    side: str | None
    role: Role


class Commitment(NamedTuple):
    """A sentence in which a side binds itself to an act."""

    start: int
    end: int
    actor: str | None
    verb: str
    text: str


class Annotation(NamedTuple):
    """All that a text says, as far as it was understood; `mentions` are in order and never overlap."""

    mentions: tuple[Mention, ...] = ()
    meeting: Meeting | None = None
    attendance: tuple[Attendee, ...] = ()
    commitments: tuple[Commitment, ...] = ()


class Document(NamedTuple):
    """One text as a source gave it, cleaned: paragraphs parted by a blank line, no line break inside one.

    `facts` holds what the source states about the meeting under the keys of a brief's front matter (`id`, `series`,
    `ordinal`, `date`, `city`, `country`, `sides`, `leads`, `next`); `date` is the date of the document and
    `published` its moment with zone, ISO 8601, where the source has one. `removed` says in words what cleaning
    dropped, `unsure` what a person should check.
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

    @property
    def text(self) -> str:
        """Title, blank line, body: what every offset counts in."""
        return f"{self.title}\n\n{self.body}" if self.body else self.title


class Entry(NamedTuple):
    """A brief's line in the catalogue: enough to list, sort and group it without opening its file.

    `date` is the date of the document, else of the meeting. `path` is relative to the library, with `/`.
    """

    id: str
    title: str
    date: str | None
    series: str | None
    ordinal: int | None
    city: str | None
    country: str | None
    path: str


class Brief(NamedTuple):
    """One brief as it is read: its catalogue line, its text, and what the text says."""

    entry: Entry
    source: str | None
    url: str | None
    text_status: TextStatus
    text: str
    annotation: Annotation
    removed: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()

    @property
    def body_start(self) -> int:
        """Where the body begins in the text: after the title and a blank line."""
        gap = self.text.find("\n\n")
        return len(self.text) if gap < 0 else gap + 2


class Hit(NamedTuple):
    """A brief found by a query; what a quick search leaves out is None."""

    id: str
    title: str
    date: str | None
    series: str | None
    ordinal: int | None
    score: float | None = None
    matches: int | None = None
    snippet: str | None = None


class HitList(Sequence[Hit]):
    """Hits that are made when they are looked at."""

    @abstractmethod
    def place(self, id: str) -> int | None:
        """Return where the brief of an ID stands, None where it is not among them."""


class Results(NamedTuple):
    """The answer to a query: `total` counts all hits, `hits` holds as many as were asked for, a `HitList` if many.

    `understood` says in words how the query was read; `facets` counts hits by series, year, person, organization
    and place.
    """

    query: str
    understood: str
    total: int
    hits: Sequence[Hit]
    suggestion: str | None = None
    took_ms: float = 0.0
    facets: Mapping[str, Mapping[str, int]] | None = None


class Completion(NamedTuple):
    """A query's last word as it is meant to become: what stands from `start` on makes room for `text`."""

    start: int
    text: str


class SavedSearch(NamedTuple):
    """A query kept for later: what it finds now and, of that, what it did not find when `visited`, an ISO date."""

    query: str
    found: tuple[str, ...]
    new: frozenset[str]
    visited: str | None


class Quotation(NamedTuple):
    """A sentence of a brief's text that holds a name; start and end count in the text, `spans` in the sentence."""

    start: int
    end: int
    text: str
    spans: tuple[tuple[int, int], ...]


class Occurrence(NamedTuple):
    """A brief that mentions a name: how often, title included, and in which sentences."""

    entry: Entry
    times: int
    sentences: tuple[Quotation, ...]


class OfficeHeld(NamedTuple):
    """An office that briefs give a person, with the dates of the first and the last that do, None where undated."""

    title: str
    first: str | None
    last: str | None


class Attended(NamedTuple):
    """A meeting that somebody took part in, with the part and for whom; of a country or body, as one of the sides."""

    entry: Entry
    role: Role
    side: str | None


class Companion(NamedTuple):
    """A person named in the same briefs, and in how many."""

    name: str
    briefs: int


class Dossier(NamedTuple):
    """What a library says about a name. `aliases` are its other spellings, in the library and in the lists.

    `mentions` and `attended` are newest first, `together` most frequent first. Of a name in very many briefs only the
    most recent are read: `truncated` is the number of older ones left out.
    """

    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    titles: tuple[OfficeHeld, ...] = ()
    mentions: tuple[Occurrence, ...] = ()
    attended: tuple[Attended, ...] = ()
    together: tuple[Companion, ...] = ()
    truncated: int = 0


class Problem(NamedTuple):
    """Something wrong, as a person is told it: where, what, and what to do."""

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


class BriefreaderError(Exception):
    """An error a person is told in one sentence: `str()` says what, where and what to do."""


class SourceError(BriefreaderError):
    """A file that cannot be made into a brief."""


class LibraryError(BriefreaderError):
    """A library that cannot be read or written."""


class IndexLostError(LibraryError):
    """The search index is damaged or not there; an update makes it anew."""


class NotFoundError(BriefreaderError):
    """No brief, name or series of that name, or several; `candidates` lists the briefs meant, `names` the names."""

    def __init__(self, message: str, candidates: tuple[Entry, ...] = (), names: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates
        self.names = names


class SettingsError(BriefreaderError):
    """A setting that cannot be used: says file, line and key."""


class Place(NamedTuple):
    """One place on disk where something is kept."""

    label: str
    path: Path
