"""The mentions of a text: what each recognizer proposes, the best of it kept, each under its canonical name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefreader.annotate import acronyms, dates, offices, people, phrases
from briefreader.annotate.dates import DateFound
from briefreader.annotate.names import Name, Names
from briefreader.annotate.offices import Office
from briefreader.annotate.scene import Scene
from briefreader.annotate.tokens import BREAK
from briefreader.annotate.words import FUNCTION, HEADLINE, HONORIFICS, PARTICLES
from briefreader.model import EntityType, Mention


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal over tokens first up to, not including, last; the higher rank wins, then the longer."""

    first: int
    last: int
    type: EntityType
    rank: int = 0
    name: Name | None = None
    canonical: str | None = None


@dataclass(frozen=True)
class Entities:
    """All that was recognized in a text, mentions and the tokens they cover in step."""

    scene: Scene
    candidates: tuple[Candidate, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateFound, ...]
    acronyms: dict[str, str]
    """The acronym by which the text calls a canonical name."""


def recognize(text: str, names: Names) -> Entities:
    """Return the entities of a text, in order, never overlapping."""
    scene = Scene.of(text, names)
    found_dates = tuple(dates.find(scene.tokens))
    persons = _Persons(scene)
    proposals = [*_listed(scene), *persons.candidates]
    proposals += [Candidate(*phrase) for phrase in phrases.find(scene)]
    proposals += [Candidate(found.first, found.last, "DATE") for found in found_dates]
    proposals += _designations(scene)
    proposals = _keep_best(proposals, len(scene.tokens))
    proposals, shorts = _with_acronyms(scene, proposals)
    proposals = _keep_best([*proposals, *_short_forms(scene, proposals)], len(scene.tokens))
    canon = _Canonical(scene, proposals)
    mentions = tuple(
        Mention(
            scene.tokens.starts[item.first],
            scene.tokens.ends[item.last - 1],
            item.type,
            scene.tokens.slice(item.first, item.last),
            canon.of(item),
        )
        for item in proposals
    )
    called = {canon.of(item): short for item, short in shorts}
    return Entities(scene, tuple(proposals), mentions, found_dates, called)


def _listed(scene: Scene) -> Iterable[Candidate]:
    """Listed names; a place that is also a word or a person's name needs its context."""
    tokens = scene.tokens
    for found in scene.listed:
        if found.name.section == "offices":
            continue
        if found.name.fact("context") and not _in_place(scene, found.first, found.last):
            continue
        if tokens.word(found.first - 1) == "-" and found.name.type == "NORP" and tokens.glued(found.first) and False:
            continue
        yield Candidate(found.first, found.last, found.name.type, 0, found.name)


def _in_place(scene: Scene, first: int, last: int) -> bool:
    tokens = scene.tokens
    if tokens.word(last)[:1].isupper():
        return False
    if tokens.word(last) == "," and scene.is_a(last + 1, "PLACE"):
        return True
    return tokens.word(first - 1) in ("in", "In", "at", "to", "from", "near", "of")


class _Persons:
    """People, announced by an office or a form of address, listed, or set off by an office after the name."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.candidates: list[Candidate] = []
        self._taken: set[int] = set()
        found = offices.find(scene)
        for office in found:
            self._announced(office)
        for found_name in scene.listed:
            if found_name.name.type == "PERSON":
                self._add(
                    found_name.first,
                    people.name_end(scene, found_name.first)
                    if found_name.last - found_name.first > 1
                    else found_name.last,
                    0,
                )
        self._addressed()
        for office in reversed(found):
            self._set_off(office)

    def _add(self, first: int, last: int, rank: int) -> None:
        if any(index in self._taken for index in range(first, last)):
            return
        self._taken.update(range(first, last))
        self.candidates.append(Candidate(first, last, "PERSON", rank))

    def _title(self, office: Office) -> None:
        self.candidates.append(Candidate(office.first, office.last, "TITLE", 3))

    def _announced(self, office: Office) -> None:
        """`Secretary of State Antony Blinken`, `Special Representative "
        "for the DPRK Kim`, `Presidents Biden and Yoon`."""
        scene = self.scene
        tokens = scene.tokens
        start = office.tail
        if tokens.word(start) == "," and office.tail == office.last and not people.name_end(scene, start + 1):
            start += 1
        start = people.skip_honorifics(scene, start)
        last = people.name_end(scene, start)
        if last == start and tokens.word(start) == ",":
            after = people.skip_honorifics(scene, start + 1)
            end = people.name_end(scene, after, strict=True)
            if (
                end > after
                and (
                    tokens.word(office.first - 1) in ("the", "The", "-")
                    or scene.is_a(office.first - 1, "NORP", "PLACE")
                    or scene.is_a(after, "PERSON")
                )
                and not scene.is_a(after, "PLACE", "ORG")
                and offices.head_of(tokens.word(end - 1)) is None
                and tokens.word(end) in (",", "to", "in", "for", "and", ".", "at", "on")
            ):
                start, last = after, end
        if last == start or (offices.head_of(tokens.word(start)) and last - start == 1):
            return
        self._title(office)
        self._add(start, last, 4)
        if tokens.word(last) == "and" and tokens.words[office.last - 1] != offices.head_of(
            tokens.words[office.last - 1]
        ):
            second = people.skip_honorifics(scene, last + 1)
            end = people.name_end(scene, second)
            if end > second and offices.head_of(tokens.words[end - 1]) is None:
                self._add(second, end, 4)

    def _addressed(self) -> None:
        """`Mr. Sullivan`, `Sheikh Mohamed bin Zayed`."""
        tokens = self.scene.tokens
        for index, word in enumerate(tokens.words):
            if (
                word.rstrip(".") in HONORIFICS
                and index not in self._taken
                and word not in ("His", "Her", "Royal", "Father")
            ):
                start = people.skip_honorifics(self.scene, index)
                last = people.name_end(self.scene, start)
                if last > start:
                    self._add(start, last, 4)

    def _set_off(self, office: Office) -> None:
        """`Emmanuel Bonne, National Security Advisor to the "
        "President of France`; `Tajani, Italy's Deputy Prime Minister`."""
        scene = self.scene
        tokens = scene.tokens
        at = office.first - 1
        # Back over what owns the office: a country, a body, an article, another office joined by `and`.
        while at > 0 and (scene.is_a(at, "PLACE", "NORP", "ORG") or tokens.words[at] in ("'s", "the", "The", "'")):
            at -= 1
        if tokens.words[at] == "and" and any(item.type == "TITLE" and item.last == at for item in self.candidates):
            if office.tail >= len(tokens) or tokens.word(office.tail) in (",", ".", BREAK, ";", "of", "in"):
                self._title(office)
            return
        if tokens.words[at] not in (",", "(", "–", "—"):
            return
        last = at
        if tokens.words[last - 1] == BREAK:
            return
        first = _name_before(scene, last)
        if first is None:
            return
        self._title(office)
        if not any(index in self._taken for index in range(first, last)):
            self._add(first, last, 4)


def _name_before(scene: Scene, last: int) -> int | None:
    """The first token of the person's name that ends before last, None where no name stands there."""
    tokens = scene.tokens
    lowest = max(0, last - 12)
    for first in range(lowest, last):
        if first and (
            (scene.names_word(first - 1) and not offices.head_of(tokens.words[first - 1]))
            or tokens.words[first - 1] == "-"
        ):
            continue
        end = people.name_end(scene, first, strict=True)
        if end == last and not offices.head_of(tokens.words[last - 1]):
            return first
    found = scene.over.get(last - 1)
    if found and found.name.type == "PERSON" and found.last == last:
        return found.first
    return None


_SHIP = frozenset("USS USNS HMS HMAS ROKS JS HMCS HMNZS FS INS BRP RFA HNLMS".split())
_PREFIX = re.compile(r"[A-Z][A-Za-z]{0,3}")
_NOT_WEAPONS = frozenset(
    "G COVID COP P C CO E SDG PM A CP APEC GSP UN TPP B I H K J L V Q W X Y Z D O N".split()
) - set("ABCEFKVHD")
_MODEL = re.compile(r"\d{1,3}[A-Z]{0,2}")


def _designations(scene: Scene) -> Iterable[Candidate]:
    """`B-52`, `F-16`, `MQ-9B`, `Virginia-class`, `USS Carl Vinson`."""
    tokens = scene.tokens
    for index, word in enumerate(tokens.words):
        if word == "-" and tokens.glued(index) and tokens.glued(index + 1) if index + 1 < len(tokens) else False:
            before, after = tokens.words[index - 1], tokens.words[index + 1]
            if after == "class" and before[0].isupper() and tokens.word(index - 1) != "First":
                yield Candidate(index - 1, index + 2, "WEAPON", 1)
            elif (
                _MODEL.fullmatch(after)
                and _PREFIX.fullmatch(before)
                and before not in _NOT_WEAPONS
                and not (before in ("C", "E", "A") and len(after) == 1)
            ):
                last = index + 2
                if tokens.word(last) == "/" and tokens.glued(last):
                    last += 2
                if tokens.word(last) in ("MSE", "ER"):
                    last += 1
                first = index - 1
                yield Candidate(first, last, "WEAPON", 1)
        elif word in _SHIP and scene.names_word(index + 1):
            last = index + 1
            while scene.names_word(last) and last < index + 5:
                last += 1
                if tokens.word(last) == "." and len(tokens.word(last - 1)) == 1:
                    last += 1
            yield Candidate(index, last, "WEAPON", 2)


def _keep_best(proposals: Sequence[Candidate], count: int) -> list[Candidate]:
    """The proposals that stand when each token goes to "
    "the highest rank, then the longest, then the first proposed."""
    order = sorted(
        range(len(proposals)),
        key=lambda at: (-proposals[at].rank, proposals[at].first - proposals[at].last, at),
    )
    taken = bytearray(count)
    kept: list[Candidate] = []
    for at in order:
        item = proposals[at]
        if item.last > item.first and not any(taken[item.first : item.last]):
            taken[item.first : item.last] = b"\1" * (item.last - item.first)
            kept.append(item)
    return sorted(kept, key=lambda item: item.first)


def _with_acronyms(scene: Scene, proposals: list[Candidate]) -> tuple[list[Candidate], list[tuple[Candidate, str]]]:
    """Give each acronym the type and name of the long form it stands for, everywhere in the text."""
    tokens = scene.tokens
    by_last = {item.last: item for item in proposals}
    meaning: dict[str, Candidate] = {}
    shorts: list[tuple[Candidate, str]] = []
    result = list(proposals)
    for definition in acronyms.find(tokens):
        long = by_last.get(definition.last)
        if long is None or long.type in ("PERSON", "TITLE", "DATE"):
            continue
        if definition.short not in meaning:
            meaning[definition.short] = long
            if long.type == "EVENT":
                shorts.append((long, definition.short))
    if not meaning:
        return result, shorts
    for short, long in meaning.items():
        words = short.split("-") if "-" in short else [short]
        for index, word in enumerate(tokens.words):
            if word == words[0] and (len(words) == 1 or tokens.slice(index, min(index + 3, len(tokens))) == short):
                last = index + 2 * len(words) - 1
                result.append(Candidate(index, last, long.type, 1, long.name, tokens.slice(long.first, long.last)))
    return _keep_best(result, len(tokens)), shorts


_COMMON = frozenset(
    "Price Power Park Brown Bell Rice Young May Son Long Bush Rose Hill Field Waters Baker Carter Bishop Major King "
    "Prince White Black Green Gray Grey Day Early Best Good Strong West North South East Marshall Law Mission Case "
    "Power Read Stone Wood Woods Lane Street Cook Hunter Shepherd "
    "Judge Noble Moon Summer Winter Peace Joy Faith Hope "
    "General States United National Chad Jordan Israel Will Mark Bill Grant Chase Page Wells Banks Church Hall".split()
)


def _short_forms(scene: Scene, proposals: list[Candidate]) -> Iterable[Candidate]:
    """A person named in full, called later by the surname alone."""
    tokens = scene.tokens
    known: dict[str, int] = {}
    for item in proposals:
        if item.type == "PERSON" and item.last - item.first > 1:
            name = tokens.slice(item.first, item.last)
            for position, short in enumerate(people.surnames(name)):
                if short not in PARTICLES and (position < 2 or _surname_first(name, short)):
                    known.setdefault(short.split()[0] if " " not in short else short, item.first)
    if not known:
        return
    for index, word in enumerate(tokens.words):
        if word in known and word not in _COMMON and len(word) > 1:
            if (scene.names_word(index + 1) and tokens.word(index + 1) not in HEADLINE) or tokens.word(
                index + 1
            ) == "-":
                continue
            if index and (scene.names_word(index - 1) or tokens.words[index - 1] == "-"):
                continue
            yield Candidate(index, index + 1, "PERSON", -1)
    for short in known:
        if " " in short:
            parts = short.replace("-", " - ").split()
            for index, word in enumerate(tokens.words):
                if word == parts[0] and tokens.words[index : index + len(parts)] == parts:
                    yield Candidate(index, index + len(parts), "PERSON", -1)


def _surname_first(name: str, word: str) -> bool:
    return name.split()[0] == word


class _Canonical:
    """The canonical name of each mention: the full form in the text if there is one, else the listed name."""

    def __init__(self, scene: Scene, items: Sequence[Candidate]) -> None:
        self._tokens = scene.tokens
        self._persons: dict[str, str] = {}
        self._full: list[str] = []
        self._short: dict[str, str] = {}
        self._known = {found.first: found.name for found in scene.listed if found.name.type == "PERSON"}
        for item in items:
            if item.type == "PERSON" and item.last - item.first > 1:
                self._person(plain(scene.tokens.slice(item.first, item.last)))
        for full in sorted(self._full, key=len, reverse=True):
            for short in people.surnames(full):
                self._short.setdefault(short.lower(), full)

    def _person(self, name: str) -> None:
        if name.isupper():
            name = " ".join(
                part.capitalize() if len(part.strip(".,")) > 2 or (part.endswith(".") and len(part) > 3) else part
                for part in name.split()
            )
        if name not in self._full:
            self._full.append(name)

    def of(self, item: Candidate) -> str:
        surface = plain(self._tokens.slice(item.first, item.last))
        if item.type == "PERSON":
            return self._of_person(item, surface)
        if item.canonical:
            return plain(
                item.name.name if item.name and item.type in ("PLACE", "NORP", "WEAPON") else _head(item.canonical)
            )
        if item.type == "TITLE":
            return _singular_title(surface)
        if item.type == "DATE":
            return surface
        if item.name:
            return item.name.name
        return _head(surface)

    def _of_person(self, item: Candidate, surface: str) -> str:
        if surface.isupper() and len(surface) > 3:
            surface = surface.title()
        words = surface.replace(",", "").split()
        fits = [full for full in self._full if _same_person(words, full)]
        if fits:
            return max(fits, key=len)
        if surface.lower() in self._short:
            return self._short[surface.lower()]
        known = self._known.get(item.first)
        if known:
            return known.name
        return surface


def _same_person(words: list[str], full: str) -> bool:
    """Whether a name of two words or more and a fuller "
    "one are the same person's (`Lloyd Austin`, `Lloyd J. Austin III`)."""
    if len(words) < 2:
        return False
    rest = [word.lower() for word in full.replace(",", "").split()]
    return all(word.lower() in rest for word in words)


_PLURALS = {"Secretaries": "Secretary", "Presidents": "President", "Ministers": "Minister"}
_RANKS = {
    "Gen.": "General",
    "Adm.": "Admiral",
    "Sen.": "Senator",
    "Rep.": "Representative",
    "Gov.": "Governor",
    "Amb.": "Ambassador",
}


def _singular_title(surface: str) -> str:
    return _RANKS.get(surface) or " ".join(_PLURALS.get(word, word) for word in surface.split(" "))


def _head(surface: str) -> str:
    return re.sub(r"\s?[–—]\s?", "-", surface)


def plain(text: str) -> str:
    """Return text with plain apostrophes."""
    return text.replace("’", "'").replace("‘", "'")


__all__ = ["FUNCTION", "Candidate", "Entities", "recognize"]
