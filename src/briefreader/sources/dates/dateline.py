"""Finds the statements of a text about its own date: lines at its head and end, datelines, and its title.

A date inside a sentence ("On September 4, ...") may be the date of any event and is no statement.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from briefreader.sources.dates import date_labels, spelled_dates
from briefreader.sources.dates import document_dates as dates
from briefreader.sources.dates.document_dates import Found
from briefreader.sources.dates.month_names import ARTICLES, WEEKDAYS

Kind = Literal["published", "own", "modified"]


class Statement(NamedTuple):
    """A date that a line states, with the kind of the date and the line."""

    kind: Kind
    found: Found
    line: str


_HEAD = 12  # paragraphs at the head of a text that may state its date
_RUNNING = 240  # characters; a longer paragraph is running text
_TAIL = 8  # paragraphs at the end
_LINE = 200  # characters of a paragraph in which a date is sought

_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яёіїєα-ωά-ώ]"
_CONNECTOR = (
    r"(?:of|and|the|for|in|at|to|by|with|de|del|della|di|la|le|les|du|des|et|y|e"
    r"|da|do|dos|der|die|das|für|von|und|van|и|по|в|&|-|–|/)"
)
_WORD = r"(?:№|(?i:n[°º.]|no\.?|nr\.?|press|media|news|release|statement|note|communiqué|vol\.?|issue)\b|[Nn][°º])"
_NAME = re.compile(
    rf"[\"“(\[]*(?:{_CAPITAL}[\w.’'‘/&()|–-]*|[\w/().–-]*\d[\w/().–-]*|{_CONNECTOR}|{_WORD}|[–—|·•]+)[,.:;)\]”\"、，–—-]*"
)
_MOST_NAMES = 14
_LABEL_WORDS = 4
_ASIAN_LABEL = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2,8}[:：]\S{0,20}")
_RELEASED = re.compile(
    r"statement|press|news|note|communiqu|date|data|fecha|datum|time|day|release|issue|document", re.I
)
_OFFICE = re.compile(
    r"(?:the )?(?:ministry|department|office|embassy|government|secretariat|permanent mission)\b", re.I
)
_LAST_WORD = re.compile(r"\b(?:of|on|by|until|from|since|before|after|during|in|to|between|for|with)$", re.I)
_FIRST_WORD = re.compile(r"(?:in|on|at|since|by$|after|before|from|until|during|as of|between)\b", re.I)
_CLOCK = (
    r"(?:(?:at|um|à|alle|a las|às|klo?\.?|в|T)\s*)?\d{1,2}(?:[:.hH時시]\s?\d{2}(?:[:.]\d{2})?(?:分|분)?(?:\.\d+)?"
    r"|\s?(?=[ap]\.?m))"
    r"\s*(?:[ap]\.?\s?m\.?)?\s*(?:Uhr|hrs?|h)?(?![a-z])\s*"
    r"\(?(?:Z|(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::\d\d)?)?|[A-Z]{2,4}T|WIB|WITA|ET|MSK|МСК"
    r"|[+-]\d{2}:?\d{2}|(?:local|moscow|eastern) time)?(?![a-z])\)?"
)
_TRIMMED_BEFORE = re.compile(
    rf"(?:[\s,.:;|/–—•·(\[（【«、，：،؛-]+|(?<![^\W_]){WEEKDAYS}(?=\W*$)|(?<![^\W_]){ARTICLES}(?=\W*$)"
    rf"|(?<!\d){_CLOCK}\W*(?=$))$",
    re.I,
)
_TRIMMED_AFTER = re.compile(
    rf"[\s,.:;)\]）】»(（\[]*(?:(?:{_CLOCK}|(?<![^\W_]){WEEKDAYS}(?![^\W_]))[\s,.:;)\]）】»]*){{0,4}}", re.I
)
# An event on a day ("the inauguration on Monday, ..."); after a comma it may be the place and the day of the text.
_ON_A_DAY = re.compile(rf"\w\s+(?:on|am|em|el)\s+(?:{WEEKDAYS}\W*)?$", re.I)
_FIELDS = re.compile(r"\s*[|·•;‖¦]\s*")
_NEXT_FIELD = re.compile(r"\s*(?:[|·•;‖¦/]|–|—|--|-\s|\(|,\s)")
_DASH = re.compile(r"\s*[)\]）】]?[,.:]?\s*(?:/[\w\s.-]{2,30}/|\([\w\s.-]{2,30}\))?\s*(?:–|—|--|―|-\s|-(?=[A-Z]))")
_END_OF_PLACE = re.compile(r"\s*(?:[)\]）】]|/[^/]{2,30}/\W|\s*[.:]\s+(?=[^\W\da-z]))")
_OTHER_FIELD = re.compile(
    r"(?:[^\W\d][\w ]{1,20}\s?[:：]|(?:press|media|news|joint) (?:release|statement|note)\b"
    r"|n(?:o|r|um|umber)?[.°º]?\s?:?\s*\d|№|[A-Z/]{1,12}[/-]\d)",
    re.I,
)
_SIGNED = re.compile(
    r"\W*(?:done|signed|adopted|issued|agreed|given|concluded|fait|hecho|feito|fatto|geschehen|unterzeichnet|совершено"
    r"|вчинено|gedaan|udfærdiget|utfärdad?t?|sporządzono|dado|dato|حرر)\b",
    re.I,
)
# Things that are named by their day: "September 11, 2001 Attacks".
_THING = re.compile(
    r"\b(?:attack|agreement|accord|act|law|coup|election|statement|communiqué|declaration|summit)s?\b", re.I
)
_ANNOUNCES = re.compile(
    r"\b(?:to (?:visit|attend|host|hold|travel|meet|address|speak|participate|take|chair|convene|open|deliver|welcome"
    r"|receive|join|lead|discuss|brief|pay|be)|will|upcoming|forthcoming|next|invitation|advisory|save the date"
    r"|schedul\w+|announce\w*|ahead of|deadline|agenda|programme|program)\b",
    re.I,
)
_LETTER = re.compile(r"(?:identical )?(?:letters?|notes? verbales?|memorandum|telegram) dated", re.I)
_TITLE_PART = re.compile(r"(?:[,:–—|/-]|--|\b(?:on|dated|le|du|vom|am|el|del|от))\s*$", re.I)


def statements(title: str, paragraphs: Sequence[str], nearby: Sequence[str] = ()) -> Iterator[Statement]:
    """Yield the statements of a text about its date in the order of trust.

    `nearby` are lines beside the text of a page, nearest first.
    """
    own = [found for line in _own(joined(list(_head(paragraphs)))) if (found := _line(line))]
    beside = [found for line in nearby if len(line) <= _LINE and (found := _line(line)) and _bare(found)]
    labelled = [found for found in (*own, *beside) if found.kind != "own"]
    yield from (found for found in labelled if found.kind == "published")
    stated = [found for found in (*own, *beside) if found.kind == "own"]
    tail = joined(paragraphs[-_TAIL:])
    closing = [found for line in reversed(_own(tail)) if (found := _closing(line))]
    stated += filter(None, (_titled(title),))
    stated += (found for found in closing if found.kind != "modified")
    yield from sorted(stated, key=lambda each: len(each.found.date) < 10)  # whole days first
    yield from (found for found in (*labelled, *closing) if found.kind == "modified")


def joined(lines: Sequence[str]) -> list[str]:
    """Return lines with each label that stands alone ("Published:") joined to the line after it."""
    found: list[str] = []
    label = ""
    for line in lines:
        if not label and len(line) <= 40 and date_labels.label(line):
            label = line
            continue
        found.append(f"{label.rstrip(':')}: {line}" if label else line)
        label = ""
    return [*found, label] if label else found


def is_labelled(line: str) -> bool:
    """Return whether a line states a date with a label of publication or of change."""
    return len(line) <= _LINE and (found := _line(line)) is not None and found.kind != "own"


def _head(paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs at the head of a text up to the second one of running text."""
    running = 0
    for paragraph in paragraphs[:_HEAD]:
        yield paragraph
        running += len(paragraph) > _RUNNING
        if running == 2:
            return


def _own(lines: Sequence[str]) -> list[str]:
    """Return the lines whose date, if they have one, may be that of the text."""
    return [line for number, line in enumerate(lines) if not (_of_event(lines, number) or _attributes(lines, number))]


def _of_event(lines: Sequence[str], number: int) -> bool:
    """Return whether the lines beside a line tell where an event will be."""
    return any(date_labels.tells_event(line) for line in lines[max(0, number - 2) : number + 3])


def _attributes(lines: Sequence[str], number: int) -> bool:
    """Return whether a line names the speaker of the quotation before it, whose date it then tells."""
    if number > 0 and re.fullmatch(r"[“\"«„].*[”\"»“]", lines[number - 1]):
        return True
    dash = re.match(r"\s*[–—―-]+\s*(?=[^\W\d])", lines[number])
    found = dates.find(lines[number][:_LINE]) if dash and number > 0 else []
    return bool(found) and dash is not None and _before(lines[number][dash.end() : found[0].start]) != ""


def _line(line: str) -> Statement | None:
    """Return the date that a line states as that of its text; one of publication comes before others."""
    stated: list[Statement] = []
    last = 0
    for found in dates.find(line[:_LINE]):
        if kind := _kind(line, last, found):
            stated.append(Statement(kind, found, line))
        last = found.end
    return min(stated, key=lambda each: ("published", "own", "modified").index(each.kind), default=None)


def _kind(line: str, last: int, found: Found) -> Kind | None:
    """Return the kind of a date in a line by the words around it; `last` is the end of the date before it."""
    field = _FIELDS.split(line[last : found.start])[-1] if last or _FIELDS.search(line) else line[: found.start]
    named = date_labels.label(field) or date_labels.label(re.split(r"\s[-–—]\s", field)[-1]) or _last_label(field)
    if named == "event":
        return None
    before, after = _before(line[: found.start]), line[found.end :]
    rest = after[match.end() :] if (match := _TRIMMED_AFTER.match(after)) else after
    ends = not rest or bool(_NEXT_FIELD.match(after) or _FIELDS.match(rest) or _FIELDS.match(after))
    if named:
        return named if ends or len(line) <= _RUNNING else None
    if last and not _FIELDS.search(line[last : found.start]):
        return None
    if _ON_A_DAY.search(line[: found.start]) and not _SIGNED.match(line):
        return None
    fielded = len(line) <= 120 and re.search(r"[|·•‖¦]\W*$", line[: found.start]) is not None
    if (
        before
        and not fielded
        and not (_is_named(before) and not _LAST_WORD.search(before) and not _FIRST_WORD.match(before))
    ):
        return None
    if not rest.strip("-–—/") or _DASH.match(after):
        return "own" if len(before) <= 120 else None
    if len(line) <= 160 and any(form.match(rest) for form in (_FIELDS, _OTHER_FIELD, _DASH)):
        return "own"
    if _END_OF_PLACE.match(after) and (before or line[0] in "([（【"):
        return "own" if len(before) <= 60 else None
    placed = not before and (len(rest.split()) <= 2 or bool(_OFFICE.match(rest))) and not _THING.search(rest)
    return "own" if len(line) <= 120 and (placed or _NEXT_FIELD.match(after)) and _is_named(rest) else None


def _last_label(field: str) -> Kind | None:
    """Return the kind of the label at the end of names and numbers: "Nota nº 114 Publicado em"."""
    words = field.split()
    if len(words) > 1 and _ASIAN_LABEL.fullmatch(words[-1]) and _ASIAN_LABEL.match(words[0]):
        return _publication(date_labels.label(words[-1]))
    for number in range(1, min(_LABEL_WORDS + 1, len(words))):
        if not words[-number][0].isupper() or _RELEASED.match(words[-number]):
            continue
        kind = _publication(date_labels.label(" ".join(words[-number:])))
        if kind and _is_named(" ".join(words[:-number])):
            return kind
    return None


def _publication(label: date_labels.Label | None) -> Kind | None:
    return None if label == "event" else label


def _is_named(text: str) -> bool:
    """Return whether words are names, numbers and symbols alone: a place, an office, "Release No. 12/2025"."""
    words = text.split()
    return len(words) <= _MOST_NAMES and all(map(_NAME.fullmatch, words))


def _before(text: str) -> str:
    """Return the words before a date without the signs, the weekday and the article beside the date."""
    while (trimmed := _TRIMMED_BEFORE.sub("", text)) != text:
        text = trimmed
    return text.strip()


def _bare(statement: Statement) -> bool:
    """Return whether a line beside a text states a date of publication or holds a date and little more."""
    return statement.kind != "own" or len(statement.line) <= 60


def _closing(line: str) -> Statement | None:
    """Return the date of a line at the end of a text: a line of its own or "Done at London, 25 January 2025"."""
    if _SIGNED.match(line):
        signed = sorted(dates.find(line[:_LINE]), key=lambda found: len(found.date) < 10)
        whole = bool(signed) and len(signed[0].date) == 10
        if not whole and (spelled := spelled_dates.find(line)):
            return Statement("own", spelled, line)
        return Statement("own", signed[0], line) if signed else None
    found = _line(line) if len(line) <= 160 else None
    # A month alone may be a heading.
    return None if found and len(found.found.date) < 10 and not _before(line[: found.found.start]) else found


def _titled(title: str) -> Statement | None:
    """Return the date in brackets, at the end or at the beginning of a title that announces no event."""
    if _ANNOUNCES.search(title):
        return None
    for found in dates.find(title):
        before, after = title[: found.start], title[found.end :]
        if _LETTER.fullmatch(before.strip()):
            return Statement("own", found, title)
        bracket = re.search(r"[(\[（【]([^()\[\]（）【】]*)$", before)
        if bracket and re.match(r"[^()\[\]（）【】]*[)\]）】]", after):
            return Statement("own", found, title)
        words = before.rstrip()
        while words != (words := re.sub(rf"(?<![^\W_]){WEEKDAYS}[\s,.]*$", "", words, flags=re.I).rstrip()):
            pass
        ends = not re.sub(r"[\W_]+", "", after)
        if ends and (not words or _TITLE_PART.search(words) or not _LAST_WORD.search(words)):
            return Statement("own", found, title)
        if not words and (re.match(r"\s*[:–—|,-]", after) or not title.isascii()):
            return Statement("own", found, title)
    return None
