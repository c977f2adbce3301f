"""Remembers for the next session what a person read, set up, searched and copied."""
