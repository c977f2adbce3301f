"""Learns the weights of the signs of doubt: `python tests/annotate/train_doubt.py --extra FOLDER... [--write]`.

Reads annotated texts, all but those held out, and fits by logistic regression how likely a fact with given signs is
right (gradient steps on the likelihood, the weights shrunk towards 0). Prints by folds of the texts how many unmarked
facts are right, how many wrong ones are marked, and how many are marked at all; --write puts the weights into
`briefreader/annotate/meeting/doubt_weights.py`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from annotate.gold import as_document
from annotate.gold_texts import add_arguments
from annotate.score import HELD_OUT, ROOT, found_texts, texts
from annotate.scoring import same_field
from briefreader.annotate.meeting import doubt, meeting
from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.mentions.entities import recognize
from briefreader.annotate.names import lists

FOLDS = 8
STEPS = 400
RATE = 0.5
SHRINKAGE = 0.002
MOST_MARKED = 0.22
TARGET = ROOT / "src" / "briefreader" / "annotate" / "meeting" / "doubt_weights.py"


class Sample(NamedTuple):
    """The signs of one fact, whether it is right, and the number of its text."""

    signs: tuple[str, ...]
    right: bool
    text: int


def samples(rows: Sequence[Mapping[str, Any]]) -> list[Sample]:
    """The facts that the program reads in some annotated texts."""
    gazetteer = lists.load([ROOT / "data" / "names"], None)
    found: list[Sample] = []
    for number, row in enumerate(rows):
        document = as_document(dict(row))
        evidence = MeetingEvidence.of(document, recognize(document.text, gazetteer), gazetteer)
        facts = meeting.facts(evidence)
        gold = row["meeting"] or {}
        shared = tuple(doubt.signs_of_the_text(facts, evidence))
        for key, fact in facts.items():
            value = list(fact.value) if isinstance(fact.value, tuple) else fact.value
            right = bool(gold.get(key)) and same_field(key, gold[key], value)
            found.append(Sample(tuple(doubt.signs(key, facts, evidence, shared)), right, number))
    return found


def learn(found: Sequence[Sample]) -> dict[str, float]:
    """The weights that make the right facts likely, shrunk towards 0."""
    weights: defaultdict[str, float] = defaultdict(float)
    for _ in range(STEPS):
        slope: defaultdict[str, float] = defaultdict(float)
        for sample in found:
            error = sample.right - certainty(weights, sample)
            for sign in sample.signs:
                slope[sign] += error
        for sign, total in slope.items():
            weights[sign] += RATE * (total / len(found) - SHRINKAGE * weights[sign])
    return dict(weights)


def certainty(weights: Mapping[str, float], sample: Sample) -> float:
    return 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) for sign in sample.signs)))


def threshold(weights: Mapping[str, float], found: Sequence[Sample]) -> float:
    """The certainty below which as many facts lie as may be marked."""
    values = sorted(certainty(weights, sample) for sample in found)
    return round(values[int(MOST_MARKED * len(values))], 3)


def by_folds(found: Sequence[Sample]) -> str:
    """How the marks do on texts that the weights were not learned from."""
    plain = marked = right_plain = wrong_marked = wrong = 0
    for fold in range(FOLDS):
        learned_from = [sample for sample in found if sample.text % FOLDS != fold]
        weights = learn(learned_from)
        limit = threshold(weights, learned_from)
        for sample in (sample for sample in found if sample.text % FOLDS == fold):
            doubtful = certainty(weights, sample) < limit
            marked += doubtful
            plain += not doubtful
            right_plain += not doubtful and sample.right
            wrong += not sample.right
            wrong_marked += doubtful and not sample.right
    return (
        f"{len(found)} facts: {right_plain / plain:.3f} of the unmarked right, {wrong_marked / max(1, wrong):.3f} of "
        f"the wrong marked, {marked / len(found):.3f} marked"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--extra", type=Path, nargs="+", default=(), help="folders of further annotated texts")
    parser.add_argument("--write", action="store_true", help="write the weights")
    arguments = parser.parse_args()
    found_rows = found_texts(arguments.shared, arguments.clones)
    rows = [row for part, row in texts(found_rows.texts, arguments.extra) if part not in (*HELD_OUT, "own")]
    found = samples(rows)
    print(f"{len(rows)} texts, {by_folds(found)}")
    weights = learn(found)
    limit = threshold(weights, found)
    if arguments.write:
        lines = [f'    "{sign}": {weight:.2f},' for sign, weight in sorted(weights.items()) if abs(weight) >= 0.05]
        TARGET.write_text(
            '"""Holds the weights of the signs of doubt, learned by `tests/annotate/train_doubt.py`."""\n\n'
            f"THRESHOLD = {limit}\nWEIGHTS = {{\n" + "\n".join(lines) + "\n}\n",
            "utf-8",
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
