"""Hostile texts by their shape: what they begin with, what is repeated how often, what they end with."""

from typing import NamedTuple

MILLION = 1_000_000


class Shape(NamedTuple):
    """A text that repeats something; `times` is how often the largest of the kind does."""

    unit: bytes
    times: int
    start: bytes = b""
    end: bytes = b""

    def text(self, part: int = 1) -> bytes:
        """Return the text with one part in so many of the repetitions."""
        return self.start + self.unit * (self.times // part) + self.end


SHAPES = (
    Shape(b"\n", 10 * MILLION, b"a", b"b"),
    Shape(b"[", MILLION),
    Shape(b"[a](", 100_000),
    Shape(b"[a](((((", 50_000),
    Shape(b"*a ", 100_000),
    Shape(b"_a ", 100_000),
    Shape(b"- ", 300_000, end=b"x"),
    Shape(b"> ", 300_000),
    Shape(b"|---", 100_000, end=b"x"),
    Shape(b"<div>", 100_000),
    Shape(b"<!--", 100_000),
    Shape(b"<a ", 100_000),
    Shape(b"&", MILLION),
    Shape(b"\x1b]", 100_000),
    Shape(b"# a\n", 100_000),
    Shape("\u0301".encode(), 300_000, "e\u0301".encode()),
    Shape(b"<p>one two three four five six seven eight nine ten", 20_000, b"<nav></nav>"),
    Shape(b"k: v\n", MILLION, b"---\ntitle: x\n", b"---\nbody"),
    Shape(b"[", 60_000, b"---\na: ", b"\n---\nbody"),
    Shape(b'a: "\\"\n', 8_000, b"---\n", b"---\nbody"),
)
NAMES = ("x.md", "x.txt", "x.html")
