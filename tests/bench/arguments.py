"""The arguments that benches have in common; what is wrong with one is a sentence."""

from argparse import ArgumentTypeError
from pathlib import Path

from briefreader.sources import SUFFIXES

WHERE = "tests/bench/README.md says where public ones are"


def library(given: str) -> Path:
    """Return the folder of a library that is measured; raise ArgumentTypeError where it holds no brief."""
    folder = Path(given)
    if not folder.is_dir():
        raise ArgumentTypeError(f"there is no folder {given}; {WHERE}")
    if not any(path.suffix.lower() in SUFFIXES for path in folder.rglob("*")):
        raise ArgumentTypeError(f"the folder {given} holds no brief; {WHERE}")
    return folder
