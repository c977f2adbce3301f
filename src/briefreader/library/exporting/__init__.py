"""Makes documents of briefs, notes and comparisons for other programs, each with its citations."""
