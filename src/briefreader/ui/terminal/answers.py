"""Takes a terminal's answers about its modes out of the typed text: late ones too, and those that come in pieces.

An answer (DECRPM) has the form `ESC [ ? mode ; setting $ y`. Over a slow line its pieces may come with pauses, and a
lone ESC is the Esc key then, and the rest is text.
"""

import re
import time
from collections.abc import Callable
from threading import Event

WAIT = 0.1
"""Seconds for which an answer counts, and for which an ESC may be the beginning of one."""

_ANSWER = re.compile(r"\x1b\[\?(\d{1,5});(\d)\$y")
_BEGINNING = re.compile(r"\x1b(?:\[(?:\?[\d;]{0,7}\$?)?)?\Z")
_ESCAPE = "\x1b"
_REST = re.compile(r"\[\?\d{1,5};\d\$y")


class Answers:
    """Filters typed text; calls `answered` with the mode and the setting of each answer that comes in time."""

    def __init__(self, answered: Callable[[str, str], None]) -> None:
        self._answered = answered
        self._mode = ""
        self._asked = 0.0
        self._is_answered = Event()
        self._held = ""
        self._held_since = 0.0
        self._before_rest = False

    def ask(self, mode: str) -> None:
        """Take note that the terminal is asked about a mode."""
        self._mode, self._asked = mode, time.monotonic()
        self._is_answered.clear()

    @property
    def _seconds_left(self) -> float:
        """The seconds for which an answer still counts."""
        if not self._mode or self._is_answered.is_set():
            return 0.0
        return max(0.0, self._asked + WAIT - time.monotonic())

    def wait(self) -> None:
        """Wait for an answer that may still come: the shell would take it for typed text."""
        self._is_answered.wait(self._seconds_left)

    def take(self, typed: str) -> str:
        """Return the text that the person typed; the beginning of an answer is held back until its rest comes.

        Nothing was typed when the text is empty: an ESC that was held back is returned once no answer can begin so.
        """
        if not typed:
            return self._release()
        if self._before_rest and (rest := _REST.match(typed)):
            typed = typed[rest.end() :]
        typed, self._held = _ANSWER.sub(self._note, self._held + typed), ""
        begun = _BEGINNING.search(typed)
        if begun and (begun[0] != _ESCAPE or self._seconds_left):
            typed, self._held, self._held_since = typed[: begun.start()], begun[0], time.monotonic()
        self._before_rest = typed.endswith(_ESCAPE)
        return typed

    def _release(self) -> str:
        if self._held != _ESCAPE or time.monotonic() - self._held_since < WAIT:
            return ""
        self._held, self._before_rest = "", True
        return _ESCAPE

    def _note(self, answer: re.Match[str]) -> str:
        mode, setting = answer.groups()
        if mode == self._mode and self._seconds_left:
            self._answered(mode, setting)
        self._is_answered.set()
        return ""
