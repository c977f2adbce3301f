"""The type of the fixture that starts the reader on a pseudo-terminal."""

from collections.abc import Callable

from terminal import Terminal

Run = Callable[..., Terminal]
