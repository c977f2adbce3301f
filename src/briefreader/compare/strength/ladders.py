"""Reads the ladders of verbs and of degrees: those of the program and, above them, those of the user."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from briefreader.compare.strength.degrees import Degrees
from briefreader.compare.strength.strength import Ladders, Steps
from briefreader.model import SettingsError

NAME = "strength.yaml"

_DEGREE_KEYS = {"nouns", "steps"}


def read_ladders(paths: Iterable[Path]) -> Ladders:
    """Return the ladders in some files that exist; a ladder of a later file replaces one of the same name.

    Raises SettingsError with the file and the ladder.
    """
    found: dict[str, Steps | Degrees] = {}
    for path in paths:
        if path.is_file():
            found |= _ladders(path)
    return found


def _ladders(path: Path) -> dict[str, Steps | Degrees]:
    import yaml

    try:
        read = yaml.safe_load(path.read_text("utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 1})" if mark else ""
        raise SettingsError(f"{path}: this is not YAML{line}; mend it or remove the file") from error
    except OSError as error:
        raise SettingsError(f"{path} cannot be read ({error.strerror}); mend its permissions") from error
    if not isinstance(read, dict):
        raise SettingsError(f"{path}: this holds no ladders; write `name:` with a list of steps below")
    return {str(name): _ladder(path, name, ladder) for name, ladder in read.items()}


def _ladder(path: Path, name: object, ladder: object) -> Steps | Degrees:
    """Return a ladder of verbs, which is a list of steps, or of degrees, which has the keys `nouns` and `steps`."""
    if isinstance(ladder, dict):
        if ladder.keys() == _DEGREE_KEYS and _is_step(ladder["nouns"]) and _are_steps(ladder["steps"]):
            return Degrees(_folded(ladder["nouns"]), _steps(path, name, ladder["steps"]))
        raise SettingsError(
            f"{path}: {name} is no ladder of degrees; write `nouns: [support]` and below `steps:` a list of steps "
            "such as `- [strong, firm]`, weak to strong"
        )
    if not isinstance(ladder, list) or not _are_steps(ladder):
        raise SettingsError(f"{path}: {name} is no ladder; write a list of steps such as `- [condemn]`, weak to strong")
    return _steps(path, name, ladder)


def _steps(path: Path, name: object, steps: Iterable[Iterable[str]]) -> Steps:
    """Return the steps of a ladder. Raises SettingsError where an expression stands on two of them."""
    found = [_folded(step) for step in steps]
    where = Counter(expression for step in found for expression in {*step})
    for expression, count in where.items():
        if count > 1:
            raise SettingsError(f"{path}: {name} has `{expression}` on {count} steps; keep it on one of them")
    return found


def _folded(expressions: Iterable[str]) -> list[str]:
    return [" ".join(each.casefold().split()) for each in expressions]


def _are_steps(steps: object) -> bool:
    return isinstance(steps, list) and all(_is_step(step) for step in steps)


def _is_step(step: object) -> bool:
    return isinstance(step, list) and bool(step) and all(isinstance(each, str) and each.strip() for each in step)
