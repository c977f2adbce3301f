"""What the search bar means. Pure: no index is needed to understand a query."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias, cast

from briefreader.text import clean, clean_line, fold_typography, words

NamedField = Literal["who", "led", "org", "place", "agreement", "weapon", "series", "title", "source"]

MAX_LENGTH = 1_000
MAX_DEPTH = 20
MAX_SLIPS = 2
MAX_WITHIN = 50
_SHORT = 5


class Term(NamedTuple):
    """Words looked for: in the text, or in `field`.

    `exact` is quoted, `prefix` lets the last word go on, `pattern` has `*` for any letters, and up to `slips` letters
    of a word may be others, missing, too many or swapped. Quoted words with `within` stand near each other, in any
    order, with so many words between them at most. `whole` is the whole of a name as it is counted.
    """

    text: str
    exact: bool = False
    prefix: bool = False
    field: NamedField | None = None
    pattern: bool = False
    slips: int = 0
    within: int = 0
    whole: bool = False


class Dated(NamedTuple):
    """Briefs whose date lies between two days, both included; None is open. `label` says it in words."""

    first: str | None
    last: str | None
    label: str


class Not(NamedTuple):
    """Every brief that `node` does not match; `kind` keeps a node from being equal to one of another kind."""

    node: "Node"
    kind: Literal["not"] = "not"


class And(NamedTuple):
    """Briefs that all of `nodes` match."""

    nodes: tuple["Node", ...]
    kind: Literal["and"] = "and"


class Or(NamedTuple):
    """Briefs that one of `nodes` matches."""

    nodes: tuple["Node", ...]
    kind: Literal["or"] = "or"


Node: TypeAlias = Term | Dated | Not | And | Or


class Query(NamedTuple):
    """A query as it was read; `root` is None where it asks for nothing and so matches every brief."""

    text: str
    root: Node | None
    understood: str

    @property
    def is_empty(self) -> bool:
        """Whether every brief matches."""
        return self.root is None


def parse(text: str, *, typing: bool = False) -> Query:
    """Return what text asks for; whatever it holds, it means something and no error is raised.

    Words side by side must all match; OR joins its two neighbours only. While `typing`, the last word may go on.
    """
    if len(text) <= MAX_LENGTH and _PLAIN.fullmatch(text):
        return _plain(text, typing)
    raw = clean(text[: 2 * MAX_LENGTH])
    parser = _Parser(raw[:MAX_LENGTH], typing and not raw[-1:].isspace() and len(raw) <= MAX_LENGTH)
    if len(raw) > MAX_LENGTH or len(text) > 2 * MAX_LENGTH:
        parser.remark(f"only the first {MAX_LENGTH:,} characters are read")
    root = parser.group(0)
    if root is None and raw.strip() and not parser.remarks:
        parser.remark("no word to look for")
    return Query(clean_line(raw[:MAX_LENGTH]), root, _in_words(root, parser.remarks))


def _plain(text: str, typing: bool) -> Query:
    """Return what small Latin letters mean, as nearly all that is being typed: in a tenth of the time."""
    words = text.split()
    nodes = [Term(word) for word in words]
    if typing and text[-1] != " ":
        nodes[-1] = Term(words[-1], prefix=True)
    shown = " AND ".join(words) + ("…" if nodes[-1].prefix else "")
    return Query(" ".join(words), And(tuple(nodes)) if len(nodes) > 1 else nodes[0], shown)


def terms(query: Query) -> Iterator[Term]:
    """Yield the terms that a matching text may show, left to right: all but those excluded."""
    pending: list[Node] = [query.root] if query.root else []
    while pending:
        node = pending.pop()
        if isinstance(node, Term):
            yield node
        elif isinstance(node, And | Or):
            pending.extend(reversed(node.nodes))


@lru_cache(maxsize=16_384)
def period(day: str) -> tuple[str, str] | None:
    """Return the first and last day of an ISO date cut to year, month or day; None where it is no date."""
    match = _DATE.fullmatch(day)
    if not match:
        return None
    year, month, number = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if match[2] and not 1 <= month <= 12:
        return None
    if match[3] and not 1 <= number <= monthrange(year, month)[1]:
        return None
    last_month = month or 12
    last = number or monthrange(year, last_month)[1]
    return f"{year}-{month or 1:02}-{number or 1:02}", f"{year}-{last_month:02}-{last:02}"


_DATE = re.compile(r"([12]\d{3})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?", re.ASCII)
_LEXEME = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<minus>-+)(?=[^\s)])"
    r"|(?P<field>who|led|org|place|agreement|weapon|series|title|source|date|after|before):\s*"
    r"|\"(?P<phrase>[^\"]*)(?P<quote>\"?)(?:(?<=\")~(?P<within>\d{1,3}))?|(?P<word>[^\s()\"]+))",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"\"(?P<phrase>[^\"]*)(?P<quote>\"?)(?:(?<=\")~(?P<within>\d{1,3}))?|(?P<word>[^\s()\"]+)", re.ASCII
)
_PLAIN = re.compile(r"[a-z]+(?: +[a-z]+)* *")
_STARS = re.compile(r"\*+")
_TILDE = re.compile(r"([^~]+)~(\d{0,3})", re.ASCII)
_DATES = frozenset({"date", "after", "before"})
_OPERATORS = frozenset({"OR", "AND", "NOT"})


class _Parser:
    """Reads a query from left to right; `open_end` says that its last word may still be growing."""

    def __init__(self, text: str, open_end: bool) -> None:
        self.text = text if text.isascii() else fold_typography(text)
        self.open_end = open_end
        self.at = 0
        self.unopened = 0
        self.named: NamedField | None = None  # what stands before the brackets around
        self.remarks: list[str] = []

    def remark(self, sentence: str) -> None:
        """Note once what a person should know about how the query was read."""
        if sentence not in self.remarks:
            self.remarks.append(sentence)

    def group(self, depth: int) -> Node | None:
        """Read up to the closing bracket or the end."""
        all_of: list[list[Node]] = []
        negated = joined = False
        while match := _LEXEME.match(self.text, self.at):
            self.at = match.end()
            if match["close"]:
                if self.unopened:
                    self.unopened -= 1
                elif depth:
                    break
                continue
            if match["minus"] or match["word"] == "NOT":
                negated = True
                continue
            if match["word"] in _OPERATORS:
                joined = match["word"] == "OR"
                continue
            node = self._node(match, depth, negated)
            if node is None:
                continue
            if negated:
                node = node.node if isinstance(node, Not) else Not(node)
            if joined and all_of:
                all_of[-1].append(node)
            else:
                all_of.append([node])
            negated = joined = False
        nodes = tuple(one_of[0] if len(one_of) == 1 else Or(tuple(one_of)) for one_of in all_of)
        return And(nodes) if len(nodes) > 1 else nodes[0] if nodes else None

    def _node(self, match: re.Match[str], depth: int, negated: bool) -> Node | None:
        if match["open"]:
            return self._bracketed(depth)
        if not match["field"]:
            return self._term(match, self.named, negated)
        name = match["field"].lower()
        value = _VALUE.match(self.text, self.at)
        following = _LEXEME.match(self.text, self.at)
        if following and following["open"] and name not in _DATES:
            self.at = following.end()
            outside, self.named = self.named, cast(NamedField, name)
            node = self._bracketed(depth)
            self.named = outside
            return node
        if not value or value["word"] in _OPERATORS or (following and following["field"]):
            return None
        self.at = value.end()
        if name in _DATES:
            return self._dated(name, value["word"] or value["phrase"])
        return self._term(value, cast(NamedField, name), negated)

    def _bracketed(self, depth: int) -> Node | None:
        """Read what follows an opening bracket."""
        if depth < MAX_DEPTH:
            return self.group(depth + 1)
        self.unopened += 1
        self.remark(f"brackets are read {MAX_DEPTH} deep")
        return None

    def _term(self, match: re.Match[str], name: NamedField | None, negated: bool) -> Term | None:
        exact = match["word"] is None
        text = match["phrase"] if exact else match["word"]
        # What is left out must be a whole word: `-n` while typing `-nuclear` would empty the list.
        growing = self.open_end and match.end() == len(self.text) and not match["quote"] and not negated
        if not exact and text.isalnum() and text.isascii():
            return Term(text, prefix=growing, field=name)
        slips = 0
        if not exact:
            if len(text) > 1 and text.startswith("*"):
                self.remark("* counts after the first letter of a word")
            text, slips = self._slips(text.lstrip("*"))
        starred = not exact and text.endswith("*")
        text = clean_line(text.rstrip("*") if starred else text)
        if next(words(text), None) is None:
            return None
        if not exact and "*" in text:
            return Term(_STARS.sub("*", text), prefix=starred or growing, field=name, pattern=True)
        if slips:
            return Term(text, field=name, slips=slips)
        return Term(text, exact, starred or growing, name, within=min(int(match["within"] or 0), MAX_WITHIN))

    def _slips(self, word: str) -> tuple[str, int]:
        """Return a word without the `~` at its end, and how many slips that allows."""
        match = _TILDE.fullmatch(word)
        if not match or not match[1]:
            return word, 0
        if int(match[2] or 1) > MAX_SLIPS:
            self.remark(f"~{MAX_SLIPS} is the most")
        allowed = int(match[2]) if match[2] else 1 if len(match[1]) <= _SHORT else MAX_SLIPS
        return match[1], min(allowed, MAX_SLIPS)

    def _dated(self, name: str, value: str) -> Dated | None:
        low, dots, high = value.partition("..") if name == "date" else (value, "", "")
        first, last = period(low), period(high if dots else low)
        if (low and not first) or (high and not last) or not (low or high):
            self.remark(f"no date: {clean_line(value)} (write 2024, 2024-06 or 2024-06-15)")
            return None
        if name == "after" and first:
            return Dated(_shifted(first[1], 1), None, f"after {low}")
        if name == "before" and first:
            return Dated(None, _shifted(first[0], -1), f"before {low}")
        if first and last and first[0] > last[1]:
            first, last, low, high = last, first, high, low
        label = f"dated {low}" if not dots else f"dated {low} to {high}" if low and high else ""
        label = label or (f"dated {low} or later" if low else f"dated {high} or earlier")
        return Dated(first[0] if first else None, last[1] if last else None, label)


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _in_words(root: Node | None, remarks: list[str]) -> str:
    nodes = root.nodes if isinstance(root, And) else (root,) if root else ()
    plain = [node for node in nodes if not isinstance(node, Dated | Not) and not _named(node)]
    first = " AND ".join(_shown(node, bracketed=len(plain) > 1) for node in plain)
    rest = [_shown(node, bracketed=False) for node in nodes if _named(node) or isinstance(node, Dated)]
    without = [f"without {_shown(node.node, bracketed=True)}" for node in nodes if isinstance(node, Not)]
    parts = [first] if first else []
    return "; ".join(parts + rest + without + remarks) if nodes else "; ".join(["every brief", *remarks])


def _named(node: Node) -> bool:
    return isinstance(node, Term) and node.field is not None


def _shown(node: Node, bracketed: bool) -> str:
    if isinstance(node, Term):
        text = node.text + ("…" if node.prefix else "")
        if node.slips:
            text += f" (up to {node.slips} slips)" if node.slips > 1 else " (one slip)"
        text = f'"{text}"' if node.exact else text
        text += f" within {node.within} words" if node.within else ""
        return f"{node.field}: {text}" if node.field else text
    if isinstance(node, Dated):
        return node.label
    if isinstance(node, Not):
        return f"NOT {_shown(node.node, bracketed=True)}"
    joint = " AND " if isinstance(node, And) else " OR "
    text = joint.join(_shown(child, bracketed=True) for child in node.nodes)
    return f"({text})" if bracketed else text
