"""Reduces Markdown, as people and converters write it, to paragraphs of plain text.

The rules follow CommonMark 0.31 where the words of a text depend on them; layout is dropped. markdown-it-py takes five
times as long, needs 8 s and 1 GB for 10 MB of line breaks, and keeps the broken marks that converters leave.
"""

import re
from typing import NamedTuple

from briefreader.model import Document
from briefreader.sources import frontmatter, inline
from briefreader.sources.assembly import MAX_TITLE_PARAGRAPH, Draft
from briefreader.sources.paragraph import Paragraph


class Content(NamedTuple):
    """The paragraphs of a Markdown text, and the number of the paragraph that is its main heading, None without one."""

    paragraphs: list[Paragraph]
    heading: int | None


_EMPTY_LINES = re.compile(r"\n{3,}")
_HEADING = re.compile(r"(#{1,6})(?:\s+|$)(.*)")
_CLOSING = re.compile(r"(?:(?<=\s)|^)#+\s*$")
_BULLET = re.compile(r"(?:[-*+•](?:\s+|$)(?:\[[ xX]\]\s+)?)+")
_NUMBER = re.compile(r"(\d{1,4})[.)](?=\s)")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}|\*\*|-{2,}|=+|~~")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_HARD_BREAK = re.compile(r"(?<!\\)\\\s*$")
_QUOTE = re.compile(r"(?:>\s?)+")
_DEFINITION = re.compile(r"\[(?P<label>\^?[^\[\]\\]{1,200})\]:\s*(?P<rest>.*)")
_TABLE_RULE = re.compile(r"\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?\|?")
_CELL = re.compile(r"(?<!\\)\|")

_BLOCK_TAG = re.compile(
    r"(?<!\\)</?(?:address|article|aside|blockquote|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)(?:\s[^<>]*)?/?>",
    re.I,
)
_CELL_MARK = "\x02"  # separates the cells of a row; cleaned text never contains it
_CELL_TAG = re.compile(r"</t[dh]\s*>\s*<t[dh](?:\s[^<>]*)?>", re.I)
_NESTED = 8


def read(text: str, name: str) -> Document:
    """Return the document of a cleaned Markdown text with or without front matter."""
    front = frontmatter.read(text)
    found = content(front.body)
    draft = Draft(name, title(found), found.paragraphs, unsure=list(front.unsure))
    draft.state(front.values)
    return draft.document()


def title(found: Content) -> str:
    """Return the main heading, else the first paragraph if it is short enough, else the empty text."""
    if found.heading is not None:
        return found.paragraphs[found.heading].text
    first = found.paragraphs[0].text if found.paragraphs else ""
    return first if len(first) <= MAX_TITLE_PARAGRAPH else ""


def content(body: str) -> Content:
    """Return the content of a cleaned Markdown text without its front matter.

    Wrapped lines are joined. Marks, tags and bullets are dropped; the text of links and the numbers of lists stay. The
    row of a table is a paragraph with ` | ` between its cells.
    """
    if "<" in body:
        body = _without_enclosed(body, "<!--", "-->")
        for name in ("script", "style"):
            body = _without_enclosed(body, f"<{name}", f"</{name}>")
        body = _BLOCK_TAG.sub("\n\n", _CELL_TAG.sub(_CELL_MARK, body))
    blocks = _Blocks()
    body = _EMPTY_LINES.sub("\n\n", body)
    for line in body.split("\n"):
        blocks.take(line)
    blocks.end()
    paragraphs: list[Paragraph] = []
    heading: int | None = None
    for raw, level, verbatim in blocks.found:
        cells = [cell if verbatim else inline.plain(cell, blocks.labels) for cell in raw.split(_CELL_MARK)]
        text = cells[0] if len(cells) == 1 else " | ".join(cell for cell in map(str.strip, cells) if cell)
        if text := " ".join(text.split()):
            if level == 1 and heading is None:
                heading = len(paragraphs)
            paragraphs.append(Paragraph(text))
    return Content(paragraphs, heading)


def _without_enclosed(text: str, opening: str, closing: str) -> str:
    """Return the text without its parts from `opening` to `closing`; a part that is not closed stays."""
    folded = text.lower()
    if len(folded) != len(text):  # the lower case of a few capitals has two characters
        folded = text
    kept: list[str] = []
    at = seen = 0
    while (start := folded.find(opening, seen)) >= 0 and (end := folded.find(closing, start + len(opening))) >= 0:
        if start and text[start - 1] == "\\":
            seen = start + 1
            continue
        kept += text[at:start], "\n" if "\n" in text[start:end] else ""
        at = seen = end + len(closing)
    return "".join((*kept, text[at:]))


class _Blocks:
    """Collects lines into blocks: the raw text, the level of a heading (else 0), and whether the text is verbatim."""

    def __init__(self) -> None:
        self.found: list[tuple[str, int, bool]] = []
        self.labels: set[str] = set()
        self._lines: list[str] = []
        self._numbers: list[int] | None = None  # numbers of the open list items, None outside lists
        self._fence = ""

    def take(self, raw: str) -> None:
        """Take the next line."""
        line = raw.strip()
        if self._fence:
            if line.startswith(self._fence) and not line.strip(self._fence[0]):
                self._fence = ""
            elif line:
                self.found.append((line, 0, True))
            return
        if not line:
            self.end()
        elif line[0].isalpha() or line[0] in "“‘’\"'(\\":
            self._lines.append(raw)
        else:
            self._marked(line, raw)

    def end(self, level: int = 0) -> None:
        """End the current block, a heading if it has a level."""
        if self._lines:
            joined = " ".join(self._lines)
            if "\\ " in joined:
                *wrapped, last = self._lines
                joined = " ".join((*(_HARD_BREAK.sub("", line) for line in wrapped), last))
            self.found.append((joined, level, False))
            self._lines = []
        self._numbers = None

    def _marked(self, line: str, raw: str) -> None:
        """Take a line whose first character may be a mark."""
        if quote := _QUOTE.match(line):
            line = raw = line[quote.end() :]
        sign = line[:1]
        if not sign:
            self.end()
        elif sign == "#" and (heading := _HEADING.match(line)):
            self.end()
            self._lines = [_CLOSING.sub("", heading[2])]
            self.end(len(heading[1]))
        elif sign in "-*_=~" and _RULE.fullmatch(line):
            self._rule(line)
        elif sign in "`~" and (fence := _FENCE.match(line)):
            self.end()
            self._fence = fence[1]
        elif sign in "-:|" and _TABLE_RULE.fullmatch(line):
            self.end()
        elif sign == "|" and line[-1] == "|" and len(line) > 1:
            self.end()
            cells = (cell.strip() for cell in _CELL.split(line))
            self.found.append((" | ".join(cell for cell in cells if cell), 0, False))
        elif sign in "-*+•" and (bullet := _BULLET.match(line)):
            self.end()
            self._numbers = []
            if item := line[bullet.end() :]:
                self._numbered(item, item)
        elif sign == "[" and not self._lines and (definition := _DEFINITION.match(line)):
            self._define(definition)
        else:
            self._numbered(line, raw)

    def _rule(self, line: str) -> None:
        # Under a paragraph a line of `=` or `-` makes it a heading; elsewhere such a line is a rule or a stray mark.
        underlined = bool(self._lines) and len(set(line)) == 1 and line[0] in "=-"
        self.end((1 if line[0] == "=" else 2) if underlined else 0)

    def _define(self, definition: re.Match[str]) -> None:
        label = definition["label"]
        if label.startswith("^"):
            self._lines.append(f"\\[{label[1:]}\\] {definition['rest']}")
        else:
            self.labels.add(label.casefold())

    def _numbered(self, line: str, raw: str) -> None:
        # A number opens a list item after a blank line, and in a list if it is 1 or follows an open item. Elsewhere it
        # ends a sentence that was wrapped ("in\n2014. The ...").
        match = _NUMBER.match(line)
        number = int(match[1]) if match else -1
        numbers = self._numbers
        if match and (not self._lines or (numbers is not None and (number == 1 or number - 1 in numbers))):
            self.end()
            self._numbers = [*(numbers or ())[-_NESTED:], number]
        self._lines.append(raw)
