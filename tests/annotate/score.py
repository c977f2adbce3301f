"""How good annotation is: `python tests/annotate/score.py [--clones FOLDER] [--spacy MODEL] [--errors KIND]`.

Prints strict F1 overall and by type, canonical names right on matched spans, the meeting's fields, the roles and sides
of the people named, commitments, and marks of doubt: the share of unmarked facts that are right, of wrong ones that are
marked, and of marked ones. Our own texts are always read. With the texts of the gold sets (`gold_texts.py` says where
they are) there are four parts more: rules were tuned on `tuned on` (the even documents of gold.jsonl, all of
first.jsonl) and `others` (the even ones of others.jsonl, texts of governments other than that of the United States);
`held out` and `others held out` (the odd ones) only measure. Beside them stand the range that holds the figure with a
confidence of 95 % and the worst of four folds. --extra reads further annotated texts. With --spacy a spaCy model reads
the same texts in the same run, its types mapped to ours and a leading article dropped; it knows no titles. Development
figures, no final score.
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
from annotate.scoring import Score, confidence, folds, worst
from briefreader.annotate import Annotator
from briefreader.model import Annotation, Document, EntityType, Mention

ROOT = Path(__file__).parents[2]
FOLDS = 4
HELD_OUT = ("held out", "others held out")
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


def texts(found: Mapping[str, str], extra: Sequence[Path] = ()) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every text with the name of its part; that of a text of `extra` is the name of its folder."""
    for name, number, row in gold_texts(found):
        held_out, tuned_on = ("others held out", "others") if name == "others.jsonl" else ("held out", "tuned on")
        yield held_out if number % 2 and name != "first.jsonl" else tuned_on, row
    for row in own_texts():
        yield "own", row
    for path in (path for folder in extra for path in sorted(folder.glob("*.jsonl"))):
        for line in path.read_text("utf-8").splitlines():
            yield path.parent.name, json.loads(line)


def found_texts(shared: Path, clones: Path | None) -> Found:
    """Return the texts of the gold sets that are at hand, and say on standard error how many are not."""
    found = find((row for name in SETS for row in annotations(name)), shared, clones)
    where = "`python tests/annotate/gold_texts.py` says where they are"
    if not found.texts:
        print(f"no gold texts in {clones or shared}: our own texts alone are measured; {where}", file=sys.stderr)
    elif found.missing:
        print(f"{len(found.missing)} gold texts are missing; {where}", file=sys.stderr)
    return found


def measured(
    found: Mapping[str, str], annotate: Annotate, extra: Sequence[Path] = ()
) -> tuple[dict[str, list[Score]], float]:
    """Return the scores of the texts of each part, and the texts of 1.3 kB read a second."""
    scores: defaultdict[str, list[Score]] = defaultdict(list)
    seconds, size = 0.0, 0
    for part, row in texts(found, extra):
        document = as_document(row)
        began = time.perf_counter()
        annotation = annotate(document)
        seconds += time.perf_counter() - began
        size += len(row["text"])
        score = Score()
        score.add(row, annotation)
        scores[part].append(score)
    return scores, size / 1300 / seconds


def columns(scores: Mapping[str, Sequence[Score]]) -> dict[str, dict[str, str]]:
    """The figures by column and name; a part held out has the range of confidence and the worst fold beside it."""
    table: dict[str, dict[str, str]] = {}
    for part in (*HELD_OUT, *(part for part in scores if part not in HELD_OUT)):
        if not (of_part := scores.get(part)):
            continue
        table[part] = _printed(Score.total(of_part).figures())
        if part in HELD_OUT:
            table[f"{part}: 95 %"] = {
                name: f"{low:.3f}-{high:.3f}" for name, (low, high) in confidence(of_part).items() if name != "texts"
            }
            table[f"{part}: worst fold"] = _printed(worst(folds(of_part, FOLDS)))
    return table


def _printed(figures: Mapping[str, float]) -> dict[str, str]:
    return {name: f"{value:.0f}" if name == "texts" else f"{value:.3f}" for name, value in figures.items()}


def print_table(table: Mapping[str, Mapping[str, str]]) -> None:
    """Print the columns side by side, their heads on two lines."""
    for line in range(2):
        print(" " * 16 + "".join(f"{[*head.split(': '), ''][line]:>16}" for head in table))
    for name in dict.fromkeys(name for one in table.values() for name in one):
        print(f"{name:16}" + "".join(f"{one.get(name, ''):>16}" for one in table.values()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--spacy", metavar="MODEL", help="an installed spaCy model, such as en_core_web_sm")
    parser.add_argument("--errors", help="print errors of a type, CANON, MEETING, ROLE, COMMIT or ALL")
    parser.add_argument(
        "--of", default="tuned on", help="the part whose errors are printed; `held out` to be read last"
    )
    parser.add_argument(
        "--extra", type=Path, nargs="+", default=(), help="folders of further annotated texts, lines of JSON"
    )
    arguments = parser.parse_args()
    spacy = spacy_annotator(arguments.spacy) if arguments.spacy else None
    found = found_texts(arguments.shared, arguments.clones)
    ours, speed = measured(found.texts, Annotator.load([ROOT / "data" / "names"]).annotate, arguments.extra)
    table = columns(ours)
    if spacy:
        theirs, their_speed = measured(found.texts, spacy)
        for part in (*HELD_OUT, "tuned on"):
            if part in theirs:
                table[f"spaCy: {part}"] = _printed(Score.total(theirs[part]).entity_figures())
    print_table(table)
    print(f"\n{speed:.0f} texts of 1.3 kB a second" + (f"; spaCy {their_speed:.0f}" if arguments.spacy else ""))
    for kind, where, text in Score.total(ours[arguments.of]).errors if arguments.errors else ():
        if arguments.errors in (kind, "ALL"):
            print(f"{kind:10}{where:14}{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
