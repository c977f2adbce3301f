"""Texts with their right answers: annotated readouts whose texts are at hand, and a few of our own, always there."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from annotate.gold_texts import SETS, annotations
from annotate.marked import MARK, plain
from briefreader.model import Document

HERE = Path(__file__).parent
_PROMISE = re.compile(r"\{([^}]*)\}")


def gold_texts(texts: Mapping[str, str]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Yield the annotations whose text is given by its ID, with the set they are from and their number in it."""
    for name in SETS:
        for number, row in enumerate(annotations(name)):
            if (text := texts.get(row["id"])) is not None:
                yield name, number, _spelled_out(row, text)


def _spelled_out(row: dict[str, Any], text: str) -> dict[str, Any]:
    """Return annotations with their text, every value under its name."""
    entities = [
        {
            "start": start,
            "end": end,
            "type": kind,
            "canonical": canonical if isinstance(canonical, str) else text[slice(*canonical)],
        }
        for start, end, kind, canonical in row["entities"]
    ]
    spelled = row | {"text": text, "entities": entities}
    if "attendance" in row:
        spelled["attendance"] = [{"name": name, "role": role, "side": side} for name, role, side in row["attendance"]]
        spelled["commitments"] = [{"start": start, "end": end} for start, end in row["commitments"]]
    return spelled


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


def as_document(row: dict[str, Any]) -> Document:
    """Return a text as sources would give it, with its date and its moment of release."""
    title, _, body = row["text"].partition("\n\n")
    return Document(title=title, body=body, date=row["date"], published=row.get("published"))
