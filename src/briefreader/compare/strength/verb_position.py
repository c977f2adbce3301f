"""Tells whether a word that can be verb or noun, such as `support` or `may`, stands where a verb stands."""

from collections.abc import Sequence

from briefreader.compare.wording import Wording

_BEFORE_NOUN = frozenset(
    "the a an this these those their our its his her my your no any all each every some such of in on at by with from "
    "into under as further continued strong full mutual political shared broad bilateral joint overall".split()
)
_SUBJECTS = frozenset("i we you they he she it who which that both all sides parties also not and or to".split())
_MODALS = frozenset("will would shall should can could may might must do does did cannot".split())
_PEOPLE = frozenset(
    "president minister ministers secretary leaders officials sides participants parties delegations countries nations "
    "governments members states representatives heads principals advisors chairs envoys partners allies".split()
)


def is_verb(wording: Wording, number: int, base: str) -> bool:
    """Return whether a word of a text is a verb, as far as the word before it tells.

    `base` is the form without endings. A form that is only a verb's, such as `noted`, must have no article before it.
    """
    word = wording.words[number]
    if wording.named[number] or wording.times[number] or _is_name(wording, number):
        return False
    before = _before(wording, number)
    if before is None:
        return True
    previous = wording.words[before]
    if word in _MODALS:
        return previous not in _BEFORE_NOUN - {"all"} or previous in _SUBJECTS
    if word not in (base, f"{base}s", f"{base}es"):
        return previous not in _BEFORE_NOUN or (word.endswith("ing") and previous in ("by", "in", "of", "with"))
    if previous in _SUBJECTS or previous in _MODALS or previous in _PEOPLE:
        return True
    return bool(wording.named[before]) and not wording.text[wording.spans[before].start :].startswith(("of", "Of"))


def _before(wording: Wording, number: int) -> int | None:
    """Return the number of the word before a word, adverbs left out; None at the beginning of its sentence."""
    at = number - 1
    while at >= 0 and wording.words[at].endswith("ly") and len(wording.words[at]) > len("only"):
        at -= 1
    if at < 0:
        return None
    gap = wording.text[wording.spans[at].end : wording.spans[number].start]
    return None if any(sign in gap for sign in ".!?;:\n") else at


def _is_name(wording: Wording, number: int) -> bool:
    """Return whether a word in the middle of a sentence has a capital."""
    at = wording.spans[number].start
    before: Sequence[str] = wording.text[:at].rstrip(" \"“'‘(")[-1:]
    return wording.text[at].isupper() and bool(before) and before not in (".", "!", "?", ":", ";", "\n")
