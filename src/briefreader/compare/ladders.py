"""Reads the ladders of verbs: those of the program and, above them, those of the user."""

from collections.abc import Iterable
from pathlib import Path

from briefreader.compare.strength import Ladders
from briefreader.model import SettingsError

NAME = "strength.yaml"


def read_ladders(paths: Iterable[Path]) -> Ladders:
    """Return the ladders in some files that exist; a ladder of a later file replaces one of the same name.

    Raises SettingsError with the file and the ladder.
    """
    found: dict[str, list[list[str]]] = {}
    for path in paths:
        if path.is_file():
            found |= _ladders(path)
    return found


def _ladders(path: Path) -> dict[str, list[list[str]]]:
    import yaml

    try:
        read = yaml.safe_load(path.read_text("utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(f"{path}: this is not YAML; mend it or remove the file") from error
    except OSError as error:
        raise SettingsError(f"{path} cannot be read ({error.strerror}); mend its permissions") from error
    if not isinstance(read, dict):
        raise SettingsError(f"{path}: this holds no ladders; write `name:` with a list of steps below")
    for name, steps in read.items():
        if not (isinstance(steps, list) and all(_is_step(step) for step in steps)):
            raise SettingsError(
                f"{path}: {name} is no ladder; write a list of steps such as `- [condemn]`, weak to strong"
            )
    return {
        str(name): [[" ".join(each.casefold().split()) for each in step] for step in steps]
        for name, steps in read.items()
    }


def _is_step(step: object) -> bool:
    return isinstance(step, list) and bool(step) and all(isinstance(each, str) and each.strip() for each in step)
