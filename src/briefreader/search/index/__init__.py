"""Holds the search index of a library: writes, updates, merges and opens it."""
