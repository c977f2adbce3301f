"""Finds the letters of a file: its encoding, and texts that were decoded wrongly before they were saved."""
