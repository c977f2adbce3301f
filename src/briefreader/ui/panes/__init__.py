"""The panes of the reader's screen, each with the actions of its own keys."""
