"""Lays out the library that the benches measure: python tests/bench/archive.py CLONE FOLDER [--commit COMMIT]

CLONE is a clone of github.com/brian14708/wh-briefings: releases of the White House as Markdown, CC0-1.0. Those of the
commit that was measured are written to FOLDER, all in one folder, each with a number in its name.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing

import argparse
import io
import subprocess
import tarfile

REPOSITORY = "brian14708/wh-briefings"
COMMIT = "737ca03a271adc205c67766074ec8d0070f7ad95"
MEASURED = 14_082
LONGEST_NAME = 100


def releases(archive: bytes) -> dict[str, bytes]:
    """Return the Markdown files of an archive that have front matter, by path."""
    found = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as members:
        for member in members:
            if member.isfile() and member.name.endswith(".md") and (file := members.extractfile(member)):
                content = file.read()
                if content.startswith(b"---\n"):
                    found[member.name] = content
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clone", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--commit", default=COMMIT)
    given = parser.parse_args()
    if not given.clone.is_dir():
        parser.error(f"there is no folder {given.clone}: git clone https://github.com/{REPOSITORY} {given.clone}")
    if given.folder.exists() and any(given.folder.iterdir()):
        parser.error(f"{given.folder} is not empty; name a new folder")
    command = ["git", "-C", str(given.clone), "archive", "--format=tar", given.commit]
    try:
        ran = subprocess.run(command, capture_output=True)
    except FileNotFoundError:
        parser.error("the program git, which reads clones, is not installed")
    if ran.returncode:
        reason = ran.stderr.decode("utf-8", "replace").strip()
        parser.error(f"{given.clone} has not the commit {given.commit} of {REPOSITORY}: {reason}")
    given.folder.mkdir(parents=True, exist_ok=True)
    found = releases(ran.stdout)
    for number, path in enumerate(sorted(found), 1):
        name = f"{Path(path).stem[:LONGEST_NAME]}-{number:05}.md"
        (given.folder / name).write_bytes(found[path])
    print(f"{len(found):,} releases were written to {given.folder}; figures in the README are of {MEASURED:,}")


if __name__ == "__main__":
    main()
