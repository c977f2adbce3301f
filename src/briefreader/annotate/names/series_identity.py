"""Tells series of meetings apart: the identity of a series is a body and, unless the body has them fixed, its parties.

`India-Kuwait Foreign Office Consultations`, `FOC India-Kuwait` and `Kuwait-India FOC` are one series; `FOC India-Fiji`
is another.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefreader.annotate.names.gazetteer import Gazetteer, Name, folded
from briefreader.model import Document

_JOINT = re.compile(r"\s*[-–—/]\s*|\s*,?\s+and\s+(?:the\s+)?|\s*,\s*|\s*&\s*")
_OF_THREE = re.compile(r"\btrilateral", re.IGNORECASE)
_LEVEL = re.compile(
    r" (?:Leaders|(?:(?:Vice )?[A-Z][a-z]+ )?Ministers|(?:Deputy )?National Security Advisors|Senior Officials)"
    r"(?: Meeting)?$"
)
_SEPARATE = re.compile(
    r"\b[Ss]eparate(?:ly)?\b[^.]{0,20}\b(?:calls?|meetings?|spoke|met)\b|\b(?:spoke|met) separately\b"
)
_TRAVELS = re.compile(r"\b(?:[Tt]ravels?|[Tt]rip)\b")
_OPENING = 1500  # characters of the body in which a meeting is called trilateral
_LONGEST_PARTY = 5
_LONGEST_NAME = 200
_MANY_WORDS = 6
_SIDES = frozenset(("countries", "nationalities", "organizations"))
# Bodies of these kinds meet in many pairs of parties.
_OF_TWO = frozenset(
    "dialogue consultation commission committee council group mechanism talk force taskforce board exchange "
    "negotiation conversation 2+2 3+3".split()
)
_TAIL = re.compile(r" (?:on|for|of) .*")
_YEAR = re.compile(r"(?:19|20)\d\d")
# These words say how a body meets, not which body meets.
_MANNERS = frozenset(
    "annual virtual inaugural upcoming regular the of on for and minister-level ministerial-level ministerlevel "
    "ministeriallevel global".split()
)
_NUMBER_OF_PARTIES = re.compile(r"^(?:Annual )?(?:Bilateral|Trilateral) (?=\w)")
_SITTINGS = frozenset("meeting session plenary round call".split())
_BODIES = frozenset("dialogue consultation commission committee council group forum mechanism talk force board".split())
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z0-9&+/.]{2,12}(?:-[A-Z][a-z]+)?")
_SHORT_FORMS = frozenset("us uk eu un uae rok au".split())
_SHORT = {
    "United States": "U.S.", "United Kingdom": "UK", "European Union": "EU", "United Arab Emirates": "UAE",
    "Democratic Republic of the Congo": "DRC",
}  # fmt: skip


class _Parts(NamedTuple):
    """Holds the words of a series name without its parties, and the parties by their common names."""

    body: str
    parties: tuple[str, ...]


def label(series: str, full_name: str | None, sides: Sequence[str], gazetteer: Gazetteer) -> str:
    """Return the name under which lists show a series: with its two parties where the body meets in many pairs.

    `full_name` is the name of the body in words, where `series` is an acronym.
    """
    parts = _parts(series, gazetteer)
    listed = _listed(parts.body, gazetteer) or (_listed(full_name, gazetteer) if full_name else None)
    if parts.parties or len(sides) != 2 or (listed and (listed.sides or listed.section == "events")):
        return series
    name = listed.name if listed else full_name or series
    has_parties = bool(_parts(name, gazetteer).parties)
    if not has_parties and (_is_of_body(name, gazetteer) or not _is_of_two(name)):
        return series
    if _begins_with(name, sides, gazetteer):
        return series
    parties = _joined(sides)
    return f"{series} {parties}" if _ACRONYM.fullmatch(series) else f"{parties} {series}"


def sides_of_three(document: Document, sides: Sequence[str], of_people: Iterable[str | None]) -> tuple[str, ...]:
    """Return the three sides of a meeting that a text calls trilateral, none for another meeting.

    `of_people` are the sides of those who led it: a text can leave out its own side.
    """
    if _SEPARATE.search(f"{document.title} {document.body[:_OPENING]}"):
        return ()
    if _TRAVELS.search(document.title) or not _OF_THREE.search(f"{document.title} {document.body[:_OPENING]}"):
        return ()
    whole = tuple(dict.fromkeys((*sides, *(side for side in of_people if side))))
    return next((each for each in (tuple(sides), whole) if len(each) == 3), ())


def of_three(sides: Sequence[str], level: str) -> str:
    """Return the name of the meetings that three sides hold at a level: `Japan-South Korea-U.S. Trilateral Leaders`."""
    return f"{_joined(sides)} Trilateral {level}"


def group_of(name: str) -> str:
    """Return the group whose meetings of one level a name means (`B9` of `B9 Leaders`), without a level the name."""
    return _LEVEL.sub("", name)


def _joined(sides: Sequence[str]) -> str:
    return "-".join(sorted((_SHORT.get(side, side) for side in sides), key=str.casefold))


def identity(name: str, gazetteer: Gazetteer) -> tuple[str, frozenset[str]]:
    """Return the body and the parties that a name of a series means; names of one series have the same identity.

    The parties are empty where the body has them fixed, or the name does not tell them.
    """
    if len(name) > _LONGEST_NAME:
        return folded(name), frozenset()
    whole = _listed(name, gazetteer)
    if whole is None and (sitting := name.rsplit(" ", 1))[-1].lower().rstrip("s") in _SITTINGS:
        whole = _listed(sitting[0], gazetteer)
    if whole is not None and whole.sides:
        return _key(whole.name, gazetteer), frozenset()
    parts = _parts(name, gazetteer)
    listed = _listed(parts.body, gazetteer)
    if listed is not None and listed.sides:
        return _key(listed.name, gazetteer), frozenset()
    body = parts.body if listed or len(parts.parties) < 2 else _NUMBER_OF_PARTIES.sub("", parts.body)
    return _key(listed.name if listed else body, gazetteer), frozenset(parts.parties)


def parties_of(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the two or more parties that a name of a series has, none where it has fewer."""
    return _parts(name, gazetteer).parties


def stands_for(acronym: str, name: str) -> bool:
    """Return whether the letters of an acronym are the first letters of the words of a name.

    Words of grammar may be left out, what follows `on`, `for` or `of`, and a short form of the party before the name.
    """
    if not _ACRONYM.fullmatch(acronym):
        return False
    letters = re.sub(r"[^a-z0-9]", "", acronym.lower())
    whole = re.sub(r"\b([A-Z])\.", r"\1", name)
    forms = [re.findall(r"[a-z0-9']+", form.lower()) for form in (whole, _TAIL.sub("", whole))]
    forms += [words[1:] for words in forms if words and words[0] in _SHORT_FORMS]
    spelled = ("".join(_initials(word) for word in words if word not in _MANNERS) for words in forms)
    return len(letters) > 2 and letters in spelled


def shortened(keys: Mapping[str, str]) -> dict[str, str]:
    """Return what each name means, for a body of many words that goes on after the name of another, that other."""
    known = frozenset(keys.values())
    first = {key: next((each for each in _shorter(key) if each in known), key) for key in known}
    return {name: first[key] for name, key in keys.items()}


def _shorter(key: str) -> Iterator[str]:
    """Yield what the names of many words mean after which the name of a body may go on, the shortest first."""
    body, joint, parties = key.partition(" | ")
    words = body.split(" ")
    for count in range(_MANY_WORDS, len(words)):
        yield f"{' '.join(words[:count])}{joint}{parties}"


def _initials(word: str) -> str:
    """Return the letters that a word gives to an acronym: all of a short form of a party, else the first."""
    return word if word in _SHORT_FORMS else word[0]


def _listed(name: str, gazetteer: Gazetteer) -> Name | None:
    """Return the listed series or event of a name."""
    found = gazetteer.spelled(folded(name))
    return next((entry for section in ("series", "events") for entry in found if entry.section == section), None)


def _begins_with(name: str, sides: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Return whether a name begins with a side: the body is about it and meets with whoever takes part."""
    words = name.split()
    beginnings = (" ".join(words[:count]) for count in range(1, min(len(words), _LONGEST_PARTY)))
    return any(entry.name in sides for each in beginnings for entry in gazetteer.spelled(folded(each)))


def _is_of_two(name: str) -> bool:
    """Return whether a body of this name meets in many pairs of parties."""
    words = _TAIL.sub("", name).lower().replace("'", "").split()
    while words and words[-1].rstrip("s") in _SITTINGS and len(words) > 1:
        words.pop()
    return bool(words) and words[-1].removesuffix("s") in _OF_TWO


def _is_of_body(name: str, gazetteer: Gazetteer) -> bool:
    """Return whether the first words of a name are a body or the world: `ASEAN Regional Forum`, `UN ... Committee`."""
    words = name.split()
    if words[0] in ("International", "World", "Global", "White", "Multilateral"):
        return True
    beginnings = (" ".join(words[:count]) for count in range(1, min(len(words), _LONGEST_PARTY) + 1))
    return any(
        entry.section == "organizations" and (each.isupper() or entry.sides)
        for each in beginnings
        for entry in gazetteer.spelled(folded(each))
    )


def _parts(name: str, gazetteer: Gazetteer) -> _Parts:
    """Return a name without the two or more parties at its beginning or end."""
    plain = " ".join(name.replace("’", "'").replace("“", "").replace("”", "").split())
    parties, at = _parties_at(plain, 0, gazetteer)
    if len(parties) > 1 and plain[at:].strip():
        return _Parts(plain[at:].strip(), parties)
    for gap in re.finditer(r" (?:between |of |with )?(?:the )?", plain):
        parties, at = _parties_at(plain, gap.end(), gazetteer)
        if len(parties) > 1 and at == len(plain):
            return _Parts(plain[: gap.start()], parties)
    return _Parts(plain, ())


def _parties_at(name: str, start: int, gazetteer: Gazetteer) -> tuple[tuple[str, ...], int]:
    """Return the parties joined to each other from a place of a name, and the place behind them."""
    found: list[str] = []
    at = end = start
    while party := _party_at(name, at, gazetteer):
        found.append(party[0])
        end = party[1]
        joint = _JOINT.match(name, end)
        if not joint or not joint[0]:
            break
        at = joint.end()
    return tuple(dict.fromkeys(found)), end


def _party_at(name: str, start: int, gazetteer: Gazetteer) -> tuple[str, int] | None:
    """Return the longest country or body that a name has at a place, and the place behind it."""
    ends = [match.start() for match in re.finditer(r"(?<=[\w.])(?=[\s\-–—/,&]|$)", name[start:])][:_LONGEST_PARTY]
    for end in reversed(ends):
        for entry in gazetteer.spelled(folded(name[start : start + end])):
            if entry.section in _SIDES:
                return entry.name, start + end
    return None


def _key(body: str, gazetteer: Gazetteer) -> str:
    """Return the words that tell a body from others, whatever their order of rank and form of writing."""
    first, _, rest = folded(body).partition(" ")
    groups = [entry for entry in gazetteer.spelled(first) if entry.section == "organizations" and entry.sides]
    group = folded(groups[0].name).split() if groups else []
    plain = (rest if group else f"{first} {rest}").replace("defence", "defense").replace("'", "")
    words = [word for word in plain.split() if word not in _MANNERS and not _YEAR.fullmatch(word)]
    words = [word.removesuffix("s") if len(word) > 3 else word for word in words if not group or word != "trilateral"]
    while len(words) > 1 and (words[-1] in _SITTINGS or (words[-1] == "ministerial" and words[-2] in _BODIES)):
        words.pop()
    if group and words[:1] == ["group"]:
        del words[0]  # `I2U2 Group`
    if group and words[-1:] == ["leader"] and words[-2:-1] == ["economic"]:
        del words[-2]  # APEC calls its leaders so
    text = re.sub(r"\bleader(?: summit)?$|\bpresidential summit$", "summit", " ".join((*group, *words)))
    text = re.sub(r"\badvisor dialogue$", "advisor", text)
    text = re.sub(r"\b(foreign|defense|finance|energy) ministerial$", r"\1 minister", text)
    return " ".join(re.sub(r"\b(?:foreign )?minister(?:ial)? (?:level )?(?=strategic dialogue)", "", text).split())
