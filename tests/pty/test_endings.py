"""A few sessions that end or stop at random moments, as tests/bench/endings.py runs a hundred of each kind."""

import random
from pathlib import Path

import pytest

from terminal_endings import KINDS, run

MANY = {"random bytes": 1, "stop and continue": 3}


@pytest.mark.parametrize(
    ("kind", "seed"), [(kind, seed) for kind in KINDS for seed in range(MANY.get(kind, 2))], ids=str
)
def test_a_session_leaves_the_terminal_as_it_was_and_tells_why_it_ended(kind: str, seed: int, home: Path) -> None:
    assert run(kind, home, random.Random(seed)).wrong == ""
