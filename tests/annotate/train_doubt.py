"""Learns the weights of the signs of doubt: `python tests/annotate/train_doubt.py [--extra FOLDER...] [--write]`.

Reads annotated texts and fits by logistic regression how likely a fact with given signs is right (gradient steps on the
likelihood, the weights shrunk towards 0). Texts that no rule was tuned on count more, because only their errors are
those of new texts. Prints by folds, for each part, how many unmarked facts are right, how many wrong ones are marked,
and how many are marked at all, always by weights learned from the other folds; --write puts the weights of all texts
into `briefreader/annotate/meeting/doubt_weights.py`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import math
from collections import Counter, defaultdict
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
SMALLEST = 0.05
UNSEEN = 3
GUESS = "the reading is a guess"
TARGET = ROOT / "src" / "briefreader" / "annotate" / "meeting" / "doubt_weights.py"


class Sample(NamedTuple):
    """The signs of one fact, whether it is right, the number and the part of its text, and how much it counts.

    `beside` says that the fact stands beside the verb of the meeting, and is not marked.
    """

    signs: tuple[str, ...]
    right: bool
    text: int = 0
    part: str = ""
    weight: float = 1
    beside: bool = False


def samples(rows: Sequence[tuple[str, Mapping[str, Any]]]) -> list[Sample]:
    """The facts that the program reads in some annotated texts, given with their parts."""
    gazetteer = lists.load([ROOT / "data" / "names"], None)
    found: list[Sample] = []
    for number, (part, row) in enumerate(rows):
        document = as_document(dict(row))
        evidence = MeetingEvidence.of(document, recognize(document.text, gazetteer), gazetteer)
        facts = meeting.facts(evidence)
        gold = row["meeting"] or {}
        shared = tuple(doubt.signs_of_the_text(facts, evidence))
        for key, fact in facts.items():
            value = list(fact.value) if isinstance(fact.value, tuple) else fact.value
            right = bool(gold.get(key)) and same_field(key, gold[key], value)
            signs = (*shared, *doubt.signs(key, facts, evidence), *(() if fact.plain else (GUESS,)))
            own = (f"{key}: {sign}" for sign in ("", *signs))
            beside = fact.plain and doubt.is_beside_the_verb(key, signs)
            found.append(Sample((*signs, *own), right, number, part, UNSEEN if part in HELD_OUT else 1, beside))
    return found


def learn(found: Sequence[Sample]) -> dict[str, float]:
    """The weights that make the right facts likely, shrunk towards 0."""
    weights: defaultdict[str, float] = defaultdict(float)
    whole = sum(sample.weight for sample in found)
    for _ in range(STEPS):
        slope: defaultdict[str, float] = defaultdict(float)
        for sample in found:
            error = sample.weight * (sample.right - certainty(weights, sample))
            for sign in sample.signs:
                slope[sign] += error
        for sign, total in slope.items():
            weights[sign] += RATE * (total / whole - SHRINKAGE * weights[sign])
    return dict(weights)


def certainty(weights: Mapping[str, float], sample: Sample) -> float:
    return 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) for sign in sample.signs)))


def is_guess(sample: Sample) -> bool:
    """Whether a rule only guessed the fact, which is then always marked."""
    return GUESS in sample.signs


def threshold(weights: Mapping[str, float], found: Sequence[Sample]) -> float:
    """The certainty below which as large a share of the facts lies as may be marked."""
    values = sorted((_order(weights, sample), sample.weight) for sample in found)
    left = MOST_MARKED * sum(weight for _, weight in values)
    for value, weight in values:
        left -= weight
        if left < 0:
            return round(value, 3)
    return 1.0


def _order(weights: Mapping[str, float], sample: Sample) -> float:
    """The certainty by which facts are marked, the least first."""
    return 0.0 if is_guess(sample) else 1.0 if sample.beside else certainty(weights, sample)


def by_folds(found: Sequence[Sample]) -> dict[str, str]:
    """How the marks do, by part, on texts that the weights were not learned from."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for fold in range(FOLDS):
        learned_from = [sample for sample in found if sample.text % FOLDS != fold]
        weights = learn(learned_from)
        limit = threshold(weights, learned_from)
        for sample in (sample for sample in found if sample.text % FOLDS == fold):
            marked = _order(weights, sample) < limit
            counts[sample.part][f"{'right' if sample.right else 'wrong'} {'marked' if marked else 'plain'}"] += 1
    return {part: _shares(each) for part, each in counts.items()}


def _shares(counts: Counter[str]) -> str:
    plain, wrong = counts["right plain"] + counts["wrong plain"], counts["wrong plain"] + counts["wrong marked"]
    marked = counts["right marked"] + counts["wrong marked"]
    return (
        f"{counts.total()} facts: {counts['right plain'] / max(1, plain):.3f} of the unmarked right, "
        f"{counts['wrong marked'] / max(1, wrong):.3f} of the wrong marked, {marked / counts.total():.3f} marked"
    )


def as_module(weights: Mapping[str, float], limit: float) -> str:
    """The source of the module of weights: those of all fields under an empty name, then those of each field.

    A guess has no weight there: its fact is doubtful whatever its signs.
    """
    by_field: defaultdict[str, list[str]] = defaultdict(list)
    for name, weight in sorted(weights.items()):
        field, colon, sign = name.partition(": ")
        if abs(weight) >= SMALLEST and GUESS not in (name, sign):
            by_field[field if colon else ""].append(f'        "{sign if colon else name}": {weight:.2f},')
    tables = "".join(f'    "{field}": {{\n' + "\n".join(lines) + "\n    },\n" for field, lines in by_field.items())
    return (
        '"""Holds the weights of the signs of doubt, learned by `tests/annotate/train_doubt.py`."""\n\n'
        f"THRESHOLD = {limit}\nWEIGHTS: dict[str, dict[str, float]] = {{\n{tables}}}\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--extra", type=Path, nargs="+", default=(), help="folders of further annotated texts")
    parser.add_argument("--write", action="store_true", help="write the weights")
    arguments = parser.parse_args()
    found_rows = found_texts(arguments.shared, arguments.clones)
    rows = [(part, row) for part, row in texts(found_rows.texts, arguments.extra) if part != "own"]
    found = samples(rows)
    for part, shares in by_folds(found).items():
        print(f"{part}: {shares}")
    weights = learn(found)
    limit = threshold(weights, found)
    if arguments.write:
        TARGET.write_text(as_module(weights, limit), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
