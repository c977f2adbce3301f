"""Recognizes names, offices and dates in a text."""
