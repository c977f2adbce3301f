"""The changes of wording from one text to another."""

from typing import Literal, NamedTuple

from briefreader.text import Span

ChangeKind = Literal["insert", "delete", "replace", "move", "routine"]


class Change(NamedTuple):
    """A change, with its place in each text; None where a text has nothing of it.

    A `move` is a passage that stands elsewhere in b, and changes inside it are changes of their own. `routine` is a
    change that every meeting brings: an ordinal, a date, a place, a name or the office beside it.
    """

    kind: ChangeKind
    a: Span | None
    b: Span | None


class Rewording(NamedTuple):
    """A sentence that is gone from a, and the new one of b that probably says the same in other words."""

    a: Span
    b: Span
