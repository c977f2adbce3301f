"""The three themes: dark and light in true colour, and one in the terminal's own colours.

An entity type has the same hue in every theme, quieter than the text. Without colour (`NO_COLOR`), text attributes
distinguish the types: see palette.py, and `.-no-color` in briefreader.tcss.
"""

from typing import NamedTuple

from textual.app import App
from textual.theme import BUILTIN_THEMES, Theme

from briefreader.fields import BY_ENTITY
from briefreader.model import EntityType


class EntityStyle(NamedTuple):
    """The names of an entity type, its text attributes where there is no colour, and its colour in each theme."""

    name: str
    plural: str
    attributes: str
    dark: str
    light: str
    ansi: str


_STYLES: dict[EntityType, tuple[str, str, str, str]] = {
    "PERSON": ("bold", "#dcc58c", "#7b5800", "ansi_yellow"),
    "TITLE": ("italic", "#a99c86", "#75695a", "ansi_bright_black"),
    "ORG": ("underline", "#8db6dd", "#1f5d99", "ansi_blue"),
    "PLACE": ("dim", "#92c794", "#2a6e31", "ansi_green"),
    "NORP": ("dim italic", "#79b3a4", "#1c6d5e", "ansi_bright_green"),
    "AGREEMENT": ("italic underline", "#c9a0d8", "#7d3f93", "ansi_magenta"),
    "WEAPON": ("bold underline", "#e09393", "#a33a3a", "ansi_red"),
    "EVENT": ("bold italic", "#d9a27e", "#96501f", "ansi_bright_magenta"),
    "DATE": ("dim underline", "#8fa8b8", "#49667a", "ansi_cyan"),
}
ENTITY_STYLES = {
    type: EntityStyle(BY_ENTITY[type].name, BY_ENTITY[type].plural, *style) for type, style in _STYLES.items()
}

_COLORS: dict[str, tuple[str, str, str]] = {
    "accent": ("#6cb6c9", "#0b6b83", "ansi_cyan"),
    "warning": ("#d8a657", "#8a5a00", "ansi_yellow"),
    "error": ("#e06c6c", "#b3261e", "ansi_red"),
    "foreground": ("#cdd3da", "#2b3138", "ansi_default"),
    "background": ("#15181d", "#fbfaf7", "ansi_default"),
    "panel": ("#1d2229", "#f0eee8", "ansi_default"),
    "rule": ("#363d47", "#cfccc4", "ansi_bright_black"),
    "quiet": ("#848e9a", "#6a7178", "ansi_bright_black"),
    "title": ("#f0f3f6", "#0e1216", "ansi_default"),
    "cursor": ("#252c36", "#e4e9ec", "ansi_default"),
    "match": ("#e3c76b", "#f6dc7d", "ansi_yellow"),
    "match-text": ("#15181d", "#1d1a08", "ansi_black"),
    "match-here": ("#f08d49", "#f2a65a", "ansi_bright_yellow"),
    "found": ("#b9a3ea", "#d9c9f7", "ansi_magenta"),
    "found-here": ("#e08fe6", "#d79be8", "ansi_bright_magenta"),
    "passage": ("#2c4a61", "#c9dff0", "ansi_default"),
    **{f"entity-{style.name}": (style.dark, style.light, style.ansi) for style in ENTITY_STYLES.values()},
}
_EIGHT = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_BASE = ("accent", "warning", "error", "foreground", "background", "panel")
"""The colours that are attributes of a theme in Textual; the others are variables."""

ANSI_COLORS = frozenset(
    {"ansi_default", *(f"ansi_{each}" for each in _EIGHT), *(f"ansi_bright_{each}" for each in _EIGHT)}
)
"""The colours of the terminal by Textual's names."""

COLORS: dict[str, dict[str, str]] = {
    theme: {name: values[number] for name, values in _COLORS.items()}
    for number, theme in enumerate(("dark", "light", "ansi"))
}
"""The colours of each theme by name; the user's own themes are added when they are chosen."""


def theme_of(name: str, dark: bool = True, ansi: bool = False) -> Theme:
    """Return the theme whose colours have a name."""
    color = COLORS[name]
    variables = {variable: value for variable, value in color.items() if variable not in _BASE}
    if ansi:
        variables = {**BUILTIN_THEMES["ansi-dark"].variables, **variables}
    return Theme(
        name=name,
        primary=color["accent"],
        accent=color["accent"],
        warning=color["warning"],
        error=color["error"],
        foreground=color["foreground"],
        background=color["background"],
        surface=color["background"],
        panel=color["panel"],
        boost=color["background"] if ansi else None,
        dark=dark,
        ansi=ansi,
        variables=variables,
    )


THEMES = (theme_of("dark"), theme_of("light", dark=False), theme_of("ansi", ansi=True))


def set_first_theme(app: App[None], name: str) -> None:
    """Register the themes and set one before the style sheets are read; a later change makes Textual read them again.

    Assigning the attribute would apply the theme before the app runs; the variables are set without its watchers.
    """
    for theme in THEMES:
        app.register_theme(theme)
    app.set_reactive(App.theme, name)
    app.stylesheet.set_variables(app.get_css_variables())
