"""Libraries of a few briefs, with the user's folders in the test's own."""

from library.conftest import library, opened, places, root

__all__ = ["library", "opened", "places", "root"]
