"""Recognizes weapons by the form of their designation: models, classes of ships and named ships."""

import re
from collections.abc import Iterator

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import SHIP_PREFIXES

_HYPHENS = frozenset("-‐‑")
# `RFA` is left out of the prefixes of ships in general, because it is a broadcaster too.
_SIGNS = WordClass.of(SHIP_PREFIXES | {"RFA"} | _HYPHENS)
_PREFIX = re.compile(r"[A-Z][A-Za-z]{0,3}|Hwasong|Nodong|Kalibr|Shahed|Leopard|Tu|Su|MiG")
_MODEL = re.compile(r"[1-9]\d{0,2}(?:[A-Z]{1,3}(?:\d{1,2}[A-Z]?)?)?s?")
# These have the form but are groupings, diseases, conferences, visas, school years, gangs or directives.
_OTHERS = frozenset(
    "G P COVID COVD CoV GLP BSL COP E EB IH CO PM H BA II III UN ES APEC GSP TPP Pub SDG I L O Sat Sun Mon K PreK MS "
    "NATO Crew FAST NSC NSM NSD NSSM NSPM HSPD PDD PPD EU STS PR FTSE Pac UNW DSC".split()
)
# Districts such as `TX-18` have the form; states that also begin a designation are left out: `AK-47`, `IL-76`, `OH-58`.
_STATES = frozenset(
    "AL AZ CA CT DE FL GA HI ID IN IA KS KY LA MA MN MO NE NV NH NJ NM NY NC ND OK OR PA RI SC TN TX UT VA VT WA WI "
    "WV WY".split()
)
_OTHER_MODELS = frozenset({("F", "150"), ("F", "250"), ("F", "350"), ("N", "95")})
_NO_CLASS = frozenset("First Second Third World Middle Working Business Upper Lower Ruling Best".split())
_SUFFIXES = frozenset("MSE ER".split())


def find(context: DocumentContext) -> Iterator[Candidate]:
    """Yield `B-52`, `MQ-9B`, `Su-30MKI`, `PAC-3 MSE`, `Virginia-class`, `USS Carl Vinson`."""
    tokens = context.tokens
    for index in tokens.indexes_in(_SIGNS):
        if tokens.words[index] in _HYPHENS:
            inside = 0 < index < len(tokens) - 1 and tokens.glued(index) and tokens.glued(index + 1)
            last = _designation(context, index) if inside else None
            if last:
                yield Candidate(index - 1, last, "WEAPON", 1)
        elif context.is_name_word(index + 1):
            yield Candidate(index, _ship_end(context, index), "WEAPON", 2)


def _designation(context: DocumentContext, hyphen: int) -> int | None:
    """Return the token after the designation around a hyphen, None where there is no designation."""
    tokens = context.tokens
    before, after = tokens.words[hyphen - 1], tokens.words[hyphen + 1]
    if after == "class":
        return hyphen + 2 if context.is_name_word(hyphen - 1) and before not in _NO_CLASS else None
    if not _MODEL.fullmatch(after) or not _PREFIX.fullmatch(before) or before in _OTHERS:
        return None
    if before in _STATES or (before, after) in _OTHER_MODELS:
        return None
    if tokens.glued(hyphen - 1) and (tokens.word(hyphen - 2) in _HYPHENS or tokens.word(hyphen - 2)[-1:].isalnum()):
        return None  # this is the end of a longer compound
    if before in ("C", "A") and len(after) == 1:
        return None  # C-5 and A-1 are more often groupings and visas than aircraft
    last = hyphen + 2
    if tokens.word(last) in _HYPHENS and tokens.glued(last):
        return None  # the number of a document: `M-25-21`
    if before == "B" and "/" in (tokens.word(last), tokens.word(hyphen - 2)):
        return None  # the visas `B-1/B-2`
    if tokens.word(last) == "/" and tokens.glued(last):
        last += 2
    return last + (tokens.word(last) in _SUFFIXES)


def _ship_end(context: DocumentContext, index: int) -> int:
    tokens = context.tokens
    last = index + 1
    while context.is_name_word(last) and last < index + 5:
        last += 1
        if tokens.word(last) == "." and len(tokens.word(last - 1)) == 1:
            last += 1
    return last
