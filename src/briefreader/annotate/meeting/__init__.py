"""Reads the meeting that a text reports, its attendance and its commitments."""
