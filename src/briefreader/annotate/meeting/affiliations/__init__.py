"""Finds the side that each person at a meeting speaks for."""
