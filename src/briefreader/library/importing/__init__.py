"""Adds files to a library: lists what a person names, watches folders, and recognizes what is known already."""
