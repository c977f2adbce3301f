"""How good annotation is: `python tests/annotate/score.py [--clones FOLDER] [--spacy MODEL] [--errors KIND]`.

Prints strict F1 overall and by type, canonical names right on matched spans, the meeting's fields, attendance roles
and commitments. Our own texts are always read. With the texts of the gold sets (`gold_texts.py` says where they are)
there are four columns more: rules were tuned on `tuned on` (the even documents of gold.jsonl, all of first.jsonl);
`held out` (the odd documents of gold.jsonl) only measures, `worst fold` is the lowest figure (of false fills the
highest) among four folds of them. `others` (the even documents of others.jsonl) and `others held out` (the odd ones)
are texts of governments other than that of the United States, `made` the texts in the folder after --extra. With
--spacy a spaCy model reads the same texts in the same run, its types mapped to ours and a leading article dropped; it
knows no titles. Development figures, no final score.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import importlib
import json
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from annotate.gold import as_document, gold_texts, own_texts
from annotate.gold_texts import SETS, Found, add_arguments, annotations, find
from annotate.scoring import Score
from briefreader.annotate import Annotator
from briefreader.model import Annotation, Document, EntityType, Mention

ROOT = Path(__file__).parents[2]
FOLDS = 4
Annotate = Callable[[Document], Annotation]

SPACY_TYPES: Mapping[str, EntityType] = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "NORP": "NORP",
    "LAW": "AGREEMENT", "PRODUCT": "WEAPON", "EVENT": "EVENT", "DATE": "DATE",
}  # fmt: skip


def spacy_annotator(model: str) -> Annotate:
    """Return a spaCy model as an annotator of entities; end with a sentence where it is not installed."""
    try:
        pipeline = importlib.import_module(model).load()
    except ImportError as error:
        raise SystemExit(
            f"{model} cannot be measured ({error}): install spaCy and this model beside briefreader"
        ) from None

    def annotate(document: Document) -> Annotation:
        found = []
        for entity in pipeline(document.text).ents:
            article = re.match(r"(?:the|The|a|an)\s+", entity.text)
            start = entity.start_char + (article.end() if article else 0)
            kind = SPACY_TYPES.get(entity.label_)
            if kind and start < entity.end_char:
                text = document.text[start : entity.end_char]
                found.append(Mention(start, entity.end_char, kind, text, text))
        return Annotation(tuple(found))

    return annotate


def texts(found: Mapping[str, str], extra: Path | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every text with the part it belongs to: `own`, `tuned on`, `others`, `made`, or a part held out."""
    for row in own_texts():
        yield "own", row
    for path in sorted(extra.glob("*.jsonl")) if extra else ():
        for line in path.read_text("utf-8").splitlines():
            yield "made", json.loads(line)
    for name, number, row in gold_texts(found):
        if name == "others.jsonl":
            yield "others held out" if number % 2 else "others", row
        else:
            yield f"fold {number // 2 % FOLDS}" if name == "gold.jsonl" and number % 2 else "tuned on", row


def found_texts(shared: Path, clones: Path | None) -> Found:
    """Return the texts of the gold sets that are at hand, and say on standard error how many are not."""
    found = find((row for name in SETS for row in annotations(name)), shared, clones)
    where = "`python tests/annotate/gold_texts.py` says where they are"
    if not found.texts:
        print(f"no gold texts in {clones or shared}: our own texts alone are measured; {where}", file=sys.stderr)
    elif found.missing:
        print(f"{len(found.missing)} gold texts are missing; {where}", file=sys.stderr)
    return found


def measured(found: Mapping[str, str], annotate: Annotate, extra: Path | None = None) -> tuple[dict[str, Score], float]:
    """Return the scores of each part and of `held out`, all folds together, and the texts of 1.3 kB read a second."""
    scores: defaultdict[str, Score] = defaultdict(Score)
    seconds, size = 0.0, 0
    for part, row in texts(found, extra):
        document = as_document(row)
        began = time.perf_counter()
        annotation = annotate(document)
        seconds += time.perf_counter() - began
        size += len(row["text"])
        scores[part].add(row, annotation)
        if part.startswith("fold"):
            scores["held out"].add(row, annotation)
    return scores, size / 1300 / seconds


def columns(scores: Mapping[str, Score]) -> dict[str, dict[str, float]]:
    """The figures of the parts by name, the folds as the worst of them."""
    found = {
        part: scores[part].figures()
        for part in ("held out", "tuned on", "own", "others", "others held out", "made")
        if part in scores
    }
    folds = [score.figures() for part, score in scores.items() if part.startswith("fold")]
    if folds:
        found = {"held out": found["held out"], "worst fold": _worst(folds), **found}
    return found


def _worst(folds: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The lowest of each figure, of false fills the highest, among the folds that have it."""
    names = dict.fromkeys(name for fold in folds for name in fold)
    return {
        name: (max if name == "false fills" else min)(fold[name] for fold in folds if name in fold) for name in names
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--spacy", metavar="MODEL", help="an installed spaCy model, such as en_core_web_sm")
    parser.add_argument("--errors", help="print errors of a type, CANON, MEETING, ROLE, COMMIT or ALL")
    parser.add_argument(
        "--of", default="tuned on", help="the part whose errors are printed; `held out` to be read last"
    )
    parser.add_argument("--extra", type=Path, help="a folder of further annotated texts, a line of JSON each")
    arguments = parser.parse_args()
    spacy = spacy_annotator(arguments.spacy) if arguments.spacy else None
    found = found_texts(arguments.shared, arguments.clones)
    ours, speed = measured(found.texts, Annotator.load([ROOT / "data" / "names"]).annotate, arguments.extra)
    table = columns(ours)
    if spacy:
        theirs, their_speed = measured(found.texts, spacy)
        table |= {f"spaCy {part}": theirs[part].entity_figures() for part in ("held out", "tuned on") if part in theirs}
    print(" " * 16 + "".join(f"{name:>16}" for name in table))
    for name in dict.fromkeys(name for one in table.values() for name in one):
        print(f"{name:16}" + "".join(f"{one[name]:16.3f}" if name in one else " " * 16 for one in table.values()))
    print(f"\n{speed:.0f} texts of 1.3 kB a second" + (f"; spaCy {their_speed:.0f}" if arguments.spacy else ""))
    for kind, where, text in ours[arguments.of].errors if arguments.errors else ():
        if arguments.errors in (kind, "ALL"):
            print(f"{kind:10}{where:14}{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
