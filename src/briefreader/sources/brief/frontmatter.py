"""Reads the YAML block at the head of a Markdown file without trusting it.

Every scalar is text: a date stays as written, and `NO` is Norway, not false. Aliases, anchors, deep nesting and large
blocks are refused. Where a block is refused or broken, its entries are read one by one.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from briefreader.text import clean_line

if TYPE_CHECKING:
    from yaml.events import Event

Value: TypeAlias = "str | list[Value] | dict[str, Value]"  # null is the empty text

LIMIT = 65_536  # characters of a block; the block of a brief has some hundreds
_DEPTH = 5
_NODES = 2_000
_MOST_ENTRIES = 500

_FENCE = re.compile(r"^(?:---|\.\.\.) *$", re.M)
_OPENING = re.compile(
    r"(?: *\n){0,20}--- *\n(?=(?: *\n| *#.*\n)*[A-Za-z_][\w-]* *:(?: |\n|$)|(?:---|\.\.\.) *(?:\n|$))"
)
_KEY = re.compile(r"^([A-Za-z_][\w-]*):(?= |$)", re.M)
_PAIR = re.compile(
    r"(?P<key>[A-Za-z_][\w-]*):(?: +(?:"
    r'"(?P<double>[^"\\\n]*(?:(?:\\.|\\?\n +(?=[^ \n]))[^"\\\n]*)*)"'
    r"|'(?P<single>[^'\n]*(?:(?:''|\n +(?=[^ \n]))[^'\n]*)*)'"
    r"|(?P<plain>[^\s\[\]{}&*!|>%@`\"'#,?:-][^\n]*(?:\n +(?=[^ \n#])[^\n]*)*)"
    r"))? *(?:\n|\Z)(?! )"
)
_NOT_PLAIN = re.compile(r":(?: |\n|$)| #")
_FOLDED = re.compile(r" *[|>]")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\n) *|(.))", re.S)
_ESCAPED = dict(zip('0abtnvfre "/\\N_LP', '\0\a\b\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True))
_NULL = ("", "~", "null", "Null", "NULL")


class FrontMatter(NamedTuple):
    """The values of a block, the text after it, and warnings for a person to check."""

    values: Mapping[str, Value]
    body: str
    unsure: tuple[str, ...] = ()


def read(text: str) -> FrontMatter:
    """Return the front matter of a cleaned text; a text without a block has no values, and all of it is the body."""
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter({}, text)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        return _unclosed(text, opening.end())
    block = text[opening.end() : closing.start()]
    body = text[closing.end() :].lstrip("\n")
    if len(block) > LIMIT:
        cause = f"it is larger than {LIMIT // 1024} KiB"
        return FrontMatter(dict(pairs(block[:LIMIT])), body, (_unread("front matter", cause),))
    values = _simple(block)
    if values is not None:
        return FrontMatter(_named(values), body)
    found = _structured(block, body)
    return found._replace(values=_named(found.values))


def name(key: str) -> str:
    """Return the form of a key by which it is looked up: `Source-URL` is `source_url`."""
    return key.lower().replace("-", "_")


def _named(values: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return values under the names of their keys; the first of several with one name counts."""
    if all(key.islower() and "-" not in key for key in values):
        return values
    named: dict[str, Value] = {}
    for key, value in values.items():
        named.setdefault(name(key), value)
    return named


def pairs(block: str, wanted: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
    """Yield the names of the keys and the cleaned values of the top-level entries of a block that are words.

    Other entries are ignored, and so are those that are not `wanted`.
    """
    seen = set()
    broken = False
    for line in _KEY.finditer(block):
        key = name(line[1])
        if key in seen or (wanted is not None and key not in wanted):
            continue
        pair = _PAIR.match(block, line.start())
        value = _scalar(pair) if pair else None
        if value is None:
            broken = broken or not _FOLDED.match(block, line.end())
        else:
            seen.add(key)
            yield key, value
    if broken:
        for key, found in _one_by_one(block, seen, wanted):
            if isinstance(found, str):
                yield key, found


def _unread(where: str, cause: str) -> str:
    return f"{where}: {cause}; only its simple lines were read, mend it and add the file again"


def _unclosed(text: str, start: int) -> FrontMatter:
    """Return the front matter of a block without a closing line; the first line that is no YAML ends the block."""
    lines = re.compile(r"(?:[A-Za-z_][\w-]*:(?: [^\n]*)?(?:\n|\Z)|[ -] *[^\s][^\n]*(?:\n|\Z))*").match(text, start)
    end = lines.end() if lines else start
    return FrontMatter(
        dict(pairs(text[start : min(end, start + LIMIT)])),
        text[end:].lstrip("\n"),
        (_unread("front matter, line 1", "the line `---` that closes it is missing"),),
    )


def _simple(block: str) -> dict[str, Value] | None:
    """Return the values of a block that holds only plain and quoted scalars, None where a YAML parser is needed."""
    values: dict[str, Value] = {}
    at = 0
    while at < len(block):
        pair = _PAIR.match(block, at)
        if pair is None or pair["key"] in values:
            return None
        value = _scalar(pair)
        if value is None:
            return None
        values[pair["key"]] = value
        at = pair.end()
    return values


def _scalar(pair: re.Match[str]) -> str | None:
    """Return the cleaned value of a matched line, None where a YAML parser is needed."""
    if (double := pair["double"]) is not None:
        return _unescaped(double)
    if (single := pair["single"]) is not None:
        return clean_line(single.replace("''", "'"))
    plain = (pair["plain"] or "").rstrip()
    if plain in _NULL:
        return ""
    return None if _NOT_PLAIN.search(plain) else clean_line(plain)


def _unescaped(raw: str) -> str | None:
    known = True

    def character(match: re.Match[str]) -> str:
        nonlocal known
        code = match[1] or match[2] or match[3]
        if code:
            number = int(code, 16)
            if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
                known = False
                return ""
            return chr(number)
        if match[4]:
            return ""
        known = known and match[5] in _ESCAPED
        return _ESCAPED.get(match[5], "")

    # An escaped line break is nothing; a line break that is not escaped is a space, and `clean_line` makes it one.
    text = _ESCAPE.sub(character, raw)
    return clean_line(text) if known else None


class _Refused(Exception):
    """The parser refuses the rest of a block; the arguments are the line in the file and the cause."""


def _structured(block: str, body: str) -> FrontMatter:
    """Return the front matter of a block with lists and mappings; a warning tells line and cause of a mistake."""
    import yaml

    unsure: list[str] = []
    try:
        # The C parser is 10 times faster and there where libyaml is. BaseLoader knows text, lists and mappings only.
        events = yaml.parse(block, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        values = _Tree(events, unsure).document()
    except _Refused as error:
        return FrontMatter(dict(pairs(block)), body, (*unsure, _unread(*error.args)))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"front matter, line {mark.line + 2}" if mark else "front matter"
        cause = clean_line(str(getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"))
        entries = dict(_one_by_one(block, set(), None))
        return FrontMatter(
            entries, body, (*unsure, f"{where}: {cause}; each line was read by itself, check the fields")
        )
    return FrontMatter(values, body, tuple(unsure))


def _one_by_one(block: str, seen: set[str], wanted: Collection[str] | None) -> "Iterator[tuple[str, Value]]":
    """Yield the names and the values of the entries of a broken block that are not `seen`."""
    import yaml

    from briefreader.sources.brief import frontmatter_repair as repair

    for entry in islice(repair.entries(block), _MOST_ENTRIES):
        key = name(entry.key)
        if key in seen or (wanted is not None and key not in wanted):
            continue
        value: Value | None
        try:
            events = yaml.parse(f"{entry.text.strip()}\n", Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
            value = _Tree(events, []).document().get(entry.key)
        except _Refused:
            continue
        except yaml.YAMLError:
            value = repair.words(entry.text)
        if value is not None:
            seen.add(key)
            yield key, value


class _Tree:
    """Builds text, lists and mappings from the events of a YAML parser, within bounds."""

    def __init__(self, events: "Iterator[Event]", unsure: list[str]) -> None:
        self._events = events
        self._unsure = unsure
        self._left = _NODES

    def document(self) -> dict[str, Value]:
        """Return the mapping of the first document in the stream. Raises _Refused where it is no mapping."""
        for event in self._events:
            kind = type(event).__name__
            if kind in ("StreamStartEvent", "DocumentStartEvent", "DocumentEndEvent"):
                continue
            if kind == "StreamEndEvent":
                break
            value = self._value(event, 0)
            if isinstance(value, dict):
                return value
            raise _Refused(self._place(event), "it is no list of keys and values")
        return {}

    def _value(self, event: "Event", depth: int) -> Value:
        kind: str = type(event).__name__
        self._left -= 1
        if kind == "AliasEvent" or getattr(event, "anchor", None) is not None:
            raise _Refused(self._place(event), "anchors and aliases are not read")
        if depth > _DEPTH or self._left < 0:
            raise _Refused(self._place(event), "it is nested too deep or holds too much")
        if kind == "SequenceStartEvent":
            return [self._value(item, depth + 1) for item in self._until("SequenceEndEvent")]
        if kind == "MappingStartEvent":
            return self._mapping(depth)
        scalar: Any = event
        if scalar.style is None and scalar.value in _NULL:
            return ""
        return clean_line(scalar.value)

    def _mapping(self, depth: int) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        for event in self._until("MappingEndEvent"):
            key = self._value(event, depth + 1)
            value = self._value(next(self._events), depth + 1)
            if not isinstance(key, str):
                raise _Refused(self._place(event), "a key is no plain word")
            if key in mapping:
                self._unsure.append(f"{self._place(event)}: `{key}` stands there twice; the first one counts")
            else:
                mapping[key] = value
        return mapping

    def _until(self, end: str) -> "Iterator[Event]":
        for event in self._events:
            if type(event).__name__ == end:
                return
            yield event

    def _place(self, event: "Event") -> str:
        mark: Any = event.start_mark
        return f"front matter, line {mark.line + 2}" if mark else "front matter"
