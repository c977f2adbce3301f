"""The style of every kind of text in the line views, made from a theme once.

Textual's component classes would do the same; matching their rules for forty kinds takes a tenth of the time to the
first paint.
"""

import os
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from rich.style import Style

from briefreader.ui.themes import COLORS, ENTITY_STYLES

Palette = Mapping[str, Style]
"""A style for each name in RULES."""


class StyleRule(NamedTuple):
    """Foreground and background by theme variable, and attributes; `plain` are the attributes used without colour."""

    color: str
    background: str = "background"
    attributes: str = ""
    plain: str = ""


RULES: dict[str, StyleRule] = {
    "text": StyleRule("foreground"),
    "title": StyleRule("title", attributes="bold"),
    "section": StyleRule("foreground", attributes="bold"),
    "facts": StyleRule("foreground"),
    "label": StyleRule("quiet"),
    "person": StyleRule("entity-person"),
    "quiet": StyleRule("quiet"),
    "notice": StyleRule("warning"),
    "rule": StyleRule("rule"),
    "rule here": StyleRule("accent"),
    "heading": StyleRule("accent", attributes="bold"),
    "cursor": StyleRule("title", "cursor", "bold", "reverse bold"),
    "cursor away": StyleRule("foreground", "cursor", "", "reverse"),
    "cursor bar": StyleRule("accent", "cursor", "bold", "reverse bold"),
    "match": StyleRule("match-text", "match", "", "reverse"),
    "match here": StyleRule("match-text", "match-here", "bold", "reverse bold underline"),
    "found": StyleRule("match-text", "found", "", "reverse italic"),
    "found here": StyleRule("match-text", "found-here", "bold", "reverse bold italic"),
    "passage": StyleRule("title", "passage", "", "reverse bold"),
    "noted": StyleRule("accent", attributes="bold", plain="bold"),
    "passage match": StyleRule("quiet", attributes="reverse"),
    "pinned": StyleRule("title", "panel", "bold", "bold underline"),
    "pinned date": StyleRule("quiet", "panel", plain="underline"),
    "new words": StyleRule("entity-place", attributes="underline", plain="bold underline"),
    "gone words": StyleRule("error", attributes="strike", plain="dim strike"),
    "replacing words": StyleRule("warning", attributes="bold", plain="bold underline"),
    "replaced words": StyleRule("warning", attributes="strike", plain="dim strike"),
    "moved words": StyleRule("accent", attributes="italic", plain="italic"),
    "routine words": StyleRule("quiet", plain="dim"),
    "change here": StyleRule("match-text", "found-here", "bold", "reverse bold"),
    "highlight": StyleRule("match-text", "accent", "", "reverse underline"),
}
for _entity in ENTITY_STYLES.values():
    RULES[f"color {_entity.name}"] = StyleRule(f"entity-{_entity.name}", plain=_entity.attributes)
    RULES[f"attributes {_entity.name}"] = StyleRule(
        "foreground", attributes=_entity.attributes, plain=_entity.attributes
    )

MARKINGS = ("color", "attributes", "")
"""The ways to mark names: by a colour or by text attributes for each type, or not at all."""


def no_color() -> bool:
    """Tell whether the person wants no colours (https://no-color.org)."""
    return bool(os.environ.get("NO_COLOR"))


@lru_cache(maxsize=8)
def palette(theme_name: str) -> Palette:
    """Return the styles of one of the reader's themes, with attributes alone where colours are not wanted."""
    return MappingProxyType({name: _style(rule, theme_name, no_color()) for name, rule in RULES.items()})


def _style(rule: StyleRule, theme_name: str, without_color: bool) -> Style:
    words = rule.plain if without_color and rule.plain else rule.attributes
    if theme_name == "ansi" and rule.background in ("cursor", "passage"):
        words = rule.plain  # no grey of the sixteen colours is readable as a background on every terminal
    style: dict[str, Any] = dict.fromkeys(words.split(), True)
    if not without_color:
        colors = COLORS[theme_name]
        style["color"] = colors[rule.color].removeprefix("ansi_")
        style["bgcolor"] = colors[rule.background].removeprefix("ansi_")
    return Style(**style)
