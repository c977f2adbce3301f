"""Reads the settings, and names the folders of the user and of the program (XDG base directories)."""

from briefreader.config.places import Place, Places, data_folder, library_variable
from briefreader.config.setting_lines import SettingLine
from briefreader.config.settings import SHORTEST_TEXT, THEMES, Settings, load, theme_lines

__all__ = [
    "SHORTEST_TEXT",
    "THEMES",
    "Place",
    "Places",
    "SettingLine",
    "Settings",
    "data_folder",
    "library_variable",
    "load",
    "theme_lines",
]
