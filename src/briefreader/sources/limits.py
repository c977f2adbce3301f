"""Sets the largest sizes of the files that are read."""

LARGEST = 20_000_000
"""The size in bytes of the largest file that is read; a readout has some thousands, and memory holds all of it."""
TOO_LARGE = f"the file is larger than {LARGEST // 1_000_000} MB; split it or save its text alone"
LARGE_TEXT = 500_000
"""The size in bytes from which reading a text may take a memory that only a process of its own may take."""
