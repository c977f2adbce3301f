"""Says what a change of a redline is, where it stands in both briefs, and what is copied of it."""

from briefreader.library import (
    KIND_WORDS,
    Change,
    Comparison,
    Library,
    Rewording,
    Side,
    cited,
    shift_in_words,
    words_at,
)
from briefreader.model import Brief
from briefreader.text import Span
from briefreader.ui.screens.key_lines import KeyLine
from briefreader.ui.screens.redline_lines import Stop
from briefreader.ui.widgets.text_layout import shortened

LONGEST_WORDS = 60
KEYS = (
    KeyLine("n", "next change", "go(1)", "next-match"),
    KeyLine("N", "previous change", "go(-1)", "previous-match"),
    KeyLine("s", "only verbs that became stronger or weaker, or all changes", "strength"),
    KeyLine("r", "routine changes as changes, or quiet: dates, places, names", "routine"),
    KeyLine("p", "phrases that are gone, and new ones, with their sentences", "phrases"),
    KeyLine("T", "which meetings of the series use the words of the change", "trace", "trace"),
    KeyLine(">", "newer brief, at the change; Enter too, unless it has another place", "visit('b')"),
    KeyLine("<", "older brief, at the change", "visit('a')"),
    KeyLine("y", "copy the change with both citations", "copy", "copy"),
    KeyLine("X", "write the redline into a file: Markdown, CSV, JSON Lines", "export", "export"),
    KeyLine("C", "compare with another brief", "choose", "compare"),
    KeyLine("H", "back in the history of places", "app.history(-1)", "history-back"),
    KeyLine("L", "forward in it", "app.history(1)", "history-forward"),
)


def stop_in_words(found: Comparison, stop: Stop, *, at_old_place: bool) -> str:
    """Return the kind of a change, or the verb that became stronger or weaker."""
    if stop.shift is not None:
        return shift_in_words(found, found.strength[stop.shift])
    change = found.changes[stop.change or 0]
    if stop.part is not None and stop.part.rewording is not None:
        return f"{KIND_WORDS[change.kind]} · perhaps reworded, Enter shows where"
    if change.kind != "move":
        return KIND_WORDS[change.kind]
    hint = "its old place, Enter goes back" if at_old_place else "Enter shows its old place"
    return f"{KIND_WORDS[change.kind]} · {hint}"


def change_at(found: Comparison, stop: Stop) -> Change:
    """Return the change that a stop shows; of one that has several stops, the part there."""
    change = found.changes[stop.change or 0]
    if stop.part is None:
        return change
    return change._replace(a=stop.part.span) if stop.side == "a" else change._replace(b=stop.part.span)


def rewording_at(found: Comparison, stop: Stop) -> Rewording | None:
    """Return both forms of the sentence of a stop that was perhaps reworded; None of another one."""
    number = stop.part.rewording if stop.part else None
    return None if number is None else found.rewordings[number]


def passages(found: Comparison, change: Change) -> tuple[Span | None, Span | None]:
    """Return the passage of each text that holds a change: sentences carried or moved, else what changed."""
    pairs: list[tuple[Span | None, Span | None]] = [
        (each.a[0].span, each.b[0].span) for each in found.stretches if each.is_carried
    ]
    pairs += [(each.a, each.b) for each in found.changes if each.kind == "move"]
    holding = (pair for pair in pairs if _holds(pair[0], change.a) or _holds(pair[1], change.b))
    return next(holding, (change.a, change.b))


def _holds(passage: Span | None, span: Span | None) -> bool:
    return passage is not None and span is not None and passage.start <= span.start < passage.end


def place_in(found: Comparison, stop: Stop | None, side: Side) -> Span | None:
    """Return the place of a change in a brief, else of the passage that lacks it there; None where it has neither."""
    if stop is None:
        return None
    if stop.shift is not None:
        shift = found.strength[stop.shift]
        return shift.b if side == "b" else shift.a
    if reworded := rewording_at(found, stop):
        return reworded.b if side == "b" else reworded.a
    change = change_at(found, stop)
    passage = passages(found, change)
    return change.b or passage[1] if side == "b" else change.a or passage[0]


def copied_text(library: Library, found: Comparison, stop: Stop) -> str:
    """Return a change in words, and the passage of each brief that holds it, with its citation."""
    spans: tuple[Span | None, Span | None]
    if stop.shift is not None:
        shift = found.strength[stop.shift]
        told, spans = shift_in_words(found, shift), (shift.sentence_a, shift.sentence_b)
    else:
        change, reworded = change_at(found, stop), rewording_at(found, stop)
        told = f"{KIND_WORDS[change.kind]}: {_in_few_words(found, change)}"
        if reworded:
            told, spans = f"perhaps reworded · {told}", (reworded.a, reworded.b)
        else:
            spans = passages(found, change)
    quoted = (_cited(library, brief, span) for brief, span in zip((found.a, found.b), spans, strict=True))
    return "\n\n".join((told, *quoted))


def _cited(library: Library, brief: Brief, span: Span | None) -> str:
    return cited(library.citation(brief), "text", brief.text[span.start : span.end] if span else None)


def _in_few_words(found: Comparison, change: Change) -> str:
    """Return the words of a change, cut where they are many: the passages follow them."""
    words = [words_at(found.a, change.a), words_at(found.b, change.b if change.kind != "move" else None)]
    return " → ".join(shortened(each, LONGEST_WORDS) for each in words if each)
