"""Reads the day, the place and the format of a meeting, and when the next one is."""
