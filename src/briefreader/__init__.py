"""briefreader: a terminal reader for people who follow diplomacy by its readouts."""

__version__ = "0.1.0"
