"""Numbers of things in words."""


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun, as in `1 brief` or `1,200 briefs`; a plural is given where it is irregular."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"
