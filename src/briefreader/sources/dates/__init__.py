"""Reads dates in all usual forms and languages, and chooses the date of a document among them."""
