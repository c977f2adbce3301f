"""Keeps what a person corrects, meetings and names, in plain files of the library."""
