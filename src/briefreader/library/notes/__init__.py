"""Keeps the notes of a library: what a person wrote on briefs and passages, found again where they were written."""

from briefreader.library.notes.notes import Notes

__all__ = ["Notes"]
