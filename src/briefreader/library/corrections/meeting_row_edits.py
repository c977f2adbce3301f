"""Changes the rows of `meetings.yaml` and keeps all its other lines as a person wrote them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.library.corrections.meeting_rows import BRIEFS, MEETINGS, SERIES, read_text, refuse_broken
from briefreader.meetings import Corrections, Fact, Facts, Grouping, fact_text
from briefreader.model import SettingsError
from briefreader.text import clean_line
from briefreader.yaml_rows import items, quoted, scalar, section_of, value_of, with_replaced, with_row, without_rows

if TYPE_CHECKING:
    import yaml

_PLAIN_NUMBER = re.compile(r"[0-9][0-9A-Za-z-]*")


def with_grouping(path: Path, text: str, grouping: Grouping) -> str:
    """Return the text of the file after a statement that joins or parts briefs. Raises SettingsError."""
    others = {"from": grouping.others} if grouping.kind == "parted" else {}
    row = _row({grouping.kind: grouping.briefs, **others})
    refuse_broken(read_text(path, text))
    changed = with_row(text, BRIEFS, row)
    return _checked(path, changed, lambda found: grouping in found.groupings[-1:])


def with_facts(path: Path, text: str, briefs: Sequence[str], facts: Facts) -> str:
    """Return the text of the file with all stated facts of the meeting of some briefs; they go to the first brief.

    Raises SettingsError.
    """
    refuse_broken(read_text(path, text))
    former = [row for row in _rows(text, MEETINGS) if clean_line(scalar(value_of(row, "brief")) or "") in briefs]
    row = _row({"brief": briefs[0], **facts}) if facts else None
    changed = _with_one_row(path, text, MEETINGS, former, row)
    return _checked(path, changed, lambda found: found.facts_of(briefs) == facts)


def with_series(path: Path, text: str, name: str, others: Iterable[str]) -> str:
    """Return the text of the file after a name was given to series with other names. Raises SettingsError."""
    refuse_broken(read_text(path, text))
    named = {*others, name}
    former: list[yaml.Node] = []
    aliases: dict[str, None] = {}
    for row in _rows(text, SERIES):
        known = clean_line(scalar(value_of(row, "name")) or "")
        spellings = [clean_line(scalar(each) or "") for each in items(value_of(row, "aliases"))]
        if known in named or not named.isdisjoint(spellings):
            former.append(row)
            aliases.update(dict.fromkeys((*spellings, known)))
    aliases.pop("", None)
    aliases.update(dict.fromkeys(others))
    aliases.pop(name, None)
    row_text = _row({"name": name, "aliases": tuple(aliases)}) if aliases else None
    changed = _with_one_row(path, text, SERIES, former, row_text)
    return _checked(path, changed, lambda found: len({found.series_called(each) for each in named}) == 1)


def _rows(text: str, section: str) -> list[yaml.Node]:
    found = section_of(text, section)
    return items(found[1]) if found else []


def _with_one_row(path: Path, text: str, section: str, former: Sequence[yaml.Node], row: str | None) -> str:
    """Return a text with one row in place of the former ones, or with none of them."""
    if row is not None and not former:
        return with_row(text, section, row)
    changed = without_rows(text, former[1:] if row is not None else former)
    if changed is None:
        raise _unwritable(path)
    return changed if row is None else with_replaced(changed, former[0], row)


def _checked(path: Path, text: str, holds: Callable[[Corrections], bool]) -> str:
    """Return a changed text if it says the wanted. Raises SettingsError to protect a file of unknown form."""
    found = read_text(path, text)
    if found.is_broken or not holds(found.corrections):
        raise _unwritable(path)
    return text


def _unwritable(path: Path) -> SettingsError:
    return SettingsError(f"{path}: this file has a form that cannot be extended; write each row on a line of its own")


def _row(values: Mapping[str, Fact]) -> str:
    return f"{{{', '.join(f'{key}: {_text(value)}' for key, value in values.items())}}}"


def _text(value: Fact) -> str:
    if isinstance(value, tuple) and value:
        return f"[{', '.join(map(_text, value))}]"
    text = value if isinstance(value, str) else fact_text(value)
    return text if _PLAIN_NUMBER.fullmatch(text) else quoted(text)
