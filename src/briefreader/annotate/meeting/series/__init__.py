"""Reads the series that a meeting belongs to and its ordinal in it."""
