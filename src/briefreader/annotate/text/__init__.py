"""Cuts a text into tokens, knows classes of words, and masks the mentions in sentences."""
