"""Score redlines by labels set by hand: `python tests/compare/labelled_pairs.py [PAIR...] [--shared FOLDER]`.

`labelled_pairs.jsonl` has the labels of fifteen pairs of successive statements, the sources of the texts and no word of
them: a label is a range of words, numbered in a text without its title, and a hash tells whether a text has the words
that were labelled. The texts are taken from the archives of a folder (--shared, or BRIEFREADER_SHARED) and read as
every file is. For each pair the table tells the F1 of the pairs of sentences that were carried over, of the changed
words and of the words of routine changes in such sentences, how many of the sentences labelled as gone or new are told
whole, and the moves that are not labelled.
"""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import hashlib
import json
import os
import tarfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from briefreader import sources
from briefreader.annotate import Annotator
from briefreader.compare.redline.change import Change
from briefreader.compare.redline.redline import Redline
from briefreader.compare.wording import Wording
from briefreader.model import Document, Mention
from briefreader.text import Span, fold, words

HERE = Path(__file__).parent
ARCHIVES = ("state-html", "wh-md")
HASH_LENGTH = 12

Labels = Mapping[str, Any]
"""A line of `labelled_pairs.jsonl`, or a part of it."""

Place = tuple[str, int]
"""A text (`a` or `b`) and the number of one of its words."""


class MissingError(Exception):
    """A folder does not have a text; the message is a sentence that says it."""


@dataclass(frozen=True)
class Tally:
    """How many of the labelled things were told, how many were told at all, and how many are labelled."""

    right: int = 0
    told: int = 0
    labelled: int = 0

    @staticmethod
    def of(told: Set[object], labelled: Set[object]) -> "Tally":
        """Return the tally of things told and things labelled."""
        return Tally(len(told & labelled), len(told), len(labelled))

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.told + other.told, self.labelled + other.labelled)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 1 where there was nothing to tell."""
        return 2 * self.right / (self.told + self.labelled) if self.told + self.labelled else 1.0


@dataclass(frozen=True)
class Score:
    """The tallies of one pair of texts or of several.

    `whole` are the sentences labelled as gone or new, right where every word of them is in a change; `false_moves` are
    moves that are not labelled as such in both texts.
    """

    carried: Tally = Tally()
    changed: Tally = Tally()
    routine: Tally = Tally()
    whole: Tally = Tally()
    false_moves: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.carried + other.carried,
            self.changed + other.changed,
            self.routine + other.routine,
            self.whole + other.whole,
            self.false_moves + other.false_moves,
        )


class LabelledText:
    """A text as it is compared, in which the words of labels are found; raises ValueError for another text."""

    def __init__(self, source: Labels, text: str, mentions: Sequence[Mention] = ()) -> None:
        self.wording = Wording(text, mentions)
        self._words = [*words(text)][-source["words"] :]
        if hash_of(word.text for word in self._words) != source["hash"]:
            raise ValueError(f"the text {source['id']} has other words than those that were labelled")
        first, _ = self.wording.range(Span(self._words[0].start, len(text)))
        self.first_sentence = sum(sentence.end <= first for sentence in self.wording.sentences)

    def words(self, ranges: Sequence[Sequence[int]]) -> set[int]:
        """Return the numbers that the words of labels have in the wording."""
        spans = (Span(self._words[first].start, self._words[end - 1].end) for first, end in ranges)
        return {number for span in spans for number in range(*self.wording.range(span))}

    def sentences(self, ranges: Sequence[Sequence[int]]) -> list[int]:
        """Return the numbers of the sentences that have half of their words, or all words of the labels, in labels."""
        labelled, found = self.words(ranges), []
        for number, sentence in enumerate(self.wording.sentences):
            inside = len(labelled.intersection(range(sentence.first, sentence.end)))
            if inside and (2 * inside >= sentence.end - sentence.first or inside == len(labelled)):
                found.append(number)
        return found


def hash_of(texts: Iterable[str]) -> str:
    """Return the hash of a sequence of words, in which typography and case make no difference."""
    return hashlib.sha256(" ".join(map(fold, texts)).encode()).hexdigest()[:HASH_LENGTH]


def pairs() -> list[Labels]:
    """Return the labelled pairs."""
    return [json.loads(line) for line in (HERE / "labelled_pairs.jsonl").read_text("utf-8").splitlines()]


def documents(ids: Collection[str], shared: Path) -> dict[str, Document]:
    """Return the documents that have some ids, from a folder; raise MissingError where one is not there."""
    found: dict[str, Document] = {}
    for id, name, data in _files(ids, shared / "corpus"):
        found[id] = sources.parse(data, name)
        if len(found) == len(ids):
            break
    if missing := sorted({*ids} - found.keys()):
        raise MissingError(f"{shared} has no text {', '.join(missing)}")
    return found


def _files(ids: Collection[str], corpus: Path) -> Iterator[tuple[str, str, bytes]]:
    """Yield id, name and content of each file that has one of the ids at the end of its name."""
    for path in sorted((corpus / "dev" / "md").glob("*.md")):
        if (id := _id(path.name)) in ids:
            yield id, path.name, path.read_bytes()
    for archive in ARCHIVES:
        if not (path := corpus / f"{archive}.tar.xz").is_file():
            continue
        with tarfile.open(path) as held:
            for member in held:
                if (id := _id(member.name)) in ids and (file := held.extractfile(member)):
                    yield id, member.name, file.read()


def _id(name: str) -> str:
    return Path(name).stem.rpartition("-")[2]


def scores(labelled: Sequence[Labels], shared: Path, annotator: Annotator) -> dict[str, Score]:
    """Return the score of each pair by its name, with texts of a folder; raise MissingError, ValueError."""
    found = documents({pair[side]["id"] for pair in labelled for side in "ab"}, shared)

    def text(source: Labels) -> LabelledText:
        document = found[source["id"]]
        return LabelledText(source, document.text, annotator.annotate(document).mentions)

    return {pair["pair"]: scored(pair, text(pair["a"]), text(pair["b"])) for pair in labelled}


def scored(pair: Labels, a: LabelledText, b: LabelledText) -> Score:
    """Return the score of a pair of texts by its labels."""
    redline = Redline(a.wording, b.wording)
    texts = {"a": a, "b": b}
    told_pairs = {(one, other) for group in redline.carried for one in group.a for other in group.b}
    told_pairs = {pair for pair in told_pairs if pair[0] >= a.first_sentence and pair[1] >= b.first_sentence}
    carried = pair["carried"]
    labelled_pairs = {
        (one, other) for each in carried for one in a.sentences(each["a"]) for other in b.sentences(each["b"])
    }
    told, told_routine = set[Place](), set[Place]()
    for change in redline.changes:
        if change.kind != "move":
            told |= _changed(change, texts)
        if change.kind == "routine":
            told_routine |= _changed(change, texts)
    inside = _labelled(carried, texts)
    changes = [change for each in carried for change in each.get("changes", ())]
    routine = [change for change in changes if change.get("routine")]
    moved = _labelled([each for each in carried if each.get("moved")], texts)
    return Score(
        Tally.of(told_pairs, labelled_pairs),
        Tally.of(told & inside, _labelled(changes, texts)),
        Tally.of(told_routine & inside, _labelled(routine, texts)),
        _whole(pair, texts, redline, told),
        sum(
            {side for side, _ in _changed(change, texts) & moved} != {"a", "b"}
            for change in redline.changes
            if change.kind == "move"
        ),
    )


def _labelled(labels: Iterable[Labels], texts: Mapping[str, LabelledText]) -> set[Place]:
    """Return the words of labels in both texts."""
    return {(side, number) for label in labels for side in texts for number in texts[side].words(label.get(side, ()))}


def _changed(change: Change, texts: Mapping[str, LabelledText]) -> set[Place]:
    """Return the words of a change in both texts."""
    spans = [(side, span) for side, span in (("a", change.a), ("b", change.b)) if span is not None]
    return {(side, number) for side, span in spans for number in range(*texts[side].wording.range(span))}


def _whole(pair: Labels, texts: Mapping[str, LabelledText], redline: Redline, told: set[Place]) -> Tally:
    """Return how many sentences labelled as gone or new have all their words in changes and are carried nowhere."""
    carried = {("a", number) for group in redline.carried for number in group.a}
    carried |= {("b", number) for group in redline.carried for number in group.b}
    ranges = [("a", each) for each in pair["gone"]] + [("b", each) for each in pair["new"]]
    right = sum(
        told.issuperset((side, number) for number in texts[side].words([each]))
        and carried.isdisjoint((side, number) for number in texts[side].sentences([each]))
        for side, each in ranges
    )
    return Tally(right, right, len(ranges))


def shared_folder() -> Path | None:
    """Return the folder of real documents that BRIEFREADER_SHARED names."""
    named = os.environ.get("BRIEFREADER_SHARED")
    return Path(named) if named else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="*", metavar="PAIR", help="name of a pair (default: all)")
    parser.add_argument("--shared", type=Path, metavar="FOLDER", default=shared_folder(), help="holds the texts")
    given = parser.parse_args()
    if given.shared is None:
        parser.error("name the folder of the texts by --shared or BRIEFREADER_SHARED")
    wanted = [pair for pair in pairs() if not given.pairs or pair["pair"] in given.pairs]
    try:
        found = scores(wanted, given.shared, Annotator.load([HERE.parents[1] / "data" / "names"]))
    except (MissingError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print("pair  carried  changed  routine     whole  false moves")
    for name, score in (*found.items(), ("sum", sum(found.values(), Score()))):
        figures = "  ".join(f"{tally.f1:7.3f}" for tally in (score.carried, score.changed, score.routine))
        print(f"{name:4}  {figures}  {score.whole.right:4}/{score.whole.labelled:<3}  {score.false_moves:11}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
