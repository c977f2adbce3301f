"""Holds the paragraphs and links of a text with their kinds, and what tells their places and numbers."""
