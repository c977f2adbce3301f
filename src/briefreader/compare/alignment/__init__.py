"""Aligns the sentences of two texts: finds those that became one another, and those that moved."""
