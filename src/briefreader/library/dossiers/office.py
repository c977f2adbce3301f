"""Finds an office in briefs by any of its titles, and tells who held it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from briefreader.indexing import NAME, PERSON
from briefreader.library.dossiers.briefs import Briefs, Tagged
from briefreader.library.dossiers.group import Group
from briefreader.library.dossiers.namesakes import Namesakes
from briefreader.library.dossiers.office_holders import office_holders
from briefreader.library.dossiers.offices_held import office_and_country, office_words
from briefreader.model import OfficeHolder

_COUNTRY = re.compile(r"(?P<office>.+) \((?P<country>[^()]+)\)")
_POSSESSIVE = re.compile(r"[’']s\b")


class Office:
    """An office by the form in which its titles are equal, of one country if the name that was asked for says so."""

    def __init__(self, key: str, country: str | None, briefs: Briefs, namesakes: Namesakes) -> None:
        self._key = key
        self._country = country
        self._briefs = briefs
        self._namesakes = namesakes
        self._country_of = namesakes.country
        self._is_country = namesakes.is_country
        self._keys: dict[str, tuple[str, str | None]] = {}
        words = office_words(key)
        self._people = [*briefs.tagged(PERSON, words, lambda tag: self._is_given(tag[1], tag[2]))]
        titles = [*briefs.tagged(NAME, words, lambda tag: tag[0] == "TITLE" and self._office(tag[2])[0] == key)]
        self.group = self._mentions(titles)

    @classmethod
    def called(cls, asked: str, briefs: Briefs, namesakes: Namesakes) -> Office | None:
        """Return the office of a title such as `Prime Minister of Japan`, None if no brief gives the title."""
        parted = _COUNTRY.fullmatch(asked)
        title = _POSSESSIVE.sub("", parted["office"] if parted else asked)
        key, country = office_and_country(title, namesakes.is_country)
        if not key:
            return None
        named = parted["country"] if parted else country
        if named and not namesakes.country(named):
            return cls._found(key, named, briefs, namesakes)  # NATO, European Union
        found = cls._found(key, namesakes.country(named) if named else None, briefs, namesakes)
        body, _, office = title.partition(" ")
        if found is None and namesakes.is_body(body):
            found = cls._found(office_and_country(office, namesakes.is_country)[0], body, briefs, namesakes)
        return found

    @classmethod
    def _found(cls, key: str, side: str | None, briefs: Briefs, namesakes: Namesakes) -> Office | None:
        found = cls(key, side, briefs, namesakes) if key else None
        return found if found and found.group.mentions else None

    def _office(self, title: str) -> tuple[str, str | None]:
        if title not in self._keys:
            self._keys[title] = office_and_country(title, self._is_country)
        return self._keys[title]

    def _is_given(self, title: str, side: str) -> bool:
        """Return whether a title is that of the office, and its country the one that was asked for."""
        key, country = self._office(title)
        return key == self._key and (
            self._country is None or self._country == side or (country and self._country_of(country)) == self._country
        )

    def _mentions(self, titles: Iterable[Tagged]) -> Group:
        """Return the mentions of the office in briefs, those of its country only if that was asked for."""
        everywhere, own = Group("TITLE", ""), Group("TITLE", "")
        for tag in titles:
            group = own if self._country and self._is_given(tag.columns[2], "") else everywhere
            group.note(tag.columns[2], tag.ranks, tag.counts, tag.offsets)
        if self._country:
            held = {rank for tag in self._people for rank in tag.ranks}
            for rank, mentioned in everywhere.mentions.items():
                if rank in held:
                    own.mentions.setdefault(rank, mentioned)
        found = own if self._country else everywhere
        surfaces = found.surfaces or everywhere.surfaces
        calm = Counter({title: count for title, count in surfaces.items() if not title.isupper()}) or surfaces
        name = calm.most_common(1)[0][0] if calm else self._key
        found.name = f"{name} ({self._country})" if self._country and self._office(name)[1] is None else name
        return found

    def has(self, type: str, spelling: str) -> bool:
        """Return whether a name in a brief is a title of the office."""
        return type == "TITLE" and self._office(spelling)[0] == self._key

    def holders(self) -> tuple[OfficeHolder, ...]:
        """Return the people who held the office, the country of most briefs first, and by the first date."""
        return office_holders(
            self._key, self._people, lambda title: self._office(title)[0], self._briefs, self._namesakes
        )
