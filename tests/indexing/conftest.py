"""Libraries of a few briefs, with the user's folders in the test's own."""

from library.conftest import indexed, library, opened, places, root

__all__ = ["indexed", "library", "opened", "places", "root"]
