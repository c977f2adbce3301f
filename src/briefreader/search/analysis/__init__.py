"""Turns words into terms, and finds the terms of a query in a text."""
