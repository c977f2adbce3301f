"""The lines of a list that compares meetings on top of the reader, and the way to those of a series."""

from briefreader.ui.screens.comparing_screen import ComparingScreen
from briefreader.ui.screens.series_view import SeriesScreen
from reader_pilot import Reader


def lines(reader: Reader) -> list[str]:
    """The lines of the list on top of the reader, each with its remark."""
    screen = reader.app.screen
    assert isinstance(screen, ComparingScreen)
    return [f"{line.text}{f' [{line.remark}]' if line.remark else ''}".strip() for line in screen.view.lines]


def head(reader: Reader) -> list[str]:
    """The lines above the list, each with its remark."""
    screen = reader.app.screen
    assert isinstance(screen, ComparingScreen)
    return [f"{line.text} {line.remark}".strip() for line in screen.head.lines]


def foot(reader: Reader) -> str:
    """The lines below the list, as one."""
    screen = reader.app.screen
    assert isinstance(screen, ComparingScreen)
    return " ".join(line.text for line in screen.foot.lines)


async def open_series(reader: Reader, tab: str = "1") -> SeriesScreen:
    """Open the series of the brief, at the tab of a number."""
    await reader.press("B")
    screen = reader.app.screen
    assert isinstance(screen, SeriesScreen)
    await reader.until(lambda: screen.content is not None and screen.view.lines)
    if tab == "2":
        await reader.press("2")
        await reader.until(lambda: screen.matrix_view.rows)
    elif tab == "3":
        await reader.press("3")
        await reader.until(lambda: screen.commitments is not None and head(reader)[2].startswith("+ new"))
    await reader.pilot.pause()
    return screen
