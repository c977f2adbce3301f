"""Changes single rows of the lists in a YAML text and keeps all other lines, with comments and order.

ruamel.yaml does not serve: it writes the whole file anew, with one indentation for all lists and without the comments
inside a list in brackets. The functions take nodes that PyYAML has composed from the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

# YAML needs no quotation marks around these texts.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9.'_/&() +-]*[A-Za-z0-9.')]|[A-Za-z]")
_OTHER_SCALARS = frozenset("null true false yes no on off y n".split())


def pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Yield the keys and values of a mapping, none for another node."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        yield from node.value


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """Return the items of a list, none for another node."""
    import yaml

    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def scalar(node: yaml.Node | None) -> str | None:
    """Return the text of a scalar, None for another node."""
    import yaml

    return str(node.value) if isinstance(node, yaml.ScalarNode) else None


def section_of(text: str, section: str) -> tuple[yaml.Node, yaml.Node] | None:
    """Return the key and the value of a section; the text must have no YAML aliases."""
    import yaml

    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return next((pair for pair in pairs(root) if scalar(pair[0]) == section), None)


def value_of(node: yaml.Node, key: str) -> yaml.Node | None:
    """Return the value of a key of a mapping, None where it has no such key."""
    return next((value for each, value in pairs(node) if scalar(each) == key), None)


def with_row(text: str, section: str, row: str) -> str:
    """Return the text with a row added at the end of a section; a missing section is added too."""
    found = section_of(text, section)
    if found is None:
        return f"{text}{'' if text.endswith(chr(10)) or not text else chr(10)}{section}:\n  - {row}\n"
    key, value = found
    rows = items(value)
    if is_flow(value):
        return inserted(text, value.end_mark.index - 1, f", {row}" if rows else row)
    if not rows:
        return after_line(text, key.end_mark.index, f"  - {row}")
    return after_line(text, end_of(rows[-1]), f"{' ' * value.start_mark.column}- {row}")


def with_replaced(text: str, row: yaml.Node, new: str) -> str:
    """Return the text with another text in place of a row; the comment after it stays."""
    return text[: row.start_mark.index] + new + text[end_of(row) :]


def without_rows(text: str, rows: Iterable[yaml.Node]) -> str | None:
    """Return the text without some rows of lists, None where a row shares its line with the start of another list.

    A comment at the end of a row stays on a line of its own.
    """
    for row in sorted(rows, key=lambda row: row.start_mark.index, reverse=True):
        start, end = row.start_mark.index, end_of(row)
        before = text[:start].rstrip()
        if before.endswith((",", "[")):
            after = text[end:].lstrip()
            comma = after.startswith(",") and not before.endswith(",")
            text = before.removesuffix(",") + (after[1:].lstrip(" ") if comma else text[end:])
            continue
        dash = len(before) - 1
        line = text.rfind("\n", 0, dash) + 1
        if not before.endswith("-") or text[line:dash].strip():
            return None
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        comment = text[end:line_end].strip()
        kept = f"{text[line:dash]}{comment}\n" if comment else ""
        text = text[:line] + kept + text[line_end + 1 :]
    return text


def is_flow(node: yaml.Node) -> bool:
    """Return whether a list or mapping stands in brackets."""
    return bool(getattr(node, "flow_style", False))


def end_of(node: yaml.Node) -> int:
    """Return the end of a node in the text; a block ends with its last scalar."""
    while not is_flow(node):
        inner = [value for _, value in pairs(node)] or items(node)
        if not inner:
            break
        node = inner[-1]
    return int(node.end_mark.index)


def inserted(text: str, at: int, added: str) -> str:
    """Return the text with a text added at a position, before the blanks and the comma that stand there."""
    before = text[:at].rstrip()
    gap = text[len(before) : at]
    return f"{before.removesuffix(',')}{added}{gap}{text[at:]}"


def after_line(text: str, at: int, line: str) -> str:
    """Return the text with a line added after the line at a position and after its comment."""
    end = text.find("\n", at)
    return f"{text}\n{line}\n" if end < 0 else f"{text[:end]}\n{line}{text[end:]}"


def quoted(text: str) -> str:
    """Return a text in YAML, in quotation marks where it needs them, also in a flow list."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _OTHER_SCALARS
    return text if plain else json.dumps(text, ensure_ascii=False)
