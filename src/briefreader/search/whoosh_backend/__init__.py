"""Reads and writes segments of Whoosh; nothing else in the program imports Whoosh."""
