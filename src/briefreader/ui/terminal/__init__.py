"""The terminal driver and what it sends: only cells that change, and no control character from data."""
