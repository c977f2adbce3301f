"""How often a process that goes through a library looks for garbage."""

import gc

_OBJECTS = 100_000


def collect_seldom() -> None:
    """Look for garbage once in 100,000 new objects: rows and names are none, and to go through them takes time.

    Half a second for the rows of 100,000 briefs, a twentieth of the time in which they are read.
    """
    gc.set_threshold(_OBJECTS)
