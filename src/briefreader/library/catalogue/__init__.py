"""Tells the meetings, the series and the sections of a library, and shortens titles for its lists."""
