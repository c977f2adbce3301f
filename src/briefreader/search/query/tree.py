"""The tree that a query is read into: its nodes, and the query that holds them."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from briefreader.fields import MARKS


class Term(NamedTuple):
    """Words that are sought in the text, or in the field whose short name is `field`.

    Quoted words are `exact`. With `prefix`, the last word may go on. In a `pattern`, `*` stands for any letters. A word
    may have up to `typos` letters that are wrong, missing, too many or swapped. Quoted words with `within` stand near
    each other in any order, with at most that many other words between them. A `whole` term is one complete name.
    """

    text: str
    exact: bool = False
    prefix: bool = False
    field: str | None = None
    pattern: bool = False
    typos: int = 0
    within: int = 0
    whole: bool = False


class Dated(NamedTuple):
    """Every brief whose date lies between two days, both included; None leaves a side open. `label` is for people."""

    first: str | None
    last: str | None
    label: str


class MarkTerm(NamedTuple):
    """Every brief that a person has given a mark, one of the field `is`, or a note with words in it or in its label.

    The words are a phrase if `exact`; with `prefix`, the last one may go on.
    """

    mark: str
    words: str = ""
    exact: bool = False
    prefix: bool = False


class Not(NamedTuple):
    """Every brief that `node` does not match; `kind` keeps a node from being equal to one of another class."""

    node: "Node"
    kind: Literal["not"] = "not"


class And(NamedTuple):
    """Every brief that all of `nodes` match."""

    nodes: tuple["Node", ...]
    kind: Literal["and"] = "and"


class Or(NamedTuple):
    """Every brief that at least one of `nodes` matches."""

    nodes: tuple["Node", ...]
    kind: Literal["or"] = "or"


Node: TypeAlias = Term | Dated | MarkTerm | Not | And | Or


class Query(NamedTuple):
    """A query as it was read.

    `root` is None where the query asks for nothing: then every brief matches. `understood` says in words how the query
    was read, `errors` which parts of it were left out because they cannot be right. `marks` are the terms that ask for
    the marks of a person.
    """

    text: str
    root: Node | None
    understood: str
    errors: tuple[str, ...] = ()
    marks: tuple[MarkTerm, ...] = ()


def terms(query: Query) -> Iterator[Term]:
    """Yield the terms that a matching text may show, left to right; excluded terms are left out."""
    pending: list[Node] = [query.root] if query.root else []
    while pending:
        node = pending.pop()
        if isinstance(node, Term):
            yield node
        elif isinstance(node, And | Or):
            pending.extend(reversed(node.nodes))


def in_words(root: Node | None) -> str:
    """Return a tree as people read it: words first, then fields and dates, then exclusions."""
    if root is None:
        return "every brief"
    nodes = root.nodes if isinstance(root, And) else (root,)
    plain = [node for node in nodes if not isinstance(node, Dated | MarkTerm | Not) and not _has_field(node)]
    first = " AND ".join(_shown(node, bracketed=len(plain) > 1) for node in plain)
    rest = [_shown(node, bracketed=False) for node in nodes if _has_field(node) or isinstance(node, Dated | MarkTerm)]
    without = [f"without {_shown(node.node, bracketed=True)}" for node in nodes if isinstance(node, Not)]
    return "; ".join([*([first] if first else []), *rest, *without])


def _has_field(node: Node) -> bool:
    return isinstance(node, Term) and node.field is not None


def _shown(node: Node, bracketed: bool) -> str:
    if isinstance(node, Term):
        text = node.text + ("…" if node.prefix else "")
        if node.typos:
            text += f" (up to {node.typos} typos)" if node.typos > 1 else " (one typo)"
        text = f'"{text}"' if node.exact else text
        text += f" within {node.within} words" if node.within else ""
        return f"{node.field}: {text}" if node.field else text
    if isinstance(node, Dated):
        return node.label
    if isinstance(node, MarkTerm):
        text = node.words + ("…" if node.prefix else "")
        return MARKS.get(node.mark) or f"{node.mark}: " + (f'"{text}"' if node.exact else text)
    if isinstance(node, Not):
        return f"NOT {_shown(node.node, bracketed=True)}"
    joint = " AND " if isinstance(node, And) else " OR "
    text = joint.join(_shown(child, bracketed=True) for child in node.nodes)
    return f"({text})" if bracketed else text
