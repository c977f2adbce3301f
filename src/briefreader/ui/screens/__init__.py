"""The screens: the reader itself, and what opens on top of it."""
