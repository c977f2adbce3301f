"""Tells what changed from one brief to another, for people and as JSON."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from briefreader.cli.printing import ACCENT, BOLD, QUIET, Output
from briefreader.library import (
    SIGNS,
    ChangeKind,
    Comparison,
    Part,
    Phrase,
    Shift,
    Side,
    Tally,
    UnifiedText,
    counts,
    figure,
    other_forms,
    passage_in_words,
    rewording_in_words,
    shift_in_words,
    words_at,
)
from briefreader.model import Brief
from briefreader.text import Span, paragraphs

_STYLES: Mapping[ChangeKind, str] = {"insert": "32", "delete": "31", "replace": "33", "move": "36", "routine": QUIET}
_KEY = "[old → new]  [- gone]  [+ new]  {routine}"


def record(found: Comparison) -> dict[str, object]:
    """Return the answer of `compare`."""
    return {
        "a": {"id": found.a.entry.id, "text": found.a.text},
        "b": {"id": found.b.entry.id, "text": found.b.text},
        "warning": found.warning,
        "changes": [*_changes_record(found)],
        "counts": _counts_record(found.tally),
        "similarity": found.similarity,
        "rank": found.rank,
        "strength": [_shift_record(shift) for shift in found.strength],
        "marks": [each.word for each in found.marks],
        "gone_phrases": [_phrase_record(each) for each in found.gone_phrases],
        "new_phrases": [_phrase_record(each) for each in found.new_phrases],
    }


def _changes_record(found: Comparison) -> Iterator[dict[str, object]]:
    """Yield the changes; those with sentences that were perhaps reworded tell both forms of each."""
    forms = other_forms(found)
    for number, change in enumerate(found.changes):
        reworded = [each.rewording._asdict() for each in forms.get(number, ())]
        yield {**change._asdict(), **({"perhaps_reworded": reworded} if reworded else {})}


def _counts_record(tally: Tally) -> dict[str, object]:
    """Return the number of whole sentences, and of the changes of words inside the sentences that were carried over."""
    return {
        "sentences": {"new": tally.new, "gone": tally.gone, "moved": tally.moved},
        "words": {"replaced": tally.replaced, "inserted": tally.inserted, "deleted": tally.deleted},
        "routine": tally.routine,
    }


def _phrase_record(phrase: Phrase) -> dict[str, object]:
    """Return a phrase with its place and its sentence, in the text of a where it is gone, else in that of b."""
    return {
        "phrase": phrase.words,
        "span": phrase.span,
        "sentence": phrase.sentence,
        "count": phrase.times,
        "meetings": phrase.meetings,
    }


def _shift_record(shift: Shift) -> dict[str, object]:
    return shift._asdict()


def tell(out: Output, found: Comparison) -> None:
    """Print how much changed, and the changes in the order of reading: what is gone before what is new at its place."""
    for label, brief in (("a", found.a), ("b", found.b)):
        entry = brief.entry
        out.labelled(f"{label}  {entry.date or 'undated'}  ", QUIET, entry.id, entry.title)
    out.paragraph(out.style(figure(found), BOLD))
    out.paragraph(out.style(counts(found), BOLD))
    if found.warning:
        out.paragraph(f"note: {found.warning}")
    if found.marks:
        out.paragraph(f"words that mark b: {', '.join(each.word for each in found.marks)}")
    for told, phrases in (("phrases of a that are gone", found.gone_phrases), ("new phrases", found.new_phrases)):
        if phrases:
            out.paragraph(f"{told}: {' · '.join(each.words for each in phrases)}")
    for shift in found.strength:
        out.paragraph(out.style(shift_in_words(found, shift), ACCENT))
        out.paragraph(words_at(found.a, shift.sentence_a), indent="  a: ")
        out.paragraph(words_at(found.b, shift.sentence_b), indent="  b: ")
    if found.changes:
        out.line()
        out.paragraph(out.style(_KEY, QUIET))
    for passages in _told(found):
        out.line()
        for kind, words in passages:
            first, *rest = out.paragraph_lines(words, indent=f"{SIGNS[kind]} ")
            out.line(out.style(first[:1], _STYLES[kind]) + first[1:])
            for line in rest:
                out.line(line)


def _told(found: Comparison) -> Iterator[Sequence[tuple[ChangeKind, str]]]:
    """Yield what stands at one place: carried sentences that changed, or paragraphs that are gone, new or moved."""
    unified = UnifiedText(found.a.text, found.b.text, found.changes)
    words = [each for each in found.changes if each.kind != "move"]
    in_a = sorted((each.a.start, each.kind) for each in words if each.a)
    in_b = sorted((each.b.start, each.kind) for each in words if each.b)
    for stretch in found.stretches:
        if stretch.is_carried:
            a, b = stretch.a[0].span, stretch.b[0].span
            kinds = _kinds_in(in_a, a) | _kinds_in(in_b, b)
            if kinds:
                yield [("routine" if kinds == {"routine"} else "replace", passage_in_words(found, unified, a, b))]
            continue
        told: list[tuple[ChangeKind, str]] = []
        for part in stretch.a:
            change = found.changes[part.change] if part.change is not None else None
            if change is not None and change.kind != "move":
                told += (("delete", words) for words in _apart(found, "a", part))
        for part in stretch.b:
            change = found.changes[part.change] if part.change is not None else None
            if change is not None and change.kind == "move" and change.a and change.b:
                told.append(("move", f"moved: {passage_in_words(found, unified, change.a, change.b)}"))
            elif change is not None:
                told += (("insert", words) for words in _apart(found, "b", part))
        if told:
            yield told


def _kinds_in(changes: Sequence[tuple[int, ChangeKind]], span: Span) -> set[ChangeKind]:
    """Return the kinds of the changes that begin in a span; `changes` are in order."""
    first, end = (bisect_left(changes, (offset, "")) for offset in span)
    return {kind for _, kind in changes[first:end]}


def _apart(found: Comparison, side: Side, part: Part) -> Iterator[str]:
    """Yield the paragraphs of a part that is gone or new, with a remark where it was perhaps reworded."""
    brief = found.a if side == "a" else found.b
    remark = rewording_in_words(found.stretches, part.rewording, side) if part.rewording is not None else ""
    for words in _paragraphs(brief, part.span):
        yield f"{remark}: {words}" if remark else words


def _paragraphs(brief: Brief, part: Span) -> Iterator[str]:
    for span in paragraphs(brief.text[part.start : part.end]):
        yield words_at(brief, Span(part.start + span.start, part.start + span.end))
