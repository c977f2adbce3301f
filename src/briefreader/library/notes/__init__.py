"""Keeps the notes of a library, which a person has written on briefs and passages, and finds the passages again."""

from briefreader.library.notes.notes import Notes

__all__ = ["Notes"]
