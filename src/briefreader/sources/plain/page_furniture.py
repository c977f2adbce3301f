"""Takes page numbers and the running heads of pages out of plain text, where they interrupt it."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from briefreader.sources.plain.text_lines import Line, runs_on

_NAMED = r"(?:page|seite|página|pagina|page no\.|p\.|pg\.?)"
# A page number in a form that nothing else has.
_CERTAIN = re.compile(
    rf"[-–—]{{1,3}}\s*(?!30\b)\d{{1,3}}(?:\s*(?:/|of)\s*\d{{1,3}})?\s*[-–—]{{1,3}}|[~*•·]\s*\d{{1,3}}\s*[~*•·]|(?:.{{0,60}}\|\s*)?{_NAMED}\s*\|?\s*\d{{1,3}}"
    rf"(?:\s*(?:/|of|von|de|sur|di)\s*\d{{1,3}})?|\d{{1,3}}\s*\|\s*{_NAMED}(?:\s*\|.{{0,60}})?",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\d{1,3}(?:\s*(?:/|of)\s*\d{1,3})?|\[\d{1,3}\]|[A-Z\d][\w/-]{3,19}\s+\d{1,3}\s*/\s*\d{1,3}|\d{1,3}\s*\|\s*[^|\d]{1,60}|[^|\d]{1,60}\s*\|\s*\d{1,3}"
)
_ROMAN = re.compile(r"(?=[ivxl]{2})(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 100
_LONGEST_RUN = 5  # lines of furniture between two pages
_UNFINISHED = re.compile(
    r"(?:[,(/]|\w[-‐‑]|\b(?:a|an|and|as|at|between|by|for|from|his|her|in|into|its|of|on|or|our|than|that|the|their|these|"
    r"this|to|under|upon|which|with|de|la|le|les|des|du|et|der|die|das|und|el|los|las|y))$",
    re.IGNORECASE,
)


class Freed(NamedTuple):
    """The lines of a text without page furniture, and the page numbers and running heads that were taken out."""

    lines: list[Line]
    numbers: list[str]
    heads: list[str]


def without(lines: list[Line]) -> Freed:
    """Return the lines without page numbers and running heads.

    A number alone on a line is a page number if it interrupts a sentence or is counted on from one that does; a line
    that recurs is a running head if it does so, or if it stands beside a page number. The first of them may be the
    title and stays.
    """
    recurring = _recurring(lines)
    suspects = [
        number
        for number, line in enumerate(lines)
        if line.text[-1].isdigit()
        or not line.text[0].isalpha()
        or line.text in recurring
        or "|" in line.text
        or _ROMAN.fullmatch(line.text)
        if _is_number(line.text) or line.text in recurring
    ]
    if not suspects:
        return Freed(lines, [], [])
    runs = [_with_head(lines, run) for run in _runs(suspects)]
    interrupting = {number for run in runs if _interrupts(lines, run) for number in run}
    certain = {number for run in runs if any(_CERTAIN.fullmatch(lines[at].text) for at in run) for number in run}
    forms = {_form(lines[number].text) for number in interrupting | certain}
    numbers = {at for at in certain | interrupting if _is_number(lines[at].text)}
    numbers |= _counted_on(lines, suspects, numbers)
    beside = {at for run in runs if numbers.intersection(run) for at in run}
    single = {at for run in runs if numbers.intersection(run) for at in run if at not in suspects}
    repeated = [at for at in suspects if at not in numbers and _form(lines[at].text) in forms]
    heads = single | _heads(lines, repeated, runs, beside)
    heads -= {at for at in _first(lines, heads) if at not in interrupting and not _is_first_head(lines, at, beside)}
    dropped = numbers | heads
    return Freed(
        list(_kept(lines, dropped)),
        [lines[at].text for at in sorted(numbers)],
        [lines[at].text for at in sorted(heads)],
    )


def _heads(lines: list[Line], repeated: list[int], runs: list[range], beside: set[int]) -> set[int]:
    """Return the recurring lines that stand apart from the text, or always beside a page number."""
    apart = {at for run in runs for at in run if _stands_apart(lines, run)}
    counts = Counter(_form(lines[at].text) for at in repeated)
    inside = {_form(lines[at].text) for at in repeated if at not in apart and at not in beside}
    return {
        at for at in repeated if (form := _form(lines[at].text)) not in inside and (at in apart or counts[form] > 2)
    }


def _stands_apart(lines: list[Line], run: range) -> bool:
    return (run.start == 0 or lines[run.start].gap > 0) and (run.stop == len(lines) or lines[run.stop].gap > 0)


def _is_first_head(lines: list[Line], at: int, beside: set[int]) -> bool:
    """Tell whether the first line of a form is no title: another title follows it, or it stands on a later page."""
    if at not in beside or at >= _LONGEST_RUN:
        return at in beside
    after = next((number for number in range(at, len(lines)) if number not in beside), len(lines) - 1)
    alone = after + 1 == len(lines) or lines[after + 1].gap > 0
    return alone and len(lines[after].text) <= _LONGEST_HEAD and lines[after].text[-1] not in ".!?;:,"


def _first(lines: list[Line], heads: set[int]) -> set[int]:
    """Return the first line of each form."""
    return set({_form(lines[at].text): at for at in sorted(heads, reverse=True)}.values())


def _is_number(text: str) -> bool:
    return bool(_CERTAIN.fullmatch(text) or _POSSIBLE.fullmatch(text) or _ROMAN.fullmatch(text))


def _form(text: str) -> str:
    return _DIGITS.sub("#", text).casefold()


def _recurring(lines: list[Line]) -> frozenset[str]:
    """Return the short lines that stand in the text several times but for their numbers."""
    short = [line.text for line in lines if len(line.text) <= _LONGEST_HEAD]
    counts = Counter(map(_form, short))
    return frozenset(text for text in short if counts[_form(text)] > 1)


def _runs(suspects: list[int]) -> Iterator[range]:
    """Yield the ranges of neighbouring lines that may be page furniture."""
    start = before = suspects[0]
    for number in (*suspects[1:], -1):
        if number != before + 1:
            if before - start < _LONGEST_RUN:
                yield range(start, before + 1)
            start = number
        before = number


def _with_head(lines: list[Line], run: range) -> range:
    """Return a run with the lines of the running head below it, if a sentence runs on below them."""
    if run.start == 0 or any(not _is_number(lines[at].text) for at in run):
        return run
    before = lines[run.start - 1].text
    for end in range(run.stop + 1, min(run.stop + _LONGEST_RUN, len(lines))):
        short = len(lines[end - 1].text) <= _LONGEST_HEAD and lines[end - 1].text[-1] not in ".!?;,"
        if not short or (end - 1 > run.stop and lines[end - 1].gap > 1):
            break
        if lines[end].gap and runs_on(before, lines[end].text) and lines[run.stop].text[0].isupper():
            return range(run.start, end)
    return run


def _interrupts(lines: list[Line], run: range) -> bool:
    """Tell whether a sentence runs on from the line before a run to the line after it."""
    if run.start == 0 or run.stop == len(lines):
        return False
    before, after = lines[run.start - 1].text, lines[run.stop].text
    return runs_on(before, after) or (bool(_UNFINISHED.search(before)) and after[0].isalpha())


def _counted_on(lines: list[Line], suspects: list[int], numbers: set[int]) -> set[int]:
    """Return the lines whose number is the next one, or the one before, of the page numbers known."""
    bare = [
        (at, int(digits[0]))
        for at in suspects
        if (at in numbers or _POSSIBLE.fullmatch(lines[at].text)) and (digits := _DIGITS.search(lines[at].text))
    ]
    found: set[int] = set()
    for order, step in ((bare, 1), (bare[::-1], -1)):
        last: int | None = None
        for at, value in order:
            if at in numbers or (last is not None and value == last + step):
                last = value
                found.add(at)
    return found


def _kept(lines: list[Line], dropped: set[int]) -> Iterator[Line]:
    """Yield the lines that stay; one that continues the sentence of the page before says so."""
    before: Line | None = None
    gap, cut = 0, False
    for at, line in enumerate(lines):
        if at in dropped:
            gap, cut = max(gap, line.gap), True
            continue
        if cut and before is not None:
            running = runs_on(before.text, line.text) or (
                bool(_UNFINISHED.search(before.text)) and line.text[0].isalpha()
            )
            line = line._replace(gap=max(gap, line.gap), runs_on=running)
        gap, cut = 0, False
        before = line
        yield line
