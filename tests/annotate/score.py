"""How good annotation is, measured on a folder of gold texts: `python tests/annotate/score.py [--spacy MODEL]`.

Prints strict F1 overall and by type, canonical names right on matched spans, the meeting's fields, attendance roles
and commitments. Rules were tuned on the column `tuned on` (the even documents of gold.jsonl, all of first.jsonl, whose
odd documents came in late); `held out` (the odd documents of gold.jsonl) only measures. With --spacy a spaCy model
reads the same texts in the same run, its types mapped to ours and a leading article dropped; it knows no titles.
Development figures, no final score.
"""

import argparse
import importlib
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from briefreader.annotate import Annotator
from briefreader.model import ENTITY_TYPES, Annotation, Document, EntityType, Mention

ROOT = Path(__file__).parents[2]
FIELDS = ("series", "ordinal", "date", "format", "city", "country", "sides", "leads", "next")

SPACY_TYPES: Mapping[str, EntityType] = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "NORP": "NORP",
    "LAW": "AGREEMENT", "PRODUCT": "WEAPON", "EVENT": "EVENT", "DATE": "DATE",
}  # fmt: skip


def gold_folder() -> Path:
    """The folder of gold texts beside the checkout, or under BRIEFREADER_SHARED."""
    return Path(os.environ.get("BRIEFREADER_SHARED", ROOT.parent / "shared")) / "gold"


def documents(folder: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the gold documents of a folder with their number in their file."""
    for name in ("gold.jsonl", "first.jsonl"):
        for number, line in enumerate((folder / name).read_text("utf-8").splitlines()):
            yield number, json.loads(line) | {"set": name}


def as_document(row: dict[str, Any], corpus: Path) -> Document:
    """Return a gold text as sources would give it, with the date of its file name where it has one."""
    title, _, body = row["text"].partition("\n\n")
    name = Path(row.get("file", "")).name
    date = name[:10] if name[:4].isdigit() else None
    return Document(title=title, body=body, date=date, published=_published(corpus / row["file"]) if date else None)


def _published(path: Path) -> str | None:
    """The moment of release that a source file states, None without the file or the moment."""
    if not path.is_file():
        return None
    head = path.read_text("utf-8", "replace")[:4000]
    if stamp := re.search(r"published_time: '?(\S+ \S+?)'?$", head, re.MULTILINE):
        return stamp[1]
    if stamp := re.search(r'<meta name="date" content="([^"]+)"', head):
        return parsedate_to_datetime(stamp[1]).isoformat()
    return None


class Tally:
    """Counts of hits, misses and false finds."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()

    def f1(self, kind: str | None = None) -> float:
        right = self.right[kind] if kind else self.right.total()
        total = (self.found[kind] + self.gold[kind]) if kind else (self.found.total() + self.gold.total())
        return 2 * right / total if total else 0.0


class Score:
    """All figures over a set of documents."""

    def __init__(self) -> None:
        self.entities = Tally()
        self.canonical = Counter[str]()
        self.fields = Tally()
        self.false_fills = 0
        self.texts = 0
        self.roles = Counter[str]()
        self.commitments = Tally()
        self.errors: list[tuple[str, str, str]] = []

    def add(self, row: dict[str, Any], annotation: Annotation) -> None:
        self.texts += 1
        self._entities(row, annotation)
        self._meeting(row, annotation)
        if "attendance" in row:
            self._attendance(row, annotation)
            self._commitments(row, annotation)

    def _entities(self, row: dict[str, Any], annotation: Annotation) -> None:
        text = row["text"]
        gold = {(e["start"], e["end"]): e for e in row["entities"]}
        ours = {(m.start, m.end): m for m in annotation.mentions}
        for entity in gold.values():
            self.entities.gold[entity["type"]] += 1
        for mention in ours.values():
            self.entities.found[mention.type] += 1
        for span, mention in ours.items():
            entity = gold.get(span)
            if entity and entity["type"] == mention.type:
                self.entities.right[mention.type] += 1
                same = same_name(entity["canonical"], mention.canonical)
                self.canonical["right" if same else "wrong"] += 1
                if not same:
                    self._error("CANON", row, f"{mention.text!r}: {mention.canonical!r}, gold {entity['canonical']!r}")
            else:
                self._error(mention.type, row, f"+ {_context(text, *span)} {entity['type'] if entity else ''}")
        for span, entity in gold.items():
            mention = ours.get(span)
            if not mention or mention.type != entity["type"]:
                self._error(entity["type"], row, f"- {_context(text, *span)}")

    def _meeting(self, row: dict[str, Any], annotation: Annotation) -> None:
        gold = row["meeting"] or {}
        meeting = annotation.meeting
        for field in FIELDS:
            want = gold.get(field) or None
            have = getattr(meeting, field) if meeting else None
            have = (list(have) if isinstance(have, tuple) else have) or None
            if want is not None:
                self.fields.gold[field] += 1
            if have is not None:
                self.fields.found[field] += 1
            if want is not None and have is not None and same_field(field, want, have):
                self.fields.right[field] += 1
            elif want is None and have is not None:
                self.false_fills += 1
            if (want is not None or have is not None) and not (
                want is not None and have is not None and same_field(field, want, have)
            ):
                self._error("MEETING", row, f"{field}: {have!r}, gold {want!r}")

    def _attendance(self, row: dict[str, Any], annotation: Annotation) -> None:
        ours = {person.name: person for person in annotation.attendance}
        for person in row["attendance"]:
            mine = next((ours[name] for name in ours if same_name(name, person["name"])), None)
            right = mine is not None and mine.role == person["role"]
            self.roles["right" if right else "wrong"] += 1
            if not right:
                self._error("ROLE", row, f"{person['name']}: {mine.role if mine else None}, gold {person['role']}")

    def _commitments(self, row: dict[str, Any], annotation: Annotation) -> None:
        gold = {(item["start"], item["end"]) for item in row["commitments"]}
        ours = {(item.start, item.end) for item in annotation.commitments}
        matched = {span for span in ours if any(abs(span[0] - g[0]) <= 2 and abs(span[1] - g[1]) <= 2 for g in gold)}
        self.commitments.gold["commitment"] += len(gold)
        self.commitments.found["commitment"] += len(ours)
        self.commitments.right["commitment"] += len(matched)
        for span in ours - matched:
            self._error("COMMIT", row, f"+ {row['text'][slice(*span)]}")
        for span in gold:
            if not any(abs(span[0] - o[0]) <= 2 and abs(span[1] - o[1]) <= 2 for o in ours):
                self._error("COMMIT", row, f"- {row['text'][slice(*span)]}")

    def _error(self, kind: str, row: dict[str, Any], text: str) -> None:
        self.errors.append((kind, row["id"], text))

    def entity_figures(self) -> dict[str, float]:
        """The figures of entities alone."""
        kinds: dict[str, float] = {kind: self.entities.f1(kind) for kind in ENTITY_TYPES}
        return {"texts": float(self.texts), "F1": self.entities.f1(), **kinds}

    def figures(self) -> dict[str, float]:
        """The figures by name."""
        canonical = self.canonical.total()
        roles = self.roles.total()
        filled = self.fields.gold.total()
        return {
            **self.entity_figures(),
            "canonical": self.canonical["right"] / canonical if canonical else 0.0,
            "meeting fields": self.fields.right.total() / filled if filled else 0.0,
            **{f"  {field}": self.fields.right[field] / (self.fields.gold[field] or 1) for field in FIELDS},
            "false fills": self.false_fills / self.texts if self.texts else 0.0,
            "roles": self.roles["right"] / roles if roles else 0.0,
            "commitments": self.commitments.f1(),
        }


def same_name(gold: str, ours: str) -> bool:
    """Whether two canonical names are equal but for typography."""
    return _plain(gold) == _plain(ours)


def same_field(field: str, gold: Any, ours: Any) -> bool:
    """Whether a field of the meeting is right; `next` loosely: the stated year, month or words."""
    if isinstance(gold, list):
        return {_plain(item) for item in gold} == {_plain(item) for item in ours}
    if field == "next":
        a, b = set(_plain(str(gold)).split()), set(_plain(str(ours)).split())
        return bool(a & b) and (len(a & b) / min(len(a), len(b)) >= 0.5)
    return bool(_plain(str(gold)) == _plain(str(ours)))


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("–", "-").casefold().split())


def _context(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", "|")


def spacy_annotator(model: str) -> Callable[[Document], Annotation]:
    """A spaCy model as an annotator of entities."""
    pipeline = importlib.import_module(model).load()

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


def measured(gold: Path, annotate: Callable[[Document], Annotation]) -> tuple[dict[str, Score], float]:
    """The scores on the texts tuned on and held out, and the texts of 1.3 kB read a second."""
    scores = {"tuned on": Score(), "held out": Score()}
    seconds = 0.0
    size = 0
    for number, row in documents(gold):
        document = as_document(row, gold.parent / "corpus" / "dev")
        began = time.perf_counter()
        annotation = annotate(document)
        seconds += time.perf_counter() - began
        size += len(row["text"])
        scores["held out" if row["set"] == "gold.jsonl" and number % 2 else "tuned on"].add(row, annotation)
    return scores, size / 1300 / seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=gold_folder())
    parser.add_argument("--spacy", metavar="MODEL", help="an installed spaCy model, such as en_core_web_sm")
    parser.add_argument("--errors", help="print errors of a type, CANON, MEETING, ROLE, COMMIT or ALL")
    parser.add_argument(
        "--held-out", action="store_true", help="print the errors of the texts held out, to be read last"
    )
    arguments = parser.parse_args()
    if not (arguments.gold / "gold.jsonl").is_file():
        print(f"no gold texts in {arguments.gold}; nothing measured", file=sys.stderr)
        return 1
    ours, speed = measured(arguments.gold, Annotator.load([ROOT / "data" / "names"]).annotate)
    columns = {name: score.figures() for name, score in ours.items()}
    if arguments.spacy:
        theirs, their_speed = measured(arguments.gold, spacy_annotator(arguments.spacy))
        columns |= {f"spaCy {name}": score.entity_figures() for name, score in theirs.items()}
    print(" " * 16 + "".join(f"{name:>16}" for name in columns))
    for name in columns["tuned on"]:
        print(
            f"{name:16}"
            + "".join(f"{column[name]:16.3f}" if name in column else " " * 16 for column in columns.values())
        )
    print(f"\n{speed:.0f} texts of 1.3 kB a second" + (f"; spaCy {their_speed:.0f}" if arguments.spacy else ""))
    for kind, where, text in ours["held out" if arguments.held_out else "tuned on"].errors if arguments.errors else ():
        if arguments.errors in (kind, "ALL"):
            print(f"{kind:10}{where:14}{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
