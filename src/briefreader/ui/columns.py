"""Text fitted into columns of a terminal."""

from rich.cells import cell_len, get_character_cell_size


def fit(text: str, width: int) -> str:
    """Return text in exactly `width` cells: padded, or cut with an ellipsis."""
    length = len(text) if text.isascii() else cell_len(text)
    if length <= width:
        return text + " " * (width - length)
    if width <= 1:
        return "…"[:width]
    kept, cells = 0, 0
    for char in text:
        cells += 1 if char.isascii() else get_character_cell_size(char)
        if cells > width - 1:
            cells -= 1 if char.isascii() else get_character_cell_size(char)
            break
        kept += 1
    return f"{text[:kept]}…" + " " * (width - 1 - cells)
