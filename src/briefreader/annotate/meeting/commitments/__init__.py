"""Reads what the sides of a meeting promised, and which side said it."""
