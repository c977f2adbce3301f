"""Tells how much a word tells in a statement: the rarer it is in statements of all subjects, the more.

`statement_words.txt` holds the words that at least three in a hundred of 1,544 readouts and joint statements of the
White House have, each line with their weight: 0 for words of three in ten texts, 1 of one in ten, 2 of three in a
hundred.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

RARE, WATCHED = 3, 4
"""The weight of a word that is not in the list, and of one of those below."""

_WATCHED = frozenset(
    "abduction abductee aggression annexation apartheid armistice assassination atom atrocity attack biological "
    "blockade ceasefire chemical coercion coercive conscription conquest coup crime denuclearization denuclearize "
    "deportation detention deterrence disarmament escalation escalatory ethnic force genocide hostage hostility "
    "humanitarian illegal independence invasion ironclad jihad massacre militarization military missile "
    "nonproliferation nuclear occupation overflight peace persecution prisoner proliferation provocation provocative "
    "rearmament referendum refugee regime retaliation reunification sabotage sanction secession settlement siege "
    "sovereignty terror terrorism terrorist territorial threat torture truce truth unification unilateral unlawful "
    "veto violation violence war warhead weapon".split()
)
"""Words of war and peace, arms, force and rights, for which readers of statements look, however usual they are."""

UNTELLING = frozenset(
    "call calls called demand demands also all any both each more most other others such including include includes "
    "further well together not no leaders leader president presidents minister ministers secretary sides side "
    "participants parties countries country nations world people peoples government governments members member states "
    "partners meeting meetings today year years month months week weeks time new important importance continue "
    "continues continued continuing work working works efforts effort support supports supporting supported commitment "
    "commitments committed commit reaffirm reaffirmed reiterate reiterated discuss discussed welcome welcomed note "
    "noted underscore underscored stress stressed emphasize emphasized express expressed agree agreed recognize "
    "recognized look looks looked forward intend intends ensure ensuring strengthen strengthening strengthened enhance "
    "enhancing advance advancing promote promoting through across between among within towards toward into over under "
    "about can may should must could i you he she us them his her my your if when while where there here than then but "
    "one two three four same next view views opening remark remarks issue issues area areas range progress way ways "
    "number part parts place thing things case situation circumstances difficult current initial respect goal goals "
    "update significant extensive per cent percent".split()
)
"""Words of statements of any subject."""

_ENDINGS = ("ing", "es", "ed", "s", "e")
LEAST_STEM = 4
STEMS_KEPT = 1 << 16


@cache
def _weights() -> Mapping[str, int]:
    lines = Path(__file__).with_name("statement_words.txt").read_text("ascii").splitlines()
    return {word: int(weight) for weight, *words in map(str.split, lines) for word in words}


def weight_of(word: str) -> int:
    """Return how much a folded word tells, from 0 to 4; a word tells no more than its singular does."""
    weights, singular = _weights(), word.removesuffix("s")
    if word in _WATCHED or singular in _WATCHED:
        return WATCHED
    return min(weights.get(word, RARE), weights.get(singular, RARE))


@lru_cache(STEMS_KEPT)
def stem_of(word: str) -> str:
    """Return a folded word without the ending of number, tense or participle."""
    if word.endswith("ies") and len(word) > LEAST_STEM + 1:
        return f"{word[:-3]}y"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            return word.removesuffix(ending)
    return word.removesuffix("s") if len(word) == LEAST_STEM and not word.endswith(("ss", "us", "is")) else word
