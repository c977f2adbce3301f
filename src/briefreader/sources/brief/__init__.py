"""Reads the front matter of a brief and writes the Markdown file of a brief."""
