"""The room whoosh_backend."""
