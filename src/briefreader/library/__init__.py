"""Does what a person asks of a folder of briefs: finds, reads, adds, removes and checks them."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from briefreader.indexing import IndexReport
from briefreader.library.catalogue.overview import Overview
from briefreader.library.catalogue.series import Series
from briefreader.library.catalogue.title_words import TitleWords
from briefreader.library.choice import choose, choose_for_adding, falls_back_to_sample, sample_folder
from briefreader.library.corrections.own_meetings import Corrected, Marked
from briefreader.library.importing.inputs import STANDARD_INPUT, Added, list_inputs
from briefreader.library.library import Library
from briefreader.library.remembering.remembered import Remembered, View

if TYPE_CHECKING:
    from briefreader.annotate import family_name as family_name
    from briefreader.compare import BRACES as BRACES
    from briefreader.compare import BRACKETS as BRACKETS
    from briefreader.compare import DOUBT_SIGN as DOUBT_SIGN
    from briefreader.compare import KIND_WORDS as KIND_WORDS
    from briefreader.compare import RANK_NAMES as RANK_NAMES
    from briefreader.compare import SIGNS as SIGNS
    from briefreader.compare import AttendanceMatrix as AttendanceMatrix
    from briefreader.compare import AttendanceRow as AttendanceRow
    from briefreader.compare import Brackets as Brackets
    from briefreader.compare import Change as Change
    from briefreader.compare import ChangeKind as ChangeKind
    from briefreader.compare import Comparison as Comparison
    from briefreader.compare import FollowedCommitment as FollowedCommitment
    from briefreader.compare import LeadRank as LeadRank
    from briefreader.compare import Part as Part
    from briefreader.compare import Phrase as Phrase
    from briefreader.compare import Rewording as Rewording
    from briefreader.compare import Seat as Seat
    from briefreader.compare import Shift as Shift
    from briefreader.compare import Side as Side
    from briefreader.compare import Stretch as Stretch
    from briefreader.compare import Tally as Tally
    from briefreader.compare import Trace as Trace
    from briefreader.compare import UnifiedText as UnifiedText
    from briefreader.compare import bracketed as bracketed
    from briefreader.compare import change_in_words as change_in_words
    from briefreader.compare import counts as counts
    from briefreader.compare import figure as figure
    from briefreader.compare import other_forms as other_forms
    from briefreader.compare import passage_in_words as passage_in_words
    from briefreader.compare import rewording_in_words as rewording_in_words
    from briefreader.compare import shift_in_words as shift_in_words
    from briefreader.compare import words_at as words_at
    from briefreader.library.comparing.agenda import PromisedMeeting as PromisedMeeting
    from briefreader.library.comparing.claim_tables import claims_table as claims_table
    from briefreader.library.comparing.claim_tables import reason_words as reason_words
    from briefreader.library.comparing.claim_tables import verdict_words as verdict_words
    from briefreader.library.comparing.claims import ReportedClaim as ReportedClaim
    from briefreader.library.comparing.claims import SeriesClaims as SeriesClaims
    from briefreader.library.comparing.comparing import Sentence as Sentence
    from briefreader.library.comparing.comparison_tables import Table as Table
    from briefreader.library.comparing.comparison_tables import agenda_table as agenda_table
    from briefreader.library.comparing.comparison_tables import attendance_table as attendance_table
    from briefreader.library.comparing.comparison_tables import commitments_table as commitments_table
    from briefreader.library.comparing.comparison_tables import meeting_labels as meeting_labels
    from briefreader.library.comparing.comparison_tables import meetings_table as meetings_table
    from briefreader.library.comparing.comparison_tables import phrases_table as phrases_table
    from briefreader.library.comparing.comparison_tables import seat_words as seat_words
    from briefreader.library.comparing.comparison_tables import trace_table as trace_table
    from briefreader.library.dossiers import bearers as bearers
    from briefreader.library.dossiers import is_bearer as is_bearer
    from briefreader.library.exporting.brief_json import brief_record as brief_record
    from briefreader.library.exporting.exporting import EXPORT_FORMATS as EXPORT_FORMATS
    from briefreader.library.exporting.exporting import ExportFormat as ExportFormat
    from briefreader.library.exporting.note_json import note_record as note_record
    from briefreader.library.file_to_edit import FileToEdit as FileToEdit
    from briefreader.library.remembering.last_session import Session as Session
    from briefreader.library.remembering.reading import Reading as Reading
    from briefreader.notes import FORMATS as FORMATS
    from briefreader.notes import Citation as Citation
    from briefreader.notes import CitationFormat as CitationFormat
    from briefreader.notes import cited as cited
    from briefreader.notes import cited_all as cited_all
    from briefreader.notes import passage_in as passage_in

# No start of the program needs these, so they are imported when they are first used.
_MODULES: Final = {
    "EXPORT_FORMATS": "briefreader.library.exporting.exporting",
    "ExportFormat": "briefreader.library.exporting.exporting",
    "FileToEdit": "briefreader.library.file_to_edit",
    "PromisedMeeting": "briefreader.library.comparing.agenda",
    "Reading": "briefreader.library.remembering.reading",
    "Session": "briefreader.library.remembering.last_session",
    "Sentence": "briefreader.library.comparing.comparing",
    **dict.fromkeys(
        (
            "Table",
            "agenda_table",
            "attendance_table",
            "commitments_table",
            "meeting_labels",
            "meetings_table",
            "phrases_table",
            "seat_words",
            "trace_table",
        ),
        "briefreader.library.comparing.comparison_tables",
    ),
    **dict.fromkeys(("claims_table", "reason_words", "verdict_words"), "briefreader.library.comparing.claim_tables"),
    **dict.fromkeys(("ReportedClaim", "SeriesClaims"), "briefreader.library.comparing.claims"),
    "family_name": "briefreader.annotate",
    "bearers": "briefreader.library.dossiers",
    "brief_record": "briefreader.library.exporting.brief_json",
    "note_record": "briefreader.library.exporting.note_json",
    "is_bearer": "briefreader.library.dossiers",
    **dict.fromkeys(
        (
            "DOUBT_SIGN",
            "KIND_WORDS",
            "SIGNS",
            "RANK_NAMES",
            "AttendanceMatrix",
            "AttendanceRow",
            "FollowedCommitment",
            "LeadRank",
            "Seat",
            "Trace",
            "Change",
            "ChangeKind",
            "Comparison",
            "Part",
            "Phrase",
            "Rewording",
            "Shift",
            "Side",
            "Stretch",
            "Tally",
            "UnifiedText",
            "BRACES",
            "BRACKETS",
            "Brackets",
            "bracketed",
            "change_in_words",
            "counts",
            "figure",
            "other_forms",
            "passage_in_words",
            "rewording_in_words",
            "shift_in_words",
            "words_at",
        ),
        "briefreader.compare",
    ),
    **dict.fromkeys(("FORMATS", "Citation", "CitationFormat", "cited", "cited_all", "passage_in"), "briefreader.notes"),
}

__all__ = [
    "BRACES",
    "BRACKETS",
    "DOUBT_SIGN",
    "EXPORT_FORMATS",
    "FORMATS",
    "KIND_WORDS",
    "RANK_NAMES",
    "SIGNS",
    "STANDARD_INPUT",
    "Added",
    "AttendanceMatrix",
    "AttendanceRow",
    "Change",
    "ChangeKind",
    "Citation",
    "CitationFormat",
    "Comparison",
    "Corrected",
    "ExportFormat",
    "FileToEdit",
    "FollowedCommitment",
    "IndexReport",
    "LeadRank",
    "Library",
    "Marked",
    "Overview",
    "Part",
    "Phrase",
    "PromisedMeeting",
    "Reading",
    "Remembered",
    "ReportedClaim",
    "Seat",
    "Sentence",
    "Series",
    "SeriesClaims",
    "Session",
    "Shift",
    "Side",
    "Stretch",
    "Table",
    "Tally",
    "TitleWords",
    "Trace",
    "UnifiedText",
    "View",
    "agenda_table",
    "attendance_table",
    "bearers",
    "bracketed",
    "brief_record",
    "change_in_words",
    "choose",
    "choose_for_adding",
    "cited",
    "cited_all",
    "claims_table",
    "commitments_table",
    "counts",
    "falls_back_to_sample",
    "family_name",
    "figure",
    "is_bearer",
    "list_inputs",
    "meeting_labels",
    "meetings_table",
    "note_record",
    "passage_in",
    "passage_in_words",
    "phrases_table",
    "reason_words",
    "sample_folder",
    "seat_words",
    "shift_in_words",
    "trace_table",
    "verdict_words",
    "words_at",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULES[name]), name)
    globals()[name] = value
    return value
