"""Compares briefs: the wording of two of them, a phrase through a series, and what was promised with what was held."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from briefreader.compare.comparison import Comparison as Comparison
    from briefreader.compare.comparison import compared as compared
    from briefreader.compare.comparison import similarity_of as similarity_of
    from briefreader.compare.comparison import wording_of as wording_of
    from briefreader.compare.in_words import KIND_WORDS as KIND_WORDS
    from briefreader.compare.in_words import SIGNS as SIGNS
    from briefreader.compare.in_words import change_in_words as change_in_words
    from briefreader.compare.in_words import counts as counts
    from briefreader.compare.in_words import figure as figure
    from briefreader.compare.in_words import passage_in_words as passage_in_words
    from briefreader.compare.in_words import shift_in_words as shift_in_words
    from briefreader.compare.in_words import words_at as words_at
    from briefreader.compare.phrases.phrases import Phrase as Phrase
    from briefreader.compare.phrases.phrases import gone_phrases as gone_phrases
    from briefreader.compare.phrases.phrases import new_phrases as new_phrases
    from briefreader.compare.redline.brackets import BRACES as BRACES
    from briefreader.compare.redline.brackets import BRACKETS as BRACKETS
    from briefreader.compare.redline.brackets import Brackets as Brackets
    from briefreader.compare.redline.brackets import bracketed as bracketed
    from briefreader.compare.redline.change import Change as Change
    from briefreader.compare.redline.change import ChangeKind as ChangeKind
    from briefreader.compare.redline.change import Rewording as Rewording
    from briefreader.compare.redline.one_text import Piece as Piece
    from briefreader.compare.redline.one_text import Side as Side
    from briefreader.compare.redline.one_text import UnifiedText as UnifiedText
    from briefreader.compare.redline.redline import redlined as redlined
    from briefreader.compare.redline.stretches import Part as Part
    from briefreader.compare.redline.stretches import Stretch as Stretch
    from briefreader.compare.redline.tally import Tally as Tally
    from briefreader.compare.reworded_in_words import DOUBT_SIGN as DOUBT_SIGN
    from briefreader.compare.reworded_in_words import OtherForm as OtherForm
    from briefreader.compare.reworded_in_words import changes_in_words as changes_in_words
    from briefreader.compare.reworded_in_words import other_forms as other_forms
    from briefreader.compare.reworded_in_words import rewording_in_words as rewording_in_words
    from briefreader.compare.series.agenda import Held as Held
    from briefreader.compare.series.agenda import Promise as Promise
    from briefreader.compare.series.agenda import promises as promises
    from briefreader.compare.series.attendance import AttendanceMatrix as AttendanceMatrix
    from briefreader.compare.series.attendance import AttendanceRow as AttendanceRow
    from briefreader.compare.series.attendance import LeadRank as LeadRank
    from briefreader.compare.series.attendance import Seat as Seat
    from briefreader.compare.series.attendance import attendance_matrix as attendance_matrix
    from briefreader.compare.series.claims import CheckedClaim as CheckedClaim
    from briefreader.compare.series.claims import MeetingFacts as MeetingFacts
    from briefreader.compare.series.claims import SeriesOfClaims as SeriesOfClaims
    from briefreader.compare.series.claims import checked_claims as checked_claims
    from briefreader.compare.series.commitments import FollowedCommitment as FollowedCommitment
    from briefreader.compare.series.commitments import followed_commitments as followed_commitments
    from briefreader.compare.series.periods import promised_period as promised_period
    from briefreader.compare.series.ranks import RANK_NAMES as RANK_NAMES
    from briefreader.compare.series.ranks import rank_of as rank_of
    from briefreader.compare.series.trace import Trace as Trace
    from briefreader.compare.series.trace import TraceRow as TraceRow
    from briefreader.compare.series.trace import in_both_numbers as in_both_numbers
    from briefreader.compare.series.trace import traced as traced
    from briefreader.compare.similarity import MarkingWord as MarkingWord
    from briefreader.compare.strength.ladders import read_ladders as read_ladders
    from briefreader.compare.strength.strength import Shift as Shift
    from briefreader.compare.wording import Wording as Wording

# No start of the program needs this room, so a name is imported when it is first used.
_MODULES: Final = {
    "RANK_NAMES": "series.ranks",
    "rank_of": "series.ranks",
    "CheckedClaim": "series.claims",
    "MeetingFacts": "series.claims",
    "SeriesOfClaims": "series.claims",
    "checked_claims": "series.claims",
    "followed_commitments": "series.commitments",
    "FollowedCommitment": "series.commitments",
    "attendance_matrix": "series.attendance",
    "Seat": "series.attendance",
    "LeadRank": "series.attendance",
    "AttendanceRow": "series.attendance",
    "AttendanceMatrix": "series.attendance",
    **dict.fromkeys(("BRACES", "BRACKETS", "Brackets", "bracketed"), "redline.brackets"),
    "Change": "redline.change",
    "ChangeKind": "redline.change",
    "Comparison": "comparison",
    "Held": "series.agenda",
    "MarkingWord": "similarity",
    "Part": "redline.stretches",
    "Piece": "redline.one_text",
    "Side": "redline.one_text",
    "Phrase": "phrases.phrases",
    "gone_phrases": "phrases.phrases",
    "new_phrases": "phrases.phrases",
    "wording_of": "comparison",
    "Promise": "series.agenda",
    "Shift": "strength.strength",
    "Stretch": "redline.stretches",
    "Tally": "redline.tally",
    "Rewording": "redline.change",
    "Trace": "series.trace",
    "TraceRow": "series.trace",
    "compared": "comparison",
    "in_both_numbers": "series.trace",
    "promised_period": "series.periods",
    "promises": "series.agenda",
    "read_ladders": "strength.ladders",
    "redlined": "redline.redline",
    "similarity_of": "comparison",
    "traced": "series.trace",
    "UnifiedText": "redline.one_text",
    "Wording": "wording",
    **dict.fromkeys(
        (
            "KIND_WORDS",
            "SIGNS",
            "change_in_words",
            "counts",
            "figure",
            "passage_in_words",
            "shift_in_words",
            "words_at",
        ),
        "in_words",
    ),
    **dict.fromkeys(
        ("DOUBT_SIGN", "OtherForm", "changes_in_words", "other_forms", "rewording_in_words"), "reworded_in_words"
    ),
}

__all__ = [
    "BRACES",
    "BRACKETS",
    "DOUBT_SIGN",
    "KIND_WORDS",
    "RANK_NAMES",
    "SIGNS",
    "AttendanceMatrix",
    "AttendanceRow",
    "Change",
    "ChangeKind",
    "CheckedClaim",
    "Comparison",
    "FollowedCommitment",
    "Held",
    "LeadRank",
    "MarkingWord",
    "MeetingFacts",
    "OtherForm",
    "Phrase",
    "Promise",
    "Rewording",
    "Seat",
    "SeriesOfClaims",
    "Shift",
    "Side",
    "Tally",
    "Trace",
    "TraceRow",
    "UnifiedText",
    "Wording",
    "attendance_matrix",
    "bracketed",
    "change_in_words",
    "changes_in_words",
    "checked_claims",
    "compared",
    "counts",
    "figure",
    "followed_commitments",
    "gone_phrases",
    "in_both_numbers",
    "new_phrases",
    "other_forms",
    "passage_in_words",
    "promised_period",
    "promises",
    "rank_of",
    "read_ladders",
    "redlined",
    "rewording_in_words",
    "shift_in_words",
    "similarity_of",
    "traced",
    "words_at",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
