"""Measures typing: python tests/bench/typing.py [--generated N] [--length WORDS] [--words LIBRARY] [--keep FOLDER]
[LIBRARY...]

Five sessions are typed letter by letter into this program, SQLite FTS5, tantivy and Xapian, one after the other at
every key: the newest 50 with ID, title, date and series, and the exact count. Each engine holds the same texts, read
from the libraries or made up from a seed and the words of a library; names, which none of the queries asks for, are
left out. It is measured once more with each engine in a process of its own that answers by the line, and with snippets.
Of libraries the program itself is measured too, as `search --lines` answers, with all that it does besides: names and
their other spellings, a look at the folder, facets. Built indexes are kept in FOLDER, and used again from there.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from statistics import median

from bench.arguments import library as library_folder
from bench.engines import ENGINES, WORDS, Brief, Engine, Fts5, Ours, made_up, read
from bench.lines import Piped, engine_command

SESSIONS = (
    "extended deterrence korea",
    "joint statement denuclearization",
    "minister defence cooperation",
    "north korea missile",
    "quad indo pacific maritime",
)
ROUNDS = 5
SAMPLE = Path(__file__).resolve().parents[2] / "data" / "library"
OURS = Ours.NAME
PROGRAM = "the program"

Ask = Callable[[str], object]
Taken = dict[str, dict[tuple[int, str], list[float]]]
"""Milliseconds of each round, by engine, session and key."""


def newest(engine: Engine) -> Ask:
    return engine.newest


def snippets(engine: Engine) -> Ask:
    return engine.snippets


def keys() -> Iterator[tuple[int, str]]:
    for session, text in enumerate(SESSIONS):
        for end in range(1, len(text) + 1):
            yield session, text[:end]


def measure(engines: Sequence[type[Engine]], folder: Path, how: Callable[[Engine], Ask], rounds: int) -> Taken:
    """Return the milliseconds that each engine took at each key of each round; each round opens the engines anew."""
    taken: Taken = {engine.NAME: {} for engine in engines}
    for _ in range(rounds):
        interleave({engine.NAME: how(engine(folder / engine.NAME)) for engine in engines}, taken)
    return taken


def measure_lines(commands: Mapping[str, Sequence[str]], rounds: int) -> Taken:
    """Return the same of processes that answer by the line, by name."""
    taken: Taken = {name: {} for name in commands}
    for _ in range(rounds):
        piped = {name: Piped(command) for name, command in commands.items()}
        interleave({name: each.ask for name, each in piped.items()}, taken)
        for each in piped.values():
            each.close()
    return taken


def interleave(asks: Mapping[str, Ask], taken: Taken) -> None:
    for key in keys():
        for name, ask in asks.items():
            started = time.perf_counter()
            ask(key[1])
            taken[name].setdefault(key, []).append((time.perf_counter() - started) * 1_000)


def engine_commands(engines: Sequence[type[Engine]], folder: Path, snippets: bool) -> dict[str, list[str]]:
    return {engine.NAME: engine_command(engine, folder / engine.NAME, snippets) for engine in engines}


def program_command(library: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "briefreader", "--library", str(library), "search", "--lines", "--prefix", *more]


def bench_program(library: Path, folder: Path, rounds: int) -> None:
    os.environ["XDG_CACHE_HOME"] = str((folder / "cache").absolute())
    subprocess.run([sys.executable, "-m", "briefreader", "--library", str(library), "index"], check=True)
    for kind, snippets in (("the program by lines", False), ("with snippets, facets", True)):
        commands = {PROGRAM: program_command(library, *([] if snippets else ["--quick"]))}
        taken = measure_lines(commands | engine_commands((Fts5,), folder, snippets), rounds)
        report(kind, taken)


def report(kind: str, taken: Taken) -> None:
    print(
        f"\n{kind:24}" + "".join(f"{text.split()[0]:>12}" for text in SESSIONS) + "       total       worst     ratio"
    )
    totals = {name: sum(median(times) for times in by_key.values()) for name, by_key in taken.items()}
    first = next(iter(totals.values()))
    for name, by_key in taken.items():
        sessions = [
            sum(median(times) for (at, _), times in by_key.items() if at == session) for session in range(len(SESSIONS))
        ]
        worst = max(median(times) for times in by_key.values())
        print(
            f"  {name:22}"
            + "".join(f"{each:9.1f} ms" for each in sessions)
            + f"{totals[name]:9.1f} ms{worst:9.2f} ms{first / totals[name]:10.2f}"
        )


def fewer(folder: Path) -> list[str]:
    """Return the queries that find fewer briefs here than in FTS5."""
    ours, other = Ours(folder / Ours.NAME), Fts5(folder / Fts5.NAME)
    return [query for _, query in keys() if ours.newest(query)[0] < other.newest(query)[0]]


def bench(name: str, briefs: Callable[[], Sequence[Brief]], folder: Path, rounds: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    engines = [engine for engine in ENGINES if engine.is_there()]
    texts: Sequence[Brief] = ()
    for engine in ENGINES:
        built = folder / f"{engine.NAME}.built"
        if engine not in engines:
            print(f"{engine.NAME}: skipped, it is not installed", flush=True)
        elif not built.exists():
            texts = texts or briefs()
            started = time.perf_counter()
            engine.build(texts, folder / engine.NAME)
            built.touch()
            print(f"{engine.NAME}: built in {time.perf_counter() - started:.0f} s", flush=True)
    started = time.perf_counter()
    total, _ = Ours(folder / OURS).newest("e")
    cold = (time.perf_counter() - started) * 1_000
    print(f"\n{name}: opened and first answered in {cold:.1f} ms ({total:,} hits)")
    report("newest 50, counted", measure(engines, folder, newest, rounds))
    report("the same by lines", measure_lines(engine_commands(engines, folder, False), rounds))
    snipping = [engine for engine in engines if engine.HAS_SNIPPETS]
    report("with snippets", measure(snipping, folder, snippets, rounds))
    print(f"\nfound less than FTS5: {', '.join(fewer(folder)) or 'never'}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", nargs="*", type=library_folder)
    parser.add_argument("--generated", type=int, default=0, metavar="N")
    parser.add_argument("--length", type=int, default=WORDS, metavar="WORDS")
    parser.add_argument("--words", type=library_folder, default=SAMPLE, metavar="LIBRARY")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    if not given.library and not given.generated:
        parser.error("there is nothing to measure: name a LIBRARY, or --generated N")
    with tempfile.TemporaryDirectory() as temporary:
        kept = given.keep or Path(temporary)
        for library in given.library:
            bench(str(library), partial(read, library), kept / library.name, given.rounds)
            bench_program(library, kept / library.name, given.rounds)
        if given.generated:
            texts = partial(made_up, given.generated, given.words, given.length)
            name = f"made-up-{given.generated}" + (f"-of-{given.length}" if given.length != WORDS else "")
            bench(f"{given.generated:,} of {given.length} words made up", texts, kept / name, given.rounds)


if __name__ == "__main__":
    main()
