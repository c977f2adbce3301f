"""Reads files that are not plain texts in a process of its own, within limits of memory and time."""
