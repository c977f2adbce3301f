"""Answers as an engine, line by line: python tests/bench/lines.py ENGINE INDEX [--snippets]

A query a line on standard input, the last word still being typed; a line of JSON each on standard output, as
`search --lines --prefix --quick` answers, whichever the engine, or as it does without `--quick`.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import io
import json
import subprocess
from collections.abc import Callable, Sequence

from bench.engines import ENGINES, Engine, Ours
from briefreader.cli.records import results_record
from briefreader.text import json_line

KEYS = ("id", "title", "date", "series", "snippet")
REST = dict.fromkeys(("ordinal", "score", "matches", "snippet"))


def answering(engine: Engine, snippets: bool) -> Callable[[str], str]:
    """Return what answers a query with a line."""
    if isinstance(engine, Ours):
        return lambda query: json_line(results_record(engine.full(query) if snippets else engine.quick(query)))

    def answer(query: str) -> str:
        total, hits = engine.snippets(query) if snippets else engine.newest(query)
        hits = [REST | dict(zip(KEYS, hit, strict=False)) for hit in hits]
        return json.dumps({"query": query, "total": total, "hits": hits}, ensure_ascii=False)

    return answer


def engine_command(engine: type[Engine], index: Path, snippets: bool) -> list[str]:
    """Return the command of an engine in a process of its own."""
    return [sys.executable, __file__, engine.NAME, str(index), *(["--snippets"] if snippets else [])]


class Piped:
    """A process that answers by the line."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.ask("warm")  # every engine loads something only once

    def ask(self, query: str) -> bytes:
        """Return the line that answers a query."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"{query}\n".encode())
        self._process.stdin.flush()
        return self._process.stdout.readline()

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def main() -> None:
    engines = {engine.NAME: engine for engine in ENGINES}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", choices=engines)
    parser.add_argument("index", type=Path)
    parser.add_argument("--snippets", action="store_true")
    given = parser.parse_args()
    engine = engines[given.engine]
    if not engine.is_there():
        parser.error(f"{given.engine} is not installed")
    if not given.index.exists():
        parser.error(f"there is no index {given.index}; tests/bench/typing.py --keep FOLDER makes one")
    answer = answering(engine(given.index), given.snippets)
    assert isinstance(sys.stdout, io.TextIOWrapper)
    sys.stdout.reconfigure(encoding="utf-8")
    for line in sys.stdin.buffer:
        print(answer(line.decode().rstrip("\n")), flush=True)


if __name__ == "__main__":
    main()
