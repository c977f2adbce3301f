"""Finds statements on countries and bodies among briefs of no meeting, by their titles."""

import re
from collections.abc import Collection, Iterable, Iterator

from briefreader.meetings.groups import Item
from briefreader.meetings.level import level_of_office
from briefreader.model import Entry

_STATEMENT = re.compile(
    r"(?:(?P<joint>joint |leaders['’] )?(?:press )?statement)(?: (?:by|from|of) (?P<who>.{3,90}?))?,? "
    r"(?=(?:on|regarding|about|welcoming|condemning|to|after|following|marking) )(?P<subject>.+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w.]*\b")
_MOST_NAMED = 3


def statements_on(names: Collection[str], entries: Iterable[Entry]) -> Iterator[Item]:
    """Yield an item for each brief whose title is that of a statement and names countries or bodies among some names.

    The level is that of the office of who speaks.
    """
    by_first: dict[str, list[str]] = {}
    for name in names:
        by_first.setdefault(name.split(" ")[0], []).append(name)
    for entry in entries:
        if "tatement" not in entry.title or not (found := _STATEMENT.match(entry.title)):
            continue
        subject = found["subject"]
        named = {
            name: None
            for word in _WORD.finditer(subject)
            for name in by_first.get(word[0], ())
            if subject.startswith(name, word.start()) and not subject[word.start() + len(name) :][:1].isalnum()
        }
        if 0 < len(named) <= _MOST_NAMED:
            level = level_of_office(found["who"]) if found["who"] else None
            yield Item(None, (entry,), parties=tuple(named), level=level)
