"""Reads the text of the search bar as a query, without any index.

Words side by side must all match, and OR joins only its two neighbours. Every text means something: no error is raised,
and the query says how it was read.
"""

import re
from functools import lru_cache
from typing import Final

from briefreader.fields import BY_QUERY, MARKS, QUERY_NAMES, field_of
from briefreader.search.query.date_ranges import dated
from briefreader.search.query.edit_distance import distance
from briefreader.search.query.lexer import Token, tokens
from briefreader.search.query.mark_terms import begins_mark, mark_term
from briefreader.search.query.tree import And, MarkTerm, Node, Not, Or, Query, Term, in_words
from briefreader.text import QUOTES, clean, clean_line, fold_typography, words

MAX_LENGTH = 1_000
MAX_DEPTH = 20
MAX_TYPOS = 2
MAX_WITHIN = 50
_SHORT = 5  # letters of a word, or of the name of a field, that may have one typo at most
_KEPT: Final = 16

_PLAIN_WORD = r"(?!(?:OR|AND|NOT)\b)[A-Za-z0-9]+"
_PLAIN = re.compile(rf"{_PLAIN_WORD}(?: +{_PLAIN_WORD})* *")
_STARS = re.compile(r"\*+")
_TWO_QUOTES = re.compile(f"([{''.join(QUOTES)}])[{''.join(QUOTES)}]")
_TILDE = re.compile(r"([^~]+)~(\d{0,3})", re.ASCII)
_LIKE_A_FIELD = re.compile(r"([A-Za-z]{2,}):(?!//|\d{1,2}:\d\d)(.*)")  # no address of a page and no time of day


@lru_cache(maxsize=_KEPT)  # one key asks for hits, for facets and for matches in each text that is shown
def parse(text: str, *, typing: bool = False) -> Query:
    """Return the query that a text asks for; while `typing`, its last word may go on."""
    if len(text) <= MAX_LENGTH and _PLAIN.fullmatch(text):
        return _plain(text, typing)
    raw = clean(text[: 2 * MAX_LENGTH])
    parser = _Parser(raw[:MAX_LENGTH], typing and not raw[-1:].isspace() and len(raw) <= MAX_LENGTH)
    if len(raw) > MAX_LENGTH or len(text) > 2 * MAX_LENGTH:
        parser.remark(f"only the first {MAX_LENGTH:,} characters are read")
    root = parser.group(0)
    if root is None and raw.strip() and not parser.remarks:
        parser.remark("no word to look for")
    understood = "; ".join((clean_line(in_words(root)), *parser.remarks))
    return Query(clean_line(raw[:MAX_LENGTH]), root, understood, tuple(parser.errors), tuple(parser.marks))


def _plain(text: str, typing: bool) -> Query:
    """Return the query of Latin words and numbers, as most are while they are typed, in a tenth of the time."""
    words = text.split()
    nodes = [Term(word) for word in words]
    if typing and text[-1] != " ":
        nodes[-1] = Term(words[-1], prefix=True)
    shown = " AND ".join(words) + ("…" if nodes[-1].prefix else "")
    return Query(" ".join(words), And(tuple(nodes)) if len(nodes) > 1 else nodes[0], shown)


class _Parser:
    """Reads the tokens of a query from left to right; with `open_end`, the last word may still be growing."""

    def __init__(self, text: str, open_end: bool) -> None:
        self._text = text
        self._tokens = [*tokens(text if text.isascii() else fold_typography(text))]
        self._end = len(text)
        self._open_end = open_end
        self._at = 0
        self._unopened = 0
        self._field: str | None = None  # the one before the brackets around
        self.remarks: list[str] = []
        self.errors: list[str] = []
        self.marks: list[MarkTerm] = []

    def remark(self, sentence: str) -> None:
        """Note once something that a person should know about how the query was read."""
        if sentence not in self.remarks:
            self.remarks.append(sentence)

    def group(self, depth: int) -> Node | None:
        """Read up to the closing bracket or the end."""
        all_of: list[list[Node]] = []
        negated = joined = False
        while token := self._next():
            self._at += 1
            if token.kind == "close":
                if self._unopened:
                    self._unopened -= 1
                elif depth:
                    break
                continue
            if token.kind == "minus" or (token.kind == "operator" and token.text == "NOT"):
                negated = True
                continue
            if token.kind == "operator":
                joined = token.text == "OR"
                continue
            node = self._node(token, depth, negated)
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

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _node(self, token: Token, depth: int, negated: bool) -> Node | None:
        if token.kind == "open":
            return self._bracketed(depth)
        if token.kind != "field":
            if token.kind == "word" and ":" in token.text:
                self._check_field(token)
            return self._term(token, self._field, negated)
        name = QUERY_NAMES[token.text]
        is_date = BY_QUERY[name].is_date
        value = self._next()
        if value and value.kind == "open" and not is_date:
            self._at += 1
            outside, self._field = self._field, name
            node = self._bracketed(depth)
            self._field = outside
            return node
        if not value or value.kind not in ("word", "phrase"):
            return None
        self._at += 1
        if not is_date:
            return self._term(value, name, negated)
        found = dated(name, value.text)
        if found is None:
            shown = clean_line(value.text) or "nothing"
            self.errors.append(f"no date: {shown} (write 2024, 2024-06 or 2024-06-15)")
            self.remark(self.errors[-1])
        return found

    def _bracketed(self, depth: int) -> Node | None:
        """Read a group after its opening bracket."""
        if depth < MAX_DEPTH:
            return self.group(depth + 1)
        self._unopened += 1
        self.remark(f"brackets are read {MAX_DEPTH} deep")
        return None

    def _check_field(self, token: Token) -> None:
        """Remark that there is no field of a name, where a word looks as if it asked for one."""
        match = _LIKE_A_FIELD.fullmatch(token.text)
        following = self._next()
        has_value = following and following.start == token.end and following.kind in ("open", "phrase")
        if match and (match[2] or has_value):
            self.remark(f"there is no field {match[1]}; {_nearest_field(match[1].lower())}")

    def _mark(self, token: Token, field: str, negated: bool) -> Node | None:
        """Return the term of a mark, None where the value is none or may become one."""
        at_end = self._open_end and token.end == self._end and not token.is_closed
        if at_end and negated and begins_mark(token.text) and token.text not in MARKS:
            return None
        found, remark = mark_term(field, token.text, growing=at_end and not negated, exact=token.kind == "phrase")
        if remark:
            self.remark(remark)
            if not (at_end and begins_mark(token.text)):
                self.errors.append(remark)
        if found:
            self.marks.append(found)
        return found

    def _term(self, token: Token, field: str | None, negated: bool) -> Node | None:
        """Return the term of a word or phrase, None where it has no letter or digit."""
        if field is not None and BY_QUERY[field].is_mark:
            return self._mark(token, field, negated)
        exact = token.kind == "phrase"
        text = token.text
        # What is left out must be a whole word: `-n` while typing `-nuclear` would empty the list.
        growing = self._open_end and token.end == self._end and not token.is_closed and not negated
        if not exact and text.isalnum() and text.isascii():
            return Term(text, prefix=growing, field=field)
        typos = 0
        if not exact:
            if len(text) > 1 and text.startswith("*"):
                self.remark("* counts after the first letter of a word")
            text, typos = self._typos(text.lstrip("*"))
        starred = not exact and text.endswith("*")
        text = clean_line(text.rstrip("*") if starred else text)
        is_name = exact and field is not None and token.is_closed and field_of(field).whole_names is not None
        if is_name and token.text.strip():
            text = self._spelled(token)
        elif next(words(text), None) is None:
            return None
        if not exact and "*" in text:
            return Term(_STARS.sub("*", text), prefix=starred or growing, field=field, pattern=True)
        if typos:
            return Term(text, field=field, typos=typos)
        return Term(text, exact, starred or growing, field, within=min(token.within, MAX_WITHIN))

    def _spelled(self, phrase: Token) -> str:
        """Return a phrase with the quotes and dashes of the query, by which one name differs from another."""
        inside = fold_typography(self._text[phrase.start : phrase.end])
        spelled = self._text[phrase.start + 1 : phrase.start + inside.rindex('"')]
        spelled = _TWO_QUOTES.sub(r"\1", spelled)
        return spelled if spelled.isprintable() else clean_line(spelled)

    def _typos(self, word: str) -> tuple[str, int]:
        """Return a word without the `~` at its end, and how many typos that allows."""
        match = _TILDE.fullmatch(word)
        if not match or not match[1]:
            return word, 0
        if int(match[2] or 1) > MAX_TYPOS:
            self.remark(f"~{MAX_TYPOS} is the most")
        allowed = int(match[2]) if match[2] else 1 if len(match[1]) <= _SHORT else MAX_TYPOS
        return match[1], min(allowed, MAX_TYPOS)


def _nearest_field(name: str) -> str:
    """Return the name of a field that is spelled most like a name, else all names, as the end of a sentence."""
    most = 1 if len(name) <= _SHORT else MAX_TYPOS
    near = [
        (0 if known.startswith(name) else typos, known)
        for known in QUERY_NAMES
        if (typos := distance(name, known, most)) <= most or (len(name) > 1 and known.startswith(name))
    ]
    if near:
        return f"the nearest is {min(near)[1]}:"
    return f"fields are {', '.join(sorted(BY_QUERY, key=lambda known: BY_QUERY[known].is_date))}"
