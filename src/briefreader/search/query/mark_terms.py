"""Reads the terms of a query that ask for the marks of a person: `is:unread`, `note:word`, `label:word`."""

from briefreader.fields import MARKS
from briefreader.search.query.tree import MarkTerm
from briefreader.text import clean_line, words

_WITH_WORDS = ("note", "label")


def mark_term(field: str, value: str, *, growing: bool, exact: bool) -> tuple[MarkTerm | None, str]:
    """Return the term of a field of marks and a value, with a sentence about a value that asks for nothing.

    A value that is `growing` may be the beginning of a mark, and so may one that ends in `*`. Words of notes and labels
    that are `exact` follow each other.
    """
    begun = growing or (value.endswith("*") and not exact)
    value = clean_line(value if exact else value.rstrip("*"))
    if field in _WITH_WORDS:
        has_word = next(words(value), None) is not None
        return MarkTerm(field, value, exact, begun) if has_word else None, ""
    name = value.lower()
    found = [mark for mark in MARKS if mark == name] or [mark for mark in MARKS if begun and mark.startswith(name)]
    if len(found) == 1:
        return MarkTerm(found[0]), ""
    if found:
        return None, f"is: {' or '.join(found)}"
    return None, f"no is:{value} ({', '.join(MARKS)})"


def begins_mark(value: str) -> bool:
    """Return whether a value of the field `is` may become a mark when more letters are typed."""
    return any(mark.startswith(value.lower()) for mark in MARKS)
