"""Finds the verbs and phrases that report meetings in a sentence."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefreader.annotate.meeting.report import verbs_of_contact, verbs_of_hosting
from briefreader.annotate.meeting.report.meeting_verb import MeetingVerb
from briefreader.annotate.text.masked_sentences import EVENT, pattern

TABLE = (*verbs_of_contact.VERBS, *verbs_of_hosting.VERBS)
"""The verbs in the order in which they are tried: of two that begin alike at a word, the earlier one counts."""


class FoundVerb(NamedTuple):
    """Holds a verb in a masked sentence, from start to end, and its entry in the table."""

    start: int
    end: int
    words: str
    verb: MeetingVerb


def _by_first_word() -> dict[str, list[tuple[re.Pattern[str], MeetingVerb]]]:
    """Return the compiled entries of the table by the first word of their forms, in the order of the table."""
    found: dict[str, list[tuple[re.Pattern[str], MeetingVerb]]] = {}
    for verb in TABLE:
        compiled = pattern(verb.forms)
        for word in dict.fromkeys(verb.begins.split()):
            found.setdefault(word, []).append((compiled, verb))
    return found


_VERBS = _by_first_word()
_WORD = re.compile(rf"[A-Za-zê]+|{EVENT}")


def find(masked: str) -> Iterator[FoundVerb]:
    """Yield the verbs of meeting in a masked sentence, in order; none begins inside another."""
    last = 0
    for word in _WORD.finditer(masked):
        verbs = _VERBS.get(word[0])
        if verbs is None or word.start() < last:
            continue
        for compiled, verb in verbs:
            if match := compiled.match(masked, word.start()):
                last = match.end()
                yield FoundVerb(match.start(), last, match[0], verb)
                break
