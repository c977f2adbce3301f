"""Finds words of position that became stronger or weaker, by ladders of verbs and of degrees."""
