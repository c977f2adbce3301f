"""Reads the claims of a text that a meeting, a visit or an act is the first."""
