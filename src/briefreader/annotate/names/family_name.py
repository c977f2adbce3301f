"""Gives the part of a person's full name by which lists call the person: the family name, where the culture has one."""

import re
from functools import lru_cache

from briefreader.annotate.names.family_names import FAMILY_FIRST
from briefreader.annotate.names.given_names import ANY_GIVEN_NAMES
from briefreader.annotate.text.words import PARTICLES, SUFFIXES
from briefreader.roman_numerals import roman
from briefreader.text import fold

_NAMES_KEPT = 1 << 12
_REGNAL = frozenset(roman(number).upper() for number in range(1, 30))
_FATHERS = frozenset("bin ibn bint binti".split())
_JOINTS = frozenset("e y".split())
# Family names that are English words too; they count before a given name of East Asia.
_ALSO_FIRST = frozenset("To Ma He Sun An Ban Do Sim Son Wen Ge".split())
_COMMON = frozenset("Kim Lee Park Choi Chung Cho Wang Li Zhang Liu Chen Nguyen Tran Wong Tan".split())
# No name of Myanmar has a family name; these words are found in most of them.
_OF_MYANMAR = frozenset("Aung Hlaing Suu Kyi Htin Thein Thant Myint Zaw Swe".split())
# These people are called by their own name, because their second name is that of the father.
_OWN_NAMES = frozenset("Abiy Tedros Isaias Demeke Hailemariam Mahathir Muhyiddin Najib".split())
_OWN_WHOLE_NAMES = frozenset(("Anwar Ibrahim",))
_CHIEFS = frozenset("Pope King Queen Emperor Sultan Emir Prince Princess Patriarch Grand".split())
# After given names of Spanish and Portuguese, two family names follow, the father's first.
_IBERIAN_GIVEN = frozenset(
    "Alberto Alejandro Alfredo Alicia Alvaro Álvaro Andres Andrés Antonio António Armando Arturo Bernardo Carlos "
    "Celso Claudia Cristina Daniel Diego Dina Edmundo Eduardo Enrique Ernesto Esteban Evo Felipe Fernando Francisco "
    "Gabriel Gilberto Gonzalo Guillermo Gustavo Hector Héctor Hugo Icela Ignacio Inácio Inacio Isabel Ivan Fernanda "
    "Iván Jair Javier Jorge Jose José Juan Julio Laura Laurentino Lenín Lucia Lucía Luis Luís Luiz Manuel Marcelo "
    "Marco Marcos Maria María Mario Mauricio Mauro Messias Miguel Nayib Nestor Nicolas Nicolás Oscar Óscar Pablo "
    "Patricia Paula Paulo Pedro Rafael Ramon Ramón Raul Raúl Ricardo Roberto Rodrigo Rosa Rosario Salvador Santiago "
    "Sebastian Sebastián Sergio Ulisses Vicente Xiomara Aníbal Aloysio Fátima João Joao Nuno Rui".split()
)
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        # Korean
        r"(?:(?:ch|kk|sh|ss|tt|[bdghjklmnprstwy])?(?:y?ae|y?eo|eui|eu|oe|oo|ou|wa|we|wi|wo|ui|ee|y[aeou]|[aeiou])"
        r"(?:ng|nn|[kglmnpbth])?)+",
        # Chinese
        r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang|iong|i?an|i?ao|uang|uan|uai|eng|ing|ong|ai|ei|ou|en|in|un|ia|"
        r"ie|iu|ua|uo|ui|ue|er|[aoeiuv]))+",
        # Vietnamese
        r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?",
    )
)
_JAPANESE = re.compile(r"(?:(?:sh|ch|ts|[kgsztdnhbpmrjfwy]|[kgnhbpmr]y)?(?:[aiueo]|ou|oh)n?)+")
_JAPANESE_GIVEN = re.compile(
    r".+(?:o|ko|ro|shi|ki|ya|ta|suke|masa|hide|mitsu|geru|nori|taka|yasu|kazu|tsu|mi|ka|ru|ichi|ji)"
)


@lru_cache(_NAMES_KEPT)
def family_name(name: str) -> str:
    """Return the family name of a person with its particles; the whole name where texts call the person so.

    `Yoon Suk Yeol` and `Kishida Fumio` have it first, `Lloyd J. Austin III` before a suffix, `Pedro Sánchez Pérez` two;
    `Mohammed bin Salman` and `Charles III` have none.
    """
    words = name.replace(",", " ").split()
    if len(words) > 1 and (words[1] in _REGNAL or words[0] in _CHIEFS):
        return " ".join(words if words[0] in _CHIEFS else words[:2])
    words = [word for word in words if word.rstrip(".") not in SUFFIXES]
    if len(words) < 2:
        return words[0] if words else name
    if words[1].lower() in _FATHERS and len(words) > 2:
        return " ".join(words[:3])
    if _OF_MYANMAR & set(words):
        return " ".join(words)
    if words[0] in _OWN_NAMES or name in _OWN_WHOLE_NAMES or _is_family_first(words):
        return words[0]
    start = _start(words)
    return " ".join(words[start:])


def _start(words: list[str]) -> int:
    """Return the number of the first word of a family name that stands last."""
    given = next((at for at, word in enumerate(words) if word not in _IBERIAN_GIVEN and not _is_initial(word)), 0)
    surnames = [word for word in words[given:] if word not in PARTICLES]
    if given and 0 < len(surnames) < 3 and words[0] in _IBERIAN_GIVEN:
        return given
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 2 if words[start - 1] in _JOINTS and start > 2 else 1
    return start


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _is_family_first(words: list[str]) -> bool:
    """Return whether the first word is the family name, as in East Asia."""
    first, *rest = words
    if len(words) > 3 or any(_is_initial(word) for word in words):
        return False
    if len(rest) == 1 and rest[0].partition("-")[2].islower():  # `Ban Ki-moon`
        return first not in ANY_GIVEN_NAMES or first in FAMILY_FIRST
    shapes = [fold(word).replace("-", "").replace("'", "") for word in rest]
    if first in FAMILY_FIRST or first in _ALSO_FIRST:
        if len(rest) == 1 and rest[0] in _COMMON and first not in _COMMON:
            return False
        return any(all(shape.fullmatch(word) for word in shapes) for shape in _SHAPES) or (
            first in FAMILY_FIRST and len(rest) > 1 and not ANY_GIVEN_NAMES & set(rest)
        )
    if len(rest) != 1 or first in ANY_GIVEN_NAMES:
        return False
    return (
        bool(_JAPANESE.fullmatch(fold(first)))
        and bool(_JAPANESE.fullmatch(shapes[0]))
        and (rest[0] in ANY_GIVEN_NAMES or (len(shapes[0]) > 4 and bool(_JAPANESE_GIVEN.fullmatch(shapes[0]))))
    )
