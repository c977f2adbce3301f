"""Reads a library line by line: numbered lists and commands, for screen readers, Braille lines and bad lines."""

from briefreader.cli.line_mode.commands import converse
from briefreader.cli.line_mode.given_lines import GivenLines, given_lines

__all__ = ["GivenLines", "converse", "given_lines"]
