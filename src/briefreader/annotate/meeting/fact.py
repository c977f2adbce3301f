"""Defines a fact of a meeting: a value, the words of the text that state it, and whether they state it plainly."""

from typing import Generic, NamedTuple, TypeVar

from briefreader.text import Span

Value = TypeVar("Value")


class Fact(NamedTuple, Generic[Value]):
    """Holds the value of one field of a meeting and the range of the text that it was read from.

    `plain` is False where the text only suggests the value; a person should then read the words.
    """

    value: Value
    words: Span
    plain: bool = True
