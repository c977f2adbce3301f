"""Tallies of what was found and of what should have been: spans, fields, roles, commitments, marks of doubt."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from briefreader.model import ENTITY_TYPES, Annotation

FIELDS = ("series", "ordinal", "date", "format", "city", "country", "sides", "leads", "next")


class Tally:
    """Counts of hits, misses and false finds."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()

    def counts(self, kind: str | None = None) -> int:
        """How many there are and how many were found, together."""
        return self.found[kind] + self.gold[kind] if kind else self.found.total() + self.gold.total()

    def join(self, other: "Tally") -> None:
        """Add the counts of another tally."""
        for mine, theirs in ((self.right, other.right), (self.found, other.found), (self.gold, other.gold)):
            mine.update(theirs)

    def f1(self, kind: str | None = None) -> float:
        """The harmonic mean of precision and recall, of one kind or of all."""
        right = self.right[kind] if kind else self.right.total()
        return 2 * right / (self.counts(kind) or 1)


class Score:
    """All figures over a set of documents."""

    def __init__(self) -> None:
        self.entities = Tally()
        self.canonical = Counter[str]()
        self.fields = Tally()
        self.false_fills = 0
        self.texts = 0
        self.roles = Counter[str]()
        self.person_sides = Counter[str]()
        self.commitments = Tally()
        self.doubts = Counter[str]()
        self.errors: list[tuple[str, str, str]] = []

    @classmethod
    def total(cls, scores: Iterable["Score"]) -> "Score":
        """The figures of several sets together."""
        whole = cls()
        for score in scores:
            whole.entities.join(score.entities)
            whole.fields.join(score.fields)
            whole.commitments.join(score.commitments)
            whole.canonical.update(score.canonical)
            whole.roles.update(score.roles)
            whole.person_sides.update(score.person_sides)
            whole.doubts.update(score.doubts)
            whole.false_fills += score.false_fills
            whole.texts += score.texts
            whole.errors += score.errors
        return whole

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
            found = ours.get(span)
            if not found or found.type != entity["type"]:
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
            right = want is not None and have is not None and same_field(field, want, have)
            self.fields.right[field] += right
            self.false_fills += want is None and have is not None
            marked = meeting is not None and field in meeting.unsure
            if have is not None:
                self.doubts[f"{'right' if right else 'wrong'} {'marked' if marked else 'plain'}"] += 1
            if (want is not None or have is not None) and not right:
                self._error("MEETING", row, f"{field}: {have!r}{' ?' if marked else ''}, gold {want!r}")

    def _attendance(self, row: dict[str, Any], annotation: Annotation) -> None:
        ours = {person.name: person for person in annotation.attendance}
        for person in row["attendance"]:
            mine = next((ours[name] for name in ours if same_name(name, person["name"])), None)
            right = mine is not None and mine.role == person["role"]
            self.roles["right" if right else "wrong"] += 1
            if not right:
                self._error("ROLE", row, f"{person['name']}: {mine.role if mine else None}, gold {person['role']}")
            if "side" in person:
                side = mine.side if mine else None
                same = mine is not None and same_name(person["side"] or "", side or "")
                self.person_sides["right" if same else "wrong"] += 1
                if not same:
                    self._error("SIDE", row, f"{person['name']}: {side}, gold {person['side']}")

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
        """The figures of entities alone; a type that is neither there nor found has none."""
        kinds: dict[str, float] = {kind: self.entities.f1(kind) for kind in ENTITY_TYPES if self.entities.counts(kind)}
        return {"texts": float(self.texts), "F1": self.entities.f1(), **kinds}

    def figures(self) -> dict[str, float]:
        """The figures by name, those left out of which there is nothing to measure."""
        filled = [field for field in FIELDS if self.fields.gold[field]]
        doubts = self.doubts
        shares = {
            "canonical": (self.canonical["right"], self.canonical.total()),
            "meeting fields": (self.fields.right.total(), self.fields.gold.total()),
            **{f"  {field}": (self.fields.right[field], self.fields.gold[field]) for field in filled},
            "false fills": (self.false_fills, self.texts),
            "roles": (self.roles["right"], self.roles.total()),
            "sides of people": (self.person_sides["right"], self.person_sides.total()),
            "unmarked right": (doubts["right plain"], doubts["right plain"] + doubts["wrong plain"]),
            "wrong marked": (doubts["wrong marked"], doubts["wrong marked"] + doubts["wrong plain"]),
            "marked": (doubts["right marked"] + doubts["wrong marked"], doubts.total()),
        }
        figures = self.entity_figures() | {name: part / whole for name, (part, whole) in shares.items() if whole}
        return figures | ({"commitments": self.commitments.f1()} if self.commitments.counts() else {})


LOW_IS_GOOD = frozenset(("false fills", "marked"))


def folds(scores: Sequence[Score], count: int) -> list[Score]:
    """The figures of every count-th text, from the first, the second and so on."""
    return [Score.total(scores[first::count]) for first in range(min(count, len(scores)))]


def worst(parts: Iterable[Score]) -> dict[str, float]:
    """The worst of each figure among the parts that have it."""
    figures = [part.figures() for part in parts]
    names = dict.fromkeys(name for each in figures for name in each)
    return {
        name: (max if name in LOW_IS_GOOD else min)(each[name] for each in figures if name in each) for name in names
    }


def confidence(scores: Sequence[Score], times: int = 400) -> dict[str, tuple[float, float]]:
    """The range of each figure that holds 95 of 100 draws of as many texts, each put back (percentile bootstrap)."""
    draw = random.Random(1)
    figures = [Score.total(draw.choices(scores, k=len(scores))).figures() for _ in range(times)]
    ranges: dict[str, tuple[float, float]] = {}
    for name in dict.fromkeys(name for each in figures for name in each):
        values = sorted(each[name] for each in figures if name in each)
        ranges[name] = values[len(values) // 40], values[-1 - len(values) // 40]
    return ranges


def same_name(gold: str, ours: str) -> bool:
    """Whether two canonical names are equal but for typography."""
    return _plain(gold) == _plain(ours)


def same_field(field: str, gold: Any, ours: Any) -> bool:
    """Whether a field of the meeting is right; `next` loosely: the stated year, month or words, a date as ISO too."""
    if isinstance(gold, list):
        return {_plain(item) for item in gold} == {_plain(item) for item in ours}
    if field == "next":
        a, b = set(_plain(_spelled(str(gold))).split()), set(_plain(_spelled(str(ours))).split())
        return bool(a & b) and (len(a & b) / min(len(a), len(b)) >= 0.5)
    return bool(_plain(str(gold)) == _plain(str(ours)))


def _spelled(text: str) -> str:
    """An ISO date as its year, month and day in words; any other text itself."""
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", text)
    if match is None:
        return text
    month = "January February March April May June July August September October November December".split()
    return " ".join((match[1], month[int(match[2]) - 1], (match[3] or "").lstrip("0")))


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("–", "-").casefold().split())


def _context(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", "|")
