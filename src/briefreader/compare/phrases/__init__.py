"""Finds the phrases that a text has no more and those that are new in it, by how much their words tell."""
