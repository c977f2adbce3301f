"""The recognizers of names and dates in a text."""
