"""Turns the text of a query into a tree, and completes, corrects and edits it, without any I/O."""
