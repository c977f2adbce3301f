"""Texts written with their mentions in brackets, `[Seoul|PLACE]`, so that a test reads like the rule it holds."""

import re

from briefreader.annotate import Annotator
from briefreader.model import Annotation, Document

MARK = re.compile(r"\[([^|\]]+)\|([A-Z]+)(?:=([^\]]+))?\]")


def plain(marked: str) -> str:
    """The text without its marks."""
    return MARK.sub(lambda mark: mark[1], marked)


def expected(marked: str) -> list[tuple[str, str]]:
    """The mentions that the marks ask for, in order."""
    return [(mark[1], mark[2]) for mark in MARK.finditer(marked)]


def canonical(marked: str) -> dict[str, str]:
    """The canonical names that some marks ask for."""
    return {mark[1]: mark[3] for mark in MARK.finditer(marked) if mark[3]}


def found(annotator: Annotator, text: str) -> list[tuple[str, str]]:
    """The mentions of a text's body."""
    return [(mention.text, mention.type) for mention in annotate(annotator, text).mentions]


def annotate(annotator: Annotator, body: str, title: str = "readout", date: str | None = None) -> Annotation:
    """The annotation of a body under a title that says nothing."""
    return annotator.annotate(Document(title=title, body=body, date=date))
