"""Reads the sides of a meeting and who attended it."""
