"""Tells what changed from one brief to another, for people and as JSON."""

from collections.abc import Mapping

from briefreader.cli.printing import ACCENT, BOLD, QUIET, Output
from briefreader.compare import (
    SIGNS,
    Change,
    ChangeKind,
    Comparison,
    Phrase,
    Shift,
    change_in_words,
    counts,
    figure,
    shift_in_words,
    words_at,
)

_STYLES: Mapping[ChangeKind, str] = {"insert": "32", "delete": "31", "replace": "33", "move": "36", "routine": QUIET}


def record(found: Comparison) -> dict[str, object]:
    """Return the answer of `compare`."""
    return {
        "a": {"id": found.a.entry.id, "text": found.a.text},
        "b": {"id": found.b.entry.id, "text": found.b.text},
        "warning": found.warning,
        "changes": [each._asdict() for each in found.changes],
        "similarity": found.similarity,
        "rank": found.rank,
        "strength": [_shift_record(shift) for shift in found.strength],
        "marks": [each.word for each in found.marks],
        "gone_phrases": [_phrase_record(each) for each in found.gone_phrases],
        "new_phrases": [_phrase_record(each) for each in found.new_phrases],
    }


def _phrase_record(phrase: Phrase) -> dict[str, object]:
    """Return a phrase with its place: in the text of a where it is gone, in that of b where it is new."""
    return {"phrase": phrase.words, "span": phrase.span, "count": phrase.times, "meetings": phrase.meetings}


def _shift_record(shift: Shift) -> dict[str, object]:
    return shift._asdict()


def tell(out: Output, found: Comparison) -> None:
    """Print the changes."""
    for label, brief in (("a", found.a), ("b", found.b)):
        entry = brief.entry
        out.labelled(f"{label}  {entry.date or 'undated'}  ", QUIET, entry.id, entry.title)
    out.paragraph(out.style(f"{figure(found)} · {counts(found)}", BOLD))
    if found.warning:
        out.paragraph(f"note: {found.warning}")
    if found.marks:
        out.paragraph(f"words that mark b: {', '.join(each.word for each in found.marks)}")
    for told, phrases in (("phrases of a that are gone", found.gone_phrases), ("new phrases", found.new_phrases)):
        if phrases:
            out.paragraph(f"{told}: {' · '.join(each.words for each in phrases)}")
    for shift in found.strength:
        out.paragraph(out.style(shift_in_words(found, shift), ACCENT))
        out.paragraph(words_at(found.b, shift.sentence_b), indent="  ")
    for change in found.changes:
        out.line()
        sign = out.style(f"{SIGNS[change.kind]} ", _STYLES[change.kind])
        out.paragraph(_told(found, change), indent=sign if not out.width else f"{SIGNS[change.kind]} ")


def _told(found: Comparison, change: Change) -> str:
    words = change_in_words(found, change)
    return f"moved: {words}" if change.kind == "move" else words
