"""Whole screens of the real program; RENEW_PICTURES=1 writes them again, for a person to look at before committing."""

import os
import time
from pathlib import Path

import pytest

from pty_reader import Run
from terminal import DOWN, ENTER, PAGE_DOWN

PATIENCE = 5.0
"""Seconds after which a screen that does not come fails its test."""

PICTURES = Path(__file__).parent / "pictures"

SCREENS = {
    "start-120x40": ((120, 40), ()),
    "start-80x24": ((80, 24), ()),
    "searching-120x40": ((120, 40), ("/", "extended deterr", DOWN)),
    "searching-80x24": ((80, 24), ("/", "who:jenkins", PAGE_DOWN)),
    "narrow-list-60x20": ((60, 20), (DOWN,)),
    "narrow-article-60x20": ((60, 20), (DOWN, ENTER)),
    "newest-first-100x30": ((100, 30), ("s", "G")),
    "help-80x24": ((80, 24), ("?",)),
}


@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_as_it_was_when_last_looked_at(name: str, reader: Run) -> None:
    (columns, rows), keys = SCREENS[name]
    with reader(columns=columns, rows=rows) as terminal:
        terminal.wait_for("84 briefs")
        terminal.settle(0.6)
        for key in keys:
            terminal.press(key)
            if key.isprintable() and len(key) > 1:
                terminal.wait_for(" of 84")
            terminal.settle(0.6)  # completions are offered in a pause of the typing
        path = PICTURES / f"{name}.txt"
        if os.environ.get("RENEW_PICTURES"):
            PICTURES.mkdir(exist_ok=True)
            path.write_text(terminal.text + "\n", "utf-8")
        expected = path.read_text("utf-8")
        end = time.monotonic() + PATIENCE
        while terminal.text + "\n" != expected and time.monotonic() < end:
            terminal.read(0.1)
        assert terminal.text + "\n" == expected
