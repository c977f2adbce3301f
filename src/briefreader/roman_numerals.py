"""Writes numbers in Roman numerals."""

_LETTERS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """Return a number from 1 on in small letters."""
    text = ""
    for value, letters in _LETTERS:
        text += letters * (number // value)
        number %= value
    return text
