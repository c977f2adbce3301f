"""Texts with their right answers: a folder of annotated readouts, and a few of our own that are always there."""

import json
import os
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import yaml

from annotate.marked import MARK, plain
from briefreader.model import Document

HERE = Path(__file__).parent
SETS = ("gold.jsonl", "first.jsonl")
_PROMISE = re.compile(r"\{([^}]*)\}")


def gold_folder() -> Path:
    """The folder of gold texts beside the checkout, or under BRIEFREADER_SHARED."""
    return Path(os.environ.get("BRIEFREADER_SHARED", HERE.parents[1].parent / "shared")) / "gold"


def gold_texts(folder: Path) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Yield the annotated texts of a folder with the file they are from and their number in it."""
    for name in SETS:
        for number, line in enumerate((folder / name).read_text("utf-8").splitlines()):
            yield name, number, json.loads(line)


def own_texts() -> Iterator[dict[str, Any]]:
    """Yield our own texts in the form of the gold ones."""
    for number, row in enumerate(yaml.safe_load((HERE / "own_texts.yaml").read_text("utf-8"))):
        body = row["text"].rstrip("\n")
        marked = f"{row['title']}\n\n{body}"
        braced, entities = plain(marked), []
        text = _PROMISE.sub(r"\1", braced)
        for mark in MARK.finditer(_PROMISE.sub(r"\1", marked)):
            start = len(plain(_PROMISE.sub(r"\1", marked)[: mark.start()]))
            entities.append(
                {"start": start, "end": start + len(mark[1]), "type": mark[2], "canonical": mark[3] or mark[1]}
            )
        promises = [text.index(promise[1]) for promise in _PROMISE.finditer(braced)]
        lengths = [len(promise[1]) for promise in _PROMISE.finditer(braced)]
        meeting = row["meeting"] and {key: _iso(value) for key, value in row["meeting"].items()}
        yield {
            "id": f"own-{number + 1}",
            "text": text,
            "date": _iso(row["date"]),
            "entities": entities,
            "meeting": meeting,
            "commitments": [{"start": at, "end": at + length} for at, length in zip(promises, lengths, strict=True)],
            "attendance": [{"name": name, "role": role} for name, role in row["attendance"].items()],
        }


def _iso(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def as_document(row: dict[str, Any], corpus: Path) -> Document:
    """Return a text as sources would give it, with its own date or the date of its file's name."""
    title, _, body = row["text"].partition("\n\n")
    name = Path(row.get("file", "")).name
    date = name[:10] if name[:4].isdigit() else row.get("date")
    return Document(title=title, body=body, date=date, published=_published(corpus / row["file"]) if name else None)


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
