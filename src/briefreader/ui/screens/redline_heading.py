"""Lays out the heading of a comparison: titles, how much changed, what speaks against it, verbs, words and phrases."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from briefreader.library import Comparison, Phrase, counts, figure, shift_in_words
from briefreader.ui.screens.redline_sheets import text_names
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.text_layout import fit, shortened, wrapped

BETWEEN = " · "
BAR = " │ "
PHRASES_SHOWN = 5
"""Phrases above the texts; a screen of their own has all."""

StyledLine = tuple[str, str]
"""A line with its style in the palette."""


def narrow_heading(found: Comparison, width: int) -> Iterator[StyledLine]:
    """Yield the heading over one text; the line above it has the dates."""
    names = text_names(found)
    for name, brief in ((names["a"], found.a), (names["b"], found.b)):
        yield from ((line, "title") for line in wrapped(f"{name}  {brief.entry.title}", width))
    yield from _told(found, width)


def wide_heading(found: Comparison, width: int, column: int, indent: int) -> Iterator[StyledLine]:
    """Yield the heading over two columns, which begin `indent` cells from the left and from the bar between them.

    The line above it has as much of the dates and titles as a column has room for; the rest stands here.
    """
    rests = [_rest_of_title(title, column) for title in titles(found)]
    for older, newer in zip_longest(*rests, fillvalue=""):
        yield _beside(older, newer, column, indent), "title"
    yield from _told(found, width)


def titles(found: Comparison) -> tuple[str, str]:
    """Return the date and the title of both briefs, and their names where the dates do not tell them."""
    a, b = (f"{each.entry.date or 'undated'}  {each.entry.title}" for each in (found.a, found.b))
    names = text_names(found)
    return (a, b) if names["a"] == "older" else (f"{names['a']}  {a}", f"{names['b']}  {b}")


def _rest_of_title(title: str, column: int) -> list[str]:
    """Return the lines of the words of a title for which a line with an ellipsis has no room."""
    if cells(title) <= column:
        return []
    return wrapped(title[len(wrapped(title, column - 1)[0]) :].lstrip(), column)


def _beside(left: str, right: str, column: int, indent: int) -> str:
    """Return two texts in their columns; the cell that stands before each line of the heading is left out."""
    return f"{' ' * (indent - 1)}{fit(left, column)}{BAR}{' ' * indent}{right}".rstrip()


def _told(found: Comparison, width: int) -> Iterator[StyledLine]:
    """Yield how much changed, what speaks against the comparison, verbs, marking words, and phrases."""
    for number, line in enumerate(_filled((figure(found), *counts(found, signs=True).split(BETWEEN)), width)):
        yield line, "text" if number else "heading"
    told = [(f"note: {found.warning}", "notice")] if found.warning else []
    told += [(line, "text") for line in _filled((shift_in_words(found, shift) for shift in found.strength), width)]
    if found.marks:
        words = ", ".join(each.word for each in found.marks)
        told.append((f"words that mark the {text_names(found)['b']} text: {words}", "quiet"))
    for words, style in told:
        yield from ((line, style) for line in wrapped(words, width))
    for label, phrases in (("gone phrases", found.gone_phrases), ("new phrases", found.new_phrases)):
        if phrases:
            yield _in_one_line(label, phrases, width), "quiet"


def _filled(parts: Iterable[str], width: int) -> Iterator[str]:
    """Yield lines of as many parts as each has room for; a longer part is wrapped."""
    line = ""
    for part in parts:
        if line and cells(line + BETWEEN + part) > width:
            yield from wrapped(line, width)
            line = ""
        line = f"{line}{BETWEEN}{part}" if line else part
    if line:
        yield from wrapped(line, width)


def _in_one_line(label: str, phrases: tuple[Phrase, ...], width: int) -> str:
    """Return the first phrase, those of the next ones for which a line has room, and how many there are."""
    line, shown = f"{label}: {phrases[0].words}", 1
    for each in phrases[1:PHRASES_SHOWN]:
        longer = f"{line}{BETWEEN}{each.words}"
        if cells(longer + _more(shown + 1, len(phrases))) <= width:
            line, shown = longer, shown + 1
    more = _more(shown, len(phrases))
    return shortened(line, max(8, width - len(more))) + more


def _more(shown: int, count: int) -> str:
    """Return the key that lists all phrases, if some are not shown."""
    return f"{BETWEEN}p: all {count:,}" if count > shown else ""
