"""A text under annotation: its tokens, classes of words, and sentences with their mentions masked."""
