"""Parses the command line, asks the library and prints the answer, or opens the reader."""

from briefreader.cli.main import main

__all__ = ["main"]
