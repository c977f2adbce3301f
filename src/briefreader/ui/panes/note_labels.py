"""The labels of a note in its text as a person types it: words that begin with `#`."""

import re
from collections.abc import Sequence

_LABEL = re.compile(r"(?<!\S)#([^\W\d][\w-]*)")
_LINE_OF_LABELS = re.compile(r"[ \t]*#[^\W\d][\w-]*(?:[ \t]+#[^\W\d][\w-]*)*[ \t]*")


def parted(typed: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a note and its labels; a last line of labels alone does not stay in the text."""
    labels = tuple(dict.fromkeys(_LABEL.findall(typed)))
    text, _, last = typed.rstrip().rpartition("\n")
    return (text if _LINE_OF_LABELS.fullmatch(last) else typed).strip("\n").rstrip(), labels


def joined(text: str, labels: Sequence[str]) -> str:
    """Return the text of a note as a person edits it: labels that it does not hold stand in its last line."""
    held = set(_LABEL.findall(text))
    missing = " ".join(f"#{label}" for label in labels if label not in held and can_be_typed(label))
    return "\n\n".join(filter(None, (text, missing)))


def end_of_text(typed: str) -> tuple[int, int]:
    """Return the line and the column behind the text of a note, before a last line of labels alone."""
    lines = typed.split("\n")
    last = len(lines) - 1
    if _LINE_OF_LABELS.fullmatch(lines[last]):
        last = next((number for number in range(last - 1, -1, -1) if lines[number].strip()), last)
    return last, len(lines[last])


def can_be_typed(label: str) -> bool:
    """Return whether a label is one word, as `#word` is; a person may write others into the file of a note."""
    return bool(_LABEL.fullmatch(f"#{label}"))
