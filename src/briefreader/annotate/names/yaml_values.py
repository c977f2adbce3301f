"""Reads YAML as dicts, lists and texts that know their line numbers."""

from pathlib import Path
from typing import Any

from briefreader.model import SettingsError
from briefreader.text import clean_line


class Scalar(str):
    """Holds a text and its line number, counted from 1."""

    line: int

    def __new__(cls, text: str, line: int) -> "Scalar":
        """Return a text with a line number."""
        value = super().__new__(cls, text)
        value.line = line
        return value


class Items(list[Any]):
    """Holds a list and the number of its first line."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class Pairs(dict[str, Any]):
    """Holds a mapping with scalars as keys and the number of its first line."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


def line_of(value: object, default: int = 1) -> int:
    """Return the number of the first line of a value that `parse` returned, the default for None."""
    return value.line if isinstance(value, (Scalar, Items, Pairs)) else default


def parse(path: Path, text: str) -> Any:
    """Return the value of a YAML text; every scalar stays a text (`NO` is the code of Norway), an empty one is None.

    Texts are cleaned onto one line, because an escape of YAML (`"\\e"`) can hold any character. The function reads
    parser events: it runs no constructor and refuses aliases, which could grow without bound. Raises SettingsError.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    open_: list[Items | Pairs] = []
    keys: list[Scalar | None] = []
    root: Any = None
    try:
        for event in yaml.parse(text, Loader=loader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.AliasEvent):
                raise SettingsError(f"{path}, line {line}: a list of names may not use YAML aliases; write it out")
            if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                open_.pop()
                keys.pop()
                continue
            if isinstance(event, yaml.ScalarEvent):
                value: Any = Scalar(clean_line(event.value), line) if event.value or event.style else None
            elif isinstance(event, yaml.MappingStartEvent):
                value = Pairs(line)
            elif isinstance(event, yaml.SequenceStartEvent):
                value = Items(line)
            else:
                continue
            holder = open_[-1] if open_ else None
            if isinstance(holder, Pairs):
                if keys[-1] is None:
                    keys[-1] = value if isinstance(value, Scalar) else Scalar("", line)
                    if value is None or isinstance(value, Scalar):
                        continue
                    raise SettingsError(f"{path}, line {line}: a key is one word; write lines such as `people:`")
                holder[keys[-1]] = value
                keys[-1] = None
            elif isinstance(holder, Items):
                holder.append(value)
            else:
                root = value
            if isinstance(value, (Items, Pairs)):
                open_.append(value)
                keys.append(None)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "it is not YAML"
        raise SettingsError(f"{path}{where}: the list of names cannot be read ({problem}); mend this line") from error
    return root
