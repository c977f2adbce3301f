"""Cleans pasted text before anything in it can be taken for keys.

The text stands between `ESC [ 200 ~` and `ESC [ 201 ~` (bracketed paste). Some terminals pass on every character of it,
and Textual takes the rest of a text for typed keys once an ESC stands in it.
"""

from typing import Final

from briefreader.text import clean

START: Final = "\x1b[200~"
END: Final = "\x1b[201~"


class Pastes:
    """Filters typed text; the text of a paste is held back until its end, and is cleaned then."""

    def __init__(self) -> None:
        self._last = ""
        self._pasted: list[str] | None = None

    def take(self, typed: str) -> str:
        """Return what was typed, with cleaned text in each paste that has ended."""
        done: list[str] = []
        while typed:
            if self._pasted is None:
                before, start, typed = self._parted(typed, START)
                done.append(before)
                self._pasted = [] if start else None
            else:
                pasted, end, typed = self._parted(typed, END)
                self._pasted.append(pasted)
                if end:
                    done += [clean("".join(self._pasted)[: -len(END)]), END]
                    self._pasted = None
        return "".join(done)

    def _parted(self, typed: str, mark: str) -> tuple[str, bool, str]:
        """Return the text up to a mark and with it, whether it came, and the rest; a mark may come in pieces."""
        known = self._last + typed
        at = known.find(mark)
        end = at + len(mark) - len(self._last)
        if at < 0:
            self._last = known[1 - len(mark) :]
            return typed, False, ""
        self._last = ""
        return typed[:end], True, typed[end:]
