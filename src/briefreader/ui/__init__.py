"""The terminal: everything a person sees, and nothing the library needs."""

import os

# Read by Textual when it is imported: nothing here moves by itself, and a key is painted within 8 ms rather than 16.
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
os.environ.setdefault("TEXTUAL_FPS", "120")
