"""The names in a brief as the index stores them, from which the dossier of a name is made without reading the brief."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from briefreader.model import Annotation, EntityType, Mention, Role

_NO_NAMES = ("DATE", "TITLE")
# Two names joined before one of these words are the name of a government and no people at a meeting.
_GOVERNMENT = re.compile(r"\s+(?:administrations?|ticket|campaign|white\s+house|era)\b", re.IGNORECASE)
_HYPHENS = frozenset("-‐‑–—")

SpellingStarts = Sequence[tuple[str, Sequence[int]]]
"""Each spelling of a name with the offsets in the text at which it stands."""


class BriefNames(NamedTuple):
    """The names in a brief, plain values of JSON; names of offices and dates are not among them.

    `names` has type, canonical name and spellings of each; `people` has name, title, side and role of each person in
    the body; `leads` and `sides` are those of the meeting, if the brief reports one.
    """

    names: Sequence[tuple[EntityType, str, SpellingStarts]]
    people: Sequence[tuple[str, str | None, str | None, Role]]
    leads: Sequence[str]
    sides: Sequence[str]

    @classmethod
    def of(cls, annotation: Annotation, text: str) -> BriefNames:
        """Return the names of an annotated text."""
        found: dict[tuple[EntityType, str], dict[str, list[int]]] = {}
        for mention in named(annotation.mentions, text):
            if mention.type in _NO_NAMES:
                continue
            spellings = found.setdefault((mention.type, mention.identity), {})
            spellings.setdefault(mention.text, []).append(mention.start)
        meeting = annotation.meeting
        return cls(
            names=[(*form, [*spellings.items()]) for form, spellings in found.items()],
            people=[(row.name, row.title, row.side, row.role) for row in annotation.attendance],
            leads=meeting.leads if meeting else (),
            sides=meeting.sides if meeting else (),
        )

    @classmethod
    def stored(cls, value: Any) -> BriefNames:
        """Return the names that the index stores as a plain value."""
        return cls(*value)


def named(mentions: Sequence[Mention], text: str) -> Iterator[Mention]:
    """Yield the mentions of a text but for the second name of a government.

    `the Biden-Harris administration` names a government by the two people at its head and tells nothing of the second.
    """
    joined = {after.start for before, after in pairwise(mentions) if _is_government(before, after, text)}
    for mention in mentions:
        if mention.start not in joined:
            yield mention


def _is_government(before: Mention, after: Mention, text: str) -> bool:
    return (
        before.type == after.type == "PERSON"
        and text[before.end : after.start] in _HYPHENS
        and _GOVERNMENT.match(text, after.end) is not None
    )
