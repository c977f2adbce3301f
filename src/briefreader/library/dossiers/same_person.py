"""Compares names of people regardless of order, initials, short forms, hyphens and accents."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefreader.text import fold, words

_SUFFIXES = frozenset("jr sr ii iii iv".split())
_REGNAL = re.compile(r"(?!xi$)x{0,2}(?:ix|iv|v?i{0,3})")  # I to XXIX, folded; Xi is a family name
_NICKNAME = re.compile(r"(?<=\s)[\"“][^\"”]*[\"”](?=\s)")  # Benjamin “Benny” Gantz
_ARTICLES = ("al", "el")
PARTICLES = frozenset("al el bin bint ibn ben abu abd von van der den de del della di da dos das do du la le".split())
# Family names of East Asia: there two spellings of one person have the same given names.
_FAMILY_FIRST = frozenset(
    "kim lee yi park choi jung jeong chung kang cho yoon yun jang lim im han oh seo shin kwon hwang ahn an song hong "
    "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo qin xi nguyen tran le pham "
    "phan vu vo dang bui do ngo duong to hun sok prak".split()
)
_SHORT_FORMS = (
    "joe joseph", "mike michael", "tony antony anthony", "bill will william", "bob rob robert", "jim james",
    "jake jacob", "tom thomas", "dan daniel", "dave david", "steve stephen steven", "chris christopher",
    "matt matthew", "ben benny benjamin", "ed ted teddy edward", "rick dick rich richard", "kate katherine catherine",
    "liz beth elizabeth", "ash ashton", "chuck charlie charles", "jack john", "jon jonathan", "greg gregory",
    "jeff jeffrey", "ken kenneth", "larry lawrence", "nick nicholas", "pat patrick", "pete peter", "phil philip",
    "ron ronald", "sam samuel", "tim timothy", "andy andrew", "alex alexander", "don donald", "doug douglas",
    "fred frederick", "jerry gerald", "debbie deborah", "sue susan", "vicky victoria", "becky rebecca",
    # Spellings of one name in Latin letters.
    "mohamed mohammad muhammad muhammed mohamad mohammed", "khaled khalid", "abdallah abdullah", "ahmad ahmed",
    "hussain husayn hussein", "yousef yousuf youssef yusuf", "faysal faisal", "hasan hassan", "omar umar",
    "sergei sergey", "alexei aleksei aleksey alexey", "dmitri dmitriy dmitry", "yury yuriy yuri", "andrey andrei",
    "mikhael mikhail", "oleksandr olexander", "tahnoun tahnoon",
)  # fmt: skip
_NAMES_KEPT = 1 << 14
_SON_OF = frozenset(("bin", "ibn", "bint"))
_GIVEN = {short: forms.split()[-1] for forms in _SHORT_FORMS for short in forms.split()}


@lru_cache(_NAMES_KEPT)
def key(name: str) -> tuple[str, ...]:
    """Return the words of a name in the form in which they are compared: folded, without hyphens and suffixes."""
    name = _NICKNAME.sub(" ", name) if '"' in name or "“" in name else name
    parts = (part for word in words(name) for part in (word.text.split(".") if "." in word.text else (word.text,)))
    found: list[str] = []
    for part in parts:
        article, _, rest = fold(part).partition("-")
        if article in _ARTICLES and rest:  # `al-Sisi` and `El Sisi` are one
            found += [*(["al"] if found else []), rest.replace("-", "")]
        elif part:
            found.append("al" if article in _ARTICLES and found and not rest else fold(part).replace("-", ""))
    if len(found) > 1 and found[1] and _REGNAL.fullmatch(found[1]) and (len(found[1]) > 1 or len(found) == 2):
        return tuple(found[:2])  # `Abdullah II bin Al-Hussein` is `Abdullah II`, and `Lloyd J. Austin III` no king
    return tuple(word for word in found if word not in _SUFFIXES)


@lru_cache(_NAMES_KEPT)
def _generation(name: str) -> str | None:
    """Return the suffix that tells a son from a father of the same name."""
    last = name.rpartition(" ")[2].strip(".,").casefold()
    return last if last in _SUFFIXES else None


def same(one: str, other: str) -> bool:
    """Return whether two full names may be of one person; a single word is no full name.

    `Kishida Fumio` and `Fumio Kishida`, `Wendy Sherman` and `Wendy R. Sherman` are; `Kim Hong Kyun` and `Kim Tae-hyo`,
    `George W. Bush` and `George H.W. Bush`, `Amos Reed, Jr.` and `Amos Reed III` are not.
    """
    a, b = key(one), key(other)
    if _generation(one) and _generation(other) and _generation(one) != _generation(other):
        return False
    if len(a) < 2 or len(b) < 2:
        return a == b
    if _joined(a) & _joined(b) or _have_same_father(a, b):
        return True
    if a[0] in _FAMILY_FIRST or b[0] in _FAMILY_FIRST:
        return False
    family, given = _split(a)
    other_family, other_given = _split(b)
    if family != other_family or not _agree(given[0], other_given[0]):
        return False
    return all(_agree(*pair) for pair in zip(given[1:], other_given[1:], strict=False))


def distinct(names: Iterable[str]) -> list[list[str]]:
    """Return spellings grouped by person, the fullest first.

    A spelling that fits two groups (`J. Smith`) forms a group of its own.
    """
    groups: list[list[str]] = []
    near: dict[str, list[list[str]]] = {}
    fullest_first = sorted(dict.fromkeys(names), key=lambda name: (-len(key(name)), -len("".join(key(name)))))
    for name in fullest_first:
        ends = {key(name)[0], key(name)[-1]} if key(name) else {""}
        reached = {id(group): group for end in ends for group in near.get(end, ())}
        fitting = [group for group in reached.values() if all(same(name, each) for each in group)]
        if len(fitting) == 1:
            group = fitting[0]
            group.append(name)
        else:
            group = [name]
            groups.append(group)
        for end in ends:
            if all(group is not each for each in near.setdefault(end, [])):
                near[end].append(group)
    return groups


def family_names(name: str) -> frozenset[str]:
    """Return the words of a name that may be its family name, folded: the first and the last."""
    found = key(name)
    if len(found) == 2 and _REGNAL.fullmatch(found[1]):
        return frozenset(found[:1])
    return frozenset((*found[:1], *found[-1:])) if len(found) > 1 else frozenset()


def likely_family_names(name: str) -> tuple[str, ...]:
    """Return the folded words of a name by one of which texts call the person: the last, in East Asia the first too."""
    found = key(name)
    if len(found) == 2 and _REGNAL.fullmatch(found[1]):
        return found[:1]
    return (*found[-1:], *(found[:1] if found[0] in _FAMILY_FIRST else ())) if len(found) > 1 else ()


def _have_same_father(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two names have the same given name and father, and no different houses.

    `Abdullah bin Zayed` and `Abdullah bin Zayed Al Nahyan` have.
    """
    if len(one) < 3 or len(other) < 3 or one[1] not in _SON_OF or other[1] not in _SON_OF:
        return False
    houses = {name[-1] for name in (one, other) if len(name) > 3}
    return _agree(one[0], other[0]) and _agree(one[2], other[2]) and len(houses) < 2


def _joined(name: Sequence[str]) -> set[str]:
    """Return the name as one word, in its order and with the first word moved to the end."""
    if any(len(word) == 1 for word in name):
        return {"".join(name)}
    return {"".join(name), "".join((*name[1:], name[0]))}


@lru_cache(_NAMES_KEPT)
def _split(name: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return the family name with its particles, and the given names."""
    at = len(name) - 1
    while at > 1 and name[at - 1] in PARTICLES:
        at -= 1
    given = tuple(word for word in name[:at] if word not in PARTICLES)
    return "".join(name[at:]), given or name[:1]


def _agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return _GIVEN.get(one, one) == _GIVEN.get(other, other)
