"""The room query."""
