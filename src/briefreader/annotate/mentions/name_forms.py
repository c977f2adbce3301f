"""Gives the short forms of a person's full name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefreader.annotate.mentions.person_names import SHORTENED
from briefreader.annotate.names.family_names import FAMILY_FIRST
from briefreader.annotate.text.words import PARTICLES, SUFFIXES

# The father's name follows these; it is no short form of its child's.
PATRONYMICS = frozenset(
    "bin Bin binti Binti bint Bint bte ibn Ibn uulu kyzy qizi gyzy ogly oglu oghlu ould Ould".split()
)
_CLOSE_INITIAL = re.compile(r"(?<=\.)(?=[^\W\d_]{2})")
# A text asks for the forms of a name several times, and other texts have the same names.
_NAMES_KEPT = 1 << 12
_ARTICLES = ("al-", "Al-", "el-", "El-")


class ShortForm(NamedTuple):
    """Holds a short form; `alone` says that texts name the person so, `is_family_name` that it is the surname."""

    text: str
    alone: bool = True
    is_family_name: bool = False


@lru_cache(_NAMES_KEPT)
def short_forms(name: str) -> tuple[ShortForm, ...]:
    """Return the short forms of a full name, the likeliest first.

    A short form may have a particle (`Al Zayani` for `Abdullatif bin Rashid Al Zayani`) and several surnames. The
    name of the father is none: `Mohammed bin Salman` is no `Salman`.
    """
    words = _CLOSE_INITIAL.sub(" ", name).replace(",", " ").split()
    words = [word for word in words if word.rstrip(".") not in SUFFIXES]
    plain = [at for at, word in enumerate(words) if _is_plain(word)]
    if len(words) < 2 or not plain:
        return ()
    return tuple({form.text: form for form in reversed([*_forms(words, plain)])}.values())[::-1]


def _is_plain(word: str) -> bool:
    short = word.rstrip(".")
    return len(short) > 1 and "." not in short and word not in PARTICLES and not (short in SHORTENED and short != word)


def _forms(words: list[str], plain: list[int]) -> Iterator[ShortForm]:
    own = [at for at in plain if at == 0 or words[at - 1] not in PATRONYMICS]
    last = plain[-1]
    for at in range(1, len(words) - 1):
        if _is_plain(words[at]) or words[at] in PARTICLES:
            yield ShortForm(" ".join(words[at:]), is_family_name=True)
    yield from _with_particles(words, plain)
    if len(own) < 2 and len(plain) > 1:
        yield ShortForm(words[own[0]])
        return
    family = [own[-1], *own[-2:-1]] if len(own) > 2 else own[-1:]
    if words[0].split("-")[0] in FAMILY_FIRST or words[0].isupper():
        family = [0, *family]
    for at in family:
        yield from _alone(words[at], is_family_name=True)
    if len(own) > 1:
        yield from _alone(words[own[0]], is_family_name=words[own[0]].isupper())
        if last in own:
            yield ShortForm(f"{words[own[0]]} {words[last]}")
    for at in own[1:-1]:
        yield ShortForm(words[at], alone=False)


def _with_particles(words: list[str], plain: list[int]) -> Iterator[ShortForm]:
    """Yield surnames with their particles and without the surname after them: `de la Fuente`, `bin Salman`."""
    for at in plain:
        start = at
        while start > 1 and words[start - 1] in PARTICLES:
            start -= 1
        if start < at:
            yield ShortForm(" ".join(words[start : at + 1]), is_family_name=True)


def _alone(word: str, *, is_family_name: bool) -> Iterator[ShortForm]:
    """Yield a word in its letters, that in capitals also in small ones, and a surname without the Arabic article."""
    yield ShortForm(word, is_family_name=is_family_name)
    if word.isupper():
        yield ShortForm(word.capitalize(), is_family_name=is_family_name)
    if word.startswith(_ARTICLES):
        yield ShortForm(f"{word[0].swapcase()}{word[1:]}", is_family_name=is_family_name)
        yield ShortForm(word[3:], is_family_name=is_family_name)
