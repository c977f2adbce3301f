"""Widgets and text layout that the panes are built from."""
