"""A floor under ranking by relevance on Cranfield, which is no part of this repository."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
SHARED = Path(os.environ.get("BRIEFREADER_SHARED", TESTS.parents[1] / "shared"))
CRANFIELD = SHARED / "ir" / "cranfield"
FLOOR = 0.40


@pytest.mark.skipif(not CRANFIELD.is_dir(), reason=f"the Cranfield collection is not at {CRANFIELD}")
def test_ranking_on_cranfield_stays_above_its_floor() -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(TESTS / "bench" / "ranking.py"), str(CRANFIELD)]
    ran = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert ran.returncode == 0, ran.stderr
    ours = next((line for line in ran.stdout.splitlines() if "briefreader" in line), ran.stdout)
    figure = re.search(r"nDCG@10 +(0\.\d+)", ours) or re.search(r"\b(0\.\d{3})\b", ours)
    assert figure is not None, ran.stdout
    assert float(figure[1]) >= FLOOR
