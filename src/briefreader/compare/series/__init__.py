"""Follows a series from meeting to meeting: who came, what was promised, claimed and committed, and a wording."""
