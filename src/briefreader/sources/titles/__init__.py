"""Tells titles from the lines around them, and chooses the title of a document."""
