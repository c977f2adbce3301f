"""Score redlines of made pairs beside diff tools: `python tests/bench/redline.py [FOLDER] [--pairs N] [--seed N]`.

Pairs of texts with known edits are made from the sample library, or from the Markdown and text files of a folder, and
compared by briefreader, `git diff --no-index --word-diff`, wdiff and difflib. For each tool the table tells the F1 of
the words of each kind of change, and the pairs with a false move. Then two texts of 20,000 words are timed.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import random
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from briefreader.compare import Change, redlined
from briefreader.compare.redline.change import ChangeKind
from briefreader.compare.reworded import rewordings
from briefreader.compare.wording import Wording
from briefreader.config import data_folder
from briefreader.text import Span
from compare.redline.edited_texts import Score, edited_pair, edited_pairs, told

KINDS = ("replace", "insert", "delete", "move", "routine", "replace in move")
LEAST_TEXT = 2_500
"""Characters of the shortest text that is edited."""

COMMUNIQUE = 20_000
"""Words of the texts that are timed."""

Tool = Callable[[str, str], Sequence[Change]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="of Markdown and text files (default: the sample library)")
    parser.add_argument("--pairs", type=int, default=100, help="of texts (default: 100)")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers (default: 1)")
    given = parser.parse_args()
    texts = _texts(given.folder)
    pairs = [*edited_pairs(texts, given.pairs, given.seed)]
    print(f"{len(pairs)} pairs of {len(texts)} texts\n")
    print(f"{'F1 of':>28} {' '.join(f'{kind:>15}' for kind in KINDS)}  false moves")
    for name, tool in _tools():
        score = Score()
        for pair in pairs:
            score.add(pair.changed, told(tool(pair.a, pair.b), pair.a, pair.b))
        figures = " ".join(f"{score.f1(kind):>15.3f}" for kind in KINDS)
        print(f"{name:>28} {figures}  {score.pairs_with_false_moves:>11}", flush=True)
    _print_times(texts, given.seed)


def _texts(folder: Path | None) -> list[str]:
    if folder is not None:
        paths = [path for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".txt")]
        found = [path.read_text("utf-8", "replace") for path in paths]
        return [text for text in found if len(text) >= LEAST_TEXT]
    paths = sorted((data_folder() / "library").glob("*.md"))
    found = [path.read_text("utf-8").split("---\n", 2)[2].strip() for path in paths]
    return ["\n\n".join(found[at : at + 6]) for at in range(0, len(found), 6)]


def _tools() -> Iterator[tuple[str, Tool]]:
    yield "briefreader", redlined
    yield "difflib, all words", _difflib
    for name, program, tool in (("git diff --word-diff", "git", _git), ("wdiff", "wdiff", _wdiff)):
        if shutil.which(program):
            yield name, tool
        else:
            print(f"{name:>28} is not installed")


def _difflib(a: str, b: str) -> list[Change]:
    before, after = Wording(a), Wording(b)
    operations = SequenceMatcher(None, before.words, after.words, autojunk=False).get_opcodes()
    return [_change(before.span(a1, a2), after.span(b1, b2)) for tag, a1, a2, b1, b2 in operations if tag != "equal"]


def _change(a: Span | None, b: Span | None) -> Change:
    kind: ChangeKind = "replace" if a and b else "delete" if a else "insert"
    return Change(kind, a, b)


def _git(a: str, b: str) -> list[Change]:
    options = ("--no-index", "--word-diff=porcelain", f"--unified={a.count(chr(10)) + 9}", "--no-color")
    lines = _run(("git", "diff", *options), a, b).splitlines()
    start = next((number for number, line in enumerate(lines) if line.startswith("@@")), len(lines))
    return _read([(line[0], line[1:]) for line in lines[start + 1 :] if line and line[0] in " +-"], a, b)


def _wdiff(a: str, b: str) -> list[Change]:
    marks = ("--start-delete=\x01", "--end-delete=\x02", "--start-insert=\x03", "--end-insert=\x04")
    parts = re.split("([\x01\x03])([^\x02\x04]*)[\x02\x04]", _run(("wdiff", *marks), a, b))
    pieces = []
    for at in range(0, len(parts), 3):
        pieces.append((" ", parts[at]))
        if at + 2 < len(parts):
            pieces.append(("-" if parts[at + 1] == "\x01" else "+", parts[at + 2]))
    return _read(pieces, a, b)


def _run(command: Sequence[str], a: str, b: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("a.txt", "b.txt")]
        for path, text in zip(paths, (a, b), strict=True):
            path.write_text(text, "utf-8")
        return subprocess.run([*command, *map(str, paths)], capture_output=True, check=False).stdout.decode("utf-8")


def _read(pieces: Sequence[tuple[str, str]], a: str, b: str) -> list[Change]:
    """Return the changes that a tool tells by pieces of text, kept (` `), deleted (`-`) or inserted (`+`)."""
    at = {"-": 0, "+": 0}
    found: list[Change] = []
    gone: Span | None = None
    for sign, piece in pieces:
        spans = {side: _next(text, piece, at[side]) for side, text in (("-", a), ("+", b)) if sign in (" ", side)}
        for side, span in spans.items():
            at[side] = span.end if span else at[side]
        if sign == "-":
            gone = spans["-"] if gone is None or spans["-"] is None else Span(gone.start, spans["-"].end)
        elif sign == "+":
            found.append(_change(gone, spans["+"]))
            gone = None
        elif piece.strip() and gone is not None:
            found.append(_change(gone, None))
            gone = None
    return found if gone is None else [*found, _change(gone, None)]


def _next(text: str, piece: str, start: int) -> Span | None:
    """Return where the words of a piece stand next in a text."""
    words = piece.split()
    if not words:
        return None
    first = text.find(words[0], start)
    end = first
    for word in words:
        end = text.find(word, end) + len(word)
    return Span(first, end)


def _print_times(texts: Sequence[str], seed: int) -> None:
    """Print the seconds of a redline of two long texts, and their ratio to difflib on the same words."""
    rng, text = random.Random(seed), ""
    while len(text.split()) < COMMUNIQUE:
        text += ("\n\n" if text else "") + rng.choice(texts)
    pair = edited_pair(text, rng.choice(texts), rng, 300)
    before, after = Wording(pair.a).words, Wording(pair.b).words
    ours = min(_seconds(lambda: redlined(pair.a, pair.b)) for _ in range(5))
    plain = min(_seconds(SequenceMatcher(None, before, after, autojunk=False).get_opcodes) for _ in range(3))
    print(f"\n{len(before):,} and {len(after):,} words: {ours:.2f} s, difflib on the same words {plain:.2f} s ", end="")
    print(f"({ours / plain:.2f} times)")
    a, b = Wording(pair.a), Wording(pair.b)
    more = min(_seconds(lambda: rewordings(a, b, ())) for _ in range(5))
    print(f"sentences perhaps reworded, were all of them gone and new: {more:.2f} s more")


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
