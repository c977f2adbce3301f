"""Journeys of a desk officer, recorded key by key; RENEW_SESSIONS=1 writes their screens again, to be looked at."""

import os
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from pty_session import Session, today, without_today
from terminal import BRIEFREADER, Terminal, environment

SESSIONS = sorted((Path(__file__).parent / "sessions").glob("*.txt"))
PATIENCE = 5.0
"""Seconds after which a screen that does not come fails its test."""

FEWEST_JOURNEYS = 10
SIZES = {(80, 24), (120, 40), (60, 15)}


def test_ten_journeys_are_recorded_at_three_sizes() -> None:
    sizes: dict[str, set[tuple[int, int]]] = {}
    for path in SESSIONS:
        session = Session.read(path)
        sizes.setdefault(path.stem.rpartition("-")[0], set()).add((session.columns, session.rows))
    assert len(sizes) >= FEWEST_JOURNEYS
    assert all(of_journey == SIZES for of_journey in sizes.values())


def test_three_quotations_with_citations_come_into_a_note_in_less_than_40_keys() -> None:
    found = [Session.read(path) for path in SESSIONS if path.stem.startswith("three-quotations-into-one-note")]
    assert len(found) == len(SIZES)
    assert all(session.key_count < 40 for session in found)


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_each_key_leads_to_the_screen_that_was_recorded(path: Path, home: Path, tmp_path: Path) -> None:
    session = Session.read(path)
    shutil.copytree(home, tmp_path, dirs_exist_ok=True)
    command = [*BRIEFREADER, *session.arguments]
    screens = []
    first_day = today()
    with Terminal(command, environment(tmp_path), columns=session.columns, rows=session.rows) as terminal:
        terminal.wait_for("84 briefs")
        terminal.settle(0.6)
        for step in session.steps:
            for key in step.keys:
                terminal.type(key)
                if step.verb == "keys":
                    terminal.settle(0.15)
            if step.verb == "wait":
                terminal.wait_for(step.words)
            end = time.monotonic() + PATIENCE
            while (screen := _screen(terminal, first_day)) != step.screen and time.monotonic() < end:
                if not terminal.read(0.5) and os.environ.get("RENEW_SESSIONS"):
                    break
            screens.append(screen)
            if not os.environ.get("RENEW_SESSIONS"):
                assert screen == step.screen, f"after {step.verb} {step.words}"
    if os.environ.get("RENEW_SESSIONS"):
        pairs = zip(session.steps, screens, strict=True)
        session._replace(steps=tuple(step._replace(screen=screen) for step, screen in pairs)).write(path)


def _screen(terminal: Terminal, first_day: date) -> str:
    return without_today(terminal.text.rstrip("\n"), first_day)
