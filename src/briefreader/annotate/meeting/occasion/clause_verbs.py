"""Finds the verbs of a masked sentence by their form, and tells whether people meet by them.

Verbs are known by their endings and by the closed list of the irregular verbs of English.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from briefreader.annotate.text.masked_sentences import pattern


class ClauseVerb(NamedTuple):
    """Holds a verb in a masked sentence; `meets` tells whether people meet by it."""

    start: int
    end: int
    meets: bool


MEETING_NOUN = (
    r"(?:meetings?|(?:tele)?phone calls?|calls?|talks?|telephone talks?|conversations?|discussions?|consultations?|"
    r"dialogues?|sessions?|summits?|rounds?|conferences?|gatherings?|negotiations?|audience|[Cc]ourtesy [Cc]all|"
    r"visits?|"
    r"exchanges?|roundtable|ministerial|plenary|retreat|encounter|reception|dinner|lunch(?:eon)?|breakfast|banquet|"
    r"engagements?|pull[- ]aside|(?:press|news) conference|videoconference|forum|trip|tour|symposium|seminar|workshop|"
    r"FOC|Consultations?|Dialogue|Meeting|"
    r"Summit|Session|Round|Talks|Commission|Committee|Council|Conference|Visit|Forum)"
)
_TALKS = rf"(?:[a-z-]+,? |and |[A-Z][A-Za-z-]+ |[\ue000-\ue009]'?s? ?-?){{0,5}}?(?:<E>|{MEETING_NOUN}\b)"
# People do this when they meet. A noun decides for verbs that are also used of other acts (`had a call`).
_MEETS = (
    r"met(?! (?:the|its|their|his|all|with (?:success|criticism|resistance))(?: \w+)? (?:obligations?|needs?|goals?|"
    r"targets?|demands?|challenges?|requirements?))|meets?|spoke|speaks|spoken|talked|"
    r"saw(?= <TNP>)|will lead(?= [^.;]{0,40} delegation)|"
    r"(?:co-?)?(?:held|holds?|hosted|hosts|convene[sd]?|chaired|chairs|led|leads)|received|receives|welcomed|welcomes|"
    r"gathered|gathers?|attended|attends|participate[sd]|t(?:akes?|ook|aken) (?:place|part)|conducted|conducts|"
    r"organi[sz]ed|joined|(?:is|are|will be) (?:currently )?in(?= (?:the )?<CLR>(?:, <CLR>)*,? (?:from |on )?<D>)|"
    r"accompan(?:y|ied)(?= (?:<T> )?<P> to\b)|(?:ha[ds]|have) the (?:great )?(?:honou?r|pleasure|privilege) of "
    r"(?:welcom|host|receiv)ing|"
    r"visited|visits (?=<CLR>|the )|travel(?:s|l?ed)|depart(?:s|ed)|(?:will |to )depart|"
    r"arrive[sd]|sat down|c(?:o|a)me together|"
    r"assembled|dined|(?:telep|p)honed|rang|called(?! (?:for|upon|into|off)\b)|conferred|conversed|brought together|"
    r"(?:addressed|briefed)(?= (?:the |a )?(?:joint )?(?:media|press|journalists|reporters)\b)|"
    r"present(?:ed|s)(?= [^.;<P>]{0,60}[Cc]rede(?:ntials?|nce)\b)|"
    r"flew(?= to <L>)|bade(?= farewell)|commence[sd]|consulted|briefed|engaged|"
    r"exchanged|discuss(?:ed|es)|reviewed|greeted|concluded|looks? forward to (?:welcoming|hosting|meeting|"
    r"attending|visiting|joining|receiving)|"
    rf"(?:ha[ds]|ha(?:ve|ving)|gave|took|placed|granted|received|made|makes|paid|pays?|undert(?:ook|akes)|beg[au]n|"
    rf"started|opened|(?:re)?launched|"
    rf"renewed|inaugurated|facilitated) {_TALKS}(?:(?<=[Cc]all|isit) (?:up)?on\b)?"
)
_IRREGULAR = (
    "arose|arisen|became|began|begun|bent|bound|bled|blew|blown|broke|broken|brought|built|burnt|bought|came|caught|"
    "chose|chosen|dealt|did|done|drew|drawn|drove|driven|fell|fallen|fed|felt|fought|found|fled|flew|flown|forbade|"
    "forbidden|forgot|forgotten|froze|frozen|gave|given|went|gone|grew|grown|hung|heard|hid|hidden|kept|knew|known|"
    "laid|left|lent|lost|made|meant|overcame|oversaw|paid|put (?:in|into|forward|up)|rose|risen|ran|said|saw|seen|"
    "sought|sold|sent|set (?:up|out|forth|in)|shook|shaken|showed|shown|shot|sank|spent|stood|stole|stolen|struck|"
    "struck|swore|sworn|swept|took|taken|taught|tore|told|thought|threw|thrown|understood|undertook|undertaken|"
    "underwent|upheld|won|withdrew|withdrawn|withstood|wore|worn|wrote|written"
)
_DETERMINERS = frozenset(
    "the a an its their his her our this these those that of in for on at with two both held had hold more "
    "very highly most".split()
)
_OTHER = (
    rf"{_IRREGULAR}|[a-z]{{2,}}(?<!ne)(?<!spe)(?<!hundr)(?<!sacr)(?<!exce)(?<!proce)ed|"
    r"[A-Z]?[a-z]{2,}ing (?=(?:the|an?|its|their|his|her|our|this|on|upon|with|[\ue000-\ue009])\b|[\ue000-\ue009])|"
    r"(?:will|shall|would|should|may|must|can|could) (?:also |not |be )*(?!on\b|in\b|at\b)[a-z]+"
)
_VERB = pattern(
    rf"(?<![\w-])(?:(?P<meets>(?:(?:will|would|shall|to) (?:also |next )?)?(?:{_MEETS})|(?:will|would|shall|to) "
    rf"(?:also |[a-z]+ly )?(?:meet|speak|(?:co-?)?(?:hold|host|convene|chair|lead)|gather|receive|welcome|visit|travel|"
    rf"attend|join|participate|take (?:place|part)|pay|be (?:held|hosted|convened)|(?:continue|conduct|have) {_TALKS})|"
    rf"(?<=<D>, )(?:meet|hold|host|receive|welcome|convene|chair|co-chair|visit|attend|lead)|"
    rf"(?:is|are|was|were) (?:meeting|holding|hosting|welcoming|receiving|visiting|travell?ing|attending|leading|on "
    rf"an? (?:[a-z]+ "
    rf"){{0,3}}visit))|{_OTHER})(?![\w-])"
)
_NO_VERB = re.compile(
    r"during|including|comprising|consisting|beginning|starting|commencing|following|according|regarding|concerning|meeting|morning|evening|"
    r"building (?=[A-Z])"
)
# A noun, mostly a participle before it, and then the noun of a meeting: `held detailed discussions`.
_BEFORE_NOUN = pattern(
    rf" (?:and [a-z]+ )?(?:(?!the\b|an?\b|its\b|their\b|his\b|her\b|our\b|this\b)[a-z-]+ )?(?:<E>|{MEETING_NOUN}\b)"
)
_PREPOSITION = re.compile(
    r" (?:by|in|on|at|with|from|to|for|under|as|that|about|into|upon|when|where|it|him|her|them)\b|[^ ]| [^a-z]"
)
_LAST_WORD = re.compile(r"([\w'-]+|[^\w\s])\s*$")


def nearest_meeting_verb(masked: str, at: int) -> tuple[int, int] | None:
    """Return the range of the last verb before a place in a masked sentence by which people meet, None without one."""
    return next(((verb.start, verb.end) for verb in reversed(verbs_of(masked)) if verb.meets and verb.end <= at), None)


@lru_cache(maxsize=64)
def verbs_of(masked: str) -> tuple[ClauseVerb, ...]:
    """Return the verbs of a masked sentence in order."""
    text = masked[:1].lower() + masked[1:]
    found: list[ClauseVerb] = []
    for match in _VERB.finditer(text):
        meets = match["meets"] is not None
        if _NO_VERB.match(match[0]) or (not meets and _is_attribute(text, match)):
            continue
        found.append(ClauseVerb(match.start(), match.end(), meets))
    return tuple(found)


def _is_attribute(text: str, match: re.Match[str]) -> bool:
    """Return whether a participle stands before its noun: `detailed discussions`, `the extended format`."""
    if not match[0].endswith("ed") or _PREPOSITION.match(text, match.end()):
        return False
    before = _LAST_WORD.search(text, max(0, match.start() - 30), match.start())
    return bool(_BEFORE_NOUN.match(text, match.end()) or (before and before[1].lower() in _DETERMINERS))
