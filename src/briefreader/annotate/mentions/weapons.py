"""Weapons told by the shape of their designation: models, classes of ships, named ships."""

import re
from collections.abc import Iterator

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.names.document_context import Scene

_SHIP = frozenset("USS USNS HMS HMAS ROKS JS HMCS HMNZS INS BRP RFA HNLMS USCGC".split())
_SIGNS = _SHIP | {"-"}
_PREFIX = re.compile(r"[A-Z][A-Za-z]{0,3}|Hwasong|Nodong|Kalibr|Shahed|Leopard|Tu|Su|MiG")
_MODEL = re.compile(r"[1-9]\d{0,2}[A-Z]{0,2}s?")
# What has the shape and is none: groupings, diseases, conferences, visas, school years, gangs, directives.
_OTHERS = frozenset(
    "G P COVID COVD CoV GLP BSL COP E EB IH CO PM H BA II III UN ES APEC GSP TPP Pub SDG I L O Sat Sun Mon K PreK MS "
    "NATO Crew FAST NSC NSM NSD NSSM NSPM HSPD PDD PPD".split()
)
# The states of districts such as `TX-18`, without those whose letters open a designation: `AK-47`, `IL-76`, `OH-58`.
_STATES = frozenset(
    "AL AZ CA CT DE FL GA HI ID IN IA KS KY LA MA MN MO NE NV NH NJ NM NY NC ND OK OR PA RI SC TN TX UT VA VT WA WI "
    "WV WY".split()
)
_OTHER_MODELS = frozenset({("F", "150"), ("F", "250"), ("F", "350"), ("N", "95")})
_NO_CLASS = frozenset("First Second Third World Middle Working Business Upper Lower Ruling Best".split())
_SUFFIXES = frozenset("MSE ER".split())


def find(scene: Scene) -> Iterator[Candidate]:
    """Yield `B-52`, `MQ-9B`, `PAC-3 MSE`, `Virginia-class`, `USS Carl Vinson`."""
    tokens = scene.tokens
    for index in tokens.among(_SIGNS):
        if tokens.words[index] == "-":
            inside = 0 < index < len(tokens) - 1 and tokens.glued(index) and tokens.glued(index + 1)
            last = _designation(scene, index) if inside else None
            if last:
                yield Candidate(index - 1, last, "WEAPON", 1)
        elif scene.names_word(index + 1):
            yield Candidate(index, _ship_end(scene, index), "WEAPON", 2)


def _designation(scene: Scene, hyphen: int) -> int | None:
    """The token after a designation whose hyphen is given, None where it is none."""
    tokens = scene.tokens
    before, after = tokens.words[hyphen - 1], tokens.words[hyphen + 1]
    if after == "class":
        return hyphen + 2 if scene.names_word(hyphen - 1) and before not in _NO_CLASS else None
    if not _MODEL.fullmatch(after) or not _PREFIX.fullmatch(before) or before in _OTHERS:
        return None
    if before in _STATES or (before, after) in _OTHER_MODELS:
        return None
    if tokens.glued(hyphen - 1) and (tokens.word(hyphen - 2) == "-" or tokens.word(hyphen - 2)[-1:].isalnum()):
        return None  # the end of a longer compound
    if before in ("C", "A") and len(after) == 1:
        return None  # C-5 and A-1 are groupings and visas more often than aircraft
    last = hyphen + 2
    if tokens.word(last) == "/" and tokens.glued(last):
        last += 2
    return last + (tokens.word(last) in _SUFFIXES)


def _ship_end(scene: Scene, index: int) -> int:
    tokens = scene.tokens
    last = index + 1
    while scene.names_word(last) and last < index + 5:
        last += 1
        if tokens.word(last) == "." and len(tokens.word(last - 1)) == 1:
            last += 1
    return last
