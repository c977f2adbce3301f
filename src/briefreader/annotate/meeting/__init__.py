"""The fields of the meeting that a text reports."""
