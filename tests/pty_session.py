"""Recorded sessions: the keys that a person presses in the reader, and the screen after each of them, as plain text.

A file begins with the size of the terminal, such as `size 80x24`, and the arguments after `start`. `keys` lists keys by
name, `type` is typed letter by letter, `wait` names words that appear on the screen. After each of these lines stands
the screen, each row behind a `|`. The day of the recording stands in a screen as `YYYY-MM-DD`.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from terminal import DOWN, ENTER, ESCAPE, PAGE_DOWN, PAGE_UP, UP

KEYS = {
    "Enter": ENTER,
    "Esc": ESCAPE,
    "Down": DOWN,
    "Up": UP,
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "PgDn": PAGE_DOWN,
    "PgUp": PAGE_UP,
    "Space": " ",
    "Tab": "\t",
    **{f"Ctrl+{letter}": chr(ord(letter) - 64) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
}


class Step(NamedTuple):
    """Something that a person does, and the screen afterwards; `verb` is keys, type or wait."""

    verb: str
    words: str
    screen: str

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys as a terminal sends them, one by one; none while a person waits."""
        if self.verb == "keys":
            return tuple(KEYS.get(name, name) for name in self.words.split())
        return tuple(self.words) if self.verb == "type" else ()


class Session(NamedTuple):
    """A recorded session in a terminal of so many columns and rows."""

    columns: int
    rows: int
    arguments: tuple[str, ...]
    steps: tuple[Step, ...]

    @classmethod
    def read(cls, path: Path) -> "Session":
        """Read a session from its file."""
        size, start, *rest = path.read_text("utf-8").splitlines()
        columns, rows = map(int, size.removeprefix("size ").split("x"))
        return cls(columns, rows, tuple(start.removeprefix("start ").split()), tuple(_steps(rest)))

    def write(self, path: Path) -> None:
        """Write the session to its file."""
        lines = [f"size {self.columns}x{self.rows}", f"start {' '.join(self.arguments)}"]
        for step in self.steps:
            lines += [f"{step.verb} {step.words}", *(f"|{row}".rstrip() for row in step.screen.splitlines())]
        path.write_text("\n".join(lines) + "\n", "utf-8")

    @property
    def key_count(self) -> int:
        """The number of keys that a person presses."""
        return sum(len(step.keys) for step in self.steps)


def today() -> date:
    """Return the day as notes tell it."""
    return datetime.now(UTC).date()


def without_today(screen: str, first: date) -> str:
    """Return a screen with the days from `first` until today as `YYYY-MM-DD`; a session may run over midnight."""
    for day in {first, today()}:
        screen = screen.replace(day.isoformat(), "YYYY-MM-DD")
    return screen


def _steps(lines: list[str]) -> Iterator[Step]:
    verb, words, rows = "", "", list[str]()
    for line in [*lines, "end "]:
        if line.startswith("|"):
            rows.append(line[1:])
            continue
        if verb:
            yield Step(verb, words, "\n".join(rows))
        verb, _, words = line.partition(" ")
        rows = []
