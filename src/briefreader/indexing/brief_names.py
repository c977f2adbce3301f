"""The names in a brief as the index stores them, from which the dossier of a name is made without reading the brief.

The index stores them twice: as a value, with every place at which a name stands, and as tags. A tag is a name in one
spelling, a person with title, side and role, a lead or a side; from the tags the index tells which briefs have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from briefreader.model import Annotation, EntityType, Mention, Role
from briefreader.text import fold, words

if TYPE_CHECKING:
    from briefreader.search import Tag

NAME, PERSON, LEAD, SIDE = "name", "person", "lead", "side"
"""The kinds of tags. Their lines have type, name and spelling; name, title, side and role; a name; a name."""

_TAB = "\t"
_BLANKS = str.maketrans("\t\n\r", "   ")
_FOLDED_KEPT = 1 << 15
# Two names joined before one of these words are the name of a government and no people at a meeting.
_GOVERNMENT = re.compile(r"\s+(?:administrations?|ticket|campaign|white\s+house|era)\b", re.IGNORECASE)
# Before an office, perhaps with the country between: `former U.S. Secretary of State`.
_FORMER = re.compile(r"\b(?:(?:former|onetime|ex)[\s‑-]+(?:[\w.’']+\s+){0,2}|late\s+|then[‑–-]\s*)$", re.IGNORECASE)
_WORD = 40  # characters before an office that may say that it is a former one
_BESIDE = 2  # characters between an office and a name
_HYPHENS = frozenset("-‐‑–—")

SpellingStarts = Sequence[tuple[str, Sequence[int]]]
"""Each spelling of a name with the offsets in the text at which it stands."""


class BriefNames(NamedTuple):
    """The names in a brief, plain values of JSON; dates are not among them.

    `names` has type, canonical name and spellings of each; `people` has name, title, side and role of each person in
    the body, without the title of a former office; `leads` and `sides` are those of the meeting, if the brief reports
    one.
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
            if mention.type == "DATE":
                continue
            spellings = found.setdefault((mention.type, mention.identity), {})
            spellings.setdefault(mention.text, []).append(mention.start)
        meeting = annotation.meeting
        held = _held_beside(annotation.mentions, text)
        return cls(
            names=[(*form, [*spellings.items()]) for form, spellings in found.items()],
            people=[
                (row.name, _present_title(row.title, held.get(row.name, {})), row.side, row.role)
                for row in annotation.attendance
            ],
            leads=meeting.leads if meeting else (),
            sides=meeting.sides if meeting else (),
        )

    @classmethod
    def stored(cls, value: Any) -> BriefNames:
        """Return the names that the index stores as a plain value."""
        return cls(*value)

    def tags(self) -> Mapping[Tag, tuple[int, int]]:
        """Return the tags of the brief, each with a count and the first offset in the text, 0 if it has no place."""
        from briefreader.search import Tag

        found: dict[Tag, tuple[int, int]] = {}
        for type, name, spellings in self.names:
            for spelling, starts in spellings:
                found[Tag(NAME, _words(name, spelling), _line(type, name, spelling))] = len(starts), starts[0]
        for name, title, side, role in self.people:
            found[Tag(PERSON, _words(name, title or ""), _line(name, title or "", side or "", role))] = 1, 0
        found.update((Tag(LEAD, _words(name), _line(name)), (1, 0)) for name in self.leads)
        found.update((Tag(SIDE, _words(name), _line(name)), (1, 0)) for name in self.sides)
        return found


def _line(*columns: str) -> str:
    return _TAB.join(column.translate(_BLANKS) for column in columns)


def columns(line: str) -> list[str]:
    """Return the columns of the line of a tag, as many as its kind has."""
    return line.split(_TAB)


@lru_cache(_FOLDED_KEPT)
def folded(name: str) -> str:
    """Return a name in the form in which names are compared: folded words, with spaces for hyphens."""
    return " ".join(fold(word.text).replace("-", " ") for word in words(name))


def _words(*names: str) -> str:
    """Return the words by which names are found: folded, and those with hyphens also as one word."""
    joined = (fold(word.text).replace("-", "") for name in names for word in words(name) if "-" in word.text)
    return " ".join(dict.fromkeys((*map(folded, names), *joined)))


def named(mentions: Sequence[Mention], text: str) -> Iterator[Mention]:
    """Yield the mentions of a text but for the second name of a government.

    `the Biden-Harris administration` names a government by the two people at its head and tells nothing of the second.
    """
    joined = {after.start for before, after in pairwise(mentions) if _is_government(before, after, text)}
    for mention in mentions:
        if mention.start not in joined:
            yield mention


def _held_beside(mentions: Sequence[Mention], text: str) -> Mapping[str, Mapping[str, bool]]:
    """Return for each person the titles beside the name, and whether the text gives them as offices that are held."""
    found: dict[str, dict[str, bool]] = {}
    for office, person in pairwise(mentions):
        if office.type == "TITLE" and person.type == "PERSON" and person.start - office.end <= _BESIDE:
            is_former = _FORMER.search(text, max(0, office.start - _WORD), office.start) is not None
            titles = found.setdefault(person.canonical, {})
            for title in dict.fromkeys((office.canonical, office.text)):
                titles[title] = titles.get(title, False) or not is_former
    return found


def _present_title(title: str | None, beside: Mapping[str, bool]) -> str | None:
    """Return a title of a person, but for that of a former office another that is held."""
    return title if beside.get(title or "", True) else next((each for each, held in beside.items() if held), None)


def _is_government(before: Mention, after: Mention, text: str) -> bool:
    return (
        before.type == after.type == "PERSON"
        and text[before.end : after.start] in _HYPHENS
        and _GOVERNMENT.match(text, after.end) is not None
    )
