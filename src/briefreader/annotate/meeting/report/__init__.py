"""Finds the sentences that report the meeting, by its verbs, its headline and its signatories."""
