"""Ranks offices, so that a reader sees when a deputy comes in place of a minister."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

RANK_NAMES: Mapping[int, str] = MappingProxyType(
    {
        1: "leader",
        2: "deputy leader",
        3: "minister",
        4: "vice minister",
        5: "ambassador",
        6: "director general",
        7: "director",
    }
)
"""The ranks, 1 the highest, each with the office that is named for it."""

# Of each part of an office, the first expression that it contains gives its rank. The longer forms come first, since a
# deputy assistant secretary is no secretary. Source: order of precedence of the U.S. Department of State, and the usual
# ranks of foreign ministries (minister, vice minister, director-general).
_RANKS: Sequence[tuple[int | None, re.Pattern[str]]] = tuple(
    (rank, re.compile(pattern, re.IGNORECASE))
    for rank, pattern in (
        (None, r"\b(?:press|private|executive|appointments?|social) secretary\b|\b(?:president|king)-elect\b"),
        (None, r"\blieutenant commander\b|\bdeputy chief of staff\b"),
        (7, r"\bdeputy assistant secretary\b|\b(?:deputy|assistant) director[- ]general\b|\bdeputy director\b"),
        (7, r"\bcounsel+or\b|\bchargé\b|\b(?:first|second|third) secretary\b(?! of state)|\bdeputy chief of mission\b"),
        (6, r"\bassistant (?:secretary|minister|foreign minister)\b|\bdirector[- ]general\b|\bsenior director\b"),
        (4, r"\b(?:under|deputy|permanent|state|parliamentary)[- ]?secretary\b|\bunder[- ]secretary\b"),
        (4, r"\b(?:vice|deputy)[- ](?:(?!prime)[\w]+[ -]){0,2}minister\b|\bminister of state\b(?! for)"),
        (4, r"\b(?:vice|deputy)[- ](?:national security advis[eo]r|secretary|chairman|chief|attorney)\b"),
        (4, r"\bdeputy trade representative\b"),
        (4, r"\bdeputy assistant to the president for national security\b"),
        (3, r"\bassistant to the president for national security\b"),
        (3, r"\b(?:national|homeland) security (?:and \w+ )?advis[eo]r\b"),
        (None, r"\b(?:assistant|advis[eo]r|aide|counsel|envoy) to (?:the )?(?:\w+ ){0,2}(?:president|minister)\b"),
        (5, r"\bambassador\b|\b(?:special|personal) (?:\w+ )?(?:representative|envoy)\b|\bcommander\b"),
        (2, r"\bvice[- ]president\b|\b(?:vice|deputy) (?:prime minister|premier|chancellor)\b|\bcrown prince\b"),
        (1, r"\b(?:president|prime minister|chancellor|premier|taoiseach)\b(?!['’]s)"),
        (1, r"\b(?:king|queen|emperor|emir|amir|sultan)\b(?!['’]s)"),
        (3, r"\bminister\b|\bsecretary\b|\battorney general\b|\bchairman\b"),
        (3, r"\b(?:high|trade) representative\b|\bcommissioner\b|\bchief of (?:defen[cs]e|the \w+ staff|naval)\b"),
        (7, r"\bdirector\b"),
    )
)  # fmt: skip
_OF_A_CHIEF = re.compile(
    r"\b(?:(?<!assistant )to|of|for) the (?:(?!and\b)[\w.]+ ){0,3}(?:president|prime minister|chancellor|premier)\b",
    re.IGNORECASE,
)
"""The chief whom an office serves: the head of the cabinet of the President is no president."""

_PARTS = re.compile(r",| and (?!intelligence\b)|;| concurrently ", re.IGNORECASE)
# Here the highest official of the foreign ministry, under the minister, has the title.
_FOREIGN_SECRETARY_BELOW_MINISTER = frozenset({"India", "Pakistan", "Bangladesh", "Sri Lanka", "Nepal", "Maldives"})
_FOREIGN_SECRETARY = re.compile(r"^foreign secretary\b", re.IGNORECASE)


def rank_of(office: str | None, side: str | None = None) -> int | None:
    """Return the rank of an office of a side, 1 the highest; None where it is unknown.

    An office of several parts has the rank of the highest part.
    """
    if not office:
        return None
    if side in _FOREIGN_SECRETARY_BELOW_MINISTER and _FOREIGN_SECRETARY.search(office):
        return 4
    ranks = [rank for part in _PARTS.split(_OF_A_CHIEF.sub("", office)) if (rank := _rank_of_part(part))]
    return min(ranks, default=None)


def _rank_of_part(part: str) -> int | None:
    return next((rank for rank, pattern in _RANKS if pattern.search(part)), None)
