"""Select Graphic Rendition (ECMA-48, 8.3.117): parses SGR sequences and finds the shortest one between two styles."""

from functools import lru_cache
from typing import NamedTuple

_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29", "21": "24"}
_KNOWN_ATTRIBUTES = frozenset(_OFF)
_SEEN_ON_BLANKS = frozenset(("4", "7", "9", "21"))
"""Underlined, reversed and crossed-out blanks differ from others, also by the colour of the text."""


class Graphics(NamedTuple):
    """A graphic rendition: foreground, background (as SGR parameters, empty for the default) and attributes."""

    foreground: str = ""
    background: str = ""
    attributes: frozenset[str] = frozenset()

    @property
    def of_blank(self) -> "Graphics | None":
        """The rendition that makes a blank look the same, without what it does not show; None if it shows all."""
        return None if self.attributes & _SEEN_ON_BLANKS else Graphics(background=self.background)


PLAIN = Graphics()


@lru_cache(maxsize=4096)
def parse_sgr(parameters: str) -> Graphics | None:
    """Return the rendition that an SGR sequence sets after a reset; None for an unknown sequence."""
    foreground = background = ""
    attributes: set[str] = set()
    codes = [code.lstrip("0") or "0" for code in parameters.split(";")]
    at = 0
    while at < len(codes):
        code = codes[at]
        if code in ("38", "48"):
            size = {"2": 5, "5": 3}.get(codes[at + 1] if at + 1 < len(codes) else "", 0)
            if not size or at + size > len(codes):
                return None
            colour = ";".join(codes[at : at + size])
            foreground, background = (colour, background) if code == "38" else (foreground, colour)
            at += size
            continue
        if code == "0":
            foreground, background, attributes = "", "", set()
        elif code in _KNOWN_ATTRIBUTES:
            attributes.add(code)
        elif code == "39":
            foreground = ""
        elif code == "49":
            background = ""
        elif len(code) in (2, 3) and code[-2] in "39" and (len(code) == 2 or code < "110"):
            foreground = code
        elif code[:-1] in ("4", "10"):
            background = code
        else:
            return None
        at += 1
    return Graphics(foreground, background, frozenset(attributes))


@lru_cache(maxsize=4096)
def transition(old: Graphics, new: Graphics) -> str:
    """Return the shortest SGR sequence from one rendition to another; empty where they are equal."""
    if old == new:
        return ""
    whole = [*sorted(new.attributes), new.foreground, new.background]
    reset = "\x1b[" + ";".join(["0", *filter(None, whole)]) + "m" if any(whole) else "\x1b[m"
    off = {_OFF[code] for code in old.attributes - new.attributes}
    kept = {code for code in new.attributes & old.attributes if _OFF[code] in off}
    parts = [*sorted(off), *sorted((new.attributes - old.attributes) | kept)]
    if new.foreground != old.foreground:
        parts.append(new.foreground or "39")
    if new.background != old.background:
        parts.append(new.background or "49")
    delta = "\x1b[" + ";".join(parts) + "m"
    return min(delta, reset, key=len)


def combine(old: Graphics, parameters: str) -> Graphics | None:
    """Return the rendition after an SGR sequence, given the one before; None for an unknown sequence."""
    new = parse_sgr(parameters)
    if new is None or parameters in ("", "0") or old == PLAIN or parameters.startswith("0;"):
        return new
    return Graphics(new.foreground or old.foreground, new.background or old.background, old.attributes | new.attributes)
