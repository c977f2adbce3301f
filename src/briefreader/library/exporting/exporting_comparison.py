"""Writes a comparison as one document for other programs, with the citations of both briefs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from briefreader.compare import (
    KIND_WORDS,
    Change,
    Comparison,
    OtherForm,
    Part,
    Piece,
    Shift,
    Side,
    UnifiedText,
    change_in_words,
    changes_in_words,
    counts,
    figure,
    other_forms,
    rewording_in_words,
    shift_in_words,
    words_at,
)
from briefreader.library.exporting.exporting import ExportFormat, csv_row
from briefreader.model import Brief
from briefreader.notes import Citation, cited, markdown_line
from briefreader.text import Span, json_line, paragraphs

_COLUMNS = ("number", "kind", "a_id", "a_start", "a_end", "a_words", "b_id", "b_start", "b_end", "b_words", "remark")
_KEY = "~~struck~~ is gone, **bold** is new"


def exported_comparison(
    found: Comparison, format: ExportFormat, citation: Callable[[Brief], Citation]
) -> Iterator[str]:
    """Yield the document in parts, without the line breaks between them.

    Markdown is the whole redline; CSV and JSON lines have a row for each change.
    """
    if format == "markdown":
        yield from _markdown(found, citation)
    elif format == "csv":
        yield csv_row(_COLUMNS)
        yield from (csv_row(row.values()) for row in _rows(found))
    else:
        yield from map(json_line, _rows(found))


def _rows(found: Comparison) -> Iterator[Mapping[str, object]]:
    forms = other_forms(found)
    for number, (kind, a, b) in enumerate(found.changes, 1):
        values = (
            number, kind, found.a.entry.id, *(a or (None, None)), words_at(found.a, a),
            found.b.entry.id, *(b or (None, None)), words_at(found.b, b),
            changes_in_words(forms.get(number - 1, ())),
        )  # fmt: skip
        yield dict(zip(_COLUMNS, values, strict=True))


def _markdown(found: Comparison, citation: Callable[[Brief], Citation]) -> Iterator[str]:
    titles = [f"{each.entry.date or 'undated'} {each.entry.title}" for each in (found.a, found.b)]
    yield f"# {markdown_line(' → '.join(titles))}\n"
    yield f"{cited(citation(found.a), 'markdown')}\n\n{cited(citation(found.b), 'markdown')}\n"
    yield f"{figure(found)} · {counts(found)}\n"
    if found.warning:
        yield f"Note: {markdown_line(found.warning)}\n"
    if found.marks:
        yield f"Words that mark the newer text: {markdown_line(', '.join(each.word for each in found.marks))}\n"
    if found.strength:
        yield "".join(_shift(found, shift) for shift in found.strength)
    yield f"{_KEY}.\n"
    yield from (f"{paragraph}\n" for paragraph in _paragraphs(found))
    yield "## Changes\n"
    forms = other_forms(found)
    yield "\n".join(
        f"{number + 1}. {_kind(change, forms.get(number, ()))}: {markdown_line(change_in_words(found, change))}"
        for number, change in enumerate(found.changes)
    )


def _kind(change: Change, forms: Sequence[OtherForm]) -> str:
    """Return the kind of a change, and how many of its sentences are perhaps reworded."""
    remark = changes_in_words(forms)
    return f"{KIND_WORDS[change.kind]} ({remark})" if remark else KIND_WORDS[change.kind]


def _shift(found: Comparison, shift: Shift) -> str:
    """Return a verb that became stronger or weaker as an item of a list, with the sentence of each text."""
    sentences = (words_at(found.a, shift.sentence_a), words_at(found.b, shift.sentence_b))
    below = "".join(f"  - “{markdown_line(sentence)}”\n" for sentence in sentences)
    return f"- {markdown_line(shift_in_words(found, shift))}\n{below}"


def _paragraphs(found: Comparison) -> Iterator[str]:
    """Yield the paragraphs of the redline; carried sentences of one paragraph stay together."""
    text = UnifiedText(found.a.text, found.b.text, found.changes)
    carried: list[str] = []
    for stretch in found.stretches:
        goes_on = stretch.is_carried and not _opens_paragraph(found.b, stretch.b[0])
        if carried and not goes_on:
            yield " ".join(carried)
            carried.clear()
        if stretch.is_carried:
            pieces = text.passage(stretch.a[0].span, stretch.b[0].span)
            carried.append(_joined(map(_marked, pieces)))
            continue
        yield from (words for part in stretch.a for words in _apart(found, "a", part))
        yield from (words for part in stretch.b for words in _apart(found, "b", part))
    if carried:
        yield " ".join(carried)


def _opens_paragraph(brief: Brief, part: Part) -> bool:
    return brief.text[part.span.start - 1 : part.span.start] == "\n"


def _apart(found: Comparison, side: Side, part: Part) -> Iterator[str]:
    """Yield the paragraphs of a part that has nothing beside it."""
    brief, is_new = (found.a, False) if side == "a" else (found.b, True)
    place = ""
    if part.change is not None and found.changes[part.change].kind == "move":
        place = "moved here" if is_new else "moved away"
    elif part.rewording is not None:
        place = rewording_in_words(found.stretches, part.rewording, side)
    for span in paragraphs(brief.text[part.span.start : part.span.end]):
        words = words_at(brief, Span(part.span.start + span.start, part.span.start + span.end))
        yield f"{f'> {place}: ' if place else ''}{_emphasized(words, is_new=is_new)}"


def _joined(pieces: Iterable[str]) -> str:
    """Return pieces as one text, with a single space where two pieces bring one each."""
    text = ""
    for piece in pieces:
        text += piece.lstrip(" ") if text.endswith(" ") else piece
    return text.strip()


def _marked(piece: Piece) -> str:
    if piece.side is None:
        return "\n\n".join(markdown_line(part) for part in piece.text.split("\n\n")) if piece.text.strip() else " "
    return f" {_emphasized(' '.join(piece.text.split()), is_new=piece.side == 'b')} "


def _emphasized(words: str, *, is_new: bool) -> str:
    sign = "**" if is_new else "~~"
    return f"{sign}{markdown_line(words)}{sign}"
