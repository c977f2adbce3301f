"""The look of every kind of text in the line views, made from a theme once.

Textual's component classes would do the same; matching their rules for forty kinds is a tenth of the time to the first
paint.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from rich.style import Style
from textual.theme import Theme

from briefreader.ui.themes import THEMES

Palette = Mapping[str, Style]
"""A style for each name in LOOKS."""


@dataclass(frozen=True, slots=True)
class Look:
    """A foreground and a background by theme variable, and attributes; `plain` are those without any colour."""

    color: str
    background: str = "background"
    attributes: str = ""
    plain: str = ""


SHAPES: dict[str, str] = {
    "person": "bold",
    "office": "italic",
    "organization": "underline",
    "place": "dim",
    "people": "dim italic",
    "agreement": "italic underline",
    "weapon": "bold underline",
    "event": "bold italic",
    "date": "dim underline",
}
"""The attributes that tell the types of entities apart where colour does not."""

LOOKS: dict[str, Look] = {
    "text": Look("foreground"),
    "title": Look("title", attributes="bold"),
    "facts": Look("foreground"),
    "label": Look("quiet"),
    "person": Look("entity-person"),
    "quiet": Look("quiet"),
    "notice": Look("warning"),
    "rule": Look("rule"),
    "rule here": Look("accent"),
    "heading": Look("accent", attributes="bold"),
    "cursor": Look("title", "cursor", "bold", "reverse bold"),
    "cursor away": Look("foreground", "cursor", "", "reverse"),
    "cursor bar": Look("accent", "cursor", "bold", "reverse bold"),
    "match": Look("match-text", "match", "", "reverse"),
    "match here": Look("match-text", "match-here", "bold", "reverse bold underline"),
    "spot": Look("match-text", "accent", "", "reverse underline"),
    **{f"hue {name}": Look(f"entity-{name}", plain=shape) for name, shape in SHAPES.items()},
    **{f"shape {name}": Look("foreground", attributes=shape, plain=shape) for name, shape in SHAPES.items()},
}

MARKINGS = ("hue", "shape", "")
"""How names may be marked: by a colour or by a form for each type, or not at all."""


@lru_cache(maxsize=8)
def palette(theme_name: str, no_color: bool = False) -> Palette:
    """Return the styles of one of our themes; without colour, attributes alone tell kinds apart."""
    theme = THEMES[theme_name]
    return MappingProxyType({name: _style(look, theme, no_color) for name, look in LOOKS.items()})


def _style(look: Look, theme: Theme, no_color: bool) -> Style:
    words = look.plain if no_color and look.plain else look.attributes
    if theme.ansi and look.background == "cursor":
        words = look.plain  # no grey of the sixteen colours is quiet on every terminal
    attributes = dict.fromkeys(words.split(), True)
    if no_color:
        return Style(**attributes)  # type: ignore[arg-type]
    return Style(color=_color(look.color, theme), bgcolor=_color(look.background, theme), **attributes)  # type: ignore[arg-type]


def _color(variable: str, theme: Theme) -> str:
    value = theme.variables.get(variable) or getattr(theme, variable)
    return str(value).removeprefix("ansi_")
