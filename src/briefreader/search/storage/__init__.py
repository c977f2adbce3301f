"""Stores the data structures of the search index as bytes in files that are checked as they are read."""
