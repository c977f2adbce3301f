"""The parts of the reader's screen, one a file."""
