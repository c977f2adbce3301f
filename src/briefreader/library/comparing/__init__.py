"""Compares the briefs of a library, follows its series, and finds the meetings that were promised."""
