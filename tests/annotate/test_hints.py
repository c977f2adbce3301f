"""The pieces of text that stand beside an expression as hints: each match of the expression has one of them."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import pytest

from briefreader import annotate
from briefreader.annotate.text.masked_sentences import HintedPattern, hinted
from briefreader.annotate.text.word_classes import WordClass

# A sign of which nothing is known, and the most signs of a class that are tried one by one.
_ANY = "\0"
_MOST_SIGNS = 12


def without_hint(each: HintedPattern) -> set[str]:
    """The ends of matches of an expression that have none of its hints; empty where each match is sure to have one."""
    longest = max(map(len, each.hints))
    return _after(parser.parse(each.expression.pattern), {_ANY * longest}, each.hints)


def _after(parts: Iterable[tuple[Any, Any]], ends: set[str], hints: tuple[str, ...]) -> set[str]:
    """The ends of the texts without a hint, from those before some parts of a parsed expression to those behind."""
    for code, value in parts:
        ends = _after_one(str(code), value, ends, hints)
    return ends


def _after_one(code: str, value: Any, ends: set[str], hints: tuple[str, ...]) -> set[str]:
    match code:
        case "ASSERT" if value[0] > 0:
            return {end for end in ends if _after(value[1], {end}, hints)}  # the text ahead may have the hint
        case "ASSERT" | "ASSERT_NOT" | "AT":
            return ends
        case "SUBPATTERN":
            assert not value[1] & re.IGNORECASE, "a group that ignores case cannot have hints"
            return _after(value[3], ends, hints)
        case "BRANCH":
            return set().union(*(_after(each, ends, hints) for each in value[1]))
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(value, ends, hints)
    return {
        end
        for before in ends
        for sign in _signs(code, value)
        if not any(hint in before + sign for hint in hints)
        for end in [(before + sign)[1:]]
    }


def _repeated(value: Any, ends: set[str], hints: tuple[str, ...]) -> set[str]:
    least, most, parts = value
    for _ in range(least):
        ends = _after(parts, ends, hints)
    found, last = set(ends), ends
    for _ in range(int(most) - least):
        last = _after(parts, last, hints) - found
        if not last:
            break
        found |= last
    return found


def _signs(code: str, value: Any) -> Iterator[str]:
    """The signs that a part of one sign matches; one that stands for any where there are too many."""
    if code == "LITERAL":
        yield chr(value)
    elif code == "IN" and len(value) <= _MOST_SIGNS and all(str(each) == "LITERAL" for each, _ in value):
        yield from (chr(sign) for _, sign in value)
    else:
        yield _ANY


def _patterns() -> dict[str, HintedPattern]:
    """The expressions with hints in all modules that annotate, by their places."""
    found: dict[str, HintedPattern] = {}
    for found_module in pkgutil.walk_packages(annotate.__path__, f"{annotate.__name__}."):
        module = importlib.import_module(found_module.name)
        for name, value in vars(module).items():
            for number, each in enumerate(_within(value, module)):
                found[f"{module.__name__.removeprefix(annotate.__name__ + '.')}.{name}[{number}]"] = each
    return found


def _within(value: object, module: ModuleType) -> Iterator[HintedPattern]:
    """The expressions that a value is or holds with hints, or with a class of words of which each match has one."""
    match value:
        case HintedPattern():
            yield value
        case (re.Pattern() as expression, WordClass() as words):
            spelled = set(re.findall(r"[a-z]+", inspect.getsource(module)))
            forms = sorted(spelled | {word.title() for word in spelled})
            yield HintedPattern(expression, tuple(f"{word} " for word in forms if words.holds(word)))
        case tuple():
            for each in value:
                yield from _within(each, module)


PATTERNS = _patterns()


def test_the_expressions_with_hints_are_found() -> None:
    assert len(PATTERNS) > 30


@pytest.mark.parametrize("place", PATTERNS)
def test_each_match_has_a_hint(place: str) -> None:
    assert without_hint(PATTERNS[place]) == set()


def test_a_match_without_a_hint_is_noticed() -> None:
    assert without_hint(hinted(r"\b(?:they )?(?:met|spoke) in Oslo", "met", "spoke")) == set()
    assert without_hint(hinted(r"\b(?:they )?(?:met|spoke|sat) in Oslo", "met", "spoke")) != set()
    assert without_hint(hinted(r"(?:met )?in Oslo", "met")) != set()
    assert without_hint(hinted(r"m[ae]t", "met", "mat")) == set()
    assert without_hint(hinted(r"m[a-z]t", "met", "mat")) != set()
    assert without_hint(hinted(r"(?:on )+Monday", "on on", "on Monday")) == set()
