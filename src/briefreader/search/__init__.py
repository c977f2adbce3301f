"""Search: what a query means, where it matches, and the index that answers it."""
