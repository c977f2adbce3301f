"""The terminal interface: everything a person sees. It uses the library; the library knows nothing of it."""

import os

# Textual reads these when it is imported: nothing moves by itself, and a key is painted within 4 ms instead of 16. Over
# a slow line, keys that come fast share more of their paints.
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
os.environ.setdefault("TEXTUAL_FPS", "120" if os.environ.get("SSH_CONNECTION") else "250")
