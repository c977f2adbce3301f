"""Makes a line of each result from a template such as `{date}\\t{id}\\t{title}`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from briefreader.model import UsageError
from briefreader.text import clean, clean_line

_PARTS = re.compile(r"\{\{|\}\}|\{(\w+)\}|\\([tn\\])|([{}])")
_ESCAPED = {"t": "\t", "n": "\n", "\\": "\\"}


class LineTemplate:
    """A template with names of JSON keys in braces; `\\t` is a tab, `\\n` a new line and `{{` a brace."""

    def __init__(self, template: str, names: Collection[str]) -> None:
        """Take a template that may hold these names. Raises UsageError for another name or a lone brace."""
        self._template = clean(template)
        for part in _PARTS.finditer(self._template):
            if part[3]:
                raise UsageError(f"--format has a lone {part[3]}; write {{date}} for a value and {{{{ for a brace")
            if part[1] and part[1] not in names:
                raise UsageError(f"--format knows no {{{part[1]}}}; it knows {', '.join(names)}")

    def line(self, record: Mapping[str, object]) -> str:
        """Return the line of one result; unknown values are empty."""

        def value(part: re.Match[str]) -> str:
            if part[1]:
                return _text(record[part[1]])
            return _ESCAPED[part[2]] if part[2] else part[0][0]

        return _PARTS.sub(value, self._template)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(_text, value))
    return clean_line(str(value))
