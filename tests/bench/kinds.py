"""Measures adding by kind of file: python tests/bench/kinds.py [--files N] [--kinds KIND ...] [--source FOLDER]

The same invented documents are written in each kind, N files of one document each or one file of N documents, and added
by one `briefreader add`. Told are documents a second by the clock and by the processor, and the memory at most. FOLDER
is the `src` of another version of the program, to compare with.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import gzip
import json
import os
import resource
import tempfile
from collections.abc import Callable, Mapping, Sequence
from html import escape

import process_tree
from sources import made_docx, made_odt, made_pdf
from sources.hostile_files import FROM, tarred, zipped
from sources.made_documents import DOCUMENTS, Made, Part


def page(made: Made) -> str:
    """Return the document as a fragment of a web page below its heading."""
    tags = {"heading": "h2", "item": "li", "quote": "blockquote", "row": "p", "paragraph": "p"}
    parts = ((tags[part.kind], part.text or " | ".join(part.cells)) for part in made.parts)
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in parts)


def text(made: Made) -> str:
    return "\n\n".join(part.text or " | ".join(part.cells) for part in made.parts)


def whole_page(made: Made) -> bytes:
    return f"<!doctype html><title>{made.title}</title><main><h1>{made.title}</h1>{page(made)}</main>".encode()


def letter(made: Made) -> bytes:
    head = f"From: Press <press@ministry.example>\nSubject: {made.title}\nDate: Thu, 5 Sep 2024 10:00:00 +0200\n"
    return f"{head}MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{page(made)}\n".encode()


def record(made: Made) -> dict[str, str]:
    return {"title": made.title, "content_html": page(made), "date": "2024-09-05"}


def feed(documents: Sequence[Made]) -> bytes:
    items = (
        f"<item><title>{escape(made.title)}</title><description>{escape(page(made))}</description></item>"
        for made in documents
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>M</title>{''.join(items)}</channel></rss>".encode()


ONE: Mapping[str, Callable[[Made], bytes]] = {
    "md": lambda made: f"# {made.title}\n\n{text(made)}\n".encode(),
    "txt": lambda made: f"{made.title}\n\n{text(made)}\n".encode(),
    "html": whole_page,
    "eml": letter,
    "docx": made_docx.of,
    "odt": made_odt.of,
    "pdf": lambda made: made_pdf.pdf(made, made_pdf.LOOKS[0]),
}
SEVERAL: Mapping[str, Callable[[Sequence[Made]], bytes]] = {
    "rss": feed,
    "json": lambda documents: json.dumps(list(map(record, documents))).encode(),
    "jsonl": lambda documents: "\n".join(json.dumps(record(made)) for made in documents).encode(),
    "csv": lambda documents: (
        "title,text\n" + "".join(f'"{made.title}","{page(made).replace(chr(34), chr(39))}"\n' for made in documents)
    ).encode(),
    "mbox": lambda documents: b"\n".join(FROM + letter(made) for made in documents),
    "zip": lambda documents: zipped([(f"{at}.html", whole_page(made)) for at, made in enumerate(documents)]),
    "tgz": lambda documents: gzip.compress(
        tarred([(f"{at}.html", whole_page(made)) for at, made in enumerate(documents)])
    ),
}


def made_up(number: int) -> Made:
    """Return one of the invented documents with a title and a last sentence of its own."""
    made = DOCUMENTS[number % len(DOCUMENTS)]
    own = Part("paragraph", f"This is release {number} of the ministries.")
    return Made(f"Release {number}: {made.title}", (*made.parts, own))


def bench(kind: str, documents: Sequence[Made], folder: Path, source: Path | None) -> None:
    inbox = folder / kind
    inbox.mkdir()
    if kind in ONE:
        for number, made in enumerate(documents):
            (inbox / f"{number}.{kind}").write_bytes(ONE[kind](made))
    else:
        (inbox / f"all.{kind}").write_bytes(SEVERAL[kind](documents))
    environment = os.environ | {f"XDG_{name}_HOME": str(folder / name) for name in ("CACHE", "CONFIG", "DATA")}
    if source:
        environment["PYTHONPATH"] = str(source)
    command = [
        sys.executable,
        "-m",
        "briefreader",
        "--library",
        str(folder / f"library-{kind}"),
        "add",
        "--json",
        str(inbox),
    ]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = process_tree.run(command, environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    added = ran.out.count('"status": "added"')
    print(
        f"{kind:6}{added:5} added{added / ran.seconds:7.1f} a second{added / used:7.1f} a second of processor"
        f"{ran.peak / 1e6:6.0f} MB at most",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--kinds", nargs="+", choices=[*ONE, *SEVERAL], default=[*ONE, *SEVERAL], metavar="KIND")
    parser.add_argument("--source", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    documents = [made_up(number) for number in range(given.files)]
    with tempfile.TemporaryDirectory() as temporary:
        bench("md", documents[:1], Path(temporary), given.source)  # compiles the lists of names
        for kind in given.kinds:
            with tempfile.TemporaryDirectory(dir=temporary) as folder:
                (Path(folder) / "CACHE").symlink_to(Path(temporary) / "CACHE")
                bench(kind, documents, Path(folder), given.source)


if __name__ == "__main__":
    main()
