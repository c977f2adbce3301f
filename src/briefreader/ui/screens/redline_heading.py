"""Lays out the heading of a comparison: how much changed, what speaks against it, verbs, words and phrases."""

from collections.abc import Iterable, Iterator

from briefreader.library import Comparison, Phrase, counts, figure, shift_in_words
from briefreader.ui.screens.redline_sheets import text_names
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.text_layout import shortened, wrapped

BETWEEN = " · "
PHRASES_SHOWN = 5
"""Phrases above the texts; a screen of their own has all."""

StyledLine = tuple[str, str]
"""A line with its style in the palette."""


def heading(found: Comparison, width: int, *, names_texts: bool) -> Iterator[StyledLine]:
    """Yield how much changed, what speaks against the comparison, verbs, marking words, and phrases.

    With `names_texts`, a line for each title comes first, cut where it is long: the texts begin with their titles.
    """
    if names_texts:
        names = text_names(found)
        for name, brief in ((names["a"], found.a), (names["b"], found.b)):
            yield shortened(f"{name}  {brief.entry.title}", width), "title"
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


def titles(found: Comparison) -> tuple[str, str]:
    """Return the date and the title of both briefs, and their names where the dates do not tell them."""
    a, b = (f"{each.entry.date or 'undated'}  {each.entry.title}" for each in (found.a, found.b))
    names = text_names(found)
    return (a, b) if names["a"] == "older" else (f"{names['a']}  {a}", f"{names['b']}  {b}")


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
