"""The terminal driver: sends only the cells that change, and no control character from data."""
