"""The room indexing."""
