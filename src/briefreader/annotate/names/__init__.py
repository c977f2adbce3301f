"""Reads and edits the lists of names, and finds listed names and acronyms in a text."""
