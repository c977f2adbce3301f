"""Finds the texts of the gold sets: `python tests/annotate/gold_texts.py [--clones FOLDER] [--into FOLDER]`.

The annotations in `gold/` hold no text. The texts are made of files of public repositories, read from clones at the
commit that is named (FOLDER/OWNER/NAME or FOLDER/NAME; BRIEFREADER_CLONES names the folder too), or taken from a folder
that holds them (--shared, BRIEFREADER_SHARED, or `../shared`). Every text is compared with its hash. Prints how many
were found and, for each of the others, repository, commit and file; ends with 1 if any is missing. With --into the
texts are written as ID.txt.
"""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import json
import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

from annotate.originals import TextError, sha256, text_of

HERE = Path(__file__).parent
SETS = ("gold.jsonl", "first.jsonl", "others.jsonl")


class MissingError(Exception):
    """A text is not to be had; the message is a sentence that says why."""


@dataclass(frozen=True)
class Clones:
    """The clones of public repositories below a folder; None where no folder is given."""

    folder: Path | None

    def text_of(self, row: dict[str, Any]) -> str:
        """Return the text that a row annotates; raise MissingError."""
        name, commit, path = row["repository"], row["commit"], row["path"]
        if name is None:
            raise MissingError("it is in no public repository")
        clone = self._clone(name)
        where = f"{name} at commit {commit}"
        if _git(clone, "cat-file", "-e", f"{commit}^{{commit}}") is None:
            raise MissingError(f"the clone {clone} has no commit {commit}; fetch it whole: git fetch --unshallow")
        files = self._files(clone, commit, path)
        if not files:
            raise MissingError(f"{where} has no file {path}")
        why = ""
        for file in files:
            try:
                return text_of(row, _git(clone, "show", f"{commit}:{file}") or b"")
            except TextError as error:
                why = f"{file} of {where} is not the file that was annotated: {error}"
        raise MissingError(why)

    def _clone(self, name: str) -> Path:
        address = f"git clone https://github.com/{name}"
        if self.folder is None:
            raise MissingError(f"no folder of clones is given, which would hold {name} ({address})")
        for place in (self.folder / name, self.folder / name.rpartition("/")[2]):
            if place.is_dir():
                return place
        raise MissingError(f"{self.folder} has no clone of {name}: {address} {self.folder / name}")

    @staticmethod
    def _files(clone: Path, commit: str, path: str) -> list[str]:
        """Return the files that a path names; `*` at its end stands for what a long name goes on with."""
        folder = path.rpartition("/")[0]
        listed = _git(clone, "ls-tree", "-z", "--name-only", commit, f"{folder}/" if folder else ".") or b""
        return [name for name in listed.decode().split("\0") if name == path or fnmatchcase(name, path)]


def _git(clone: Path, *arguments: str) -> bytes | None:
    """Return the output of git in a clone, None where it fails."""
    try:
        ran = subprocess.run(["git", "-C", str(clone), *arguments], capture_output=True)
    except FileNotFoundError:
        raise MissingError("the program git, which reads clones, is not installed") from None
    return None if ran.returncode else ran.stdout


@dataclass(frozen=True)
class Shared:
    """A folder whose `gold` holds the annotated texts as JSON lines."""

    folder: Path

    @cached_property
    def _texts(self) -> dict[str, str]:
        texts = {}
        for name in SETS:
            if (path := self.folder / "gold" / name).is_file():
                for line in path.read_text("utf-8").splitlines():
                    row = json.loads(line)
                    texts[row["id"]] = row["text"]
        return texts

    def text_of(self, row: dict[str, Any]) -> str | None:
        """Return the text that a row annotates, None where the folder has it not; raise MissingError for another."""
        text = self._texts.get(row["id"])
        if text is not None and sha256(text) != row["sha256"]:
            raise MissingError(f"{self.folder / 'gold'} holds another text than the one that was annotated")
        return text


@dataclass(frozen=True)
class Found:
    """The texts found, by ID, and why others were not."""

    texts: dict[str, str] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)

    def sentences(self) -> list[str]:
        """Return each reason once, with the IDs of the texts that it keeps away."""
        by_reason: dict[str, list[str]] = {}
        for id, reason in self.missing.items():
            by_reason.setdefault(reason, []).append(id)
        return [f"{', '.join(ids)}: {reason}" for reason, ids in by_reason.items()]


def find(rows: Iterable[dict[str, Any]], shared: Path, clones: Path | None) -> Found:
    """Return the texts of rows, from a folder that holds them or else from clones."""
    found = Found()
    ready, cloned = Shared(shared), Clones(clones)
    for row in rows:
        try:
            found.texts[row["id"]] = ready.text_of(row) or cloned.text_of(row)
        except MissingError as error:
            found.missing[row["id"]] = str(error)
    return found


def annotations(name: str) -> list[dict[str, Any]]:
    """Return the rows of a set."""
    return [json.loads(line) for line in (HERE / "gold" / name).read_text("utf-8").splitlines()]


def shared_folder() -> Path:
    """Return the folder that may hold texts: of BRIEFREADER_SHARED, or beside the checkout."""
    return Path(os.environ.get("BRIEFREADER_SHARED", HERE.parents[1].parent / "shared"))


def clones_folder() -> Path | None:
    """Return the folder of clones that BRIEFREADER_CLONES names."""
    named = os.environ.get("BRIEFREADER_CLONES")
    return Path(named) if named else None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Let a parser take the folders where texts may be."""
    parser.add_argument("--shared", type=Path, metavar="FOLDER", default=shared_folder(), help="holds the texts")
    parser.add_argument("--clones", type=Path, metavar="FOLDER", default=clones_folder(), help="holds the repositories")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    parser.add_argument("--into", type=Path, metavar="FOLDER", help="write the texts there")
    given = parser.parse_args()
    rows = [row for name in SETS for row in annotations(name)]
    found = find(rows, given.shared, given.clones)
    if given.into:
        given.into.mkdir(parents=True, exist_ok=True)
        for id, text in found.texts.items():
            (given.into / f"{id}.txt").write_bytes(text.encode())
    print(f"{len(found.texts)} of {len(rows)} texts were found")
    for sentence in found.sentences():
        print(f"missing {sentence}")
    return 1 if found.missing else 0


if __name__ == "__main__":
    sys.exit(main())
