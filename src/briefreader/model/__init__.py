"""Defines the immutable values that the rooms exchange, and the errors with messages for a person.

Offsets are character offsets (Python `str`), ends exclusive. Dates are ISO 8601 cut to the known precision: `2025`,
`2025-03` or `2025-03-14`. An unknown value is `None`, never a guess.
"""

from briefreader.model.annotation import (
    ENTITY_TYPES,
    Annotation,
    Attendee,
    Commitment,
    EntityType,
    Kind,
    Meeting,
    MeetingFormat,
    Mention,
    Role,
    identity,
)
from briefreader.model.brief import Brief, Entry
from briefreader.model.document import TEXT_STATUS_WORDS, TEXT_STATUSES, Block, BlockKind, Document, Link, TextStatus
from briefreader.model.dossier import (
    Attended,
    Companion,
    Dossier,
    NameUses,
    Occurrence,
    OfficeHeld,
    OfficeHolder,
    Quotation,
)
from briefreader.model.errors import (
    BriefreaderError,
    IndexLostError,
    LibraryError,
    NotFoundError,
    Problem,
    ReadOnlyError,
    SettingsError,
    SourceError,
    UsageError,
)
from briefreader.model.first_claim import ClaimTime, FirstClaim, FirstEvent, MeetingLevel
from briefreader.model.note import Elsewhere, KeptNote, Note
from briefreader.model.results import Completion, Hit, HitList, Results, SavedSearch, Sort
from briefreader.model.span import Span

__all__ = [
    "ENTITY_TYPES",
    "TEXT_STATUSES",
    "TEXT_STATUS_WORDS",
    "Annotation",
    "Attended",
    "Attendee",
    "Block",
    "BlockKind",
    "Brief",
    "BriefreaderError",
    "ClaimTime",
    "Commitment",
    "Companion",
    "Completion",
    "Document",
    "Dossier",
    "Elsewhere",
    "EntityType",
    "Entry",
    "FirstClaim",
    "FirstEvent",
    "Hit",
    "HitList",
    "IndexLostError",
    "KeptNote",
    "Kind",
    "LibraryError",
    "Link",
    "Meeting",
    "MeetingFormat",
    "MeetingLevel",
    "Mention",
    "NameUses",
    "NotFoundError",
    "Note",
    "Occurrence",
    "OfficeHeld",
    "OfficeHolder",
    "Problem",
    "Quotation",
    "ReadOnlyError",
    "Results",
    "Role",
    "SavedSearch",
    "SettingsError",
    "Sort",
    "SourceError",
    "Span",
    "TextStatus",
    "UsageError",
    "identity",
]
