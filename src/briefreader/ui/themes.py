"""The three faces: dark and light in true colour, and one in the terminal's own colours.

An entity type has one hue in every theme, quieter than the text. Where no colour may be used (`NO_COLOR`), attributes
alone tell highlights apart: see `.-no-color` in briefreader.tcss.
"""

from textual.theme import BUILTIN_THEMES, Theme

from briefreader.model import EntityType

ENTITY_NAMES: dict[EntityType, str] = {
    "PERSON": "person",
    "TITLE": "office",
    "ORG": "organization",
    "PLACE": "place",
    "NORP": "people",
    "AGREEMENT": "agreement",
    "WEAPON": "weapon",
    "EVENT": "event",
    "DATE": "date",
}

DARK = Theme(
    name="dark",
    primary="#6cb6c9",
    accent="#6cb6c9",
    warning="#d8a657",
    error="#e06c6c",
    foreground="#cdd3da",
    background="#15181d",
    surface="#15181d",
    panel="#1d2229",
    variables={
        "rule": "#363d47",
        "quiet": "#848e9a",
        "title": "#f0f3f6",
        "cursor": "#252c36",
        "match": "#e3c76b",
        "match-text": "#15181d",
        "match-here": "#f08d49",
        "entity-person": "#dcc58c",
        "entity-office": "#a99c86",
        "entity-organization": "#8db6dd",
        "entity-place": "#92c794",
        "entity-people": "#79b3a4",
        "entity-agreement": "#c9a0d8",
        "entity-weapon": "#e09393",
        "entity-event": "#d9a27e",
        "entity-date": "#8fa8b8",
    },
)

LIGHT = Theme(
    name="light",
    primary="#0b6b83",
    accent="#0b6b83",
    warning="#8a5a00",
    error="#b3261e",
    foreground="#2b3138",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#f0eee8",
    dark=False,
    variables={
        "rule": "#cfccc4",
        "quiet": "#6a7178",
        "title": "#0e1216",
        "cursor": "#e4e9ec",
        "match": "#f6dc7d",
        "match-text": "#1d1a08",
        "match-here": "#f2a65a",
        "entity-person": "#7b5800",
        "entity-office": "#75695a",
        "entity-organization": "#1f5d99",
        "entity-place": "#2a6e31",
        "entity-people": "#1c6d5e",
        "entity-agreement": "#7d3f93",
        "entity-weapon": "#a33a3a",
        "entity-event": "#96501f",
        "entity-date": "#49667a",
    },
)

ANSI = Theme(
    name="ansi",
    ansi=True,
    primary="ansi_cyan",
    accent="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "rule": "ansi_bright_black",
        "quiet": "ansi_bright_black",
        "title": "ansi_default",
        "cursor": "ansi_default",
        "match": "ansi_yellow",
        "match-text": "ansi_black",
        "match-here": "ansi_bright_yellow",
        "entity-person": "ansi_yellow",
        "entity-office": "ansi_bright_black",
        "entity-organization": "ansi_blue",
        "entity-place": "ansi_green",
        "entity-people": "ansi_bright_green",
        "entity-agreement": "ansi_magenta",
        "entity-weapon": "ansi_red",
        "entity-event": "ansi_bright_magenta",
        "entity-date": "ansi_cyan",
    },
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT, ANSI)}
