"""Writes a comparison as one document for other programs, with the citations of both briefs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from briefreader.compare import (
    KIND_WORDS,
    Comparison,
    Part,
    Piece,
    Shift,
    UnifiedText,
    change_in_words,
    counts,
    figure,
    shift_in_words,
    words_at,
)
from briefreader.library.exporting.exporting import ExportFormat, csv_row
from briefreader.model import Brief
from briefreader.notes import Citation, cited, markdown_line
from briefreader.text import Span, json_line, paragraphs

_COLUMNS = ("number", "kind", "a_id", "a_start", "a_end", "a_words", "b_id", "b_start", "b_end", "b_words")
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
    for number, (kind, a, b) in enumerate(found.changes, 1):
        values = (
            number, kind, found.a.entry.id, *(a or (None, None)), words_at(found.a, a),
            found.b.entry.id, *(b or (None, None)), words_at(found.b, b),
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
    yield "\n".join(
        f"{number}. {KIND_WORDS[change.kind]}: {markdown_line(change_in_words(found, change))}"
        for number, change in enumerate(found.changes, 1)
    )


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
        for brief, parts in ((found.a, stretch.a), (found.b, stretch.b)):
            yield from (words for part in parts for words in _apart(found, brief, part))
    if carried:
        yield " ".join(carried)


def _opens_paragraph(brief: Brief, part: Part) -> bool:
    return brief.text[part.span.start - 1 : part.span.start] == "\n"


def _apart(found: Comparison, brief: Brief, part: Part) -> Iterator[str]:
    """Yield the paragraphs of a part that has nothing beside it."""
    moved = part.change is not None and found.changes[part.change].kind == "move"
    for span in paragraphs(brief.text[part.span.start : part.span.end]):
        words = words_at(brief, Span(part.span.start + span.start, part.span.start + span.end))
        is_new = brief is found.b
        place = f"> {'moved here' if is_new else 'moved away'}: " if moved else ""
        yield f"{place}{_emphasized(words, is_new=is_new)}"


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
