"""The scorer: it always reads our own texts, and its figures are worth something."""

import os
import subprocess
import sys
from pathlib import Path

from annotate.gold import as_document, own_texts
from annotate.scoring import Score
from briefreader.annotate import Annotator
from briefreader.model import Annotation

SCORER = Path(__file__).parent / "score.py"


def score_of(annotations: list[Annotation]) -> dict[str, float]:
    score = Score()
    for row, annotation in zip(own_texts(), annotations, strict=True):
        score.add(row, annotation)
    return score.figures()


def test_our_own_texts_are_read_well(annotator: Annotator) -> None:
    figures = score_of([annotator.annotate(as_document(row)) for row in own_texts()])
    assert figures["F1"] >= 0.95
    assert figures["meeting fields"] >= 0.95
    assert figures["commitments"] == figures["roles"] == 1


def test_who_finds_nothing_scores_nothing() -> None:
    figures = score_of([Annotation(())] * len(list(own_texts())))
    assert figures["F1"] == figures["meeting fields"] == figures["roles"] == figures["commitments"] == 0


def test_without_gold_texts_it_says_so_and_measures_our_own(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, str(SCORER), "--shared", str(tmp_path)], capture_output=True, text=True, env=environment
    )
    assert run.returncode == 0, run.stderr
    assert f"no gold texts in {tmp_path}" in run.stderr
    assert run.stdout.split()[0] == "own"
