"""Tells what changed from one text to another: words, whole sentences, what moved and what every meeting brings."""
