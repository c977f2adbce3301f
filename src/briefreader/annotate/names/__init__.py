"""The lists of names: read, compiled, looked up in a text, and edited."""
